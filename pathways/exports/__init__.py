"""What can be taken away, in formats that others read: one module a format, and one list of all of them.

The app, the command line and the tests take formats from :data:`FORMATS`. A format is named after what it
holds and its suffix, such as ``map.svg``; to add one, write its module and its line here.
"""

from __future__ import annotations

from collections.abc import Mapping

from pathways.exports import csv, png, sheets, svg
from pathways.exports.format import Format
from pathways.model import by_id

__all__ = ["FORMATS", "Format"]

FORMATS: Mapping[str, Format] = by_id(
    "format",
    (
        ("map.svg", svg.MAP),
        ("map.png", png.MAP),
        ("table.csv", csv.TABLE),
        ("sheet.pdf", sheets.PDF),
        ("sheet-large.pdf", sheets.LARGE_PDF),
        ("sheet.html", sheets.HTML),
        ("sheet.txt", sheets.TEXT),
    ),
)
"""Every format by its name; an unknown one raises ``UnknownIdError``, which names those that are like it."""
