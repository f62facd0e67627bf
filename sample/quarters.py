"""The five quarters of the sample, and the day on which each one's extracts were exported.

Only the calendar of the sample belongs here.
"""

from __future__ import annotations

from datetime import date

from sample.dates import EXTRACT_DAY, quarter_days

#: The quarter whose figures the plan of 2015-2016 prints; the others are this world seen earlier, or gone on.
GOLDEN = "2014-15 Q3"
#: Quarter -> day of its extracts, the third Friday after its end.
EXTRACT_DAYS = {
    "2014-15 Q1": date(2014, 7, 18),
    "2014-15 Q2": date(2014, 10, 17),
    GOLDEN: EXTRACT_DAY,
    "2014-15 Q4": date(2015, 4, 17),
    "2015-16 Q1": date(2015, 7, 17),
}
QUARTERS = tuple(EXTRACT_DAYS)
#: Until this day the world goes on.
HORIZON = quarter_days(QUARTERS[-1])[1]


def extract_day(label: str) -> date:
    """The day of the quarter's extracts.

    Raises:
        ValueError: a quarter that the sample does not have.
    """
    if label not in EXTRACT_DAYS:
        raise ValueError(f"The sample service has extracts for {', '.join(QUARTERS)}, not for {label}.")
    return EXTRACT_DAYS[label]
