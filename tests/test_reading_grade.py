"""Does the reading grade tell easy texts from hard ones, and about as other tools do?"""

from __future__ import annotations

import pytest

from tests.reading_grade import grade, syllables

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
    assert lowest < grade(text) < highest


def test_longer_sentences_and_longer_words_are_harder() -> None:
    assert grade("Rest a day. Then go on.") < grade("Rest a day and then go on.")
    assert grade("Rest a day.") < grade("Recuperate a day.")


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("nerve", 1),
        ("walked", 1),
        ("changed", 1),
        ("takes", 1),
        ("muscle", 2),
        ("agree", 2),
        ("places", 2),
        ("Surgery", 3),
        ("medicine", 3),
        ("operation", 4),
        ("stimulator", 4),
        ("1,842", 1),
    ],
)
def test_syllables_are_those_that_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize("text", ["", "no end", "..."])
def test_what_is_no_sentence_has_no_grade(text: str) -> None:
    with pytest.raises(ValueError, match="no whole sentence"):
        grade(text)
