"""Files to take away: buttons that make a file only when they are pressed, and tables as CSV."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from pathways.model import Pack

if TYPE_CHECKING:
    import pandas as pd


def show_file(label: str, make: Callable[[], bytes | str], name: str, mime: str) -> None:
    """A button that makes the file only when it is pressed."""
    st.download_button(label, make, file_name=name, mime=mime, on_click="ignore")


def show_csv(pack: Pack, label: str, name: str, table: Callable[[], pd.DataFrame]) -> None:
    """A button for a table as a CSV file that is named after its subject and the date of the data."""
    file_name = f"{name}-{pack.info.date:%Y-%m-%d}.csv"
    show_file(label, lambda: csv(table(), version_words(pack)), file_name, "text/csv")


def version_words(pack: Pack) -> str:
    """Which data a file was made from."""
    return f"{pack.info.title}, data version {pack.info.version} of {pack.info.date:%Y-%m-%d}"


def csv(table: pd.DataFrame, version: str) -> bytes:
    """A table as a CSV file for spreadsheets: UTF-8 with a byte order mark, and no cell is a formula."""
    dated = table.assign(**{"Data version": version}) if len(table) else table
    safe = dated.map(without_formula)
    return bytes(safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig"))


def without_formula(cell: object) -> object:
    """Words that no spreadsheet runs: an apostrophe stands before what it would take for a formula.

    >>> without_formula('=HYPERLINK("x")'), without_formula("10 of 65")
    ('\\'=HYPERLINK("x")', '10 of 65')
    """
    is_formula = isinstance(cell, str) and cell.lstrip().startswith(("=", "+", "-", "@"))
    is_break = isinstance(cell, str) and cell.startswith(("\t", "\r", "\n"))
    return f"'{cell}" if is_formula or is_break else cell
