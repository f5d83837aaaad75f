"""How hard a text is to read: the Flesch-Kincaid grade, with syllables from hyphenation patterns."""

from __future__ import annotations

import re

from pyphen import Pyphen

WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?|\d[\d,.]*\d|\d", re.IGNORECASE)
END_OF_SENTENCE = re.compile(r"[.?!]+(?=\s|$)")
VOWELS = re.compile(r"[aeiouy]+")
SILENT_END = re.compile(
    r"(?<=[^aeioutdy])ed$"  # walked, but not: needed
    r"|(?<=[^aeioucglsxyz])es$"  # takes, but not: places
    r"|(?<![aeiouyl])e$|(?<=[aeiouy]l)e$"  # take, while, but not: agree, muscle
)
HYPHENATION = Pyphen(lang="en_US")
"""American patterns break words as they are spoken; British ones by their roots."""


def grade(text: str) -> float:
    """School years that it takes to follow a text of whole sentences: 6 is about the age of 11 or 12.

    Raises:
        ValueError: there is no sentence with a word in it.

    >>> round(grade("The cat sat on the mat. It was warm."), 1)
    -2.0
    """
    words, sentences = WORD.findall(text), END_OF_SENTENCE.findall(text)
    if not words or not sentences:
        raise ValueError("There is no whole sentence to be graded.")
    spoken = sum(map(syllables, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * spoken / len(words) - 15.59


def syllables(word: str) -> int:
    """Syllables of one word; a number counts as one.

    Hyphenation never parts single letters ("any") and vowel groups miss vowels that meet ("opioid" said
    as one), so the larger of the two counts is nearer to the truth.

    >>> [syllables(word) for word in ("pain", "any", "needed", "walked", "injection", "disability")]
    [1, 2, 2, 1, 3, 5]
    """
    lower = word.lower()
    hyphenated = len(HYPHENATION.positions(lower)) + 1
    return max(hyphenated, len(VOWELS.findall(SILENT_END.sub("", lower))))
