"""From a place on the map to the choice it is about: the first thing under the name on its card."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from pages.shared.option_params import options_parameter
from pages.shared.page_links import show_link
from pages.shared.templates import paragraph
from pages.shared.url import link
from pathways.graph import care_graph
from pathways.graph.elective import nearest
from pathways.model import Node, Pack, Preset

CHOICES = "Choices to compare for this cause"
CARRYING_ON = "Compare with carrying on as now"
WAY_HERE = "The way here"
MOST_BESIDE = 2
"""How many options stand beside the first one where the pack names no decision."""


def show_ways_to_choices(pack: Pack, node: Node) -> None:
    """The links of a cause and of an option; other places have none."""
    if node.kind == "cause":
        with st.container(key="card_choices"):
            _show_choices_for(pack, node)
    elif node.kind == "option":
        with st.container(key="card_choices", horizontal=True):
            if node.id != pack.compare.first:
                _show_comparison(pack, CARRYING_ON, (node.id,), None)
            st.html(_way_here_html(pack, node))


def _way_here_html(pack: Pack, node: Node) -> Markup:
    """The route from the start: by a link of HTML, as Streamlit's own to the open page keeps the address."""
    route = link("map", **{"view": "route", "from": pack.info.start, "to": node.id})
    return Markup('<a class="way-here" href="{}">{}</a>').format(route, WAY_HERE)


def _show_choices_for(pack: Pack, cause: Node) -> None:
    presets = [preset for preset in pack.compare.presets if preset.cause == cause.id]
    for preset in presets:
        label = CHOICES if len(presets) == 1 else f"{CHOICES}: {preset.label}"
        _show_comparison(pack, label, preset.options, preset)
    if not presets and (options := options_ahead(pack, cause)):
        _show_comparison(pack, CHOICES, options, None)


def options_ahead(pack: Pack, cause: Node) -> tuple[str, ...]:
    """The options that a cause leads to first, where the pack names no decision about it."""
    return nearest(pack.once(care_graph), cause.id, "option", MOST_BESIDE, pack.compare.first)


def _show_comparison(pack: Pack, label: str, options: tuple[str, ...], preset: Preset | None) -> None:
    """A link to the filled comparison, and what stands in it."""
    ids = tuple(dict.fromkeys((pack.compare.first, *options)))
    decision = preset.id if preset else None
    show_link("compare", label, options=options_parameter(ids), decision=decision)
    if label.startswith(CHOICES):
        st.html(paragraph(" · ".join(pack.node[option].plain_label for option in ids)))
