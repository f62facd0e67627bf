"""From the inputs of the Board's return to those of the publishable one.

What belongs here: the one way from figures as they are to figures as anybody may see them, and everything else that is
taken out of the inputs (free text, names of files, counts of faults), so that no sheet can say it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from assets.indicators.figures import COLUMNS
from assets.report.disclosure.cells import CannotProtect, Pattern
from assets.report.disclosure.primary import Rules
from assets.report.figures.papers import Papers
from assets.report.figures.themes import themed
from assets.report.inputs import PUBLISHABLE, ReturnInputs
from assets.report.publishable.audit import told_by_figures
from assets.report.publishable.changes import without_changes
from assets.report.publishable.counts import Counts, counted, place_of
from assets.report.publishable.kinds import PARTS
from assets.report.publishable.masked import Veil, masked
from assets.report.publishable.problem import Posed, posed
from assets.report.publishable.scope import LEFT_OUT, in_scope
from assets.report.publishable.tables import thinned
from assets.report.quality.inputs import QualityInputs
from assets.report.versions.sources import Sources
from assets.report.wording.commentary import no_commentary
from pipelines.platform.errors import ReturnRefused

RULES = Rules()


def publishable_inputs(inputs: ReturnInputs, earlier: Sequence[pd.DataFrame] | None = None) -> ReturnInputs:
    """The inputs of the publishable edition: only what its pages show, with what is hidden missing.

    Args:
        inputs: the inputs of the Board's return.
        earlier: what earlier publishable versions and quarters showed, oldest first; `inputs.shown_before` unless told.

    Returns:
        Inputs whose figures have a column `hidden`; a figure hidden has no number left that is hidden.

    Raises:
        ReturnRefused: what was shown before gives a count away, whatever is hidden now.
    """
    known = inputs.shown_before if earlier is None else tuple(earlier)
    narrowed = themed(replace(inputs, told=None, published=None, shown_before=known))
    return replace(
        narrowed,
        measures=tuple(one for one in narrowed.measures if one.family not in LEFT_OUT),
        figures=hidden_figures(narrowed, counted(inputs)),
        edition=PUBLISHABLE,
        before=None,
        told=None,
        published=None,
        shown_before=(),
        risks=inputs.risks.iloc[:0],
        priorities=inputs.priorities.iloc[:0],
        commentary=no_commentary(),
        papers=Papers(),
        faults=inputs.faults.iloc[:0],
        rows=inputs.rows.iloc[:0],
        files=inputs.files.iloc[:0],
        quality=QualityInputs(),
        sources=Sources(),
    )


def hidden_figures(inputs: ReturnInputs, counts: Counts) -> pd.DataFrame:
    """The figures of the edition, what is hidden missing, tables of which too little is left taken out.

    Args:
        inputs: the inputs with the measures of the edition, and what was shown before.
        counts: the counts of all measures, since other themes' quarters were published too.

    Raises:
        ReturnRefused: what was shown before gives a count away.
    """
    based, home = _based(inputs, in_scope(inputs, RULES.threshold)), inputs.service.code
    scope, _ = thinned(based, inputs.measures, home, _small(counts))
    found = posed(inputs, counts, scope)
    hidden = pattern_of(found, inputs).hidden
    shown = masked(scope, Veil(found.by_place, hidden, counts.measures))
    shown = without_changes(shown, inputs.figures, inputs.periods, counts.measures)
    left, _ = thinned(shown, inputs.measures, home, lambda row: bool(row["hidden"]))
    require_untold(inputs, told_by_figures(left, found.by_place, hidden))
    return left[[*COLUMNS, "hidden"]].reset_index(drop=True)


def require_untold(inputs: ReturnInputs, told: Sequence[str]) -> None:
    """Refuse an edition in which something hidden stands all the same.

    Raises:
        ReturnRefused: how many places.
    """
    if told:
        raise ReturnRefused(
            "YJ-P-0013",
            f"The publishable edition of {inputs.quarter.label} was not made: {len(told)} hidden numbers stand in it.",
            "Publish nothing of it; send this line to the maintainers.",
        )


def pattern_of(found: Posed, inputs: ReturnInputs) -> Pattern:
    """What is hidden.

    Raises:
        ReturnRefused: what was shown before gives a count away.
    """
    from assets.report.disclosure.protect import protect  # noqa: PLC0415 - its solver is loaded when first asked

    try:
        return protect(found.problem, RULES)
    except CannotProtect as leaking:
        raise ReturnRefused(
            "YJ-P-0013",
            f"The publishable edition of {inputs.quarter.label} was not made. {len(leaking.leaks)} hidden counts could "
            "be worked out from what earlier publishable editions showed, whatever is hidden now.",
            "Publish nothing of it; send this line to the maintainers.",
        ) from None


def shown_figures(inputs: ReturnInputs) -> pd.DataFrame:
    """What a publishable version showed: to be kept with it, since it can never be hidden again.

    Args:
        inputs: what `publishable_inputs` gave.

    Returns:
        Rows shaped as `ReturnInputs.figures`, with `hidden`; numbers that were hidden are missing.
    """
    return inputs.figures[[*COLUMNS, "hidden"]].reset_index(drop=True)


def _based(inputs: ReturnInputs, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with the basis of their period."""
    bases = dict(zip(inputs.periods["period_id"].astype(str), inputs.periods["basis"].astype(str), strict=True))
    return rows.assign(basis=[bases.get(str(period), "") for period in rows["period_id"]])


def _small(counts: Counts) -> Callable[[Mapping[str, object]], bool]:
    """Whether a row has a small count of people in it."""

    def is_small(row: Mapping[str, object]) -> bool:
        """True when numerator or denominator is one to one less than the threshold."""
        found = (counts.by_place.get(place_of(row, part)) for part in PARTS)
        return any(count is not None and 0 < counts.value[count] < RULES.threshold for count in found)

    return is_small
