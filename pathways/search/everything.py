"""One search for all that a pack holds: places, background, words, figures, gaps, claims and sources.

Where not every word is found, the nearest matches are given and the words that nothing holds are named.
Nothing is left out for what it says: the order follows the words alone.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from pathways.model import Pack
from pathways.search.index import Index, Match, Matches
from pathways.search.records import Kind, Searched, searched


@dataclass(frozen=True)
class Hit:
    """Something of the pack that words lead to; see :class:`~pathways.search.records.Searched` for its id.

    ``section`` is where the best of its texts stands, and ``text`` that text if it can be read alone; both
    are blank if a name fits best.
    """

    kind: Kind
    id: str
    text: str = ""
    section: str = ""


@dataclass(frozen=True)
class Found:
    """The matches, best first, and those of the words that nothing in the pack holds.

    ``whole`` is how many of the matches hold every word. ``read_as`` says which known word an unknown one was
    taken for.
    """

    hits: tuple[Hit, ...] = ()
    whole: int = 0
    unknown: tuple[str, ...] = ()
    read_as: tuple[tuple[str, str], ...] = ()


def find(pack: Pack, words: str) -> Found:
    """What the words lead to, best match first; of equals places stand first, then the nearest people."""
    book = pack.once(_Book)
    matches = book.find(words)
    hits = tuple(_hit(book.records[match.record], match) for match in matches.found)
    return Found(hits, len(matches.whole), matches.unknown, matches.read_as)


def holding(pack: Pack, kind: Kind, words: str) -> Container[str]:
    """The ids of the records of a kind that hold every word; of all of them where no words are given."""
    book = pack.once(_Book)
    places = book.find(words).whole if words.strip() else range(len(book.records))
    return frozenset(book.records[place].id for place in places if book.records[place].kind == kind)


class _Book:
    """The records of a pack and their index, made once for each pack."""

    def __init__(self, pack: Pack) -> None:
        self.records: tuple[Searched, ...] = searched(pack)
        self._index = Index((record.passages for record in self.records), pack.info.synonyms)

    def find(self, words: str) -> Matches:
        return self._index.find(words)


def _hit(record: Searched, match: Match) -> Hit:
    """The texts of a record stand before its names among its passages."""
    if match.passage >= len(record.texts):
        return Hit(record.kind, record.id)
    told = record.texts[match.passage]
    return Hit(record.kind, record.id, told.text if told.is_whole else "", told.section)
