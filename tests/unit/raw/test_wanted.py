"""Only the wanted rows of a large publication are laid out; the others are counted and told once."""

from __future__ import annotations

from pathlib import Path

from assets.raw.raw_tables import build_raw, header_notices
from assets.raw.receive import receive_inbox
from assets.raw.store import stored_path
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.store import Register
from schemas.catalogue import EXTRACTS, extract

QUARTER = Quarter.from_label("2025-26 Q1")
HEADER = "Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region\n"
ROWS = (
    "RTA,Road accidents,2016,Leicestershire,12.1,855,East Midlands\n"
    "FirstYJS,First time entrants,2016,Leicestershire,172,855,East Midlands\n"
    "reoffyo15_17,,2016,Leicestershire,35.76,855,East Midlands\n"
    "RTA,,2017,Leicestershire,11.9,855,East Midlands\n"
    ",,2017,Leicestershire,1,855,East Midlands\n"
)


def test_rows_of_other_series_are_left_out_and_counted_and_the_rest_keep_their_places(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "anything.csv").write_text(HEADER + ROWS, encoding="utf-8")
    register = Register(f"sqlite:///{tmp_path / 'register.sqlite'}")
    register.migrate()
    (file,) = receive_inbox(inbox, tmp_path / "received", QUARTER, register, EXTRACTS)
    assert file.extracts == ("lait_series",)
    assert stored_path(tmp_path / "received", file.sha256).is_file()
    rows, headers = build_raw([file], extract("lait_series"), tmp_path / "received")
    assert rows["row"].tolist() == [3, 4]
    assert rows["series"].tolist() == ["FirstYJS", "reoffyo15_17"]
    (notice,) = header_notices(headers, extract("lait_series"), [file])
    assert (notice.code, notice.severity, notice.file_name) == ("YJ-W-0010", "notice", "anything.csv")
    assert notice.message.endswith("Rows: 3.")
    register.close()
