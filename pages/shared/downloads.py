"""Files to take away: buttons that make a file only when they are pressed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from pathways.exports import FORMATS
from pathways.model import Pack

if TYPE_CHECKING:
    import pandas as pd


def show_file(pack: Pack, format_name: str, make: Callable[[], object], name: str, label: str = "") -> None:
    """A button for a file in one of :data:`pathways.exports.FORMATS`.

    Args:
        make: gives what is written, such as a map; it is asked when the button is pressed.
        name: the name of the file, without the suffix.
        label: what the button says, if not what the format is called.
    """
    chosen = FORMATS[format_name]
    st.download_button(
        label or chosen.label,
        lambda: chosen.write(make(), pack),
        file_name=f"{name}.{chosen.suffix}",
        mime=chosen.mime,
        on_click="ignore",
    )


def show_csv(pack: Pack, label: str, name: str, table: Callable[[], pd.DataFrame]) -> None:
    """A button for a table as a CSV file that is named after its subject and the date of the data."""
    show_file(pack, "table.csv", table, f"{name}-{pack.info.date:%Y-%m-%d}", label)
