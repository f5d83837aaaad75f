"""The ways not taken on the cards of the map: each with its condition, its kind and what it rests on."""

from __future__ import annotations

from html import escape

from pages.shared.node_card import MOST_STARTS, _not_taken
from pages.shared.prose_html import Citations
from pathways.model import Pack
from pathways.model.vocabulary import CONVENTION_LABEL
from tests.opened import html, opened


def test_every_card_that_ways_lead_to_tells_the_ways_not_taken(real_pack: Pack) -> None:
    for node in real_pack.nodes:
        told = str(_not_taken(real_pack, node, Citations(real_pack)))
        starts = {edge.start for edge in real_pack.edges_to[node.id]}
        others = [e for start in starts for e in real_pack.edges_from[start] if e.end != node.id]
        assert told.count("<li>") == len(others)
        assert ("Why not another way?" in told) is bool(others)


def test_a_way_not_taken_has_its_condition_its_kind_and_its_basis(tiny: Pack) -> None:
    told = str(_not_taken(tiny, tiny.node["old_leaves"], Citations(tiny)))
    for edge in tiny.edges_from["taste"]:
        if edge.end != "old_leaves":
            assert escape(edge.condition) in told
            assert f'data-node="{edge.end}"' in told
    assert "Next: " in told
    assert CONVENTION_LABEL in told
    assert "source-water_survey" in told


def test_where_many_places_lead_here_those_of_the_main_way_stand_first_and_the_rest_under_one(
    real_pack: Pack,
) -> None:
    for node in real_pack.nodes:
        told = str(_not_taken(real_pack, node, Citations(real_pack)))
        folded = told.count("more place")
        first = told.partition("more place")[0].count("<summary>From “")
        assert first <= (told.count("<summary>From “") if not folded else 6)
        assert folded == (told.count("<summary>From “") > MOST_STARTS)
    told = str(_not_taken(real_pack, real_pack.node["team_decision"], Citations(real_pack)))
    assert "more places that lead here" in told


def test_it_stands_on_the_card_under_what_next() -> None:
    written = html(opened("map", node="refusion", part="next"))
    assert written.index("What leads here") < written.index("Why not another way?")
