"""Budgets, spend and savings of the sample service.

Only money belongs here. 2015-16 and 2011-12 are the plans' own tables to the pound (D15 section 5, D11 section 5);
what is derived or made up says so in its source.
"""

from __future__ import annotations

import random
from datetime import date

from sample.case_rows import Row, Rows, text
from sample.chance import stream
from sample.dates import add_months

_D15 = "Youth Justice Strategic Plan 2015-2016, section 5"
_D11 = "Youth Justice Plan 2011/12, section 5"
_DERIVED = "Derived from D11 section 5: 2011-12 total and grant with the changes printed there added back"
_MADE_UP = "Made up for the sample; the grant follows from D15 section 5 (a net reduction of 47,000 in 2015-16)"

_POLICE, _PROBATION, _HEALTH = "Police", "Probation", "Health"
_COUNCILS, _YJB, _PCC = "Local authority", "Youth Justice Board", "Police and Crime Commissioner"
_GRANT = "Youth Justice Grant"

#: agency, line, stream, kind, amount
_Line = tuple[str, str, str, str, int]


def _pooled(probation: int, health: int, councils: tuple[int, int, int, int]) -> list[_Line]:
    """The rows that both plans print in the same shape."""
    staff, chief_executives, children, rutland = councils
    return [
        (_POLICE, "Staffing costs", "pooled", "staffing", 91_847),
        (_POLICE, "Other delegated funds", "pooled", "delegated", 91_687),
        (_PROBATION, "Staffing costs", "pooled", "staffing", 117_326),
        (_PROBATION, "Payments in kind", "pooled", "in kind", 132_523),
        (_PROBATION, "Other delegated funds", "pooled", "delegated", probation),
        (_HEALTH, "Staffing costs", "pooled", "staffing", 70_945),
        (_HEALTH, "Other delegated funds", "pooled", "delegated", health),
        (_COUNCILS, "Staffing costs", "pooled", "staffing", staff),
        (_COUNCILS, "Chief Executive's", "pooled", "delegated", chief_executives),
        (_COUNCILS, "Children and family services", "pooled", "delegated", children),
        (_COUNCILS, "Rutland", "pooled", "delegated", rutland),
    ]


_POOLED_2015 = _pooled(67_067, 48_151, (391_064, 298_303, 265_000, 70_000))
_POOLED_2011 = _pooled(69_832, 49_034, (450_723, 351_332, 252_577, 67_764))
_LCC = "Leicestershire County Council"

BUDGETS: dict[tuple[str, str], list[_Line]] = {
    ("2010-11", _DERIVED): [
        (_YJB, _GRANT, "pooled", "grant", 829_649),
        ("All partners", "Everything else, not printed by line", "pooled", "delegated", 2_972_995),
    ],
    ("2011-12", _D11): [
        *_POOLED_2011,
        (_YJB, _GRANT, "pooled", "grant", 770_067),
        ("Government", "Early Intervention Grant", "additional", "grant", 140_250),
        ("Government", "Community Safety Fund (substance misuse)", "additional", "grant", 10_137),
        ("Rutland County Council", "Rutland YISP funding", "additional", "delegated", 21_700),
        (_LCC, "Youth Crime Prevention", "additional", "delegated", 190_739),
        (_LCC, "Basic Skills", "additional", "delegated", 105_124),
        (_LCC, "IMPACT", "additional", "delegated", 450_000),
    ],
    ("2014-15", _MADE_UP): [
        *_POOLED_2015,
        (_YJB, _GRANT, "pooled", "grant", 614_071),
        (_PCC, "PCC", "pooled", "delegated", 57_600),
        (_LCC, "Youth Inclusion Support Panels", "additional", "delegated", 116_980),
        (_LCC, "Youth Crime Prevention", "additional", "delegated", 243_900),
        (_LCC, "IMPACT", "additional", "delegated", 570_000),
    ],
    ("2015-16", _D15): [
        *_POOLED_2015,
        (_YJB, _GRANT, "pooled", "grant", 567_071),
        (_PCC, "PCC", "pooled", "delegated", 57_600),
        (
            "Government",
            "Youth Inclusion Support Panels (formerly Early Intervention Grant)",
            "additional",
            "grant",
            116_980,
        ),
        (_LCC, "Youth Crime Prevention", "additional", "delegated", 133_900),
        (_LCC, "IMPACT", "additional", "delegated", 330_000),
    ],
}
#: cost centre, account, agency, share of the 2014-15 budget
_LEDGER = (
    ("YOS100", "Employees", "Leicestershire County Council", 0.46),
    ("YOS100", "Seconded staff", "Partners", 0.21),
    ("YOS200", "Premises and transport", "Leicestershire County Council", 0.06),
    ("YOS300", "Programmes and reparation", "Leicestershire County Council", 0.07),
    ("YOS400", "IMPACT", "Leicestershire County Council", 0.15),
    ("YOS500", "Commissioned services", "Partners", 0.05),
)
_PERIODS_POSTED = 9


def finance_budget() -> Rows:
    """One row per year, agency, line, stream and kind."""
    return [
        _cells(fy=fy, agency=agency, line=line, stream=stream_of, kind=kind, budget=amount, source=source)
        for (fy, source), lines in BUDGETS.items()
        for agency, line, stream_of, kind, amount in lines
    ]


def finance_actual() -> Rows:
    """One row per ledger line and accounting period of 2014-15, April to December; all of it made up.

    The last row is the ledger report's line of totals, which is no spend of its own.
    """
    return with_totals(_year(stream("ledger"), "2014-15", _PERIODS_POSTED))


def ledger() -> Rows:
    """The same lines to June 2015, without a line of totals: twelve periods of 2014-15 and three of 2015-16."""
    return _year(stream("ledger"), "2014-15", 12) + _year(stream("later ledger"), "2015-16", 3)


def with_totals(rows: Rows) -> Rows:
    """The rows as a ledger report prints them, a line of totals below."""
    sums = {name: sum(float(row[name]) for row in rows) for name in ("actual", "commitment")}
    return [*rows, dict.fromkeys(rows[0], "") | {"cost_centre": "Grand total"} | _cells(**sums)]


def _year(rng: random.Random, fy: str, periods: int) -> Rows:
    """The postings of the first periods of a financial year, at the level of its budget."""
    budget = sum(amount for (year, _), lines in BUDGETS.items() if year == fy for *_, amount in lines)
    months = range(1, periods + 1)
    return [_posting(rng, (fy, period), line, budget) for period in months for line in _LEDGER]


def _posting(rng: random.Random, when: tuple[str, int], line: tuple[str, str, str, float], budget: int) -> Row:
    fy, period = when
    cost_centre, account, agency, share = line
    month = budget * share / 12
    return _cells(
        fy=fy,
        period=period,
        cost_centre=cost_centre,
        account=account,
        agency=agency,
        actual=round(month * rng.uniform(0.93, 1.04), 2),
        commitment=round(month * rng.uniform(0.0, 0.3), 2),
        forecast=round(12 * month * rng.uniform(0.97, 1.01)),
        posted_date=add_months(date(int(fy[:4]), 5, 6), period - 1),
    )


def finance_savings() -> Rows:
    """One row per savings scheme and year, as the plans print them (D11 section 5, D15 section 5)."""
    schemes = (
        ("IMPACT project", "2010-11", 50_000, 50_000, "Achieved"),
        ("IMPACT project", "2012-13", 59_000, 59_000, "Achieved"),
        ("Basic Skills team", "2012-13", 155_585, 155_585, "Achieved"),
        ("Service review, efficiency savings", "2013-14", 104_415, 104_415, "Achieved"),
        ("Service review, phase 4", "2015-16", 350_000, 350_000, "Achieved"),
        ("Further savings 2016-17 and 2017-18", "2017-18", 200_000, 0, "Planned"),
    )
    return [
        _cells(scheme=scheme, fy=fy, target=target, achieved=achieved, status=status)
        for scheme, fy, target, achieved, status in schemes
    ]


def _cells(**cells: object) -> Row:
    # Pence are written out: a ledger never says 1.5e+05.
    return {name: f"{value:.2f}" if isinstance(value, float) else text(value) for name, value in cells.items()}
