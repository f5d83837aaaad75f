"""The rows of a comparison as HTML: each question with a cell for each option, all of the same make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from pages.parts.compare.icon_array import icon_array_html
from pages.shared.node_card import USUAL_PRACTICE
from pages.shared.prose_html import Citations, emergency_html, explained, list_html, node_link, prose_html
from pages.shared.templates import rendered
from pathways.charts.icon_array import of_option
from pathways.comparison import VISIBLE, Cell, Row, told_beside
from pathways.evidence import Reading, is_share, reading
from pathways.model import Finding, Node, Pack
from pathways.text import markup
from pathways.text.sentences import joined

SHOWN = 2
"""How many paragraphs under a heading are open at first."""

FEW_HEADS = 2
"""A cell with more headings than this opens with one paragraph under each."""


Told = tuple[str, bool]
"""A finding, and whether it is told from the group that it compared with."""


class RowWriter:
    """Writes rows that share one list of sources and tell each figure once."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self.citations = Citations(pack)
        self._disagreed: set[str] = set()
        self._places: dict[Told, str] = {}

    def row_html(self, row: Row, options: Sequence[Node], *, with_squares: bool = True) -> Markup:
        """All that is known on one question, with a cell for each option."""
        cells = [
            {
                "option": node_link(self._pack, option.id),
                **self._cell(row, option, cell, with_squares=with_squares),
            }
            for option, cell in zip(options, row.cells, strict=True)
        ]
        return rendered("compare/row.html", row=row, cells=cells)

    def signs_html(self, rows: Iterable[Row]) -> Markup:
        """The signs that need help at once: one list for the page, to which each choice with them leads."""
        emergency = self._pack.info.emergency
        row = next((row for row in rows if any(cell.shows_emergency for cell in row.cells)), None)
        if emergency is None or row is None:
            return Markup("")
        signs = emergency_html(self._pack, emergency, self.citations, anchor=f"signs-{row.id}")
        heading, call = emergency.heading, emergency.call
        return rendered("compare/signs.html", heading=heading, call=call, signs=signs)

    def prose(self, paragraphs: Iterable[str]) -> list[Markup]:
        """Paragraphs with their marks resolved, as they stand in the table."""
        return [prose_html(self._pack, [words], self.citations) for words in paragraphs]

    def _cell(self, row: Row, option: Node, cell: Cell, *, with_squares: bool) -> dict[str, object]:
        own = f"{row.id}-{option.id}"
        figures = self._figures(
            own, option, cell, with_squares=with_squares
        )  # before the words that point to them
        visible, collapsed = self._groups(own, cell)
        return {
            "visible": visible,
            "collapsed": collapsed,
            "collapsed_count": sum(len(paragraphs) for _, paragraphs in collapsed),
            **figures,
            "gaps": cell.gaps,
            "shows_emergency": cell.shows_emergency,
            "own_emergency": list_html(self._pack, cell.own_emergency, self.citations)
            if cell.own_emergency
            else "",
            "untold": USUAL_PRACTICE if row.id in self._undoing_rows and not _cites(cell) else "",
        }

    def _figures(
        self, own: str, option: Node, cell: Cell, *, with_squares: bool
    ) -> dict[str, tuple[list[Markup], list[Markup]]]:
        """The figures that are open at first and those that are folded away; grave ones never are."""
        found: dict[str, tuple[list[Markup], list[Markup]]] = {}
        room = VISIBLE
        for name, readings in (("direct", cell.readings), ("indirect", cell.indirect)):
            grave = sum(told.id in self._pack.compare.grave for told in readings)
            shown = max(room, grave)
            drawn = with_squares and name == "direct"  # other people are not drawn beside this option's
            written = [self._finding(own, option, told, with_squares=drawn) for told in readings]
            found[name] = (written[:shown], written[shown:])
            room = max(0, room - len(readings))
        return found

    @property
    def _undoing_rows(self) -> set[str]:
        return {row.id for row in self._pack.compare.rows if row.holds_undoing}

    def _is_below(self, own: str, place: str) -> bool:
        """Does a figure stand below the words of a cell: in the same cell, or under a row in brief?"""
        in_brief = (row.id for row in self._pack.compare.rows if row.in_brief)
        return place.startswith(f"figure-{own}-") or any(own.startswith(f"{row_id}-") for row_id in in_brief)

    def _groups(
        self, own: str, cell: Cell
    ) -> tuple[list[tuple[str, list[Markup]]], list[tuple[str, list[Markup]]]]:
        """The paragraphs under their headings: those that are open at first, and the rest."""
        groups: dict[str, list[Markup]] = {}
        for paragraph in cell.paragraphs:
            groups.setdefault(paragraph.head, []).append(self._prose(own, paragraph.words))
        most = 1 if len(groups) > FEW_HEADS else SHOWN
        visible = [(head, paragraphs[:most]) for head, paragraphs in groups.items()]
        collapsed = [(head, paragraphs[most:]) for head, paragraphs in groups.items() if paragraphs[most:]]
        return visible, collapsed

    def _prose(self, own: str, words: str) -> Markup:
        """A paragraph; a finding that speaks in it gets all its facts, wherever it has not been told."""
        html = Markup("")
        for part in markup.parted_at_quotes(words):
            if isinstance(part, markup.Quote):
                html += self._spoken(own, self._pack.finding[part.id])
            else:
                html += prose_html(self._pack, [part], self.citations)
        return html

    def _finding(self, own: str, option: Node, told: Reading, *, with_squares: bool) -> Markup:
        key = (told.id, told.is_swapped)
        if key in self._places:
            return self._see(told, self._places[key], "above")
        self._places[key] = f"figure-{own}-{told.id}"
        figure = joined((told.estimate, told.compared), ", ")
        arrays = of_option(told) if with_squares else ()
        is_in_people = is_share(told.finding)
        shown = "" if arrays else figure if is_in_people else told.compared
        return rendered(
            "compare/finding.html",
            told=told,
            place=self._places[key],
            cite=self.citations.mark(told.id),
            grids=[(icon_array_html(array), array) for array in arrays],
            figure=figure if arrays or not is_in_people else "",
            statistics="" if is_in_people or "interval" in told.missing else told.interval,
            facts=self._facts_html(told, figure=shown),
            disagrees=self._disagreeing(option, told.finding),
            reported_group=told.finding.population if told.finding.population != told.population else "",
        )

    def _see(self, told: Reading, place: str, where: str) -> Markup:
        """A figure that this page tells elsewhere, and the way there."""
        cite = self.citations.mark(told.id)
        return rendered("compare/told.html", outcome=told.outcome, place=place, where=where, cite=cite)

    def _disagreeing(self, option: Node, finding: Finding) -> list[Markup]:
        """What other studies say; what the page has said before is pointed to."""
        told, seen = [], {}
        for other in finding.conflicts_with:
            mark = self.citations.mark(other)
            if place := self._places.get((other, False)):
                seen[mark] = Markup('See <a href="#{}">above</a> {}').format(place, mark)
            elif other in self._disagreed:
                seen[mark] = Markup("See {}").format(mark)
            else:
                words = told_beside(self._pack, option, self._pack.finding[other])
                told.append(Markup("{} {}").format(words, mark))
            self._disagreed.add(other)
        return [*told, *seen.values()]

    def _spoken(self, own: str, finding: Finding) -> Markup:
        told = reading(self._pack, finding, "patients")
        if place := self._places.get((finding.finding_id, False)):
            return self._see(told, place, "below" if self._is_below(own, place) else "above")
        self._places[finding.finding_id, False] = place = f"figure-{own}-{finding.finding_id}"
        cite = self.citations.mark(finding.finding_id)
        facts = self._facts_html(told)
        return rendered("compare/spoken.html", told=told, place=place, cite=cite, facts=facts)

    def _facts_html(self, told: Reading, figure: str = "") -> list[tuple[str, Markup]]:
        """What must stand beside every number, with hard words explained, such as what a cohort study is."""
        name, figure = ("Figure", figure) if is_share(told.finding) else _compared(figure)
        facts = (
            (name, figure),
            ("Who", told.population),
            ("When", told.brief.time),
            ("Range", _range(told)),
            ("Study", joined((told.design, told.size, told.funding), ", ")),
            ("Take care", told.caution),
        )
        return [(name, explained(words, self.citations)) for name, words in facts if words]


def _range(told: Reading) -> str:
    """The range in people, or that none was reported; that of a score stands one step deeper."""
    is_told_here = is_share(told.finding) or "interval" in told.missing
    return told.interval if is_told_here else ""


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
