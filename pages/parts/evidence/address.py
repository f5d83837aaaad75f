"""What the evidence page shows, as its URL says it.

A part of the address that is not understood is left out, and a sentence says so: whoever follows an old
or mistyped link still sees the rows that the rest of it asks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pages.shared import address as page_address
from pages.shared.address import change_address, or_note, shown
from pages.shared.picture_formats import FORMATS
from pathways import selection
from pathways.model import Finding, Pack, Source
from pathways.selection import Selection

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

WAYS = {"list": "List", "table": "Table", "pictures": "Pictures"}
"""The ways of showing rows with their names."""

KINDS = {"shares": "Shares of people", "ratios": "Odds and risk ratios", "scores": "Pain and disability"}
"""The kinds of pictures with their names."""

MOST_OF_A_NOTE = 120
"""How many letters of a sentence about the filters are shown: it repeats what the address says."""

ROWS = 20
"""How many rows a page begins with, and how many "show more" adds."""


@dataclass(frozen=True)
class EvidenceAddress:
    """What is asked for, how it is shown, which card is open, and what of the address made no sense."""

    selection: Selection
    way: str
    kind: str | None
    format: str
    rows: int
    finding: Finding | None
    source: Source | None
    is_drawn: bool
    notes: tuple[str, ...]
    parameters: Mapping[str, str]

    def href(self, **changes: str | None) -> str:
        """A link to this page as it is now, with the named parts of the address changed."""
        return href(**{**self.parameters, **changes})


def evidence_address(pack: Pack, parameters: Mapping[str, str]) -> EvidenceAddress:
    """Read the address; whatever is unknown in it becomes a note for the reader."""
    chosen, about_filters = selection.from_parameters(pack, parameters)
    notes = [shown(note, MOST_OF_A_NOTE) for note in about_filters]

    def known(part: str, names: Iterable[str], what: str) -> str | None:
        return or_note(lambda: page_address.known(parameters, part, names, what), notes)

    rows = parameters.get("rows", str(ROWS))
    if selection.number(rows) is None:
        notes.append(f'"{shown(rows)}" is no number of rows. The first {ROWS} are shown.')
    finding = known("finding", pack.finding, "figure")
    source = known("source", pack.source, "source")
    return EvidenceAddress(
        selection=chosen,
        way=known("show", WAYS, "way of showing rows called") or "list",
        kind=known("kind", KINDS, "kind of picture"),
        format=known("save", FORMATS, "format for pictures") or "svg",
        rows=selection.number(rows) or ROWS,
        finding=pack.finding[finding] if finding else None,
        source=pack.source[source] if source else None,
        is_drawn=known("drawn", ["yes"], 'answer to "drawn"') == "yes",
        notes=tuple(notes),
        parameters=dict(parameters),
    )


def change_selection(chosen: Selection) -> None:
    """Write a selection to the address; the list begins again at its top, and an open card closes."""
    change_address(**selection.parameters(chosen), rows=None, finding=None, source=None)


def href(**parts: str | None) -> str:
    """A link to this page with these parts in its address; None is left out.

    >>> href(subject="gaps", node=None)
    'evidence?subject=gaps'
    """
    return page_address.href("evidence", **parts)
