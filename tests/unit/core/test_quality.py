"""Quality counted cell by cell in plain Python, beside what the product counts, over a dirty made-up extract."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import date, datetime

import pandas as pd
import pytest

from assets.core.clean import to_types
from assets.core.quality import quality_counts, references_counts, rounded_down, table_of
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.quality import QualityCount
from schemas.catalogue import extract
from schemas.contract import validate
from schemas.extract import CheckContext, Extract, Fault
from tests.contracts.rows import good_row, typed

QUARTER = Quarter.from_label("2014-15 Q3")
CONTEXT = CheckContext(QUARTER.label, QUARTER.start, QUARTER.end)
ETE = extract("ete_status")
SHA = "a" * 64
#: Column -> its good texts, then texts that are wrong, then texts that say nothing.
SPELLINGS: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "ete_id": (("E",), (), ()),
    "ypid": (("Y1", "Y2"), (), ("", "n/a")),
    "provision": (("NONE", "none", "EMPLOYMENT"), ("a farm",), ("",)),
    "start_date": (("01/05/2014", "2014-05-01"), ("31/02/2014", "soon"), ("",)),
    "end_date": (("02/05/2014", "01/04/2014"), ("tbc",), ("", "-")),
    "hours_offered": (("25", "16"), ("25+", "99999"), ("", "x")),
    "hours_attended": (("20",), ("some",), ("", "..")),
    "suitability": (("SUITABLE", "UNSUITABLE"), ("fine",), ("",)),
    "extract_date": (("05/01/2015", "31/01/2015", "01/02/2015"), (), ()),
}
Cells = dict[str, str]


def _made(seed: int, rows: int = 60) -> list[Cells]:
    """Rows of texts, each cell mostly good."""
    chance = random.Random(seed)  # noqa: S311 (a made-up file)
    made = []
    for number in range(rows):
        cells = {}
        for name, kinds in SPELLINGS.items():
            good, wrong, nothing = kinds
            kind = chance.choices((good, wrong or good, nothing or good), (8, 1, 1))[0]
            cells[name] = chance.choice(kind)
        made.append(cells | {"ete_id": f"E{number // 2 if number % 20 == 1 else number}"})
    return made


def _raw(rows: Iterable[Cells]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows), dtype="str")
    frame = frame.mask(frame == "")
    frame.insert(0, "file_sha256", SHA)
    frame.insert(1, "file_name", "ete.csv")
    frame.insert(2, "sheet", "")
    frame.insert(3, "row", range(2, len(frame) + 2))
    return frame


def _counted(rows: list[Cells]) -> tuple[dict[tuple[str, str], tuple[int, int]], tuple[Fault, ...]]:
    raw = _raw(rows)
    letters = {(SHA, ""): dict.fromkeys(SPELLINGS, "A")}
    typed, told = to_types(raw, ETE, letters)
    faults = validate(typed, ETE, CONTEXT, letters, told, raw).faults
    counts = quality_counts(raw, typed, faults, ETE, QUARTER)
    return {(one.column, one.side): (one.good, one.total) for one in counts}, faults


def _says_something(column: str, text: str) -> bool:
    return text not in SPELLINGS[column][2]


def _is_wrong(column: str, text: str) -> bool:
    return text in SPELLINGS[column][1]


@pytest.mark.parametrize("seed", range(4))
def test_counts_are_those_of_looking_at_every_cell(seed: int) -> None:
    rows = _made(seed)
    counted, faults = _counted(rows)
    pointed = {(f.column, f.row) for f in faults if f.code[3] in "XK" and f.severity in {"query", "stop-row"}}
    for name in SPELLINGS:
        texts = [row[name] for row in rows]
        filled = [number for number, text in enumerate(texts) if _says_something(name, text)]
        wrong = [number for number in filled if _is_wrong(name, texts[number])]
        odd = [number for number in filled if (name, number + 2) in pointed]
        assert counted[name, "completeness"] == (len(filled), len(rows)), name
        assert counted[name, "validity"] == (len(filled) - len(wrong), len(filled)), name
        assert counted[name, "consistency"] == (len(filled) - len(odd), len(filled)), name
    # An extract is in time when it was taken from the quarter's last day to 31 days after: 31/12/2014 to 31/01/2015.
    taken = [datetime.strptime(row["extract_date"], "%d/%m/%Y").date() for row in rows]  # noqa: DTZ007 (a day)
    in_time = [day for day in taken if date(2014, 12, 31) <= day <= date(2015, 1, 31)]
    assert counted["extract_date", "timeliness"] == (len(in_time), len(rows))


def test_a_rule_over_two_cells_counts_at_the_cell_it_points_at() -> None:
    # The end lies before the start: YJ-X-0701 points at the end.
    good = {name: kinds[0][0] for name, kinds in SPELLINGS.items()}
    counted, _ = _counted([good | {"ete_id": "E1", "end_date": "01/04/2014"}, good | {"ete_id": "E2"}])
    assert counted["end_date", "consistency"] == (1, 2)
    assert counted["start_date", "consistency"] == (2, 2)


def test_a_column_no_file_has_is_empty_in_every_row() -> None:
    rows = [{name: kinds[0][0] for name, kinds in SPELLINGS.items() if name != "hours_attended"}]
    counted, _ = _counted(rows)
    assert counted["hours_attended", "completeness"] == (0, 1)
    assert counted["hours_attended", "validity"] == (0, 0)


def _fault(
    code: str, row: int, column: str = "ypid", severity: str = "stop-row", explained: str = ""
) -> dict[str, object]:
    return {
        "code": code, "severity": severity, "table": "offences", "column": column, "file_sha256": SHA, "sheet": "",
        "row": row, "explained": explained,
    }  # fmt: skip


def test_rules_across_files_count_each_cell_once_and_never_one_counted_before() -> None:
    faults = pd.DataFrame(
        [
            _fault("YJ-R-0001", 2),
            _fault("YJ-R-0001", 3),
            _fault("YJ-R-0002", 3),  # the same cell again
            _fault("YJ-X-0201", 4),
            _fault("YJ-R-0001", 4),  # a rule of the file points at it already
            _fault("YJ-R-0009", 5, severity="query", explained="Checked."),  # explained, so consistent
            _fault("YJ-R-0106", 6, severity="notice"),  # nothing wrong
        ]
    ).astype({"row": "Int64"})
    kept = pd.DataFrame([("offences", "ypid", 9, 10), ("offences", "sex", 10, 10)],
                        columns=["extract", "column", "good", "total"])  # fmt: skip
    assert references_counts(kept, faults) == (
        QualityCount("offences", "ypid", "references", 8, 10),
        QualityCount("offences", "sex", "references", 10, 10),
    )


@pytest.mark.parametrize(
    ("name", "column", "cell", "expected"),
    [
        # Posted by the end of the month after the period: period 9 of 2014-15 is December 2014.
        ("finance_actual", "posted_date", pd.Timestamp("2015-01-31"), (1, 1)),
        ("finance_actual", "posted_date", pd.Timestamp("2015-02-01"), (0, 1)),
        # A population is of its 30 June, and may be 30 months old: 30/06/2012 + 30 months = 30/12/2014, a day short.
        ("population", "mid_year", 2012, (0, 1)),
        ("population", "mid_year", 2013, (1, 1)),
        # MOJ releases every quarter: six months before 31/12/2014 is 30/06/2014.
        ("moj_cohort", "release_date", pd.Timestamp("2014-06-29"), (0, 1)),
        ("moj_cohort", "release_date", pd.Timestamp("2014-06-30"), (0, 1)),
        ("moj_cohort", "release_date", pd.Timestamp("2014-07-01"), (1, 1)),
        # Targets are of a financial year: 2013-14 ends on 31/03/2014, twelve months on is 31/03/2015.
        ("targets", "fy", "2013-14", (1, 1)),
        ("targets", "fy", "2012-13", (0, 1)),
    ],
)
def test_what_is_published_or_posted_is_in_time_by_its_rhythm(
    name: str, column: str, cell: object, expected: tuple[int, int]
) -> None:
    item: Extract = extract(name)
    frame = typed(item, [_with(good_row(item), column, cell)])
    counts = quality_counts(frame, frame, (), item, QUARTER)
    assert [(one.good, one.total) for one in counts if one.side == "timeliness"] == [expected]


def _with(row: dict[str, object], column: str, cell: object) -> dict[str, object]:
    """A good row with one other cell; of a ledger, in the last period of the quarter."""
    period = {"fy": "2014-15", "period": 9} if "period" in row else {}
    return row | period | {column: cell}


def test_per_cents_are_rounded_down_and_the_page_shows_one_line_a_field() -> None:
    assert rounded_down(999_999, 1_000_000) == 99.9
    counts = [QualityCount("persons", "sex", "completeness", 2, 3), QualityCount("persons", "sex", "validity", 0, 0)]
    assert table_of(counts) == [
        {"field": "sex", "completeness %": "66.6", "validity %": "none", "consistency %": "none"}
    ]
