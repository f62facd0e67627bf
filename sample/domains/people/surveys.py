"""Surveys of the sample: forms of young people and parents, answer by answer.

D11 prints shares without their bases (88%, 97%, 97.7%, 82.2%; 71%, 93.3%): the bases here are ours, the smallest round
ones that give the printed shares.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date

from sample.case_rows import Row, Rows, as_row
from sample.chance import day_between, stream

_WORK, _LIKELY, _FAIR = "Work with the service", "Likely to offend", "Treated fairly"
_PARENTS, _ENJOYED, _SKILLS = "Child less likely to offend", "Enjoyment of IMPACT", "Skills of IMPACT staff"
#: Scale -> points of the two best answers of five, and of the others.
_BEST = {"5-point": (4, 5), "10-point": (7, 10)}
_LESS = {"5-point": (1, 3), "10-point": (1, 6)}


@dataclass(frozen=True)
class _Question:
    """How a round's forms answered one question: how many best, other and blank answers."""

    text: str
    best: int
    other: int
    blank: int = 0


@dataclass(frozen=True)
class _Round:
    """One round of one survey."""

    name: str
    letter: str
    first: date
    last: date
    who: str
    questions: tuple[_Question, ...]


def _young(name: str, letter: str, days: tuple[date, date], counts: tuple[_Question, ...]) -> _Round:
    return _Round(name, letter, *days, "Young person", counts)


_YEAR = (date(2010, 4, 1), date(2011, 3, 31))
_ROUNDS = (
    # 88 of 100, 97 of 100, 85 of the 87 who answered.
    _young(
        "Participation survey 2010/11",
        "A",
        _YEAR,
        (_Question(_WORK, 88, 12), _Question(_LIKELY, 97, 3), _Question(_FAIR, 85, 2, 13)),
    ),
    # 37 of 45.
    _Round("Participation survey 2010/11", "B", *_YEAR, "Parent or carer", (_Question(_PARENTS, 37, 8, 3),)),
    # A day too late for the year, all of it the best.
    _young(
        "Participation survey 2011/12",
        "C",
        (date(2011, 4, 1), date(2011, 4, 1)),
        (_Question(_WORK, 9, 0), _Question(_LIKELY, 9, 0), _Question(_FAIR, 9, 0)),
    ),
    # 84 of the 90 who answered; enjoyment follows below.
    _young("IMPACT survey 2010", "D", (date(2010, 4, 1), date(2010, 9, 30)), (_Question(_SKILLS, 84, 6, 10),)),
    _young("IMPACT survey 2010", "E", (date(2010, 10, 1), date(2010, 12, 20)), (_Question(_SKILLS, 5, 5),)),
    _young(
        "Viewpoint 2013",
        "F",
        (date(2013, 10, 1), date(2013, 12, 20)),
        (_Question(_WORK, 21, 4), _Question(_LIKELY, 22, 3), _Question(_FAIR, 22, 2, 1)),
    ),
    _young(
        "Viewpoint 2014",
        "G",
        (date(2014, 10, 1), date(2014, 12, 19)),
        (_Question(_WORK, 25, 3), _Question(_LIKELY, 24, 4), _Question(_FAIR, 26, 2)),
    ),
    _Round(
        "Viewpoint 2014",
        "H",
        date(2014, 10, 1),
        date(2014, 12, 19),
        "Parent or carer",
        (_Question(_PARENTS, 13, 4, 1),),
    ),
)


def surveys() -> Rows:
    """One row per form and question."""
    rng = stream("people surveys")
    rows = [row for survey in _ROUNDS for row in _forms(rng, survey)]
    return [*rows, *_enjoyment(rng)]


def _forms(rng: random.Random, survey: _Round) -> Rows:
    """The forms of a round; the first is of its first day and the last of its last, where the edges are."""
    answers = [_shuffled(rng, question) for question in survey.questions]
    count = len(answers[0])
    days = sorted(day_between(rng, survey.first, survey.last) for _ in range(count - 2))
    days = [survey.first, *days, survey.last]
    return [
        _row(survey, number, days[number], question.text, answers[place][number])
        for number in range(count)
        for place, question in enumerate(survey.questions)
    ]


def _shuffled(rng: random.Random, question: _Question) -> list[tuple[str, int | None]]:
    """Scale and points of every form; one form in five is on ten points, since one column holds both (C3)."""
    ways = [*[_BEST] * question.best, *[_LESS] * question.other]
    answers: list[tuple[str, int | None]] = []
    for number, way in enumerate(ways):
        scale = "10-point" if number % 5 == 0 else "5-point"
        answers.append((scale, rng.randint(*way[scale])))
    answers += [("5-point", None)] * question.blank
    rng.shuffle(answers)
    return answers


def _enjoyment(rng: random.Random) -> Rows:
    """Enjoyment of IMPACT: 71 tens of 100 by September, others beside that are none of them."""
    survey = _young("IMPACT survey 2010", "D", (date(2010, 4, 1), date(2010, 9, 30)), ())
    later = _young("IMPACT survey 2010", "E", (date(2010, 10, 1), date(2010, 12, 20)), ())
    points = [10] * 71 + [rng.choice((7, 8, 8, 9, 9)) for _ in range(29)]
    rng.shuffle(points)
    days = [survey.first, *(day_between(rng, survey.first, survey.last) for _ in range(98)), survey.last]
    rows = [_row(survey, n, day, _ENJOYED, ("10-point", points[n])) for n, day in enumerate(days)]
    # Five of five says nothing of ten of ten.
    rows += [_row(survey, 100 + n, survey.last, _ENJOYED, ("5-point", 5)) for n in range(3)]
    return rows + [_row(later, n, later.first, _ENJOYED, ("10-point", 10)) for n in range(4)]


def _row(survey: _Round, number: int, day: date, question: str, answer: tuple[str, int | None]) -> Row:
    return as_row({
        "response_id": f"SV{survey.letter}{number + 1:03d}",
        "survey_round": survey.name,
        "survey_date": day,
        "respondent_type": survey.who,
        "question": question,
        "survey_scale": answer[0],
        "answer_score": answer[1],
    })  # fmt: skip
