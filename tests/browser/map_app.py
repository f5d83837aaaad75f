"""A page with nothing but the map of the tiny pack, for the stories about the map itself.

The address says which map: ``?view=net``, ``route``, ``whole``, or ``hostile`` with markup for a label.
"""

from dataclasses import replace
from pathlib import Path

import streamlit as st

from pages.shared.map_component import pathway_map_component
from pathways.loading import load_pack
from pathways.map.views import PathwayMap, overview_map, payload, route_map, whole_map
from pathways.model import Pack


def drawn(pack: Pack, view: str) -> PathwayMap:
    if view == "whole":
        return whole_map(pack)
    if view == "route":
        return route_map(pack, pack.node, [(edge.start, edge.end) for edge in pack.edges])
    if view == "hostile":
        net = overview_map(pack)
        return replace(net, boxes=tuple(replace(box, lines=("<b id=bold>Tea</b>",)) for box in net.boxes))
    return overview_map(pack)


def write_choice() -> None:
    st.query_params[parameter] = st.session_state["map"].chosen


st.set_page_config(page_title="The map alone", layout="wide")
st.title("The map alone")
pack = load_pack(Path(__file__).parents[1] / "tiny_pack")
view = st.query_params.get("view", "net")
parameter = "node" if view in ("route", "whole") else "box"
with st.container(key="explorer"):
    pathway_map_component(payload(drawn(pack, view)), key="map", on_choose=write_choice)
    st.markdown(f"Chosen: {st.query_params.get(parameter, 'nothing')}")
    st.html('<a data-node="tea" href="?view=route&node=tea">Tea, from the card</a>')
st.html('<a data-node="rest" href="#elsewhere">Rest, from elsewhere</a>')
