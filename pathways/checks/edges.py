"""``edges.csv``: the ways between places, one by one."""

from __future__ import annotations

import re
from collections import Counter

from pathways.checks.rule import Problems, in_edge, lanes_of_emergencies, numbers, unknown_source
from pathways.model import Finding, Pack
from pathways.problems import Problem, shown

_SLOWER = re.compile(r"\b(same day|next day|soon|today|within \w+ (hours?|days?|weeks?))\b", re.IGNORECASE)


def edges_join_known_nodes(pack: Pack) -> Problems:
    for edge in pack.edges:
        for end in (edge.start, edge.end):
            if end not in pack.node:
                yield in_edge(edge, f"{end!r} is not a node.", "Correct the id or add its file to nodes/.")


def edges_are_single(pack: Pack) -> Problems:
    for (start, end), count in Counter((edge.start, edge.end) for edge in pack.edges).items():
        if count > 1:
            wrong, mend = "There are several edges between the two.", "Join their conditions into one row."
            yield Problem("edges.csv", f"{start} to {end}", wrong, mend)
        if start == end:
            yield Problem("edges.csv", f"{start} to {end}", "It leads to itself.", "Remove the row.")


def edge_bases_are_sources(pack: Pack) -> Problems:
    for edge in pack.edges:
        for source_id in edge.basis:
            if source_id not in pack.source:
                yield in_edge(edge, *unknown_source(source_id))


def times_by_convention_say_so(pack: Pack) -> Problems:
    """A time that rests on habit is not a rule: its condition says so, in a word that ``pack.yaml`` lists."""
    said_by = pack.info.agreed_by
    for edge in pack.edges if said_by else ():
        says_so = any(word.casefold() in edge.condition.casefold() for word in said_by)
        if edge.is_convention and re.search(r"\d", edge.condition) and not says_so:
            wrong = f"The condition {shown(edge.condition)} holds a number without a source."
            mend = f"Name the source in basis, or say that it is habit, in one of: {', '.join(said_by)}."
            yield in_edge(edge, wrong, mend)


def bases_speak_of_an_end_of_their_edge(pack: Pack) -> Problems:
    """A source that an edge rests on has a finding at one of the two places that the edge joins.

    A rule cannot tell whether the source carries the condition. One whose findings all stand elsewhere does
    not. A source without any finding was read for the way alone.
    """
    for edge in pack.edges:
        for source_id in edge.basis:
            findings = pack.findings_of_source.get(source_id, ())
            places = {node_id for finding in findings for node_id in finding.nodes}
            if places and not places & {edge.start, edge.end}:
                wrong = f"No finding of {source_id} stands at {edge.start} or at {edge.end}."
                mend = "Name a source that carries the condition, or write convention."
                yield in_edge(edge, wrong, f"{mend} If it does carry it, add the node to the finding.")


def numbers_of_conditions_stand_in_their_basis(pack: Pack) -> Problems:
    """A number in a condition is one that a finding of its basis says."""
    for edge in pack.edges:
        found = [f for source_id in edge.basis for f in pack.findings_of_source.get(source_id, ())]
        said = {number for finding in found for number in numbers(_told(finding))}
        for number in sorted(numbers(edge.condition) - said if found else ()):
            wrong = f"The condition says {number}, which no finding of its basis says."
            yield in_edge(edge, wrong, "Correct the number, or name the source that says it.")


def _told(finding: Finding) -> str:
    """Whatever in the row may hold a number for a condition: its words, its figure and its time."""
    figures = (finding.value, finding.low, finding.high, finding.follow_up_months)
    return " ".join((finding.statement, finding.plain, *(str(n) for n in figures if n is not None)))


def urgent_edges_lead_to_safety(pack: Pack) -> Problems:
    """Help is where the emergencies are: an urgent way ends in their lane."""
    lanes = lanes_of_emergencies(pack)
    for edge in pack.edges:
        if edge.terms.is_urgent and edge.end in pack.node and pack.node[edge.end].lane not in lanes:
            mend = "Lead it to an emergency or to a place of their lane, or choose another kind."
            yield in_edge(edge, "An urgent edge leaves the lane of warning signs.", mend)


def urgent_edges_name_no_slower_speed(pack: Pack) -> Problems:
    """Every urgent way is shown as "At once": another speed in its condition would contradict that."""
    for edge in pack.edges:
        if edge.terms.is_urgent and (slower := _SLOWER.search(edge.condition)):
            wrong = f'The condition says "{slower[0]}", but an urgent way is shown as "At once".'
            yield in_edge(edge, wrong, "Leave the speed out; the card of the emergency says it.")


def results_belong_to_tests(pack: Pack) -> Problems:
    for edge in pack.edges:
        if edge.result and edge.start in pack.node and pack.node[edge.start].kind != "test":
            yield in_edge(edge, f"{edge.start} is no test but has a result.", "Empty the column result.")
