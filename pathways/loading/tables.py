"""CSV becomes rows of text, each with the number of its line."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence

from pathways.loading.refusal import Refusal
from pathways.loading.text import BY_A_SPREADSHEET, MOST_LETTERS, SAVE_AS_CSV_UTF_8, is_parted_by_semicolons
from pathways.problems import shown

MOST_ROWS = 20_000
"""How many rows a table may have."""

MOST_COLUMNS = 100
"""How many columns a table may have."""

Row = dict[str, str]
Line = tuple[int, Row]


def lines_of(text: str, key: Sequence[str]) -> Iterator[Line | Refusal]:
    """Each row with its line, as cells by column; a refusal in place of a row that does not fit its heading.

    Raises:
        Refusal: the heading lacks a column of ``key``, the text is no CSV, or there are too many rows.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    began = 1
    try:
        heading = next(reader, [])
        _refuse_heading(heading, key)
        count = 0
        began = reader.line_num + 1
        for cells in reader:
            count += bool(cells)
            if count > MOST_ROWS:
                raise Refusal(f"It has more than {MOST_ROWS:,} rows.", "Look what fills it.", f"line {began}")
            if cells:
                yield _refusal_of_row(heading, cells, reader.line_num) or (
                    reader.line_num,
                    dict(zip(heading, cells, strict=True)),
                )
            began = reader.line_num + 1
    except csv.Error as error:
        wrong = f"This is not CSV: {error}, in the row that begins here."
        raise Refusal(wrong, "Check that each double quote is closed.", f"line {began}") from None


def _refuse_heading(columns: Sequence[str], key: Sequence[str]) -> None:
    if len(columns) == 1 and is_parted_by_semicolons(columns[0]):
        raise Refusal(BY_A_SPREADSHEET, SAVE_AS_CSV_UTF_8, "line 1")
    if fault := _fault_of_heading(columns, key):
        raise Refusal(fault, "Restore the heading row, see docs/pack.md.", "line 1")


def _fault_of_heading(columns: Sequence[str], key: Sequence[str]) -> str | None:
    if len(columns) > MOST_COLUMNS:
        return f"There are more than {MOST_COLUMNS} columns."
    for column in key:
        if column not in columns:
            hint = (
                " The columns seem to be parted by tabs and not by commas."
                if "\t" in "".join(columns[:1])
                else ""
            )
            return f"The column {column!r} is missing.{hint}"
    twice = [column for column, count in Counter(columns).items() if count > 1]
    return f"The column {shown(twice[0])} stands twice." if twice else None


def _refusal_of_row(heading: Sequence[str], cells: Sequence[str], line: int) -> Refusal | None:
    if len(cells) != len(heading):
        wrong = f"This row does not have the {len(heading)} columns of the heading, but {len(cells)}."
        return Refusal(wrong, "Put words that hold a comma in double quotes.", f"line {line}")
    for column, cell in zip(heading, cells, strict=True):
        if len(cell) > MOST_LETTERS:
            wrong = f"The cell {shown(column)} has more than {MOST_LETTERS:,} letters."
            return Refusal(wrong, "Shorten it, and check the double quotes.", f"line {line}")
    return None
