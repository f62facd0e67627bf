"""Of twelve hundred random lines each sentence is read back and held against its figures (T-04, T-07, T-09, T-26)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from assets.indicators.figures import figures
from assets.report.figures.lines import Line, line
from assets.report.figures.lookup import Book
from assets.report.inputs import ReturnInputs
from assets.report.wording import sentences
from assets.report.wording.judged import direction_cell, short_cell
from schemas.measure import CountingUnit, Measure, Polarity, Unit
from schemas.pack import Mark
from tests.unit.report.made import made_frame, made_inputs, made_measures, service_row
from tests.unit.report.read_back import Claim, read

NOW, THEN = "2014-15-YTD-Q3", "2013-14-YTD-Q3"
QUARTER, BEFORE = "2014-15-Q3", "2014-15-Q2"
#: Unit -> what it is made of: numerators, denominators (None for none), places, counting unit.
SHARES: dict[Unit, tuple[int, CountingUnit]] = {
    "%": (1, "person"),
    "ratio": (2, "offence"),
    "per 1,000": (2, "person"),
}
PLAIN: dict[Unit, tuple[int, CountingUnit]] = {
    "count": (0, "person"),
    "GBP": (0, "pound"),
    "hours": (0, "hour"),
    "FTE": (1, "post"),
}
PER: dict[Unit, int] = {"%": 100, "ratio": 1, "per 1,000": 1000}
Pair = tuple[int, int | None]


@dataclass(frozen=True)
class Case:
    """One random line: a unit, a polarity, and the parts of its figures now, a year ago, this and last quarter."""

    unit: Unit
    polarity: Polarity
    pairs: tuple[Pair, Pair, Pair, Pair]

    def value(self, place: int) -> Fraction:
        """The exact figure."""
        top, base = self.pairs[place]
        return Fraction(top) if base is None else Fraction(top * PER[self.unit], base)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Lines of every unit; small bases and figures alike come often."""
    unit = draw(st.sampled_from([*SHARES, *PLAIN]))
    polarity: Polarity = draw(st.sampled_from(["higher is better", "lower is better", "context"]))
    tops = st.integers(0, 40) | st.integers(0, 3000)
    if unit in PLAIN:
        pairs: list[Pair] = [(draw(tops), None) for _ in range(4)]
    else:
        bases = st.integers(1, 60) | st.integers(1, 900)
        drawn = [(draw(bases), draw(st.integers(0, 10**6))) for _ in range(4)]
        pairs = [(share % (base + 1), base) for base, share in drawn]
    if draw(st.booleans()) and draw(st.booleans()):
        pairs[1] = pairs[0]
    return Case(unit, polarity, (pairs[0], pairs[1], pairs[2], pairs[3]))


@cache
def _bare() -> ReturnInputs:
    """A return of one measure and four periods, so that many are soon made."""
    made = made_inputs()
    periods = made.periods[made.periods["period_id"].isin([NOW, THEN, QUARTER, BEFORE])]
    empty = {name: getattr(made, name).iloc[:0] for name in ("figures", "comparators", "targets")}
    return replace(made, periods=periods, told=None, published=None, **empty)


def _measure(case: Case, number: int) -> Measure:
    decimals, counting = (SHARES | PLAIN)[case.unit]
    base = next(measure for measure in made_measures() if measure.id == "FTE-01")
    given_by = {"unit": case.unit, "decimals": decimals, "polarity": case.polarity, "counting_unit": counting}
    denominator = "none" if case.unit in PLAIN else "children"
    return base.model_copy(update={**given_by, "denominator": denominator, "id": f"FTE-{number:02}"})


def _lines(listed: list[Case]) -> list[tuple[Case, Line]]:
    """Each case with its line, all of one return."""
    measures = tuple(_measure(case, number) for number, case in enumerate(listed))
    inputs = replace(_bare(), measures=measures)
    ids = (NOW, THEN, QUARTER, BEFORE)
    frames = {
        measure.id: made_frame(service_row(name, *pair) for name, pair in zip(ids, case.pairs, strict=True))
        for measure, case in zip(measures, listed, strict=True)
    }
    inputs = replace(inputs, figures=figures(frames, list(measures), inputs.periods))
    book = Book(inputs)
    found = [line(inputs, book, measure) for measure in measures]
    return [(case, one) for case, one in zip(listed, found, strict=True) if one is not None]


def _shown(value: Fraction, places: int) -> Decimal:
    """A figure at its places, halves away from nought, of the number a computer holds."""
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def _is_small(case: Case, *places: int) -> bool:
    """Whether a base is under ten: the denominator of a share or ratio, the count of a count or rate."""
    if case.unit in {"%", "ratio"}:
        return any((case.pairs[place][1] or 0) < 10 for place in places)
    return case.unit in {"count", "per 1,000"} and any(case.pairs[place][0] < 10 for place in places)


def _is_chance(case: Case, now: int, then: int) -> bool:
    """Whether chance explains the change, by SciPy's own tests; no test fits money, hours, posts and re-offences."""
    (top, base), (other, other_base) = case.pairs[now], case.pairs[then]
    if case.unit == "%" and base is not None and other_base is not None:
        return bool(stats.fisher_exact([[top, base - top], [other, other_base - other]])[1] > 0.05)
    if case.unit not in {"count", "per 1,000"}:
        return False
    share = 0.5 if base is None or other_base is None else base / (base + other_base)
    return top + other == 0 or bool(stats.binomtest(top, top + other, share).pvalue > 0.05)


def _verdict(case: Case, now: int, then: int) -> str:
    """Better or worse by polarity and sign; too few under a base of ten; nothing where neither is better."""
    if _is_small(case, now, then):
        return "too few"
    rose = case.value(now) - case.value(then)
    if rose == 0 or case.polarity == "context":
        return ""
    return "better" if (rose > 0) == (case.polarity == "higher is better") else "worse"


def _hold_size(claim: Claim, case: Case) -> None:
    """The size of the change, its word and unit, and the per cent beside it."""
    moved, places = case.value(0) - case.value(1), (SHARES | PLAIN)[case.unit][0]
    more, less = {"count": ("more", "fewer")}.get(
        case.unit, ("more", "less") if case.unit in PLAIN else ("higher", "lower")
    )
    assert claim.side == ("" if moved == 0 else more if moved > 0 else less)
    if claim.size is None:
        assert moved == 0
        return
    shown = _shown(abs(moved), places)
    assert claim.is_tiny == (shown == 0)
    assert claim.size == (Decimal(1).scaleb(-places) if shown == 0 else shown)
    units = {"%": "percentage point", "hours": "hour", "FTE": "FTE", "GBP": "£"}
    assert claim.size_unit.rstrip("s") == units.get(case.unit, "")
    _hold_relative(claim, case, moved)


def _hold_relative(claim: Claim, case: Case, moved: Fraction) -> None:
    if case.unit == "%" or case.value(1) == 0:
        assert claim.relative == ""
        return
    relative = _shown(100 * abs(moved) / case.value(1), 1)
    assert Decimal(claim.relative.replace(",", "")) == (relative or Decimal("0.1"))
    assert claim.relative_of == ("rate" if case.unit in {"ratio", "per 1,000"} else "")


def _near_a_half(case: Case) -> bool:
    """Whether a figure lies so near to a half of its last place that floating point may tip it either way."""
    places = (SHARES | PLAIN)[case.unit][0]
    moved = case.value(0) - case.value(1)
    exact = [(case.value(0), places), (moved, places)]
    exact += [(100 * moved / case.value(1), 1)] if case.value(1) else []
    return any(abs((abs(number) * 10**at) % 1 - Fraction(1, 2)) < Fraction(1, 10**8) for number, at in exact)


#: Twenty-five lines a return, twenty-four returns: six hundred lines.
MANY = st.lists(cases(), min_size=25, max_size=25)


@settings(max_examples=24, deadline=None, derandomize=True, database=None)
@given(listed=MANY)
def test_a_headline_read_back_says_what_its_figures_say(listed: list[Case]) -> None:
    found = _lines(listed)
    assert len(found) == len(listed)
    for case, one in found:
        claim = read(sentences.headline(one))
        if not _near_a_half(case):
            _hold(claim, case)


def _hold(claim: Claim, case: Case) -> None:
    assert claim.value == _shown(case.value(0), (SHARES | PLAIN)[case.unit][0])
    assert claim.unit.rstrip("s") == {"GBP": "£", "hours": "hour"}.get(case.unit, claim.unit.rstrip("s"))
    assert claim.parts == (None if case.unit in PLAIN else tuple(map(Decimal, map(str, case.pairs[0]))))
    wanted = "first-time entrant" if case.pairs[0][0] == 1 else "first-time entrants"
    assert (claim.counted == wanted) if case.unit == "count" else ("entrant" not in claim.counted)
    _hold_size(claim, case)
    assert claim.verdict == _verdict(case, 0, 1)
    small = _verdict(case, 0, 1) == "too few"
    assert claim.chance == (not small and case.value(0) != case.value(1) and _is_chance(case, 0, 1))


@settings(max_examples=24, deadline=None, derandomize=True, database=None)
@given(listed=MANY)
def test_the_sentence_on_the_quarter_and_both_arrows_go_the_way_of_their_figures(listed: list[Case]) -> None:
    for case, found in _lines(listed):
        _hold_quarter(sentences.on_last_quarter(found), case)
        for cell, (now, then) in ((direction_cell(found), (0, 1)), (short_cell(found), (2, 3))):
            assert isinstance(cell, Mark)
            assert cell.text[0] == _arrow(case.value(now) - case.value(then))
            assert cell.tone == _tone(case, now, then)


def _hold_quarter(said: str, case: Case) -> None:
    moved = case.value(2) - case.value(3)
    assert (" up" in said, " down" in said, ", as in" in said) == (moved > 0, moved < 0, moved == 0)
    if moved:
        wanted = _verdict(case, 2, 3)
        assert (": better" in said, ": worse" in said, ": too few" in said) == tuple(
            wanted == one for one in ("better", "worse", "too few")
        )
        assert said.endswith("within chance variation.") == (wanted != "too few" and _is_chance(case, 2, 3))


def _arrow(moved: Fraction) -> str:
    return "■" if moved == 0 else "▲" if moved > 0 else "▼"


def _tone(case: Case, now: int, then: int) -> str:
    """Green and red repeat better and worse only where chance does not explain the change."""
    wanted = {"better": "good", "worse": "bad"}.get(_verdict(case, now, then), "neutral")
    return "neutral" if _is_chance(case, now, then) else wanted


@pytest.mark.parametrize(
    "measure", [one for one in made_measures() if one.unit == "count"], ids=lambda measure: measure.id
)
def test_what_a_measure_counts_has_a_singular(measure: Measure) -> None:
    plural = measure.counted or measure.numerator
    one = sentences.one_of(plural)
    assert one != plural or plural.startswith("senior partners")
    assert not one.endswith(("seriou", "pres"))


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("first-time entrants", "first-time entrant"),
        ("serious incidents", "serious incident"),
        ("children of the group", "child of the group"),
        ("people in post", "person in post"),
        ("press items", "press item"),
        ("offences in the project children's homes", "offence in the project children's homes"),
    ],
)
def test_the_first_plural_is_the_head(plural: str, one: str) -> None:
    assert sentences.one_of(plural) == one


def test_a_part_that_is_not_whole_is_not_shown_as_nought() -> None:
    """REO-08: 0.09 of 1.13 is 8.2%, which "0 of 1" would contradict."""
    ((_, found),) = _lines([Case("%", "higher is better", ((8, 100), (8, 100), (8, 100), (8, 100)))])
    figure = replace(found.figure, numerator=0.0927, denominator=1.13, value=8.2)
    assert sentences.shown(figure, found.measure) == "8.2% (0.09 of 1.13)"
