"""The files of the whole pack, where readers take them: on the page About, and behind a button of the map."""

from __future__ import annotations

import pytest

from pathways.exports import OF_A_PACK
from tests.opened import opened

LABELS = [chosen.label for chosen in OF_A_PACK.values()]


@pytest.mark.parametrize("page", ["about", "map"])
def test_every_format_of_a_whole_pack_is_offered_behind_one_button_and_made_when_it_is_opened(
    page: str,
) -> None:
    app = opened(page)
    before = len(app.get("download_button"))
    app.session_state["other_programs"] = True
    app.run()
    assert not app.exception
    assert [button.label for button in app.get("download_button")][before:] == LABELS


def test_every_format_says_who_opens_it() -> None:
    assert all(chosen.read_by for chosen in OF_A_PACK.values())
