"""A small still map: the overview with the boxes lit that some places belong to."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from pages.shared.packs import cached_by_pack
from pages.shared.prose_html import node_link
from pages.shared.templates import rendered
from pathways.layout import Rect
from pathways.map.lettering import LINE_HEIGHT, TEXT_SIZE, baselines
from pathways.map.model import MapBox, PathwayMap, View
from pathways.map.shapes import BOXES, arrow
from pathways.map.views import overview_map
from pathways.model import Pack
from pathways.theme import DARK, FONTS, LIGHT

_BORDER = 4
"""Room for the thick outline of a lit box at the right and lower edge, in pixels."""


def show_places(pack: Pack, node_ids: Sequence[str]) -> None:
    """Links to the places, and the overview on which their boxes are lit."""
    names, drawing = st.columns([5, 6], gap="large")
    names.html(rendered("evidence/places.html", places=[_place(pack, node_id) for node_id in node_ids]))
    lit = highlighted_boxes(pack, node_ids)
    labels = [box.label for box in pack.info.net if box.id in lit]
    words = (
        f"The overview map with {' and '.join(labels)} lit." if labels else "The overview map, nothing lit."
    )
    net = _net(pack)
    for name, view in (("wide", net.wide_view), ("narrow", net.narrow_view)):
        with drawing, st.container(key=f"small_map_{name}"):
            st.image(small_map(net, view, lit), alt=words)


@cached_by_pack(2)
def _net(pack: Pack) -> PathwayMap:
    return overview_map(pack)


def highlighted_boxes(pack: Pack, node_ids: Sequence[str]) -> tuple[str, ...]:
    """The boxes of the overview that hold any of the nodes, in its order."""
    return tuple(box.id for box in pack.info.net if set(box.nodes) & set(node_ids))


def _place(pack: Pack, node_id: str) -> dict[str, object]:
    boxes = [box.label for box in pack.info.net if node_id in box.nodes]
    return {
        "link": node_link(pack, node_id),
        "clinical": pack.node[node_id].clinical_label,
        "box": boxes[0] if boxes else "",
    }


def small_map(net: PathwayMap, view: View, lit: Sequence[str]) -> Markup:
    """One view of the overview as an SVG document; lit boxes are filled, bold and thickly edged."""
    paths = [arrow(view.paths[edge.start, edge.end].path, edge.kind) for edge in net.edges]
    is_wide = view is net.wide_view
    return rendered(
        "evidence/small_map.html",
        width=view.layout.size.width + _BORDER,
        height=view.layout.size.height + _BORDER,
        fonts=FONTS,
        size=TEXT_SIZE,
        colours=DARK if st.context.theme.type == "dark" else LIGHT,
        lines=[words for drawn in paths for words in (drawn.line, drawn.head)],
        boxes=[
            _box(box, box.lines if is_wide else box.narrow_lines, view.layout.boxes[box.id], box.id in lit)
            for box in net.boxes
        ],
    )


def _box(box: MapBox, words: Sequence[str], rect: Rect, is_lit: bool) -> dict[str, object]:
    heights = baselines(len(words), rect.y + rect.height / 2, LINE_HEIGHT)
    return {
        "is_lit": is_lit,
        "outline": BOXES[box.kind].outline(rect),
        "lines": [
            {"x": rect.x + rect.width / 2, "y": height, "words": line}
            for height, line in zip(heights, words, strict=True)
        ],
    }
