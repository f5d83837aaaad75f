"""The page of the one search, and the ways to it."""

from __future__ import annotations

import re

import pytest

from pages.parts.search.rows import row
from pages.parts.search.url import LONGEST, PAGE_OF_HITS
from pages.parts.search.view import told
from pages.shared import menu, url
from pages.shared.catalogue import PAGES
from pathways import evidence
from pathways.model import Pack
from pathways.model.vocabulary import VERDICT_LABELS
from pathways.search.everything import Found, Hit, find
from pathways.text import markup
from tests.opened import html, opened, text

ROW = re.compile(r'<li(?: class="at-once")?>\s*<p class="kind">.*?</li>', re.DOTALL)


def rows(address: str, **parts: str) -> list[str]:
    """The rows of matches that a page shows."""
    return ROW.findall(html(opened(address, **parts)))


def test_the_best_match_stands_first_with_its_kind_and_a_link(real_pack: Pack) -> None:
    shown = rows("search", text="removing screws")
    assert len(shown) == PAGE_OF_HITS
    assert "Option" in shown[0]
    assert 'href="map?node=hardware_removal"' in shown[0]
    assert real_pack.node["hardware_removal"].plain_label in shown[0]


def test_more_matches_are_shown_on_demand() -> None:
    app = opened("search", text="screws")
    next(button for button in app.button if button.label == "Show 10 more").click().run()
    assert app.query_params["shown"] == "20"
    assert len(ROW.findall(html(app))) == 2 * PAGE_OF_HITS


def test_words_typed_into_the_field_are_written_to_the_address() -> None:
    app = opened("search", text="screws", shown="40")
    app.text_input(key="text").set_value(" leg  pain ").run()
    assert {**app.query_params} == {"text": "leg  pain"}
    assert len(ROW.findall(html(app))) == PAGE_OF_HITS


def test_a_link_keeps_a_begun_comparison_and_opens_the_part_that_says_it() -> None:
    shown = rows("search", text="MRI with stimulator", options="carry_on,refusion")
    first = next(one for one in shown if "node=mri" in one)
    assert "part=happens" in first
    assert all("options=carry_on,refusion" in one for one in shown)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("osteotmy", "“osteotmy” is read as “osteotomy”."),
        ("screws xylophone", "Nothing here holds “xylophone”."),
        ("xylophone", "Nothing was found."),
        ("%%%", "Nothing was found."),
        ("", "Type words as you would say them."),
    ],
)
def test_what_was_understood_is_said(asked: str, said: str) -> None:
    assert said in text(opened("search", text=asked))


def test_a_page_of_text_is_cut_and_said() -> None:
    app = opened("search", text="screw " * LONGEST)
    assert f"Only the first {LONGEST} letters" in text(app)
    assert len(ROW.findall(html(app))) == PAGE_OF_HITS


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (Found(hits=(Hit("place", "a"),), whole=1), "1 match. The best stands first."),
        (
            Found(hits=(Hit("place", "a"), Hit("place", "b")), whole=1),
            "1 match for all words, 1 more for some of them. The best stands first.",
        ),
        (
            Found(hits=(Hit("place", "a"), Hit("place", "b"))),
            "Nothing holds all of these words. 2 matches for some of them, the nearest first.",
        ),
    ],
)
def test_how_many_matches_there_are_is_told_in_words(found: Found, sentence: str) -> None:
    assert told(found) == sentence


@pytest.fixture
def at_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """Links are made as on the page of the search, outside a running app."""
    monkeypatch.setattr(url, "begun", dict)
    monkeypatch.setattr(url, "_frame", dict)


@pytest.mark.usefixtures("at_search")
def test_no_figure_stands_without_whom_and_when_it_is_about(real_pack: Pack) -> None:
    for finding in real_pack.findings:
        reading = evidence.reading(real_pack, finding, "patients")
        shown = row(real_pack, Hit("finding", finding.finding_id))
        assert shown.says == reading.says
        for fact in (reading.population, reading.follow_up, reading.interval, reading.cited):
            assert fact.casefold() in shown.facts.casefold()
        assert shown.caution == reading.caution
        assert ("other findings disagree" in shown.facts) == bool(finding.conflicts_with)


@pytest.mark.usefixtures("at_search")
def test_a_claim_stands_with_its_verdict_and_a_gap_as_not_known(real_pack: Pack) -> None:
    for claim in real_pack.claims:
        shown = row(real_pack, Hit("claim", claim.claim_id))
        assert shown.says == f"{VERDICT_LABELS[claim.verdict]}: {claim.reason}"
    shown = row(real_pack, Hit("gap", "0"))
    assert (shown.kind, shown.is_missing) == ("Not known", True)


@pytest.mark.usefixtures("at_search")
def test_a_warning_sign_is_told_by_its_first_words_never_by_a_passage(real_pack: Pack) -> None:
    signs = [node for node in real_pack.nodes if node.kind == "emergency"]
    assert signs
    for node in signs:
        shown = row(real_pack, Hit("place", node.id, "Out of its order.", "what_to_do"))
        assert shown.says == markup.own_words(node.summary)
        assert shown.is_urgent


@pytest.mark.parametrize("name", PAGES)
def test_every_page_has_the_field_or_is_the_search_itself(name: str) -> None:
    app = opened(name)
    labels = [field.label for field in app.text_input]
    assert ("What do you look for?" if name == "search" else "Search everything") in labels
    assert "Search" in [link.label for link in app.get("page_link")]


def test_the_field_of_the_menu_leads_to_the_page_and_keeps_the_comparison(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    moved = []
    monkeypatch.setattr(menu.st, "switch_page", lambda *page, **parts: moved.append((page, parts)))
    app = opened("about", options="carry_on,refusion")
    app.text_input[0].set_value("leg pain")
    next(button for button in app.button if button.label == "Search").click().run()
    parts = {"options": "carry_on,refusion", "text": "leg pain"}
    assert moved == [(("pages/search.py",), {"query_params": parts})]


def test_a_filter_that_holds_nothing_leads_to_the_search_in_everything() -> None:
    assert 'href="search?text=xylophone"' in html(opened("evidence", search="xylophone"))


def test_all_that_is_found_has_a_page_that_opens(real_pack: Pack) -> None:
    kinds = {}
    for words in ("placebo", "leg pain", "smoking"):
        for hit in find(real_pack, words).hits:
            kinds.setdefault(hit.kind, (hit, words))
    assert len(kinds) == 7
    for hit, words in kinds.values():
        hits = find(real_pack, words).hits
        shown = rows("search", text=words, shown=str(len(hits)))[hits.index(hit)]
        address = re.search(r'href="([^"]+)"', shown)
        assert address
        opened_page = text(opened(address[1].replace("&amp;", "&")))
        assert "could not be shown" not in opened_page
        assert "It is left out" not in opened_page
