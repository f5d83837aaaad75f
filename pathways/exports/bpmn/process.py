"""The places and ways of a pack as a process: places are tasks, ways are conditional sequence flows."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping

from pathways.exports.bpmn.xml import (
    FIRST_WAY,
    INSTANCE,
    NOTE,
    POOL,
    START,
    add,
    lane_id,
    named,
    place_id,
    way_id,
)
from pathways.exports.links import Links
from pathways.exports.pathway import about, basis, plain
from pathways.map.views import note
from pathways.model import Edge, Lane, Node, NodeKind, Pack
from pathways.model.vocabulary import EDGE_KINDS, NODE_KINDS, TOGETHERNESS_LABELS

TASKS: Mapping[NodeKind, str] = {
    "question": "userTask",
    "test": "manualTask",
    "cause": "task",
    "option": "manualTask",
    "step": "manualTask",
    "outcome": "task",
    "emergency": "task",
}
"""What a place of each kind is in a process: people ask and do, and the rest are states that one is in."""


def add_collaboration(definitions: ET.Element, pack: Pack) -> None:
    """The pool, which modellers want around lanes, and what is so of every place."""
    collaboration = add(definitions, "collaboration", id="collaboration")
    add(collaboration, "participant", id=POOL, name=plain(pack.info.title), processRef="process")
    if words := note(pack):
        remark = add(collaboration, "textAnnotation", id=NOTE)
        add(remark, "text", plain(words))


def add_process(definitions: ET.Element, pack: Pack, links: Links) -> None:
    """The process: its lanes, its places and the ways between them."""
    process = add(definitions, "process", id="process", name=plain(pack.info.title), isExecutable="false")
    add(process, "documentation", "\n".join((*map(plain, about(pack)), links.whole())))
    lanes = add(process, "laneSet", id="lanes")
    for lane in pack.info.lanes:
        element = add(lanes, "lane", id=lane_id(lane.id), name=plain(lane.label))
        for id_ in _idsnamed(pack, lane):
            add(element, "flowNodeRef", id_)
    start = add(process, "startEvent", id=START)
    add(start, "outgoing", FIRST_WAY)
    for node in pack.nodes:
        _add_place(process, pack, node, links)
    first = place_id(pack.info.start)
    add(process, "sequenceFlow", id=FIRST_WAY, sourceRef=START, targetRef=first)
    for edge in pack.edges:
        _add_way(process, edge, links)


def _idsnamed(pack: Pack, lane: Lane) -> Iterator[str]:
    if pack.node[pack.info.start].lane == lane.id:
        yield START
    yield from (place_id(node.id) for node in pack.nodes if node.lane == lane.id)


def _add_place(process: ET.Element, pack: Pack, node: Node, links: Links) -> None:
    label = plain(node.plain_label)
    place = add(process, TASKS[node.kind], id=place_id(node.id), name=label)
    said = (
        f"{NODE_KINDS[node.kind].label}: {plain(node.clinical_label)}",
        plain(node.summary),
        TOGETHERNESS_LABELS[node.roads],
        links.place(node.id),
    )
    add(place, "documentation", "\n".join(filter(None, said)))
    for edge in pack.edges_to[node.id]:
        add(place, "incoming", way_id(edge.start, edge.end))
    if node.id == pack.info.start:
        add(place, "incoming", FIRST_WAY)
    for edge in pack.edges_from[node.id]:
        add(place, "outgoing", way_id(edge.start, edge.end))


def _add_way(process: ET.Element, edge: Edge, links: Links) -> None:
    ends = {"sourceRef": place_id(edge.start), "targetRef": place_id(edge.end)}
    flow = add(process, "sequenceFlow", id=way_id(edge.start, edge.end), name=plain(edge.condition), **ends)
    said = (EDGE_KINDS[edge.kind].label, basis(edge), links.way(edge))
    add(flow, "documentation", "\n".join(said))
    formal = {named(INSTANCE, "type"): "bpmn:tFormalExpression"}
    add(flow, "conditionExpression", plain(edge.condition), **formal)
