"""A pack whose words hold what means something in the languages that exports are written in."""

from __future__ import annotations

from pathways.model import Pack

HOSTILE = 'a "b" \\ `c` <i>d</i> {e} [f] #1; end --> click | % & \u2028 \x0b \u0000 1. ]]>'


def hostile_pack(tiny: Pack) -> Pack:
    """The tiny pack with such words as its labels, summaries, conditions and title."""
    nodes = [
        node.model_copy(update={"plain_label": f"{HOSTILE} {node.id}", "summary": HOSTILE})
        for node in tiny.nodes
    ]
    edges = [edge.model_copy(update={"condition": HOSTILE}) for edge in tiny.edges]
    info = tiny.info.model_copy(update={"title": HOSTILE})
    return tiny.model_copy(update={"nodes": tuple(nodes), "edges": tuple(edges), "info": info})
