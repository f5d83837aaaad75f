"""The pathway as GraphML, which Gephi, yEd, Cytoscape and networkx open."""

from __future__ import annotations

from io import BytesIO

import networkx as nx

from pathways.exports.format import Format
from pathways.exports.links import Links
from pathways.exports.pathway import pathway_graph
from pathways.model import Pack


def written(links: Links, pack: Pack) -> bytes:
    """Read it with ``networkx.read_graphml``."""
    file = BytesIO()
    # The writer of the standard library, whatever else is installed: the same bytes on every machine.
    nx.write_graphml_xml(pathway_graph(pack, links), file)
    return file.getvalue()


GRAPHML = Format(
    "GraphML", "graphml", "application/graphml+xml", written, "pathway", "pathway", "Gephi, yEd and Cytoscape"
)
