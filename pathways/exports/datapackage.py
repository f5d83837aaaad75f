"""The tables of a pack as CSV files with a description of every column: a Frictionless data package."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import Any

from pathways.exports.csv import without_formula
from pathways.exports.format import Format, version
from pathways.exports.pathway import NOT_ADVICE, plain
from pathways.exports.records import Cell, Column, Records, Table, tables
from pathways.model import Pack

LICENCES = {
    "CC BY 4.0": ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "CC BY-SA 4.0": ("CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    "CC0 1.0": ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
}
"""Licences of data with their short names and addresses, as a data package names them."""


def written(asked: Records, pack: Pack) -> bytes:
    """A zip of a CSV file for each table, and ``datapackage.json``, which says what their columns hold."""
    found = tables(pack, asked)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as folder:
        _put(
            folder, pack, "datapackage.json", json.dumps(_package(pack, found), ensure_ascii=False, indent=1)
        )
        for table in found:
            _put(folder, pack, f"{table.name}.csv", f"\ufeff{_csv(table)}")
    return file.getvalue()


def _put(folder: zipfile.ZipFile, pack: Pack, name: str, text: str) -> None:
    """A file dated as the data are, so that the same data make the same zip."""
    day = pack.info.date
    entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    folder.writestr(entry, text.encode(), zipfile.ZIP_DEFLATED)


def _csv(table: Table) -> str:
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_cell(cell) for cell in row] for row in table.rows)
    return file.getvalue()


def _cell(cell: Cell) -> object:
    """Words in one line that are no formula; numbers with a plain minus; what is not reported is blank."""
    return without_formula(" ".join(cell.split())) if isinstance(cell, str) else cell


def _package(pack: Pack, found: tuple[Table, ...]) -> dict[str, Any]:
    info = pack.info
    short, path = LICENCES.get(info.licence, ("", ""))
    package: dict[str, Any] = {
        "name": info.id.replace("_", "-"),
        "title": plain(info.title),
        "description": f"{version(pack)}. {NOT_ADVICE}",
        "version": info.version,
        "created": f"{info.date:%Y-%m-%d}T00:00:00Z",
        "resources": [_resource(table) for table in found],
    }
    if info.licence:
        named = {"name": short, "path": path} if short else {}
        package["licenses"] = [{**named, "title": info.licence}]
    return package


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = [table.key]
    return {
        "name": table.name,
        "title": table.title,
        "path": f"{table.name}.csv",
        "type": "table",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": schema,
    }


def _field(column: Column) -> dict[str, str]:
    return {"name": column.name, "title": column.title, "type": column.kind}


CSV_BUNDLE = Format(
    "CSV tables (zip)",
    "zip",
    "application/zip",
    written,
    "records",
    "tables",
    "R, pandas and other statistics",
)
