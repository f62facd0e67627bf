"""Every case of ux-security 5.3 by hand: what a reader could work out, and what must be hidden so that he cannot."""

from __future__ import annotations

import pytest

from assets.report.disclosure.attacker import audit
from assets.report.disclosure.cells import (
    CannotProtect,
    Cell,
    Leak,
    Problem,
    ProblemUnfit,
    Relation,
    Share,
    at_most,
    completed,
    same,
    total,
)
from assets.report.disclosure.primary import Rules, primary_risks
from assets.report.disclosure.protect import protect
from tests.unit.report.disclosure.made import joined, leaks, line, problem, table

RULES = Rules()
NOUGHTS = Rules(hide_noughts=True)


def test_fifteen_of_ten_three_one_and_one_must_lose_the_ten_as_well() -> None:
    """Sum 5 of three hidden counts of 1 or more leaves each 1 to 3; with the ten each may be 1 to 12."""
    made = line("all", {"a": 10, "b": 3, "c": 1, "d": 1})
    assert audit(made, {"b", "c", "d"}) == (Leak("b", 1, 3), Leak("c", 1, 3), Leak("d", 1, 3))
    assert protect(made).hidden == {"a", "b", "c", "d"}


def test_two_ones_among_shown_counts_are_known_to_be_ones() -> None:
    """The pattern of tau-ARGUS: 15 = 10 + 3 + x + x, so x + x = 2; counts of 1 or more are both 1."""
    made = line("all", {"a": 10, "b": 3, "c": 1, "d": 1})
    assert audit(made, {"c", "d"}) == (Leak("c", 1, 1), Leak("d", 1, 1))


def test_where_noughts_are_hidden_a_five_is_hidden_with_two_noughts() -> None:
    """15 = 10 + 5 + x + x tells that both x are 0. With the 5 hidden, all three may be 0 to 5: width 5."""
    made = line("all", {"a": 10, "b": 5, "c": 0, "d": 0})
    assert audit(made, {"c", "d"}, NOUGHTS) == (Leak("c", 0, 0), Leak("d", 0, 0))
    assert protect(made, NOUGHTS).hidden == {"b", "c", "d"}
    assert protect(made).hidden == frozenset()


def test_a_total_of_nought_that_is_known_cannot_be_kept_from_its_parts() -> None:
    """0 = x + x + x: each is 0. Only where the total may go too is there a pattern: all four."""
    parts = {"a": 0, "b": 0, "c": 0}
    with pytest.raises(CannotProtect, match="3 hidden counts"):
        protect(line("all", parts), NOUGHTS)
    assert protect(line("all", parts, known=False), NOUGHTS).hidden == {"all", "a", "b", "c"}


def test_a_refusal_names_cells_and_never_what_they_hold() -> None:
    """2 + 2 = 4 known: each of the hidden is 1 to 3."""
    with pytest.raises(CannotProtect) as caught:
        protect(line("all", {"a": 2, "b": 2}))
    assert str(caught.value) == "2 hidden counts could be worked out from what is known already: a, b."
    assert caught.value.leaks == (Leak("a", 1, 3), Leak("b", 1, 3))


@pytest.mark.parametrize(("counts", "low", "high"), [((1, 1), 1, 1), ((0, 2), 0, 2), ((0, 0), 0, 0)])
def test_two_hidden_counts_whose_sum_is_nought_or_two_leak(counts: tuple[int, int], low: int, high: int) -> None:
    """Sum 2 without noughts: both 1. With a nought hidden: 0 to 2. Sum 0: both 0."""
    made = line("all", {"a": counts[0], "b": counts[1], "c": 40})
    rules = RULES if min(counts) else NOUGHTS
    assert audit(made, {"a", "b"}, rules) == (Leak("a", low, high), Leak("b", low, high))
    assert protect(made, rules).hidden == {"a", "b", "c"}


def eight_regions() -> Problem:
    """Two hierarchies over one row of regions: counties 20 and 16, groups BIG 6 and small 30, all 36."""
    counts = {"A": 2, "B": 2, "I": 8, "J": 8, "K": 3, "L": 3, "M": 3, "N": 7}
    sums = {"county-1": "ABIJ", "county-2": "KLMN", "BIG": "LM", "small": "ABIJKN"}
    totals = {name: sum(counts[one] for one in parts) for name, parts in sums.items()}
    relations = [total(name, parts) for name, parts in sums.items()]
    relations += [total("all", ("county-1", "county-2")), total("all", ("BIG", "small"))]
    return problem({**counts, **totals, "all": 36}, relations)


def test_eight_regions_in_two_crossing_hierarchies() -> None:
    """Hiding A, B, K, L, M and N, good in either hierarchy by itself, is not: county-1 shows A + B = 4, BIG L + M = 6.

    A and B are then 1 to 3, L and M 1 to 5. K + N = 10 alone is wide: 1 to 9.
    """
    made = eight_regions()
    found = {leak.cell: (leak.low, leak.high) for leak in audit(made, {"A", "B", "K", "L", "M", "N"})}
    assert found == {"A": (1, 3), "B": (1, 3), "L": (1, 5), "M": (1, 5)}
    hidden = protect(made).hidden
    assert {"A", "B", "K", "L", "M"} <= hidden
    assert leaks(made, hidden, RULES) == []


def test_a_two_by_three_table_with_its_margins() -> None:
    """The hidden 3 of ACRO's table: 3 + 30 + 20 = 53 and 25 + 14 + 12 = 51, in all 104.

    One count in a row and column needs a square: its own, one in its row, one in its column, and the fourth corner.
    The margins are dearer than any inner cell. By cost (count and one) the corners c0, c2 over both rows cost
    4 + 21 + 26 + 13 = 64, c0 and c1 cost 4 + 31 + 26 + 15 = 76.
    """
    made = table([[3, 30, 20], [25, 14, 12]])
    assert made.by_id["rtct"].count == 104
    assert audit(made, {"r0c0"}) == (Leak("r0c0", 3, 3),)
    assert protect(made).hidden == {"r0c0", "r0c2", "r1c0", "r1c2"}


def test_a_total_of_the_shown_cells_only_gives_the_hidden_one_back() -> None:
    """101 is printed beside the 104 of another table: the difference is the 3."""
    made = problem(
        {"a": 3, "b": 60, "c": 41, "visible": 101, "all": 104}, [total("all", "abc"), total("visible", "bc")], ["all"]
    )
    assert audit(made, {"a"}) == (Leak("a", 3, 3),)
    hidden = protect(made).hidden
    assert {"a", "visible"} <= hidden
    assert leaks(made, hidden, RULES) == []


def test_a_percentage_of_a_public_whole_is_a_count_in_disguise() -> None:
    """7.5% (one decimal) of 40: between 7.45 and 7.55 is only 3 of 40. Hidden with its count there is no such bound."""
    told = Relation((("n", 1000),), low=40 * 75 - 20, high=40 * 75 + 20)
    shown = Problem((Cell("n", 3), Cell("N", 40, known=True)), (told, at_most("n", "N")))
    assert audit(shown, {"n"}) == (Leak("n", 3, 3),)
    with pytest.raises(CannotProtect):
        protect(shown)
    hidden = Problem(shown.cells, (at_most("n", "N"),))
    assert protect(hidden).hidden == {"n"}


def test_a_rate_of_a_published_population_is_one_too() -> None:
    """0.05 per 1,000 times 65,000 is 3.25, so the rate of 3 of 65,000, rounded, says 3 to 3.575: 3 alone is whole."""
    told = Relation((("n", 100_000),), low=45 * 6_500, high=55 * 6_500)
    assert audit(Problem((Cell("n", 3, high=65_000),), (told,)), {"n"}) == (Leak("n", 3, 3),)
    assert protect(Problem((Cell("n", 3, high=65_000),))).hidden == {"n"}


def test_a_numerator_and_its_denominator_go_together_where_they_are_one_figure() -> None:
    """2 of 30; nothing is asked of the 30 itself, which stands elsewhere too."""
    cells = (Cell("n", 2, group="figure"), Cell("N", 30, group="figure"), Cell("elsewhere", 30))
    made = Problem(cells, (same("N", "elsewhere"),), (Share("n", "N"),))
    assert protect(made).hidden == {"n", "N"}


def test_year_to_date_less_the_last_quarters_is_the_hidden_quarter() -> None:
    """Q1 12, Q2 3, Q3 20: year to date 12, 15, 35. Q2 = 15 - 12, and 35 - 12 - 20.

    Beside Q2 another of each equation must go: the year to date at Q2 (15) frees the first, and Q1 or Q3 or the year
    to date at Q3 the second. Q1 (12) alone is in both: Q1 + Q2 = 15 leaves 1 to 14, and 35 - 20 says the same.
    """
    made = problem(
        {"Q1": 12, "Q2": 3, "Q3": 20, "ytd2": 15, "ytd3": 35},
        [total("ytd2", ("Q1", "Q2")), total("ytd3", ("ytd2", "Q3"))],
    )
    assert audit(made, {"Q2"}) == (Leak("Q2", 3, 3),)
    assert protect(made).hidden == {"Q1", "Q2"}


def test_version_two_less_version_one_is_a_count_too() -> None:
    """Version 1 said 40 and is out; version 2 says 43: three late records. Only version 2 can go."""
    cells = (Cell("v1", 40, known=True), Cell("v2", 43), Cell("change", 3, printed=False))
    made = Problem(cells, (total("v2", ("v1", "change")),))
    assert audit(made, set()) == (Leak("change", 3, 3),)
    assert protect(made).hidden == {"v2"}


def test_a_change_between_two_versions_that_are_out_is_refused() -> None:
    """Both are known: 43 - 40 = 3 whatever is hidden now."""
    cells = (Cell("v1", 40, known=True), Cell("v2", 43, known=True), Cell("change", 3, printed=False))
    with pytest.raises(CannotProtect, match="change"):
        protect(Problem(cells, (total("v2", ("v1", "change")),)))


def test_the_same_children_in_two_themes_are_hidden_in_both() -> None:
    """Girls 4 and boys 30 of 34 in one theme, girls by area 1 + 3 in another: the girls' total stands in both."""
    made = joined(
        line("all", {"girls": 4, "boys": 30}),
        problem({"girls2": 4, "north": 1, "south": 3}, [total("girls2", ("north", "south"))]),
        relations=[same("girls", "girls2")],
    )
    found = audit(made, {"girls", "boys", "north", "south"})
    assert {leak.cell: (leak.low, leak.high) for leak in found}["girls"] == (4, 4)
    hidden = protect(made).hidden
    assert hidden == {"girls", "boys", "girls2", "north", "south"}


def test_all_of_a_small_group_is_hidden_and_all_of_a_large_one_is_not() -> None:
    """6 of 6 tells of each of the six; hidden, it may be 1 to 6. 60 of 60 is shown."""
    small = Problem((Cell("n", 6), Cell("N", 6, known=True)), shares=(Share("n", "N"),))
    large = Problem((Cell("n", 60), Cell("N", 60, known=True)), shares=(Share("n", "N"),))
    assert primary_risks(completed(small), RULES) == {"n"}
    assert protect(small).hidden == {"n"}
    assert protect(large).hidden == frozenset()


def test_the_two_who_did_not_are_hidden_with_the_forty_who_did() -> None:
    """40 of 42: the rest, 2, is whole less part. With the 42 public, the 40 must go."""
    made = Problem((Cell("n", 40), Cell("N", 42, known=True)), shares=(Share("n", "N"),))
    assert audit(made, set()) == (Leak("rest of N less n", 2, 2),)
    assert protect(made).hidden == {"n"}


def test_rounded_counts_beside_an_exact_total_are_exact() -> None:
    """Three counts of 3 shown as 5 (3 to 7), total 9 exact: all three are 3. Without the total each stays 3 to 7."""
    cells = tuple(Cell(name, 3, low=3, high=7) for name in "abc")
    known = Problem((*cells, Cell("all", 9, known=True)), (total("all", "abc"),))
    assert audit(known, set("abc")) == tuple(Leak(name, 3, 3) for name in "abc")
    with pytest.raises(CannotProtect):
        protect(known)
    free = Problem((*cells, Cell("all", 9)), (total("all", "abc"),))
    assert protect(free).hidden == {"a", "b", "c", "all"}


def test_noughts_are_shown_unless_nothing_else_protects() -> None:
    """6 = 3 + 3 + 0: two counts of 1 or more are 1 to 5. With the nought hidden all are 0 to 6."""
    made = line("all", {"a": 3, "b": 3, "c": 0})
    assert audit(made, {"a", "b"}) == (Leak("a", 1, 5), Leak("b", 1, 5))
    assert protect(made).hidden == {"a", "b", "c"}
    assert protect(line("all", {"a": 3, "b": 30, "c": 0})).hidden == {"a", "b"}


def test_half_children_protect_nobody() -> None:
    """From a = 2e - 10 and 1 <= a <= 7: a is even, so 2 to 6, width 4. Reals would allow 1 to 7 and see no leak."""
    cells = (Cell("a", 4, low=1, high=7), Cell("e", 7, printed=False))
    made = Problem(cells, (Relation((("a", 1), ("e", -2)), low=-10, high=-10),))
    assert audit(made, {"a"}) == (Leak("a", 2, 6),)
    with pytest.raises(CannotProtect):
        protect(made)


def test_contradictions_are_told_by_the_cells_names() -> None:
    with pytest.raises(ProblemUnfit, match="do not keep a relation: all, a, b"):
        problem({"all": 5, "a": 1, "b": 3}, [total("all", "ab")])
    with pytest.raises(ProblemUnfit, match="same id"):
        Problem((Cell("a", 1), Cell("a", 2)))
    with pytest.raises(ProblemUnfit, match="one that there is not: a, b"):
        problem({"a": 1}, [same("a", "b")])
    with pytest.raises(ProblemUnfit, match="outside its own bounds"):
        Problem((Cell("a", 7, high=6),))
    with pytest.raises(ProblemUnfit, match="A share names"):
        Problem((Cell("a", 7),), shares=(Share("a", "b"),))
