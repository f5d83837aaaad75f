"""Each warning sign with what to do and how urgent it is, made once for all readers."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from pages.shared.kept import kept_html
from pages.shared.prose_html import (
    Citations,
    emergency_html,
    list_html,
    node_link,
    prose_html,
    sources_html,
)
from pages.shared.templates import in_blocks, rendered
from pathways.evidence.causes import nodes_of_kind
from pathways.model import Node, Pack


class Signs(NamedTuple):
    """The page from the top: what is said of all signs, each sign by itself, and the sources."""

    first: Markup
    each: tuple[Markup, ...]
    sources: Markup


@kept_html
def signs_html(pack: Pack) -> Signs:
    """All signs together, because they number their sources together."""
    citations = Citations(pack)
    signs = nodes_of_kind(pack, "emergency")
    listed = rendered("warning_signs/list.html", signs=signs)
    emergency = pack.info.emergency
    first = [emergency_html(pack, emergency, citations, level=2), listed] if emergency else [listed]
    each = tuple(_sign(pack, sign, citations) for sign in signs)
    return Signs(in_blocks(first), each, _sources(pack, citations))


def _sources(pack: Pack, citations: Citations) -> Markup:
    """The sources in a fold; nothing where nothing was cited."""
    if not citations.numbers:
        return Markup("")
    listed = sources_html(pack, citations)
    return rendered("warning_signs/sources.html", sources=listed, count=len(citations.numbers))


def _sign(pack: Pack, sign: Node, citations: Citations) -> Markup:
    beside = rendered(
        "warning_signs/sign.html",
        action=list_html(pack, sign.what_to_do, citations),
        urgency=prose_html(pack, sign.how_urgent, citations),
    )
    return in_blocks([beside, node_link(pack, sign.id, "All about this on the map")])
