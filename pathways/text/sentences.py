"""Small words of sentences: numbers with their nouns, capitals, and lists."""

from __future__ import annotations

from collections.abc import Sequence


def pluralised(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> pluralised(1, "figure"), pluralised(1314, "figure"), pluralised(2, "study", "studies")
    ('1 figure', '1,314 figures', '2 studies')
    """
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def capitalised(words: str) -> str:
    """Words with a capital at their start; the others stay as they are.

    >>> capitalised("range not reported"), capitalised("ODI after a year")
    ('Range not reported', 'ODI after a year')
    """
    return f"{words[:1].upper()}{words[1:]}"


def sentence(words: str) -> str:
    """Words with a capital at the start and a full stop at the end; nothing stays nothing.

    >>> sentence("range not reported")
    'Range not reported.'
    """
    return f"{capitalised(words).rstrip('.')}." if words else ""


def listed(parts: Sequence[str]) -> str:
    """Parts as one list in words; there must be at least one.

    >>> listed(["pain"]), listed(["pain", "sleep", "work"])
    ('pain', 'pain, sleep and work')
    """
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last


def joined(parts: Sequence[str], mark: str = "; ") -> str:
    """The parts that say something, with a mark between them.

    >>> joined(["men over 60", "", "follow-up 24 months"])
    'men over 60; follow-up 24 months'
    """
    return mark.join(part for part in parts if part)
