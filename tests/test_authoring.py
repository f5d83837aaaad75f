"""Packs that are begun: the first one, one from a drawing, and the page that leads through it."""

from __future__ import annotations

import datetime as dt
import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.__main__ import main
from pathways.authoring import draft_from, files_of, first_pack, write_pack
from pathways.exports import whole
from pathways.exports.pathway import plain
from pathways.loading import load_pack, read_pack
from pathways.model import Edge, Pack
from pathways.problems import PackError
from tests.opened import html, opened

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "writing_a_pack.md"


def test_a_first_pack_of_five_places_obeys_every_rule(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(tmp_path / "my_pathway")]) == 0
    assert "It obeys every rule." in capsys.readouterr().out
    pack = load_pack(tmp_path / "my_pathway")
    assert len(pack.nodes) == 5
    assert pack.info.id == "my_pathway"
    assert "- [ ] " in (tmp_path / "my_pathway" / "TODO.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "page", ["", "map?view=whole", "map?node=first_way", "compare", "warning_signs", "evidence"]
)
def test_a_first_pack_draws_its_pages(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["new", str(tmp_path / "my_pathway")]) == 0
    monkeypatch.setattr("pages.shared.shelf.DATA", tmp_path / "my_pathway")
    assert "could not be shown" not in html(opened(page))


@pytest.mark.parametrize("name", ["My Pathway", "2nd", "a-b", "é", "x" * 70])
def test_a_name_that_no_address_can_hold_is_refused(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(tmp_path / name)]) == 2
    assert "cannot be the name of a pack" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_nothing_that_is_there_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("mine", encoding="utf-8")
    assert main(["new", str(tmp_path / "mine")]) == 1
    assert "There is something here already." in capsys.readouterr().out
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["letter.txt"]


def test_the_page_about_writing_a_pack_holds_commands_that_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    blocks = re.findall(r"```sh\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    commands = [shlex.split(line)[3:] for line in lines if line.startswith(".venv/bin/python -m pathways ")]
    assert [line for line in lines if not line.startswith(".venv/bin/python -m pathways ")] == ["make run"]
    assert {command[0] for command in commands} == {"new", "export", "check", "to-sheet", "from-sheet"}
    for command in commands:
        assert main(command) == 0, (command, capsys.readouterr())
    first, second = (load_pack(tmp_path / "data" / name) for name in ("my_pathway", "my_second_pathway"))
    assert first == second


FORMATS = ("graphml", "node-link", "fhir-r5", "fhir-r4b")
WITHOUT_RESULTS = {"fhir-r5", "fhir-r4b"}
"""FHIR has no place for the result of a test that opens a way (docs/exports.md)."""


def begun(pack: Pack, name: str, folder: Path) -> Path:
    draft = draft_from(whole(pack, name), f"drawing.{name}", "again")
    write_pack(folder / "again", files_of(draft, pack.info.date))
    return folder / "again"


def way(edge: Edge, *, with_result: bool) -> tuple[str, ...]:
    return edge.start, edge.end, edge.kind, plain(edge.condition), edge.result if with_result else ""


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("which", ["tiny", "real_pack"])
def test_our_own_exports_come_back_with_every_place_way_and_condition(
    name: str, which: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    pack: Pack = request.getfixturevalue(which)
    again = read_pack(begun(pack, name, tmp_path))
    with_result = name not in WITHOUT_RESULTS
    kinds = {node.id: "step" if node.kind == "test" and not with_result else node.kind for node in pack.nodes}
    assert {
        node.id: (plain(node.plain_label), plain(node.clinical_label), kinds[node.id], plain(node.summary))
        for node in pack.nodes
    } == {node.id: (node.plain_label, node.clinical_label, node.kind, node.summary) for node in again.nodes}
    assert {node.id: plain(pack.lane[node.lane].label) for node in pack.nodes} == {
        node.id: again.lane[node.lane].label for node in again.nodes
    }
    assert {way(edge, with_result=with_result) for edge in pack.edges} == {
        way(edge, with_result=with_result) for edge in again.edges
    }
    assert again.info.start == pack.info.start
    assert bool(again.info.everywhere) == bool(pack.info.everywhere)


@pytest.mark.parametrize("name", ["graphml", "node-link"])
@pytest.mark.parametrize("which", ["tiny", "real_pack"])
def test_a_pack_from_our_own_graphs_obeys_every_rule(
    name: str, which: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    assert load_pack(begun(request.getfixturevalue(which), name, tmp_path))


def drawn(tmp_path: Path, content: str | bytes, file: str) -> Pack:
    """The pack that is begun from a drawing of somebody else."""
    drawing = tmp_path / file
    drawing.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert main(["new", str(tmp_path / "mine"), "--from", str(drawing)]) == 0
    return load_pack(tmp_path / "mine")


def test_a_drawing_of_networkx_without_any_of_our_words_obeys_the_rules(tmp_path: Path) -> None:
    graph: nx.DiGraph[str] = nx.DiGraph(
        [("Wake up!", "Tea?"), ("Tea?", "Work"), ("Work", "Tea?"), ("Work", "Wake up!")]
    )
    graph.edges["Tea?", "Work"]["label"] = "after a cup"
    graph.nodes["Work"]["weight"] = 3
    pack = drawn(tmp_path, json.dumps(nx.node_link_data(graph, edges="links")), "x.json")
    assert [(node.id, node.plain_label) for node in pack.nodes] == [
        ("wake_up", "Wake up!"),
        ("tea", "Tea?"),
        ("work", "Work"),
    ]
    assert {(e.start, e.end): e.kind for e in pack.edges} == {
        ("wake_up", "tea"): "onward",
        ("tea", "work"): "onward",
        ("work", "tea"): "return",
        ("work", "wake_up"): "return",
    }
    assert "after a cup" in {edge.condition for edge in pack.edges}
    assert "`weight`" in (tmp_path / "mine" / "TODO.md").read_text(encoding="utf-8")


PLAN = {
    "resourceType": "PlanDefinition",
    "title": "Sore throat",
    "action": [
        {
            "id": "a1",
            "title": "Look",
            "action": [{"title": "Swab", "condition": [{"expression": {"expression": "fever"}}]}],
        },
        {"id": "a2", "title": "Rest", "relatedAction": [{"targetId": "a1", "relationship": "after-end"}]},
        {
            "id": "a3",
            "title": "Look again",
            "relatedAction": [
                {"actionId": "a2", "relationship": "after"},
                {"targetId": "gone", "relationship": "before"},
            ],
        },
    ],
}


def test_a_plan_of_somebody_else_gives_its_places_ways_and_conditions() -> None:
    draft = draft_from(json.dumps(PLAN).encode(), "plan.json", "throat")
    assert [place.label for place in draft.places] == ["Look", "Swab", "Rest", "Look again"]
    assert {(way.start, way.end, way.condition) for way in draft.ways} == {
        ("a1", "swab", "fever"),
        ("a1", "a2", ""),
        ("a2", "a3", ""),
    }
    assert draft.title == "Sore throat"
    assert "1 ways lead to actions that the plan does not hold: they were left out." in draft.to_do


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no drawing that is known"),
        (b"a letter", "no drawing that is known"),
        (b"{", "This is no JSON"),
        (b"[" * 100_000, "no drawing that is known"),
        (b'{"a":' + b"[" * 100_000, "This is no JSON"),
        (b"{}", "holds no nodes"),
        (b'{"nodes": [], "edges": []}', "It holds no places."),
        (b'{"nodes": [1, 2], "edges": []}', "cannot be read"),
        (b'{"directed": false, "nodes": [{"id": 1}], "edges": []}', "Its lines have no direction."),
        (b'{"resourceType": "Patient"}', "holds no PlanDefinition"),
        (b'{"resourceType": "PlanDefinition"}', "It holds no places."),
        (b"<svg/>", "no GraphML"),
        (b"<graphml", "This is no XML"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><graphml/>', "DOCTYPE"),
        (b"\xff\xfe<\x00", "UTF-16"),
        (b"{" + b" " * 8_000_001, "too large"),
        (
            json.dumps({"nodes": [{"id": n} for n in range(2_001)], "edges": []}).encode(),
            "more than 2,000 places",
        ),
    ],
)
def test_a_file_that_is_no_drawing_is_refused_in_a_sentence(content: bytes, says: str) -> None:
    with pytest.raises(PackError) as refusal:
        draft_from(content, "a/drawing.txt", "mine")
    (problem,) = refusal.value.problems
    assert says in problem.wrong
    assert problem.file == "drawing.txt"


def test_actions_inside_of_actions_without_end_are_refused() -> None:
    action: dict[str, object] = {"title": "x"}
    for _ in range(60):
        action = {"title": "x", "action": [action]}
    plan = {"resourceType": "PlanDefinition", "action": [action]}
    with pytest.raises(PackError, match="stand more than 40 deep"):
        draft_from(json.dumps(plan).encode(), "plan.json", "mine")


KEYS = (
    *("id", "title", "action", "relatedAction", "targetId", "relationship", "condition", "code"),
    *("nodes", "edges", "source", "target", "kind", "label", "resource", "expression"),
)
LEAVES = (
    st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=8) | st.sampled_from(["a1", "before"])
)
JSON = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5),
    max_leaves=25,
)


@settings(max_examples=250)
@given(JSON, st.sampled_from(["plan", "graph", "bundle"]))
def test_any_json_becomes_a_draft_or_a_sentence(content: object, shape: str) -> None:
    wrapped = {
        "plan": {"resourceType": "PlanDefinition", "action": content},
        "graph": {"nodes": content, "edges": content},
        "bundle": {"resourceType": "Bundle", "entry": content},
    }[shape]
    try:
        draft = draft_from(json.dumps(wrapped).encode(), "x.json", "mine")
    except PackError:
        return
    assert files_of(draft, dt.date(2026, 2, 28))


def test_a_pack_that_is_begun_on_a_leap_day_is_reviewed_in_a_year() -> None:
    files = files_of(first_pack("mine"), dt.date(2028, 2, 29))
    assert "next_review: '2029-02-28'" in files["pack.yaml"]


@pytest.mark.parametrize("make", [lambda folder: folder / "nowhere.json", lambda folder: folder])
def test_a_drawing_that_is_not_there_is_said(
    make: Callable[[Path], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(tmp_path / "mine"), "--from", str(make(tmp_path))]) == 1
    assert "It cannot be read:" in capsys.readouterr().out
