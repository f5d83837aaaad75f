"""What can be shown on each box of a map: how often, how many figures and how direct, what is not known.

A mark is words and a small shape that says the same without colour. It repeats what the pack says of a place
and never adds up shares: where several figures count a cause, one of them is said, and how many more there
are. Which one: of the nearest people, and of those a share of causes first; never by its size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from pathways.evidence import causes, nearest_first, reading
from pathways.map.model import Mark, MarkLegend, MarkShape
from pathways.model import Finding, Node, OverviewBox, Pack
from pathways.model.vocabulary import COUNTING_ROLES, ROLE_LABELS
from pathways.text.sentences import pluralised

MarkName = Literal["often", "figures", "unknown"]
MARKS: Mapping[MarkName, str] = MappingProxyType(
    {
        "often": "How often each cause was found",
        "figures": "How many figures, how direct",
        "unknown": "What is not known",
    }
)
"""What can be shown on the map, with its words."""

NOT_FOUND = "not found"
_SHAPE_OF_ROLE: Mapping[str, MarkShape] = MappingProxyType(
    {"cause_share": "disc", "incidence": "triangle", "prevalence": "square"}
)
_NO_SUM = "Each number is about other people and counts something else, so they cannot be added or ranked."
_NOT_ALL = "Where no gap is listed, not everything is known."


def mark_of(pack: Pack, node: Node, name: MarkName | None) -> Mark | None:
    """What a place shows; None if the question does not belong to it."""
    return _OF_NODE[name](pack, node) if name else None


def mark_of_group(pack: Pack, box: OverviewBox, name: MarkName | None) -> Mark | None:
    """What a box of the overview shows for the places that it stands for; no share is ever added up."""
    nodes = [pack.node[node] for node in box.nodes]
    if len(nodes) == 1:
        return mark_of(pack, nodes[0], name)
    return _OF_GROUP[name](pack, nodes) if name else None


def legend_of(pack: Pack, name: MarkName | None) -> MarkLegend | None:
    """What the shapes of the marks mean."""
    return MarkLegend(MARKS[name], tuple(_ENTRIES[name](pack)), _NOTES.get(name, "")) if name else None


def role_first(pack: Pack, cause: Node) -> tuple[Finding, ...]:
    """How often a cause was found: the nearest people first, and for the same people shares of causes."""
    order = list(COUNTING_ROLES)
    findings = sorted(causes.how_often(pack, cause), key=lambda finding: order.index(finding.role))
    return nearest_first(pack, findings)


def _often(pack: Pack, node: Node) -> Mark | None:
    if node.kind != "cause":
        return None
    told = [(finding, _people(pack, finding)) for finding in role_first(pack, node)]
    counted = [(finding, people) for finding, people in told if people]
    if not counted:
        return Mark(NOT_FOUND, "missing", "How often it is found: not found.")
    finding, people = counted[0]
    more = len(told) - 1
    said = reading(pack, finding, "patients")
    full = f"How often: {people}. {said.outcome}; {said.population_and_time}."
    rest = f" {pluralised(more, 'more figure')}." if more else ""
    return Mark(
        f"{people} +{more}" if more else people, _SHAPE_OF_ROLE[finding.role], full + rest, said.outcome
    )


def _people(pack: Pack, finding: Finding) -> str:
    return reading(pack, finding, "patients").own.people


def _often_in_group(pack: Pack, nodes: Sequence[Node]) -> Mark | None:
    found = [mark for node in nodes if (mark := _often(pack, node))]
    if not found:
        return None
    known = [mark for mark in found if mark.shape != "missing"]
    words = f"{len(known)} of {len(found)} counted"
    return Mark(words, "disc" if known else "missing", f"How often: {words}; each has figures of its own.")


def _figures(pack: Pack, node: Node) -> Mark:
    return _figures_of(pack, pack.findings_of[node.id])


def _figures_in_group(pack: Pack, nodes: Sequence[Node]) -> Mark:
    findings = {finding.finding_id: finding for node in nodes for finding in pack.findings_of[node.id]}
    return _figures_of(pack, findings.values())


def _figures_of(pack: Pack, findings: Iterable[Finding]) -> Mark:
    """How many figures, and how many of them are about the people whom the pack is for."""
    counted = list(findings)
    if not counted:
        return Mark("no figure", "missing", "Figures: no figure.")
    nearest = next(iter(pack.group.values()))
    direct = sum(finding.directness == nearest.id for finding in counted)
    shape: MarkShape = "disc" if direct == len(counted) else "half" if direct else "ring"
    words = f"{pluralised(len(counted), 'figure')}, {direct} direct"
    return Mark(words, shape, f"{words}: about {nearest.short}.")


def _unknown(pack: Pack, node: Node) -> Mark:
    return _gaps(len(pack.gaps_of[node.id]))


def _unknown_in_group(pack: Pack, nodes: Sequence[Node]) -> Mark:
    return _gaps(len({id(gap) for node in nodes for gap in pack.gaps_of[node.id]}))


def _gaps(count: int) -> Mark:
    if not count:
        return Mark("no gap listed", "ring", "Not known: no gap listed.")
    return Mark(f"{count} not known", "missing", f"Not known: {pluralised(count, 'gap')}.")


def _entries_often(pack: Pack) -> list[tuple[MarkShape, str]]:  # noqa: ARG001 (as of all marks)
    roles = [(shape, ROLE_LABELS[role]) for role, shape in _SHAPE_OF_ROLE.items()]  # type: ignore[index]
    return [*roles, ("missing", "Not found")]


def _entries_figures(pack: Pack) -> list[tuple[MarkShape, str]]:
    people = next(iter(pack.group.values())).short
    return [
        ("disc", f"Direct: all about {people}"),
        ("half", f"Some about {people}"),
        ("ring", "All about other people"),
        ("missing", "No figure"),
    ]


def _entries_unknown(pack: Pack) -> list[tuple[MarkShape, str]]:  # noqa: ARG001 (as of all marks)
    return [("missing", "Something is not known"), ("ring", "No gap is listed")]


_OF_NODE: Mapping[MarkName, Callable[[Pack, Node], Mark | None]] = MappingProxyType(
    {"often": _often, "figures": _figures, "unknown": _unknown}
)
_OF_GROUP: Mapping[MarkName, Callable[[Pack, Sequence[Node]], Mark | None]] = MappingProxyType(
    {"often": _often_in_group, "figures": _figures_in_group, "unknown": _unknown_in_group}
)
_ENTRIES: Mapping[MarkName, Callable[[Pack], list[tuple[MarkShape, str]]]] = MappingProxyType(
    {"often": _entries_often, "figures": _entries_figures, "unknown": _entries_unknown}
)
_NOTES: Mapping[str, str] = MappingProxyType({"often": _NO_SUM, "unknown": _NOT_ALL})
