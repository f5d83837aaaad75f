"""What may matter to a person: how much, and what is known of it for an option."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pathways.comparison.cells import Cell, Paragraph, findings_near, in_order, living
from pathways.comparison.groups import arms_beside, direct_and_indirect
from pathways.errors import UnknownIdError
from pathways.model import Finding, Gap, Node, Pack, Preference, by_id
from pathways.model.vocabulary import WEIGHT_LABELS
from pathways.text import markup

WEIGHTS = tuple(WEIGHT_LABELS)
"""How much something may matter to a person, from less to more."""


def ordered(pack: Pack, matters: Mapping[str, str]) -> tuple[Preference, ...]:
    """What matters, most first; among equals the order of the pack. What was said not to matter is left out.

    Raises:
        UnknownIdError: a matter or a weight is not known.
    """
    known = by_id("matter", ((matter.id, matter) for matter in pack.compare.matters))
    asked = {known[matter_id].id for matter_id in matters}
    for how_much in matters.values():
        if how_much not in WEIGHTS:
            raise UnknownIdError("weight", how_much, WEIGHTS)
    chosen = (matter for matter in known.values() if matter.id in asked and weight(matters, matter))
    return tuple(sorted(chosen, key=lambda matter: -weight(matters, matter)))


def weight(matters: Mapping[str, str], matter: Preference) -> int:
    """How much a matter weighs: 0 for not, 1 for some, 2 for a lot."""
    return WEIGHTS.index(matters[matter.id])


def preference_cell(pack: Pack, matter: Preference, option: Node, others: Sequence[Node] = ()) -> Cell:
    """The figures of an option that speak of a matter, and what its card says of living with it."""
    lanes = tuple(dict.fromkeys(lane for row in pack.compare.rows for lane in row.after))
    compared = {role for row in pack.compare.rows for role in row.roles} | set(matter.roles)
    arms = arms_beside(pack, option, others)
    of_option = (f for f in findings_near(pack, option, lanes) if _is_of(pack, f, option))
    near = (f for f in (*of_option, *arms) if f.role in compared)
    speaking = in_order(pack, (f for f in near if _speaks_of(f, matter)))
    readings, indirect = direct_and_indirect(pack, option, speaking, others)
    paragraphs = living(option, matter.living_with)
    quoted = (pack.finding[name] for p in paragraphs for name in markup.quoted(p.words))
    is_told = bool(readings or indirect or any(_speaks_of(finding, matter) for finding in quoted))
    none = f"{matter.label}. {pack.compare.none_on_matter}"
    is_told = is_told or any(option.id in pack.finding[name].nodes for name in matter.also)
    gaps = () if is_told else (Gap(node_id=option.id, missing=none),)
    if of_all := matter.of_lanes.get(option.lane):  # so of every such option, and nothing else is needed
        paragraphs, gaps = [Paragraph("", of_all)], ()
    return Cell((*paragraphs, *_told_in_words(pack, matter, option)), readings, gaps, indirect)


def _told_in_words(pack: Pack, matter: Preference, option: Node) -> list[Paragraph]:
    """The sentences of findings whose figure is of something else, and which tell of the matter too."""
    findings = (pack.finding[name] for name in matter.also)
    return [Paragraph("", f"{f.plain} [{f.finding_id}]") for f in findings if option.id in f.nodes]


def _is_of(pack: Pack, finding: Finding, option: Node) -> bool:
    """Findings of places that follow count only in the roles for which a row takes them in."""
    taken = {role for row in pack.compare.rows if row.after for role in row.roles}
    return option.id in finding.nodes or finding.role in taken


def _speaks_of(finding: Finding, matter: Preference) -> bool:
    if finding.role in matter.roles:
        return True
    outcome = finding.outcome.lower()
    return any(re.search(rf"\b{re.escape(word)}", outcome) for word in matter.words)
