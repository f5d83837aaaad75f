"""Findings that say something else of the same thing, and what is not the same in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import networkx as nx

from pathways.evidence.heterogeneity import unlike
from pathways.model import Finding, Pack


def conflicts(pack: Pack, findings: Iterable[Finding]) -> list[tuple[Finding, ...]]:
    """Groups of findings that say something else of the same thing, each group in the pack's order.

    A group holds the given findings and those that they conflict with, wherever these stand.
    """
    graph: nx.Graph[str] = nx.Graph()
    for finding in findings:
        graph.add_edges_from((finding.finding_id, other) for other in finding.conflicts_with)
    place = {finding_id: position for position, finding_id in enumerate(pack.finding)}
    groups = [sorted(group, key=place.__getitem__) for group in nx.connected_components(graph)]
    return [tuple(pack.finding[i] for i in group) for group in sorted(groups, key=lambda g: place[g[0]])]


def why_they_may_differ(pack: Pack, findings: Sequence[Finding]) -> str:
    """One sentence on what is not the same in findings that disagree."""
    sources = [pack.source[finding.source_id] for finding in findings]
    of_studies: dict[str, set[str]] = {
        "the kind of study": {source.design for source in sources},
        "who paid": {source.funding for source in sources},
    }
    differing = [*unlike(findings), *(name for name, values in of_studies.items() if len(values) > 1)]
    if not differing:
        return "They give the same group, time and kind of study, so the reason they differ is not known."
    return f"They may differ because these are not the same: {', '.join(differing)}."
