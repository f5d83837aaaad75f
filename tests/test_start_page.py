"""The start page: the doors, the overview, and how many have the condition in pictures."""

from __future__ import annotations

from unittest.mock import Mock

import pytest

from pages.parts.start import first_screen, how_many
from pages.shared.prose_html import Citations
from pathways.model import Pack
from tests.opened import html, opened


def test_four_doors_lead_to_four_pages(real_pack: Pack) -> None:
    labels = [link.label for link in opened("").get("page_link")]
    doors = first_screen.doors(real_pack)
    assert [door.page for door in doors] == ["compare", "map", "learn", "evidence"]
    assert all(f"**{door.who}** {door.what}" in labels for door in doors)
    assert doors[0].who == real_pack.info.first_door == "I have this pain"


def test_a_box_with_one_place_leads_to_its_card_and_any_other_to_its_list(real_pack: Pack) -> None:
    for box in real_pack.info.net:
        parts = first_screen.where_chosen(real_pack, box.id)
        assert parts == {
            "view": "net",
            **({"node": box.nodes[0]} if len(box.nodes) == 1 else {"box": box.id}),
        }


def test_a_box_chosen_on_the_start_page_opens_the_map(
    real_pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = real_pack.info.net[3].id
    moved = Mock()
    monkeypatch.setattr(first_screen, "pathway_map_component", Mock(return_value=chosen))
    monkeypatch.setattr(first_screen.st, "switch_page", moved)
    assert not opened("").exception
    moved.assert_called_once_with("pages/map.py", query_params={"view": "net", "box": chosen})


def test_each_figure_of_how_many_stands_once_beside_its_squares(real_pack: Pack) -> None:
    spoken = list(how_many.spoken(real_pack))
    written = str(how_many.how_many_html(real_pack, Citations(real_pack)))
    assert spoken
    assert written.count('class="counted"') == len(spoken) == written.count('class="squares"')
    for finding in spoken:
        assert written.count(f"evidence?finding={finding.finding_id}") == 1
    assert how_many.without_figures(real_pack.info.how_many[0]) in written


@pytest.mark.page_fails
def test_the_overview_that_fails_takes_nothing_else_away(
    real_pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_screen, "_overview", Mock(side_effect=RuntimeError))
    written = html(opened(""))
    assert "The overview could not be shown in full" in written
    assert real_pack.info.warning_line in written
    assert "What it is" in [header.value for header in opened("").header]
