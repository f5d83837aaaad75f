"""What a format is: how it is called, what a computer calls it, and how it is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pathways.model import Pack


@dataclass(frozen=True)
class Format:
    """A way to write something of a pack as a file.

    ``label`` is what a button says, ``suffix`` ends the name of the file, and ``mime`` is its media type.
    ``write`` takes what is written (a map, a table, a sheet) and the pack that it is of.
    """

    label: str
    suffix: str
    mime: str
    write: Callable[[Any, Pack], bytes]


def version(pack: Pack) -> str:
    """Which data a file was made from."""
    return f"{pack.info.title}, data version {pack.info.version} of {pack.info.date:%Y-%m-%d}"
