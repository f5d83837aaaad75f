"""What published criteria say of each place: met, not met or unknown, on what it rests, and what is missing.

Places stand in the order of the pack and rows in that of their file, whatever their states.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from pages.parts.case.cited import cited_html
from pages.parts.case.entered import filled, with_places
from pages.parts.case.timeline import show_clocks
from pages.parts.case.url import SHOWN, CaseUrl, Show
from pages.shared.boundary import boundary
from pages.shared.kept import kept_html
from pages.shared.prose_html import node_link
from pages.shared.templates import Html, fixed, rendered
from pages.shared.url import change_url
from pages.shared.widgets import show_buttons
from pathways import evidence
from pathways.criteria import CaseReading, CriterionReading
from pathways.model import Node, Pack
from pathways.model.vocabulary import CASE_STATE_LABELS, CRITERION_KINDS

WAITS = "Everything else: this waits"


@dataclass(frozen=True)
class RowWords:
    """A row in words: its state, what it is to its place, what it says, why, and its source."""

    state: str
    label: str
    kind: str
    says: str
    why: str
    basis: Markup
    note: Markup
    caution: Markup


@dataclass(frozen=True)
class PlaceWords:
    """A place with what is met there in a line, its rows, and the conditions that nobody has published."""

    node: Node
    link: Markup
    is_open: bool
    met: tuple[str, ...]
    rows: tuple[RowWords, ...]
    gaps: tuple[Markup, ...]


def show_results(reading: CaseReading, url: CaseUrl) -> None:
    """One part at a time; while an emergency is lit, all of it waits, folded and readable."""
    st.html(fixed("case/anchor.html"))
    with _folded(WAITS if reading.emergencies else ""), boundary("What published criteria say"):
        show_buttons("Show", "show", SHOWN, url.show, on_change=_change, is_labelled=False)
        words = reading.pack.info.case
        is_early = bool(words and url.show == "option" and reading.is_met(words.early))
        with _folded(words.early_words if words and is_early and not reading.emergencies else ""):
            shown = [_place_of(reading, url, node) for node in reading.pack.nodes if _is_of(node, url.show)]
            st.html(Html(f'<div class="case-places" id="case-says">{Markup("").join(shown)}</div>'))
        show_clocks(reading)


def _change(show: Show) -> None:
    change_url(show=show, node=None)


def show_counts(reading: CaseReading) -> None:
    """How many conditions are met, not met and unknown, in a line that stays on a narrow screen.

    They are counts of conditions, each for itself: no share, no sum of weights, and no order of places.
    """
    counted = Counter(row.state for row in reading.rows.values())
    st.html(fixed("case/counts.html", **{state: counted[state] for state in CASE_STATE_LABELS}))


@contextmanager
def _folded(words: str) -> Iterator[None]:
    """What stands under these words until it is opened; without words, in plain sight."""
    if not words:
        yield
        return
    with st.expander(words, expanded=False):
        yield


def _is_of(node: Node, show: Show) -> bool:
    return node.kind == show or (show == "other" and node.kind not in SHOWN)


def _place_of(reading: CaseReading, url: CaseUrl, node: Node) -> Markup:
    rows = reading.rows_at(node.id)
    if not (rows or reading.pack.criteria_gaps_of[node.id]):
        return Markup("")
    return filled(place_html(reading.pack, node.id, rows, node == url.node), reading.pack, reading.answers)


@kept_html
def place_html(pack: Pack, node_id: str, rows: tuple[CriterionReading, ...], is_open: bool) -> Markup:
    """A place with its rows. It is kept by the states of its rows, never by the case that they came from."""
    node = pack.node[node_id]
    place = PlaceWords(
        node=node,
        link=node_link(pack, node.id, "Its card on the map"),
        is_open=is_open,
        met=tuple(f"{_kind(row)}: {row.criterion.clinical}" for row in rows if row.state == "met"),
        rows=tuple(_words(pack, row) for row in rows),
        gaps=tuple(cited_html(pack, gap.missing) for gap in pack.criteria_gaps_of[node.id]),
    )
    return rendered("case/place.html", place=place)


def _kind(row: CriterionReading) -> str:
    return CRITERION_KINDS[row.criterion.kind]


def _words(pack: Pack, row: CriterionReading) -> RowWords:
    criterion = row.criterion
    return RowWords(
        state=row.state,
        label=CASE_STATE_LABELS[row.state],
        kind=_kind(row),
        says=criterion.clinical,
        why=why(pack, row),
        basis=basis_html(pack, criterion.criterion_id),
        note=cited_html(pack, criterion.source_note),
        caution=cited_html(pack, criterion.caution),
    )


def why(pack: Pack, row: CriterionReading) -> str:
    """The facts that a known state rests on with places for what was entered, or those that are missing."""
    if row.state == "unknown":
        names = "; ".join(pack.fact[name].clinical_label for name in row.outcome.missing)
        return f"Would have to be known: {names}."
    return f"Rests on: {with_places(pack, row.outcome.rests_on)}."


@kept_html
def basis_html(pack: Pack, criterion_id: str) -> Markup:
    """What a criterion rests on: each finding with its people, its source, and whether it was read twice."""
    criterion = pack.criterion[criterion_id]
    told = evidence.readings(pack, [pack.finding[name] for name in criterion.findings])
    return rendered("case/basis.html", told=told, is_convention=criterion.is_convention)
