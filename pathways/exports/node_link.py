"""The pathway as node-link JSON, which networkx, D3 and many others read."""

from __future__ import annotations

import json

import networkx as nx

from pathways.exports.format import Format
from pathways.exports.links import Links
from pathways.exports.pathway import pathway_graph
from pathways.model import Pack


def written(links: Links, pack: Pack) -> bytes:
    """Read it with ``networkx.node_link_graph(json.loads(...), edges="edges")``."""
    data = nx.node_link_data(pathway_graph(pack, links), edges="edges")
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


NODE_LINK = Format(
    "Node-link JSON", "json", "application/json", written, "pathway", "pathway", "networkx, D3 and scripts"
)
