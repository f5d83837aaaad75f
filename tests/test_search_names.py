"""Every place is found by each of its names."""

from __future__ import annotations

from pathways.model import Pack
from pathways.search import names


def test_a_place_is_offered_by_its_plain_and_clinical_name_together(tiny: Pack) -> None:
    assert names.label(tiny.node["rest"]) == "Rest (Watchful waiting)"
    assert names.names(tiny)["Rest (Watchful waiting)"] == "rest"


def test_a_place_is_offered_by_each_other_name_with_its_plain_one(tiny: Pack) -> None:
    offered = [name for name, node in names.names(tiny).items() if node == "tea"]
    assert offered == ["Tea (Leaf infusion)", "Blend 2: Tea", "brew: Tea", "cuppa: Tea"]


def test_places_stand_first_in_the_order_of_the_lanes(tiny: Pack) -> None:
    first = list(names.names(tiny).values())[: len(tiny.nodes)]
    lanes = list(tiny.lane)
    assert sorted(first) == sorted(tiny.node)
    assert [lanes.index(tiny.node[node].lane) for node in first] == sorted(
        lanes.index(node.lane) for node in tiny.nodes
    )


def test_other_names_follow_in_the_order_of_the_alphabet(tiny: Pack) -> None:
    others = list(names.names(tiny))[len(tiny.nodes) :]
    assert others == sorted(others)
    assert "dry mouth: Thirst that stays" in others


def test_no_name_of_the_real_pack_is_lost(real_pack: Pack) -> None:
    offered = names.names(real_pack)
    for node in real_pack.nodes:
        assert offered[names.label(node)] == node.id
        for name in node.also_called:
            assert offered[f"{name}: {node.plain_label}"] == node.id


def test_no_two_places_of_the_real_pack_share_a_plain_name(real_pack: Pack) -> None:
    names = [node.plain_label.casefold() for node in real_pack.nodes]
    assert sorted(names) == sorted(set(names))


def test_no_name_of_a_place_stands_twice_on_it_in_the_real_pack(real_pack: Pack) -> None:
    for node in real_pack.nodes:
        names = [name.casefold() for name in (node.plain_label, node.clinical_label, *node.also_called)]
        assert len(set(names[2:])) == len(names[2:]), node.id
        assert not set(names[:2]) & set(names[2:]), node.id
