"""The treatment-pathway library: a pack of care pathways, read, checked and asked.

What is named here is public (docs/api.md lists it); whatever lies deeper may be renamed. The library never
imports Streamlit, and it imports pandas and plotly only when a table or a chart is made.

>>> import pathways
>>> pack = pathways.load_pack()
>>> pathways.care_graph(pack).nodes[pack.info.start]["label"] == pack.node[pack.info.start].plain_label
True

The packages build on each other in one direction only, from ``model`` over ``graph``, ``checks`` and
``evidence`` to ``charts`` and ``sheet``; the import contract in pyproject.toml names the layer of each.
"""

from pathways.comparison import comparison as compare
from pathways.criteria import answers_of, read_case
from pathways.errors import PathwaysError
from pathways.evidence.frames import (
    claims_frame,
    criteria_frame,
    facts_frame,
    findings_frame,
    gaps_frame,
    sources_frame,
)
from pathways.graph import care_graph
from pathways.loading import load_pack
from pathways.map.svg import svg as map_svg
from pathways.map.views import whole_map
from pathways.model import Pack
from pathways.problems import PackError

__all__ = [
    "Pack",
    "PackError",
    "PathwaysError",
    "answers_of",
    "care_graph",
    "claims_frame",
    "compare",
    "criteria_frame",
    "facts_frame",
    "findings_frame",
    "gaps_frame",
    "load_pack",
    "map_svg",
    "read_case",
    "sources_frame",
    "whole_map",
]
