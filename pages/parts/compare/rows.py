"""The rows of a comparison as HTML: each question with a cell for each option, all of the same make."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup

from pages.parts.compare.icon_array import icon_array_html
from pages.shared.node_card import USUAL_PRACTICE
from pages.shared.prose_html import Citations, emergency_html, explained, list_html, node_link, prose_html
from pages.shared.templates import rendered
from pathways import evidence
from pathways.charts.icon_array import of_option
from pathways.comparison import VISIBLE, Cell, Row
from pathways.model import Finding, Node, Pack, vocabulary

SHOWN = 2
"""How many paragraphs under a heading are open at first."""

FEW_HEADS = 2
"""A cell with more headings than this opens with one paragraph under each."""

_SPOKEN = re.compile(r"\{([a-z0-9][a-z0-9_-]*)\}")


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
            "untold": USUAL_PRACTICE
            if row.id in self._undoing_rows and "[" not in "".join(cell.words)
            else "",
        }

    def _figures(self, cell: Cell, *, with_squares: bool) -> dict[str, tuple[list[Markup], list[Markup]]]:
        """The figures that are open at first and those that are folded away; grave ones never are."""
        found: dict[str, tuple[list[Markup], list[Markup]]] = {}
        room = VISIBLE
        for name, findings in (("direct", cell.findings), ("indirect", cell.indirect)):
            grave = sum(finding.finding_id in self._pack.compare.grave for finding in findings)
            shown = max(room, grave)
            drawn = with_squares and name == "direct"  # other people are not drawn beside this option's
            written = [self._finding(finding, with_squares=drawn) for finding in findings]
            found[name] = (written[:shown], written[shown:])
            room = max(0, room - len(findings))
        return found

    @property
    def _undoing_rows(self) -> set[str]:
        return {row.id for row in self._pack.compare.rows if row.holds_undoing}

    def _groups(self, cell: Cell) -> tuple[list[tuple[str, list[Markup]]], list[tuple[str, list[Markup]]]]:
        """The paragraphs under their headings: those that are open at first, and the rest."""
        groups: dict[str, list[Markup]] = {}
        for head, words in zip(cell.heads, cell.words, strict=True):
            groups.setdefault(head, []).append(self._prose(words))
        most = 1 if len(groups) > FEW_HEADS else SHOWN
        visible = [(head, paragraphs[:most]) for head, paragraphs in groups.items()]
        collapsed = [(head, paragraphs[most:]) for head, paragraphs in groups.items() if paragraphs[most:]]
        return visible, collapsed

    def _prose(self, words: str) -> Markup:
        """A paragraph; a finding that speaks in it gets all its facts."""
        html = Markup("")
        for place, part in enumerate(_SPOKEN.split(words)):
            if place % 2:
                html += self._spoken(self._pack.finding[part])
            elif part.strip():
                html += prose_html(self._pack, [part.strip()], self.citations)
        return html

    def _finding(self, finding: Finding, *, with_squares: bool) -> Markup:
        told = finding.for_patients()
        amount = _sentence(evidence.amount(told), evidence.comparison(told))
        arrays = of_option(self._pack, told) if with_squares else ()
        return rendered(
            "compare/finding.html",
            finding=told,
            cite=self.citations.mark(finding.finding_id),
            grids=[(icon_array_html(array), array) for array in arrays],
            amount=amount if arrays else "",
            facts=self._facts_html(told, figure="" if arrays else amount),
            disagrees=self._disagreeing(finding),
            group=evidence.group(finding) if finding.population != told.population else "",
            nearness=vocabulary.DIRECTNESS_LABELS[finding.directness],
            study=evidence.study(self._pack, finding),
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
        told = finding.for_patients()
        cite = self.citations.mark(finding.finding_id)
        return rendered("compare/spoken.html", finding=told, cite=cite, facts=self._facts_html(told))

    def _facts(self, finding: Finding) -> list[tuple[str, str]]:
        """What must stand beside every number."""
        source = self._pack.source[finding.source_id]
        study = (
            vocabulary.DESIGN_LABELS[source.design],
            evidence.size(finding, source),
            vocabulary.FUNDING_LABELS[source.funding],
        )
        return [
            ("Who", evidence.group(finding)),
            ("When", evidence.time(finding)),
            ("Range", evidence.spread(finding)),
            ("Study", ", ".join(study)),
            ("Take care", finding.caution),
        ]

    def _facts_html(self, finding: Finding, figure: str = "") -> list[tuple[str, Markup]]:
        """The facts with hard words explained, such as what a cohort study is."""
        has_number = bool(evidence.amount(finding))
        name, figure = ("Figure", figure) if has_number else _compared(figure)
        facts = [(name, figure), *self._facts(finding)]
        return [(name, explained(words, self.citations)) for name, words in facts if words]


def _compared(words: str) -> tuple[str, str]:
    """A comparison that has no number of its own is no figure: its name says what it is.

    >>> _compared("compared with people who drank water")
    ('Compared with', 'people who drank water')
    >>> _compared("")
    ('Figure', '')
    """
    lead = "compared with "
    return ("Compared with", words.removeprefix(lead)) if words.startswith(lead) else ("Figure", words)


def _sentence(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
