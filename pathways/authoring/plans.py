"""A FHIR PlanDefinition becomes a draft, in release R5 (``targetId``) or R4B (``actionId``).

An action that only holds others together is a column. One inside of a place that is related to another action
is a way, with its condition. All others are places; those that stand inside of a place come after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pathways.authoring.draft import Draft, Place, Way, name_of
from pathways.authoring.graphs import LANE, LANE_LABEL, MOST_NAMED, start_of, words
from pathways.loading.refusal import Refusal
from pathways.model.vocabulary import EDGE_KINDS, NODE_KINDS

DEEPEST = 40
"""How deep actions may stand inside each other."""

MOST_ACTIONS = 50_000
FROM_EVERYWHERE = "from-everywhere"
_TAKEN = {
    "id",
    "linkId",
    "title",
    "description",
    "textEquivalent",
    "code",
    "condition",
    "relatedAction",
    "action",
    "groupingBehavior",
}

Action = Mapping[str, Any]


@dataclass
class _Plan:
    """What has been read of a plan so far. ``names`` are ids of places by those of their actions."""

    places: list[Place] = field(default_factory=list)
    ways: list[Way] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    left: set[str] = field(default_factory=set)
    everywhere: tuple[str, str] | None = None
    count: int = 0


def draft_of_plan(plan: Action, name: str) -> Draft:
    """Places, ways and conditions of a plan.

    Raises:
        Refusal: its actions stand inside each other without end, or are very many.
    """
    read = _Plan()
    for action in _actions(plan):
        _read(read, action, (LANE, LANE_LABEL), None, 1)
    known = set(read.names.values())
    ways = [
        replace(way, start=read.names.get(way.start, ""), end=read.names.get(way.end, ""))
        for way in read.ways
    ]
    good = tuple(way for way in ways if way.start in known and way.end in known)
    to = read.names.get(read.everywhere[0]) if read.everywhere else None
    everywhere = (to, read.everywhere[1]) if to and read.everywhere else None
    title = words(plan, "title", "name") or name.replace("_", " ").capitalize()
    places = tuple(read.places)
    return Draft(
        name,
        title,
        places,
        good,
        start_of(places, good),
        everywhere,
        tuple(_to_do(read, len(ways) - len(good))),
    )


def _to_do(read: _Plan, lost: int) -> Iterator[str]:
    if lost:
        yield f"{lost} ways lead to actions that the plan does not hold: they were left out."
    if left := ", ".join(f"`{name[:40]}`" for name in sorted(read.left)[:MOST_NAMED]):
        yield f"The plan says more of its actions that was not taken: {left}."


def _actions(within: Action) -> list[Action]:
    found = within.get("action")
    return [action for action in found if isinstance(action, dict)] if isinstance(found, list) else []


def _related(action: Action) -> list[tuple[str, str]]:
    """The actions that one is related to, each with how."""
    found = action.get("relatedAction")
    related = [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
    return [(words(one, "targetId", "actionId"), words(one, "relationship")) for one in related]


def _read(read: _Plan, action: Action, lane: tuple[str, str], inside: str | None, depth: int) -> None:
    """Read an action and all in it. ``inside`` is the key of the place in which it stands."""
    read.count += 1
    if depth > DEEPEST or read.count > MOST_ACTIONS:
        wrong = f"Its actions stand more than {DEEPEST} deep, or are more than {MOST_ACTIONS:,}."
        raise Refusal(
            wrong, "Keep one pathway in it.", f"the action {words(action, 'id', 'title', most=60)!r}"
        )
    if words(action, "id") == FROM_EVERYWHERE and _related(action):
        read.everywhere = (_related(action)[0][0], _condition(action))
        return
    if inside is None and words(action, "groupingBehavior"):
        label = words(action, "title") or LANE_LABEL
        lane, inner = (name_of(words(action, "id").removeprefix("lane-") or label), label), None
    elif inside is not None and _is_bundle_of_ways(action):
        inner = inside
    elif inside is not None and _related(action):
        read.ways += _ways_on(inside, action)
        return
    else:
        inner = _read_place(read, action, lane, inside)
    for one in _actions(action):
        _read(read, one, lane, inner, depth + 1)


def _is_bundle_of_ways(action: Action) -> bool:
    """Whether an action in a place only says how the ways in it are meant."""
    inner = _actions(action)
    return bool(words(action, "selectionBehavior")) and bool(inner) and all(_related(one) for one in inner)


def _read_place(read: _Plan, action: Action, lane: tuple[str, str], inside: str | None) -> str:
    key = words(action, "id", "linkId") or f"action {read.count}"
    label = words(action, "title", "description", "textEquivalent") or key
    named = name_of(words(action, "id", "linkId") or label)
    id_ = named if named not in read.taken else name_of(named, read.taken)
    read.taken.add(id_)
    for known in (key, words(action, "linkId")):
        if known:
            read.names.setdefault(known, id_)
    read.left |= {str(name) for name in action} - _TAKEN
    kinds = [kind for kind, terms in NODE_KINDS.items() if terms.label == _code(action)]
    read.places.append(
        Place(
            id_,
            label,
            words(action, "textEquivalent"),
            kinds[0] if kinds else "step",
            *lane,
            summary=words(action, "description") if label != words(action, "description") else "",
        )
    )
    read.ways += [Way(inside, key, _condition(action))] if inside else []
    read.ways += _ways_of_place(key, action)
    return key


def _ways_of_place(key: str, action: Action) -> Iterator[Way]:
    """The ways that a place's own relations mean: it comes before another, or after it."""
    for target, how in _related(action):
        if how.startswith("before"):
            yield Way(key, target, _condition(action))
        elif how.startswith("after"):
            yield Way(target, key, _condition(action))


def _ways_on(inside: str, action: Action) -> Iterator[Way]:
    kinds = [kind for kind, terms in EDGE_KINDS.items() if terms.label == _code(action)]
    for target, _ in _related(action):
        yield Way(inside, target, _condition(action), kinds[0] if kinds else "")


def _code(action: Action) -> str:
    code = action.get("code")
    one = code[0] if isinstance(code, list) and code else code
    return words(one, "text") if isinstance(one, dict) else ""


def _condition(action: Action) -> str:
    """All conditions of an action as one text; its title if it has none."""
    found = action.get("condition")
    listed = (
        [one.get("expression") for one in found if isinstance(one, dict)] if isinstance(found, list) else []
    )
    said = [words(one, "description", "expression", "name") for one in listed if isinstance(one, dict)]
    return "; ".join(filter(None, said))
