"""A comparison at a glance: in each cell one line and at most one figure, and how much more there is.

Which figure leads is no choice by hand: it is the first in the order of the comparison
(:func:`pathways.comparison.in_order`), which never follows a result.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pathways.comparison.cells import Cell, Paragraph
from pathways.evidence import Reading
from pathways.model import CompareRow, Node, Pack
from pathways.text import markup, readability

FEW = 2
"""How many places that follow an option are named in its cell."""


@dataclass(frozen=True)
class Glance:
    """One cell of the table.

    ``lead`` is the first figure, and ``says`` its line where it is no share of people. ``words`` are prose
    with marks that answers in full, ``sections`` the first paragraph under each heading of the card, ``ways``
    the first places that follow, ``gaps`` what is said to be missing. ``more`` counts the other figures and
    ``partly`` those that answer only in part; ``more_ways`` and ``has_more_gaps`` tell what else stands
    there, and ``has_words`` that the card speaks of it. ``above`` is the id of the row that has told the lead
    for this option before.
    """

    lead: Reading | None = None
    says: str = ""
    words: tuple[str, ...] = ()
    sections: tuple[Paragraph, ...] = ()
    ways: tuple[markup.Link, ...] = ()
    gaps: tuple[str, ...] = ()
    more: int = 0
    partly: int = 0
    more_ways: int = 0
    has_more_gaps: bool = False
    has_words: bool = False
    above: str = ""


def glances(
    pack: Pack, options: Sequence[Node], rows: Sequence[tuple[CompareRow, Sequence[Cell]]]
) -> tuple[tuple[Glance, ...], ...]:
    """The cells of each row; a figure that has led for an option is not told for it again."""
    told: dict[tuple[str, Reading], str] = {}
    return tuple(
        tuple(_glance(pack, row, cell, option, told) for option, cell in zip(options, cells, strict=True))
        for row, cells in rows
    )


def _glance(
    pack: Pack, row: CompareRow, cell: Cell, option: Node, told: dict[tuple[str, Reading], str]
) -> Glance:
    lead = cell.readings[0] if cell.readings else None
    above = told.setdefault((option.id, lead), row.id) if lead else row.id
    ways = _ends(cell) if row.ways else ()
    gaps = tuple(_gap_in_brief(pack, row, gap.said) for gap in cell.gaps)
    first = gaps[:1] if row.holds_gaps else gaps
    return Glance(
        lead=lead,
        says=in_brief(pack, lead) if lead else "",
        words=tuple(paragraph.words for paragraph in cell.paragraphs if not paragraph.head),
        sections=_first_of_sections(cell) if row.in_brief else (),
        ways=ways[:FEW],
        gaps=first,
        more=max(0, len(cell.readings) - 1),
        partly=len(cell.indirect),
        more_ways=len(ways[FEW:]),
        has_more_gaps=row.holds_gaps and first != tuple(gap.said for gap in cell.gaps),
        has_words=bool(row.matter) and any(paragraph.head for paragraph in cell.paragraphs),
        above="" if above == row.id else above,
    )


def _first_of_sections(cell: Cell) -> tuple[Paragraph, ...]:
    """The first paragraph under each heading; a finding that speaks in it is cited, as a line has no room."""
    first: dict[str, Paragraph] = {}
    for told in cell.paragraphs:
        first.setdefault(told.head, Paragraph(told.head, markup.citing_quotes(told.words)))
    return tuple(first.values())


def _ends(cell: Cell) -> tuple[markup.Link, ...]:
    """The places that its ways lead to."""
    pieces = (piece for paragraph in cell.paragraphs for piece in markup.pieces(paragraph.words))
    return tuple(piece for piece in pieces if isinstance(piece, markup.Link))


def in_brief(pack: Pack, told: Reading) -> str:
    """The line of a figure that is no share of people: as the pack words it, or what it says to patients."""
    if told.brief.figure:
        return ""
    lines = {line.finding: line.says for line in pack.compare.brief}
    return lines.get(told.id, told.says)


def _gap_in_brief(pack: Pack, row: CompareRow, said: str) -> str:
    """What is missing; a longer text in its first sentence, or in the line that the pack has for it."""
    if said == pack.compare.none_grave and pack.compare.none_grave_in_brief:
        return pack.compare.none_grave_in_brief
    return next(iter(readability.sentences_of(said)), said) if row.holds_gaps else said
