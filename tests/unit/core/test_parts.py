"""Files that come in parts: months side by side, a newer file of a month in place of the older, two at once stopped."""

from __future__ import annotations

from pathlib import Path

import pytest

from assets.core.extracts import keep_extract
from pipelines.platform.gate import Outcome
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.records import WITHDRAWN
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace
from schemas.catalogue import extract

POLICE = extract("police_street")
Q3 = Quarter.from_label("2014-15 Q3")
Q4 = Quarter.from_label("2014-15 Q4")
HEADER = "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Context"
ASB = "Anti-social behaviour"


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    return Workplace(Settings(home=tmp_path))


def _drop(
    place: Workplace, name: str, months: dict[str, int], quarter: Quarter = Q3, force: str = "Leicestershire Police"
) -> Path:
    """A street file with so many incidents, all alike, in each month."""
    row = f"{force},{force},-1.2,52.6,On or near a street,E01025631,Blaby 002A,{ASB},"
    rows = [f",{month},{row}" for month, incidents in months.items() for _ in range(incidents)]
    path = place.inbox(quarter) / name
    path.write_text("\n".join([HEADER, *rows, ""]), encoding="utf-8")
    return path


def _keep(place: Workplace, quarter: Quarter = Q3) -> Outcome:
    return keep_extract(place, quarter, POLICE)


def _months(place: Workplace, quarter: Quarter = Q3) -> dict[str, int]:
    counts = place.lake.read(POLICE.core_table, quarter)["month"].value_counts()
    return {str(month): int(number) for month, number in sorted(counts.items())}


def _codes(place: Workplace, quarter: Quarter = Q3) -> list[tuple[str, str]]:
    faults = place.register.faults(quarter.slug)
    mine = faults[faults["table"].eq(POLICE.name) & faults["code"].str.startswith("YJ-F-")]
    return list(zip(mine["code"], mine["file_name"], strict=True))


def test_files_of_several_months_make_one_table_and_alike_rows_are_all_counted(place: Workplace) -> None:
    _drop(place, "october.csv", {"2014-10": 3})
    _drop(place, "november.csv", {"2014-11": 2})
    assert _keep(place).passed
    assert _months(place) == {"2014-10": 3, "2014-11": 2}
    assert _codes(place) == []


def test_a_newer_file_of_a_month_takes_the_place_of_the_older_one(place: Workplace) -> None:
    _drop(place, "a.csv", {"2014-10": 3})
    _drop(place, "b.csv", {"2014-11": 2})
    _keep(place)
    _drop(place, "c.csv", {"2014-10": 5})
    assert _keep(place).passed
    assert _months(place) == {"2014-10": 5, "2014-11": 2}
    assert _codes(place) == [("YJ-F-0013", "a.csv")]


def test_a_newer_file_of_one_of_two_months_leaves_the_other_month_as_it_was(place: Workplace) -> None:
    _drop(place, "both.csv", {"2014-10": 3, "2014-11": 2})
    _keep(place)
    _drop(place, "november.csv", {"2014-11": 7})
    assert _keep(place).passed
    assert _months(place) == {"2014-10": 3, "2014-11": 7}


def test_two_files_of_one_month_at_once_stop_until_one_is_taken_out(place: Workplace) -> None:
    _drop(place, "a.csv", {"2014-10": 3})
    wrong = _drop(place, "b.csv", {"2014-10": 4})
    _drop(place, "c.csv", {"2014-11": 1})
    assert not _keep(place).passed
    assert _codes(place) == [("YJ-F-0007", "a.csv"), ("YJ-F-0007", "b.csv")]
    wrong.unlink()
    assert _keep(place).passed
    assert _months(place) == {"2014-10": 3, "2014-11": 1}
    assert [file.file_name for file in place.register.received(Q3.slug) if file.status == WITHDRAWN] == ["b.csv"]


def test_two_forces_in_one_month_are_two_parts(place: Workplace) -> None:
    _drop(place, "a.csv", {"2014-10": 3})
    _drop(place, "b.csv", {"2014-10": 1}, force="Derbyshire Constabulary")
    assert _keep(place).passed
    assert _months(place) == {"2014-10": 4}


def test_months_sent_before_stay_in_force_for_a_later_quarter_and_not_the_other_way(place: Workplace) -> None:
    _drop(place, "a.csv", {"2014-10": 3})
    _drop(place, "b.csv", {"2015-01": 2}, Q4)
    _keep(place)
    _keep(place, Q4)
    assert _months(place) == {"2014-10": 3}
    assert _months(place, Q4) == {"2014-10": 3, "2015-01": 2}


def test_the_same_file_dropped_again_later_is_no_second_file(place: Workplace) -> None:
    _drop(place, "a.csv", {"2014-10": 3})
    _drop(place, "again.csv", {"2014-10": 3}, Q4)
    _keep(place)
    assert _keep(place, Q4).passed
    assert _months(place, Q4) == {"2014-10": 3}
    assert _codes(place, Q4) == []


def test_an_older_file_dropped_again_counts_as_the_newest(place: Workplace) -> None:
    _drop(place, "first.csv", {"2014-10": 3})
    _keep(place)
    _drop(place, "revised.csv", {"2014-10": 5})
    _keep(place)
    _drop(place, "first again.csv", {"2014-10": 3}, Q4)
    assert _keep(place, Q4).passed
    assert _months(place, Q4) == {"2014-10": 3}


def test_a_file_without_rows_is_no_fault(place: Workplace) -> None:
    _drop(place, "a.csv", {})
    assert _keep(place).passed
    assert _months(place) == {}
