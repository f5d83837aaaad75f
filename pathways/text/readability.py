"""How hard a text is to read: the Flesch-Kincaid grade of whole texts and of single sentences.

The grade is a year of school in the United States; the reading age is about five years more
(docs/decisions/0006-readability.md tells where the formula and the limits come from).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import pyphen

from pathways.model import Finding, Gap, Pack
from pathways.text import markup

HARDEST_TEXT = 6.0
"""The highest grade of a text for patients: reading age 11."""

HARDEST_FINDING = 8.0
"""The highest grade of what one finding or gap says: so few sentences scatter more than a whole text."""

LONGEST_SENTENCE = 25
"""The most words that a sentence for patients has."""

HARDEST_SENTENCE = 18.0
"""The highest grade of one sentence: single ones scatter widely, above all lists of illnesses."""

TOO_SHORT_TO_GRADE = 10
"""Sentences with fewer words are not graded alone: one long word would decide."""

WORDS_USED = "Words used"
"""What the list of hard words is called, as a text and on its page."""

YEARS_BEFORE_SCHOOL = 5
"""What is added to a grade to give a reading age."""

_END = re.compile(r"(?<=[.!?:])[\"”’)]*\s+")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_E = re.compile(r"[^aeiouy]e$")
_SPOKEN_LE = re.compile(r"[^aeiouylw]le$")
_SILENT_ED = re.compile(r"[^aeiouytd]ed$")
_SILENT_ES = re.compile(r"(?<!sh)(?<!ch)(?<![^aeiouyl]l)(?<=[^aeiouysxzcg])es$")
_HYPHENS = pyphen.Pyphen(lang="en_US")


@dataclass(frozen=True)
class Text:
    """A text of the pack as patients meet it: its file, its name, and each sentence with its section."""

    file: str
    record: str
    name: str
    page: str
    sentences: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Reading:
    """What was measured of a text. ``age`` is the reading age in whole years, rounded up."""

    page: str
    name: str
    sentences: int
    words: int
    grade: float
    hardest: str

    @property
    def age(self) -> int:
        return max(YEARS_BEFORE_SCHOOL, -int(-(self.grade + YEARS_BEFORE_SCHOOL) // 1))


def grade(sentences: Sequence[str]) -> float:
    """The Flesch-Kincaid grade of sentences read as one text; 0 if they hold no word.

    >>> round(grade(["The cat sat on the mat."]), 2)
    -1.45
    """
    words = [word for sentence in sentences for word in words_of(sentence)]
    if not words:
        return 0.0
    spoken = sum(syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * spoken / len(words) - 15.59


def sentences_of(paragraph: str) -> list[str]:
    """The sentences of a paragraph; a colon ends one too, as the voice falls there.

    >>> sentences_of("You rest. Do you sleep well?")
    ['You rest.', 'Do you sleep well?']
    """
    return [part.strip() for part in _END.split(paragraph) if _WORD.search(part)]


def words_of(sentence: str) -> list[str]:
    """The words of a sentence; numbers are not words.

    >>> words_of("The L5-S1 level, type 2.")
    ['The', 'L', 'S', 'level', 'type']
    """
    return _WORD.findall(sentence)


@cache
def syllables(word: str) -> int:
    """How many syllables a word has: the more of hyphenation points and vowel groups, which both miss some.

    An abbreviation is spelled out.

    >>> [syllables(word) for word in ("pain", "people", "operation", "used", "MRI")]
    [1, 2, 4, 1, 3]
    """
    if 1 < len(word) < 5 and word.isupper():
        return len(word)
    lower = word.casefold().replace("’", "'").removesuffix("'s")
    return max(1, len(_HYPHENS.positions(lower)) + 1, _vowel_groups(lower))


def _vowel_groups(word: str) -> int:
    groups = len(_VOWELS.findall(word))
    is_silent = (
        (_SILENT_E.search(word) and not _SPOKEN_LE.search(word))
        or _SILENT_ED.search(word)
        or _SILENT_ES.search(word)
    )
    return groups - bool(is_silent)


def is_too_hard(sentence: str) -> bool:
    """Is a sentence longer than 25 words, or long enough to grade and graded above the limit?"""
    count = len(words_of(sentence))
    is_long_enough = count >= TOO_SHORT_TO_GRADE
    return count > LONGEST_SENTENCE or (is_long_enough and grade([sentence]) > HARDEST_SENTENCE)


def hardest(sentences: Sequence[str]) -> str:
    """The hardest sentence among those long enough to grade; blank if there is none."""
    graded = [sentence for sentence in sentences if len(words_of(sentence)) >= TOO_SHORT_TO_GRADE]
    return max(graded, key=lambda sentence: grade([sentence]), default="")


def reading(page: str, name: str, sentences: Sequence[str]) -> Reading:
    """Measure a text that has a page and a name."""
    words = sum(len(words_of(sentence)) for sentence in sentences)
    return Reading(page, name, len(sentences), words, grade(sentences), hardest(sentences))


def texts(pack: Pack) -> Iterator[Text]:
    """The texts for patients: start page, warning signs, comparison, topics, hard words and cards."""
    info = pack.info
    start = [
        (name, text)
        for name in ("condition", "how_many", "audience", "status")
        for text in getattr(info, name)
    ]
    start.append(("decision", info.decision))
    yield _text("pack.yaml", "start page", info.title, "Start", start)
    lines = (info.warning_line, info.warning_line_short)
    warning = [("warning_line", line) for line in lines if line]
    yield _text("pack.yaml", "warning_line", "Line of warning signs", "Every page", warning)
    if info.emergency:
        signs = [("emergency", text) for text in info.emergency.prose()]
        yield _text("pack.yaml", "emergency", "Signs that need help at once", "Cards and Compare", signs)
    page = "Causes and tests"
    questions = [("causes_and_tests", text) for text in info.causes_and_tests.prose()]
    yield _text("pack.yaml", "causes_and_tests", f"Words of {page}", page, questions)
    if not pack.compare.is_empty:
        yield _text("compare.yaml", "all of it", "Words of the comparison", "Compare", pack.compare.prose())
        yield from _written_beside_figures(pack)
    yield from _words_of_cases(pack)
    for topic in pack.topics:
        yield _text(f"topics/{topic.id}.yaml", topic.id, topic.title, "Background", topic.prose())
    if pack.glossary:
        yield _text("glossary.csv", "all of it", WORDS_USED, "Background", _hard_words(pack))
    for node in pack.nodes:
        yield _text(f"nodes/{node.id}.yaml", node.id, node.plain_label, "Map", node.prose())


def _words_of_cases(pack: Pack) -> Iterator[Text]:
    """What is asked of a case and what is said of it: these may hold numbers."""
    if pack.facts:
        asked = [(one.fact_id, words) for one in pack.facts for words in (one.question, one.help) if words]
        yield _text("facts.csv", "all of it", "Questions on a case", "Case", asked)
    if pack.criteria:
        rows = [(one.criterion_id, one.plain) for one in pack.criteria]
        rows += [(one.contradiction_id, one.plain) for one in pack.contradictions]
        yield _text("criteria.csv", "all of it", "Published conditions", "Case", rows)
    if pack.info.case:
        words_of_page = [("case", words) for words in pack.info.case.prose()]
        yield _text("pack.yaml", "case", "Words of the page Case", "Case", words_of_page)
    for case in pack.cases:
        yield _text(f"cases/{case.id}.yaml", case.id, case.title, "Learn", case.told())


def _written_beside_figures(pack: Pack) -> Iterator[Text]:
    """Words of the comparison that may hold numbers: lines of its table, and the sentences to check."""
    compare = pack.compare
    if compare.brief:
        lines = [("brief", line.says) for line in compare.brief]
        yield _text("compare.yaml", "brief", "Lines of figures", "Compare", lines)
    if told := [(preset, f"{one.says} {one.why}") for preset, one in compare.checks()]:
        yield _text("compare.yaml", "checks", "Check of understanding", "Compare", told)


def _hard_words(pack: Pack) -> Iterator[tuple[str, str]]:
    """Words and meaning of each row of the glossary, which are read as two texts."""
    for entry in pack.glossary:
        words = ", ".join(entry.words)
        yield from ((words, text) for text in (words, entry.meaning))


def _text(file: str, record: str, name: str, page: str, paragraphs: Iterable[tuple[str, str]]) -> Text:
    sentences = (
        (section, sentence)
        for section, paragraph in paragraphs
        for sentence in sentences_of(markup.own_words(paragraph))
    )
    return Text(file, record, name, page, tuple(sentences))


def told(record: Finding | Gap) -> list[str]:
    """The sentences in which a finding or a gap speaks to patients."""
    if isinstance(record, Gap):
        return sentences_of(record.plain)
    return [*sentences_of(record.plain), *sentences_of(record.plain_caution)]


def grades(pack: Pack) -> tuple[Reading, ...]:
    """What was measured of each text for patients, of the findings and of the gaps.

    Findings and gaps speak on many pages; the sentences of each kind are measured together.
    """
    measured = [
        reading(text.page, text.name, [sentence for _, sentence in text.sentences]) for text in texts(pack)
    ]
    everywhere = (
        ("Map, Compare and others", "Sentences that tell the findings", _all_told(pack.findings)),
        ("Map, Compare and others", "Sentences that tell the gaps", _all_told(pack.gaps)),
    )
    return (*measured, *(reading(*text) for text in everywhere))


def _all_told(records: Iterable[Finding | Gap]) -> list[str]:
    return [sentence for record in records for sentence in told(record)]
