"""The pathway in the language of Graphviz, with a cluster for each lane."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import networkx as nx

from pathways.exports.format import Format
from pathways.exports.links import Links
from pathways.exports.pathway import about, pathway_graph
from pathways.graph import without_everywhere
from pathways.model import NodeKind, Pack
from pathways.model.vocabulary import EDGE_KINDS, EdgeTerms

SHAPES: Mapping[NodeKind, str] = {
    "question": "diamond",
    "test": "hexagon",
    "cause": "box",
    "option": "ellipse",
    "step": "box",
    "outcome": "cds",
    "emergency": "octagon",
}


def written(links: Links, pack: Pack) -> bytes:
    """Draw it with ``dot -Tsvg``."""
    graph = without_everywhere(pathway_graph(pack, links))
    return ("\n".join(_lines(graph, pack)) + "\n").encode()


def _lines(graph: nx.DiGraph[str], pack: Pack) -> Iterator[str]:
    yield f"digraph {_quoted(pack.info.id)} {{"
    title = "\n".join((pack.info.title, *about(pack)))
    yield f"  graph {_attributes(label=title, labelloc='t', rankdir='LR', URL=graph.graph['link'])}"
    for lane in pack.info.lanes:
        yield f"  subgraph {_quoted(f'cluster_{lane.id}')} {{"
        yield f"    graph {_attributes(label=lane.label)}"
        yield from (f"    {_place(node, graph)}" for node in graph if graph.nodes[node]["lane"] == lane.id)
        yield "  }"
    yield from (f"  {_way(start, end, graph)}" for start, end in graph.edges)
    yield "}"


def _place(node: str, graph: nx.DiGraph[str]) -> str:
    said = graph.nodes[node]
    shown = {"label": said["label"], "shape": SHAPES[said["kind"]], "class": said["kind"]}
    return f"{_quoted(node)} {_attributes(**shown, tooltip=said['summary'], URL=said['link'])}"


def _way(start: str, end: str, graph: nx.DiGraph[str]) -> str:
    said = graph.edges[start, end]
    shown = {"label": said["condition"], "style": style_of(EDGE_KINDS[said["kind"]]), "class": said["kind"]}
    told = f"{said['kind_label']}. {said['basis']}"
    return f"{_quoted(start)} -> {_quoted(end)} {_attributes(**shown, tooltip=told, URL=said['link'])}"


def _attributes(**values: str) -> str:
    return f"[{', '.join(f'{name}={_quoted(words)}' for name, words in values.items())}];"


def _quoted(words: str) -> str:
    r"""A string of the language; a backslash of the pack is a letter and no command.

    >>> print(_quoted('a "b"'), _quoted("back\\slash"))
    "a \"b\"" "back\\slash"
    """
    safe = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{safe}"'


DOT = Format("DOT", "dot", "text/vnd.graphviz", written, "pathway", "pathway", "Graphviz")


def style_of(terms: EdgeTerms) -> str:
    """How a way is drawn, by what its kind means for a reader."""
    if terms.is_urgent:
        return "bold"
    if terms.is_return:
        return "dotted"
    return "dashed" if terms.is_escalation else "solid"
