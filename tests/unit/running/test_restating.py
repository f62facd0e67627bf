"""A return out of date is proposed once, and rebuilding goes from quarter to quarter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import dagster as dg
import pandas as pd
import pytest

from pipelines.platform.quarters import Quarter
from pipelines.platform.register.out_of_date import OutOfDate
from pipelines.platform.register.records import FIGURE_COLUMNS, ReturnVersion
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace
from pipelines.sensors.late import cursor_of, late_sensor, news_of
from pipelines.sensors.rebuild import BEGUN_WITH, rebuild_answer

FOUND = OutOfDate("2014-15-Q3", datetime(2015, 2, 3, tzinfo=UTC), 1, ("persons",), "Young people: something newer.")
RUN_ID = "run"


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Workplace]:
    place = Workplace(Settings(home=tmp_path))
    yield place
    place.register.close()


def publish(place: Workplace, *labels: str) -> None:
    for label in labels:
        slug = Quarter.from_label(label).slug
        version = ReturnVersion(slug, "board", 1, "board.xlsx", "0" * 64, "0" * 64, date(2015, 1, 1))
        place.register.publish(version, pd.DataFrame(columns=list(FIGURE_COLUMNS)))


def test_each_quarter_out_of_date_is_said_once_and_again_after_a_new_version() -> None:
    assert news_of([FOUND], None) == [FOUND]
    assert news_of([FOUND], cursor_of([FOUND])) == []
    anew = replace(FOUND, version=2)
    assert news_of([anew], cursor_of([FOUND])) == [anew]


def test_the_sensor_warns_on_the_page_of_the_return_and_starts_nothing(place: Workplace) -> None:
    place.register.out_of_date.mark(FOUND)
    sensor = late_sensor(place)
    with dg.instance_for_test() as instance:
        said = sensor.evaluate_tick(dg.build_sensor_context(instance=instance))
        again = sensor.evaluate_tick(dg.build_sensor_context(instance=instance, cursor=said.cursor))
    (warning,) = said.asset_events
    assert isinstance(warning, dg.AssetCheckEvaluation)
    assert (warning.asset_key.to_user_string(), warning.check_name) == ("out_board_return", "up_to_date")
    assert warning.partition == "2014-10-01"
    assert "quarterly_return for 2014-15 Q3" in (warning.description or "")
    assert not said.run_requests
    assert not again.asset_events


def test_after_a_quarter_the_next_published_one_is_made_anew(place: Workplace) -> None:
    publish(place, "2014-15 Q1", "2014-15 Q3", "2014-15 Q4")
    tags = {"dagster/partition": Quarter.from_label("2014-15 Q1").key}
    answer = rebuild_answer(place, RUN_ID, tags)
    assert isinstance(answer, dg.RunRequest)
    assert answer.partition_key == "2014-10-01"
    assert answer.tags["quarter"] == "2014-15 Q3"
    following = rebuild_answer(place, "next run", {**answer.tags, "dagster/partition": "2014-10-01"})
    assert isinstance(following, dg.RunRequest)
    assert following.partition_key == "2015-01-01"
    assert following.tags[BEGUN_WITH] == "2014-04-01"


def test_after_the_newest_quarter_nothing_follows(place: Workplace) -> None:
    publish(place, "2014-15 Q1", "2014-15 Q3")
    answer = rebuild_answer(place, RUN_ID, {"dagster/partition": "2014-10-01"})
    assert isinstance(answer, dg.SkipReason)
    assert "every one is made anew" in (answer.skip_message or "")


def test_a_backfill_names_its_quarters_itself(place: Workplace) -> None:
    publish(place, "2014-15 Q1", "2014-15 Q3")
    tags = {"dagster/partition": "2014-04-01", "dagster/backfill": "b"}
    assert isinstance(rebuild_answer(place, RUN_ID, tags), dg.SkipReason)
