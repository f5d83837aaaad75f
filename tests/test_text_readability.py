"""How hard a text is to read: the formula, the counts it rests on, and what is measured of a pack."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.model import Pack
from pathways.text import readability


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("pain", 1), ("fused", 1), ("scarred", 1), ("treated", 2), ("any", 2), ("people", 2), ("little", 2),
        ("pulses", 2), ("nerves", 1), ("surgery", 3), ("stimulator", 4), ("surgeon's", 2),
        ("MRI", 3), ("ESR", 3), ("I", 1), ("BONE", 4),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert readability.syllables(word) == count


@given(st.from_regex(r"[A-Za-z][A-Za-z'’]{0,30}", fullmatch=True))
def test_every_word_has_a_syllable_and_no_more_than_letters(word: str) -> None:
    assert 1 <= readability.syllables(word) <= len(word)


def test_the_grade_is_that_of_the_published_formula() -> None:
    sentences = ["The surgeon cleans the bone.", "Then you rest."]  # 8 words, 9 syllables
    assert readability.grade(sentences) == pytest.approx(0.39 * 8 / 2 + 11.8 * 9 / 8 - 15.59)


FOR_CHILDREN = (
    "The dog ran to the door. A man stood there with a box. He gave the box to Ann. She was glad. "
    "The dog was glad too."
)
FOR_PATIENTS = (
    "A small battery sends weak electric pulses to the nerves in your back. Many people feel less pain "
    "with it, and some feel no change. You try it for some days before you decide. You can turn it off "
    "at any time."
)
FOR_CLINICIANS = (
    "Multicolumn spinal cord stimulation demonstrated statistically significant superiority over optimal "
    "medical management in individuals experiencing predominantly axial pain following unsuccessful "
    "decompressive surgery, notwithstanding considerable heterogeneity between participating institutions."
)


@pytest.mark.parametrize(
    ("text", "lowest", "highest"),
    [(FOR_CHILDREN, -2, 2), (FOR_PATIENTS, 3, 6), (FOR_CLINICIANS, 18, 40)],
)
def test_the_grade_of_a_text_is_plausible(text: str, lowest: float, highest: float) -> None:
    assert lowest < readability.grade(readability.sentences_of(text)) < highest


def test_longer_sentences_and_longer_words_are_harder() -> None:
    assert readability.grade(["Rest a day.", "Then go on."]) < readability.grade(
        ["Rest a day and then go on."]
    )
    assert readability.grade(["Rest a day."]) < readability.grade(["Recuperate a day."])


def test_a_text_without_words_has_grade_0() -> None:
    assert readability.grade([]) == 0
    assert readability.grade(["12 %"]) == 0


@given(
    st.lists(st.sampled_from(["You rest.", "Bones may join.", "Ask the team."]), min_size=1),
    st.integers(2, 4),
)
def test_the_grade_does_not_depend_on_how_often_a_text_is_told(sentences: list[str], times: int) -> None:
    assert readability.grade(sentences * times) == pytest.approx(readability.grade(sentences))


def test_sentences_end_at_stops_and_colons_but_not_inside_numbers() -> None:
    text = 'You ask: "May I go?" The dose is 2.5 mg. Then rest!'
    assert readability.sentences_of(text) == ["You ask:", '"May I go?', "The dose is 2.5 mg.", "Then rest!"]


def test_a_sentence_of_26_words_is_too_hard_and_one_of_25_is_not() -> None:
    assert readability.is_too_hard("rest " * 26)
    assert not readability.is_too_hard("rest " * 25)


def test_a_short_sentence_is_not_graded_alone() -> None:
    assert not readability.is_too_hard("Physiotherapy rehabilitation.")
    assert readability.is_too_hard("Physiotherapy rehabilitation " * 5)


def test_the_reading_age_is_rounded_up() -> None:
    assert readability.Reading("Map", "A card", 1, 1, 4.01, "").age == 10
    assert readability.Reading("Map", "A card", 1, 1, 4.0, "").age == 9
    assert readability.Reading("Map", "A card", 1, 1, -3.0, "").age == 5


def test_every_text_of_the_pack_is_measured_once(real_pack: Pack) -> None:
    names = [reading.name for reading in readability.grades(real_pack)]
    for label in [node.plain_label for node in real_pack.nodes] + [topic.title for topic in real_pack.topics]:
        assert names.count(label) == 1
    assert {"Line of warning signs", "Sentences that tell the findings"} <= set(names)


def test_the_texts_of_the_shipped_pack_are_at_reading_age_11_or_below(real_pack: Pack) -> None:
    for text in readability.texts(real_pack):
        reading = readability.reading(text.page, text.name, [sentence for _, sentence in text.sentences])
        assert reading.grade <= readability.HARDEST_TEXT, text.record
        assert reading.age <= 11, text.record


def test_citations_and_spoken_findings_are_not_counted_as_words(tiny: Pack) -> None:
    (tea,) = [text for text in readability.texts(tiny) if text.record == "tea"]
    assert ("body", "Some people spill it.") in tea.sentences


def test_each_word_of_the_pack_is_split_into_syllables_once(real_pack: Pack) -> None:
    """Splitting is what takes the time: a word that was met before costs nothing."""
    readability.syllables.cache_clear()
    readability.grades(real_pack)
    split = readability.syllables.cache_info()
    assert split.misses == split.currsize
    assert split.hits > 5 * split.misses
