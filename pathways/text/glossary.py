"""The words of a pack's glossary, found in prose where they are first used."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pathways.model import Pack


@dataclass(frozen=True)
class Mention:
    """A stretch of prose; ``meaning`` is set where it is the first use of a word of the glossary."""

    words: str
    meaning: str = ""


def marked_terms(pack: Pack) -> Mapping[str, str]:
    """The hard words that are explained in prose, with their meanings."""
    return {word: entry.meaning for entry in pack.glossary if entry.marked == "yes" for word in entry.words}


def mentions(
    words: str, known: Mapping[str, str], seen: frozenset[str] = frozenset()
) -> tuple[tuple[Mention, ...], frozenset[str]]:
    """Prose cut where a word of the glossary stands for the first time, and all words seen by then.

    Args:
        seen: words that were marked before, for instance in an earlier paragraph of the same card.

    Joined again, the mentions are the prose.

    >>> found, seen = mentions("A brew is a brew.", {"brew": "tea that has stood"})
    >>> [(mention.words, mention.meaning) for mention in found]
    [('A ', ''), ('brew', 'tea that has stood'), (' is a brew.', '')]
    """
    found: list[Mention] = []
    end = 0
    for name, start, stop in _places(words, known):
        if name in seen:
            continue
        found += [Mention(words[end:start]), Mention(words[start:stop], known[name])]
        seen, end = seen | {name}, stop
    found.append(Mention(words[end:]))
    return tuple(mention for mention in found if mention.words), seen


def _places(words: str, known: Mapping[str, str]) -> list[tuple[str, int, int]]:
    """Where words of the glossary stand, in order: the longer word where two overlap.

    Abbreviations are found as they are written, other words in either case and with a plural s.
    """
    taken: list[tuple[str, int, int]] = []
    for name in sorted(known, key=lambda name: (-len(name), name)):
        flags = re.NOFLAG if name.isupper() else re.IGNORECASE
        for match in re.finditer(rf"\b{re.escape(name)}s?\b", words, flags):
            if all(match.end() <= start or match.start() >= stop for _, start, stop in taken):
                taken.append((name, match.start(), match.end()))
    return sorted(taken, key=lambda place: place[1])
