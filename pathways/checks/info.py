"""``pack.yaml``: its dates, its start, its lanes and the boxes of its Net."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pathways.checks.rule import Problems, in_node, one_of
from pathways.model import HeadlineQuestion, Pack
from pathways.problems import Problem


def lanes_are_known_and_unique(pack: Pack) -> Problems:
    for lane, count in Counter(lane.id for lane in pack.info.lanes).items():
        if count > 1:
            yield Problem("pack.yaml", f"lane {lane}", "This lane stands twice.", "Keep one of them.")
    for node in pack.nodes:
        if node.lane not in pack.lane:
            yield in_node(node, f"The lane {node.lane!r} is not known.", one_of(pack.lane))


def groups_are_single(pack: Pack) -> Problems:
    for group, count in Counter(group.id for group in pack.info.groups).items():
        if count > 1:
            yield Problem("pack.yaml", f"group {group}", "This group stands twice.", "Keep one of them.")


def outcome_groups_are_single(pack: Pack) -> Problems:
    for group, count in Counter(group.id for group in pack.info.outcome_groups).items():
        if count > 1:
            wrong = "This outcome group stands twice."
            yield Problem("pack.yaml", f"outcome group {group}", wrong, "Keep one of them.")


def headlines_can_be_answered(pack: Pack) -> Problems:
    for asked in pack.info.headlines:
        for wrong, mend in _faults_of(pack, asked):
            yield Problem("pack.yaml", f"headline {asked.question!r}", wrong, mend)


def _faults_of(pack: Pack, asked: HeadlineQuestion) -> Iterator[tuple[str, str]]:
    if asked.place not in pack.node:
        yield f"The place {asked.place!r} is not a node.", "Correct the id."
    elif asked.outcome and pack.node[asked.place].kind != "option":
        yield (
            f"{asked.place} is not an option, and has no outcomes.",
            "Name an option, or write counts instead.",
        )
    if bool(asked.counts) == bool(asked.outcome):
        yield (
            "It asks for counts and for an outcome, or for neither.",
            "Write counts or outcome, one of the two.",
        )
    if asked.outcome and asked.outcome not in pack.outcome_group:
        yield f"The outcome group {asked.outcome!r} is not known.", one_of(pack.outcome_group)


def units_are_single(pack: Pack) -> Problems:
    for unit, count in Counter(unit.id for unit in pack.info.units).items():
        if count > 1:
            yield Problem("pack.yaml", f"unit {unit}", "This unit stands twice.", "Keep one of them.")


def scales_rise_from_nought_or_more(pack: Pack) -> Problems:
    """A score below 0 would be read as a change of one."""
    for unit in pack.info.units:
        if unit.scale and not 0 <= unit.scale.least < unit.scale.most:
            wrong = f"The scale goes from {unit.scale.least} to {unit.scale.most}."
            mend = "Let it rise from 0 or more, or leave the scale out: then it is not drawn."
            yield Problem("pack.yaml", f"unit {unit.id}", wrong, mend)


def start_is_a_node(pack: Pack) -> Problems:
    if pack.info.start not in pack.node:
        yield Problem(
            "pack.yaml", "start", f"{pack.info.start!r} is not a node.", "Name the node where all begins."
        )


def net_holds_each_node_once(pack: Pack) -> Problems:
    homes = Counter(node_id for box in pack.info.net for node_id in box.nodes)
    for node in pack.nodes:
        if homes[node.id] != 1:
            wrong = f"{node.id} stands in {homes[node.id]} boxes of the Net."
            yield Problem("pack.yaml", "net", wrong, "Put each node into exactly one box.")
    for node_id in homes:
        if node_id not in pack.node:
            yield Problem("pack.yaml", "net", f"{node_id!r} is not a node.", "Remove it or correct the id.")


def review_comes_after_the_date(pack: Pack) -> Problems:
    if pack.info.next_review <= pack.info.date:
        mend = "Set the day by which the pack is to be read again."
        yield Problem("pack.yaml", "next_review", "The next review is not after the date of the pack.", mend)


def review_comes_within_ten_years(pack: Pack) -> Problems:
    if pack.info.next_review.year > pack.info.date.year + 10:
        wrong = "The next review is more than ten years after the date of the pack."
        yield Problem("pack.yaml", "next_review", wrong, "Set a day by which a reader can expect it.")
