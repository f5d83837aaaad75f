"""The frame of every page: names of views, the menu, the steps of deciding."""

from __future__ import annotations

import pytest

from pages.parts.background.url import background_url
from pages.parts.causes_and_tests.url import causes_url
from pages.parts.compare.url import compare_url
from pages.parts.evidence.url import evidence_url
from pages.parts.map.url import map_url
from pages.shared import page
from pages.shared.catalogue import MENU
from pages.shared.menu import place_in_menu
from pathways.model import Pack
from tests.opened import html, opened

TWO = {"options": "carry_on,refusion"}


@pytest.mark.parametrize(
    ("read", "parts", "name"),
    [
        (causes_url, {"show": "signs"}, "Warning signs"),
        (compare_url, {**TWO, "step": "matters"}, "What matters"),
        (compare_url, {}, "Options"),
        (evidence_url, {"subject": "gaps"}, "Not known"),
        (background_url, {"topic": "words"}, "Words used"),
        (map_url, {}, ""),
        (map_url, {"view": "whole"}, "Whole map"),
    ],
)
def test_a_view_has_a_name_of_its_own(
    read: page.Callable[..., page.NamedView], parts: dict[str, str], name: str, real_pack: Pack
) -> None:
    assert read(real_pack, parts).view_name == name


def test_a_view_of_one_thing_is_named_after_it(real_pack: Pack) -> None:
    test = next(node for node in real_pack.nodes if node.kind == "test")
    finding = real_pack.findings[0]
    assert causes_url(real_pack, {"test": test.id}).view_name == test.plain_label
    assert map_url(real_pack, {"view": "whole", "node": test.id}).view_name == test.plain_label
    start, goal = real_pack.nodes[0], real_pack.nodes[-1]
    route = {"view": "route", "from": start.id, "to": goal.id}
    assert map_url(real_pack, route).view_name == f"From {start.plain_label} to {goal.plain_label}"
    shown = evidence_url(real_pack, {"finding": finding.finding_id}).view_name
    assert shown == finding.plain_outcome or shown == finding.outcome


def test_the_tab_is_named_after_the_view_and_the_page(
    real_pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    named: list[str] = []
    monkeypatch.setattr(page, "name_page", named.append)
    page.name_view(compare_url(real_pack, {**TWO, "step": "check"}), "Compare")
    page.name_view(compare_url(real_pack, TWO), "Compare")
    page.name_view(page.NoParams(), "About")
    assert named == ["Check · Compare"]


def test_the_menu_knows_which_of_its_links_is_open() -> None:
    assert [place_in_menu(listed.name) for listed in MENU] == list(range(len(MENU)))
    assert place_in_menu(None) == place_in_menu("scorecard") == -1
    assert 'data-page="2"' in html(opened("compare"))


@pytest.mark.parametrize(
    ("address", "here"),
    [("compare", "3"), ("compare?step=check", "5"), ("take_home", "6"), ("background", "1")],
)
def test_every_step_stands_on_each_page_of_deciding_and_one_is_the_readers(address: str, here: str) -> None:
    app = opened(address, **TWO)
    assert f'aria-current="step" tabindex="-1"><strong>{here}</strong>' in html(app)
    labels = [link.label for link in app.get("page_link")] + [button.label for button in app.button]
    for number in "123456":
        assert (number == here) != any(label.startswith(f"**{number}**") for label in labels)


def test_steps_that_need_two_options_lead_nowhere_before_there_are_two() -> None:
    written = html(opened("compare"))
    assert written.count("choose what to compare first") == 4
