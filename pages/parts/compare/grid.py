"""The table that comes first: a row a question, a column an option, at most one figure a cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pages.parts.compare.bars import bar_html
from pages.parts.compare.rows import RowWriter
from pages.shared.prose_html import node_link
from pages.shared.templates import rendered
from pathways.comparison import Glance, Row, glances
from pathways.model import CompareRow, Node, Pack

CAPTION = (
    "At most one figure a cell. Which one is a fixed rule: serious harms first, never by result. "
    "Nothing is ranked. Open a row for all that is known."
)


@dataclass(frozen=True)
class GridRow:
    """A row of the table: its question, what an option answers from, the cells, and why it stands here."""

    asked: CompareRow
    row: Row
    note: str = ""


class GridWriter:
    """Writes the table with the rows that open below each question."""

    def __init__(self, pack: Pack, options: Sequence[Node], writer: RowWriter) -> None:
        self._pack = pack
        self._options = options
        self._writer = writer

    def grid_html(self, rows: Sequence[GridRow], opened: str | None, *, with_squares: bool = True) -> Markup:
        """The table; ``opened`` is the id of the row that stands open, and bars go with the squares."""
        told = glances(self._pack, self._options, [(row.asked, row.row.cells) for row in rows])
        # Those in brief are written last: a figure that speaks in their words stands whole under its own row.
        whole = {
            row.row.id: self._writer.row_html(row.row, self._options, with_squares=with_squares)
            for row in sorted(rows, key=lambda row: row.asked.in_brief)
        }
        written = [
            {
                "question": row.row.question,
                "note": row.note,
                "is_apart": bool(row.row.heterogeneity),
                "is_shared": bool(row.row.shared_studies),
                "is_open": row.row.id == opened,
                "cells": self._cells(row, cells),
                "count": sum(len(cell.readings) + len(cell.indirect) for cell in row.row.cells),
                "html": whole[row.row.id],
            }
            for row, cells in zip(rows, told, strict=True)
        ]
        heads = [node_link(self._pack, option.id) for option in self._options]
        return rendered("compare/grid.html", caption=CAPTION, options=heads, rows=written)

    def _cells(self, row: GridRow, cells: Sequence[Glance]) -> list[dict[str, object]]:
        return [
            {"option": option.plain_label, "html": self._cell(row, one)}
            for option, one in zip(self._options, cells, strict=True)
        ]

    def _cell(self, row: GridRow, one: Glance) -> Markup:
        return rendered(
            "compare/glance.html",
            one=one,
            row_id=row.row.id,
            bar=bar_html(one.lead.brief.bar) if one.lead else "",
            words=self._writer.prose(one.words),
            sections=[(told.head, *self._writer.prose([told.words])) for told in one.sections],
            ways=[node_link(self._pack, way.target, way.words) for way in one.ways],
        )
