"""The first screen: what is decided, a door for each reader, and the overview of the map."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from pages.shared.boundary import boundary
from pages.shared.catalogue import PAGES
from pages.shared.map_component import pathway_map_component
from pages.shared.packs import cached_by_pack
from pages.shared.page_links import show_link
from pages.shared.plain import plain
from pages.shared.templates import paragraph
from pages.shared.url import taken_along
from pathways.map.payload import payload
from pathways.map.views import overview_map
from pathways.model import Pack


@dataclass(frozen=True)
class Door:
    """Who a reader may be, what waits for them, and the page that it stands on."""

    who: str
    what: str
    page: str


def doors(pack: Pack) -> tuple[Door, ...]:
    """A door for each reader; the first one names the condition in the words of the pack."""
    choices = Door(pack.info.first_door, "See your choices side by side. Take a page home.", "compare")
    places = Door(pack.info.first_door, "See where you are on the map, and what may come next.", "map")
    return (
        places if pack.compare.is_empty else choices,
        Door("I explain it", "Walk the map together, box by box.", "map"),
        Door("I learn it", "Walk a case, guess figures, sort claims.", "learn"),
        Door("I check it", "Every figure, with who was studied and the source.", "evidence"),
    )


def show_first_screen(pack: Pack) -> None:
    """The decision in a sentence, the doors, and the overview."""
    st.html(paragraph(pack.info.decision))
    with st.container(key="doors", horizontal=True, gap="small"):
        for door in doors(pack):
            show_link(door.page, f"**{plain(door.who)}** {plain(door.what)}")
    with boundary("The overview"):
        _show_overview(pack)


def _show_overview(pack: Pack) -> None:
    """The overview, each box of which leads to the map."""
    with st.container(key="start_map"):
        chosen = pathway_map_component(_overview(pack), key="overview", on_choose=_stay)
    if chosen in {box.id for box in pack.info.net}:
        st.switch_page(PAGES["map"].file, query_params=where_chosen(pack, chosen))


def where_chosen(pack: Pack, chosen: str) -> dict[str, str]:
    """The parts of the map's address for a box: a box of one place opens its card."""
    box = next(box for box in pack.info.net if box.id == chosen)
    place = {"node": box.nodes[0]} if len(box.nodes) == 1 else {"box": chosen}
    return {"view": "net", **taken_along(), **place}


def _stay() -> None:
    """Nothing is written to the address of this page: the choice leads to another one."""


@cached_by_pack(2)
def _overview(pack: Pack) -> bytes:
    return payload(overview_map(pack))
