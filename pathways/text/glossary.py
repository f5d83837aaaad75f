"""The words of the glossary, found in prose where they are first used.

The glossary is a table of Markdown (docs/glossary.md); whoever reads the file hands its text over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_ROW = re.compile(r"^\|\s*(?P<names>[^|]+?)\s*\|\s*(?P<meaning>[^|]+?)\s*\|\s*$", re.MULTILINE)

WORDS_OF_THE_MAP = frozenset({"edge", "node", "finding", "gap", "benefit", "block", "relative"})
"""Words of the glossary that mean something else in everyday prose, and so are not marked there."""


@dataclass(frozen=True)
class Mention:
    """A stretch of prose; ``meaning`` is set where it is the first use of a word of the glossary."""

    words: str
    meaning: str = ""


def terms(markdown: str) -> dict[str, str]:
    """The words of the glossary with their meanings; a row may hold several, parted by commas.

    >>> terms("| word | what it means here |\\n| --- | --- |\\n| CRP, ESR | blood tests |")
    {'CRP': 'blood tests', 'ESR': 'blood tests'}
    """
    rows = list(_ROW.finditer(markdown))[2:]  # without the heading and the line under it
    return {name.strip(): row["meaning"] for row in rows for name in row["names"].split(",")}


def mentions(
    words: str, known: Mapping[str, str], seen: frozenset[str] = frozenset()
) -> tuple[tuple[Mention, ...], frozenset[str]]:
    """Prose cut where a word of the glossary stands for the first time, and all words seen by then.

    Args:
        seen: words that were marked before, for instance in an earlier paragraph of the same card.

    Joined again, the mentions are the prose.

    >>> found, seen = mentions("A fusion is a fusion.", {"fusion": "bones that grow together"})
    >>> [(mention.words, mention.meaning) for mention in found]
    [('A ', ''), ('fusion', 'bones that grow together'), (' is a fusion.', '')]
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
    for name in sorted(known.keys() - WORDS_OF_THE_MAP, key=lambda name: (-len(name), name)):
        flags = re.NOFLAG if name.isupper() else re.IGNORECASE
        for match in re.finditer(rf"\b{re.escape(name)}s?\b", words, flags):
            if all(match.end() <= start or match.start() >= stop for _, start, stop in taken):
                taken.append((name, match.start(), match.end()))
    return sorted(taken, key=lambda place: place[1])
