"""The three marks that prose in a pack may hold, and what they become.

``[finding-01]`` or ``[source_id]``   a citation: what the sentence before it rests on
``{finding-01}``                      the finding speaks: its own plain sentence is put here
``[words](node_id)``                  a link to a node or a topic

Numbers never stand in prose itself: they come from findings, so that a figure has one home.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_MARK = re.compile(
    r"\[(?P<words>[^\[\]]+)\]\((?P<target>[a-z][a-z0-9_]*)\)"
    r"|\[(?P<cited>[a-z0-9][a-z0-9_-]*)\]"
    r"|\{(?P<spoken>[a-z0-9][a-z0-9_-]*)\}"
)


@dataclass(frozen=True)
class Text:
    """Words to be shown as they stand."""

    words: str


@dataclass(frozen=True)
class Cite:
    """A finding or source that the words before rest on."""

    id: str


@dataclass(frozen=True)
class Quote:
    """A finding whose own sentence is put here."""

    id: str


@dataclass(frozen=True)
class Link:
    """Words that lead to a node or topic."""

    words: str
    target: str


Piece = Text | Cite | Quote | Link


def pieces(paragraph: str) -> Iterator[Piece]:
    """The paragraph cut at its marks, in order.

    >>> list(pieces("Tea may go cold [tea-01]."))
    [Text(words='Tea may go cold '), Cite(id='tea-01'), Text(words='.')]
    """
    end = 0
    for mark in _MARK.finditer(paragraph):
        if mark.start() > end:
            yield Text(paragraph[end : mark.start()])
        yield _piece(mark)
        end = mark.end()
    if end < len(paragraph):
        yield Text(paragraph[end:])


def _piece(mark: re.Match[str]) -> Piece:
    if mark["cited"]:
        return Cite(mark["cited"])
    if mark["spoken"]:
        return Quote(mark["spoken"])
    return Link(mark["words"], mark["target"])


def cites(paragraph: str) -> bool:
    """Does the paragraph name anything that it rests on, cited or quoted?"""
    return any(isinstance(piece, Cite | Quote) for piece in pieces(paragraph))


def citing_quotes(paragraph: str) -> str:
    """The same words with each finding cited and not quoted, which would break the line.

    >>> citing_quotes("It is rare. {tea-02}")
    'It is rare. [tea-02]'
    """
    return _MARK.sub(lambda mark: f"[{mark['spoken']}]" if mark["spoken"] else mark[0], paragraph)


def parted_at_quotes(paragraph: str) -> Iterator[Quote | str]:
    """The quoted findings of a paragraph and the words between them, which keep their other marks.

    >>> list(parted_at_quotes("It may help [tea-01]. {tea-02}"))
    ['It may help [tea-01].', Quote(id='tea-02')]
    """
    end = 0
    for mark in (mark for mark in _MARK.finditer(paragraph) if mark["spoken"]):
        if words := paragraph[end : mark.start()].strip():
            yield words
        yield Quote(mark["spoken"])
        end = mark.end()
    if words := paragraph[end:].strip():
        yield words


@lru_cache(maxsize=4_096)
def own_words(paragraph: str) -> str:
    """The words that the paragraph itself says, without citations and spoken findings.

    >>> own_words("Ask about [rest](rest) [tea-01]. {tea-02}")
    'Ask about rest .'
    """
    kept = (p.words for p in pieces(paragraph) if isinstance(p, Text | Link))
    return re.sub(r"\s+", " ", "".join(kept)).strip()


def quoted(paragraph: str) -> tuple[str, ...]:
    """The ids of the findings that speak in the paragraph.

    >>> quoted("Ask about [rest](rest) [tea-01]. {tea-02}")
    ('tea-02',)
    """
    return tuple(piece.id for piece in pieces(paragraph) if isinstance(piece, Quote))
