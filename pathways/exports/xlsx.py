"""The tables of a pack as a workbook, a sheet for each: it opens alike in every language of Excel."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pathways.exports.bibliography import APP_NAME
from pathways.exports.format import Format, licence, version
from pathways.exports.pathway import NOT_ADVICE, plain
from pathways.exports.records import Cell, Records, Table, tables
from pathways.model import Pack

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

WIDEST = 60
"""The width of a column of words, in letters."""
NARROWEST = 9
MOST_IN_A_CELL = 32_767
"""How many letters Excel takes in one cell."""

_SAVED_AT = re.compile(rb"(?<=W3CDTF\">)[0-9TZ:.+-]+(?=</dcterms:modified>)")
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def written(asked: Records, pack: Pack) -> bytes:
    """A first sheet that says what the file holds, and a sheet a table with its headings kept in sight."""
    from openpyxl import Workbook  # it is slow to load, and few readers ask for a workbook

    book = Workbook()
    about = book.active
    assert about is not None  # noqa: S101 -- a new workbook has a sheet
    about.title = "About"
    for words in (version(pack), licence(pack), NOT_ADVICE, asked.links.whole()):
        about.append([_value(about, words)])
    about.column_dimensions["A"].width = WIDEST
    for table in tables(pack, asked):
        _fill(book.create_sheet(table.title), table)
    return _dated(_saved(book, pack), pack)


def _fill(sheet: Worksheet, table: Table) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet.append([_value(sheet, column.title) for column in table.columns])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for row in table.rows:
        sheet.append([_value(sheet, cell) for cell in row])
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    for place, column in enumerate(table.columns, start=1):
        longest = max(len(str(cell)) for cell in (column.title, *(row[place - 1] for row in table.rows)))
        sheet.column_dimensions[get_column_letter(place)].width = min(max(NARROWEST, longest + 2), WIDEST)


def _value(sheet: Worksheet, cell: Cell) -> Any:
    """Words as text, whatever they begin with; numbers as numbers; what is not reported is blank."""
    from openpyxl.cell import WriteOnlyCell

    if not isinstance(cell, str):
        return float(cell) if isinstance(cell, Decimal) else cell
    if not cell:
        return None
    made = WriteOnlyCell(sheet, value=_REFUSED.sub(" ", cell)[:MOST_IN_A_CELL])
    made.data_type = "s"
    return made


def _saved(book: Any, pack: Pack) -> bytes:
    """The workbook with the day of its data as the day on which it was made."""
    book.properties.title = plain(pack.info.title)
    book.properties.creator = APP_NAME
    book.properties.created = dt.datetime.combine(pack.info.date, dt.time())
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _dated(written: bytes, pack: Pack) -> bytes:
    """The same file with every part dated as the data are, so that the same data make the same file."""
    day = pack.info.date
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written)) as before, zipfile.ZipFile(file, "w") as after:
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            part = _SAVED_AT.sub(f"{day}T00:00:00Z".encode(), before.read(name))
            after.writestr(entry, part, zipfile.ZIP_DEFLATED)
    return file.getvalue()


XLSX = Format(
    "Excel workbook",
    "xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    written,
    "records",
    "tables",
    "Excel, LibreOffice and Numbers",
)
