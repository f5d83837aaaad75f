"""``pack.yaml``: what a pack is, the lanes of its map and the boxes of its Net."""

from __future__ import annotations

from pathways.model.cells import Day, Place
from pathways.model.record import Record
from pathways.model.vocabulary import NodeId, Prose, Words


class Lane(Record):
    """A column of the map, such as "Conservative care"."""

    id: NodeId
    label: Words
    plain: Words


class NetBox(Record):
    """A box of the Net, the small overview map: it stands for several nodes, or for one."""

    id: NodeId
    label: Words
    plain: Words
    column: Place
    nodes: tuple[NodeId, ...]


class PackInfo(Record):
    """``pack.yaml``: what the pack is, how fresh it is, and how it is laid out."""

    id: NodeId
    title: Words
    version: Words
    date: Day
    next_review: Day
    start: NodeId
    warning_line: Words
    condition: Prose
    how_many: Prose
    decision: Words
    audience: Prose
    status: Prose
    sign_off: Words
    funding: Words
    interests: Words
    report_mistake: Words
    terms_with_digits: tuple[Words, ...] = ()
    words_for_fusion: tuple[Words, ...] = ()
    lanes: tuple[Lane, ...]
    net: tuple[NetBox, ...]
