"""An explained query keeps its line and is open no longer, exactly while its fact and its day stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assets.core.mending import explained
from pipelines.platform.register.mending import Explanation
from schemas.extract import Fault
from schemas.facts import Told, with_facts
from schemas.rules import rule
from tests.unit.mending.bench import HEARINGS, LATE, OFFICER, QUARTER, Bench, hearings

WORDS = "The report was asked for at a later hearing."
THEN = datetime(2015, 1, 20, tzinfo=UTC)


def with_a_late_report() -> list[dict[str, object]]:
    """Forty hearings, the report of the third served fifteen weeks after it."""
    rows = hearings(40)
    rows[2]["psr_served"] = "2014-09-15"
    return rows


def explain(bench: Bench, until: str = "", words: str = WORDS) -> None:
    """Explain the late report and drop the workbook."""
    opened = bench.open()
    opened.sign()
    opened.fill(lambda line: line["Fault code"] == LATE, {"Explanation": words, "Explained until": until})
    bench.drop(opened)


def late_of(bench: Bench) -> list[str]:
    """The explanation that stands for each late report."""
    faults = bench.faults()
    return [str(text) for text in faults.loc[faults["code"].eq(LATE), "explained"]]


def test_an_explained_query_keeps_its_line_and_its_row_and_says_why(bench: Bench) -> None:
    bench.drop_hearings(with_a_late_report())
    bench.check()
    assert late_of(bench) == [""]
    explain(bench)
    outcome = bench.check()
    assert outcome.counts["rows_kept"] == 40
    assert late_of(bench) == [WORDS]
    (line,) = [line for line in bench.open().lines() if line["Fault code"] == LATE]
    assert (line["State"], line["Explanation"]) == ("explained", WORDS)
    (given_line,) = bench.open().lines("Corrections")
    assert (given_line["Fault explained"], given_line["Reason"], given_line["Given by officer"]) == (
        LATE,
        WORDS,
        OFFICER,
    )


def test_it_holds_for_the_next_export_and_is_open_again_when_a_cell_that_the_rule_reads_changes(bench: Bench) -> None:
    rows = with_a_late_report()
    bench.drop_hearings(rows)
    bench.check()
    explain(bench)
    rows[2]["court_name"] = "Another Court"
    for row in rows:
        row["extract_date"] = "2015-01-06"
    bench.drop_hearings(list(reversed(rows)), "hearings of the next day.csv")
    bench.check()
    assert late_of(bench) == [WORDS]
    rows[2]["psr_served"] = "2014-09-16"
    bench.drop_hearings(rows, "hearings corrected.csv")
    bench.check()
    assert late_of(bench) == [""]


def test_it_ends_with_the_quarter_that_its_day_does_not_reach(bench: Bench) -> None:
    bench.drop_hearings(with_a_late_report())
    bench.check()
    explain(bench, until=f"{QUARTER.end:%d/%m/%Y}")
    bench.check()
    assert late_of(bench) == [WORDS]
    (said,) = bench.place.register.mending.explanations(QUARTER.slug)
    assert said.until == QUARTER.end


def test_undoing_an_explanation_opens_the_query(bench: Bench) -> None:
    bench.drop_hearings(with_a_late_report())
    bench.check()
    explain(bench)
    before = bench.check().fingerprint
    opened = bench.open()
    opened.sign()
    opened.fill(lambda line: line["Correction or explanation"] == "E1", {"Undo": "yes"}, "Corrections")
    bench.drop(opened, name="undo")
    assert bench.check().fingerprint != before
    assert late_of(bench) == [""]


def test_control_characters_are_taken_out_of_an_explanation(bench: Bench) -> None:
    bench.drop_hearings(with_a_late_report())
    bench.check()
    explain(bench, words="Two\nlines\tand  spaces")
    bench.check()
    assert late_of(bench) == ["Two lines and spaces"]


def told(rows: list[tuple[str, str, str]]) -> tuple[Fault, ...]:
    """The late report of every row given as id, day of the hearing, day of the report; with its fact."""
    frame = pd.DataFrame(rows, columns=["hearing_id", "hearing_date", "psr_served"]).assign(
        file_sha256=str(len(rows)) * 64, file_name="hearings.csv", sheet="", row=range(2, len(rows) + 2)
    )
    frame = frame.astype({"hearing_date": "datetime64[us]", "psr_served": "datetime64[us]"})
    broken = rule(LATE)
    late = Fault(LATE, "query", "hearings", broken.message, broken.expected, broken.fix, column="psr_served")
    faults = [replace(late, row=int(row), file_sha256=str(len(rows)) * 64) for row in frame["row"]]
    return with_facts(faults, Told(frame, None, HEARINGS))


DAYS = st.dates(date(2014, 4, 1), date(2014, 4, 3)).map(str)
CHILDREN = [f"H{number}" for number in range(20)]
STATES = st.lists(st.tuples(DAYS, DAYS), min_size=20, max_size=20)
#: Times the twenty facts of each: a thousand.
RERUNS = 50


@settings(max_examples=RERUNS, deadline=timedelta(seconds=10), suppress_health_check=[HealthCheck.too_slow])
@given(before=STATES, after=STATES, gone=st.sets(st.sampled_from(CHILDREN)), turned=st.booleans())
def test_over_a_thousand_facts_checked_again_an_explanation_holds_exactly_while_the_fact_stands(
    before: list[tuple[str, str]], after: list[tuple[str, str]], gone: set[str], *, turned: bool
) -> None:
    """Twenty explained facts a rerun, fifty reruns: cells change or do not, rows vanish, the order turns."""
    then, now = (dict(zip(CHILDREN, states, strict=True)) for states in (before, after))
    said = [
        Explanation(QUARTER.slug, "hearings", LATE, fault.fact, WORDS, None, OFFICER, THEN, "f" * 64, 2)
        for fault in told([(child, *state) for child, state in then.items()])
    ]
    here = [(child, *state) for child, state in now.items() if child not in gone]
    rerun = list(reversed(here)) if turned else here
    again = explained(told(rerun), said)
    holds = [then[child] == (hearing, served) for child, hearing, served in rerun]
    assert [bool(fault.explained) for fault in again] == holds
