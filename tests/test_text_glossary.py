"""Words of the glossary found in prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.model import Pack
from pathways.text import readability
from pathways.text.glossary import marked_terms, mentions
from tests.opened import html, opened

GLOSSARY = {
    "fusion": "bones that grow together",
    "adjacent segment": "the level beside it",
    "segment": "a level",
    "abscess": "a pocket of pus",
    "SCS": "a stimulator",
}


def marked(words: str, seen: frozenset[str] = frozenset()) -> list[str]:
    return [mention.words for mention in mentions(words, GLOSSARY, seen)[0] if mention.meaning]


def test_each_word_of_a_row_is_marked_with_its_meaning(real_pack: Pack, tiny: Pack) -> None:
    assert {"fusion", "CRP", "ESR", "placebo", "sham", "SCS"} <= set(marked_terms(real_pack))
    assert marked_terms(tiny)["brew"] == marked_terms(tiny)["infusion"]


def test_only_the_first_use_is_marked() -> None:
    assert marked("A fusion after a fusion.") == ["fusion"]
    assert marked("A fusion.", frozenset({"fusion"})) == []


def test_plurals_and_capitals_are_found_but_abbreviations_only_as_written() -> None:
    assert marked("Abscesses and abscesss. Abscess.") == ["abscesss"]
    assert marked("Fusions can fail.") == ["Fusions"]
    assert marked("The scs is odd. The SCS helps.") == ["SCS"]


def test_the_longer_of_two_words_is_marked() -> None:
    assert marked("The adjacent segment.") == ["adjacent segment"]


def test_a_part_of_a_word_is_not_a_word() -> None:
    assert marked("Confusion and refusion.") == []


def test_words_with_an_everyday_meaning_are_not_marked(real_pack: Pack) -> None:
    everyday = {"edge", "node", "finding", "gap", "benefit", "block", "relative"}
    assert everyday <= {word for entry in real_pack.glossary for word in entry.words}
    assert everyday.isdisjoint(marked_terms(real_pack))


@pytest.mark.parametrize("word", ["CRP, ESR", "gap", "brew, infusion"])
def test_the_page_of_words_used_lists_every_row(
    word: str, real_pack: Pack, tiny: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = tiny if word.startswith("brew") else real_pack
    monkeypatch.setattr("pages.shared.page.current_pack", lambda: pack)
    written = html(opened("background", topic="words"))
    assert f"| {word} | " in written
    assert sum(line.startswith("| ") for line in written.splitlines()) == len(pack.glossary) + 2


def test_a_pack_without_a_glossary_explains_nothing_and_offers_no_list(
    tiny: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = tiny.model_copy(update={"glossary": (), "digest": ""})
    monkeypatch.setattr("pages.shared.page.current_pack", lambda: without)
    written = html(opened("background", topic="words"))
    assert "<abbr" not in written
    assert "There is no background topic" in written
    assert readability.WORDS_USED not in {reading.name for reading in readability.grades(without)}


def test_the_words_used_are_read_at_age_11_as_every_text(real_pack: Pack) -> None:
    (words,) = [one for one in readability.grades(real_pack) if one.name == readability.WORDS_USED]
    assert words.grade <= readability.HARDEST_TEXT
    assert words.sentences > len(real_pack.glossary)


@given(st.lists(st.sampled_from([*GLOSSARY, "and", ".", "  "])).map(" ".join))
def test_the_mentions_joined_are_the_prose_and_none_is_marked_twice(words: str) -> None:
    found, seen = mentions(words, GLOSSARY)
    assert "".join(mention.words for mention in found) == words
    assert mentions(words, GLOSSARY, seen)[0] == mentions(words, {})[0]
