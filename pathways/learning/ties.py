"""Whether anything in a pack ties two places together: a way, a finding, or a link in their texts."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from pathways.model import Edge, Pack
from pathways.text import markup


def ways_on(pack: Pack, node_id: str) -> frozenset[str]:
    """The places that ways lead to from a place, and the one that leads to help from everywhere."""
    ends = {edge.end for edge in pack.edges_from[node_id]}
    everywhere = pack.everywhere.get(node_id)
    return frozenset(ends | ({everywhere.end} if everywhere else set()))


def leads_to_help(pack: Pack, edge: Edge) -> bool:
    """Is it the way of a warning sign: an urgent one, or one that leads to an emergency from elsewhere?"""
    is_from_emergency = pack.node[edge.start].kind == "emergency"
    return edge.terms.is_urgent or (pack.node[edge.end].kind == "emergency" and not is_from_emergency)


def are_tied(pack: Pack, one: str, other: str) -> bool:
    """Is there a way between two places, a finding about both, or a link between their texts?"""
    return other in pack.once(_ties)[one]


def _ties(pack: Pack) -> Mapping[str, frozenset[str]]:
    tied: dict[str, set[str]] = {node.id: set() for node in pack.nodes}
    pairs = [(edge.start, edge.end) for edge in (*pack.edges, *pack.everywhere.values())]
    pairs += [pair for finding in pack.findings for pair in combinations(finding.nodes, 2)]
    for node in pack.nodes:
        links = (piece for _, text in node.prose() for piece in markup.pieces(text))
        pairs += [(node.id, link.target) for link in links if isinstance(link, markup.Link)]
    for one, other in pairs:
        if one in tied and other in tied:
            tied[one].add(other)
            tied[other].add(one)
    return {node_id: frozenset(found) for node_id, found in tied.items()}
