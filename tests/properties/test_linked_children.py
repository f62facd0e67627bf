"""A child held under two records is counted once by whatever counts children: examples worked out by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from pipelines.platform.engines import Session
from pipelines.platform.periods import spine
from pipelines.platform.quarters import Quarter
from tests.oracles.computed import services_open
from tests.oracles.random_worlds import FIRST, service
from tests.oracles.story import Story

JUNE = date(2014, 6, 2)


@pytest.fixture(scope="module")
def engine() -> Iterator[Session]:
    with services_open([service(FIRST)], spine(Quarter.from_label("2014-15 Q3"), date(2007, 4, 1))) as session:
        yield session


@pytest.fixture
def story(engine: Session) -> Story:
    """A world in which A and B are two records of one child, and C is another child."""
    made = Story(engine)
    for ypid, origin in (("A", "Y1"), ("B", "Y1"), ("C", None)):
        made.child(ypid, originating_yot_person_id=origin)
    return made


def test_two_records_of_one_child_make_one_cohort_member_and_the_offences_of_either_count(story: Story) -> None:
    story.offence("B", date(2013, 1, 14))
    story.offence("A", date(2013, 2, 1))
    story.offence("A", date(2013, 3, 1))
    story.offence("C", date(2013, 2, 1))
    # The child enters on 14 January as B; what A did in February and March is two re-offences. C does nothing more.
    assert story.figure("REO-06", "JM2013+12") == (2, 0)
    assert story.figure("REO-01", "JM2013+12") == (2, 2)
    assert story.figure("REO-01", "JM2013+12", statistic="reoffenders") == (1, 2)


def test_two_records_of_one_child_before_the_court_on_one_day_are_one_occasion(story: Story) -> None:
    story.offence("A", JUNE, {"outcome_group": "First-tier"})
    story.offence("B", JUNE, {"outcome_group": "Custody"})
    story.offence("C", JUNE, {"outcome_group": "First-tier"})
    assert story.figure("CUS-01", "2014-15-Q1") == (1, 2)


def test_a_child_whose_records_are_described_otherwise_is_as_the_smallest_says(story: Story) -> None:
    story.tables["persons"][1]["sex"] = "Unknown"
    story.offence("B", JUNE, {"outcome_group": "Custody"})
    story.offence("A", JUNE, {"outcome_group": "Custody"})
    assert story.figure("CUS-02", "2014-15-Q1", sex="Male") == (1, 0)
    assert story.figure("CUS-02", "2014-15-Q1") == (1, 0)
