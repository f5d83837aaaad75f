"""A graph of networkx becomes a draft, whoever drew it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

import networkx as nx

from pathways.authoring.draft import Draft, Place, Way, name_of
from pathways.loading.refusal import Refusal
from pathways.model.vocabulary import EDGE_KINDS, NODE_KINDS, RESULT_LABELS

LABELS = ("label", "name", "title")
"""What other tools call the words of a box or a line, most telling first."""

LANE, LANE_LABEL = "pathway", "The pathway"
"""The one column of a drawing that has none."""

_TAKEN_OF_PLACES = {
    *LABELS,
    "clinical_label",
    "kind",
    "kind_label",
    "lane",
    "lane_label",
    "summary",
    "description",
    "also_called",
}
_TAKEN_OF_WAYS = {*LABELS, "condition", "kind", "kind_label", "result", "everywhere"}
MOST_NAMED = 12
"""How many names of what was not taken are told."""


def draft_of_graph(graph: nx.Graph[Any], name: str) -> Draft:
    """Places, ways and conditions of a graph.

    Raises:
        Refusal: its lines have no direction.
    """
    if not graph.is_directed():
        raise Refusal("Its lines have no direction.", "Draw arrows, from one place to the next.")
    ids = _ids(graph)
    places = tuple(_place(ids[key], str(key), data) for key, data in graph.nodes(data=True))
    lines = [(ids[a], ids[b], data) for a, b, data in graph.edges(data=True)]
    ways = tuple(_way(start, end, data) for start, end, data in lines if not data.get("everywhere"))
    title = words(graph.graph, "title", *LABELS) or name.replace("_", " ").capitalize()
    return Draft(name, title, places, ways, start_of(places, ways), _everywhere(lines), tuple(_to_do(graph)))


def words(data: Mapping[str, Any], *keys: str, most: int = 2_000) -> str:
    """The first of some values that says something, as one line of text; of what is no text, nothing.

    >>> words({"label": 3, "name": " a  cup "}, "label", "name")
    'a cup'
    """
    said = (data.get(key) for key in keys)
    one = next((value for value in said if isinstance(value, str) and value.strip()), "")
    return "".join(c for c in " ".join(one.split())[:most] if c.isprintable())


def _ids(graph: nx.Graph[Any]) -> dict[Any, str]:
    ids: dict[Any, str] = {}
    taken: set[str] = set()
    for key in graph.nodes:
        name = name_of(str(key))
        ids[key] = name if name not in taken else name_of(str(key), taken)
        taken.add(ids[key])
    return ids


def _place(id_: str, key: str, data: Mapping[str, Any]) -> Place:
    kind = words(data, "kind")
    lane_label = words(data, "lane_label", "lane") or LANE_LABEL
    return Place(
        id=id_,
        label=words(data, *LABELS) or words({"id": key}, "id") or id_,
        clinical_label=words(data, "clinical_label"),
        kind=next((known for known in NODE_KINDS if known == kind), "step"),
        lane=name_of(words(data, "lane") or LANE),
        lane_label=lane_label,
        summary=words(data, "summary", "description"),
        also_called=tuple(name.strip() for name in words(data, "also_called").split(";") if name.strip()),
    )


def _way(start: str, end: str, data: Mapping[str, Any]) -> Way:
    kind, result = words(data, "kind"), words(data, "result")
    return Way(
        start,
        end,
        words(data, "condition", *LABELS),
        next((known for known in EDGE_KINDS if known == kind), ""),
        next((known for known, label in RESULT_LABELS.items() if result and label == result), ""),
    )


def start_of(places: Iterable[Place], ways: Iterable[Way]) -> str:
    """The first place that no way leads to; the first of all if there is none."""
    reached = {way.end for way in ways if way.kind != "return"}
    names = [place.id for place in places]
    return next((name for name in names if name not in reached), names[0] if names else "")


def _everywhere(lines: Iterable[tuple[str, str, Mapping[str, Any]]]) -> tuple[str, str] | None:
    said = ((end, words(data, "condition")) for _, end, data in lines if data.get("everywhere"))
    return next(said, None)


def _to_do(graph: nx.Graph[Any]) -> Iterable[str]:
    places = {str(key) for _, data in graph.nodes(data=True) for key in data} - _TAKEN_OF_PLACES
    ways = {str(key) for *_, data in graph.edges(data=True) for key in data} - _TAKEN_OF_WAYS
    for whose, names in (("places", places), ("ways", ways)):
        if names:
            told = ", ".join(f"`{name[:40]}`" for name in islice(sorted(names), MOST_NAMED))
            yield f"The drawing says more of its {whose} that was not taken: {told}."
