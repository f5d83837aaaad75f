"""Letters as they are compared: those of a keyboard, a paper and a word processor are the same."""

from __future__ import annotations

import unicodedata

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
    if words.isascii():
        return words.casefold()
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", words).casefold())
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return plain.translate(_SAME)
