"""The contract judges in stages, tells one line a fault, and never shows a cell."""

from __future__ import annotations

from dataclasses import astuple
from datetime import date

import pandas as pd
import pytest

from schemas.catalogue import EXTRACTS, extract
from schemas.contract import FEWEST_STOPPED, validate
from schemas.extract import CheckContext, Extract, Fault
from schemas.masking import shape_of
from schemas.rules import implied_rule
from tests.contracts.rows import CONTEXT, FILE, SHA, Row, codes, good_row, judge, letters, typed

PERSONS = extract("persons")
OFFENCES = extract("offences")
LEDGER = extract("finance_actual")
CANARY = "Zebedee"


def _people(number: int) -> list[Row]:
    return [good_row(PERSONS) | {"ypid": f"Y{n}"} for n in range(number)]


def _told(item: Extract, column: str, row: int) -> Fault:
    """A fault of the cleaning step on one cell that could not be read."""
    one = implied_rule(item, column, "T")
    return Fault(
        one.code, one.severity, item.name, one.message, one.expected, one.fix, FILE, SHA, row=row, column=column
    )


def test_one_row_with_faults_of_three_stages_has_a_line_for_each() -> None:
    spoilt = {"ypid": "Y9", "sex": "neither", "home_authority": None, "ethnicity": "M1", "ethnicity_group": "White"}
    report = judge(PERSONS, [*_people(12), good_row(PERSONS) | spoilt])
    assert codes(report) == ["YJ-D-0107", "YJ-X-0103", "YJ-N-0113"]
    assert report.stopped["stopped_by"].tolist() == ["YJ-N-0113"], "the first stage to stop it is the reason kept"


def test_a_cell_outside_its_domain_is_not_blamed_again_by_rules_that_read_it() -> None:
    row = good_row(OFFENCES) | {"age_at_arrest_or_offence": 999}
    assert codes(judge(OFFENCES, [row])) == ["YJ-F-0010", "YJ-D-0213"]


def test_an_optional_cell_outside_its_list_is_left_empty_and_its_row_goes_on() -> None:
    report = judge(PERSONS, [good_row(PERSONS) | {"locality": "East"}])
    assert codes(report) == ["YJ-D-0114"]
    assert report.kept["locality"].isna().tolist() == [True]
    assert report.kept["sex"].tolist() == ["Male"]


def test_a_cell_that_cleaning_told_of_is_not_called_empty_as_well() -> None:
    rows = [*_people(3), good_row(PERSONS) | {"ypid": "Y9", "date_of_birth": None}]
    report = judge(PERSONS, rows, [_told(PERSONS, "date_of_birth", 5)])
    assert codes(report) == ["YJ-T-0106"]
    assert report.stopped["stopped_by"].tolist() == ["YJ-T-0106"]


def test_an_unreadable_optional_cell_stays_empty_and_its_row_goes_on() -> None:
    rows = [good_row(OFFENCES) | {"arrest_date": None}]
    report = judge(OFFENCES, rows, [_told(OFFENCES, "arrest_date", 2)])
    assert codes(report) == ["YJ-T-0204"]
    assert report.kept["row"].tolist() == [2]


def test_a_row_that_is_set_aside_leaves_its_key_to_the_next() -> None:
    report = judge(PERSONS, [good_row(PERSONS) | {"home_authority": None}, good_row(PERSONS)])
    assert codes(report) == ["YJ-N-0113"]
    assert report.kept["row"].tolist() == [3]


def test_every_row_is_either_kept_or_set_aside() -> None:
    rows = [*_people(4), *_people(2), good_row(PERSONS) | {"sex": "neither"}]
    report = judge(PERSONS, rows)
    assert sorted([*report.kept["row"], *report.stopped["row"]]) == list(range(2, len(rows) + 2))


def test_too_large_a_share_of_stopped_rows_stops_the_file() -> None:
    bad = [good_row(PERSONS) | {"ypid": f"B{n}", "home_authority": None} for n in range(FEWEST_STOPPED)]
    assert not judge(PERSONS, [*_people(27), *bad]).stops_file, "3 of 30 is a tenth, and no more"
    report = judge(PERSONS, [*_people(26), *bad])
    assert report.stops_file, "3 of 29 is more than a tenth"
    assert codes(report)[0] == "YJ-F-0010"


def test_a_single_faulty_row_never_stops_a_short_file() -> None:
    report = judge(PERSONS, [*_people(2), good_row(PERSONS) | {"ypid": "B", "home_authority": None}])
    assert not report.stops_file


def test_exact_copies_never_stop_a_file() -> None:
    assert not judge(PERSONS, [good_row(PERSONS)] * 10).stops_file


@pytest.mark.parametrize(
    ("taken", "belongs"),
    [("2014-12-30", False), ("2014-12-31", True), ("2015-06-30", True), ("2015-07-01", False)],
)
def test_an_extract_belongs_to_the_quarter_that_ended_up_to_six_months_before_it(taken: str, *, belongs: bool) -> None:
    report = judge(PERSONS, [good_row(PERSONS) | {"extract_date": taken}])
    assert ("YJ-F-0005" not in codes(report)) is belongs
    assert report.stops_file is not belongs


def test_a_ledger_without_the_period_that_ends_the_quarter_is_of_another_quarter() -> None:
    assert codes(judge(LEDGER, [good_row(LEDGER) | {"period": 8}])) == ["YJ-F-0005"]
    october = CheckContext("2014-15 Q2", date(2014, 7, 1), date(2014, 9, 30))
    good = typed(LEDGER, [good_row(LEDGER) | {"period": 6, "posted_date": "2014-09-30"}])
    assert validate(good, LEDGER, october, letters(LEDGER)).faults == ()


def test_a_fault_line_has_file_row_letter_shape_and_what_to_do() -> None:
    raw = pd.DataFrame({"file_sha256": [SHA], "sheet": [""], "row": [2], "sex": ["Zorg 9"]})
    frame = typed(PERSONS, [good_row(PERSONS) | {"sex": "Zorg"}])
    (fault,) = (f for f in validate(frame, PERSONS, CONTEXT, letters(PERSONS), raw=raw).faults if f.code == "YJ-D-0107")
    assert (fault.file_name, fault.file_sha256, fault.row, fault.column, fault.column_letter) == (
        FILE,
        SHA,
        2,
        "sex",
        "G",
    )
    assert fault.shown == "AAAA 9", "the shape of the text in the file, not of what became of it"
    assert "case-management system" in fault.fix
    assert "FTE-01" in fault.measures


@pytest.mark.parametrize("item", EXTRACTS, ids=lambda item: item.name)
def test_no_word_of_any_fault_holds_a_cell(item: Extract) -> None:
    texts = {c.name: CANARY for c in item.columns if c.keep and c.field.kind in {"id", "text", "code"}}
    rows = [good_row(item) | texts, good_row(item) | texts | _spoilt_number(item)]
    report = validate(typed(item, rows), item, CONTEXT, letters(item))
    words = " ".join(str(part) for fault in report.faults for part in astuple(fault))
    assert report.faults
    assert CANARY.lower() not in words.lower()
    assert "failure_case" not in words
    assert "<Check" not in words


def _spoilt_number(item: Extract) -> Row:
    numbers = [c for c in item.columns if c.keep and c.field.minimum is not None]
    return {numbers[0].name: (numbers[0].field.minimum or 0) - 1} if numbers else {}


def test_a_frame_that_is_not_typed_is_our_fault_and_is_told_without_a_cell() -> None:
    frame = typed(PERSONS, [good_row(PERSONS)])
    frame["date_of_birth"] = CANARY
    with pytest.raises(TypeError, match=r"core_persons is not typed .* date_of_birth$") as caught:
        validate(frame, PERSONS, CONTEXT, letters(PERSONS))
    assert CANARY not in str(caught.value)


def test_a_rule_that_fails_itself_is_told_without_pandera_s_words_or_a_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    def blunder(_: pd.DataFrame) -> pd.Series:
        raise ValueError(CANARY)

    monkeypatch.setattr("schemas.contract._ask", lambda *_: blunder)
    with pytest.raises(RuntimeError) as caught:
        judge(PERSONS, [good_row(PERSONS)])
    assert CANARY not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None or caught.value.__suppress_context__


def test_the_order_of_rows_is_kept_and_the_typed_frame_is_left_alone() -> None:
    frame = typed(PERSONS, [*_people(3), good_row(PERSONS) | {"ypid": "Y9", "locality": "East"}])
    before = frame.copy()
    report = validate(frame, PERSONS, CONTEXT, letters(PERSONS))
    pd.testing.assert_frame_equal(frame, before)
    assert report.kept["row"].tolist() == [2, 3, 4, 5]


@pytest.mark.parametrize(
    ("value", "shape"),
    [
        ("Jo Bloggs", "AA AAAAAA"),
        ("03/0123456A", "99/9999999A"),
        (" ", "(empty)"),
        (None, "(empty)"),
        (pd.NaT, "(empty)"),
        ("É²\u200b", "A9?"),
        ("a" * 12, "A" * 12),
        ("a" * 13, "A" * 11 + "…"),
    ],
)
def test_a_cell_is_shown_as_its_shape(value: object, shape: str) -> None:
    assert shape_of(value) == shape


def test_a_missing_key_column_is_one_fault_and_not_one_a_row() -> None:
    rows = [good_row(PERSONS) | {"ypid": ""} for _ in range(40)]
    report = validate(typed(PERSONS, rows), PERSONS, CONTEXT, letters(PERSONS, without="ypid"))
    assert codes(report) == ["YJ-C-0101"]
    assert report.stops_file
