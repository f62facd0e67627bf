"""The rules that watch published statistics (W): is a figure odd, whoever published it?

They are judged by the statements `sql/core/core_watch_*.sql` over one shape (`core_published_series`), and name no
year, place or series. A watch finding is a query: the file is as its publisher made it, so it is explained rather
than mended, and the value is left out of the comparators meanwhile. Notices of publications as such stand here too.
"""

from __future__ import annotations

from schemas.extract import Rule
from schemas.owners import PUBLISHER

NOT_WANTED = "YJ-W-0010"
EARLIER_RELEASE = "YJ-W-0011"

_ASK = "Compare with the publication; ask its publisher, or explain it."


#: Measures that published figures of other places stand beside; those that rest on populations; on MOJ's cohorts.
_COMPARED = ("EET-01", "FTE-05", "REO-02")
_RATES = ("FTE-05",)
_COHORTS = ("REO-07",)


def _watch(number: int, words: tuple[str, str], fix: str, measures: tuple[str, ...]) -> Rule:
    """A query about a published value, which is its publisher's to explain."""
    code, (message, expected) = f"YJ-W-{number:04d}", words
    return Rule(code, "query", "watch", ("value",), message, expected, fix, measures=measures, owner=PUBLISHER)


def _notice(number: int, message: str, expected: str) -> Rule:
    """A notice about a publication as a file."""
    return Rule(f"YJ-W-{number:04d}", "notice", "watch", (), message, expected, "Nothing needs doing.", owner=PUBLISHER)


WATCH_RULES: tuple[Rule, ...] = (
    _watch(
        1,
        (
            "A national rate lies outside the range of its regions' rates; it is not used as a comparator.",
            "a rate between the smallest and the largest of its regions",
        ),
        f"{_ASK} A sum of the regions is the usual cause.",
        _COMPARED,
    ),
    _watch(
        2,
        (
            "A value jumps about tenfold against the period or release before; it is no comparator.",
            "a value of the same size as its neighbours",
        ),
        f"{_ASK} A changed unit under one name is the usual cause.",
        _COMPARED,
    ),
    _watch(
        3,
        (
            "A series was restated: an earlier release said otherwise; the newest is used, marked as restated.",
            "the values of the earlier release, to the last figure printed",
        ),
        f"{_ASK} Never set figures of the two releases side by side.",
        _COMPARED,
    ),
    _watch(
        4,
        (
            "A population changes in one year by far more than in others: the basis of the estimates broke.",
            "a change of the usual size, or at most 5% a year",
        ),
        f"{_ASK} Rates on either side of the break do not compare; use one series of estimates for all years.",
        _RATES,
    ),
    _watch(
        5,
        (
            "A rate is not what its own components give.",
            "reoffenders / cohort, and reoffences / reoffenders, to a millionth or to its rounding",
        ),
        _ASK,
        _COHORTS,
    ),
    _notice(
        10,
        "Rows of series that the product does not read were left out.",
        "the publication as it is; only what bears on youth justice is read",
    ),
    _notice(
        11,
        "The file is an earlier release of a publication: it is kept apart, for comparison only.",
        "the newest release, in force, and earlier ones beside it",
    ),
)
