"""The pathway as a Mermaid flowchart, which wikis, notebooks and code hosts draw from text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import networkx as nx

from pathways.exports.format import Format
from pathways.exports.links import Links
from pathways.exports.pathway import about, pathway_graph
from pathways.graph import without_everywhere
from pathways.model import NodeKind, Pack
from pathways.model.vocabulary import EDGE_KINDS, EdgeTerms

SHAPES: Mapping[NodeKind, tuple[str, str]] = {
    "question": ("{", "}"),
    "test": ("{{", "}}"),
    "cause": ("[", "]"),
    "option": ("(", ")"),
    "step": ("[", "]"),
    "outcome": ("([", "])"),
    "emergency": ("[[", "]]"),
}

_MEANT_AS_MARKUP = re.compile(r"[^\w ,.;:!?'’“”()/–-]|^\d+(?=\.)|^-", re.ASCII)


def written(links: Links, pack: Pack) -> bytes:
    """Paste it into a block of code that is called ``mermaid``."""
    graph = without_everywhere(pathway_graph(pack, links))
    return ("\n".join(_lines(graph, pack)) + "\n").encode()


def _lines(graph: nx.DiGraph[str], pack: Pack) -> Iterator[str]:
    yield "flowchart LR"
    yield from (f"  %% {_without_commands(line)}" for line in (*about(pack), graph.graph["link"]))
    for lane in pack.info.lanes:
        yield f'  subgraph lane_{lane.id}["{_text(lane.label)}"]'
        yield from (f"    {_place(node, graph)}" for node in graph if graph.nodes[node]["lane"] == lane.id)
        yield "  end"
    yield from (f"  {_way(start, end, graph)}" for start, end in graph.edges)
    yield from (f"  {_link(node, graph)}" for node in graph)


def _place(node: str, graph: nx.DiGraph[str]) -> str:
    before, after = SHAPES[graph.nodes[node]["kind"]]
    return f'{_id(node)}{before}"{_text(graph.nodes[node]["label"])}"{after}'


def _way(start: str, end: str, graph: nx.DiGraph[str]) -> str:
    said = graph.edges[start, end]
    return f'{_id(start)} {arrow_of(EDGE_KINDS[said["kind"]])}|"{_text(said["condition"])}"| {_id(end)}'


def _link(node: str, graph: nx.DiGraph[str]) -> str:
    said = graph.nodes[node]
    return f'click {_id(node)} href "{said["link"]}" "{_text(said["clinical_label"])}"'


def _id(node: str) -> str:
    """An id that is no word of the language, such as ``end``."""
    return f"at_{node}"


def _text(words: str) -> str:
    """Words in quotation marks, in which nothing is taken for markup.

    >>> _text('a "b" #1 <i>'), _text("1. first")
    ('a #34;b#34; #35;1 #60;i#62;', '#49;. first')
    """
    return _MEANT_AS_MARKUP.sub(lambda found: "".join(f"#{ord(letter)};" for letter in found[0]), words)


def _without_commands(words: str) -> str:
    """A line for a comment: braces would make it a command of the language."""
    return words.replace("{", "(").replace("}", ")")


MERMAID = Format(
    "Mermaid", "mmd", "text/vnd.mermaid", written, "pathway", "pathway", "wikis, notebooks and code hosts"
)


def arrow_of(terms: EdgeTerms) -> str:
    """How a way is drawn, by what its kind means for a reader."""
    if terms.is_urgent:
        return "==>"
    return "-.->" if terms.is_return else "-->"
