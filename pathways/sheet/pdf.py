"""The sheet as a PDF on A4: tagged, searchable, with the project's own typeface."""

from __future__ import annotations

import json
from dataclasses import asdict
from itertools import chain
from pathlib import Path
from typing import Any

import typst

from pathways import qr
from pathways.sheet import icons, wording
from pathways.sheet.content import NOT_ADVICE, KeyFigure, OptionBand, Sheet, Side
from pathways.sheet.letters import FACES, boxed, texts_in, unprintable
from pathways.theme import LIGHT, TYPEFACE

ICON_WIDTH = 12
"""How wide a grid stands on paper, in millimetres."""

TYPE_SIZES = (11.5, 11.0, 10.5, 10.0, 9.5, 9.0)
"""The sizes of type that are tried, in points, the largest first."""

EASY_SIZE = 10.5
"""Type of this size is easy to read: a smaller one is taken only where the sheet needs both of its sides."""

SIDES = 2
"""A sheet of paper is printed on both sides where one is not enough."""

OVERLONG_SIZE = 10.0
"""The size of a sheet that needs more paper anyway."""

_TEMPLATE = Path(__file__).with_name("sheet.typ").read_bytes()


LARGE_PRINT = 15.0
"""The size of type for people who read large print, in points; it takes more than one page."""


def pdf(sheet: Sheet, size: float | None = None) -> bytes:
    """The sheet as a PDF/UA-1 file. Its words reach the typesetter as data and are never read as markup.

    The type has the given size in points, or else is as large as leaves the sheet on one paper; a sheet
    that is too long for both of its sides runs on. A letter without a face is an empty box, and the sheet
    says so; a word that is longer than its line is broken.
    """
    setting = _setting(sheet, size or type_size(sheet) or OVERLONG_SIZE)
    return bytes(typst.compile(_TEMPLATE, format="pdf", pdf_standards=["ua-1"], **setting))


def letters_not_in_pdf(sheet: Sheet) -> tuple[str, ...]:
    """The letters of a sheet that its PDF cannot print, each once, in the order in which they stand there."""
    return unprintable(texts_in(_values(sheet)))


def type_size(sheet: Sheet) -> float | None:
    """The largest type, in points, with which the sheet stands on its paper; None if there is none.

    One side is enough if the type there is easy to read; otherwise both sides are used.
    """
    easy = (size for size in TYPE_SIZES if size >= EASY_SIZE and pages(sheet, size) == 1)
    both = (size for size in TYPE_SIZES if pages(sheet, size) <= SIDES)
    return next(chain(easy, both), None)


def pages(sheet: Sheet, size: float) -> int:
    """On how many pages the sheet stands with type of this size."""
    (count,) = json.loads(typst.query(_TEMPLATE, "<pages>", field="value", **_setting(sheet, size)))
    return int(count)


def _setting(sheet: Sheet, size: float) -> dict[str, Any]:
    values = _values(sheet)
    letters = unprintable(texts_in(values))
    said = {**boxed(values, letters), "boxes": wording.BOXES if letters else ""}
    inputs = {
        "sheet": json.dumps(said, ensure_ascii=False),
        "size": f"{size}",
        "colours": json.dumps(asdict(LIGHT)),
        "typeface": TYPEFACE,
    }
    return {"sys_inputs": inputs, **FACES}


def _values(sheet: Sheet) -> dict[str, object]:
    """What the template asks for: words, lists of words, and drawings as text."""
    return {
        "title": f"{wording.HEADING}: {sheet.title}",
        "heading": wording.HEADING,
        "decision": sheet.decision,
        "about_heading": wording.ABOUT,
        "about": sheet.about,
        "undoing_heading": wording.UNDOING,
        "recovery_heading": wording.RECOVERY,
        "agreed_heading": wording.AGREED,
        "agreed": sheet.person.agreed.splitlines(),
        "not_for_heading": wording.NOT_FOR,
        "not_known_heading": wording.NOT_KNOWN,
        "warning": sheet.warning,
        "options_heading": wording.OPTIONS,
        "options": [_option(option) for option in sheet.options],
        "sides": [side.heading for side in sheet.options[0].sides],
        "differs": sheet.differs,
        "key": wording.key(sheet),
        "icon_width": ICON_WIDTH,
        "matters_heading": wording.MATTERS,
        "matters": [{"lead": lead, "words": words} for lead, words in sheet.matters],
        "no_matters": wording.NO_MATTERS,
        "questions_heading": wording.QUESTIONS,
        "questions": list(sheet.person.questions),
        "notes_heading": wording.NOTES,
        "notes": sheet.person.notes.splitlines(),
        "sources_heading": wording.SOURCES,
        "sources": [{"number": s.number, "words": s.words, "link": s.link} for s in sheet.sources],
        "footer": [NOT_ADVICE, sheet.version, sheet.review, sheet.funding],
        "address": sheet.address,
        "code": qr.svg(sheet.address) if sheet.address else "",
        "code_words": f"{wording.CODE} {sheet.address}",
    }


def _option(option: OptionBand) -> dict[str, object]:
    return {
        "name": option.node.plain_label,
        "clinical": option.node.clinical_label,
        "what": option.what,
        "not_for": option.not_for,
        "recovery": option.recovery,
        "undoing": option.undoing,
        "not_known": wording.not_known(option),
        "sides": [_side(side) for side in option.sides],
    }


def _side(side: Side) -> dict[str, object]:
    return {
        "figures": [_figure(figure) for figure in side.figures],
        "nothing": side.nothing,
        "besides": side.besides,
        "more": wording.more(side),
    }


def _figure(figure: KeyFigure) -> dict[str, object]:
    return {
        "says": figure.says,
        "source": figure.source,
        "facts": wording.facts(figure),
        "take_care": figure.take_care,
        "icons": [
            {"svg": icons.svg(drawn.array), "words": drawn.array.words, "caption": drawn.caption}
            for drawn in figure.icons
        ],
        "disagree": wording.disagree(figure),
        "disagrees": " ".join(wording.disagreements(figure)),
    }
