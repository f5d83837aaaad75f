"""The page to take home: one extraction (:mod:`~pathways.sheet.content`), and its faces.

A sheet is worked out once from the pack and from what a person chose; it is then shown as a PDF on A4, as a
page of HTML that stands alone, and as plain text for a record. All three say the same.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from pathways.model import Pack
from pathways.sheet.content import MOST_OPTIONS, NOT_ADVICE, Person, Sheet, sheet
from pathways.sheet.page import body, html
from pathways.sheet.pdf import EASY_SIZE, LARGE_PRINT, SIDES, letters_not_in_pdf, pages, pdf, type_size
from pathways.sheet.plain import text
from pathways.sheet.wording import AGREED

__all__ = [
    "AGREED",
    "LARGE_PRINT",
    "MOST_OPTIONS",
    "NOT_ADVICE",
    "Person",
    "Sheet",
    "body",
    "html",
    "letters_not_in_pdf",
    "one_sheet",
    "pages",
    "pdf",
    "sheet",
    "text",
    "type_size",
]


def one_sheet(
    pack: Pack, options: Sequence[str], person: Person, *, made: dt.date, address: str = "", about: str = ""
) -> Sheet:
    """The sheet with as many figures as fit on the two sides of one paper, as many for each option and side.

    Two benefits and two harms of each option, if that leaves the type easy to read; otherwise one of each.
    What a person wrote is never cut: a sheet that is too long even so runs on to a second paper.
    """
    full = sheet(pack, options, person, made=made, address=address, about=about)
    if pages(full, EASY_SIZE) <= SIDES:
        return full
    return sheet(pack, options, person, made=made, address=address, about=about, most=1)
