"""Who is due: the published terms worked out by hand, the newest word on a child, records that are of one child."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from pipelines.retention.due import Held, kind_of, last_days
from pipelines.retention.owners import PERSONS, of_children
from schemas.codelists_outcomes import DISPOSAL_TYPE
from schemas.retention import CaseKind, Retention, Term
from tests.unit.retention.stores import DAY, Child, frames_of

TERMS = Retention()


def held(*children: Child, day: date = DAY, links: dict[str, str] | None = None) -> Held:
    return Held(day, frames_of(children), links or {})


@pytest.mark.parametrize(
    ("child", "last"),
    [
        # Born on 1 May 1994, so 18 on 1 May 2012; the last action on 1 June 2011 and three years make 1 June 2014.
        (Child("a"), date(2014, 6, 1)),
        # Born in 1999: 18 on 1 May 2017, which is later than three years after the action.
        (Child("a", born="1999-05-01"), date(2017, 5, 1)),
        (Child("a", outcome="REFERRAL_ORDER"), date(2014, 6, 1)),
        # A court's order: five years, whatever the age.
        (Child("a", born="1999-05-01", outcome="YOUTH_REHABILITATION_ORDER"), date(2016, 6, 1)),
        (Child("a", outcome="FINE"), date(2016, 6, 1)),
        # A sexual offence: ten years, whatever the outcome.
        (Child("a", category="SEXUAL_OFFENCES"), date(2021, 6, 1)),
        # Work that is still open counts as of the snapshot's last day, 1 March 2015.
        (Child("a", ended=None), date(2018, 3, 1)),
        # A day after the snapshot (an order that is to end in 2020) counts as its last day.
        (Child("a", ended="2020-01-01"), date(2018, 3, 1)),
        (Child("a", outcome="PREVENTION_PROGRAMME"), date(2014, 6, 1)),
        (Child("a", acted="2012-02-29", ended="2012-02-29"), date(2015, 2, 28)),
    ],
)
def test_the_last_day_of_keeping_is_worked_out_from_the_table(child: Child, last: date) -> None:
    assert last_days([held(child)], TERMS) == {"a": last}


def test_of_several_kinds_of_case_the_longest_term_holds() -> None:
    frames = frames_of([Child("a"), Child("b", outcome="YOUTH_REHABILITATION_ORDER")])
    frames["offences"]["ypid"] = "a"
    assert last_days([Held(DAY, frames, {})], TERMS)["a"] == date(2016, 6, 1)


def test_the_newest_quarter_that_holds_a_child_has_the_last_word() -> None:
    older = held(Child("a", ended=None), Child("b"), day=date(2014, 3, 31))
    newer = held(Child("a", acted="2012-06-01", ended="2012-06-01"))
    assert last_days([older, newer], TERMS) == {"a": date(2015, 6, 1), "b": date(2014, 6, 1)}


def test_records_of_one_child_are_due_together_with_the_later_of_them() -> None:
    both = held(Child("a"), Child("b", acted="2013-06-01", ended="2013-06-01"), links={"b": "a", "a": "a"})
    assert last_days([both], TERMS) == {"a": date(2016, 6, 1), "b": date(2016, 6, 1)}


def test_a_child_of_whom_nothing_is_recorded_is_due_at_eighteen() -> None:
    frames = {PERSONS: frames_of([Child("a", born="1999-05-01")])[PERSONS]}
    assert last_days([Held(DAY, frames, {})], TERMS) == {"a": date(2017, 5, 1)}


def test_a_service_may_set_a_term_of_its_own_and_keep_the_others() -> None:
    own = Retention(terms={CaseKind.OUT_OF_COURT: Term(years=6)})
    assert last_days([held(Child("a"))], own) == {"a": date(2017, 6, 1)}
    assert own.term(CaseKind.COURT_ORDER) == Term(years=5)


def test_a_quarter_may_not_go_before_it_may_be_touched() -> None:
    with pytest.raises(ValidationError, match="working_data_months"):
        Retention(kept_whole_months=12, working_data_months=6)


def test_every_disposal_of_a_court_or_the_police_makes_a_kind_of_case() -> None:
    kinds = {code: kind_of(code) for code, group in DISPOSAL_TYPE.groups.items() if group not in {"Prevention", "Bail"}}
    assert None not in kinds.values()
    assert kind_of("PREVENTION_PROGRAMME") is None


def test_persons_come_last_among_the_tables_of_children() -> None:
    names = [extract.name for extract in of_children()]
    assert names[-1] == PERSONS
    assert {"outcomes", "contacts", "hearing_offence", "reparation", "mental_health"} < set(names)
    assert {"crd", "surveys", "workforce", "population", "asb_calls"}.isdisjoint(names)
