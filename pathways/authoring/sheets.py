"""A pack as a workbook and back, for people who write no YAML: nothing is lost either way.

A table is a sheet of its own. Files of keys are sheets with a row a text: its file, its key, and its words.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pathways.authoring.key_paths import content_of, lines_of
from pathways.authoring.writing import HEADING, csv_of, yaml_of
from pathways.loading.folder import Folder
from pathways.loading.refusal import Refusal
from pathways.loading.shelf import NAME
from pathways.loading.strays import is_passed_over
from pathways.loading.tables import MOST_COLUMNS, MOST_ROWS
from pathways.loading.tables import lines_of as rows_of
from pathways.loading.text import MOST_LETTERS, text_of
from pathways.loading.yaml_text import keys_of
from pathways.loading.zipped import Limits, files_in, unpacked
from pathways.problems import PackError, Problem, printable, shown

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

TABLES = (
    *("edges", "findings", "sources", "gaps", "claims", "glossary", "changes"),
    *("facts", "criteria", "criteria_gaps", "contradictions"),
)
"""The tables of a pack, each a sheet."""
FILES = ("pack", "compare")
"""The files of keys that stand alone."""
FOLDERS = ("nodes", "topics", "cases")
"""The folders of files of keys: a sheet each, in whose first column the name of the file stands."""
ABOUT = "About"
MOST_LINES = 200_000
"""How many rows a sheet of keys may have."""
LIMITS = Limits(bytes=16_000_000, inside=120_000_000, files=200, times=400)
"""What a workbook may be as a zip, which it is."""
WIDEST = 80

_AWKWARD = re.compile(r'\r|_x[0-9A-Fa-f]{4}_|x005F_|^json:"|^\s|\s$')
"""What a workbook does not keep as it is: such text is written as JSON, after a word that says so."""
_QUOTED = "json:"
_SAYS = (
    "This workbook is a pack: each sheet is a table, or a list of texts with their keys.",
    "Change words in it, add rows and take rows away. Do not rename sheets or the headings of columns.",
    "A list has a row for each item, numbered: before[1], before[2]. Give a new item the next number.",
    "A number or a day is text here, as it is typed. A formula is refused.",
    "Then: python -m pathways from-sheet FILE.xlsx FOLDER",
)


def to_sheet(folder: Path) -> bytes:
    """The workbook of a pack's folder, whether or not the pack obeys the rules.

    Raises:
        PackError: a file cannot be read.
    """
    from openpyxl import Workbook  # it is slow to load

    book = Workbook()
    about = book.active
    assert about is not None  # noqa: S101 -- a new workbook has a sheet
    about.title = ABOUT
    _fill(about, [(words,) for words in _SAYS], is_table=False)
    for name, rows in _sheets(Folder(folder)):
        _fill(book.create_sheet(name), rows, is_table=True)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _sheets(folder: Folder) -> Iterator[tuple[str, Iterable[Sequence[str]]]]:
    names = _at(str(folder.root), folder.names)
    for name in FILES:
        if f"{name}.yaml" in names:
            content = _at(f"{name}.yaml", lambda: keys_of(text_of(folder.content(f"{name}.yaml"))))  # noqa: B023
            yield name, [("key", "text"), *lines_of(content)]
    for name in FOLDERS:
        if name in names:
            yield name, [("file", "key", "text"), *_lines_of_folder(folder, name)]
    for name in TABLES:
        if f"{name}.csv" in names:
            yield name, _at(f"{name}.csv", lambda: list(_table(folder, f"{name}.csv")))  # noqa: B023


def _lines_of_folder(folder: Folder, name: str) -> Iterator[Sequence[str]]:
    for file in _at(f"{name}/", lambda: folder.names(name)):
        if file.endswith(".yaml") and not is_passed_over(file):
            path = f"{name}/{file}"
            content = _at(path, lambda: keys_of(text_of(folder.content(path))))  # noqa: B023
            yield from ((file.removesuffix(".yaml"), *line) for line in lines_of(content))


def _table(folder: Folder, name: str) -> Iterator[Sequence[str]]:
    text = text_of(folder.content(name))
    heading: Sequence[str] = ()
    for line in rows_of(f"{text}", ()):
        if isinstance(line, Refusal):
            raise line
        if not heading:
            heading = list(line[1])
            yield heading
        yield list(line[1].values())
    if not heading:
        yield next(iter(_heading(text)), [])


def _heading(text: str) -> Iterator[Sequence[str]]:
    import csv

    yield from csv.reader(io.StringIO(text, newline=""))


def _at(file: str, read: Any) -> Any:
    """What a reader gives; what it refuses is told with the name of the file."""
    try:
        return read()
    except Refusal as refusal:
        raise PackError([Problem(printable(file), refusal.where, refusal.wrong, refusal.mend)]) from None


def _fill(sheet: Worksheet, rows: Iterable[Sequence[str]], *, is_table: bool) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    widths: dict[int, int] = {}
    for row, cells in enumerate(rows, start=1):
        for column, words in enumerate(cells, start=1):
            widths[column] = max(widths.get(column, 8), min(len(words) + 2, WIDEST))
            if words:
                cell = sheet.cell(row, column, _kept(words))
                cell.data_type = "s"
                cell.number_format = "@"
                cell.alignment = Alignment(wrap_text=True, vertical="top")
    for column, width in widths.items():
        sheet.column_dimensions[get_column_letter(column)].width = width
    if is_table:
        for head in sheet[1]:
            head.font = Font(bold=True)
        sheet.freeze_panes = "A2"


def _kept(words: str) -> str:
    return (
        _QUOTED + json.dumps(words, ensure_ascii=True).replace("_", "\\u005f")
        if _AWKWARD.search(words)
        else words
    )


def _meant(words: str) -> str:
    if not words.startswith(f'{_QUOTED}"'):
        return words
    try:
        value = json.loads(words.removeprefix(_QUOTED))
    except ValueError:
        raise Refusal("It begins with json: and is none.", "Delete that word.") from None
    return str(value)


def from_sheet(content: bytes, file: str) -> dict[str, str]:
    """The text of each file of the pack that a workbook holds, by its name.

    Args:
        content: the bytes of the workbook.
        file: what it is called, for messages.

    Raises:
        PackError: it is no workbook of a pack, or a sheet of it cannot be read; with sheet and row.
    """
    try:
        sheets = _read(content)
    except Refusal as refusal:
        raise PackError([Problem(printable(file), refusal.where, refusal.wrong, refusal.mend)]) from None
    files: dict[str, str] = {}
    for sheet in sheets:
        files |= _at(f"{file}, sheet {sheet.name}", sheet.files)
    return files


@dataclass(frozen=True)
class _Sheet:
    """A sheet as text: each row with its number, without those that are blank."""

    name: str
    rows: list[tuple[int, list[str]]]

    def files(self) -> dict[str, str]:
        """The files of the pack that the sheet holds."""
        if self.name in TABLES:
            return {f"{self.name}.csv": self._table()}
        if self.name in FILES:
            lines = [(f"row {row}", (cells[0], cells[1])) for row, cells in self._under(("key", "text"))]
            heading = HEADING if self.name == "pack" else ""
            return {f"{self.name}.yaml": heading + yaml_of(content_of(lines))}
        return self._folder()

    def _table(self) -> str:
        if not self.rows:
            raise Refusal("It has no heading.", "Restore its first row.", "row 1")
        heading = _without_blank_end(self.rows[0][1])
        rows = []
        for row, cells in self.rows[1:]:
            if any(cells[len(heading) :]):
                wrong = "There are words beyond the last column of the heading."
                raise Refusal(wrong, "Move them, or give their column a name.", f"row {row}")
            rows.append((*cells, *[""] * len(heading))[: len(heading)])
        if len(rows) > MOST_ROWS:
            raise Refusal(f"It has more than {MOST_ROWS:,} rows.", "Look what fills it.")
        return csv_of(heading, rows)

    def _under(self, heading: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
        width = len(heading)
        if not self.rows or _without_blank_end(self.rows[0][1]) != list(heading):
            raise Refusal(f"Its columns are not {', '.join(heading)}.", "Restore its first row.", "row 1")
        for row, cells in self.rows[1:]:
            if any(cells[width:]):
                wrong = "There are words beyond the last column."
                raise Refusal(wrong, "Move them into the column text.", f"row {row}")
            yield row, (cells + [""] * width)[:width]

    def _folder(self) -> dict[str, str]:
        lines: dict[str, list[tuple[str, tuple[str, str]]]] = {}
        for row, (name, key, text) in self._under(("file", "key", "text")):
            if not NAME.fullmatch(name):
                wrong = f"The name {shown(name)} cannot be that of a file."
                mend = "Use small letters, digits and _, beginning with a letter."
                raise Refusal(wrong, mend, f"row {row}")
            lines.setdefault(name, []).append((f"row {row}", (key, text)))
        return {f"{self.name}/{name}.yaml": yaml_of(content_of(own)) for name, own in lines.items()}


def _without_blank_end(cells: Sequence[str]) -> list[str]:
    kept = list(cells)
    while kept and not kept[-1]:
        kept.pop()
    return kept


def _read(content: bytes) -> list[_Sheet]:
    """The sheets of a workbook as text, but for the one that says what it is."""
    _refuse_odd_parts(content)
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        names = list(book.sheetnames)
    except Exception:  # noqa: BLE001 (what openpyxl raises for a file that is none is not documented)
        raise Refusal("This is no workbook that can be read.", "Save it again as .xlsx.") from None
    if FILES[0] not in names:
        raise Refusal(f"It has no sheet {FILES[0]!r}.", "Begin with a workbook that to-sheet wrote.")
    known = (*TABLES, *FILES, *FOLDERS)
    if unknown := [name for name in names if name not in (*known, ABOUT)]:
        mend = f"Known are: {', '.join(known)}. Rename it, or take it away."
        raise Refusal("This sheet is no part of a pack.", mend, f"the sheet {shown(unknown[0])}")
    return [_Sheet(name, _rows(book[name], name)) for name in names if name != ABOUT]


def _refuse_odd_parts(content: bytes) -> None:
    for name, info in files_in(content, LIMITS).items():
        if name.endswith((".xml", ".rels")) and b"<!" in unpacked(content, info)[:10_000].replace(
            b"<!--", b""
        ):
            raise Refusal(
                "It defines words of its own (DOCTYPE).", "Save it again as .xlsx.", f"the part {shown(name)}"
            )


def _rows(sheet: Any, name: str) -> list[tuple[int, list[str]]]:
    rows: list[tuple[int, list[str]]] = []
    try:
        for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), start=1):
            if number > MOST_LINES:
                raise Refusal(
                    f"It has more than {MOST_LINES:,} rows.", "Look what fills it.", f"the sheet {name}"
                )
            words = [_words(cell, f"the sheet {name}, row {number}") for cell in cells]
            if any(words):
                rows.append((number, words))
    except Refusal:
        raise
    except Exception:  # noqa: BLE001 (as above)
        raise Refusal(
            "This sheet cannot be read.", "Save the workbook again as .xlsx.", f"the sheet {name}"
        ) from None
    return rows


def _words(cell: Any, where: str) -> str:
    """A cell as a pack has it: numbers and days with plain digits, as they would have been typed."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type in ("f", "e"):
        what = "formula" if cell.data_type == "f" else "fault of a formula"
        raise Refusal(
            f"A {what} stands here: {shown(str(value)[:80])}.", "Put its value there as text.", where
        )
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".") if abs(value) < 1e9 else repr(value)
    if isinstance(value, dt.datetime):
        return f"{value:%Y-%m-%d}"
    try:
        text = _meant(str(value))
    except Refusal as refusal:
        raise Refusal(refusal.wrong, refusal.mend, where) from None
    if len(text) > MOST_LETTERS:
        raise Refusal(f"It has more than {MOST_LETTERS:,} letters.", "Part or shorten it.", where)
    return text
