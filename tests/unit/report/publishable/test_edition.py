"""The publishable pack: what it says, what it leaves out, and that a hidden figure stands nowhere in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from assets.report.inputs import ReturnInputs
from assets.report.publishable.audit import told_by_figures, told_by_pack
from assets.report.publishable.counts import counted
from assets.report.publishable.edition import STAMP, build_publishable
from assets.report.publishable.inputs import publishable_inputs
from pipelines.platform.errors import ReturnRefused
from schemas.pack import Amount, Block, Cell, Chart, Heading, Link, Pack, Paragraph, Table, Trend
from tests.unit.report.made import Row, made_inputs, service_row
from tests.unit.report.publishable.small import LAST_YTD, RUTLAND, YTD, area_row, small_inputs, two_counties

#: A number that stands nowhere else, so that any sight of it is a leak: 4 of 4,127 is 0.0969%.
BELOW = 4127


@pytest.fixture(scope="module")
def hidden() -> ReturnInputs:
    """Custody of four in a year and of nine to date; entrants of three in Rutland."""
    custody = [service_row(f"{year}-FY", 30, 900) for year in ("2011-12", "2012-13")]
    custody += [service_row("2013-14-FY", 4, BELOW), service_row(LAST_YTD, 20, 700), service_row(YTD, 9, 650)]
    return publishable_inputs(small_inputs({"CUS-01": custody, "FTE-01": _entrants(3), "FIN-01": _money()}))


@pytest.fixture(scope="module")
def pack(hidden: ReturnInputs) -> Pack:
    """Its pack."""
    return build_publishable(hidden)


def _entrants(rutland: int) -> list[Row]:
    localities = [area_row(YTD, f"LOC-{name}", n) for name, n in (("NORTH", 59), ("SOUTH", 49), ("WEST", 53))]
    return [*two_counties(161, rutland), *localities, service_row(LAST_YTD, 156)]


def _money() -> list[Row]:
    return [service_row("2014-15-BUD", 3000000)]


def _texts(pack: Pack) -> Iterator[str]:
    """Every text that the pack holds."""
    for sheet in pack.sheets:
        yield from (sheet.title, sheet.about)
        for block in sheet.blocks:
            if isinstance(block, Heading | Paragraph | Link):
                yield block.text
            elif isinstance(block, Chart):
                yield block.alt_text
            else:
                yield from (_text(cell) for row in block.rows for cell in row)


def _text(cell: Cell) -> str:
    return cell.words if isinstance(cell, Trend) else str(getattr(cell, "text", cell))


def _row(pack: Pack, table: str, first: str) -> dict[str, Cell]:
    """The row of a table that begins so, by header."""
    found = pack.table(table)[1]
    row = next(row for row in found.rows if row[0] == first)
    return dict(zip((column.header for column in found.columns), row, strict=True))


def test_a_hidden_year_shows_as_c_in_its_series_and_its_neighbours_keep_their_numbers(pack: Pack) -> None:
    """4 of 4,127 is hidden; 30 of 900 the year before stands, and the change between them is hidden too."""
    small, large = (_row(pack, "cus01_fy", year) for year in ("2013-14", "2012-13"))
    assert (small["Numerator"], small["Value"], small["Change on a year before"]) == ("[c]", "[c]", "[c]")
    assert isinstance(large["Value"], Amount)


def test_a_chart_ends_before_a_hidden_point(pack: Pack) -> None:
    """The two years before the hidden one are drawn: rows 0 and 1 of three."""
    charts = [block for sheet in pack.sheets for block in sheet.blocks if isinstance(block, Chart)]
    drawn = next(chart for chart in charts if chart.table == "cus01_fy")
    assert (drawn.first, drawn.last) == (0, 1)


def test_a_hidden_area_is_hidden_on_its_page_and_among_all_figures(pack: Pack) -> None:
    """Rutland's three entrants, and the county's 158 that would tell them."""
    assert _row(pack, "fte01_areas", "Rutland")["Value"] == "[c]"
    assert _row(pack, "fte01_areas", "Leicestershire")["Value"] == "[c]"
    found = pack.table("figures")[1]
    rows = [
        row for row in found.rows if row[0] == "FTE-01" and row[found.position("Area")] in {"Rutland", "Leicestershire"}
    ]
    assert rows
    assert all(row[found.position("Value")] == "[c]" for row in rows)


def test_no_text_holds_a_hidden_number(pack: Pack) -> None:
    """4 of 4,127, its 0.1%, and the county's 158."""
    told = [words for words in _texts(pack) for number in ("4 of 4,127", "0.1%", "158") if number in words]
    assert told == []


def test_the_edition_says_what_it_is(pack: Pack) -> None:
    """The stamp stands on the cover, and [c] in its legend."""
    assert ("Edition", STAMP) in pack.table("cover_about")[1].rows
    assert "[c]" in {row[0] for row in pack.table("cover_shorthand")[1].rows}


def test_no_free_text_of_the_board_and_no_name_of_a_file_is_in_it() -> None:
    """The made-up return has risks, priorities and three files."""
    made = made_inputs()
    few = tuple(one for one in made.measures if one.id in {"FTE-01", "FIN-01", "RSK-01", "PRI-01"})
    pack = build_publishable(replace(made, measures=few))
    texts = list(_texts(pack))
    secret = [*made.risks["description"].dropna(), *made.priorities["narrative"].dropna(), *made.files["file_name"]]
    assert secret
    assert [words for words in secret if any(str(words) in text for text in texts)] == []
    assert not {"Risk register", "Priorities", "Provenance", "Data quality"} & {sheet.name for sheet in pack.sheets}


def test_every_link_leads_to_a_sheet_of_the_edition(pack: Pack) -> None:
    """Links to sheets that only the Board has are plain words here."""
    names = {sheet.name for sheet in pack.sheets}
    blocks = [block for sheet in pack.sheets for block in sheet.blocks]
    cells = [cell for block in blocks if isinstance(block, Table) for row in block.rows for cell in row]
    links = [one for one in (*blocks, *cells) if isinstance(one, Link)]
    assert links
    assert {link.sheet for link in links} <= names


def test_a_number_put_back_into_the_pack_is_found(hidden: ReturnInputs, pack: Pack) -> None:
    """One cell of [c] made a number again: the look at the finished pack names table and row."""
    assert told_by_pack(pack, hidden) == []
    sheets = tuple(replace(sheet, blocks=tuple(map(_put_back, sheet.blocks))) for sheet in pack.sheets)
    assert told_by_pack(replace(pack, sheets=sheets, _tables={}), hidden) == ["fte01_areas, row 3"]


def _put_back(block: Block) -> Block:
    if not isinstance(block, Table) or block.name != "fte01_areas":
        return block
    rows = tuple((*row[:2], Amount(3.0), *row[3:]) if row[0] == "Rutland" else row for row in block.rows)
    return replace(block, rows=rows)


def test_a_pack_with_a_hidden_number_is_refused(hidden: ReturnInputs, monkeypatch: pytest.MonkeyPatch) -> None:
    """Were a page to show one all the same, nothing is made."""
    monkeypatch.setattr("assets.report.publishable.edition.told_by_pack", lambda *_: ["fte01_areas, row 3"])
    with pytest.raises(ReturnRefused) as refusal:
        build_publishable(hidden)
    assert refusal.value.code == "YJ-P-0013"


def test_a_number_or_value_left_in_the_figures_is_found() -> None:
    """Rutland's row as it is, though its cell is hidden."""
    inputs = small_inputs({"FTE-01": two_counties(161, 3)})
    counts = counted(inputs)
    by_place = {place: count.id for place, count in counts.by_place.items()}
    rutland = next(name for place, name in by_place.items() if place.area_code == RUTLAND)
    assert told_by_figures(inputs.figures, by_place, {rutland}) == [rutland]
    blank = inputs.figures.assign(numerator=inputs.figures["numerator"].mask(inputs.figures["area_code"].eq(RUTLAND)))
    assert told_by_figures(blank, by_place, {rutland}) == [rutland]


def test_another_number_behind_what_is_hidden_makes_the_same_pack() -> None:
    """158 + 3 and 159 + 2 are hidden alike, so no reader can know which of the two it was."""
    first, second = (build_publishable(small_inputs({"FTE-01": _entrants(one)})) for one in (3, 2))
    assert repr(first) == repr(second)


def test_no_table_has_a_column_of_the_boards_own_papers(pack: Pack) -> None:
    headers = {column.header for sheet in pack.sheets for table in sheet.tables() for column in table.columns}
    assert {"Measure", "Value", "Rating and its rule"} <= headers
    assert not headers & {"Data quality", "Owner's commentary", "Provenance"}
    assert not any("comment was given" in text for text in _texts(pack))
