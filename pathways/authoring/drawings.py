"""A pathway that was drawn elsewhere becomes a draft: GraphML, node-link JSON, or a FHIR PlanDefinition.

Places, ways and conditions are taken as text. What else the file holds is named as still to be done.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Any
from xml.etree.ElementTree import ParseError

import networkx as nx

from pathways.authoring.draft import Draft, made_fit
from pathways.authoring.graphs import draft_of_graph
from pathways.authoring.plans import draft_of_plan
from pathways.loading.refusal import Refusal
from pathways.loading.text import text_of
from pathways.problems import PackError, Problem

MOST_BYTES = 8_000_000
"""How large a drawing may be."""

MOST_PLACES = 2_000
MOST_WAYS = 20_000
"""How many places and ways a drawing may hold."""

_READS = "GraphML, node-link JSON and FHIR PlanDefinition are read."


def draft_from(content: bytes, file: str, name: str) -> Draft:
    """The pathway that a drawing holds.

    Args:
        content: the bytes of the file.
        file: what it is called, for messages.
        name: the id of the pack that is begun.

    Raises:
        PackError: it cannot be read, or holds no pathway.
    """
    try:
        return made_fit(_bounded(_read(content)(name)))
    except Refusal as refusal:
        problem = Problem(PurePath(file).name, refusal.where, refusal.wrong, refusal.mend)
        raise PackError([problem]) from None


def _read(content: bytes) -> Callable[[str], Draft]:
    if len(content) > MOST_BYTES:
        raise Refusal(f"It is too large: a drawing may have {MOST_BYTES:,} bytes.", "Keep one pathway in it.")
    text = text_of(content).lstrip()
    if text.startswith("<"):
        graph = _graphml(text)
        return lambda name: draft_of_graph(graph, name)
    if text.startswith("{"):
        return _json(text)
    raise Refusal("It is no drawing that is known here.", _READS)


def _graphml(text: str) -> nx.Graph[Any]:
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise Refusal("It defines words of its own (DOCTYPE).", "Save it as plain GraphML.")
    try:
        graph: nx.Graph[Any] = nx.read_graphml(io.BytesIO(text.encode()))
    except ParseError as error:
        raise Refusal(f"This is no XML: {error}.", "Save it again as GraphML.") from None
    except Exception:  # noqa: BLE001 (what networkx raises for a file that is no GraphML is not documented)
        raise Refusal("This is no GraphML that can be read.", "Save it again as GraphML.") from None
    return graph


def _json(text: str) -> Callable[[str], Draft]:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refusal(f"This is no JSON: {str(error)[:200]}.", "Save it again.") from None
    if plan := _plan(content):
        return lambda name: draft_of_plan(plan, name)
    graph = _node_link(content)
    return lambda name: draft_of_graph(graph, name)


def _plan(content: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The first PlanDefinition of a file: the resource itself, or one in a bundle."""
    entries = content.get("entry")
    bundled = (
        [entry.get("resource") for entry in entries if isinstance(entry, dict)]
        if isinstance(entries, list)
        else []
    )
    for resource in (content, *bundled):
        if isinstance(resource, dict) and resource.get("resourceType") == "PlanDefinition":
            return resource
    if "resourceType" in content:
        raise Refusal("It holds no PlanDefinition.", "Name the file of the plan.")
    return None


def _node_link(content: Mapping[str, Any]) -> nx.Graph[Any]:
    """The graph of node-link JSON, whose ways are called edges or, by older tools and D3, links."""
    edges = next((key for key in ("edges", "links") if isinstance(content.get(key), list)), None)
    if edges is None or not isinstance(content.get("nodes"), list):
        raise Refusal("It holds no nodes with edges or links.", _READS)
    try:
        read: nx.Graph[Any] = nx.node_link_graph(
            {"directed": True, "multigraph": False, **content}, edges=edges
        )
    except Exception:  # noqa: BLE001 (what networkx raises for odd JSON is not documented)
        raise Refusal(
            "Its nodes and edges cannot be read.", "Each node needs an id, each edge a source and a target."
        ) from None
    return read


def _bounded(draft: Draft) -> Draft:
    if not draft.places:
        raise Refusal("It holds no places.", "Draw at least one box.")
    if len(draft.places) > MOST_PLACES or len(draft.ways) > MOST_WAYS:
        wrong = f"It holds more than {MOST_PLACES:,} places or {MOST_WAYS:,} ways."
        raise Refusal(wrong, "Keep one pathway in it.")
    return draft
