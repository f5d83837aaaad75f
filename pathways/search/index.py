"""Records found by words, best match first: the one match of every search here.

A record counts by its best passage and by all its words together. Words in a name count more than words in a
text, rare words more than common ones, and all the words more than some of them.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches

from pathways.search.terms import PART_OF_PHRASE, Thesaurus, Wanted, stem, words

IN_LABEL, IN_NAME, IN_TEXT, BESIDE = 4.6, 4.0, 1.5, 0.7
"""How much a word counts in a label, in any other name, in a text, and in what only stands beside it."""

BEGINNING = 0.7
"""How much of a match a word is that only begins with what was typed: "osteo" in "osteology"."""

TELLING = 4
"""Of a word with fewer letters no beginning is looked for: "leg" does not find "legal"."""

SLIP = 0.8
"""How like a known word an unknown one must be to be taken for it: "ketle" for "kettle" is 0.91."""

MOST_WANTED = 20
"""How many words and phrases of a search are looked for; the rest is left out."""


@dataclass(frozen=True)
class Passage:
    """One text of a record, with how much a word counts in it."""

    text: str
    weight: float


@dataclass(frozen=True)
class Match:
    """A record that words lead to: its place among all records, how well it fits, and its best passage."""

    record: int
    score: float
    passage: int


@dataclass(frozen=True)
class Matches:
    """The matches, best first; the words that nothing holds; and which known word a slip was taken for.

    ``whole`` holds the places of the records that hold every word.
    """

    found: tuple[Match, ...] = ()
    whole: frozenset[int] = frozenset()
    unknown: tuple[str, ...] = ()
    read_as: tuple[tuple[str, str], ...] = ()


class Index:
    """The terms of all passages of some records."""

    def __init__(self, records: Iterable[Sequence[Passage]], groups: Iterable[Iterable[str]]) -> None:
        self._thesaurus = Thesaurus(groups)
        self._record_of: list[int] = []
        self._place_of: list[int] = []
        self._weight_of: list[float] = []
        self._length_of: list[int] = []
        self._postings: dict[str, list[int]] = defaultdict(list)
        self._written: dict[str, str] = {}
        self._texts: dict[str, tuple[frozenset[str], int]] = {}
        self._count = 0
        for passages in records:
            for place, passage in enumerate(passages):
                self._add(place, passage)
            self._count += 1
        self._texts.clear()
        self._known = sorted(self._postings)

    def _add(self, place: int, passage: Passage) -> None:
        number = len(self._record_of)
        terms, length = self._read(passage.text)
        self._record_of.append(self._count)
        self._place_of.append(place)
        self._weight_of.append(passage.weight)
        self._length_of.append(length)
        for term in terms:
            self._postings[term].append(number)

    def _read(self, text: str) -> tuple[frozenset[str], int]:
        """The terms and the length of a text; many records share the name of a place."""
        if text not in self._texts:
            for word in words(text):
                self._written.setdefault(stem(word), word)
            self._texts[text] = frozenset(self._thesaurus.terms(text)), self._thesaurus.length(text)
        return self._texts[text]

    def find(self, typed: str) -> Matches:
        """The records that hold any of the words, best first."""
        wanted, read_as = self._understood(self._thesaurus.wanted(typed)[:MOST_WANTED])
        held = [(one, self._passages(one)) for one in wanted]
        known = [passages for _, passages in held if passages]
        return Matches(
            found=self._ranked(known),
            whole=self._whole([passages for _, passages in held]),
            unknown=tuple(one.typed for one, passages in held if not passages),
            read_as=read_as,
        )

    def _understood(self, wanted: Iterable[Wanted]) -> tuple[list[Wanted], tuple[tuple[str, str], ...]]:
        """The words, each slip of a known word in its place, and which were taken for which."""
        understood, read_as = [], []
        for one in wanted:
            meant = "" if self._passages(one) or not one.is_word else self._meant(one.typed)
            if meant:
                read_as.append((one.typed, meant))
            understood += self._thesaurus.wanted(meant) if meant else [one]
        return understood, tuple(read_as)

    def _meant(self, typed: str) -> str:
        """The known word that an unknown one is most like; blank if it is like none.

        Of four letters, two may have changed places; more may be wrong in longer words.
        """
        slip = stem(typed)
        if len(slip) < TELLING or any(letter.isdigit() for letter in slip):
            return ""
        stems = self._thesaurus.stems | self._written.keys()
        if swapped := [one for one in stems if sorted(one) == sorted(slip) and _is_swapped(one, slip)]:
            return self._written.get(swapped[0], swapped[0])
        near = get_close_matches(slip, stems, n=4, cutoff=SLIP)
        best = max(near, key=lambda one: (_likeness(one, slip), len(self._postings.get(one, ()))), default="")
        return self._written.get(best, best)

    def _passages(self, wanted: Wanted) -> Mapping[int, float]:
        """The passages that hold a word, each with how well."""
        best: dict[int, float] = {}
        for term, closeness in self._terms(wanted):
            for passage in self._postings.get(term, ()):
                best[passage] = max(best.get(passage, 0.0), closeness)
        return best

    def _terms(self, wanted: Wanted) -> Iterable[tuple[str, float]]:
        yield from wanted.terms.items()
        if wanted.is_word and len(beginning := stem(wanted.typed)) >= TELLING:
            first = bisect_left(self._known, beginning)
            for known in self._known[first : first + 50]:
                if known.startswith(beginning) and known not in wanted.terms:
                    yield known, BEGINNING

    def _whole(self, held: Sequence[Mapping[int, float]]) -> frozenset[int]:
        records = [frozenset(self._record_of[passage] for passage in passages) for passages in held]
        return frozenset.intersection(*records) if records else frozenset()

    def _ranked(self, held: Sequence[Mapping[int, float]]) -> tuple[Match, ...]:
        rarity = [self._rarity(passages) for passages in held]
        best = self._best_passages(held, rarity)
        together = self._together(held, rarity)
        matches = (
            Match(record, score + together[record], self._place_of[passage])
            for record, (score, passage) in best.items()
        )
        return tuple(sorted(matches, key=lambda match: (-match.score, match.record)))

    def _rarity(self, passages: Mapping[int, float]) -> float:
        """How rare a word is among the records; one word of a phrase tells nothing of the phrase."""
        held = [passage for passage, closeness in passages.items() if closeness > PART_OF_PHRASE]
        records = len({self._record_of[passage] for passage in held or passages})
        return math.log(1 + self._count / records)

    def _best_passages(
        self, held: Sequence[Mapping[int, float]], rarity: Sequence[float]
    ) -> Mapping[int, tuple[float, int]]:
        """For each record its best passage: many of the words, in few other words, in a name."""
        sums: dict[int, float] = defaultdict(float)
        counts: dict[int, int] = defaultdict(int)
        for passages, rare in zip(held, rarity, strict=True):
            for passage, closeness in passages.items():
                sums[passage] += rare * closeness
                counts[passage] += 1
        best: dict[int, tuple[float, int]] = {}
        for passage, total in sums.items():
            fullness = 1 + counts[passage] / self._length_of[passage]
            score = self._weight_of[passage] * total * (total / sum(rarity)) ** 2 * fullness
            record = self._record_of[passage]
            best[record] = max(best.get(record, (0.0, passage)), (score, passage), key=lambda one: one[0])
        return best

    def _together(self, held: Sequence[Mapping[int, float]], rarity: Sequence[float]) -> Mapping[int, float]:
        """For each record all its words wherever they stand; the more of the words it holds, the more."""
        scores: dict[int, float] = defaultdict(float)
        shares: dict[int, float] = defaultdict(float)
        for passages, rare in zip(held, rarity, strict=True):
            most: dict[int, float] = {}
            for passage, closeness in passages.items():
                record = self._record_of[passage]
                most[record] = max(most.get(record, 0.0), closeness * self._weight_of[passage])
            for record, weight in most.items():
                scores[record] += rare * weight
                shares[record] += rare / sum(rarity)
        return {record: score * shares[record] ** 2 for record, score in scores.items()}


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _is_swapped(one: str, other: str) -> bool:
    """Do two words with the same letters differ by two neighbours that have changed places?"""
    differ = [place for place, letters in enumerate(zip(one, other, strict=True)) if letters[0] != letters[1]]
    return len(differ) == 2 and differ[1] - differ[0] == 1
