"""The sheets of changes: every figure that differs is listed, with what it was, why it differs, and how many rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.report.inputs import ReturnInputs
from assets.report.pack import build_pack
from assets.report.sheets.changes import CHANGES, IN_FULL, WHY, changes_sheets, version_words
from assets.report.versions.causes import Before, Cause, RowsChanged
from assets.report.versions.changed import AMOUNTS, FIGURE_KEY, NEW, PARTS, RESTATED, WITHDRAWN, changed_figures
from schemas.pack import Amount, Link, Pack, Paragraph, Table
from tests.unit.report.made import made_inputs, with_published

COLUMNS = ("Before", "Now", "Difference", "Reason", "What happened")


def told(table: Table, measure_id: str) -> dict[str, object]:
    """The row of a measure, by header."""
    row = next(row for row in table.rows if row[0] == measure_id)
    return {name: row[table.position(name)] for name in COLUMNS}


def test_a_changed_figure_stands_with_what_it_was_what_it_is_and_the_difference(pack: Pack) -> None:
    _, table = pack.table("changes")
    row = told(table, "FTE-01")
    assert (row["Before"], row["Now"], row["Difference"]) == (Amount(158.0), Amount(161.0), Amount(3.0, signed=True))
    assert (row["What happened"], row["Reason"]) == (RESTATED, "Correction")
    _, in_full = pack.table("changes_in_full")
    (whole,) = [row for row in in_full.rows if row[0] == "FTE-01"]
    assert whole[in_full.position("Because of")] == "outcomes: the file was sent again, corrected."
    parts = [whole[in_full.position(f"Numerator {side}")] for side in ("before", "now")]
    assert parts == [Amount(158.0), Amount(161.0)]


def test_a_new_figure_has_nothing_before_and_no_difference(pack: Pack) -> None:
    _, table = pack.table("changes")
    row = told(table, "EET-01")
    assert (row["Before"], row["Difference"], row["What happened"]) == ("[x]", "[z]", NEW)
    assert row["Reason"] == "Method", "nothing that it reads changed, so the program did it"


def test_the_rows_that_caused_a_change_are_counted(pack: Pack) -> None:
    _, table = pack.table("changes_why")
    counts = [table.position(name) for name in ("Rows added", "Rows removed", "Rows changed", "Figures changed")]
    sent_again = next(row for row in table.rows if row[0] == "Correction")
    assert [sent_again[place] for place in counts] == [Amount(3.0), Amount(0.0), Amount(2.0), Amount(1.0)]
    program = next(row for row in table.rows if row[0] == "Method")
    assert [program[place] for place in counts[:3]] == ["[z]"] * 3


def test_the_first_version_has_no_sheet_of_changes_and_says_that_it_is_the_first() -> None:
    first = made_inputs()
    names = [sheet.name for sheet in build_pack(first).sheets]
    assert not {CHANGES, WHY, IN_FULL} & set(names)
    assert version_words(first).startswith("Version 1. ")


def test_the_cover_says_which_version_it_replaces(pack: Pack) -> None:
    _, table = pack.table("cover_about")
    said = dict(table.rows)["Version"]
    assert str(said).startswith("Version 2, replaces version 1 (figures as at 12 January 2015).")


def test_a_version_without_another_figure_says_so_and_lists_none() -> None:
    same = made_inputs()
    (sheet,) = changes_sheets(replace(same, published=same.figures, before=Before(1, date(2015, 1, 12))))
    words = [block.text for block in sheet.blocks if isinstance(block, Paragraph)]
    first, second = (
        "Version 2, replaces version 1 (figures as at 12 January 2015). ",
        "No figure differs from version 1; ",
    )
    assert words == [f"{first}{second}what changed is in words, lists or marks."]


def test_the_headline_figures_come_first_and_have_a_sheet_of_their_own() -> None:
    inputs = made_inputs()
    moved = inputs.figures.assign(value=inputs.figures["value"] + 1)
    sheets = {sheet.name: sheet for sheet in changes_sheets(replace(inputs, published=moved))}
    (in_full,) = sheets[IN_FULL].tables()
    (headlines,) = sheets[CHANGES].tables()
    place = in_full.position("Breakdown")
    assert 0 < len(headlines.rows) < len(in_full.rows)
    assert {row[place] for row in in_full.rows[: len(headlines.rows)]} == {"All"}
    assert [row[0] for row in in_full.rows[: len(headlines.rows)]] == [row[0] for row in headlines.rows]
    assert [block for block in sheets[CHANGES].blocks if isinstance(block, Link)], "it leads to the rest"


def test_nothing_known_to_have_changed_is_told_as_such() -> None:
    inputs = replace(with_published(made_inputs()), before=Before(1, date(2015, 1, 12)))
    (table,) = next(sheet for sheet in changes_sheets(inputs) if sheet.name == CHANGES).tables()
    assert told(table, "FTE-01")["Reason"] == "Not known"


def test_where_figures_are_hidden_neither_they_nor_numbers_of_rows_are_told() -> None:
    inputs = with_published(made_inputs())
    first = inputs.figures["measure_id"].eq("FTE-01") & inputs.figures["breakdown"].eq("all")
    hidden = inputs.figures.assign(hidden=first)
    hidden.loc[first, list(AMOUNTS)] = None
    sheets = {sheet.name: sheet for sheet in changes_sheets(replace(inputs, figures=hidden))}
    (table,) = sheets[CHANGES].tables()
    mine = [row for row in table.rows if row[0] == "FTE-01"]
    assert mine
    assert {row[table.position("Now")] for row in mine} == {"[c]"}
    assert {row[table.position("Difference")] for row in mine} == {"[c]"}
    (why,) = sheets[WHY].tables()
    assert [row[why.position("Rows changed")] for row in why.rows] == ["[c]", "[z]"]


def test_a_figure_that_both_versions_hide_is_not_listed() -> None:
    inputs = made_inputs()
    hidden = inputs.figures.assign(hidden=True)
    assert changed_figures(replace(inputs, figures=hidden, published=hidden.assign(value=1.0))).empty


Edit = tuple[int, str, float]
EDITS = st.lists(
    st.tuples(
        st.integers(0, 10_000), st.sampled_from((*AMOUNTS, "gone", "new")), st.sampled_from((-7.0, -1.0, 0.5, 3.0))
    ),
    max_size=12,
)


def edited(inputs: ReturnInputs, edits: Sequence[Edit]) -> tuple[pd.DataFrame, pd.DataFrame, set[tuple[str, ...]]]:
    """Figures before and now after some random edits, and the keys of those that really differ."""
    before, now = inputs.figures.copy(), inputs.figures.copy()
    gone: dict[str, set[int]] = {"gone": set(), "new": set()}
    for number, what, step in edits:
        place = number % len(now)
        if what in gone:
            gone[what].add(place)
        else:
            old = now[what].iloc[place]
            now.loc[now.index[place], what] = step if pd.isna(old) else float(old) + step
    apart = pd.concat([before[name].fillna(-1e9).ne(now[name].fillna(-1e9)) for name in AMOUNTS], axis=1).any(axis=1)
    touched = {int(place) for place in apart.to_numpy().nonzero()[0]} | gone["gone"] ^ gone["new"]
    both = gone["gone"] & gone["new"]
    keys = [tuple(map(str, key)) for key in now[list(FIGURE_KEY)].itertuples(index=False)]
    kept_now = now.drop(index=[now.index[place] for place in sorted(gone["gone"])])
    kept_before = before.drop(index=[before.index[place] for place in sorted(gone["new"])])
    return kept_before, kept_now, {keys[place] for place in touched - both}


@settings(deadline=None, max_examples=60)
@given(EDITS)
def test_whatever_is_corrected_every_figure_that_differs_is_listed_and_no_other(edits: list[Edit]) -> None:
    inputs = made_inputs()
    before, now, expected = edited(inputs, edits)
    found = changed_figures(replace(inputs, figures=now, published=before))
    listed = [tuple(map(str, key)) for key in found[list(FIGURE_KEY)].itertuples(index=False)]
    assert sorted(listed) == sorted(expected)
    assert set(found["happened"]) <= {RESTATED, PARTS, NEW, WITHDRAWN}


def test_a_share_that_stands_on_other_counts_is_listed_as_such() -> None:
    inputs = made_inputs()
    mine = inputs.figures["measure_id"].eq("EET-01") & inputs.figures["period_id"].eq("2013-14-FY")
    doubled = inputs.figures.copy()
    doubled.loc[mine, ["numerator", "denominator"]] *= 2
    found = changed_figures(replace(inputs, published=doubled))
    assert set(found["happened"]) == {PARTS}
    assert len(found) == mine.sum()


def test_a_cause_that_is_counted_no_longer_says_so() -> None:
    inputs = with_published(made_inputs())
    lost = (Cause("correction", "outcomes: another file is in force.", frozenset({"FTE-01"})),)
    counted = (replace(lost[0], rows=RowsChanged(added=1)),)
    for causes, shown in ((lost, "[x]"), (counted, Amount(1.0))):
        sheets = changes_sheets(replace(inputs, before=Before(1, date(2015, 1, 12), causes)))
        (why,) = next(sheet for sheet in sheets if sheet.name == WHY).tables()
        assert why.rows[0][why.position("Rows added")] == shown
