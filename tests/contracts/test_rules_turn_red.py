"""Every rule judged on a frame turns red on a row that breaks it, and stays green on a good row."""

from __future__ import annotations

import pytest

from schemas.catalogue import EXTRACTS
from schemas.codelists import code_list
from schemas.contract import validate
from schemas.extract import Column, Extract, Rule
from schemas.implied import copy_code, implied_rules, key_code
from tests.contracts.red_rows import RED
from tests.contracts.rows import CONTEXT, SHA, Row, codes, good_row, judge, letters, typed

DECLARED = [(extract, rule) for extract in EXTRACTS for rule in extract.rules]
OF_EXTRACT = pytest.mark.parametrize("extract", EXTRACTS, ids=lambda extract: extract.name)
WITH_A_KEY = pytest.mark.parametrize("extract", [one for one in EXTRACTS if one.key], ids=lambda one: one.name)
WITHOUT_A_KEY = pytest.mark.parametrize("extract", [one for one in EXTRACTS if not one.key], ids=lambda one: one.name)


def _implied(extract: Extract, letters_wanted: str) -> list[Rule]:
    return [rule for rule in implied_rules(extract) if rule.code[3] in letters_wanted]


def _spoilt(column: Column, letter: str) -> object:
    """A cell that breaks the column's rule of that letter."""
    field = column.field
    if letter == "N":
        return None
    if field.code_list is not None or field.pattern is not None:
        return "no such code"
    if field.longest is not None:
        return "x" * (field.longest + 1)
    return field.maximum + 1 if field.maximum is not None else (field.minimum or 0) - 1


def _spoilt_row(extract: Extract, rule: Rule) -> Row:
    column = extract.column(rule.columns[0])
    return good_row(extract) | {column.name: _spoilt(column, rule.code[3])}


@OF_EXTRACT
def test_a_good_row_keeps_every_rule(extract: Extract) -> None:
    report = judge(extract, [good_row(extract)])
    assert report.faults == ()
    assert len(report.kept) == 1
    assert not report.stops_file


@OF_EXTRACT
def test_an_empty_quarter_passes_since_no_cases_is_a_figure_too(extract: Extract) -> None:
    report = judge(extract, [])
    assert report.faults == ()
    assert not report.stops_file
    assert list(report.kept.columns) == list(typed(extract, []).columns)


@OF_EXTRACT
def test_a_cell_that_is_empty_or_outside_its_domain_turns_its_own_rule_red(extract: Extract) -> None:
    rules = _implied(extract, "ND")
    report = judge(extract, [_spoilt_row(extract, rule) for rule in rules])
    lines = {rule.code: [f for f in report.faults if f.code == rule.code] for rule in rules}
    assert {code: [fault.row for fault in found] for code, found in lines.items()} == {
        rule.code: [row] for row, rule in enumerate(rules, start=2)
    }
    assert all(lines[rule.code][0].column == rule.columns[0] for rule in rules)
    assert all(lines[rule.code][0].column_letter for rule in rules)


@OF_EXTRACT
def test_a_faulty_cell_stops_its_row_only_where_the_cell_is_needed(extract: Extract) -> None:
    rules = _implied(extract, "ND")
    stopped = judge(extract, [_spoilt_row(extract, rule) for rule in rules]).stopped
    reasons = dict(zip(stopped["row"], stopped["stopped_by"], strict=True))
    needed = {row: rule.code for row, rule in enumerate(rules, start=2) if rule.severity == "stop-row"}
    assert {row: code for row, code in reasons.items() if not code.startswith("YJ-K-")} == needed


@pytest.mark.parametrize(("extract", "rule"), DECLARED, ids=[rule.code for _, rule in DECLARED])
def test_a_row_that_breaks_a_declared_rule_is_one_line_and_stops_if_the_rule_says_so(
    extract: Extract, rule: Rule
) -> None:
    rows = [good_row(extract) | dict(cells) for cells in RED[rule.code]]
    report = judge(extract, rows)
    lines = [fault for fault in report.faults if fault.code == rule.code]
    assert [fault.row for fault in lines] == [len(rows) + 1], "one line, at the row that breaks the rule"
    assert (lines[0].column, lines[0].severity) == (rule.columns[0], rule.severity)
    reasons = [(len(rows) + 1, rule.code)] if rule.severity == "stop-row" else []
    assert list(zip(report.stopped["row"], report.stopped["stopped_by"], strict=True)) == reasons


@OF_EXTRACT
def test_a_column_that_is_not_there_is_told_once_for_the_file(extract: Extract) -> None:
    report = validate(typed(extract, []), extract, CONTEXT, {(SHA, ""): {}})
    assert sorted(codes(report)) == sorted(rule.code for rule in _implied(extract, "C"))
    assert {fault.row for fault in report.faults} == {None}
    assert report.stops_file


@OF_EXTRACT
def test_a_file_without_a_column_it_can_do_without_goes_on(extract: Extract) -> None:
    needless = {column.name for column in extract.columns if not column.required}
    there = {name: letter for name, letter in letters(extract)[(SHA, "")].items() if name not in needless}
    report = validate(typed(extract, [good_row(extract)]), extract, CONTEXT, {(SHA, ""): there})
    assert {fault.severity for fault in report.faults} <= {"notice"}
    assert not report.stops_file


@WITHOUT_A_KEY
def test_rows_alike_are_two_things_where_rows_have_no_key(extract: Extract) -> None:
    incident = good_row(extract) | {"crime_id": None, "crime_type": "Anti-social behaviour"}
    report = judge(extract, [incident, incident])
    assert report.faults == ()
    assert report.kept["row"].tolist() == [2, 3]


@WITH_A_KEY
def test_an_exact_copy_is_counted_once_and_noted(extract: Extract) -> None:
    report = judge(extract, [good_row(extract), good_row(extract)])
    assert codes(report) == [copy_code(extract)]
    assert report.kept["row"].tolist() == [2]
    assert report.stopped["stopped_by"].tolist() == [copy_code(extract)]
    assert not report.stops_file


@WITH_A_KEY
def test_of_two_rows_with_one_key_the_first_goes_on(extract: Extract) -> None:
    other = _other_cell(extract)
    report = judge(extract, [good_row(extract), good_row(extract) | other])
    assert key_code(extract) in codes(report)
    assert report.kept["row"].tolist() == [2]
    assert report.stopped["stopped_by"].tolist() == [key_code(extract)]


def _other_cell(extract: Extract) -> Row:
    """A cell outside the key, with another good value."""
    good = good_row(extract)
    for column in extract.columns:
        if not column.keep or column.name in extract.key:
            continue
        if column.field.kind == "text" and column.field.pattern is None:
            return {column.name: "other words"}
        if column.field.code_list is not None:
            return {column.name: next(c for c in code_list(column.field.code_list).codes if c != good[column.name])}
    for name, other in (("actual", 101.0), ("slipstreamable", True), ("extract_date", "2015-01-04")):
        if name in good:
            return {name: other}
    return {"value": 36.0} if "value" in good else {"estimate": 3}


def test_every_declared_rule_has_its_own_red_row() -> None:
    assert set(RED) == {rule.code for _, rule in DECLARED}


def test_no_rule_that_a_frame_can_break_goes_untested() -> None:
    tested = {rule.code for extract in EXTRACTS for rule in _implied(extract, "CNDK")} | set(RED)
    every = {rule.code for extract in EXTRACTS for rule in (*implied_rules(extract), *extract.rules)}
    assert every - tested == {code for code in every if code.startswith("YJ-T-")}, "cells are read by the cleaning step"
