"""The rules that watch published statistics (W): is a figure odd, whoever published it?

They are judged by the statements `sql/core/core_watch_*.sql` over one shape (`core_published_series`), and name no
year, place or series. A watch finding is a query: the file is as its publisher made it, so it is explained rather
than mended, and the value is left out of the comparators meanwhile. Notices of publications as such stand here too.
"""

from __future__ import annotations

from schemas.extract import Rule, Severity
from schemas.owners import PUBLISHER

NOT_WANTED = "YJ-W-0010"
EARLIER_RELEASE = "YJ-W-0011"

_ASK = "Compare with the publication; ask its publisher, or explain it."


def _watch(number: int, severity: Severity, column: str, message: str, expected: str, fix: str) -> Rule:
    columns = (column,) if column else ()
    return Rule(f"YJ-W-{number:04d}", severity, "watch", columns, message, expected, fix, owner=PUBLISHER)


WATCH_RULES: tuple[Rule, ...] = (
    _watch(
        1,
        "query",
        "value",
        "A national rate lies outside the range of its regions' rates; it is not used as a comparator.",
        "a rate between the smallest and the largest of its regions",
        f"{_ASK} A sum of the regions is the usual cause.",
    ),
    _watch(
        2,
        "query",
        "value",
        "A value jumps about tenfold against the period before it or the release before it; it is not used as a "
        "comparator.",
        "a value of the same size as its neighbours",
        f"{_ASK} A changed unit under one name is the usual cause.",
    ),
    _watch(
        3,
        "query",
        "value",
        "A series was restated: for the same periods an earlier release said otherwise; the newest release is used "
        "and marked as restated.",
        "the values of the earlier release, to the last figure printed",
        f"{_ASK} Never set figures of the two releases side by side.",
    ),
    _watch(
        4,
        "query",
        "value",
        "A population changes in one year by far more than it does in other years: the basis of the estimates broke.",
        "a change of the usual size, or at most 5% a year",
        f"{_ASK} Rates on either side of the break do not compare; use one series of estimates for all years.",
    ),
    _watch(
        5,
        "query",
        "value",
        "A rate is not what its own components give.",
        "reoffenders / cohort, and reoffences / reoffenders, to a millionth",
        _ASK,
    ),
    _watch(
        10,
        "notice",
        "",
        "Rows of series that the product does not read were left out.",
        "the publication as it is; only what bears on youth justice is read",
        "Nothing needs doing.",
    ),
    _watch(
        11,
        "notice",
        "",
        "The file is an earlier release of a publication: it is kept apart, for comparison only.",
        "the newest release, in force, and earlier ones beside it",
        "Nothing needs doing.",
    ),
)
