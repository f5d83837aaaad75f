"""The card of a node: everything the pack says about it, in parts that a reader can choose."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from pages.shared.card_numbers import numbers_html
from pages.shared.dated import dated_html
from pages.shared.kept import kept_html
from pages.shared.prose_html import (
    Citations,
    emergency_html,
    finding_html,
    list_html,
    node_link,
    prose_html,
    sources_html,
)
from pages.shared.templates import in_blocks, rendered
from pathways import evidence
from pathways.graph import care_graph
from pathways.graph.trunk import trunk
from pathways.model import Edge, EdgeKind, LivingWith, Node, Pack
from pathways.model.vocabulary import (
    AREA_LABELS,
    CONVENTION_LABEL,
    EDGE_KINDS,
    NODE_KINDS,
    RESULT_LABELS,
    TOGETHERNESS_LABELS,
    URGENT,
    VERDICT_LABELS,
)

USUAL_PRACTICE = "Usual practice, no source."
MOST_STARTS = 3
"""So many places that lead here are told one by one; of more, those of the main way come first."""
PARTS = {
    "about": "What it is",
    "happens": "What happens",
    "numbers": "Numbers",
    "living": "Living with it",
    "next": "What next",
    "unknown": "Not known",
}
"""The parts of a card with their names; a part that has nothing to say is left out."""

_HEADINGS = {
    "about": {
        "what_to_do": "What to do",
        "how_urgent": "How urgent it is",
        "what_it_is": "What it is",
        "feels_like": "What it can feel like",
        "how_found": "How it is found",
        "can_show": "What it can show",
        "cannot_show": "What it cannot show",
        "considered_for": "Who it is considered for",
        "not_for": "Who it is not for, or not yet",
        "cautions": "Good to know",
    },
    "happens": {"before": "Before", "during": "During", "after": "After"},
}
_NEXT = ("questions", "if_positive", "if_negative")
_LISTS = {"considered_for": USUAL_PRACTICE, "not_for": USUAL_PRACTICE, "can_show": "", "cannot_show": ""}


def parts_of(pack: Pack, node: Node) -> list[str]:
    """The parts that the node's card has, in order."""
    has = {
        "about": True,
        "happens": bool(node.before or node.during or node.after),
        "numbers": bool(pack.findings_of[node.id] or pack.gaps_of[node.id]),
        "living": node.living_with is not None,
        "next": True,
        "unknown": True,
    }
    return [part for part in PARTS if has[part]]


def part_of(section: str) -> str:
    """The part of a card that a section of a node stands in.

    >>> part_of("driving"), part_of("during"), part_of("questions"), part_of("cautions")
    ('living', 'happens', 'next', 'about')
    """
    if section in AREA_LABELS:
        return "living"
    if section in _NEXT:
        return "next"
    return next((part for part, headings in _HEADINGS.items() if section in headings), "about")


def part_words(node: Node, part: str) -> str:
    """The name of a part on this node's card."""
    return "Benefits and harms" if part == "numbers" and node.kind == "option" else PARTS[part]


def show_card(pack: Pack, node: Node, part: str) -> None:
    """Draw the chosen part of the card and the sources that it cites."""
    st.html(card_html(pack, node, part))


@kept_html
def card_html(pack: Pack, node: Node, part: str) -> Markup:
    """The chosen part of a card and its sources, as blocks one below the other."""
    citations = Citations(pack)
    blocks = _blocks(pack, node, part, citations)
    if citations.numbers:
        blocks.append(Markup("<h3>Sources</h3>") + sources_html(pack, citations))
    return in_blocks([*blocks, dated_html(pack, node.id)])


def _blocks(pack: Pack, node: Node, part: str, citations: Citations) -> list[Markup]:
    match part:
        case "numbers":
            return _numbers(pack, node, citations)
        case "living" if node.living_with:
            return [_living(pack, node.living_with, citations)]
        case "next":
            return [_next(pack, node, citations)]
        case "unknown":
            return [_unknown(pack, node, citations)]
        case _:
            return [_sections(pack, node, _HEADINGS[part], citations)]


def heading_html(pack: Pack, node: Node) -> Markup:
    """The top of the card: what kind of place it is, its two names, and one or two sentences."""
    return rendered(
        "card/heading.html",
        node=node,
        kind=NODE_KINDS[node.kind].label,
        lane=pack.lane[node.lane].label,
        summary=prose_html(pack, [node.summary], Citations(pack)),
    )


def _sections(pack: Pack, node: Node, headings: dict[str, str], citations: Citations) -> Markup:
    html = Markup("")
    for name, heading in headings.items():
        paragraphs = getattr(node, name)
        if not paragraphs:
            continue
        html += Markup("<h3>{}</h3>").format(heading)
        if name in _LISTS:
            html += list_html(pack, paragraphs, citations, _LISTS[name])
        else:
            html += prose_html(pack, paragraphs, citations)
        if node.shows_emergency and pack.info.emergency and name == _section_before_the_signs(node):
            html += emergency_html(pack, pack.info.emergency, citations, node.own_emergency)
    return html


def _section_before_the_signs(node: Node) -> str:
    """The section that the signs that need help at once follow: what comes after, else what to do."""
    sections = ("after", "what_to_do", "what_it_is")
    return next(section for section in sections if getattr(node, section))


def _living(pack: Pack, living: LivingWith, citations: Citations) -> Markup:
    html = Markup("")
    for name, heading in AREA_LABELS.items():
        if paragraphs := getattr(living, name):
            html += Markup("<h3>{}</h3>{}").format(heading, prose_html(pack, paragraphs, citations))
    return html


def _next(pack: Pack, node: Node, citations: Citations) -> Markup:
    """What cannot wait stands first, then what a result means, then the other ways, then what to ask."""
    html = _onward(pack, node, URGENT, citations)
    for name, heading in (("if_positive", "If it is positive"), ("if_negative", "If it is negative")):
        if paragraphs := getattr(node, name):
            html += Markup("<h3>{}</h3>{}").format(heading, prose_html(pack, paragraphs, citations))
    for kind in EDGE_KINDS:
        if kind != URGENT:
            html += _onward(pack, node, kind, citations)
    html += _leading_here(pack, node, citations) + _not_taken(pack, node, citations)
    questions = list_html(pack, node.questions, citations)
    return html + Markup("<h3>Questions to ask</h3>{}").format(questions)


def _onward(pack: Pack, node: Node, kind: EdgeKind, citations: Citations) -> Markup:
    """The ways of one kind that lead on; before the urgent ones what leads to help from everywhere."""
    edges = [edge for edge in pack.edges_from[node.id] if edge.kind == kind]
    everywhere = [pack.everywhere[node.id]] if kind == URGENT and node.id in pack.everywhere else []
    if not edges and not everywhere:
        return Markup("")
    meant = Markup("<p>{}</p>").format(_how_meant(node, edges))
    ways = _ways(pack, [*everywhere, *edges], citations, to_end=True)
    return Markup("<h3>{}</h3>{}{}").format(EDGE_KINDS[kind].label, meant, ways)


def _leading_here(pack: Pack, node: Node, citations: Citations) -> Markup:
    said = pack.info.everywhere
    html = Markup("")
    if said and said.to == node.id:
        basis = citations.marks(said.basis) or CONVENTION_LABEL
        place = Markup("<strong>Every place</strong>")
        way = rendered("card/way.html", place=place, condition=said.condition, result="", basis=basis)
        html = Markup('<ul class="ways">{}</ul>').format(way)
    if edges := list(pack.edges_to[node.id]):
        html += _ways(pack, edges, citations, to_end=False)
    return Markup("<h3>What leads here</h3>{}").format(html) if html else html


def _not_taken(pack: Pack, node: Node, citations: Citations) -> Markup:
    """The other ways from each place that leads here, with condition, kind and what they rest on.

    Where many places lead here, the one on the main way stands first, and the rest is folded.
    """
    starts = dict.fromkeys(edge.start for edge in pack.edges_to[node.id])
    others = {start: [way for way in pack.edges_from[start] if way.end != node.id] for start in starts}
    told = {
        start: {"start": pack.node[start], "ways": [_way_told(pack, way, citations) for way in ways]}
        for start, ways in others.items()
        if ways
    }
    if not told:
        return Markup("")
    first = _first_starts(pack, node, list(told))
    more = [told[start] for start in told if start not in first]
    return rendered("card/why_not.html", first=[told[start] for start in first], more=more)


def _first_starts(pack: Pack, node: Node, starts: Sequence[str]) -> Sequence[str]:
    """All places if they are few; else the one on the main way from the start, or the first ones."""
    if len(starts) <= MOST_STARTS:
        return starts
    line = trunk(pack.once(care_graph), pack.info.start, node.id) if node.id != pack.info.start else None
    on_line = [start for start in starts if line and start in line.to_goal]
    return on_line or starts[:MOST_STARTS]


def _way_told(pack: Pack, edge: Edge, citations: Citations) -> dict[str, object]:
    return {
        "kind": edge.terms.label,
        "place": node_link(pack, edge.end),
        "condition": edge.condition,
        "result": RESULT_LABELS[edge.result],
        "basis": citations.marks(edge.basis) or CONVENTION_LABEL,
    }


def _how_meant(node: Node, edges: Sequence[Edge]) -> str:
    """Whether several ways of one kind may be taken together: further steps always may."""
    if len(edges) < 2:
        return ""
    if edges[0].terms.is_escalation:
        return TOGETHERNESS_LABELS["any"]
    return TOGETHERNESS_LABELS[node.roads] if edges[0].terms.is_usual else ""


def _ways(pack: Pack, edges: Sequence[Edge], citations: Citations, *, to_end: bool) -> Markup:
    items = [
        rendered(
            "card/way.html",
            place=node_link(pack, edge.end if to_end else edge.start),
            condition=edge.condition,
            result=RESULT_LABELS[edge.result],
            basis=citations.marks(edge.basis) or CONVENTION_LABEL,
        )
        for edge in edges
    ]
    return Markup('<ul class="ways">{}</ul>').format(Markup("").join(items))


def _numbers(pack: Pack, node: Node, citations: Citations) -> list[Markup]:
    """The figures, the answers first; then the gaps and where findings disagree."""
    blocks = numbers_html(pack, node, citations)
    more = _gaps(pack, node) + _conflicts(pack, node, citations, is_folded=True)
    return [*blocks, more] if more else blocks


def _unknown(pack: Pack, node: Node, citations: Citations) -> Markup:
    html = _gaps(pack, node) + _conflicts(pack, node, citations)
    if not html:
        html = Markup("<p>No gap is listed for this place. That does not mean that everything is known.</p>")
    if claims := pack.claims_of[node.id]:
        html += rendered(
            "card/claims.html",
            claims=claims,
            verdicts=VERDICT_LABELS,
            marks={claim.claim_id: citations.marks(claim.findings) for claim in claims},
        )
    return html


def _gaps(pack: Pack, node: Node) -> Markup:
    gaps = pack.gaps_of[node.id]
    return rendered("gaps.html", gaps=gaps) if gaps else Markup("")


def _conflicts(pack: Pack, node: Node, citations: Citations, *, is_folded: bool = False) -> Markup:
    groups = [
        {
            "findings": [finding_html(pack, finding, citations) for finding in group],
            "why": evidence.why_they_may_differ(pack, group),
        }
        for group in evidence.conflicts(pack, pack.findings_of[node.id])
    ]
    return rendered("card/conflicts.html", groups=groups, is_folded=is_folded) if groups else Markup("")
