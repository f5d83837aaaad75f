"""Every format writes a file that its readers open, and the list of formats is whole."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable

import pandas as pd
import pytest

from pages.parts.evidence.tables import findings_file, sources_file
from pathways import exports, sheet
from pathways.errors import UnknownIdError
from pathways.exports import FORMATS, Bibliography, Format, Links, MapPicture, Records
from pathways.exports.csv import written
from pathways.learning.flash_cards import flash_cards
from pathways.map.views import whole_map
from pathways.model import Pack

SUBJECTS: dict[str, Callable[[Pack], object]] = {
    "map": lambda pack: MapPicture(whole_map(pack)),
    "table": lambda pack: pd.DataFrame({"words": [finding.plain for finding in pack.findings]}),
    "sheet": lambda pack: sheet.sheet(
        pack, [pack.compare.presets[0].options[0]], sheet.Person(), made=dt.date(2026, 1, 1)
    ),
    "pathway": lambda _: Links(),
    "records": lambda _: Records(Links()),
    "cards": lambda pack: flash_cards(pack, "quiz", 1),
    "sources": lambda pack: Bibliography(pack.sources, Links()),
}
BEGINS = {
    "svg": b"<svg",
    "png": b"\x89PNG",
    "csv": b"\xef\xbb\xbf",
    "pdf": b"%PDF-",
    "html": b"<!doctype html>",
    "json": b"{",
    "graphml": b"<?xml",
    "dot": b"digraph",
    "mmd": b"flowchart",
    "bpmn": b"<?xml",
    "zip": b"PK",
    "xlsx": b"PK",
    "bib": b"@",
    "ris": b"TY  - ",
    "tsv": b"#separator:tab",
    "txt": b"MY PAGE TO TAKE HOME",
}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_a_file_of_its_kind(name: str, tiny: Pack) -> None:
    chosen = FORMATS[name]
    data = chosen.write(SUBJECTS[chosen.subject](tiny), tiny)
    begins = b"[" if name == "csl-json" else BEGINS[chosen.suffix]
    assert data.lower().startswith(begins.lower())


def test_every_module_of_a_format_is_in_the_list() -> None:
    modules = [module for module in vars(exports).values() if hasattr(module, "Format")]
    listed = set(map(id, FORMATS.values()))
    made = {id(value) for module in modules for value in vars(module).values() if isinstance(value, Format)}
    assert made == listed


def test_an_unknown_format_is_named_with_those_like_it() -> None:
    with pytest.raises(UnknownIdError, match=r"There is no format 'map.sgv'. Like it: 'map.svg'"):
        FORMATS["map.sgv"]


def said_by(pack: Pack, address: str) -> list[str]:
    """Each line of words of a map that is saved."""
    picture = MapPicture(whole_map(pack), address)
    drawing = ET.fromstring(FORMATS["map.svg"].write(picture, pack))  # noqa: S314 -- our own drawing
    return ["".join(line.itertext()) for line in drawing.iter("{http://www.w3.org/2000/svg}tspan")]


def test_a_picture_says_what_it_shows_which_data_it_was_made_from_and_where_it_stands(tiny: Pack) -> None:
    address = "https://example.org/app/map?view=whole"
    lines = said_by(tiny, address)
    said = " ".join(lines)
    assert lines[0] == whole_map(tiny).title
    assert "Source: Pathway explorer." in said
    assert f"{tiny.info.title}, data version {tiny.info.version} of {tiny.info.date}" in said
    assert "Licence: not stated." in said
    assert "General information, not advice." in said
    assert lines[-1] == address


def test_a_long_address_is_broken_without_a_mark_of_its_own(tiny: Pack) -> None:
    address = "https://example.org/app/map?view=route&" + "&".join(f"to=tea-{n:03}" for n in range(60))
    lines = said_by(tiny, address)
    start = next(place for place, line in enumerate(lines) if line.startswith("https://"))
    assert len(lines) - start > 1
    assert "".join(lines[start:]) == address


def test_the_whole_map_of_the_command_leads_back_where_the_app_is_known(tiny: Pack) -> None:
    assert b"https://example.org/app/map?view=whole" in exports.whole(
        tiny, "map.svg", Links("https://example.org/app/")
    )
    assert b"map?view" not in exports.whole(tiny, "map.svg")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@cmd", "\t=1", "\r=1", "  =1", "\n=1"])
def test_no_cell_can_be_run_as_a_formula(cell: str, tiny: Pack) -> None:
    data = written(pd.DataFrame({"words": [cell]}), tiny).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(data, newline=""))
    assert row["words"] == f"'{cell}"


def test_an_empty_table_keeps_its_headings_and_no_other(tiny: Pack) -> None:
    assert written(pd.DataFrame(columns=["Place"]), tiny).decode("utf-8-sig") == "Place\r\n"


def test_columns_of_numbers_hold_numbers_alone_and_a_blank_for_what_is_not_reported(real_pack: Pack) -> None:
    """With the digits of the source and a plain minus sign; words for the same stand in other columns."""
    tables = {
        "Value Low High Events Total Months": findings_file(real_pack, real_pack.findings),
        "Year Size": sources_file(real_pack, real_pack.sources),
    }
    for columns, table in tables.items():
        text = written(table, real_pack).decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        cells = [row[name] for row in rows for name in columns.split()]
        assert [cell for cell in cells if not re.fullmatch(r"(-?[0-9]+(\.[0-9]+)?)?", cell)] == []
        assert "" in cells
        assert not any("\n" in cell for row in rows for cell in row.values())
    assert any(row.startswith("-") for row in map(str, tables["Value Low High Events Total Months"]["Value"]))


def test_a_saved_chart_says_its_title_sources_version_day_licence_and_address(real_pack: Pack) -> None:
    from pages.shared.charts import foot

    info = real_pack.info
    said = foot(real_pack, "How often", ["Cup 2001", "Leaf 2002", "Cup 2001"], "https://example.org/evidence")
    data = f"Pathway explorer: {info.title}, data version {info.version} of {info.date:%-d %B %Y}."
    assert said == (
        "How often.",
        "Sources: Cup 2001; Leaf 2002.",
        f"{data} Licence: {info.licence}.",
        "https://example.org/evidence",
    )
