"""The case on the overview of the map: the places at which a published condition is met, and ways between."""

from __future__ import annotations

import streamlit as st

from pages.parts.case.url import case_url
from pages.shared.boundary import boundary
from pages.shared.map_component import pathway_map_component
from pages.shared.packs import cached_by_pack
from pages.shared.templates import fixed
from pages.shared.url import change_url, params
from pathways.criteria import CaseReading
from pathways.map.marks import OwnMarks
from pathways.map.model import Mark, MarkShape
from pathways.map.payload import payload
from pathways.map.views import overview_map
from pathways.model import Pack

MET = "met"
NOW = "help now"
LEGEND: tuple[tuple[MarkShape, str], ...] = (
    ("square", "A sign that needs help now"),
    ("disc", "At least one published condition is met here"),
)
TITLE = "what is met in this case"
NOTE = "Met does not mean suitable, and a place without a mark is not excluded."
Lit = tuple[tuple[str, tuple[str, ...]], ...]
"""Each place with a row that is met, and the ids of these rows."""


def show_picture(reading: CaseReading) -> None:
    """The overview with the case on it; a chosen box opens, and a chosen place opens below.

    Where the page is narrow, it is folded until it is asked for: by the browser alone, which knows the width.
    """
    with boundary("The case on the map"), st.container(key="case_picture"):
        st.html(fixed("case/map_fold.html"))
        urgent = tuple(one.node_id for one in reading.emergencies)
        drawn = _drawn(reading.pack, lit(reading), urgent)
        with st.container(key="case_map"):
            pathway_map_component(drawn, key="case_overview", on_choose=lambda: _choose(reading.pack))


def lit(reading: CaseReading) -> Lit:
    """The places with a mark. A place where nothing but the screen is met has none."""
    found = ((node_id, tuple(_met_at(reading, node_id))) for node_id in reading.met_places)
    return tuple((node_id, rows) for node_id, rows in found if rows)


def _met_at(reading: CaseReading, node_id: str) -> list[str]:
    """The rows that are met, but for the screen: that nothing was found there marks no place."""
    words = reading.pack.info.case
    screen = words.screen if words else ""
    names = (row.criterion.criterion_id for row in reading.rows_at(node_id) if row.state == "met")
    return [name for name in names if name != screen]


@cached_by_pack(200)
def _drawn(pack: Pack, lit: Lit, urgent: tuple[str, ...]) -> bytes:
    """The bytes of the picture; the same for the same states, whatever else was entered."""
    marks = OwnMarks(
        TITLE,
        LEGEND,
        {node_id: _mark(pack, rows, node_id in urgent) for node_id, rows in lit},
        NOTE,
    )
    return payload(overview_map(pack, marks, _ways(pack, {node_id for node_id, _ in lit})))


def _mark(pack: Pack, rows: tuple[str, ...], is_urgent: bool) -> Mark:
    said = " ".join(pack.criterion[name].clinical for name in rows)
    words = NOW if is_urgent else MET
    return Mark(words, "square" if is_urgent else "disc", f"{words.capitalize()}: {said}", said)


def _ways(pack: Pack, lit: set[str]) -> frozenset[tuple[str, str]]:
    """The pairs of boxes between which a way joins two places that are lit."""
    home = {node: box.id for box in pack.info.net for node in box.nodes}
    return frozenset(
        (home[edge.start], home[edge.end]) for edge in pack.edges if edge.start in lit and edge.end in lit
    )


def _choose(pack: Pack) -> None:
    """A box opens in place, and a place opens below the picture."""
    chosen = st.session_state["case_overview"].chosen
    boxes = {box.id: box for box in pack.info.net}
    if not chosen:
        change_url(node=None, box=None)
    elif chosen not in boxes:
        change_url(node=chosen, show=None, box=_box_of(pack, chosen))
    elif len(boxes[chosen].nodes) == 1:
        change_url(node=boxes[chosen].nodes[0], show=None, box=None)
    else:
        change_url(box=chosen, node=None)


def _box_of(pack: Pack, node_id: str) -> str | None:
    """The box that stays open while its places are looked at one after another."""
    box = case_url(pack, params()).box
    return box.id if box and node_id in box.nodes else None
