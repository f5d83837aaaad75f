"""The pathway in the formats of other tools, read back by a tool that others use."""

from __future__ import annotations

import io
import json
from collections import Counter

import networkx as nx
import pydot
import pytest

from pathways.exports import OF_A_PACK, Links, whole
from pathways.exports.pathway import pathway_graph, plain, ways
from pathways.graph import without_everywhere
from pathways.map.views import note
from pathways.model import Pack
from pathways.model.vocabulary import EDGE_KINDS, NODE_KINDS
from tests.hostile_words import hostile_pack

APP = "https://example.org/app/"


@pytest.fixture(params=["tiny", "real"])
def pack(request: pytest.FixtureRequest, tiny: Pack, real_pack: Pack) -> Pack:
    return {"tiny": tiny, "real": real_pack}[request.param]


@pytest.fixture
def hostile(tiny: Pack) -> Pack:
    return hostile_pack(tiny)


def graphml(pack: Pack) -> nx.DiGraph[str]:
    return nx.read_graphml(io.BytesIO(whole(pack, "graphml", Links(APP))))


def node_link(pack: Pack) -> nx.DiGraph[str]:
    return nx.node_link_graph(json.loads(whole(pack, "node-link", Links(APP))), edges="edges")


def dot(pack: Pack) -> pydot.Dot:
    (read,) = pydot.graph_from_dot_data(whole(pack, "dot", Links(APP)).decode()) or ()
    return read


def unquoted(words: str) -> str:
    return words[1:-1].replace('\\"', '"').replace("\\\\", "\\")


@pytest.mark.parametrize("read", [graphml, node_link])
def test_networkx_reads_back_every_place_and_way_with_all_they_say(
    read: object, pack: Pack, hostile: Pack
) -> None:
    assert callable(read)
    for one in (pack, hostile):
        graph, written = read(one), pathway_graph(one, Links(APP))
        assert dict(graph.nodes(data=True)) == dict(written.nodes(data=True))
        assert {(a, b): said for a, b, said in graph.edges(data=True)} == {
            (a, b): said for a, b, said in written.edges(data=True)
        }
        assert {name: graph.graph[name] for name in written.graph} == written.graph
        assert graph.number_of_edges() == len(ways(one)) >= len(one.edges)


def test_graphviz_language_is_read_back_with_lanes_labels_and_conditions(pack: Pack, hostile: Pack) -> None:
    for one in (pack, hostile):
        read, graph = dot(one), without_everywhere(pathway_graph(one, Links(APP)))
        lanes = {lane.get_name().strip('"') for lane in read.get_subgraphs()}
        assert lanes == {f"cluster_{lane.id}" for lane in one.info.lanes}
        places = {
            node.get_name().strip('"'): unquoted(node.get("label"))
            for lane in read.get_subgraphs()
            for node in lane.get_nodes()
            if node.get_name() != "graph"
        }
        assert places == {node: graph.nodes[node]["label"] for node in graph}
        conditions = {
            (edge.get_source().strip('"'), edge.get_destination().strip('"')): unquoted(edge.get("label"))
            for edge in read.get_edges()
        }
        assert conditions == {(a, b): said["condition"] for a, b, said in graph.edges(data=True)}


@pytest.mark.parametrize("name", ["graphml", "node-link", "dot", "mermaid"])
def test_a_file_says_what_it_holds_from_when_under_which_licence_and_leads_back(
    name: str, real_pack: Pack
) -> None:
    text = whole(real_pack, name, Links(APP)).decode()
    info = real_pack.info
    for words in (info.title, info.version, f"{info.date}", info.licence, "not advice"):
        assert words in text
    assert info.licence
    for node in real_pack.nodes:
        assert f"{APP}map?node={node.id}" in text


@pytest.mark.parametrize("name", ["dot", "mermaid"])
def test_what_leads_to_one_place_from_everywhere_is_said_once_in_what_is_drawn(
    name: str, real_pack: Pack
) -> None:
    assert real_pack.everywhere
    assert whole(real_pack, name).decode().count(note(real_pack)) == 1


def test_without_an_address_links_begin_at_the_top_of_the_app(tiny: Pack) -> None:
    graph = pathway_graph(tiny, Links())
    assert graph.nodes["tea"]["link"] == "map?node=tea"
    assert graph.edges["choice", "tea"]["link"] == "map?view=route&from=choice&to=tea"


def test_prose_is_told_without_its_marks_and_without_letters_that_no_file_may_hold() -> None:
    assert plain("See [rest](rest) [tea-01]. {tea-02}") == "See rest."
    assert plain("two\nlines\x00 and\ufffe more") == "two lines and more"


@pytest.mark.parametrize("name", ["dot", "mermaid"])
def test_every_kind_of_place_has_its_look_and_help_and_ways_back_look_like_no_other_way(name: str) -> None:
    from pathways.exports import dot, mermaid

    shapes, look = {"dot": (dot.SHAPES, dot.style_of), "mermaid": (mermaid.SHAPES, mermaid.arrow_of)}[name]
    assert set(shapes) == set(NODE_KINDS)
    drawn = Counter(look(terms) for terms in EDGE_KINDS.values())
    for terms in EDGE_KINDS.values():
        if terms.is_urgent or terms.is_return:
            assert drawn[look(terms)] == 1


def test_every_format_of_a_whole_pack_names_its_file_by_pack_content_and_version(tiny: Pack) -> None:
    names = [chosen.file_name(tiny) for chosen in OF_A_PACK.values()]
    assert len(set(names)) == len(names)
    for name in names:
        assert name.startswith("tea-")
        assert "-0.0.1-2026-01-01." in name
    assert "tea-pathway-0.0.1-2026-01-01.graphml" in names
