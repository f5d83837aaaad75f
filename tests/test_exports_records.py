"""The tables of a pack as a data package and as a workbook, read back by frictionless and openpyxl."""

from __future__ import annotations

import csv
import io
import json
import time
import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from frictionless import Package, system

from pathways.exports import FORMATS, OF_A_PACK, Links, Records, whole
from pathways.exports.records import Table, tables
from pathways.model import Pack
from tests.hostile_words import hostile_pack

LINKS = Links("https://example.org/app/")
FORMULA = '=HYPERLINK("https://example.org","x")'
NUMERIC = {"value", "low", "high", "events", "total", "months", "year", "size", "figures"}


@pytest.fixture(scope="module", params=["tiny", "real"])
def pack(request: pytest.FixtureRequest, tiny: Pack, real_pack: Pack) -> Pack:
    return {"tiny": tiny, "real": real_pack}[request.param]


def unzipped(pack: Pack, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(whole(pack, "csv", LINKS))) as file:
        file.extractall(folder)
    return folder


def rows(pack: Pack, name: str) -> list[dict[str, str]]:
    with zipfile.ZipFile(io.BytesIO(whole(pack, "csv", LINKS))) as file:
        text = file.read(f"{name}.csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def table(pack: Pack, name: str) -> Table:
    return next(table for table in tables(pack, Records(LINKS)) if table.name == name)


def test_frictionless_finds_nothing_wrong_with_the_package(pack: Pack, tmp_path: Path) -> None:
    folder = unzipped(pack, tmp_path)
    with system.use_context(trusted=True):
        report = Package(str(folder / "datapackage.json")).validate()
    assert report.flatten(["message"]) == []
    assert report.stats["tasks"] == len(tables(pack, Records(LINKS)))


def test_a_package_says_its_licence_its_version_and_what_each_column_holds(
    real_pack: Pack, tmp_path: Path
) -> None:
    said = json.loads((unzipped(real_pack, tmp_path) / "datapackage.json").read_text("utf-8"))
    assert said["version"] == real_pack.info.version
    assert said["licenses"][0]["name"] == "CC-BY-4.0"
    kinds = {f["name"]: f["type"] for r in said["resources"] for f in r["schema"]["fields"]}
    assert {name for name, kind in kinds.items() if kind in ("number", "integer")} >= NUMERIC
    assert {resource["name"] for resource in said["resources"]} == {
        *("places", "ways", "findings", "sources", "gaps", "claims")
    }


def test_numbers_keep_the_digits_of_their_source_with_a_plain_minus_and_blanks_for_what_is_not_reported(
    real_pack: Pack,
) -> None:
    found = {row["finding"]: row for row in rows(real_pack, "findings")}
    assert any(row["value"].startswith("-") for row in found.values())
    for finding in real_pack.findings:
        row = found[finding.finding_id]
        figures = (finding.value, finding.low, finding.high, finding.events, finding.total)
        for name, figure in zip(("value", "low", "high", "events", "total"), figures, strict=True):
            assert row[name] == ("" if figure is None else str(figure))
        assert row["months"] == str("" if finding.follow_up_months is None else finding.follow_up_months)
    assert {row["year"] for row in rows(real_pack, "sources") if not row["year"].isdigit()} == {""}


def test_every_record_has_its_row_and_leads_back_to_its_view(pack: Pack) -> None:
    assert [row["place"] for row in rows(pack, "places")] == list(pack.node)
    assert [row["source"] for row in rows(pack, "sources")] == list(pack.source)
    for row in rows(pack, "findings"):
        assert row["link"] == f"https://example.org/app/evidence?finding={row['finding']}"


def test_a_workbook_has_a_sheet_a_table_with_numbers_as_numbers(pack: Pack) -> None:
    book = openpyxl.load_workbook(io.BytesIO(whole(pack, "xlsx", LINKS)))
    found = tables(pack, Records(LINKS))
    assert book.sheetnames == ["About", *(one.title for one in found)]
    for one in found:
        heads, *read = book[one.title].iter_rows(values_only=True)
        assert heads == tuple(column.title for column in one.columns)
        assert len(read) == len(one.rows)
        for row, written in zip(read, one.rows, strict=True):
            for cell, meant in zip(row, written, strict=True):
                assert cell == (
                    float(meant) if isinstance(meant, Decimal) else meant or (None if meant == "" else meant)
                )


def test_a_workbook_says_which_data_it_holds_and_keeps_its_headings_in_sight(tiny: Pack) -> None:
    book = openpyxl.load_workbook(io.BytesIO(whole(tiny, "xlsx", LINKS)))
    about = " ".join(str(cell) for (cell,) in book["About"].iter_rows(values_only=True))
    assert "data version 0.0.1 of 2026-01-01" in about
    assert "not advice" in about
    assert book["Findings"].freeze_panes == "B2"


@pytest.mark.parametrize("formula", [FORMULA, "@SUM(1)", "+1", "-1+2", "\t=1"])
def test_no_cell_is_a_formula_in_either(formula: str, tiny: Pack) -> None:
    nodes = [node.model_copy(update={"plain_label": formula}) for node in tiny.nodes]
    bad = tiny.model_copy(update={"nodes": tuple(nodes)})
    assert all(row["label"].startswith("'") for row in rows(bad, "places"))
    sheet = openpyxl.load_workbook(io.BytesIO(whole(bad, "xlsx", LINKS)))["Places"]
    cells = [row[1] for row in sheet.iter_rows(min_row=2)]
    assert all(cell.data_type == "s" for cell in cells)


def test_words_full_of_signs_open_as_words(tiny: Pack, tmp_path: Path) -> None:
    bad = hostile_pack(tiny)
    with system.use_context(trusted=True):
        assert Package(str(unzipped(bad, tmp_path) / "datapackage.json")).validate().valid
    assert openpyxl.load_workbook(io.BytesIO(whole(bad, "xlsx", LINKS)))["Places"].max_row == 11


def test_the_tables_open_in_spreadsheets_with_their_letters_and_a_row_a_line(real_pack: Pack) -> None:
    with zipfile.ZipFile(io.BytesIO(whole(real_pack, "csv", LINKS))) as file:
        for name in file.namelist():
            if name.endswith(".csv"):
                data = file.read(name)
                assert data.startswith(b"\xef\xbb\xbf")
                assert data.count(b"\r\n") == data.count(b"\n") == len(table(real_pack, name[:-4]).rows) + 1


@pytest.mark.parametrize("name", [name for name in OF_A_PACK if name != "map.png"])
def test_the_same_data_make_the_same_file(name: str, tiny: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    first = whole(tiny, name, LINKS)
    later = time.time() + 100_000
    monkeypatch.setattr(time, "time", lambda: later)
    assert whole(tiny, name, LINKS) == first


def test_the_sources_behind_a_view_are_taken_with_their_figures_and_nothing_else(real_pack: Pack) -> None:
    source_id = real_pack.findings[0].source_id
    asked = Records(LINKS, (source_id,))
    found = {one.name: one for one in tables(real_pack, asked)}
    assert set(found) == {"findings", "sources"}
    assert [row[0] for row in found["sources"].rows] == [source_id]
    figures = [finding.finding_id for finding in real_pack.findings_of_source[source_id]]
    assert [row[0] for row in found["findings"].rows] == figures
    with zipfile.ZipFile(io.BytesIO(FORMATS["csv"].write(asked, real_pack))) as file:
        assert set(file.namelist()) == {"datapackage.json", "findings.csv", "sources.csv"}
    book = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"].write(asked, real_pack)))
    assert book.sheetnames == ["About", "Findings", "Sources"]
