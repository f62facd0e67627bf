"""Staff of the sample: who was in which post since when, and what they were trained in.

On 31 March 2011 it is the plan's table to the person (D11 section 6: 16 and 73 White, 19 and 19 Black and minority
ethnic, 127 in all, 8 of them at grade 13 and above) and the specialists of section 8, objective 5; the rest is made up.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sample.case_rows import Row, Rows, as_row
from sample.chance import day_between, pick, stream
from sample.dates import LAST_DAY

_THE_DAY = date(2011, 3, 31)
_BEFORE, _AFTER = _THE_DAY - timedelta(days=1), _THE_DAY + timedelta(days=1)
_WHITE = {"W1": 90, "W2": 4, "W9": 6}
_BME = {"A1": 55, "A2": 8, "B1": 12, "B2": 5, "M1": 14, "O1": 6}
#: Sex, ethnicities, people, and how many of them are at grade 13 or above: the plan's table.
_TABLE = (("Male", _WHITE, 16, 1), ("Female", _WHITE, 73, 4), ("Male", _BME, 19, 2), ("Female", _BME, 19, 1))
#: Specialist posts and the share of a week of each: 1.5, 3, 0.5, 2 and 1 full-time equivalents.
_SPECIALISTS = (
    ("Community psychiatric nurse", 1.0), ("Community psychiatric nurse", 0.5), ("Parenting specialist", 1.0),
    ("Parenting specialist", 1.0), ("Parenting specialist", 1.0), ("Health nurse", 0.5),
    ("Substance misuse specialist", 1.0), ("Substance misuse specialist", 1.0), ("Accommodation worker", 1.0),
)  # fmt: skip
_ROLES = {
    "Case worker": 45, "Prevention worker": 22, "Administrator": 14, "Education worker": 8, "Victim worker": 3,
    "Police officer": 4, "Probation officer": 4,
}  # fmt: skip
_SECONDED = ("Police officer", "Probation officer", "Community psychiatric nurse", "Health nurse")


@dataclass(frozen=True)
class _Post:
    """One person's time in one post."""

    staff: str
    sex: str
    ethnicity: str
    role: str
    grade: int | None
    fte: float
    start: date
    end: date | None = None


def workforce() -> Rows:
    """One row per post and person who has held it, in the order in which they came."""
    return [_row(number, post) for number, post in enumerate(_posts(), start=1)]


def _row(number: int, post: _Post) -> Row:
    return as_row({
        "post_id": f"PO{number:03d}",
        "staff_id": post.staff,
        "sex": post.sex,
        "ethnicity": post.ethnicity,
        "staff_role": post.role,
        "grade": post.grade,
        "fte": post.fte,
        "post_start": post.start,
        "post_end": post.end,
    })  # fmt: skip


def _posts() -> list[_Post]:
    rng = stream("people staff")
    there = _in_post(rng)
    left = [_leaving(rng, post) for post in there]
    return [*left, *_second_post(left), *_near_misses(rng), *_newcomers(rng)]


def _in_post(rng: random.Random) -> list[_Post]:
    """The 127 of the day, specialists among those below grade 13."""
    posts = [
        _placed(rng, sex, ethnicities, number < managers)
        for sex, ethnicities, count, managers in _TABLE
        for number in range(count)
    ]
    below = [place for place, post in enumerate(posts) if post.role != "Manager"]
    for (role, fte), place in zip(_SPECIALISTS, rng.sample(below, len(_SPECIALISTS)), strict=True):
        grade = None if role in _SECONDED else 11
        posts[place] = replace(posts[place], role=role, fte=fte, grade=grade)
    return [replace(post, staff=f"ST{number:03d}") for number, post in enumerate(posts, start=1)]


def _placed(rng: random.Random, sex: str, ethnicities: dict[str, int], is_manager: bool) -> _Post:  # noqa: FBT001
    role = "Manager" if is_manager else pick(rng, _ROLES)
    grade = rng.choice((13, 13, 14)) if is_manager else rng.randint(6, 12)
    return _Post(
        "",
        sex,
        pick(rng, ethnicities),
        role,
        None if role in _SECONDED else grade,
        1.0 if is_manager else rng.choice((1.0, 1.0, 1.0, 0.8, 0.6, 0.5)),
        day_between(rng, date(2002, 4, 1), _THE_DAY),
    )


def _leaving(rng: random.Random, post: _Post) -> _Post:
    """One in three left after the day, the first of them on the day itself; specialists stayed."""
    if post.staff == "ST020":
        return replace(post, end=_THE_DAY)
    stays = post.role in {role for role, _ in _SPECIALISTS} or rng.random() < 2 / 3
    return post if stays else replace(post, end=day_between(rng, _AFTER, LAST_DAY))


def _second_post(posts: list[_Post]) -> list[_Post]:
    """One person in two posts, who is one head."""
    one = next(post for post in posts if post.role == "Victim worker")
    return [replace(one, role="Case worker", fte=0.2)]


def _near_misses(rng: random.Random) -> list[_Post]:
    """Gone the day before, come the day after, and posts that nobody is in."""
    gone = replace(_placed(rng, "Male", _BME, True), staff="ST201", end=_BEFORE, start=date(2005, 9, 1))
    come = replace(_placed(rng, "Female", _WHITE, True), staff="ST202", start=_AFTER)
    vacant = _Post("", "", "", "Case worker", 9, 1.0, date(2010, 6, 1))
    nobody = _Post("", "", "", "Parenting specialist", 11, 1.0, date(2010, 6, 1), date(2011, 12, 31))
    return [gone, come, vacant, nobody]


def _newcomers(rng: random.Random) -> list[_Post]:
    """Who came later; two did not say who they are."""
    posts = [
        replace(
            _placed(rng, pick(rng, {"Female": 70, "Male": 30}), _group(rng), number % 9 == 0),
            staff=f"ST{300 + number}",
            start=day_between(rng, date(2011, 4, 2), date(2014, 11, 30)),
        )
        for number in range(24)
    ]
    return [replace(post, sex="", ethnicity="NS") if number < 2 else post for number, post in enumerate(posts)]  # noqa: PLR2004


def _group(rng: random.Random) -> dict[str, int]:
    """Ethnicities of one of the two groups, seven times in ten the White ones."""
    return _WHITE if rng.random() < 0.7 else _BME  # noqa: PLR2004 - seven in ten


def staff_training() -> Rows:
    """One row per person, course and first day of training: Jigsaw for case workers, AssetPlus begun late in 2014."""
    rng = stream("people training")
    posts = [post for post in _posts() if post.staff]
    workers = [post for post in posts if post.role == "Case worker" and post.start <= _THE_DAY]
    rows = [
        _trained(post.staff, "Jigsaw", day_between(rng, date(2010, 5, 3), date(2011, 2, 25)), 2.0)
        for post in workers
        if post.start <= date(2010, 5, 3)
    ]
    still = sorted({post.staff for post in posts if post.end is None and post.start <= date(2014, 11, 30)})
    return rows + _asset_plus(rng, still)


def _asset_plus(rng: random.Random, still: list[str]) -> Rows:
    """Nine with three days by the end of the year, two of them in parts; others a day short or a day late."""
    chosen = rng.sample(still, 14)
    rows = [_trained(staff, "AssetPlus", date(2014, 11, 10), 3.0) for staff in chosen[:7]]
    for staff in chosen[7:9]:
        rows += [_trained(staff, "AssetPlus", date(2014, 11, 24), 2.0), _trained(staff, "AssetPlus", LAST_DAY, 1.0)]
    rows += [_trained(staff, "AssetPlus", date(2014, 12, 8), 2.0) for staff in chosen[9:12]]
    return rows + [_trained(staff, "AssetPlus", date(2015, 1, 5), 3.0) for staff in chosen[12:]]


def _trained(staff: str, course: str, day: date, days: float) -> Row:
    return as_row({"staff_id": staff, "course": course, "training_date": day, "training_days": days})
