"""Every name by which a reader may look for a place, plain, clinical or everyday."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pathways.model import Node, Pack


def names(pack: Pack) -> Mapping[str, str]:
    """Names as they are offered to a reader, each with the id of the node it leads to.

    Each node is offered by its plain and clinical label together, then by every other name, as in
    "non-union: The bones did not join". Nodes stand in the order of the lanes.
    """
    return pack.once(_names)


def _names(pack: Pack) -> Mapping[str, str]:
    lanes = list(pack.lane)
    ordered = sorted(pack.nodes, key=lambda node: lanes.index(node.lane))
    main = {label(node): node.id for node in ordered}
    others = {f"{name}: {node.plain_label}": node.id for node in ordered for name in node.also_called}
    return MappingProxyType(
        {**main, **{name: node_id for name, node_id in sorted(others.items()) if name not in main}}
    )


def label(node: Node) -> str:
    """Both names of a node, the plain one first."""
    return f"{node.plain_label} ({node.clinical_label})"
