"""The files of the whole pack, where readers take them: on the page About, and behind a button of the map."""

from __future__ import annotations

from pathways.exports import OF_A_PACK
from tests.opened import opened

LABELS = [chosen.label for chosen in OF_A_PACK.values()]


def test_about_offers_every_format_of_a_whole_pack_by_its_name() -> None:
    assert [button.label for button in opened("about").get("download_button")] == LABELS


def test_the_map_offers_them_behind_one_button_that_makes_nothing_until_it_is_opened() -> None:
    app = opened("map")
    assert len(app.get("download_button")) == 2
    app.session_state["other_programs"] = True
    app.run()
    assert not app.exception
    assert [button.label for button in app.get("download_button")][2:] == LABELS


def test_every_format_says_who_opens_it() -> None:
    assert all(chosen.read_by for chosen in OF_A_PACK.values())
