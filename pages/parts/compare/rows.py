"""The rows of a comparison as HTML: each question with a cell for each option, all of the same make."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from pages.parts.compare.icon_array import icon_array_html
from pages.shared.node_card import USUAL_PRACTICE
from pages.shared.prose_html import Citations, emergency_html, explained, list_html, node_link, prose_html
from pages.shared.templates import rendered
from pathways.charts.icon_array import of_option
from pathways.comparison import VISIBLE, Cell, Row
from pathways.evidence import Reading, reading
from pathways.model import Finding, Node, Pack
from pathways.text import markup
from pathways.text.sentences import joined

SHOWN = 2
"""How many paragraphs under a heading are open at first."""

FEW_HEADS = 2
"""A cell with more headings than this opens with one paragraph under each."""


class RowWriter:
    """Writes rows that share one list of sources."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self.citations = Citations(pack)
        self._told: set[str] = set()

    def row_html(
        self, row: Row, options: Sequence[Node], note: str = "", *, with_squares: bool = True
    ) -> Markup:
        """One question with its cells; ``note`` says why the row stands where it does."""
        cells = [
            {"option": node_link(self._pack, option.id), **self._cell(row, cell, with_squares=with_squares)}
            for option, cell in zip(options, row.cells, strict=True)
        ]
        return rendered("compare/row.html", row=row, cells=cells, note=note, emergency=self._emergency(row))

    def _emergency(self, row: Row) -> Markup:
        """The signs that need help at once: one list beside the row, to which each choice with them leads."""
        emergency = self._pack.info.emergency
        if emergency is None or not any(cell.shows_emergency for cell in row.cells):
            return Markup("")
        return emergency_html(self._pack, emergency, self.citations, anchor=f"signs-{row.id}")

    def _cell(self, row: Row, cell: Cell, *, with_squares: bool) -> dict[str, object]:
        visible, collapsed = self._groups(cell)
        return {
            "visible": visible,
            "collapsed": collapsed,
            "collapsed_count": sum(len(paragraphs) for _, paragraphs in collapsed),
            **self._figures(cell, with_squares=with_squares),
            "gaps": cell.gaps,
            "shows_emergency": cell.shows_emergency,
            "own_emergency": list_html(self._pack, cell.own_emergency, self.citations)
            if cell.own_emergency
            else "",
            "untold": USUAL_PRACTICE if row.id in self._undoing_rows and not _cites(cell) else "",
        }

    def _figures(self, cell: Cell, *, with_squares: bool) -> dict[str, tuple[list[Markup], list[Markup]]]:
        """The figures that are open at first and those that are folded away; grave ones never are."""
        found: dict[str, tuple[list[Markup], list[Markup]]] = {}
        room = VISIBLE
        for name, readings in (("direct", cell.readings), ("indirect", cell.indirect)):
            grave = sum(told.id in self._pack.compare.grave for told in readings)
            shown = max(room, grave)
            drawn = with_squares and name == "direct"  # other people are not drawn beside this option's
            written = [self._finding(told, with_squares=drawn) for told in readings]
            found[name] = (written[:shown], written[shown:])
            room = max(0, room - len(readings))
        return found

    @property
    def _undoing_rows(self) -> set[str]:
        return {row.id for row in self._pack.compare.rows if row.holds_undoing}

    def _groups(self, cell: Cell) -> tuple[list[tuple[str, list[Markup]]], list[tuple[str, list[Markup]]]]:
        """The paragraphs under their headings: those that are open at first, and the rest."""
        groups: dict[str, list[Markup]] = {}
        for paragraph in cell.paragraphs:
            groups.setdefault(paragraph.head, []).append(self._prose(paragraph.words))
        most = 1 if len(groups) > FEW_HEADS else SHOWN
        visible = [(head, paragraphs[:most]) for head, paragraphs in groups.items()]
        collapsed = [(head, paragraphs[most:]) for head, paragraphs in groups.items() if paragraphs[most:]]
        return visible, collapsed

    def _prose(self, words: str) -> Markup:
        """A paragraph; a finding that speaks in it gets all its facts."""
        html = Markup("")
        for part in markup.parted_at_quotes(words):
            if isinstance(part, markup.Quote):
                html += self._spoken(self._pack.finding[part.id])
            else:
                html += prose_html(self._pack, [part], self.citations)
        return html

    def _finding(self, told: Reading, *, with_squares: bool) -> Markup:
        figure = joined((told.estimate, told.compared), ", ")
        arrays = of_option(told) if with_squares else ()
        return rendered(
            "compare/finding.html",
            told=told,
            cite=self.citations.mark(told.id),
            grids=[(icon_array_html(array), array) for array in arrays],
            figure=figure if arrays else "",
            facts=self._facts_html(told, figure="" if arrays else figure),
            disagrees=self._disagreeing(told.finding),
            reported_group=told.finding.population if told.finding.population != told.population else "",
        )

    def _disagreeing(self, finding: Finding) -> list[Markup]:
        """What other studies say; what the page has said before is pointed to."""
        told, seen = [], {}
        for other in finding.conflicts_with:
            mark = self.citations.mark(other)
            if other in self._told:
                seen[mark] = Markup("See {}").format(mark)
            else:
                told.append(Markup("{} {}").format(self._pack.finding[other].plain, mark))
            self._told.add(other)
        return [*told, *seen.values()]

    def _spoken(self, finding: Finding) -> Markup:
        told = reading(self._pack, finding, "patients")
        cite = self.citations.mark(finding.finding_id)
        return rendered("compare/spoken.html", told=told, cite=cite, facts=self._facts_html(told))

    def _facts_html(self, told: Reading, figure: str = "") -> list[tuple[str, Markup]]:
        """What must stand beside every number, with hard words explained, such as what a cohort study is."""
        name, figure = ("Figure", figure) if told.estimate else _compared(figure)
        facts = (
            (name, figure),
            ("Who", told.population),
            ("When", told.follow_up),
            ("Range", told.interval),
            ("Study", joined((told.design, told.size, told.funding), ", ")),
            ("Take care", told.caution),
        )
        return [(name, explained(words, self.citations)) for name, words in facts if words]


def _cites(cell: Cell) -> bool:
    return any(markup.cites(paragraph.words) for paragraph in cell.paragraphs)


def _compared(words: str) -> tuple[str, str]:
    """A comparison that has no number of its own is no figure: its name says what it is.

    >>> _compared("compared with people who drank water")
    ('Compared with', 'people who drank water')
    >>> _compared("")
    ('Figure', '')
    """
    lead = "compared with "
    return ("Compared with", words.removeprefix(lead)) if words.startswith(lead) else ("Figure", words)
