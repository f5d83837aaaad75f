"""A second pack, which has nothing to do with the shipped one, draws every page and every part of each."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from pages.shared.node_card import parts_of
from pages.shared.page import PAGES
from pathways.loading import load_pack
from pathways.model import Pack
from tests.conftest import TINY_PACK
from tests.opened import html, opened, page_at
from tests.test_checks import both, setting, with_signs
from tests.test_text_is_text import pages, sent
from tests.test_words_of_the_pack import TELLING

SHIPPED_WORDS = re.compile("|".join(TELLING).replace("fusion", "(?<!in)fusion"), re.IGNORECASE)
"""An infusion of leaves is tea."""

OF_OTHER_PACKS = {"scorecard", "about"}
"""These tell of the app as it is shipped: its own score, and how its data were made."""

NOT_YET_OF_THE_PACK = re.compile(
    r"people with a lumbar fusion|people after other or mixed spine surgery|people without spine surgery, or any surgery"
    r"|people with a fusion|people after other spine surgery|fusion in the lower back",
    re.IGNORECASE,
)
"""Whom a finding is of is worded in code until the groups are a part of the pack."""

with_every_part = both(
    with_signs,
    setting("pack.yaml", "examples", {"place": "brew", "finding": "spilled tea", "claim": "thirst"}),
    setting("pack.yaml", "causes_and_tests", {"about_tests": "A sip shows no thirst."}),
)
"""The tiny pack with the parts that it does without, beside those that it has."""


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    folder = Path(shutil.copytree(TINY_PACK, tmp_path_factory.mktemp("second") / "pack"))
    with_every_part(folder)
    return load_pack(folder)


@pytest.fixture(autouse=True)
def shown(second: Pack, monkeypatch: pytest.MonkeyPatch) -> Pack:
    monkeypatch.setattr("pages.shared.page.current_pack", lambda: second)
    return second


def test_the_second_pack_has_every_part(second: Pack) -> None:
    assert {node.kind for node in second.nodes} == {
        *("question", "test", "cause", "option", "step", "outcome", "emergency")
    }
    assert second.info.everywhere
    assert second.info.emergency
    assert all((second.topics, second.claims, second.gaps, second.glossary, second.compare.matters))


@pytest.mark.parametrize("address", pages())
def test_every_page_is_drawn_without_a_word_of_the_shipped_pack(address: str) -> None:
    app = opened(address)
    written = html(app)
    assert "could not be shown" not in written
    assert "General information" in written
    if address.partition("?")[0] in OF_OTHER_PACKS:
        return
    said = " ".join(words for path, words in sent(app) if "<style>" not in words)
    assert sorted({match[0] for match in SHIPPED_WORDS.finditer(NOT_YET_OF_THE_PACK.sub("", said))}) == []


def test_every_part_of_every_card_is_drawn(second: Pack) -> None:
    app = page_at("map")
    for node in second.nodes:
        for part in parts_of(second, node):
            app.query_params["node"], app.query_params["part"] = node.id, part
            assert "could not be shown" not in html(app.run()), (node.id, part)


def test_the_words_of_the_second_pack_stand_where_those_of_the_shipped_one_did(second: Pack) -> None:
    assert [title.value for title in opened("").title] == [second.info.start_title]
    for page in ("guides", "warning_signs"):
        assert second.info.subject in html(opened(page))
    assert "What can spoil a cup, how often each was found" in html(opened("causes_and_tests"))
    assert opened("map").selectbox(key="find").placeholder == "Type, for example: brew"
    assert opened("guides").text_input(key="search").placeholder == "Type, for example: thirst"
    assert opened("evidence").text_input(key="search").placeholder == "For example: spilled tea"
    assert "A sip shows no thirst." in html(opened("causes_and_tests", show="tests"))


def test_every_page_of_the_menu_is_among_those_that_are_drawn() -> None:
    names = {Path(path).stem for path in PAGES} - {"app"}
    assert names <= {address.partition("?")[0] for address in pages()}
