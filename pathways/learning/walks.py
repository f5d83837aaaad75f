"""Walk a case, or a route of the map: at each place one chooses the way on, and is then told its condition.

A walk is a route that the pack holds: that of a made-up case, with what changes in it, or the main line
between two places. The reader chooses at every place of it; the walk goes on as the route does, because the
story does. So each place where the two differ is told at once, and a warning sign is never left behind.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import networkx as nx

from pathways.criteria import CriterionReading, answers_of, read_case
from pathways.graph import care_graph
from pathways.graph.elective import elective_graph
from pathways.graph.trunk import trunk
from pathways.learning.seeds import shuffled
from pathways.learning.ties import leads_to_help
from pathways.model import Edge, Pack, TeachingCase
from pathways.model.vocabulary import CaseState, CriterionKind

SPEAKS_AGAINST: frozenset[tuple[CriterionKind, CaseState]] = frozenset(
    {("usually_asked_for", "not_met"), ("usually_not_done", "met"), ("points_away", "met")}
)
"""Published conditions that speak against a place, by kind and state; nothing is added up from them."""


@dataclass(frozen=True)
class Leg:
    """A part of a walk: what is told at its start, what is known from then on, and its places in order."""

    story: tuple[str, ...]
    facts: Mapping[str, str]
    route: tuple[str, ...]
    teaches: str = ""


@dataclass(frozen=True)
class Step:
    """A place at which one chooses the way on, and the way that the walk takes; ``leg`` counts from 0."""

    leg: int
    here: str
    goes_to: str
    is_first: bool


@dataclass(frozen=True)
class Walk:
    """A walk through the map. ``case`` is None for a route between two places."""

    title: str
    legs: tuple[Leg, ...]
    case: TeachingCase | None = None

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Every choice of the walk in order."""
        return tuple(
            Step(number, here, onward, place == 0)
            for number, leg in enumerate(self.legs)
            for place, (here, onward) in enumerate(pairwise(leg.route))
        )

    def told_at(self, step: Step) -> tuple[str, ...]:
        """All that was told up to a step."""
        return tuple(words for leg in self.legs[: step.leg + 1] for words in leg.story)


def walk_of_case(case: TeachingCase) -> Walk:
    """The walk of a case and then of each change to it; a change without a route of its own has no steps."""
    first = Leg(case.story, case.facts, case.route)
    changes = [Leg(one.story, {**case.facts, **one.facts}, one.route, one.teaches) for one in case.twists]
    return Walk(case.title, (first, *(leg for leg in changes if leg.route)), case)


def walk_of_route(pack: Pack, start: str, goal: str) -> Walk | None:
    """The walk along the main line between two places; None if no way leads there.

    Raises:
        UnknownNodeError: a place is not in the pack.
    """
    causes = [one.cause for one in pack.compare.presets if one.cause and goal in one.options]
    found = trunk(pack.once(care_graph), start, goal, causes) if start != goal else None
    if found is None:
        return None
    names = (pack.node[start].plain_label, pack.node[goal].plain_label)
    return Walk(f"From “{names[0]}” to “{names[1]}”", (Leg((), {}, found.to_goal),))


def ways(pack: Pack, here: str) -> tuple[Edge, ...]:
    """All ways on from a place in an order that tells nothing, with what leads to help from everywhere."""
    found = {edge.end: edge for edge in pack.edges_from[here]}
    if everywhere := pack.everywhere.get(here):
        found.setdefault(everywhere.end, everywhere)
    return shuffled(found.values(), 1, lambda edge: f"{edge.start} {edge.end}")


@dataclass(frozen=True)
class Chosen:
    """What was chosen at a step, beside the way that the walk takes, and all other ways from there.

    ``passes_sign``: a warning sign of the story was passed over. ``also_leads``: from the chosen place one
    comes to the end of the walk as well, as the map has it.
    """

    step: Step
    edge: Edge
    taken: Edge
    others: tuple[Edge, ...]
    passes_sign: bool
    also_leads: bool

    @property
    def is_same(self) -> bool:
        return self.edge == self.taken


def chosen(pack: Pack, walk: Walk, trail: Sequence[str]) -> tuple[Chosen, ...]:
    """What a trail chose at each step that it reaches. It names one place for each, and may end early.

    Raises:
        ValueError: the trail names a place that no way leads to.
    """
    return tuple(_chosen(pack, walk, step, end) for step, end in zip(walk.steps, trail, strict=False))


def _chosen(pack: Pack, walk: Walk, step: Step, end: str) -> Chosen:
    onward = {edge.end: edge for edge in ways(pack, step.here)}
    if end not in onward:
        raise ValueError(f"No way leads from {step.here!r} to {end!r}.")
    edge, taken = onward[end], onward[step.goes_to]
    is_sign = leads_to_help(pack, taken) and not leads_to_help(pack, edge)
    return Chosen(
        step=step,
        edge=edge,
        taken=taken,
        others=tuple(way for way in onward.values() if way not in (edge, taken)),
        passes_sign=is_sign,
        also_leads=edge != taken and _leads_on(pack, end, walk.legs[step.leg].route[-1]),
    )


def _leads_on(pack: Pack, start: str, goal: str) -> bool:
    if start == goal:
        return True
    graph = elective_graph(pack.once(care_graph), start, goal)
    return start in graph and goal in graph and nx.has_path(graph, start, goal)


def speaking_against(pack: Pack, leg: Leg, node_id: str) -> tuple[CriterionReading, ...]:
    """Published conditions of a place that do not fit the case: a list, in the order of its card."""
    if not pack.criteria or not leg.facts:
        return ()
    read = read_case(pack, answers_of(pack, leg.facts.items()))
    rows = read.rows_at(node_id)
    return tuple(row for row in rows if (row.criterion.kind, row.state) in SPEAKS_AGAINST)


def known_part(pack: Pack, walk: Walk, trail: Sequence[str]) -> tuple[str, ...]:
    """The trail up to the first place that no way leads to: the rest would be about other places."""
    kept: list[str] = []
    for step, end in zip(walk.steps, trail, strict=False):
        if end not in {edge.end for edge in ways(pack, step.here)}:
            break
        kept.append(end)
    return tuple(kept)
