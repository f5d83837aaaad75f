"""A second pack, which has nothing to do with the shipped one, draws every page and every part of each."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from pages.shared.catalogue import PAGES
from pages.shared.node_card import parts_of
from pathways.checks import problems
from pathways.loading import load_pack
from pathways.model import Pack
from pathways.model.compare import NO_COMPARE
from tests.conftest import TINY_PACK
from tests.opened import html, opened, page_at
from tests.test_checks import both, setting, with_signs
from tests.test_text_is_text import ADDRESSES, sent
from tests.test_words_of_the_pack import TELLING

SHIPPED_WORDS = re.compile("|".join(TELLING).replace("fusion", "(?<!in)fusion"), re.IGNORECASE)
"""An infusion of leaves is tea."""

OF_OTHER_PACKS = {"scorecard", "about"}
"""These tell of the app as it is shipped: its own score, and how its data were made."""

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


PLACES_AND_WAYS = {
    "pack.yaml": """\
id: cold_tea
title: Cold tea
version: 0.0.1
date: 2026-01-01
next_review: 2027-01-01
start: thirst
start_title: When thirst stays
subject: thirst
warning_line: Leave the kitchen if you see smoke.
condition: [Some people are thirsty.]
decision: You are choosing what to drink.
audience: [For tests.]
status: [Everything here is invented.]
sign_off: No cook has signed it off.
funding: No one has paid for this pack.
interests: The authors like tea.
report_mistake: Open an issue.
groups:
  - {id: drinkers, label: people who drink, short: drinkers}
lanes:
  - {id: start, label: Start, plain: Where it begins}
net:
  - {id: box_start, label: Thirst, plain: All of it., column: 0, nodes: [thirst, good_cup]}
""",
    "nodes/thirst.yaml": (TINY_PACK / "nodes" / "good_cup.yaml").read_text(encoding="utf-8"),
    "nodes/good_cup.yaml": (TINY_PACK / "nodes" / "good_cup.yaml").read_text(encoding="utf-8"),
    "edges.csv": "from,to,kind,condition,basis,result\nthirst,good_cup,onward,you drink,convention,\n"
    "good_cup,thirst,return,it comes back,convention,\n",
    "findings.csv": (TINY_PACK / "findings.csv").read_text(encoding="utf-8").partition("\n")[0] + "\n",
    "sources.csv": (TINY_PACK / "sources.csv").read_text(encoding="utf-8").partition("\n")[0] + "\n",
}
"""The least that a pack holds: two places and the ways between them, without a figure."""


@pytest.fixture(scope="module")
def smallest(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    folder = tmp_path_factory.mktemp("smallest")
    (folder / "nodes").mkdir()
    for name, text in PLACES_AND_WAYS.items():
        (folder / name).write_text(text.replace("lane: outcome", "lane: start"), encoding="utf-8")
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


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_is_drawn_without_a_word_of_the_shipped_pack(address: str) -> None:
    app = opened(address)
    written = html(app)
    assert "could not be shown" not in written
    assert "General information" in written
    if address.partition("?")[0] in OF_OTHER_PACKS:
        return
    said = " ".join(words for path, words in sent(app) if "<style>" not in words)
    assert sorted({match[0] for match in SHIPPED_WORDS.finditer(said)}) == []


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


def test_every_page_of_the_app_is_among_those_that_are_drawn() -> None:
    assert set(PAGES) <= {address.partition("?")[0] for address in ADDRESSES}


@pytest.mark.parametrize(
    "address",
    [
        *(address for address in ADDRESSES if "node=" not in address),
        *("map?node=thirst", "map?view=around", "map?view=route&from=thirst", "background?topic=words"),
        *("causes_and_tests?counted=incidence", "causes_and_tests?counted=prevalence", "guides?search=tea"),
    ],
)
def test_every_page_opens_with_places_and_ways_alone(
    address: str, smallest: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pages.shared.page.current_pack", lambda: smallest)
    written = html(opened(address))
    assert "could not be shown" not in written
    assert "General information" in written


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("compare", "This pathway has no choices to lay side by side."),
        ("take_home", "This pathway has no choices to lay side by side."),
        ("case", "This pathway has no criteria yet."),
        ("guides", "No guides have been held against the evidence of this pathway yet."),
        ("background", "This pathway has no background yet."),
    ],
)
def test_a_page_says_what_the_smallest_pack_does_not_have(
    page: str, says: str, smallest: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pages.shared.page.current_pack", lambda: smallest)
    assert says in html(opened(page))
    assert "Lay the choices side by side" not in html(opened(""))


def test_a_pack_with_a_comparison_is_held_to_its_rules_and_one_without_is_not(tiny: Pack) -> None:
    spoilt = tiny.compare.model_copy(update={"presets": ()})
    assert list(problems(tiny.model_copy(update={"compare": spoilt})))
    without = tiny.model_copy(update={"compare": NO_COMPARE})
    assert without.compare.is_empty
    assert list(problems(without)) == []
