"""The measures that have no figure in a return, each with its reason, so that nothing is left out in silence.

What belongs here: which measures have figures at all, and why the others have none. A measure without any figure gets
no page: a Board is not served by pages that say nothing.
"""

from __future__ import annotations

from assets.report.inputs import ReturnInputs
from schemas.measure import Measure
from schemas.pack import Column, Link, Paragraph, Sheet, Table

TITLE = "Measures without a figure"
NOTHING_TO_COUNT = "The files received hold nothing to count it from."


def with_figures(inputs: ReturnInputs) -> tuple[Measure, ...]:
    """The measures of which there is any figure, in their order."""
    counted = set(inputs.figures["measure_id"].astype(str))
    return tuple(measure for measure in inputs.measures if measure.id in counted)


def without_sheet(inputs: ReturnInputs) -> Sheet | None:
    """The measures without a figure, with the reason of each; None where every measure has one.

    Args:
        inputs: the return's inputs, with every measure.
    """
    shown = {measure.id for measure in with_figures(inputs)}
    absent = [measure for measure in inputs.measures if measure.id not in shown]
    if not absent:
        return None
    columns = (Column("Measure", 11), Column("Name", 60), Column("Theme", 14), Column("Why there is no figure", 70))
    rows = tuple((one.id, one.title, ", ".join(one.theme), reason(inputs, one)) for one in absent)
    about = "Measures that this return has no figure of, and why."
    blocks = (
        Link("Back to the scorecard", "Scorecard"),
        Paragraph(f"{len(absent)} of {len(inputs.measures)} measures have no figure in this return."),
        Table("without_figure", about, columns, rows),
    )
    return Sheet("Without a figure", TITLE, about, blocks)


def reason(inputs: ReturnInputs, measure: Measure) -> str:
    """Why a measure has no figure in this return, in a sentence."""
    if measure.era_from is not None and measure.era_from > inputs.quarter.end:
        return f"Its rule applies from {measure.era_from.day} {measure.era_from:%B %Y}."
    if measure.era_to is not None and measure.era_to < inputs.quarter.start:
        return f"Its rule applied until {measure.era_to.day} {measure.era_to:%B %Y}."
    lacking = inputs.lacking.get(measure.id, ())
    return f"No file was received of: {', '.join(lacking)}." if lacking else NOTHING_TO_COUNT
