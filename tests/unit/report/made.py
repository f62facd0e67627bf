"""A small made-up return with the plans' published figures, for the tests of the report.

The measures are the real ones; their figures are typed in here, so that no database is needed. Published figures are
those of `measures.md` A2; what is not published is filled with plain numbers that add up.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache

import pandas as pd

from assets.indicators.figures import figures
from assets.report.collect import FAULT_COLUMNS
from assets.report.inputs import ReturnInputs
from assets.report.quality.inputs import COUNTS, EXPLANATIONS, LEFT_OUT, NOT_RUN, QualityInputs
from assets.report.versions.causes import Before, Cause, RowsChanged
from assets.report.versions.sources import MeasureSource, Sources, SourceTable
from pipelines.platform.periods import spine
from pipelines.platform.quarters import Quarter
from pipelines.platform.services import load_service
from pipelines.platform.sql import load_statement, measure_files
from schemas.measure import Measure
from tests.unit.report.made_papers import actual, budget, priorities, risks

QUARTER = Quarter(2014, 3)
SERVICE = "YOS-LR"
DISTRICTS = {
    "E07000129": 14,
    "E07000130": 38,
    "E07000131": 11,
    "E07000132": 27,
    "E07000133": 9,
    "E07000134": 31,
    "E07000135": 19,
    "E06000017": 7,
}
Row = tuple[str, str, str, str, float | None, float | None]


@cache
def made_measures() -> tuple[Measure, ...]:
    """The real headers, in the order of their ids."""
    headers = (load_statement(path).header for path in measure_files())
    return tuple(sorted((Measure(**header) for header in headers), key=lambda measure: measure.id))


def made_inputs() -> ReturnInputs:
    """The inputs of the made-up return of 2014-15 Q3."""
    service = load_service("leicestershire_rutland")
    periods = spine(QUARTER, date(2007, 4, 1))
    frames = {measure_id: made_frame(rows) for measure_id, rows in _figures().items()}
    return ReturnInputs(
        quarter=QUARTER,
        service=service,
        as_of=date(2015, 1, 19),
        measures=made_measures(),
        figures=figures(frames, made_measures(), periods),
        periods=periods,
        areas=_areas(),
        comparators=_comparators(),
        targets=_targets(),
        finance_budget=budget(),
        finance_actual=actual(),
        finance_savings=pd.DataFrame(
            [("Review of management", "2015-16", 350000.0, None, "Planned")],
            columns=["scheme", "fy", "target", "achieved", "status"],
        ),
        risks=risks(),
        priorities=priorities(),
        faults=_faults(),
        rows=pd.DataFrame(
            [("persons", "persons.csv", 4210, 4198, 12), ("outcomes", "outcomes export.xlsx", 9876, 9851, 25)],
            columns=["table", "file_name", "received", "kept", "stopped"],
        ),
        quality=made_quality(),
        files=pd.DataFrame(
            [
                ("persons", "persons.csv", "ab" * 32, 4210, "2014-15 Q3"),
                ("outcomes", "outcomes export.xlsx", "cd" * 32, 9876, "2014-15 Q3"),
                ("population", "mid-year estimates.csv", "ef" * 32, 432, "2013-14 Q1"),
            ],
            columns=["extract", "file_name", "sha256", "rows", "quarter"],
        ),
        code_version="0.1.0+0123456789ab",
        sources=made_sources(),
        settings={"engine": "duckdb", "history_from": "2007-04-01", "service": "leicestershire_rutland"},
    )


def made_sources() -> Sources:
    """Every measure read from two extracts, through one shared table."""
    tables = ("core_first_entries", "core_outcomes", "core_persons")
    measures = {
        measure.id: MeasureSource(
            measure_id=measure.id,
            table=measure.table,
            sql_file=f"sql/indicators/{measure.family}/{measure.id.lower().replace('-', '_')}.sql",
            sha256=f"{place:064x}",
            mark=f"{place:08x}",
            tables=tables,
        )
        for place, measure in enumerate(made_measures())
    }
    return Sources(
        measures=measures,
        tables={
            "core_first_entries": SourceTable("core_first_entries", "sql/core/core_first_entries.sql", "", 1830),
            "core_outcomes": SourceTable("core_outcomes", "Cleaned from the extract outcomes", "outcomes", 9851),
            "core_persons": SourceTable("core_persons", "Cleaned from the extract persons", "persons", 4198),
        },
        statements={"core_first_entries": "12" * 32, **{one.table: one.sha256 for one in measures.values()}},
    )


def made_causes() -> tuple[Cause, ...]:
    """Why a second version of the made-up return differs: outcomes sent again, and another program."""
    touched = frozenset(measure.id for measure in made_measures())
    sent_again = "outcomes: the file was sent again, corrected."
    return (
        Cause("correction", sent_again, frozenset({"FTE-01"}), rows=RowsChanged(added=3, removed=0, changed=2)),
        Cause("method", "The program changed.", perhaps=touched),
    )


def with_published(inputs: ReturnInputs) -> ReturnInputs:
    """The same return after a first version in which one figure was another, one was there and one was not."""
    before = inputs.figures.copy()
    current = (before["measure_id"] == "FTE-01") & (before["period_id"] == "2014-15-YTD-Q3")
    mine = current & (before["area_code"] == SERVICE) & (before["breakdown"] == "all")
    before.loc[mine, ["numerator", "value"]] = [158.0, 158.0]
    before = before[~((before["measure_id"] == "EET-01") & (before["period_id"] == "2013-14-FY"))]
    return replace(inputs, published=before, before=Before(1, date(2015, 1, 12), made_causes()))


def with_risk(inputs: ReturnInputs, description: str) -> ReturnInputs:
    """The same return with another description on its first risk."""
    risks = inputs.risks.copy()
    risks.loc[0, "description"] = description
    return replace(inputs, risks=risks)


def figure_frame(inputs: ReturnInputs, measure_id: str, rows: Iterable[Row]) -> pd.DataFrame:
    """The figures with those of one measure put in place of its own."""
    others = inputs.figures[inputs.figures["measure_id"] != measure_id]
    measures = [measure for measure in inputs.measures if measure.id == measure_id]
    mine = figures({measure_id: made_frame(rows)}, measures, inputs.periods)
    return pd.concat([others, mine], ignore_index=True)


def service_row(period_id: str, numerator: float | None, denominator: float | None = None) -> Row:
    """A headline row of the whole service."""
    return period_id, SERVICE, "all", "all", numerator, denominator


def made_frame(rows: Iterable[Row]) -> pd.DataFrame:
    """Rows in the one tidy shape."""
    columns = ["period_id", "area_code", "breakdown", "category", "numerator", "denominator"]
    frame = pd.DataFrame(list(rows), columns=columns)
    return frame.astype({"numerator": "Float64", "denominator": "Float64"})


def _figures() -> dict[str, list[Row]]:
    return {
        **_first_time_entrants(),
        **_reoffending(),
        **_custody_and_remand(),
        **_outcomes_of_orders(),
        **_money_and_board(),
    }


def _first_time_entrants() -> dict[str, list[Row]]:
    years = {"2008-09": 598, "2009-10": 507, "2010-11": 415, "2011-12": 328, "2012-13": 407, "2013-14": 221}
    ytd = {"2009-10": 380, "2010-11": 311, "2011-12": 248, "2012-13": 310, "2013-14": 156, "2014-15": 161}
    quarters = {
        "2011-12-Q4": 80, "2012-13-Q1": 110, "2012-13-Q2": 102, "2012-13-Q3": 98, "2012-13-Q4": 97,
        "2013-14-Q1": 60, "2013-14-Q2": 50, "2013-14-Q3": 46, "2013-14-Q4": 65,
        "2014-15-Q1": 55, "2014-15-Q2": 52, "2014-15-Q3": 54,
    }  # fmt: skip
    count = [service_row(f"{fy}-FY", number) for fy, number in years.items()]
    count += [service_row(f"{fy}-YTD-Q3", number) for fy, number in ytd.items()]
    count += [service_row(period, number) for period, number in quarters.items()]
    count += _by_area("2014-15-YTD-Q3", DISTRICTS)
    count += [("2014-15-YTD-Q3", SERVICE, "sex", sex, number, None) for sex, number in (("Male", 121), ("Female", 40))]
    spans: list[Row] = [
        ("2013-14-FY", SERVICE, "span", "2 years", 107, 328),
        ("2013-14-FY", SERVICE, "span", "5 years", 377, 598),
    ]
    return {
        "FTE-01": count,
        "FTE-02": [service_row("2014-15-YTD-Q3", 5, 156), service_row("2013-14-YTD-Q3", -154, 310)],
        "FTE-03": [service_row("2013-14-FY", 1285 - 221, 1285)],
        "FTE-04": spans,
        "FTE-05": [service_row("2013-14-FY", 221, 65200), service_row("2012-13-FY", 407, 65800)],
    }


def _by_area(period: str, districts: dict[str, int]) -> list[Row]:
    """Counts by district and what they make of locality and county; the rest has no known home."""
    rows: list[Row] = [(period, code, "all", "all", number, None) for code, number in districts.items()]
    larger = [
        area
        for area in load_service("leicestershire_rutland").areas
        if area.level == "locality" or area.code == "E10000018"
    ]
    counts = {area.code: sum(districts[one] for one in area.districts) for area in larger}
    return [*rows, *((period, code, "all", "all", number, None) for code, number in counts.items())]


def _reoffending() -> dict[str, list[Row]]:
    whole = {2009: (142, 153), 2011: (141, 155), 2012: (151, 150), 2013: (138, 133)}
    part = {2011: (97, 155), 2012: (109, 150), 2013: (99, 133), 2014: (106, 134)}
    local = [service_row(f"JM{year}+12", *pair) for year, pair in whole.items()]
    local += [service_row(f"JM{year}+09", *pair) for year, pair in part.items()]
    moj = {
        "2011-06": (640, 190, 560),
        "2011-09": (655, 189, 500),
        "2012-06": (668, 199, 575),
        "2012-09": (661, 202, 588),
    }
    windows = [(f"MOJ12-{month}", *numbers) for month, numbers in moj.items()]
    return {
        "REO-01": local,
        "REO-02": [service_row(window, again, size) for window, size, again, _ in windows],
        "REO-03": [service_row(window, offences, size) for window, size, _, offences in windows],
        "REO-04": [service_row(window, offences, again) for window, _, again, offences in windows],
        "REO-05": [service_row(window, size) for window, size, _, _ in windows],
        "REO-06": [service_row("JM2014+09", 134), service_row("JM2013+09", 133)],
        "REO-07": [("MOJ12-2012-09", "K04000001", "all", "all", 65618, None)],
        "REO-08": [service_row("JM2013+12", 1.13 - 138 / 133, 1.13)],
    }


def _custody_and_remand() -> dict[str, list[Row]]:
    share = {"2011-12": (7, 304), "2012-13": (5, 263), "2013-14": (5, 208)}
    custody = [service_row(f"{fy}-FY", *pair) for fy, pair in share.items()]
    custody += [service_row("2014-15-YTD-Q3", 5, 128), service_row("2013-14-YTD-Q3", 4, 160)]
    custody += [service_row("2014-15-Q2", 2, 41), service_row("2014-15-Q3", 0, 38)]
    remand = {"2008-09": (25, 149), "2009-10": (18, 166)}
    secure = [service_row(f"{fy}-FY", *pair) for fy, pair in remand.items()]
    secure += [service_row("2014-15-YTD-Q3", 6, 58), service_row("2013-14-YTD-Q3", 11, 72)]
    return {
        "CUS-01": custody,
        "CUS-02": [(*row[:5], None) for row in custody],
        "CUS-03": [service_row("2013-14-FY", 0, 5), service_row("2014-15-YTD-Q3", -1, 4)],
        "CUS-04": [service_row("2014-15-H1", 3, 65000), service_row("2013-14-H1", 2, 65100)],
        "REM-01": secure,
        "REM-02": [(*row[:5], None) for row in secure],
    }


def _outcomes_of_orders() -> dict[str, list[Row]]:
    full_time = [
        service_row("2013-14-FY", 128, 175),
        service_row("2012-13-FY", 147, 192),
        service_row("2014-15-YTD-Q3", 176, 240),
        service_row("2013-14-YTD-Q3", 103, 141),
        service_row("2014-15-Q2", 60, 81),
        service_row("2014-15-Q3", 57, 79),
    ]
    ages = [
        ("2014-15-YTD-Q3", SERVICE, "school age", "School age", 81.0, 104.0),
        ("2014-15-YTD-Q3", SERVICE, "school age", "Above school age", 95.0, 136.0),
    ]
    return {
        "EET-01": full_time,
        "EET-02": [*full_time, *ages],
        "ACC-01": [service_row("2013-14-FY", 170, 175), service_row("2014-15-YTD-Q3", 229, 240)],
    }


def _money_and_board() -> dict[str, list[Row]]:
    return {
        "FIN-01": [service_row("2011-12-BUD", 3433607), service_row("2015-16-BUD", 2849464)],
        "FIN-02": [service_row("2011-12-BUD", 2515657), service_row("2015-16-BUD", 2268584)],
        "FIN-03": [service_row("2011-12-BUD", 917950), service_row("2015-16-BUD", 580880)],
        "FIN-07": [service_row("2014-15-YTD-Q3", -21000, 2130000)],
        "PRI-01": [service_row("AT-2014-12-31", 2, 4)],
        "RSK-01": [service_row("AT-2014-12-31", 4, 4)],
    }


def _areas() -> pd.DataFrame:
    areas = load_service("leicestershire_rutland").areas
    rows = [(area.code, area.name, area.level, sort) for sort, area in enumerate(areas)]
    return pd.DataFrame(rows, columns=["area_code", "area_name", "area_level", "sort"])


def _comparators() -> pd.DataFrame:
    window, half = (date(2011, 10, 1), date(2012, 9, 30)), (date(2014, 4, 1), date(2014, 9, 30))
    year = (date(2013, 4, 1), date(2014, 3, 31))
    rows = [
        ("REO-02", "Regional", *window, 12, 31.4, "%", "MOJ", "July 2014", "final"),
        ("REO-02", "National", *window, 12, 35.4, "%", "MOJ", "July 2014", "final"),
        ("CUS-04", "Regional", *half, None, 0.16, "per 1,000", "YJB", "January 2015", "provisional"),
        ("CUS-04", "National", *half, None, 0.22, "per 1,000", "YJB", "January 2015", "provisional"),
        ("EET-01", "National", *year, None, 72.1, "%", "YJB", None, "final"),
        ("REO-01", "National", date(2009, 1, 1), date(2009, 3, 31), 12, 1.02, "ratio", "YJB", None, "final"),
    ]
    columns = ["measure_id", "geography", "window_start", "window_end", "follow_up_months", "value", "unit", "source"]
    frame = pd.DataFrame(rows, columns=[*columns, "release", "status"])
    for name in ("window_start", "window_end"):
        frame[name] = pd.to_datetime(frame[name]).astype("datetime64[us]")
    return frame.astype({"follow_up_months": "Int64"})


def _targets() -> pd.DataFrame:
    plan = "Youth Justice Strategic Plan"
    rows = [(f"EET-01 {fy} target 80.0", plan) for fy in ("2012-13", "2013-14", "2014-15")]
    rows += [(f"CUS-01 {fy} target 5.0", "Youth Justice Board") for fy in ("2011-12", "2012-13", "2013-14", "2014-15")]
    rows += [
        ("ACC-01 2014-15 target 95.0", plan),
        ("REO-01 2010-11 target 1.07", plan),
        ("REO-01 2005-06 baseline 1.13", plan),
    ]
    split = [(*words.split(), source) for words, source in rows]
    frame = pd.DataFrame(split, columns=["measure_id", "fy", "kind", "value", "source"])
    return frame.astype({"value": "Float64"})


def _faults() -> pd.DataFrame:
    rows = [
        (
            "YJ-X-0151",
            "stop-row",
            "outcomes",
            "The outcome lies before its offence.",
            "Correct either date.",
            25,
            25,
            0,
            "FTE-01, CUS-01",
        ),
        ("YJ-C-0103", "query", "persons", "Ethnicity is not stated.", "Ask the case manager.", 31, 29, 2, "FTE-01"),
        ("YJ-C-0104", "notice", "persons", "The home district is not known.", "Add the postcode.", 3, 3, 0, ""),
        (
            "YJ-S-0003",
            "notice",
            "persons",
            "A code was spelt in another way. Cells: 1,204.",
            "Nothing needs doing.",
            2,
            2,
            0,
            "",
        ),
        ("YJ-W-0003", "query", "comparators", "A series was restated.", "Ask the publisher.", 1, 1, 0, ""),
    ]
    return pd.DataFrame(rows, columns=FAULT_COLUMNS)


def made_quality() -> QualityInputs:
    """Quality of three quarters, the middle one never run; 25 outcomes left out; one explanation; one rule not run."""
    counts = [
        (slug, "persons", column, side, good, total)
        for slug, filled in (("2014-15-Q1", 3900), ("2014-15-Q3", 4000))
        for column, side, good, total in (
            ("sex", "completeness", 4210, 4210),
            ("sex", "validity", 4198, 4210),
            ("ethnicity", "completeness", filled, 4210),
            ("ethnicity", "validity", filled - 10, filled),
            ("ethnicity", "consistency", filled - 4, filled),
            ("ethnicity", "references", filled - 6, filled),
            ("extract_date", "timeliness", 4210, 4210),
        )
    ]
    return QualityInputs(
        counts=pd.DataFrame(counts, columns=list(COUNTS)),
        left_out=pd.DataFrame([("outcomes", "YJ-R-0003", "FTE-01, CUS-01, REO-02", 25)], columns=list(LEFT_OUT)),
        not_run=pd.DataFrame([("persons", "the file has no column lac_flag", 1, "YJ-T-0115")], columns=list(NOT_RUN)),
        explanations=pd.DataFrame(
            [("YJ-X-0103", "persons", "Checked with the school.", "A. Made-Up", date(2015, 6, 30), 2)],
            columns=list(EXPLANATIONS),
        ),
        corrected=7,
    )
