"""``nodes/``: what the card of each place must say."""

from __future__ import annotations

from pathways.checks.rule import Problems, in_node
from pathways.model import Pack

SECTIONS_OF_KIND = {
    "option": ("before", "during", "after", "living_with", "considered_for", "not_for"),
    "test": ("before", "during", "after", "can_show", "cannot_show", "if_positive", "if_negative"),
    "cause": ("feels_like", "how_found"),
    "emergency": ("how_urgent", "what_to_do"),
    "step": ("before", "during", "after"),
    "question": (),
    "outcome": (),
}
"""The sections that a node of each kind must fill besides the common ones."""


def nodes_fill_the_sections_of_their_kind(pack: Pack) -> Problems:
    for node in pack.nodes:
        needed = ("what_it_is", "questions", *SECTIONS_OF_KIND[node.kind])
        for section in needed:
            if not getattr(node, section):
                mend = "Write it; where nothing is known, say that no usable evidence was found."
                yield in_node(node, f"The section {section} is empty (kind {node.kind}).", mend)


def living_with_fills_each_area(pack: Pack) -> Problems:
    for node in pack.nodes:
        areas = node.living_with.model_fields_set if node.living_with else ()
        for area in sorted(areas):
            if not getattr(node.living_with, area):
                mend = "Write it; where nothing is known, say that no usable evidence was found."
                yield in_node(node, f"living_with.{area} is empty.", mend)


def options_show_benefit_and_harm_or_a_gap(pack: Pack) -> Problems:
    for node in pack.nodes:
        roles = {finding.role for finding in pack.findings_of[node.id]}
        for role in ("benefit", "harm"):
            if node.kind == "option" and role not in roles and not pack.gaps_of[node.id]:
                mend = f"Add a {role} row to findings.csv, or say in gaps.csv that none was found."
                yield in_node(node, f"The option has no {role} finding and no stated gap.", mend)


def tests_have_an_exit_for_either_result(pack: Pack) -> Problems:
    for node in pack.nodes:
        results = {edge.result for edge in pack.edges_from[node.id]}
        for result in ("positive", "negative"):
            if node.kind == "test" and result not in results:
                mend = f"Mark the edge that a {result} result leads along in the column result."
                yield in_node(node, f"No edge leaves this test for a {result} result.", mend)
