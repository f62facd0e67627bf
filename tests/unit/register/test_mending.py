"""What officers correct and explain is kept once, holds from its quarter on, and is undone without a trace lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from pipelines.platform.register.mending import Correction, Explanation
from pipelines.platform.register.store import Register

Q2, Q3, Q4 = "2014-15-Q2", "2014-15-Q3", "2014-15-Q4"
THEN = datetime(2015, 1, 20, 9, 30, tzinfo=UTC)
CORRECTION = Correction(
    Q3, "persons", "r" * 64, "date_of_birth", "tbc", "1999-05-06", "asked", "A Officer", THEN, "f" * 64, 2
)
EXPLANATION = Explanation(
    Q3, "offences", "YJ-X-0205", "a" * 64, "As in the file.", date(2015, 3, 31), "A Officer", THEN, "f" * 64, 3
)


def give(register: Register, *given: Correction | Explanation, quarter: str = Q3) -> tuple[int, int]:
    return register.mending.give(
        quarter,
        [replace(one, quarter_slug=quarter) for one in given if isinstance(one, Correction)],
        [replace(one, quarter_slug=quarter) for one in given if isinstance(one, Explanation)],
    )


def test_what_is_given_comes_back_as_it_was(register: Register) -> None:
    assert give(register, CORRECTION, EXPLANATION) == (1, 1)
    (correction,), (explanation,) = register.mending.corrections(Q3), register.mending.explanations(Q3)
    assert replace(correction, number=0) == CORRECTION
    assert replace(explanation, number=0) == EXPLANATION


def test_what_is_given_again_from_another_file_adds_nothing(register: Register) -> None:
    give(register, CORRECTION, EXPLANATION)
    again = [replace(one, file_sha256="b" * 64, file_row=9) for one in (CORRECTION, EXPLANATION)]
    assert give(register, *again) == (0, 0)
    assert give(register, *again, quarter=Q4) == (0, 0)


def test_the_same_line_twice_in_one_file_counts_once(register: Register) -> None:
    assert give(register, CORRECTION, replace(CORRECTION, file_row=3)) == (1, 0)


def test_another_word_on_the_same_cell_is_kept_after_the_first(register: Register) -> None:
    other = replace(CORRECTION, new_value="1999-06-05")
    assert give(register, CORRECTION, other) == (2, 0)
    assert give(register, other) == (0, 0)
    assert give(register, CORRECTION) == (1, 0)
    (newest,) = register.mending.corrections(Q3)
    assert (newest.new_value, newest.number) == ("1999-05-06", 3)


def test_undoing_the_newest_word_on_a_cell_undoes_the_older_ones_too(register: Register) -> None:
    give(register, CORRECTION, replace(CORRECTION, new_value="1999-06-05"))
    (newest,) = register.mending.corrections(Q3)
    assert register.mending.undo_corrections([newest.number], "B Officer") == 1
    assert register.mending.corrections(Q3) == []


def test_a_later_quarters_word_does_not_change_an_earlier_quarter(register: Register) -> None:
    give(register, CORRECTION)
    give(register, replace(CORRECTION, new_value="1999-06-05"), quarter=Q4)
    assert [one.new_value for one in register.mending.corrections(Q3)] == ["1999-05-06"]
    assert [one.new_value for one in register.mending.corrections(Q4)] == ["1999-06-05"]


def test_it_holds_from_its_quarter_on_and_for_its_extract(register: Register) -> None:
    give(register, CORRECTION, EXPLANATION)
    mending = register.mending
    assert [len(mending.corrections(slug)) for slug in (Q2, Q3, Q4)] == [0, 1, 1]
    assert [len(mending.explanations(slug)) for slug in (Q2, Q3, Q4)] == [0, 1, 1]
    assert mending.corrections(Q3, "offences") == []
    assert len(mending.explanations(Q3, "offences")) == 1


def test_undoing_takes_one_out_of_force_once_and_it_can_be_given_again(register: Register) -> None:
    give(register, CORRECTION, EXPLANATION)
    mending = register.mending
    (number,) = (one.number for one in mending.corrections(Q3))
    assert mending.undo_corrections([number, number, 999], "B Officer") == 1
    assert mending.undo_corrections([number], "C Officer") == 0
    assert mending.corrections(Q3) == []
    assert mending.undo_explanations([one.number for one in mending.explanations(Q3)], "B Officer") == 1
    assert mending.explanations(Q3) == []
    assert give(register, CORRECTION) == (1, 0)
    (again,) = mending.corrections(Q3)
    assert again.number > number


def test_a_correction_never_shows_its_values_when_printed() -> None:
    assert "tbc" not in repr(CORRECTION)
    assert "1999" not in repr(CORRECTION)
