"""What the evidence page shows, as its URL says it.

A part of the address that is not understood is left out, and a sentence says so: whoever follows an old
or mistyped link still sees the rows that the rest of it asks for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pages.shared.chart_formats import FORMATS
from pages.shared.url import Reader, change_url, link, meant
from pathways.evidence import cited
from pathways.model import Finding, Pack, Source
from pathways.search import selection
from pathways.search.selection import Selection

SUBJECTS: dict[selection.Subject, str] = {
    "all": "All figures",
    "how_often": "How often",
    "options": "Benefits and harms",
    "risk_factors": "Risk factors",
    "tests": "Tests",
    "criteria": "Criteria and timing",
    "cost": "Cost",
    "disagreements": "Disagreements",
    "gaps": "Not known",
    "sources": "Sources",
}
"""The subjects with their names, in order."""

TABLES, TABLES_LABEL = "tables", "At a glance"
"""The view that the page opens on, as an address names it and on its button, beside the subjects."""

ORDERS = {"counted": "By what was counted", "size": "By size"}
"""The orders of the table of how often, with their names."""

WAYS = {"list": "List", "table": "Table", "pictures": "Pictures"}
"""The ways of showing rows with their names."""

KINDS = {"shares": "Shares of people", "ratios": "Odds and risk ratios", "scores": "Pain and disability"}
"""The kinds of pictures with their names."""

_WHAT = {
    "node": "place",
    "outcome": "group of outcomes",
    "role": "kind of figure on this subject",
    "directness": "group of people studied",
    "design": "study design",
    "funding": "kind of funding",
    "checked": "answer to whether a row was checked",
}
"""What the words of each filter name, for the sentence about an unknown one."""

_PARTS_OF_LISTS = (
    *("subject", *selection.FILTERS),
    *("show", "kind", "save", "rows", "finding", "source", "drawn"),
)
"""The parts of an address that ask for a list, a table of figures, a picture or a card."""

ROWS = 20
"""How many rows a page begins with, and how many "show more" adds."""


@dataclass(frozen=True)
class EvidenceUrl:
    """What is asked for, how it is shown, which card is open, and what of the address made no sense."""

    selection: Selection
    way: str
    kind: str | None
    format: str
    rows: int
    finding: Finding | None
    source: Source | None
    is_drawn: bool
    is_tables: bool = False
    order: str = "counted"
    notes: tuple[str, ...] = ()

    def href(self, /, **changes: str | None) -> str:
        """A link to this page as it is now, with the named parts of the address changed."""
        return href(**{**self._parts, **changes})

    @property
    def view_name(self) -> str:
        """The figure or the source whose card is open, or the subject."""
        if self.finding:
            return self.finding.plain_outcome or self.finding.outcome
        return "One source" if self.source else SUBJECTS[self.selection.subject]

    def source_ids(self, pack: Pack) -> tuple[str, ...]:
        """The sources of the open card, or of all rows that fit, whether they are in sight or not."""
        if self.source:
            return (self.source.source_id,)
        if self.finding:
            others = (pack.finding[other] for other in self.finding.conflicts_with)
            return cited.of_findings((self.finding, *others))
        match self.selection.subject:
            case "gaps":
                return ()
            case "sources":
                return tuple(one.source_id for one in selection.selected_sources(pack, self.selection))
            case _:
                return cited.of_findings(selection.selected(pack, self.selection))

    @property
    def rows_are_set(self) -> bool:
        """Does the address say how many rows, beside the number that every list begins with?"""
        return self.rows != ROWS

    @property
    def _parts(self) -> dict[str, str | None]:
        """The parts that say what is shown; what was not understood does not travel on."""
        return {
            **selection_parts(self.selection),
            **({"subject": TABLES} if self.is_tables else {}),
            "sort": self.order if self.order != "counted" else None,
            "show": self.way if self.way != "list" else None,
            "kind": self.kind,
            "save": self.format if self.format != "svg" else None,
            "rows": str(self.rows) if self.rows != ROWS else None,
            "finding": self.finding.finding_id if self.finding else None,
            "source": self.source.source_id if self.source else None,
            "drawn": "yes" if self.is_drawn else None,
        }


def evidence_url(pack: Pack, params: Mapping[str, str]) -> EvidenceUrl:
    """Read the address; what is not understood is left out and noted."""
    reader = Reader(params)
    chosen = read_selection(pack, reader)
    finding = reader.name("finding", pack.finding, "figure")
    source = reader.name("source", pack.source, "source")
    return EvidenceUrl(
        selection=chosen,
        way=reader.name("show", WAYS, "way of showing rows called") or "list",
        kind=reader.name("kind", KINDS, "kind of picture"),
        format=reader.name("save", FORMATS, "format for pictures") or "svg",
        rows=reader.number("rows", "number of rows") or ROWS,
        finding=pack.finding[finding] if finding else None,
        source=pack.source[source] if source else None,
        is_drawn=reader.name("drawn", ["yes"], 'answer to "drawn"') == "yes",
        is_tables=_asks_for_tables(params, chosen),
        order=reader.name("sort", ORDERS, "order of the table called") or "counted",
        notes=tuple(reader.notes),
    )


def _asks_for_tables(params: Mapping[str, str], chosen: Selection) -> bool:
    """The bare address opens on the tables. One that names a list, a filter or a card shows that, as ever."""
    if meant(params.get("subject", "")) == TABLES:
        return not chosen.filters
    return not any(params.get(part) for part in _PARTS_OF_LISTS)


def read_selection(pack: Pack, reader: Reader) -> Selection:
    """The filters of an address: several words of one part, joined by commas, widen the choice."""
    subject = _subject(reader)
    # Gaps have no role, but the choice of one stays for the way back to the figures.
    of = "all" if subject == "gaps" else subject
    chosen = {
        name: reader.names(name, selection.choices(pack, of, name), _WHAT[name]) for name in selection.CHOICES
    }
    size = reader.number("size", "size")
    return Selection(subject=subject).having(**chosen, size=size, search=reader.text("search"))


def _subject(reader: Reader) -> selection.Subject:
    """The subject; behind the tables stand all figures."""
    if reader.word("subject") == TABLES:
        return "all"
    return reader.name("subject", SUBJECTS, "subject") or "all"


def selection_parts(chosen: Selection) -> dict[str, str | None]:
    """The parts of an address that say a selection; None for a part that it does not need.

    All figures are named where nothing else of the selection is: the bare address shows the tables.

    >>> selection_parts(Selection(design=("rct", "cohort"), size=100))["design"]
    'rct,cohort'
    """
    return {
        "subject": None if chosen.subject == "all" and chosen.filters else chosen.subject,
        **{name: ",".join(getattr(chosen, name)) or None for name in selection.CHOICES},
        "size": str(chosen.size) if chosen.size else None,
        "search": chosen.search or None,
    }


def change_selection(chosen: Selection) -> None:
    """Write a selection to the address; the list begins again at its top, and an open card closes."""
    change_url(**selection_parts(chosen), rows=None, sort=None, finding=None, source=None)


def change_to_tables() -> None:
    """Go to the tables that the page opens on; filters belong to lists, and are taken off."""
    change_url(**dict.fromkeys((*_PARTS_OF_LISTS, "sort")))


def href(**parts: str | None) -> str:
    """A link to this page with these parts in its address; None is left out.

    >>> href(subject="gaps", node=None)
    'evidence?subject=gaps'
    """
    return link("evidence", **parts)
