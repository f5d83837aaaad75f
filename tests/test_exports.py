"""Every format writes a file that its readers open, and the list of formats is whole."""

from __future__ import annotations

import csv
import datetime as dt
import io
import xml.etree.ElementTree as ET
from collections.abc import Callable

import pandas as pd
import pytest

from pathways import exports, sheet
from pathways.errors import UnknownIdError
from pathways.exports import FORMATS, Bibliography, Format, Links
from pathways.exports.csv import written
from pathways.learning.flash_cards import flash_cards
from pathways.map.views import whole_map
from pathways.model import Pack

SUBJECTS: dict[str, Callable[[Pack], object]] = {
    "map": whole_map,
    "table": lambda pack: pd.DataFrame({"words": [finding.plain for finding in pack.findings]}),
    "sheet": lambda pack: sheet.sheet(
        pack, [pack.compare.presets[0].options[0]], sheet.Person(), made=dt.date(2026, 1, 1)
    ),
    "pathway": lambda _: Links(),
    "records": lambda _: Links(),
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


def test_a_picture_says_what_it_shows_and_which_data_it_was_made_from(tiny: Pack) -> None:
    drawing = ET.fromstring(FORMATS["map.svg"].write(whole_map(tiny), tiny))  # noqa: S314 -- our own drawing
    said = " ".join(" ".join(drawing.itertext()).split())
    assert f"{tiny.info.title}, data version {tiny.info.version} of {tiny.info.date}" in said
    assert "General information, not advice." in said


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@cmd", "\t=1", "\r=1", "  =1", "\n=1"])
def test_no_cell_can_be_run_as_a_formula(cell: str, tiny: Pack) -> None:
    data = written(pd.DataFrame({"words": [cell]}), tiny).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(data, newline=""))
    assert row["words"] == f"'{cell}"


def test_an_empty_table_keeps_its_headings_and_no_other(tiny: Pack) -> None:
    assert written(pd.DataFrame(columns=["Place"]), tiny).decode("utf-8-sig") == "Place\r\n"
