"""A pathway that is begun: places, ways and conditions, and what is still to be done."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import networkx as nx

from pathways.model.vocabulary import RETURN, USUAL, EdgeKind, NodeKind, TestResult

TO_WRITE = "To be written."
"""What stands where nobody has written anything yet: a sentence, so that a page with it can be looked at."""


@dataclass(frozen=True)
class Place:
    """A place on the pathway. ``lane`` is the name of its column; a blank kind was not said."""

    id: str
    label: str
    clinical_label: str = ""
    kind: NodeKind = "step"
    lane: str = ""
    lane_label: str = ""
    summary: str = ""
    also_called: tuple[str, ...] = ()


@dataclass(frozen=True)
class Way:
    """A way from one place to another, by their ids; ``kind`` is blank where the drawing did not say it."""

    start: str
    end: str
    condition: str = ""
    kind: EdgeKind | str = ""
    result: TestResult = ""


@dataclass(frozen=True)
class Draft:
    """A pathway that is begun. ``everywhere`` is what leads to one place from all others: its id and when.

    ``to_do`` holds a sentence for each thing that must be looked at.
    """

    id: str
    title: str
    places: tuple[Place, ...]
    ways: tuple[Way, ...]
    start: str
    everywhere: tuple[str, str] | None = None
    to_do: tuple[str, ...] = ()


def name_of(words: str, taken: Iterable[str] = ()) -> str:
    """Words as an id of a pack: small letters, digits and _, and none that is taken.

    >>> name_of("Éte & tea-time!"), name_of("2 cups"), name_of("茶"), name_of("tea", {"tea", "tea_2"})
    ('ete_tea_time', 'x_2_cups', 'x', 'tea_3')
    """
    letters = unicodedata.normalize("NFKD", words[:200]).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "_", letters).strip("_")[:60] or "x"
    name = name if name[0].isalpha() else f"x_{name}"
    known = set(taken)
    return next(one for one in (name, *(f"{name}_{n}" for n in range(2, len(known) + 3))) if one not in known)


def made_fit(draft: Draft) -> Draft:
    """The same with what a drawing leaves open decided so that the rules allow it, each told in ``to_do``."""
    draft = _single(draft)
    draft = replace(draft, ways=tuple(_with_kinds(draft)))
    return replace(draft, places=tuple(_places(draft)), to_do=(*draft.to_do, *_about_tests(draft)))


def _single(draft: Draft) -> Draft:
    """One way at most from one place to another, none from a place to itself, none that is so everywhere."""
    single: dict[tuple[str, str], Way] = {}
    for way in draft.ways:
        if way.start != way.end:
            single.setdefault((way.start, way.end), way)
    if everywhere := draft.everywhere:
        single = {ends: way for ends, way in single.items() if (way.end, way.condition) != everywhere}
    left = len(draft.ways) - len(single)
    said = (
        (f"{left} ways were left out: each ran twice, to its own place, or from everywhere.",) if left else ()
    )
    return replace(draft, ways=tuple(single.values()), to_do=(*draft.to_do, *said))


def _with_kinds(draft: Draft) -> Iterator[Way]:
    """Ways whose kind was not said are onward; those that would close a circle lead back."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from([draft.start, *(place.id for place in draft.places)])
    graph.add_edges_from((way.start, way.end) for way in draft.ways if way.kind in ("", USUAL))
    ranks = {name: -rank for rank, name in enumerate(nx.dfs_postorder_nodes(graph))}
    for way in draft.ways:
        is_back = ranks[way.end] <= ranks[way.start]
        yield way if way.kind else replace(way, kind=RETURN if is_back else USUAL)


def _places(draft: Draft) -> Iterator[Place]:
    without_exits = set(_tests_without_exits(draft))
    for place in draft.places:
        yield replace(place, kind="step") if place.id in without_exits else place


def _tests_without_exits(draft: Draft) -> Iterator[str]:
    for place in draft.places:
        results = {way.result for way in draft.ways if way.start == place.id}
        if place.kind == "test" and not {"positive", "negative"} <= results:
            yield place.id


def _about_tests(draft: Draft) -> Iterator[str]:
    for name in _tests_without_exits(draft):
        yield f"`{name}` is a test without ways for a positive and a negative result: it was made a step."
