"""Who is linked, who is proposed, and who is left alone."""

from __future__ import annotations

import logging
from random import Random

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.core.people.linking import LINK_COLUMNS, PROPOSAL_COLUMNS, Linked, Query, link
from assets.core.people.pairs import Record, agreement, alike
from pipelines.platform.register.people import LinkDecision
from sample.naming import pnc_of
from schemas import people_rules as rules
from tests.unit.core.people.made_up import corpus, frame_of, record, said

HALF = 0.5
PNC = pnc_of(2013, 41)[:3] + "0000041" + pnc_of(2013, 41)[-1]
OTHER_PNC = pnc_of(2013, 77)


def linked(*records: Record, decisions: tuple[LinkDecision, ...] = ()) -> Linked:
    return link(frame_of(records), decisions, HALF)


def links(outcome: Linked) -> dict[str, tuple[str, str, str]]:
    """Record -> the record it is counted as, how, and who decided."""
    return {str(row[0]): (str(row[1]), str(row[2]), str(row[3])) for row in outcome.links.to_numpy()}


def proposed(outcome: Linked) -> set[tuple[str, str]]:
    return set(zip(outcome.proposals["ypid"], outcome.proposals["alias_ypid"], strict=True))


def test_one_pnc_number_and_birthday_is_one_young_person() -> None:
    outcome = linked(record("B", pnc=PNC), record("A", pnc=PNC), record("C", surname="other", forename="child"))
    assert links(outcome) == {"B": ("A", "pnc", "rule")}
    assert proposed(outcome) == set()


def test_one_originating_id_and_birthday_is_one_young_person_whatever_the_names() -> None:
    outcome = linked(record("A", origin_id="Y1"), record("B", origin_id="Y1", surname="hulgop", forename="jinhul"))
    assert links(outcome) == {"B": ("A", "origin", "rule")}


def test_one_originating_id_with_two_birthdays_links_nobody() -> None:
    other = record("B", origin_id="Y1", born="2001-09-02", surname="hulgop", forename="jinhul")
    assert links(linked(record("A", origin_id="Y1"), other)) == {}


def test_nothing_known_links_nobody() -> None:
    bare = {"surname": "", "forename": "", "sex": ""}
    assert links(linked(record("A", **bare), record("B", **bare))) == {}


def test_one_pnc_number_with_two_birthdays_is_a_query_and_a_proposal() -> None:
    outcome = linked(record("A", pnc=PNC), record("B", pnc=PNC, born="2001-09-02"))
    assert links(outcome) == {}
    assert outcome.queries == (Query(rules.TWO_BIRTHDAYS, "B", "A"),)
    assert outcome.proposals["method"].tolist() == ["pnc"]


@pytest.mark.parametrize("cells", [{"sex": "Female"}, {"forename": "prilgop"}])
def test_one_pnc_number_and_birthday_with_another_sex_or_forename_is_a_query_and_a_proposal(
    cells: dict[str, str],
) -> None:
    outcome = linked(record("A", pnc=PNC), record("B", pnc=PNC, **cells))
    assert links(outcome) == {}
    assert outcome.queries == (Query(rules.TWO_DESCRIPTIONS, "B", "A"),)
    assert proposed(outcome) == {("A", "B")}


def test_another_surname_does_not_contradict_a_pnc_number_since_families_change() -> None:
    assert links(linked(record("A", pnc=PNC), record("B", pnc=PNC, surname="hulgop"))) == {"B": ("A", "pnc", "rule")}


def test_a_contradiction_is_not_joined_through_a_third_record() -> None:
    nameless = record("A", pnc=PNC, surname="", forename="", sex="")
    outcome = linked(nameless, record("B", pnc=PNC), record("C", pnc=PNC, forename="prilgop"))
    assert links(outcome) == {"B": ("A", "pnc", "rule")}
    assert proposed(outcome) == {("B", "C")}


def test_a_pnc_number_on_nine_records_links_none_of_them() -> None:
    outcome = linked(*(record(f"R{number}", pnc=PNC, surname="", forename="") for number in range(9)))
    assert links(outcome) == {}
    assert outcome.queries == (Query(rules.TOO_MANY_ON_ONE_PNC, "R0"),)


def test_one_name_and_birthday_without_a_number_is_proposed_never_linked() -> None:
    outcome = linked(record("A"), record("B"))
    assert links(outcome) == {}
    assert proposed(outcome) == {("A", "B")}
    row = outcome.proposals.iloc[0]
    assert (row["method"], row["agrees_on"], row["status"]) == (
        "name+dob",
        "surname, forename, date of birth, sex",
        "open",
    )


@pytest.mark.parametrize(
    ("cells", "agrees_on"),
    [
        ({"surname": "dolcubsra"}, "forename, date of birth, sex; close: surname"),
        ({"forename": "wibz"}, "surname, date of birth, sex; close: forename"),
        ({"born": "1999-13-04"}, "surname, forename, sex; close: date of birth"),
        ({"born": "1999-04-18"}, "surname, forename, sex; close: date of birth"),
        ({"born": "1999-04-18", "pnc": PNC}, "surname, forename, sex; close: date of birth"),
    ],
)
def test_a_slip_of_the_pen_is_proposed_with_what_agrees(cells: dict[str, str], agrees_on: str) -> None:
    outcome = linked(record("A"), record("B", **cells))
    assert outcome.proposals["agrees_on"].tolist() == [agrees_on]


def test_namesakes_with_other_birthdays_are_neither_linked_nor_proposed() -> None:
    outcome = linked(record("A"), record("B", born="2001-09-02"), record("C", born="1998-12-30", pnc=PNC))
    assert (links(outcome), proposed(outcome)) == ({}, set())


@pytest.mark.parametrize("numbers", [{}, {"pnc": OTHER_PNC}])
def test_twins_are_neither_linked_nor_proposed(numbers: dict[str, str]) -> None:
    home = {"postcode": "LE11AA"}
    outcome = linked(record("A", pnc=PNC, **home), record("B", forename="prilgop", **home, **numbers))
    assert (links(outcome), proposed(outcome)) == ({}, set())


def test_what_an_officer_says_is_one_is_linked() -> None:
    outcome = linked(record("A"), record("B"), decisions=(said(1, "B", "A", same=True),))
    assert links(outcome) == {"B": ("A", "manual", "officer")}
    assert proposed(outcome) == set()


def test_what_an_officer_says_is_two_is_never_proposed_again() -> None:
    outcome = linked(record("A"), record("B"), decisions=(said(1, "B", "A", same=False),))
    assert (links(outcome), proposed(outcome)) == ({}, set())


def test_what_an_officer_says_is_two_breaks_a_link_made_by_rule_and_ends_its_query() -> None:
    apart = (said(1, "A", "B", same=False),)
    assert links(linked(record("A", pnc=PNC), record("B", pnc=PNC), decisions=apart)) == {}
    doubtful = linked(record("A", pnc=PNC), record("B", pnc=PNC, sex="Female"), decisions=apart)
    assert (doubtful.queries, proposed(doubtful)) == ((), set())


def test_decisions_on_records_no_longer_held_do_nothing() -> None:
    gone = (said(1, "A", "GONE", same=True), said(2, "GONE", "B", same=False))
    assert links(linked(record("A"), record("B"), decisions=gone)) == {}


def test_links_go_on_from_record_to_record_down_to_the_smallest_id() -> None:
    chain = (said(1, "C", "D", same=True), said(2, "B", "C", same=True))
    records = (record("D", pnc=PNC), record("A", pnc=PNC), record("B"), record("C"))
    counted_as = {ypid: found[0] for ypid, found in links(linked(*records, decisions=chain)).items()}
    assert counted_as == {"B": "A", "C": "A", "D": "A"}


def test_of_decisions_that_contradict_the_two_said_to_differ_stay_apart_and_the_newest_link_holds() -> None:
    both = (said(1, "A", "B", same=True), said(2, "B", "C", same=True), said(3, "A", "C", same=False))
    records = (record("A", forename="x"), record("B", forename="y"), record("C", forename="z"))
    outcome = linked(*records, decisions=both)
    assert links(outcome) == {"C": ("B", "manual", "officer")}
    assert outcome.queries == (Query(rules.DECISIONS_CONTRADICT, "B", "A"),)


def test_between_two_groups_one_pair_is_proposed() -> None:
    groups = (said(1, "A", "B", same=True), said(2, "C", "D", same=True))
    outcome = linked(*(record(ypid) for ypid in "ABCD"), decisions=groups)
    assert len(outcome.proposals) == 1


def test_no_record_and_one_record_make_tables_without_rows() -> None:
    for outcome in (linked(), linked(record("A"))):
        assert list(outcome.links.columns) == list(LINK_COLUMNS)
        assert list(outcome.proposals.columns) == list(PROPOSAL_COLUMNS)
        assert len(outcome.links) + len(outcome.proposals) == 0


def test_nothing_that_is_kept_or_told_holds_a_name_a_number_or_a_date() -> None:
    outcome = linked(
        record("A", pnc=PNC), record("B", pnc=PNC, sex="Female"), record("C"), record("D", surname="dolcubsra")
    )
    told = outcome.links.to_csv() + outcome.proposals.to_csv() + str(outcome.queries)
    assert len(outcome.proposals) > 0
    for cell in ("dolcu", "wibzad", "1999", PNC):
        assert cell not in told


def test_splink_prints_and_logs_nothing(capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        linked(record("A"), record("B"))
    assert [line.name for line in caplog.records if line.name.startswith("splink")] == []
    assert capfd.readouterr() == ("", "")


NAMES = st.text("abcdefgh", max_size=8)


@given(NAMES, NAMES)
def test_names_are_alike_whichever_comes_first(left: str, right: str) -> None:
    assert alike(left, right) is alike(right, left)


@given(st.tuples(NAMES, NAMES), st.tuples(NAMES, NAMES))
def test_what_agrees_is_the_same_whichever_comes_first(left: tuple[str, str], right: tuple[str, str]) -> None:
    one, other = (record("A", surname=s, forename=f) for s, f in (left, right))
    assert agreement(one, other) == agreement(other, one)


CELLS = st.fixed_dictionaries(
    {
        "pnc": st.sampled_from(["", PNC, OTHER_PNC]),
        "origin_id": st.sampled_from(["", "", "Y1"]),
        "born": st.sampled_from(["1999-04-13", "1999-04-13", "1999-04-18"]),
        "forename": st.sampled_from(["wibzad", "wibz", "prilgop"]),
    }
)
DECISIONS = st.lists(st.tuples(st.sampled_from("ABCDEF"), st.sampled_from("ABCDEF"), st.booleans()), max_size=4)


@settings(max_examples=10, deadline=None)
@given(st.lists(CELLS, min_size=2, max_size=6), DECISIONS, st.randoms(use_true_random=False))
def test_links_are_groups_and_no_order_of_rows_changes_them(
    cells: list[dict[str, str]], told: list[tuple[str, str, bool]], chance: Random
) -> None:
    records = [record("ABCDEF"[place], **one) for place, one in enumerate(cells)]
    newest = {frozenset((a, b)): (a, b, same) for a, b, same in told if a != b}
    decisions = tuple(said(n, a, b, same=same) for n, (a, b, same) in enumerate(newest.values(), start=1))
    turned = tuple(said(one.number, one.alias_ypid, one.ypid, same=one.same) for one in decisions)
    shuffled = chance.sample(records, len(records))
    first, again = linked(*records, decisions=decisions), linked(*shuffled, decisions=turned)
    pd.testing.assert_frame_equal(first.links, again.links)
    pd.testing.assert_frame_equal(first.proposals, again.proposals)
    counted_as = dict(zip(first.links["ypid"], first.links["linked_id"], strict=True))
    # Counted as the smallest of its group, which is itself counted as nobody else: one group, however long the chain.
    assert all(target < ypid and target not in counted_as for ypid, target in counted_as.items())
    of = {one.ypid: counted_as.get(one.ypid, one.ypid) for one in records}
    held = [one for one in decisions if one.ypid in of and one.alias_ypid in of]
    assert all(of[one.ypid] != of[one.alias_ypid] for one in held if not one.same)


def test_on_a_corpus_of_known_truth_rules_link_nobody_wrongly_and_most_duplicates_are_found() -> None:
    made = corpus(size=3000, seed=20150107)
    outcome = link(frame_of(made.records), (), HALF)
    truth, found = made.true_pairs(), {(b, a) for a, (b, _, _) in links(outcome).items()}
    suggested = proposed(outcome)
    recall = len(truth & (found | suggested)) / len(truth)
    precision = len(truth & suggested) / len(suggested)
    print(  # noqa: T201 - the score is to be read
        f"\n{len(made.records):,} records, {len(truth)} held twice, {len(made.twins)} pairs of twins: "
        f"{len(found)} linked by rule, {len(suggested)} proposed; "
        f"found {recall:.1%} of those held twice; {precision:.1%} of the proposals right"
    )
    assert found <= truth
    assert not made.twins & (found | suggested)
    assert recall >= 0.9
    assert precision >= 0.8
