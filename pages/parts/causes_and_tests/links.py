"""Words and links that causes, tests and warning signs share on their page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from pages.shared.prose_html import Citations, node_link, prose_html
from pages.shared.templates import rendered
from pages.shared.url import link
from pathways.model import Edge, Node, Pack
from pathways.model.vocabulary import CONVENTION_LABEL, NODE_KINDS


def page_link(node: Node) -> Markup:
    """A link to a cause or a test on this page."""
    url = link("causes_and_tests", **{"show": f"{node.kind}s", node.kind: node.id})
    return Markup('<a href="{}">{}</a>').format(url, node.plain_label)


def heading_html(pack: Pack, node: Node) -> Markup:
    """The top of a cause or a test: its names, what it is in short, and the way to its card."""
    return rendered(
        "causes_and_tests/heading.html",
        node=node,
        kind=NODE_KINDS[node.kind].label,
        summary=prose_html(pack, [node.summary], Citations(pack)),
        card=node_link(pack, node.id, "All about this on the map"),
    )


def ways(pack: Pack, edges: Iterable[Edge], end: str, citations: Citations) -> list[dict[str, object]]:
    """Ways for a template; ``end`` says which end is named, "start" or "end"."""
    return [
        {
            "place": _place(pack, getattr(edge, end)),
            "result": edge.result,
            "is_urgent": edge.terms.is_urgent,
            "condition": edge.condition,
            "basis": basis(edge.basis, citations),
        }
        for edge in edges
    ]


def _place(pack: Pack, node_id: str) -> Markup:
    """Causes and tests are opened on this page, all other places on the map."""
    node = pack.node[node_id]
    return page_link(node) if node.kind in ("cause", "test") else node_link(pack, node_id)


def basis(source_ids: Sequence[str], citations: Citations) -> Markup | str:
    """What a way rests on: its sources, or clinical habit."""
    return citations.marks(source_ids) or CONVENTION_LABEL
