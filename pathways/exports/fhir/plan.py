"""The places and ways of a pack as a PlanDefinition.

Each lane is a group of actions, each place an action in it, and each way an action in its place: so a way has
its own condition, and what leads to a place by one way or another is not read as "all of these must be met".
"""

from __future__ import annotations

from pathways import evidence
from pathways.exports.fhir.release import Release, Resource, fhir_id, urn, without_blanks
from pathways.exports.links import Links
from pathways.exports.pathway import about, plain
from pathways.map.views import FROM_EVERYWHERE
from pathways.model import Edge, Lane, Node, Pack
from pathways.model.vocabulary import (
    CONVENTION_LABEL,
    EDGE_KINDS,
    NODE_KINDS,
    TOGETHERNESS_LABELS,
    Togetherness,
)

TERMS = "http://terminology.hl7.org/CodeSystem"
SELECTION: dict[Togetherness, str] = {"any": "any", "one": "at-most-one", "": ""}


def plan(pack: Pack, links: Links, release: Release) -> Resource:
    """The PlanDefinition. It is a draft for as long as the pack says who has not signed it off."""
    info = pack.info
    focus = {"coding": [_coding(code.system, code.code, code.words) for code in info.codes]}
    return without_blanks(
        {
            "resourceType": "PlanDefinition",
            "id": fhir_id(info.id),
            "url": links.whole() if links.app else urn(info.id),
            "version": info.version,
            "name": "".join(part.capitalize() for part in info.id.split("_")),
            "title": plain(info.title),
            "type": {"coding": [_coding(f"{TERMS}/plan-definition-type", "clinical-protocol")]},
            "status": "draft",
            "date": f"{info.date:%Y-%m-%d}",
            "description": "\n\n".join((*map(plain, info.condition), *about(pack))),
            "useContext": [
                {
                    "code": _coding(f"{TERMS}/usage-context-type", "focus"),
                    "valueCodeableConcept": without_blanks({**focus, "text": plain(info.title)}),
                }
            ],
            "copyright": info.licence,
            "relatedArtifact": [release.linked("The whole map", links.whole())],
            "action": [
                *_from_everywhere(pack, release),
                *(_lane(pack, lane, links, release) for lane in pack.info.lanes),
            ],
        }
    )


def _coding(system: str, code: str, words: str = "") -> Resource:
    return without_blanks({"system": system, "code": code, "display": words})


def _from_everywhere(pack: Pack, release: Release) -> list[Resource]:
    """What leads to one place from every other, said once."""
    said = pack.info.everywhere
    if said is None:
        return []
    return [
        {
            "id": "from-everywhere",
            **release.link_of_an_action("from-everywhere"),
            "title": f"{FROM_EVERYWHERE} {plain(said.condition)}",
            "priority": "stat",
            "condition": [_condition(said.condition)],
            "relatedAction": [{release.target: fhir_id(said.to), "relationship": "before"}],
            "documentation": _basis(pack, said.basis),
        }
    ]


def _lane(pack: Pack, lane: Lane, links: Links, release: Release) -> Resource:
    nodes = [node for node in pack.nodes if node.lane == lane.id]
    id_ = f"lane-{fhir_id(lane.id)}"
    return without_blanks(
        {
            "id": id_,
            **release.link_of_an_action(id_),
            "title": plain(lane.label),
            "description": plain(lane.plain),
            "groupingBehavior": "logical-group",
            "action": [_place(pack, node, links, release) for node in nodes],
        }
    )


def _place(pack: Pack, node: Node, links: Links, release: Release) -> Resource:
    ways = pack.edges_from[node.id]
    forward = [edge for edge in ways if edge.terms.is_forward]
    others = [edge for edge in ways if not edge.terms.is_forward]
    actions = [_way(pack, edge, links, release) for edge in forward]
    figures = [_figure(pack, finding.finding_id, links) for finding in pack.findings_of[node.id]]
    id_ = fhir_id(node.id)
    return without_blanks(
        {
            "id": id_,
            **release.link_of_an_action(id_),
            "title": plain(node.plain_label),
            "description": plain(node.summary),
            "textEquivalent": plain(node.clinical_label),
            **release.code_of_an_action(NODE_KINDS[node.kind].label),
            "documentation": [release.linked("Card", links.place(node.id)), *figures],
            "action": [
                *_together(node, actions, release),
                *(_way(pack, edge, links, release) for edge in others),
            ],
        }
    )


def _together(node: Node, actions: list[Resource], release: Release) -> list[Resource]:
    """The ways on from a place: one group where the pack says whether several may be taken."""
    if not node.roads or not actions:
        return actions
    id_ = fhir_id(f"{node.id}--on")
    group = {"title": TOGETHERNESS_LABELS[node.roads], "selectionBehavior": SELECTION[node.roads]}
    return [{"id": id_, **release.link_of_an_action(id_), **group, "action": actions}]


def _way(pack: Pack, edge: Edge, links: Links, release: Release) -> Resource:
    id_ = fhir_id(f"{edge.start}--{edge.end}")
    route = release.linked("Route", links.way(edge))
    return without_blanks(
        {
            "id": id_,
            **release.link_of_an_action(id_),
            "title": plain(edge.condition),
            **release.code_of_an_action(EDGE_KINDS[edge.kind].label),
            "priority": "stat" if edge.terms.is_urgent else "",
            "condition": [_condition(edge.condition)],
            "relatedAction": [{release.target: fhir_id(edge.end), "relationship": "before"}],
            "documentation": [route, *_basis(pack, edge.basis)],
        }
    )


def _condition(words: str) -> Resource:
    """A condition as it is worded: no program can work it out."""
    expression = {"language": "text/plain", "expression": plain(words), "description": plain(words)}
    return {"kind": "applicability", "expression": expression}


def _basis(pack: Pack, basis: tuple[str, ...]) -> list[Resource]:
    if not basis:
        return [{"type": "documentation", "display": CONVENTION_LABEL}]
    return [
        {
            "type": "citation",
            "citation": evidence.citation(pack.source[source_id]),
            "resource": urn(pack.info.id, "Citation", source_id),
        }
        for source_id in basis
    ]


def _figure(pack: Pack, finding_id: str, links: Links) -> Resource:
    canonical = links.finding(finding_id) if links.app else urn(pack.info.id, "Evidence", finding_id)
    return {
        "type": "justification",
        "display": plain(pack.finding[finding_id].outcome),
        "resource": canonical,
    }
