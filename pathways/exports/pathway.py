"""The pathway as other tools take it: a graph whose places and ways say everything in plain text."""

from __future__ import annotations

import re

import networkx as nx

from pathways.exports.format import licence, version
from pathways.exports.links import Links
from pathways.graph import care_graph
from pathways.map.views import note
from pathways.model import Edge, Node, Pack
from pathways.model.vocabulary import CONVENTION_LABEL, EDGE_KINDS, NODE_KINDS, RESULT_LABELS
from pathways.text import markup

NOT_ADVICE = "General information, not advice."
"""What stands in every file that shows ways."""

_UNSEEN = re.compile(r"[^\S ]+|[\x00-\x1f\x7f-\x9f\ufffe\uffff]")
_BEFORE_A_MARK = re.compile(r" +([.,;:!?])")


def plain(words: str) -> str:
    """Prose of a pack in one line, without its marks and without letters that XML refuses.

    >>> plain("It may help [tea-01]. See [rest](rest).")
    'It may help. See rest.'
    """
    return _BEFORE_A_MARK.sub(r"\1", markup.own_words(_UNSEEN.sub(" ", words)))


def about(pack: Pack) -> tuple[str, ...]:
    """What a file says of itself: which data, under which licence, and that it is no advice."""
    return version(pack), licence(pack), *filter(None, [note(pack)]), NOT_ADVICE


def ways(pack: Pack) -> tuple[Edge, ...]:
    """Every way of a pack, and then what leads to one place from everywhere, where it is no way already."""
    known = {(edge.start, edge.end) for edge in pack.edges}
    more = (edge for edge in pack.everywhere.values() if (edge.start, edge.end) not in known)
    return (*pack.edges, *more)


def basis(edge: Edge) -> str:
    """What a way rests on: the ids of its sources, or that it is habit."""
    return "; ".join(edge.basis) or CONVENTION_LABEL


def pathway_graph(pack: Pack, links: Links) -> nx.DiGraph[str]:
    """The graph of :func:`pathways.graph.care_graph` with all that a place or a way says, as text.

    Nodes carry their two labels, kind, lane, summary, the ids of their findings and a ``link`` to their card;
    edges carry kind, condition, result, basis, and a ``link`` to their route. ``everywhere`` marks what leads
    to one place from every other.
    """
    graph = care_graph(pack)
    graph.graph.update(
        pack=pack.info.id,
        title=plain(pack.info.title),
        version=pack.info.version,
        date=f"{pack.info.date:%Y-%m-%d}",
        about=plain(" ".join(about(pack))),
        link=links.whole(),
    )
    for node in pack.nodes:
        graph.nodes[node.id].update(_said_of_a_place(pack, node, links))
    for edge in ways(pack):
        graph.edges[edge.start, edge.end].update(_said_of_a_way(edge, links))
    return graph


def _said_of_a_place(pack: Pack, node: Node, links: Links) -> dict[str, str]:
    return {
        "label": plain(node.plain_label),
        "clinical_label": plain(node.clinical_label),
        "kind_label": NODE_KINDS[node.kind].label,
        "lane_label": plain(pack.lane[node.lane].label),
        "also_called": "; ".join(node.also_called),
        "summary": plain(node.summary),
        "findings": "; ".join(finding.finding_id for finding in pack.findings_of[node.id]),
        "link": links.place(node.id),
    }


def _said_of_a_way(edge: Edge, links: Links) -> dict[str, str]:
    return {
        "condition": plain(edge.condition),
        "kind_label": EDGE_KINDS[edge.kind].label,
        "result": RESULT_LABELS[edge.result],
        "basis": basis(edge),
        "link": links.way(edge),
    }
