"""What a figure rests on: the source cited, and how many were counted."""

from __future__ import annotations

from pathways.evidence.words import NOT_KNOWN
from pathways.model import Arm, Source


def citation(source: Source) -> str:
    """Who, when, what and where; what is not known is said to be not known."""
    authors = _first_authors(source.authors) or f"authors {NOT_KNOWN}"
    year = source.year or f"year {NOT_KNOWN}"
    title = (
        source.title
        if has_title(source)
        else f"In our words, as its exact title is {NOT_KNOWN}: {source.title}"
    )
    return f"{authors} ({year}). {_closed(title)} {_closed(source.journal or f'Journal {NOT_KNOWN}')}"


def has_title(source: Source) -> bool:
    """Is its title known as it was printed?"""
    return "exact title" not in source.incomplete


def _closed(words: str) -> str:
    """Words that end a sentence, with one mark at their end.

    >>> _closed("Does it help?"), _closed("A trial")
    ('Does it help?', 'A trial.')
    """
    return words if words.endswith((".", "?", "!")) else f"{words}."


def _first_authors(authors: str, most: int = 3) -> str:
    names = [name.strip() for name in authors.split(",") if name.strip()]
    return ", ".join(names[:most]) + (" and others" if len(names) > most else "")


def short_citation(source: Source) -> str:
    """First author and year, such as "Weir and others 2017"."""
    names = [name.strip() for name in source.authors.split(",") if name.strip()]
    if not names:
        return f"authors {NOT_KNOWN}, {source.year or f'year {NOT_KNOWN}'}"
    first, has_others, _ = names[0].partition(" et al")
    others = " and others" if len(names) > 1 or has_others else ""
    return f"{first}{others} {source.year or f'(year {NOT_KNOWN})'}"


def size(arm: Arm, other: Arm | None, source: Source) -> str:
    """How many were counted for the figure and for what it is compared with, or else in the whole source."""
    if arm.total is not None:
        beside = f", {other.total:,} in the other group" if other and other.total else ""
        return f"{arm.total:,} counted{beside}"
    return f"{source.n:,} in the whole source" if source.n else "size not reported"
