"""Walk a case, or a route of the map: at each place one chooses the way on, and is then told its condition.

A walk is a route that the pack holds: that of a made-up case, with what changes in it, or the main line
between two places. The reader chooses at every place of it; the walk goes on as the route does, because the
story does. So each place where the two differ is told at once, and a warning sign is never left behind.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

import networkx as nx

from pathways.criteria import CriterionReading, answers_of, read_case
from pathways.graph import care_graph
from pathways.graph.elective import elective_graph
from pathways.graph.trunk import trunk
from pathways.learning.seeds import shuffled
from pathways.learning.ties import leads_to_help
from pathways.model import Edge, Fact, Pack, TeachingCase
from pathways.model.vocabulary import CaseState, CriterionKind

SPEAKS_AGAINST: frozenset[tuple[CriterionKind, CaseState]] = frozenset(
    {("usually_asked_for", "not_met"), ("usually_not_done", "met"), ("points_away", "met")}
)
"""Published conditions that speak against a place, by kind and state; nothing is added up from them."""

SPEAKS_FOR: frozenset[tuple[CriterionKind, CaseState]] = frozenset(
    {("usually_asked_for", "met"), ("points_to", "met"), ("warning", "met")}
)
"""Published conditions that fit a case, by kind and state."""


@dataclass(frozen=True)
class Leg:
    """A part of a walk: what is told at its start, what is known from then on, and its places in order.

    ``emergencies`` are all places that need help now by what is told.
    """

    story: tuple[str, ...]
    facts: Mapping[str, str]
    route: tuple[str, ...]
    teaches: str = ""
    emergencies: tuple[str, ...] = ()


@dataclass(frozen=True)
class Step:
    """A place at which one chooses the way on, and the way that the walk takes.

    ``leg`` counts the parts of the walk from 0, and ``place`` the places of that part.
    """

    leg: int
    place: int
    here: str
    goes_to: str

    @property
    def is_first(self) -> bool:
        return self.place == 0


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
            Step(number, place, here, onward)
            for number, leg in enumerate(self.legs)
            for place, (here, onward) in enumerate(pairwise(leg.route))
        )

    def goes_back(self, step: Step) -> bool:
        """Does a part of the walk begin here, at a place that was passed in an earlier part?"""
        return step.is_first and any(step.here in leg.route for leg in self.legs[: step.leg])

    def told_at(self, step: Step) -> tuple[str, ...]:
        """All that was told up to a step."""
        return tuple(words for leg in self.legs[: step.leg + 1] for words in leg.story)


def walk_of_case(case: TeachingCase) -> Walk:
    """The walk of a case and then of each change to it; a change without a route of its own has no steps."""
    first = Leg(case.story, case.facts, case.route, emergencies=case.expected.emergencies)
    changes = [
        Leg(one.story, {**case.facts, **one.facts}, one.route, one.teaches, one.expected.emergencies)
        for one in case.twists
    ]
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

    ``passes_sign``: a warning sign of the story was passed over, at its way to help or on the way from there.
    ``also_leads``: from the chosen place one
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
    return Chosen(
        step=step,
        edge=edge,
        taken=taken,
        others=tuple(way for way in onward.values() if way not in (edge, taken)),
        passes_sign=edge != taken and _passes_sign(pack, walk, step, taken, end),
        also_leads=edge != taken and _leads_on(pack, end, walk.legs[step.leg].route[-1]),
    )


def _passes_sign(pack: Pack, walk: Walk, step: Step, taken: Edge, end: str) -> bool:
    """Does it leave a sign of the story, where the walk goes to help for it or on from there?

    What lies on the way of the walk, and help for another sign of the story, passes over nothing.
    """
    leg = walk.legs[step.leg]
    places = pack.once(_places_of_help)
    was_met = any(pack.node[node_id].kind == "emergency" for node_id in leg.route[: step.place + 1])
    is_being_helped = was_met and {step.here, step.goes_to} <= places
    if not (leads_to_help(pack, taken) or is_being_helped):
        return False
    is_help = is_being_helped and end in places
    return not (is_help or end in leg.route[step.place + 1 :] or end in leg.emergencies)


def _places_of_help(pack: Pack) -> frozenset[str]:
    """Emergencies, and where one is helped at once: where ways onward lead from them."""
    found = {node.id for node in pack.nodes if node.kind == "emergency"}
    onward = (edge for one in found for edge in pack.edges_from[one] if not edge.terms.is_return)
    return frozenset(found | {edge.end for edge in onward})


def emergency_of(pack: Pack, walk: Walk, step: Step) -> str | None:
    """The place of help that a step leads to or has come from; None if there is none."""
    route = walk.legs[step.leg].route
    passed = [*reversed(route[: step.place + 1])]
    return next((one for one in (step.goes_to, *passed) if pack.node[one].kind == "emergency"), None)


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


def speaks_for(pack: Pack, leg: Leg, node_id: str) -> bool:
    """Does a published condition of a place fit the case, and does none of it speak against it?"""
    if not pack.criteria or not leg.facts:
        return False
    states = {
        (row.criterion.kind, row.state)
        for row in read_case(pack, answers_of(pack, leg.facts.items())).rows_at(node_id)
    }
    return bool(states & SPEAKS_FOR) and not states & SPEAKS_AGAINST


def found_at(pack: Pack, leg: Leg, here: str) -> tuple[tuple[Fact, str], ...]:
    """What is known of the case from a place: facts of its own, or of a test those of where its results lead.

    Each with its answer in words.
    """
    own = [fact for fact in pack.facts if fact.node == here and fact.fact_id in leg.facts]
    if not own and pack.node[here].kind == "test":
        ends = {edge.end for edge in pack.edges_from[here] if edge.result}
        own = [fact for fact in pack.facts if fact.node in ends and fact.fact_id in leg.facts]
    known = answers_of(pack, ((fact.fact_id, leg.facts[fact.fact_id]) for fact in own)).known
    return tuple((fact, _in_words(pack, fact, known[fact.fact_id])) for fact in own if fact.fact_id in known)


def _in_words(pack: Pack, fact: Fact, value: str | Decimal) -> str:
    unit = f" {pack.unit_words(fact.unit)}" if fact.is_number else ""
    return f"{fact.label_of(value)}{unit}"


def known_part(pack: Pack, walk: Walk, trail: Sequence[str]) -> tuple[str, ...]:
    """The trail up to the first place that no way leads to: the rest would be about other places."""
    kept: list[str] = []
    for step, end in zip(walk.steps, trail, strict=False):
        if end not in {edge.end for edge in ways(pack, step.here)}:
            break
        kept.append(end)
    return tuple(kept)
