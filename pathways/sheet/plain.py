"""The sheet as plain text, to copy into a record."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from pathways.sheet import wording
from pathways.sheet.content import NOT_ADVICE, KeyFigure, OptionBand, Sheet, Side

WIDTH = 92
"""Columns of a line."""


def text(sheet: Sheet) -> str:
    """The whole sheet as lines of at most 92 columns, one section after the other.

    A word that is longer than a line is broken, but for addresses: those stay whole.
    """
    return "\n".join(_lines(sheet)) + "\n"


def _lines(sheet: Sheet) -> Iterator[str]:
    yield f"{wording.HEADING}: {sheet.title}".upper()
    if sheet.about:
        yield from _wrapped(f"{wording.ABOUT} {sheet.about}.")
    yield from _wrapped(sheet.decision)
    yield from _wrapped(f"Warning signs. {sheet.warning}")
    yield ""
    for line in (sheet.differs, wording.ORDER):
        yield from _wrapped(line)
    for option in sheet.options:
        yield from ("", *_option(option))
    yield from _section(wording.MATTERS, _matters(sheet))
    questions = [f"- {question}" for question in sheet.person.questions]
    yield from _section(wording.QUESTIONS, questions or ["-"])
    yield from _section(wording.AGREED, sheet.person.agreed.splitlines() or ["-"])
    yield from _section(wording.NOTES, sheet.person.notes.splitlines() or ["-"])
    yield from _section(
        wording.SOURCES,
        (f"[{s.number}] {s.words} {s.link or 'Link not known.'}" for s in sheet.sources),
    )
    yield ""
    for line in (NOT_ADVICE, sheet.version, sheet.review, sheet.funding):
        yield from _wrapped(line)
    if sheet.address:
        yield f"See it again: {sheet.address}"


def _section(heading: str, lines: Iterable[str]) -> Iterator[str]:
    yield from ("", heading.upper())
    for line in lines:
        yield from _wrapped(line)


def _matters(sheet: Sheet) -> list[str]:
    return [f"- {lead} {words}." for lead, words in sheet.matters] or [wording.NO_MATTERS]


def _option(option: OptionBand) -> Iterator[str]:
    yield from _wrapped(f"{option.node.plain_label} ({option.node.clinical_label})".upper())
    yield from _wrapped(option.what)
    if option.not_for:
        yield from _wrapped(f"{wording.NOT_FOR} {option.not_for}")
    yield from _wrapped(f"{wording.UNDOING} {option.undoing}")
    if option.recovery:
        yield from _wrapped(f"{wording.RECOVERY} {option.recovery}")
    if option.not_known:
        yield from _wrapped(f"{wording.NOT_KNOWN} {wording.not_known(option)}")
    for side in option.sides:
        yield from _side(side)


def _side(side: Side) -> Iterator[str]:
    yield side.heading
    if not side.figures:
        yield from _wrapped(side.nothing, "  ")
    for figure in side.figures:
        yield from _figure(figure)
    if side.besides:
        yield from _wrapped(side.besides, "  ")
    if more := wording.more(side):
        yield f"  {more}"


def _figure(figure: KeyFigure) -> Iterator[str]:
    yield from _wrapped(f"- {figure.says} [{figure.source}]", "  ")
    drawn = " ".join(f"{icons.caption}." for icons in figure.icons)
    yield from _wrapped(" ".join(part for part in (drawn, wording.facts(figure)) if part), "    ")
    if figure.icons and figure.figure:
        yield from _wrapped(f"As reported: {figure.figure}.", "    ")
    if figure.take_care:
        yield from _wrapped(f"Take care: {figure.take_care}", "    ")
    for other in wording.disagreements(figure):
        yield from _wrapped(f"Another study says: {other}", "    ")


def _wrapped(words: str, indent: str = "") -> list[str]:
    return textwrap.wrap(
        words,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=f"{indent}  " if words.startswith("- ") else indent,
        break_long_words="://" not in words,
        break_on_hyphens=False,
    )
