"""The pack as a networkx graph, and the questions that are asked of it.

``build`` makes the graph and its views, ``paths`` finds the ways between places, and ``subgraphs`` cuts out
the part of the graph that answers a reader's question.
"""

from pathways.graph.build import care_graph, forward_graph, urgent_graph, without_everywhere
from pathways.graph.subgraphs import usual_descendants

__all__ = ["care_graph", "forward_graph", "urgent_graph", "usual_descendants", "without_everywhere"]
