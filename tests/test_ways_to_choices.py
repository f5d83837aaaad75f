"""From a card of the map to the comparison it is about, and to the printed page, in few clicks."""

from __future__ import annotations

import re
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from pages.shared.decision_steps import TAKE_HOME, numbered
from pages.shared.ways_to_choices import CARRYING_ON, CHOICES, WAY_HERE, options_ahead
from pathways.graph import care_graph
from pathways.graph.elective import nearest
from pathways.model import Pack
from tests.opened import html, opened, text


def link(app: AppTest, label: str) -> str:
    """Where a link of a page leads."""
    (found,) = (one.proto for one in app.get("page_link") if one.proto.label.startswith(label))
    return f"{found.page}?{found.query_string}"


def test_each_cause_leads_to_its_filled_comparison_and_the_printed_page_in_three_clicks(
    real_pack: Pack,
) -> None:
    preset = next(one for one in real_pack.compare.presets if one.cause == "pseudarthrosis")
    compared = opened(link(opened("map?node=pseudarthrosis"), CHOICES))
    labels = [real_pack.node[option].plain_label for option in preset.options]
    assert all(label in text(compared) for label in labels)
    assert compared.query_params["decision"] == preset.id
    taken = opened(link(compared, numbered(TAKE_HOME)))
    assert all(label in text(taken) for label in labels)
    assert [button for button in taken.get("download_button") if "PDF" in button.proto.label]


def test_every_cause_of_the_pack_has_choices_to_compare(real_pack: Pack) -> None:
    for cause in (node for node in real_pack.nodes if node.kind == "cause"):
        assert options_ahead(real_pack, cause), cause.id


def test_a_cause_without_a_named_decision_leads_to_the_nearest_options(tiny: Pack) -> None:
    without = tiny.model_copy(update={"compare": tiny.compare.model_copy(update={"presets": ()})})
    assert options_ahead(without, without.node["old_leaves"]) == ("tea",)
    assert nearest(care_graph(tiny), "old_leaves", "option", most=9) == ("rest", "tea")


def test_an_option_is_compared_with_carrying_on_and_shows_the_way_to_it(real_pack: Pack) -> None:
    card = opened("map?view=net&node=refusion")
    compared = opened(link(card, CARRYING_ON))
    assert compared.query_params["options"] == f"{real_pack.compare.first},refusion"
    (address,) = re.findall(rf'href="([^"]*)">{WAY_HERE}<', html(card))
    way = opened(unescape(address))
    ends = {name: way.query_params[name] for name in ("view", "from", "to")}
    assert ends == {"view": "route", "from": real_pack.info.start, "to": "refusion"}
    assert real_pack.node["refusion"].plain_label in text(way)


def test_a_begun_decision_about_other_choices_is_left_behind() -> None:
    card = opened("map?node=scs_implant&options=carry_on,refusion&decision=decide_opioids&matters=pain:a_lot")
    address = link(card, CARRYING_ON)
    assert "decision" not in address
    assert "matters=pain" in address
    assert "It is left out." not in html(opened(address))


@pytest.mark.parametrize("node", ["carry_on", "mri", "infection"])
def test_nothing_is_compared_with_itself_and_other_places_have_no_choice(node: str) -> None:
    labels = [one.proto.label for one in opened(f"map?node={node}").get("page_link")]
    assert CARRYING_ON not in labels
    assert not any(label.startswith(CHOICES) for label in labels)
