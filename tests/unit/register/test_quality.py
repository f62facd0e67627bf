"""What the register keeps of quality: replaced by extract and side, told apart by quarter, the same after a rerun."""

from __future__ import annotations

from pipelines.platform.register.quality import QualityCount
from pipelines.platform.register.store import Register
from schemas.extract import NotRun

SEX = QualityCount("persons", "sex", "validity", 9, 10)
SIDES = ["completeness", "validity"]


def _lines(register: Register, *quarters: str) -> list[tuple[object, ...]]:
    return list(register.quality.counts(quarters).itertuples(index=False, name=None))


def test_counts_are_kept_by_quarter_and_sorted(register: Register) -> None:
    age = QualityCount("persons", "age", "completeness", 10, 10)
    register.quality.replace_counts("2014-15-Q3", "persons", SIDES, [SEX, age])
    register.quality.replace_counts("2014-15-Q2", "persons", SIDES, [SEX])
    assert _lines(register, "2014-15-Q3") == [
        ("2014-15-Q3", "persons", "age", "completeness", 10, 10),
        ("2014-15-Q3", "persons", "sex", "validity", 9, 10),
    ]
    assert len(_lines(register, "2014-15-Q3", "2014-15-Q2", "2014-15-Q1")) == 3


def test_a_rerun_replaces_its_own_sides_of_its_own_extract_and_nothing_else(register: Register) -> None:
    across = QualityCount("persons", "sex", "references", 8, 10)
    other = QualityCount("offences", "sex", "validity", 1, 1)
    book = register.quality
    book.replace_counts("2014-15-Q3", "persons", SIDES, [SEX])
    book.replace_counts("2014-15-Q3", "persons", ["references"], [across])
    book.replace_counts("2014-15-Q3", "offences", SIDES, [other])
    before = _lines(register, "2014-15-Q3")
    book.replace_counts("2014-15-Q3", "persons", SIDES, [SEX])
    assert _lines(register, "2014-15-Q3") == before
    book.replace_counts("2014-15-Q3", "persons", SIDES, [])
    assert [line[1:4] for line in _lines(register, "2014-15-Q3")] == [
        ("offences", "sex", "validity"),
        ("persons", "sex", "references"),
    ]


def test_rules_not_run_are_those_of_the_last_time(register: Register) -> None:
    book = register.quality
    book.replace_not_run("2014-15-Q3", "persons", [NotRun("YJ-T-0115", "no column"), NotRun("YJ-D-0107", "stopped")])
    book.replace_not_run("2014-15-Q3", "link", [NotRun("YJ-R-0001", "no file")])
    assert book.not_run("2014-15-Q3")["code"].tolist() == ["YJ-R-0001", "YJ-D-0107", "YJ-T-0115"]
    book.replace_not_run("2014-15-Q3", "persons", [])
    assert book.not_run("2014-15-Q3")["step"].tolist() == ["link"]
    assert book.not_run("2014-15-Q2").empty
