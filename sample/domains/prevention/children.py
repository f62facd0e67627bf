"""Work with children at risk in the sample: the YISP's referrals and the anti-social behaviour team's cases.

What the plan prints of 2009-10 is made by choosing children whose careers in the case system come out so: 28 of 40 of
the YISP did not offend after their work began (70%), 30 of 38 of the anti-social behaviour team (79%).
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import date, timedelta

from sample.case_rows import Row, Rows, as_row
from sample.chance import stream, weekday_between
from sample.dates import EXTRACT_DAY
from sample.domains.made import Made
from sample.domains.prevention.people import Career, careers

#: Of 2009-10: children worked with who offended after the work began, and who did not.
YISP_2009 = (12, 28)
ASB_2009 = (8, 30)
_FIRST, _LAST_START, _LAST = date(2009, 4, 1), date(2010, 1, 29), date(2010, 3, 31)
_YOUNGEST, _OLDEST = 8, 16
_A_YEAR_LATER = 36
_NEVER_BEGUN = dict.fromkeys(("yisp_start", "yisp_end", "onset_start", "onset_end", "offended_after"), "")


def yisp(made: Made) -> Rows:
    """One row per referral, numbered by day."""
    rng = stream("prevention yisp")
    who = careers(made)
    rows = [_referral(rng, career, start) for career, start in _worked_2009(rng, who, YISP_2009)]
    rows += _near_misses(rng, who, {row["ypid"] for row in rows})
    rows += [_referral(rng, *pair) | _sometimes_never_begun(rng) for pair in _later_years(rng, who)]
    rows.sort(key=lambda row: (row["yisp_referral_date"], row["ypid"]))
    return [{"yisp_referral_id": f"YR{number:04d}", **row} for number, row in enumerate(rows, start=1)]


def asb_cases(made: Made) -> Rows:
    """One row per case, numbered by first day."""
    rng = stream("prevention asb")
    rows = [_case(rng, career, start) for career, start in _worked_2009(rng, careers(made), ASB_2009)]
    rows += [_case(rng, career, start) for career, start in _later_years(rng, careers(made))]
    rows.sort(key=lambda row: (row["asb_start"], row["ypid"]))
    return [{"asb_case_id": f"AB{number:04d}", **row} for number, row in enumerate(rows, start=1)]


def _worked_2009(rng: random.Random, who: list[Career], wanted: tuple[int, int]) -> list[tuple[Career, date]]:
    """Different children with a first day in 2009-10, so many who offended after it and so many who did not."""
    chosen: dict[bool, list[tuple[Career, date]]] = {True: [], False: []}
    for career in rng.sample(who, len(who)):
        start = weekday_between(rng, _FIRST, _LAST_START)
        found = chosen[career.offended_after(start)]
        if _of_age(career, start) and len(found) < (wanted[0] if career.offended_after(start) else wanted[1]):
            found.append((career, start))
    if (len(chosen[True]), len(chosen[False])) != wanted:
        raise ValueError("too few children whose careers fit the prevention work of 2009-10")
    return chosen[True] + chosen[False]


def _of_age(career: Career, day: date) -> bool:
    return _YOUNGEST <= career.age(day) <= _OLDEST


def _later_years(rng: random.Random, who: list[Career]) -> Iterable[tuple[Career, date]]:
    """Three dozen children a year from 2010-11, whatever became of them."""
    for year in range(2010, 2015):
        last = min(date(year + 1, 3, 31), date(2014, 12, 31))
        drawn = rng.sample(who, len(who))
        starts = ((career, weekday_between(rng, date(year, 4, 1), last)) for career in drawn)
        yield from [pair for pair in starts if _of_age(*pair)][:_A_YEAR_LATER]


def _near_misses(rng: random.Random, who: list[Career], taken: set[str]) -> list[Row]:
    """Work that 2009-10 must not count: in a group, never begun, ended the day before, begun the day after."""
    free = [one for one in who if one.child.ypid not in taken and one.offended_after(_LAST) and _of_age(one, _FIRST)]
    group, never, before, after = free[:4]
    rows = [
        _referral(rng, group, date(2009, 6, 1)) | {"one_to_one": "No"},
        _referral(rng, never, date(2009, 6, 2))
        | {"yisp_start": "", "yisp_end": "", "onset_start": "", "onset_end": ""},
        _referral(rng, before, date(2009, 2, 2)) | {"yisp_end": "2009-03-31"},
        _referral(rng, after, date(2010, 4, 1)),
    ]
    # The same child referred again while the first work runs: two rows, one child.
    again = next(one for one in who if one.child.ypid in taken and not one.offended_after(_FIRST))
    return [*rows, _referral(rng, again, date(2010, 2, 1))]


def _referral(rng: random.Random, career: Career, start: date) -> Row:
    end = _end(rng, start)
    first = rng.randint(8, 40)
    referred = start - timedelta(days=rng.choice([0, 3, 7, 14, 21]))
    return as_row({
        "ypid": career.child.ypid,
        "yisp_referral_date": referred,
        "yisp_start": start,
        "yisp_end": end,
        "one_to_one": rng.random() < 0.9 or None,  # noqa: PLR2004 - left empty by some
        "onset_start": first,
        "onset_end": max(0, first - rng.randint(-3, 12)) if end else None,
        "offended_after": True if career.offended_after(start) and rng.random() < 0.5 else None,  # noqa: PLR2004
    })  # fmt: skip


def _sometimes_never_begun(rng: random.Random) -> Row:
    """One referral in eight comes to nothing."""
    return _NEVER_BEGUN if rng.random() < 1 / 8 else {}


def _end(rng: random.Random, start: date) -> date | None:
    """Within four months, and within 2009-10 for the work of that year, so that it is of no other."""
    end = start + timedelta(days=rng.randint(30, 120))
    if start <= _LAST:
        return min(end, _LAST)
    return end if end < EXTRACT_DAY else None


def _case(rng: random.Random, career: Career, start: date) -> Row:
    signed = start + timedelta(days=rng.randint(0, 20)) if rng.random() < 0.5 else None  # noqa: PLR2004
    return as_row({
        "ypid": career.child.ypid,
        "abc_date": signed if signed and signed < EXTRACT_DAY else None,
        "asb_start": start,
        "asb_end": _end(rng, start),
        "reoffended_after": None,
    })  # fmt: skip
