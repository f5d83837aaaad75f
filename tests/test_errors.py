"""Every error of the library has one base, and an unknown id is told with those that are like it."""

from __future__ import annotations

import importlib
import inspect
import pickle
import pkgutil
from collections.abc import Callable

import pytest

import pathways
from pathways.comparison import comparison
from pathways.errors import PathwaysError, UnknownIdError
from pathways.graph import care_graph
from pathways.graph.paths import count_paths
from pathways.map.svg import svg
from pathways.map.views import overview_map, route_map
from pathways.model import Pack

INNER = {"pathways.loading.records.UnfitRecord", "pathways.loading.refusal.Refusal"}
"""They are caught inside their package and told as problems of a ``PackError``."""


def _own_errors() -> set[type]:
    modules = [importlib.import_module(m.name) for m in pkgutil.walk_packages(pathways.__path__, "pathways.")]
    found = {value for module in modules for value in vars(module).values() if inspect.isclass(value)}
    return {cls for cls in found if issubclass(cls, Exception) and cls.__module__.startswith("pathways")}


def test_every_error_of_the_library_is_a_kind_of_one() -> None:
    seen = {f"{error.__module__}.{error.__qualname__}": error for error in _own_errors()}
    assert seen.keys() >= INNER
    others = {name for name, error in seen.items() if not issubclass(error, PathwaysError)}
    assert others == INNER


@pytest.mark.parametrize(
    ("ask", "noun", "near"),
    [
        (lambda pack: pack.node["tee"], "node", "tea"),
        (lambda pack: pack.node["Tea "], "node", "tea"),
        (lambda pack: pack.finding["tea-0"], "finding", "tea-01"),
        (lambda pack: pack.source["kettel_book"], "source", "kettle_book"),
        (lambda pack: pack.lane[pack.nodes[0].lane + "x"], "lane", None),
        (lambda pack: pack.edges_from["tee"], "node", "tea"),
        (lambda pack: pack.findings_of["tee"], "node", "tea"),
        (lambda pack: pack.claims_of["tee"], "node or topic", "tea"),
        (lambda pack: comparison(pack, ["tee"]), "option", "tea"),
        (lambda pack: comparison(pack, ["tea"], {"nothing": "some"}), "matter", None),
        (lambda pack: comparison(pack, ["tea"], {pack.compare.matters[0].id: "most"}), "weight", "a_lot"),
        (lambda pack: count_paths(care_graph(pack), "tee", "rest"), "node", "tea"),
        (lambda pack: route_map(pack, ["tee"], []), "node", "tea"),
        (lambda pack: route_map(pack, ["tea", "smoke"], [("tea", "tea")]), "edge", None),
        (lambda pack: svg(overview_map(pack), selected="no box"), "box", None),
    ],
)
def test_an_unknown_id_is_named_with_those_that_are_like_it(
    ask: Callable[[Pack], object], noun: str, near: str | None, tiny: Pack
) -> None:
    with pytest.raises(UnknownIdError) as unknown:
        ask(tiny)
    assert str(unknown.value).startswith(f"There is no {noun} ")
    assert near is None or near in unknown.value.near
    assert all(repr(like) in str(unknown.value) for like in unknown.value.near)


def test_an_unknown_id_is_a_key_error_that_can_be_sent_to_another_process(tiny: Pack) -> None:
    with pytest.raises(KeyError) as unknown:
        tiny.node["tee"]
    assert str(pickle.loads(pickle.dumps(unknown.value))) == str(unknown.value)  # noqa: S301 (made here)


@pytest.mark.parametrize("wanted", ["x" * 10_000, "a\x1b[2Jb", "tea\u202e", None, ("tea", "rest"), 7])
def test_whatever_is_asked_for_the_message_is_short_and_safe_to_print(wanted: object, tiny: Pack) -> None:
    with pytest.raises(UnknownIdError) as unknown:
        tiny.node[wanted]  # type: ignore[index]
    assert str(unknown.value).isprintable()
    assert len(str(unknown.value)) < 400


def test_a_look_up_is_a_mapping_that_nobody_can_change(tiny: Pack) -> None:
    assert "tee" not in tiny.node
    assert tiny.node.get("tee") is None
    assert dict(tiny.node) == {node.id: node for node in tiny.nodes}
    with pytest.raises(TypeError):
        tiny.node["tee"] = tiny.nodes[0]  # type: ignore[index]


def test_a_copy_with_other_records_looks_them_up_and_not_the_old_ones(tiny: Pack) -> None:
    assert "rest" in tiny.node
    changed = tiny.model_copy(update={"nodes": tuple(n for n in tiny.nodes if n.id != "rest")})
    assert "rest" not in changed.node
    assert "rest" in tiny.node


def test_a_pack_says_in_one_line_which_it_is_and_how_much_it_holds(real_pack: Pack) -> None:
    said = repr(real_pack)
    assert said == str(real_pack)
    assert len(said) < 200
    for part in (real_pack.info.title, real_pack.info.version, f"{len(real_pack.findings)} findings"):
        assert part in said
