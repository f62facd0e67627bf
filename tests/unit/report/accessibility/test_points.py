"""The checklist as a table: 35 points as the government counts them, and ours beyond."""

from __future__ import annotations

from assets.report.accessibility.points import CHECKLIST, OURS, POINTS, lines_of_points


def test_the_checklist_has_thirty_five_points_of_which_twenty_are_essential() -> None:
    # gptables, docs/reference/checklist.md: 20 essential and 15 desirable.
    assert [point.number for point in CHECKLIST] == [str(number) for number in range(1, 36)]
    assert sum(point.essential for point in CHECKLIST) == 20


def test_at_least_thirty_one_points_are_judged_by_the_program_and_the_rest_say_why_not() -> None:
    by_hand = [point for point in CHECKLIST if point.how == "by sign-off"]
    assert len(CHECKLIST) - len(by_hand) >= 31
    assert all(point.by_hand.endswith(".") for point in by_hand)


def test_no_essential_point_may_be_broken_by_a_sheet_made_for_reading() -> None:
    assert not [point for point in POINTS.values() if point.essential and point.on_board_sheets]


def test_every_point_has_a_line_that_says_how_it_is_judged() -> None:
    lines = lines_of_points()
    assert len(lines) == len(CHECKLIST) + len(OURS)
    assert {line[3] for line in lines} == {"automatic", "by sign-off"}
    assert all(all(line[:4]) for line in lines)
