"""Every code is explained: meaning, example, effect, owner; and no code is quoted that nobody explains."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipelines.cli.explain import explanation
from pipelines.cli.main import run_command
from pipelines.platform.errors import BoardReturnsError
from schemas.catalogue import EXTRACTS, extract
from schemas.effects import effect_of
from schemas.error_catalogue import error_catalogue
from schemas.examples import EXAMPLES, example_of, misfit
from schemas.extract import Rule
from schemas.owners import CASE_RECORDING_OFFICER, DATA_OFFICER, FINANCE_OFFICER, PERFORMANCE_MANAGER, PUBLISHER
from schemas.rules import all_rules, rule, rules_of
from schemas.troubles import TROUBLES

PROJECT = Path(__file__).resolve().parents[2]
OWNERS = {CASE_RECORDING_OFFICER, DATA_OFFICER, FINANCE_OFFICER, PERFORMANCE_MANAGER, PUBLISHER}
#: Codes in the docstring of the module of errors are examples of a code's form.
ROOMS = ("pipelines", "assets", "schemas")


def _extract_of(one: Rule) -> str:
    return next((item.name for item in EXTRACTS if one in rules_of(item)), "")


def test_every_rule_has_an_example_an_owner_and_an_effect() -> None:
    lacking = [
        one.code
        for one in all_rules()
        if not example_of(one, extract(name) if (name := _extract_of(one)) else None) or not effect_of(one)
    ]
    assert lacking == [], "give each an entry in schemas/examples.py (declared rules: schemas/breaking.py)"
    assert {one.owner for one in all_rules()} <= OWNERS


def test_no_example_is_of_a_rule_that_is_not() -> None:
    assert set(EXAMPLES) - {one.code for one in all_rules()} == set()


def test_an_example_outside_a_domain_is_outside_it() -> None:
    for item in EXTRACTS:
        for column in item.columns:
            field = column.field
            if field.pattern is not None:
                assert re.fullmatch(field.pattern, misfit(field)) is None, column.name
            elif field.maximum is not None:
                assert float(misfit(field)) > field.maximum
            elif field.minimum is not None:
                assert float(misfit(field)) < field.minimum


@pytest.mark.parametrize(
    ("code", "owner"),
    [
        ("YJ-D-0107", CASE_RECORDING_OFFICER),  # a code in a case record
        ("YJ-C-0107", DATA_OFFICER),  # a column missing in the export
        ("YJ-X-0190", DATA_OFFICER),  # rows of two exports
        ("YJ-X-1602", FINANCE_OFFICER),  # a negative budget
        ("YJ-X-1904", PERFORMANCE_MANAGER),  # a risk's score
        ("YJ-X-0901", DATA_OFFICER),  # a figure copied from a publication
        ("YJ-R-0001", DATA_OFFICER),  # two extracts taken apart
        ("YJ-R-0003", CASE_RECORDING_OFFICER),  # two dates in the case system
        ("YJ-W-0001", PUBLISHER),  # an odd published value
    ],
)
def test_a_fault_is_mended_where_it_arose(code: str, owner: str) -> None:
    assert rule(code).owner == owner


def test_the_codes_that_the_program_raises_are_those_that_are_explained() -> None:
    raised = {
        code
        for room in ROOMS
        for path in sorted((PROJECT / room).rglob("*.py"))
        if path.name not in {"troubles.py", "errors.py"}
        for code in re.findall(r"\b(?:BR-\d{3}|YJ-P-\d{4})\b", path.read_text(encoding="utf-8"))
    }
    assert raised == {one.code for one in TROUBLES}


def test_the_catalogue_shows_every_code_with_its_example_and_owner() -> None:
    lines = {line.split("|")[1].strip(): line for line in error_catalogue().splitlines() if line.startswith("| ")}
    assert {one.code for one in (*all_rules(), *TROUBLES)} <= set(lines)
    for one in all_rules():
        assert f"| {one.owner} |" in lines[one.code]


def test_an_explanation_says_all_of_a_column_rule() -> None:
    said = "\n".join(explanation("yj-d-0107"))
    for words in ("stop-row", "01 Young people (persons)", "Who mends it", "gender", "Male", "also read: M, 1, Boy"):
        assert words in said, words


@pytest.mark.parametrize(
    "typed", ["YJ-D-0107", "yj-d-0107", " yj d 0107 ", "yj_d_0107", "YJ\u2013D\u20130107", "yjd0107"]
)
def test_a_code_is_known_in_any_case_and_with_any_dashes(typed: str) -> None:
    assert explanation(typed)[0].startswith("YJ-D-0107:")


@pytest.mark.parametrize("code", sorted({one.code for one in (*all_rules(), *TROUBLES)}))
def test_every_code_can_be_explained(code: str) -> None:
    lines = explanation(code)
    assert lines[0].startswith(f"{code}:")
    assert not any("{" in line for line in lines)


def test_a_code_that_is_none_is_answered_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(BoardReturnsError, match=r"Did you mean .*YJ-D-0107"):
        explanation("YJ-D-01O7")
    assert run_command(["explain", "nonsense"]) == 1
    assert capsys.readouterr().err.startswith("board-returns: YJ-P-0007: There is no such code. The codes are in")
