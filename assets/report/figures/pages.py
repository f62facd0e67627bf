"""Which measure stands on which sheet: derived measures share the page of the one that their SQL file names."""

from __future__ import annotations

from collections.abc import Iterable

from schemas.measure import Measure

#: Families that have a sheet made for them, and its name.
FAMILY_SHEETS = {"fin": "Finance", "rsk": "Risk register", "pri": "Priorities"}


#: What every meeting sees comes first, then the themes of the year.
CORE = "core"
THEME_ORDER = (CORE, "Q1", "Q2", "Q3", "Q4")
#: Within a theme the order of the plans: entry, reoffending, custody and remand, outcomes of orders; others by name.
FAMILY_ORDER = ("fte", "reo", "cus", "rem", "eet", "acc")


def in_order(measures: Iterable[Measure]) -> list[Measure]:
    """Measures in the order of the pack: by theme, families as in the plans, those with a sheet of their own last."""
    last = tuple(FAMILY_SHEETS)

    def place(measure: Measure) -> tuple[int, int, int, str]:
        """Sheet of its own or not, theme, family, id."""
        family = measure.family
        known = FAMILY_ORDER.index(family) if family in FAMILY_ORDER else len(FAMILY_ORDER)
        theme = THEME_ORDER.index(theme_of(measure))
        return (1 + last.index(family) if family in last else 0, theme, known, measure.id)

    return sorted(measures, key=place)


def theme_of(measure: Measure) -> str:
    """The theme a measure stands under: core where it is core too."""
    return min(measure.theme, key=THEME_ORDER.index)


def pages(measures: Iterable[Measure]) -> list[tuple[Measure, tuple[Measure, ...]]]:
    """Measures that lead a page with those derived from them, in the order of the pack.

    A derived measure whose lead is not in the pack leads a page itself, so that none is lost.
    """
    listed = [measure for measure in in_order(measures) if measure.family not in FAMILY_SHEETS]
    present = {measure.id for measure in listed}
    leads = [measure for measure in listed if measure.page not in present]
    return [(lead, tuple(m for m in listed if m.page == lead.id)) for lead in leads]


def headline_measures(measures: Iterable[Measure]) -> list[Measure]:
    """The measures with a line on the scorecard: every page's lead, and the first of each family with a sheet."""
    ordered = in_order(measures)
    leads = {lead.id for lead, _ in pages(ordered)}
    for family in FAMILY_SHEETS:
        leads |= {next((measure.id for measure in ordered if measure.family == family), "")}
    return [measure for measure in ordered if measure.id in leads]


def sheet_of(measure: Measure, measures: Iterable[Measure]) -> str:
    """Name of the sheet a measure stands on."""
    if measure.family in FAMILY_SHEETS:
        return FAMILY_SHEETS[measure.family]
    for lead, derived in pages(measures):
        if measure in (lead, *derived):
            return lead.id
    raise KeyError(f"{measure.id} stands on no sheet.")
