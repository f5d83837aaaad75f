"""Words of the glossary found in prose."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from pathways.text.glossary import WORDS_OF_THE_MAP, mentions, terms

GLOSSARY = terms((Path(__file__).parents[1] / "docs" / "glossary.md").read_text(encoding="utf-8"))


def marked(words: str, seen: frozenset[str] = frozenset()) -> list[str]:
    return [mention.words for mention in mentions(words, GLOSSARY, seen)[0] if mention.meaning]


def test_the_shipped_glossary_is_read_with_each_name_of_a_row() -> None:
    assert {"fusion", "CRP", "ESR", "placebo", "sham", "SCS"} <= set(GLOSSARY)
    assert "word" not in GLOSSARY


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


def test_words_with_an_everyday_meaning_are_not_marked() -> None:
    assert set(GLOSSARY) >= WORDS_OF_THE_MAP
    assert marked("The edge of the gap.") == []


@given(st.lists(st.sampled_from([*GLOSSARY, "and", ".", "  "])).map(" ".join))
def test_the_mentions_joined_are_the_prose_and_none_is_marked_twice(words: str) -> None:
    found, seen = mentions(words, GLOSSARY)
    assert "".join(mention.words for mention in found) == words
    assert mentions(words, GLOSSARY, seen)[0] == mentions(words, {})[0]
