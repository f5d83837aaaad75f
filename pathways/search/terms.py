"""What a word is compared by: its stem, and the group of words that mean the same, as the pack says.

Texts and typed words go through the same stems, so "boiling" finds "boiled". A text keeps its stems beside
the groups of its phrases: who types one word of a phrase finds it too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pathways.search.matching import folded

SYNONYM = 0.9
"""How much of a match a word is that means the same, beside the word itself."""

PART_OF_PHRASE = 0.3
"""How much of a match one word of a phrase is: "operation" where "another operation" was asked for."""

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_PLURALS = (("ies", 3, "y"), ("sses", 2, "ss"), ("s", 3, ""))
_ENDINGS = (("ing", 3, ""), ("ion", 3, ""), ("ed", 3, ""), ("al", 4, ""), ("e", 3, ""))
_NO_PLURALS = ("ss", "us", "is")


@dataclass(frozen=True)
class Wanted:
    """One thing that was typed, a word or a phrase: the terms that stand for it, each with how well."""

    typed: str
    terms: Mapping[str, float]

    @property
    def is_word(self) -> bool:
        """Is it one word, which may be a slip of another?"""
        return " " not in self.typed


class Thesaurus:
    """The groups of words and phrases that mean the same."""

    def __init__(self, groups: Iterable[Iterable[str]]) -> None:
        phrases = {
            tuple(map(stem, words(phrase))): group
            for group, phrases in enumerate(groups)
            for phrase in phrases
        }
        longest_first = sorted(phrases.items(), key=lambda item: -len(item[0]))
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for phrase, group in longest_first:
            if phrase:
                self._phrases[phrase[0]].append((phrase, f"={group}"))

    @property
    def stems(self) -> frozenset[str]:
        """The stems of all words of the groups."""
        return frozenset(stem for found in self._phrases.values() for phrase, _ in found for stem in phrase)

    def terms(self, text: str) -> Iterator[str]:
        """All terms of a text: its stems, those of its hyphened words as one, and its groups."""
        for parts in _hyphened(text):
            if len(parts) > 1:
                yield stem("".join(parts))
        stems = [stem(word) for word in words(text)]
        for place, one in enumerate(stems):
            yield one
            yield from (group for _, group in self._phrases_at(stems, place))

    def length(self, text: str) -> int:
        """How many things a text names, at least 1: a phrase that means one thing is one."""
        return max(1, sum(1 for _ in self._parted(text, SMALL_WORDS)))

    def wanted(self, typed: str) -> list[Wanted]:
        """What was typed, phrase by phrase and word by word; small words only where there is nothing else."""
        found = list(self._parted(typed, SMALL_WORDS)) or list(self._parted(typed, frozenset()))
        return [_wanted(*one) for one in dict.fromkeys(found)]

    def _parted(self, typed: str, left_out: frozenset[str]) -> Iterator[tuple[tuple[str, ...], str]]:
        """The words of each phrase or word with its group, which is blank for a word that has none."""
        given = words(typed)
        stems = [stem(word) for word in given]
        place = 0
        while place < len(stems):
            phrase, group = next(self._phrases_at(stems, place), ((), ""))
            if len(phrase) > 1 or given[place] not in left_out:
                yield tuple(given[place : place + (len(phrase) or 1)]), group
            place += len(phrase) or 1

    def _phrases_at(self, stems: Sequence[str], place: int) -> Iterator[tuple[tuple[str, ...], str]]:
        """The phrases that begin here with their groups, the longest first."""
        for phrase, group in self._phrases.get(stems[place], ()):
            if tuple(stems[place : place + len(phrase)]) == phrase:
                yield phrase, group


def _wanted(typed: tuple[str, ...], group: str) -> Wanted:
    if len(typed) == 1:
        return Wanted(typed[0], {stem(typed[0]): 1.0, **({group: SYNONYM} if group else {})})
    parts = {stem(word): PART_OF_PHRASE for word in typed if word not in SMALL_WORDS}
    return Wanted(" ".join(typed), {**parts, stem("".join(typed)): 1.0, group: 1.0})


def words(text: str) -> list[str]:
    """The words of a text in small plain letters; hyphens part words.

    >>> words("The Café's non–stop tea")
    ['the', 'cafe', 's', 'non', 'stop', 'tea']
    """
    return [part for parts in _hyphened(text) for part in parts]


def _hyphened(text: str) -> Iterator[list[str]]:
    return (word.split("-") for word in _WORD.findall(folded(text)))


SMALL_WORDS = frozenset(
    words(
        "a an and any are as at be been by can could did do does for from get had has have how i if in into "
        "is it its long many me much my no not of off on or our out s should so than that the their them "
        "there they this to was we were what when where which who why will with within without would you your"
    )
)
"""Words that carry nothing alone; in a phrase of the pack's synonyms they count."""


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without the endings that number and tense give it.

    >>> [stem(word) for word in ("kettles", "boiling", "boiled", "stopped", "injuries", "drive", "driving")]
    ['kettl', 'boil', 'boil', 'stop', 'injury', 'driv', 'driv']
    >>> [stem(word) for word in ("removal", "removing", "infection", "infected", "pus", "less")]
    ['remov', 'remov', 'infect', 'infect', 'pus', 'less']
    """
    single = word if word.endswith(_NO_PLURALS) else _without(word, _PLURALS)
    short = _without(single, _ENDINGS)
    is_doubled = short != single and short[-1] == short[-2] and short[-1] not in "aeiouls"
    return short[:-1] if is_doubled else short


def _without(word: str, endings: Iterable[tuple[str, int, str]]) -> str:
    for ending, least, instead in endings:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word.removesuffix(ending) + instead
    return word
