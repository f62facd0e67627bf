"""The bank holidays reference: days added late, which the calendar of the product does not know yet."""

from __future__ import annotations

import pandas as pd

from schemas import fields_health as h
from schemas import predicates as ask
from schemas.extract import CheckContext, Column, Extract, Rule
from schemas.mending import LOG_FILE

_SATURDAY = 5


def _on_weekday(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    weekday: pd.Series = frame["holiday_date"].dt.day_of_week < _SATURDAY
    return weekday


BANK_HOLIDAYS = Extract(
    name="bank_holidays",
    number=38,
    source="log",
    title="Added bank holidays",
    grain="one row per bank holiday of England and Wales beside those that the product knows",
    columns=(
        Column(h.HOLIDAY_DATE, 1, synonyms=("bank holiday date", "date of bank holiday")),
        Column(h.HOLIDAY_NAME, 2, synonyms=("bank holiday", "bank holiday name", "name of bank holiday")),
    ),
    key=("holiday_date",),
    snapshot=False,
    required=False,
    rules=(
        Rule(
            "YJ-X-3801",
            "notice",
            "cross-field",
            ("holiday_date",),
            "The bank holiday is on a Saturday or Sunday, which is no working day in any case.",
            "the weekday that is given instead",
            LOG_FILE,
            ask.by_context(("holiday_date",), _on_weekday),
        ),
    ),
)
