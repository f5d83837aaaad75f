"""What a format is: how it is called, what a computer calls it, and how it is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from pathways.model import Pack

Subject = Literal["map", "table", "sheet", "pathway", "sources", "records", "cards"]
"""What a file is made from; see :func:`pathways.exports.whole` for those that a pack alone gives."""


@dataclass(frozen=True)
class Format:
    """A way to write something of a pack as a file.

    ``label`` is what a button says, ``suffix`` ends the name of the file, and ``mime`` is its media type.
    ``write`` takes what is written (a map, a table, a sheet) and the pack that it is of; ``subject`` says
    which of these. ``holds`` is what a file of a whole pack is called, and ``read_by`` names who opens it.
    """

    label: str
    suffix: str
    mime: str
    write: Callable[[Any, Pack], bytes]
    subject: Subject
    holds: str = ""
    read_by: str = ""

    def file_name(self, pack: Pack) -> str:
        """The name of a file of the whole pack: which pack, what of it, and which version of its data."""
        return f"{pack.info.id}-{self.holds}-{pack.info.version}-{pack.info.date:%Y-%m-%d}.{self.suffix}"


def version(pack: Pack) -> str:
    """Which data a file was made from."""
    return f"{pack.info.title}, data version {pack.info.version} of {pack.info.date:%Y-%m-%d}"


def licence(pack: Pack) -> str:
    """Under which terms the data may be used."""
    return f"Licence: {pack.info.licence or 'not stated'}."
