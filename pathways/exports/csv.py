"""Tables as CSV for spreadsheets: UTF-8 with a byte order mark, each row dated, and no cell is a formula."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathways.exports.format import Format, version
from pathways.model import Pack

if TYPE_CHECKING:
    import pandas as pd


def written(table: pd.DataFrame, pack: Pack) -> bytes:
    """A table as a CSV file, with the version of its data in a column of its own."""
    dated = table.assign(**{"Data version": version(pack)}) if len(table) else table
    safe = dated.apply(_safe)
    return bytes(safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig"))


def _safe(column: pd.Series) -> pd.Series:
    """The same cells without formulas, as objects: a whole number beside a blank stays whole."""
    import pandas as pd

    return pd.Series([without_formula(cell) for cell in column], index=column.index, dtype="object")


def without_formula(cell: object) -> object:
    """Words that no spreadsheet runs: an apostrophe stands before what it would take for a formula.

    >>> without_formula('=HYPERLINK("x")'), without_formula("10 of 65")
    ('\\'=HYPERLINK("x")', '10 of 65')
    """
    is_formula = isinstance(cell, str) and cell.lstrip().startswith(("=", "+", "-", "@"))
    is_break = isinstance(cell, str) and cell.startswith(("\t", "\r", "\n"))
    return f"'{cell}" if is_formula or is_break else cell


TABLE = Format("CSV", "csv", "text/csv", written, "table")
