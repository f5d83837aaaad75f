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
    differing = what_differs(pack, findings)
    if not differing:
        return "They give the same group, time and kind of study, so the reason they differ is not known."
    return f"They may differ because these are not the same: {', '.join(differing)}."


def why_in_short(pack: Pack, findings: Sequence[Finding]) -> str:
    """The same in the least words, for a line beside a picture: "Not alike: group, time"."""
    differing = [IN_SHORT[aspect] for aspect in what_differs(pack, findings)]
    return f"Not alike: {', '.join(differing)}" if differing else "Why they differ is not known"


def what_differs(pack: Pack, findings: Sequence[Finding]) -> tuple[str, ...]:
    """The aspects of figures and of their studies that are not the same; the keys of :data:`IN_SHORT`."""
    sources = [pack.source[finding.source_id] for finding in findings]
    of_studies: dict[str, set[str]] = {
        "the kind of study": {source.design for source in sources},
        "who paid": {source.funding for source in sources},
    }
    return (*unlike(findings), *(name for name, values in of_studies.items() if len(values) > 1))


IN_SHORT = {
    "the groups studied": "group",
    "the time of measuring": "time",
    "what was counted": "what is counted",
    "what they were compared with": "comparison",
    "the kind of study": "design",
    "who paid": "payer",
}
"""Why figures may differ in a word or two."""
