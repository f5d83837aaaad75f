"""The one way in which words that a reader typed are looked for in a text.

Texts are folded once and kept (:meth:`pathways.model.Pack.once`); what is typed is folded when it is asked.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_DASHES = dict.fromkeys("\u2010\u2012\u2013\u2014\u2015\u2212\u2043", "-")
_QUOTES = {"\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"'}
_UNSEEN = dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
_SAME = str.maketrans({**_DASHES, **_QUOTES, **_UNSEEN})
"""Letters that a keyboard, a paper and a word processor write differently."""


def folded(words: str) -> str:
    """Words as they are compared: no capitals or accents, one kind of dash and quote, nothing unseen.

    >>> folded("Gómez–Pérez’s")
    "gomez-perez's"
    """
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", words).casefold())
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return plain.translate(_SAME)


def folded_text(parts: Iterable[str]) -> str:
    """All that a search looks through, as one folded text."""
    return folded(" ".join(parts))


def matches(words: str, text: str) -> bool:
    """Whether each of the words stands somewhere in a folded text, in any order; no words match every text.

    >>> matches("Kettle non–stop", folded_text(["Non-stop", "with a kettle"]))
    True
    """
    return all(word in text for word in folded(words).split())
