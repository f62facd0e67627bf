"""The table measures once more, slowly and plainly from the measure book, to hold the SQL files against.

Nothing here is shared with the SQL: rows are walked one by one, dates are compared as dates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from tests.properties.table_worlds import SERVICE, Figures, Row, day, periods

Rows = Sequence[dict[str, Any]]


def newest(rows: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """The release that counts: the latest, final before provisional, then by the name of the place."""
    best: dict[str, Any] | None = None
    for row in rows:
        if best is None or _newer(row, best):
            best = row
    assert best is not None
    return best


def _newer(row: dict[str, Any], other: dict[str, Any]) -> bool:
    if row["release_date"] != other["release_date"]:
        return bool(row["release_date"] > other["release_date"])
    if row["status"] != other["status"]:
        return bool(row["status"] == "final")
    return bool(row["geography"] < other["geography"])


def released(rows: Rows, bases: tuple[str, ...], start: str, end: str) -> dict[tuple[str, str], dict[str, Any]]:
    """The row in force for each period and area."""
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in rows:
        area = SERVICE.geographies.get(row["geography"])
        for period in periods(*bases):
            same = day(period, "period_start") == row[start] and day(period, "period_end") == row[end]
            if area is not None and same:
                found.setdefault((str(period["period_id"]), area), []).append(row)
    return {key: newest(group) for key, group in found.items()}


def headline(rows: dict[tuple[str, str], dict[str, Any]], top: str, below: str | None) -> Figures:
    return {
        (period, area, "all", "all"): (float(row[top]), None if below is None else float(row[below]))
        for (period, area), row in rows.items()
    }


def reoffending(rows: Rows) -> dict[str, Figures]:
    """REO-02 to REO-05 (A1, B2): reoffenders/cohort, reoffences/cohort, reoffences/reoffenders, cohort."""
    windows = released(rows, ("moj_cohort",), "cohort_start", "cohort_end")
    return {
        "REO-02": headline(windows, "n_reoffenders", "n_cohort"),
        "REO-03": headline(windows, "n_reoffences", "n_cohort"),
        "REO-04": headline(windows, "n_reoffences", "n_reoffenders"),
        "REO-05": headline(windows, "n_cohort", None),
    }


def custody(rows: Rows) -> Figures:
    """CUS-04 (B4, T-10): sentences over residents, in windows of exactly the release's length."""
    windows = released(rows, ("half_year", "rolling_year", "fy"), "window_start", "window_end")
    return headline(windows, "custodial_sentences", "population")


def national_cohort(rows: Rows) -> Figures:
    """REO-07: the annual juvenile cohort; the old series is the headline."""
    told: Figures = {}
    for row in rows:
        wanted = (row["temporal_unit"], row["age_group"], row["statistic"]) == ("annual", "Juvenile", "cohort")
        for period in periods("moj_cohort"):
            if wanted and row["value"] is not None and day(period, "period_start") == row["cohort_start"]:
                key = str(period["period_id"])
                told[key, "K04000001", "series", row["measure"]] = (row["value"], None)
                if row["measure"] == "old":
                    told[key, "K04000001", "all", "all"] = (row["value"], None)
    return told


# Finance ------------------------------------------------------------------------------------------------------------


def budget_years() -> dict[str, str]:
    """Financial year -> period of its budget."""
    return {str(period["fy"]): str(period["period_id"]) for period in periods("budget_year")}


class Adding:
    """Adds amounts up by key."""

    def __init__(self) -> None:
        self.rows: Figures = {}

    def add(self, period: str, breakdown: str, category: str, top: float, below: float | None = None) -> None:
        key = (period, SERVICE.code, breakdown, category)
        before = self.rows.get(key, (0.0, None if below is None else 0.0))
        below_now = None if below is None or before[1] is None else before[1] + below
        self.rows[key] = (before[0] + top, below_now)


def budget_totals(rows: Rows) -> dict[str, Figures]:
    """FIN-01 to FIN-03: every budget line once in each of its breakdowns."""
    total, pooled, additional = Adding(), Adding(), Adding()
    for row in rows:
        period = budget_years().get(row["fy"])
        if period is None:
            continue
        total.add(period, "all", "all", row["budget"])
        total.add(period, "stream", row["stream"], row["budget"])
        if row["stream"] == "additional":
            additional.add(period, "all", "all", row["budget"])
            additional.add(period, "line", row["line"], row["budget"])
            continue
        column = "delegated" if row["kind"] == "grant" else row["kind"]
        pooled.add(period, "all", "all", row["budget"])
        pooled.add(period, "agency", row["agency"], row["budget"])
        pooled.add(period, "kind", row["kind"], row["budget"])
        pooled.add(period, "plan column", column, row["budget"])
        pooled.add(period, "agency and kind", f"{row['agency']} | {column}", row["budget"])
    return {"FIN-01": total.rows, "FIN-02": pooled.rows, "FIN-03": additional.rows}


def on_year(rows: Rows, counts: Callable[[dict[str, Any]], bool]) -> Figures:
    """FIN-04 and FIN-06 (T-17): the change over the year before, only where both years are known."""
    totals: dict[str, float] = {}
    for row in rows:
        if counts(row):
            totals[row["fy"]] = totals.get(row["fy"], 0.0) + row["budget"]
    told = Adding()
    for fy, period in budget_years().items():
        first = int(fy[:4]) - 1
        before = f"{first}-{(first + 1) % 100:02d}"
        if fy in totals and before in totals and before in budget_years():
            moved = totals[fy] - totals[before]
            told.add(period, "all", "all", moved, totals[before])
            told.add(period, "amount", "this year", totals[fy])
            told.add(period, "amount", "last year", totals[before])
            told.add(period, "amount", "change", moved)
    return told.rows


def is_grant(row: dict[str, Any]) -> bool:
    """The Youth Justice Grant: the pooled budget's grants."""
    return bool(row["stream"] == "pooled" and row["kind"] == "grant")


def saved(rows: Rows) -> Figures:
    """FIN-05: achieved over required, of the schemes that say both."""
    told = Adding()
    for row in rows:
        period = budget_years().get(row["fy"])
        if period is None:
            continue
        required, achieved = row["target"], row["achieved"]
        if required is not None and achieved is not None:
            told.add(period, "all", "all", achieved, required)
            told.add(period, "scheme", row["scheme"], achieved, required)
        if required is not None:
            told.add(period, "amount", "required", required)
        if achieved is not None:
            told.add(period, "amount", "achieved", achieved)
    return told.rows


def spend(actuals: Rows, budgets: Rows) -> Figures:
    """FIN-07: spend to date less twelfths of the budget; forecast and commitment as each line last stood."""
    told = Adding()
    for period in periods("ytd"):
        name, months = str(period["period_id"]), int(str(period["months"]))
        posted = [row for row in actuals if row["fy"] == period["fy"] and row["period"] <= months]
        budget = [row["budget"] for row in budgets if row["fy"] == period["fy"]]
        for row in posted:
            told.add(name, "cost centre", row["cost_centre"], row["actual"])
        if posted and budget:
            profile = sum(budget) * months / 12
            actual = sum(row["actual"] for row in posted)
            standing = last_standing(posted)
            told.add(name, "all", "all", actual - profile, profile)
            told.add(name, "amount", "actual", actual)
            told.add(name, "amount", "profile", profile)
            told.add(name, "amount", "budget", sum(budget))
            told.add(name, "amount", "forecast", sum(row["forecast"] for row in standing))
            told.add(name, "amount", "commitment", sum(row["commitment"] for row in standing))
    return told.rows


def last_standing(posted: Rows) -> list[dict[str, Any]]:
    """The last row of each ledger line, by period and then posting day."""
    lines: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row in posted:
        line = (row["cost_centre"], row["account"], row["agency"])
        held = lines.get(line)
        if held is None or (row["period"], row["posted_date"]) > (held["period"], held["posted_date"]):
            lines[line] = row
    return list(lines.values())


# Board --------------------------------------------------------------------------------------------------------------


def register(rows: Rows) -> Figures:
    """RSK-01 (T-21, T-22): the edition reviewed last; 1 is the highest risk unless the scale names another."""
    told = Adding()
    if not rows:
        return told.rows
    point = str(periods("point")[0]["period_id"])
    edition = max((row["reviewed_date"], row["register_version"]) for row in rows)[1]
    for row in rows:
        if row["register_version"] != edition:
            continue
        score, residual = row["score"], row["residual_score"]
        told.add(point, "risk", row["risk_id"], float(score))
        told.add(point, "score rule", fits(row["impact"], row["likelihood"], score), 1.0)
        if residual is not None:
            told.add(point, "residual", row["risk_id"], float(residual))
            if row["residual_impact"] is not None and row["residual_likelihood"] is not None:
                rule = fits(row["residual_impact"], row["residual_likelihood"], residual)
                told.add(point, "residual score rule", rule, 1.0)
        told.add(point, "all", "all", float(is_safer(row)), float(residual is not None))
    return told.rows


def is_safer(row: dict[str, Any]) -> bool:
    if row["residual_score"] is None:
        return False
    if row["scale"] == "1-5, 5 highest":
        return bool(row["residual_score"] < row["score"])
    return bool(row["residual_score"] > row["score"])


def fits(impact: int, likelihood: int, score: int) -> str:
    """Which rule a printed score fits."""
    names = [("sum", impact + likelihood), ("product", impact * likelihood)]
    fitting = [name for name, value in names if value == score]
    return {0: "neither", 2: "both"}.get(len(fitting), fitting[0] if fitting else "neither")


def plan(rows: Rows) -> Figures:
    """PRI-01: milestones complete or on track, of the plan in force at the quarter (2014-15)."""
    told = Adding()
    years = sorted({row["fy"] for row in rows})
    begun = [year for year in years if year <= "2014-15"]
    in_force = begun[-1] if begun else (years[0] if years else None)
    mine = [row for row in rows if row["fy"] == in_force]
    point = str(periods("point")[0]["period_id"])
    for row in mine:
        well = float(row["status"] in {"Complete", "On track"})
        told.add(point, "all", "all", well, 1.0)
        told.add(point, "priority", f"{row['priority_no']:02d}", well, 1.0)
        told.add(point, "status", row["status"], 1.0)
    return {key: (top, float(len(mine)) if key[2] == "status" else below) for key, (top, below) in told.rows.items()}


def every(_: Row) -> bool:
    """Counts every row."""
    return True
