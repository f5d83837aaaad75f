"""Warning signs: what leads to their check from everywhere, and the one list of signs that need help at once.

A pack may do without either; then the rules have nothing to hold.
"""

from __future__ import annotations

import re

from pathways.checks.rule import Problems, in_edge, in_node, lanes_of_emergencies, unknown_source
from pathways.model import Emergency, Node, Pack
from pathways.problems import Problem, shown
from pathways.text import markup, readability

COPIED = 3
"""A paragraph that names so many signs of the list copies it; fewer are one danger told in its own place."""


def everywhere_leads_to_safety(pack: Pack) -> Problems:
    said, lanes = pack.info.everywhere, lanes_of_emergencies(pack)
    if said and (said.to not in pack.node or pack.node[said.to].lane not in lanes):
        mend = "Name the place where warning signs are checked, in the lane of the emergencies."
        yield Problem("pack.yaml", "everywhere", f"{said.to!r} is no place for warning signs.", mend)


def emergencies_stand_in_one_lane(pack: Pack) -> Problems:
    home, *others = lanes_of_emergencies(pack) or ("",)
    for node in pack.nodes:
        if node.kind == "emergency" and node.lane in others:
            wrong = f"It stands in the lane {node.lane}, and other emergencies in {home}."
            yield in_node(node, wrong, "Put all emergencies into one lane.")


def everywhere_rests_on_sources(pack: Pack) -> Problems:
    for source_id in pack.info.everywhere.basis if pack.info.everywhere else ():
        if source_id not in pack.source:
            yield Problem("pack.yaml", "everywhere", *unknown_source(source_id))


def what_is_so_everywhere_is_no_edge(pack: Pack) -> Problems:
    """A drawn way to the check means more than what is said of every place: a result of a test."""
    said = pack.info.everywhere
    for edge in pack.edges:
        if said and edge.terms.is_urgent and edge.end == said.to and not edge.result:
            mend = "Remove the row, or lead the sign that it names to its own emergency."
            yield in_edge(edge, "pack.yaml says this of every place under everywhere.", mend)


def every_emergency_is_named_by_the_check(pack: Pack) -> Problems:
    """From everywhere to the check, from the check to each emergency: two steps lead to every one."""
    said = pack.info.everywhere
    if said is None or said.to not in pack.node:
        return
    named = {said.to, *(edge.end for edge in pack.edges_from[said.to])}
    for node in pack.nodes:
        if node.kind == "emergency" and node.id not in named:
            mend = f"Add the edge that leads from {said.to} to it."
            yield in_node(node, f"No way leads to this emergency from {said.to}.", mend)


def emergencies_begin_with_the_number(pack: Pack) -> Problems:
    """Whom to call is the first sentence: in the list of signs, in the check and in each emergency.

    ``number_known_by`` of the list says by which words a sentence names the number to call.
    """
    emergency = pack.info.emergency
    if emergency is None or not emergency.number_known_by:
        return
    named_by = ", ".join(emergency.number_known_by)
    mend = f"Begin with whom to call: the first sentence holds one of: {named_by}."
    if not _begins_with_the_number(emergency, emergency.call):
        yield Problem("pack.yaml", "emergency", "The list does not begin with the number to call.", mend)
    check = pack.info.everywhere.to if pack.info.everywhere else ""
    for node in pack.nodes:
        to_do = node.what_to_do[:1]
        if (node.kind == "emergency" or node.id == check) and not any(
            _begins_with_the_number(emergency, words) for words in to_do
        ):
            yield in_node(node, "what_to_do does not begin with the number to call.", mend)


def _begins_with_the_number(emergency: Emergency, paragraph: str) -> bool:
    first = next(iter(readability.sentences_of(markup.own_words(paragraph))), "").casefold()
    return any(words.casefold() in first for words in emergency.number_known_by)


def the_list_of_signs_is_filled(pack: Pack) -> Problems:
    emergency = pack.info.emergency
    if emergency is None:
        return
    if not emergency.signs:
        yield Problem("pack.yaml", "emergency", "The list holds no sign.", "Write the signs, one line each.")
    for sign in emergency.signs:
        if not sign.known_by:
            mend = "Name at least one word by which prose that names the sign is found."
            yield Problem("pack.yaml", "emergency", f"{shown(sign.sign)} has no word under known_by.", mend)


def places_that_need_the_signs_show_them(pack: Pack) -> Problems:
    """Every option does, and every place with a way to help that does not wait for a test's result."""
    for node in pack.nodes if pack.info.emergency else ():
        urgent = any(edge.terms.is_urgent and not edge.result for edge in pack.edges_from[node.id])
        if (node.kind == "option" or urgent) and not node.shows_emergency:
            mend = "Write shows_emergency: true."
            yield in_node(node, "It does not show the signs that need help at once.", mend)


def own_signs_follow_the_list(pack: Pack) -> Problems:
    for node in pack.nodes:
        if node.shows_emergency and pack.info.emergency is None:
            mend = "Write the list in pack.yaml under emergency."
            yield in_node(node, "It shows a list of signs that the pack does not have.", mend)
        if node.own_emergency and not node.shows_emergency:
            mend = "Write shows_emergency: true, or tell them elsewhere."
            yield in_node(node, "It has signs of its own, but does not show the list.", mend)


def prose_copies_no_list_of_signs(pack: Pack) -> Problems:
    """Only an emergency and the check tell signs in their own words: everywhere else stands the one list."""
    emergency = pack.info.emergency
    check = pack.info.everywhere.to if pack.info.everywhere else ""
    if emergency is None:
        return
    signs = [_any_of(sign.known_by) for sign in emergency.signs if sign.known_by]
    for node in pack.nodes:
        if node.kind != "emergency" and node.id != check:
            yield from _copies(signs, node)


def _copies(signs: list[re.Pattern[str]], node: Node) -> Problems:
    for section, paragraph in node.prose():
        words = markup.own_words(paragraph)
        if sum(bool(sign.search(words)) for sign in signs) >= COPIED:
            mend = "Take them out; shows_emergency: true puts the list of pack.yaml on the card."
            yield in_node(node, f"{section} tells signs of the list again: {shown(words)}.", mend)


def _any_of(beginnings: tuple[str, ...]) -> re.Pattern[str]:
    """Finds a word that begins like one of these."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, beginnings))})", re.IGNORECASE)
