"""What is unknown: a gap, the question that a study of it would ask, and what is published on that question.

The question has the four parts that every question of a trial has: people, choice, comparison, outcome. Each
is chosen from the words of the pack. What is found is said part by part; nothing is counted as an answer that
answers something else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from pathways.learning.seeds import SET, shuffled
from pathways.model import Finding, Gap, Pack, Role
from pathways.model.vocabulary import ROLE_LABELS

NOTHING = "nothing"
"""The comparison of a question that compares with nothing."""

PARTS = ("people", "choice", "beside", "outcome")
"""The parts of a question: whom, what is done, beside what, and what is counted."""


@dataclass(frozen=True)
class Stub:
    """A question by the ids of its parts: a group, a place, another place or nothing, and an outcome."""

    people: str
    choice: str
    beside: str
    outcome: str


@dataclass(frozen=True)
class Published:
    """A finding about the choice and the outcome of a question, and whether its other parts are as asked."""

    finding: Finding
    has_people: bool
    has_comparison: bool

    @property
    def is_as_asked(self) -> bool:
        """Does every part of the question hold for it?"""
        return self.has_people and self.has_comparison


def gaps(pack: Pack, seed: int) -> tuple[Gap, ...]:
    """The gaps of a set, in the order of the seed."""
    return shuffled(pack.gaps, seed, lambda gap: f"unknown {gap.node_id} {gap.missing}")[:SET]


def outcomes(pack: Pack) -> Mapping[str, str]:
    """What can be counted: the groups of outcomes of the pack, then other kinds of figures that it has."""
    ungrouped = {finding.role for finding in pack.findings if not finding.outcome_group}
    roles: tuple[Role, ...] = get_args(Role)
    named = {group.id: group.label for group in pack.info.outcome_groups}
    return named | {role: ROLE_LABELS[role] for role in roles if role in ungrouped and role not in named}


def words_of(pack: Pack) -> Mapping[str, Mapping[str, str]]:
    """What can be chosen for each of :data:`PARTS`: ids with the words of the pack."""
    places = {node.id: node.plain_label for node in pack.nodes}
    acts = {node.id: node.plain_label for node in pack.nodes if node.kind in ("option", "test")}
    return {
        "people": {group.id: group.label for group in pack.info.groups},
        "choice": places,
        "beside": {NOTHING: "Nothing else", **acts},
        "outcome": outcomes(pack),
    }


def published(pack: Pack, stub: Stub) -> tuple[Published, ...]:
    """The findings about the choice and the outcome of a question: those first that are as asked in full."""
    found = [
        Published(
            finding,
            has_people=finding.directness == stub.people,
            has_comparison=_compares(finding, stub.beside),
        )
        for finding in pack.findings_of[stub.choice]
        if stub.outcome in (finding.outcome_group, finding.role)
    ]
    return tuple(sorted(found, key=lambda one: not one.is_as_asked))


def _compares(finding: Finding, beside: str) -> bool:
    """A finding compares with a place only if it is about that place too."""
    is_alone = not finding.comparator and finding.comparator_value is None
    return is_alone if beside == NOTHING else not is_alone and beside in finding.nodes
