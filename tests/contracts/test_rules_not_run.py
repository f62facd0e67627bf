"""A rule that could not be judged is told, takes no other down, and none of ours raises whatever the rows say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.catalogue import EXTRACTS, extract
from schemas.contract import validate
from schemas.extract import CheckContext, Column, Extract, Holds, Rule
from schemas.file_rules import ACROSS_RULES
from schemas.not_run import ACROSS_READS, RAISED, across_after_stop, across_reads, across_without, all_of
from schemas.references import reference_reads
from schemas.rules import rules_of
from tests.contracts.rows import CONTEXT, SHA, Row, codes, good_row, judge, letters, typed

PERSONS = extract("persons")
SECRET = "Quincequill"  # noqa: S105 (a made-up name)


def _fails(_frame: pd.DataFrame, _context: CheckContext) -> pd.Series:
    raise ValueError(f"{SECRET} is no number")


def _answers_short(frame: pd.DataFrame, _context: CheckContext) -> pd.Series:
    return pd.Series(True, index=frame.index[:1])


def _with_rule(broken: Rule) -> Extract:
    """The persons extract with one of its rules in another form."""
    return replace(PERSONS, rules=tuple(broken if one.code == broken.code else one for one in PERSONS.rules))


@pytest.mark.parametrize(
    ("holds", "kind"), [(_fails, "ValueError"), (_answers_short, "TypeError"), (None, "TypeError")]
)
def test_a_rule_that_raises_takes_no_other_down(holds: Holds | None, kind: str) -> None:
    rule = next(one for one in PERSONS.rules if one.code == "YJ-X-0101")
    rows = [good_row(PERSONS), good_row(PERSONS) | {"ypid": "Y2", "ethnicity": "M1", "ethnicity_group": "White"}]
    report = judge(_with_rule(replace(rule, holds=holds)), rows)
    assert codes(report) == [RAISED, "YJ-X-0103"], "the other rules were judged"
    assert report.faults[0].message.endswith("Rule: YJ-X-0101.")
    assert report.faults[0].severity == "query"
    assert [(one.code, one.why) for one in report.not_run] == [("YJ-X-0101", f"it could not be judged ({kind})")]
    assert SECRET not in repr(report.faults) + repr(report.not_run)
    assert not report.stops_file


def test_a_rule_of_a_column_that_no_sheet_has_did_not_run() -> None:
    report = validate(typed(PERSONS, [good_row(PERSONS)]), PERSONS, CONTEXT, letters(PERSONS, without="lac_flag"))
    assert {(one.code, one.why) for one in report.not_run} == {("YJ-T-0115", "the file has no column lac_flag")}


def test_a_column_that_one_sheet_has_is_judged_there() -> None:
    there = letters(PERSONS)[(SHA, "")]
    lacking = {name: letter for name, letter in there.items() if name != "lac_flag"}
    report = validate(typed(PERSONS, [good_row(PERSONS)]), PERSONS, CONTEXT, {(SHA, ""): there, (SHA, "more"): lacking})
    assert report.not_run == ()


def test_a_rule_that_found_something_without_its_column_has_run() -> None:
    item = extract("comparators")
    rows = [good_row(item) | {"measure_id": "REO-01", "follow_up_months": None}]
    report = validate(typed(item, rows), item, CONTEXT, letters(item, without="follow_up_months"))
    assert "YJ-X-1305" in codes(report)
    assert "YJ-X-1305" not in {one.code for one in report.not_run}


def test_without_its_key_no_row_is_told_from_another() -> None:
    report = validate(typed(PERSONS, [good_row(PERSONS)]), PERSONS, CONTEXT, letters(PERSONS, without="ypid"))
    reasons = {one.code: one.why for one in report.not_run}
    assert reasons["YJ-K-0101"] == reasons["YJ-X-0190"] == "rows cannot be told apart without ypid"
    assert "YJ-C-0101" not in reasons


@pytest.mark.parametrize("item", EXTRACTS, ids=lambda item: item.name)
def test_a_good_file_leaves_no_rule_unjudged(item: Extract) -> None:
    assert judge(item, [good_row(item)]).not_run == ()


def test_a_stopped_file_leaves_every_rule_unjudged_and_those_across_files_that_read_it() -> None:
    assert {one.code for one in all_of(PERSONS, "stopped")} == {one.code for one in rules_of(PERSONS)}
    told = {one.code for one in across_after_stop(extract("hearings"))}
    assert told == {"YJ-R-0008", "YJ-R-7201"}
    lacking = {one.code for one in across_without({"persons", "offences"})}
    assert lacking & set(ACROSS_READS) == {
        *("YJ-R-0002", "YJ-R-0003", "YJ-R-0004", "YJ-R-0005", "YJ-R-0006", "YJ-R-0007", "YJ-R-0008"),
    }
    assert lacking - set(ACROSS_READS) == set(reference_reads())


def test_what_each_rule_across_files_reads_is_known() -> None:
    assert set(ACROSS_READS) == {one.code for one in ACROSS_RULES}
    for tables in across_reads().values():
        assert all(extract(name) for name in tables)


_TEXTS = st.one_of(st.none(), st.text(max_size=12), st.sampled_from(["2014-15", "9999-99", "E07000129", "Total", "-"]))
_NUMBERS = st.one_of(st.none(), st.floats(allow_nan=False, width=32), st.sampled_from([0.0, -1.0, 1e300]))
_BY_KIND: dict[str, st.SearchStrategy[object]] = {
    "date": st.one_of(st.none(), st.dates(date(1899, 1, 1), date(2100, 12, 31)).map(date.isoformat)),
    "integer": st.one_of(st.none(), st.integers(-(2**53), 2**53)),
    "number": _NUMBERS,
    "money": _NUMBERS,
    "hours": _NUMBERS,
    "yes_no": st.one_of(st.none(), st.booleans()),
}


def _cell(item: Extract, column: Column) -> st.SearchStrategy[object]:
    """Anything a column may hold once it is read: its good cell as often as any other."""
    good = good_row(item)[column.name]
    return st.one_of(st.just(good), _BY_KIND.get(column.field.kind, _TEXTS))


def _rows(item: Extract) -> st.SearchStrategy[list[Row]]:
    # Only columns that a rule of the extract's own reads: the others are asked by the same few makers everywhere.
    read = {name for rule in item.rules for name in rule.columns} | set(item.key)
    cells = {column.name: _cell(item, column) for column in item.columns if column.keep and column.name in read}
    return st.lists(st.fixed_dictionaries({}, optional=cells), min_size=1, max_size=4).map(
        lambda rows: [good_row(item) | row for row in rows]
    )


@pytest.mark.parametrize("item", EXTRACTS, ids=lambda item: item.name)
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_rule_of_ours_raises_whatever_the_rows_say(item: Extract, data: st.DataObject) -> None:
    report = judge(item, data.draw(_rows(item)))
    assert report.not_run == ()
    assert RAISED not in codes(report)
