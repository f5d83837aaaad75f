"""What is wrong with a pack, said so that the person who edits it can mend it.

A message is short and safe to print whatever stands in the pack: values in it are cut, and characters that a
terminal or a page would obey are written as their code.
"""

from __future__ import annotations

import reprlib
from collections.abc import Sequence
from dataclasses import dataclass, fields

from pathways.errors import PathwaysError

MOST_OF_A_VALUE = 200
"""How many characters of a value a message shows."""

MOST_OF_A_PART = {"file": 200, "record": 200, "wrong": 400, "mend": 2_000}
"""How many characters each part of a problem has; a mend may list every known id."""

MOST_PROBLEMS = 1_000
"""How many problems of a pack are told: with so many, reading ends."""

_REPR = reprlib.Repr()
_REPR.maxstring = _REPR.maxother = 150
_REPR.maxlevel = 2
_REPR.maxtuple = _REPR.maxlist = _REPR.maxdict = 4


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: in which file, at which record, what is wrong, and how to mend it."""

    file: str
    record: str
    wrong: str
    mend: str

    def __post_init__(self) -> None:
        for part in fields(self):
            words = shortened(printable(getattr(self, part.name)), MOST_OF_A_PART[part.name])
            object.__setattr__(self, part.name, words)

    def __str__(self) -> str:
        return f"{self.file}, {self.record}: {self.wrong} {self.mend}"


class PackError(PathwaysError):
    """Data that cannot be used, with every problem that was found in them, up to :data:`MOST_PROBLEMS`."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems)[:MOST_PROBLEMS])
        super().__init__(f"{self.count} in the data; the first: {self.problems[0]}")

    @property
    def count(self) -> str:
        """How many problems there are, in words: "1 problem", "1,000 problems or more"."""
        known = f"{len(self.problems):,} problem{'' if len(self.problems) == 1 else 's'}"
        return f"{known} or more" if len(self.problems) == MOST_PROBLEMS else known


def shown(value: object) -> str:
    """A value of a pack as a message shows it: as it was typed, in quotes, and cut if it is long.

    >>> shown("tea-02"), len(shown("9" * 5_000)) <= MOST_OF_A_VALUE
    ("'tea-02'", True)
    """
    return shortened(_REPR.repr(value), MOST_OF_A_VALUE)


def shortened(words: str, most: int) -> str:
    """At most so many characters of a text, with its end kept and the number of those left out.

    >>> shortened("a" * 30 + "end.", 30)
    'aaaaaaaaaaaa… (17 more) …aend.'
    """
    if len(words) <= most:
        return words
    end = most // 6
    start = max(0, most - end - len(f"… ({len(words)} more) …"))
    return f"{words[:start]}… ({len(words) - start - end} more) …{words[-end:]}"


def printable(words: str) -> str:
    r"""A text on one line in which every character can be seen: the others are written as their code.

    >>> printable("one\ntwo \x1b[2J \u202e")
    'one two \\x1b[2J \\u202e'
    """
    return "".join(_seen(character) for character in words)


def _seen(character: str) -> str:
    if character.isprintable():
        return character
    return " " if character.isspace() else character.encode("unicode_escape").decode("ascii")
