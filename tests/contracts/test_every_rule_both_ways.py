"""Every rule of the catalogue has a case that turns it red and one that keeps it; a rule without either fails here.

Rules of columns, keys and extracts are held to it in `test_rules_turn_red`; here are cells, repairs and rows across
files. What takes a whole drop, a hostile file, two releases or a pair of children has a test module of its own, which
must name the rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from assets.core.clean import to_types
from assets.raw.raw_tables import build_raw, header_notices
from assets.raw.store import keep
from pipelines.platform.engines import Session
from pipelines.platform.periods import spine
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.records import ReceivedFile
from schemas.catalogue import EXTRACTS, extract
from schemas.extract import Extract, Fault
from schemas.file_rules import ACROSS_RULES, REPAIR_RULES
from schemas.references import reference_reads
from schemas.rules import all_rules, rules_of
from tests.contracts.red_rows import RED
from tests.contracts.rows import SHA, good_row
from tests.oracles.computed import services_open
from tests.oracles.random_worlds import FIRST, service
from tests.oracles.story import Story

TESTS = Path(__file__).resolve().parents[1]
PROJECT = TESTS.parent
OF_EXTRACT = pytest.mark.parametrize("item", EXTRACTS, ids=lambda item: item.name)
#: What Excel shows where a formula fails; no kind of column can read it.
UNREADABLE = "#REF!"
#: Repair -> an extract, one of its columns, and a text that is repaired.
REPAIRED: Mapping[str, tuple[str, str, str]] = {
    "YJ-S-0001": ("offences", "offence_date", "41640"),
    "YJ-S-0002": ("offences", "arrest_date", "01/01/1900"),
    "YJ-S-0003": ("persons", "sex", "M"),
    "YJ-S-0004": ("finance_actual", "cost_centre", "Total"),
    "YJ-S-0006": ("offences", "arrest_date", "n/a"),
    "YJ-S-0007": ("offences", "offence_date", "01/04/14"),
    "YJ-S-0009": ("finance_actual", "actual", "(1,234.50)"),
    "YJ-S-0010": ("offences", "seriousness", "4.0"),
    "YJ-S-0011": ("persons", "home_authority", "LEIC\u00a0"),
    "YJ-S-0012": ("ete_status", "hours_attended", "2h30"),
    "YJ-S-0013": ("persons", "sex", "male"),
    "YJ-S-0014": ("offences", "offence_date", "3rd March 2014"),
    "YJ-S-0015": ("persons", "ypid", "'00123"),
    "YJ-S-0016": ("remand_episodes", "nights", "2 nights"),
    "YJ-S-0017": ("persons", "ypid", "Y\u20131"),
    "YJ-S-0018": ("priorities", "narrative", "=SUM(A1:A2)"),
}
#: Said by the line of each missing column (YJ-C-...); its number is kept so that it is never given again.
NEVER_SAID = frozenset({"YJ-F-0008"})
#: Modules that quote codes without showing what breaks them.
QUOTES = frozenset({Path(__file__).name, "test_explained_codes.py", "test_catalogue.py"})
JUNE = date(2014, 6, 2)


def _text(value: object) -> str | None:
    """A cell of a good row as a file would have it."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return f"{value:g}" if isinstance(value, float) and value < 1e6 else str(value)


def _told(item: Extract, rows: list[dict[str, str | None]]) -> tuple[Fault, ...]:
    """What the cleaning step says of rows of text."""
    frame = pd.DataFrame(rows, dtype="str")
    origin = {"file_sha256": SHA, "file_name": "drop.csv", "sheet": "", "row": range(2, len(frame) + 2)}
    raw = pd.DataFrame(origin, index=frame.index).join(frame)
    return to_types(raw, item, {(SHA, ""): {}})[1]


def _good(item: Extract) -> dict[str, str | None]:
    return {name: _text(value) for name, value in good_row(item).items()}


@OF_EXTRACT
def test_a_cell_that_cannot_be_read_is_its_columns_rule_and_a_good_row_is_read_whole(item: Extract) -> None:
    good = _good(item)
    assert [fault.code for fault in _told(item, [good]) if fault.severity != "notice"] == []
    for rule in (one for one in rules_of(item) if one.code[3] == "T"):
        # A good row beside it, or a column without one readable cell would be one line for the column.
        faults = _told(item, [good, good | {rule.columns[0]: UNREADABLE}])
        assert [(f.code, f.row) for f in faults if f.severity != "notice"] == [(rule.code, 3)]


@pytest.mark.parametrize("code", sorted(REPAIRED))
def test_a_repair_is_told_of_the_cell_that_needed_it_and_of_no_good_row(code: str) -> None:
    name, column, text = REPAIRED[code]
    item = extract(name)
    assert code not in {fault.code for fault in _told(item, [_good(item)])}
    assert code in {fault.code for fault in _told(item, [_good(item), _good(item) | {column: text}])}


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    """An engine that knows the sample service's areas and the periods of 2014-15 Q3."""
    periods = spine(Quarter.from_label("2014-15 Q3"), date(2007, 4, 1))
    with services_open([service(FIRST)], periods) as opened:
        yield opened


def _hearing(story: Story, ypid: str) -> None:
    story.add("hearings", {"hearing_id": "1", "ypid": ypid}, {})


#: Rule across files -> what is added to a sound world to break it.
ACROSS: Mapping[str, Callable[[Story], object]] = {
    "YJ-R-0001": lambda story: story.offence("nobody", JUNE),
    "YJ-R-0002": lambda story: story.outcome({"offence_id": "none", "outcome_date": JUNE}),
    "YJ-R-0003": lambda story: story.outcome({"offence_id": "00", "outcome_date": date(2014, 6, 1)}),
    "YJ-R-0004": lambda story: story.order("nobody", JUNE),
    "YJ-R-0005": lambda story: story.provision("nobody", 25.0),
    "YJ-R-0006": lambda story: story.home("nobody"),
    "YJ-R-0007": lambda story: story.remand("nobody", "CONDITIONAL_BAIL"),
    "YJ-R-0008": lambda story: _hearing(story, "nobody"),
    # Born on 1 September 1998: 15 on the day.
    "YJ-R-0009": lambda story: story.offence("A", JUNE, age_at_arrest_or_offence=13),
    # Nine on the day.
    "YJ-R-0010": lambda story: story.offence(
        story.child("B", date_of_birth=date(2004, 6, 3)), JUNE, age_at_arrest_or_offence=10
    ),
}


def _sound(session: Session) -> Story:
    """A child with one row in every table, each in order."""
    story = Story(session)
    child = story.child()
    story.offence(child, JUNE)
    story.order(child, JUNE)
    story.provision(child, 25.0)
    story.home(child)
    story.remand(child, "CONDITIONAL_BAIL")
    _hearing(story, child)
    return story


def _found(story: Story) -> set[str]:
    return set(story.made("core_cross_file_faults")["core_cross_file_faults"]["code"])


def test_a_sound_world_breaks_no_rule_across_files(session: Session) -> None:
    assert _found(_sound(session)) == set()


@pytest.mark.parametrize("code", sorted(ACROSS))
def test_one_row_breaks_its_rule_across_files(session: Session, code: str) -> None:
    story = _sound(session)
    ACROSS[code](story)
    assert code in _found(story)


@cache
def _words_of_tests() -> frozenset[str]:
    """Every word of the other tests that is a code or the name of a constant."""
    others = (path for path in sorted(TESTS.rglob("*.py")) if path.name not in QUOTES)
    texts = "\n".join(path.read_text(encoding="utf-8") for path in others)
    return frozenset(re.findall(r"YJ-[A-Z]-\d{4}|\b[A-Z][A-Z_]{3,}\b", texts))


@cache
def _names() -> Mapping[str, frozenset[str]]:
    """Code -> names under which the product's modules know it."""
    names: dict[str, set[str]] = {}
    for room in ("schemas", "assets"):
        for path in sorted((PROJECT / room).rglob("*.py")):
            for name, code in re.findall(r'^([A-Z_]+) = "(YJ-[A-Z]-\d{4})"', path.read_text("utf-8"), re.MULTILINE):
                names.setdefault(code, set()).add(name)
    return {code: frozenset(found) for code, found in names.items()}


def _has_a_module_of_its_own(code: str) -> bool:
    return bool(({code} | _names().get(code, frozenset())) & _words_of_tests())


def _proved(code: str) -> bool:
    """Whether a case of each way stands here, in `test_rules_turn_red`, or in a module that names the rule."""
    letter = code[3]
    if letter in "CNDKT":
        return True  # by column and extract, above and in test_rules_turn_red, which fails where one is left out
    if code in RED or code in REPAIRED or code in ACROSS or code in NEVER_SAID:
        return True
    if code in reference_reads():
        return True  # each both ways in tests/unit/core/test_references.py
    return letter in "FWSR" and _has_a_module_of_its_own(code)


def test_no_rule_is_without_a_case_of_each_way() -> None:
    every = [one.code for one in all_rules()]
    unproved = [code for code in every if not _proved(code)]
    proved = len(every) - len(unproved)
    print(f"{proved} of {len(every)} rules have a case that turns them red and one that passes.")  # noqa: T201 - the score is asked for
    assert unproved == []
    assert len(every) >= 120


def test_the_repairs_and_rules_across_files_shown_here_are_the_catalogues() -> None:
    assert set(ACROSS) == {one.code for one in ACROSS_RULES}
    assert {one.code for one in REPAIR_RULES} - set(REPAIRED) == {"YJ-S-0005", "YJ-S-0008"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("{head}\n{row}\n", set()),
        ("A title\n\n{head}\n{row}\n", {"YJ-S-0008"}),
        ("{head}\n{row}\n\n{row}\n", {"YJ-S-0005"}),
    ],
    ids=["plain", "a title above", "an empty row between"],
)
def test_rows_around_the_table_are_told(tmp_path: Path, text: str, codes: set[str]) -> None:
    persons = extract("persons")
    head = ",".join(column.name for column in persons.columns)
    row = ",".join("1" for _ in persons.columns)
    path = tmp_path / "persons.csv"
    path.write_text(text.format(head=head, row=row), encoding="utf-8")
    kept = keep(path, tmp_path / "received")
    file = ReceivedFile(kept, "2014-15-Q3", path.name, 1)
    _, headers = build_raw((file,), persons, tmp_path / "received")
    assert {fault.code for fault in header_notices(headers, persons, (file,))} == codes
