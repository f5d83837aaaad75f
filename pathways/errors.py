"""What the library raises: every error of its own is a :class:`PathwaysError`."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from reprlib import Repr

MOST_NEAR = 3
"""How many known ids are named beside one that is not known."""

MOST_OF_AN_ID = 100
"""How many characters of a wanted id are shown and compared: ids have at most 80."""

_REPR = Repr()
_REPR.maxstring = _REPR.maxother = MOST_OF_AN_ID


class PathwaysError(Exception):
    """The base of all errors that this library raises by itself. Its text is a message for a person."""


class UnknownIdError(PathwaysError, KeyError):
    """An id that is not known, with those known ones that are like it.

    It is a ``KeyError``, so that a look-up by id behaves as any other mapping does.

    >>> print(UnknownIdError("node", "kettel", ("kettle",)))
    There is no node 'kettel'. Like it: 'kettle'.
    """

    def __init__(self, noun: str, wanted: object, near: tuple[str, ...] = ()) -> None:
        super().__init__(noun, wanted, near)
        self.noun = noun
        self.wanted = wanted
        self.near = near

    def __str__(self) -> str:
        like = f" Like it: {', '.join(map(repr, self.near))}." if self.near else ""
        return f"There is no {self.noun} {_REPR.repr(self.wanted)}.{like}"


def near(wanted: object, known: Iterable[str]) -> tuple[str, ...]:
    """The known ids that are most like the wanted one, the most alike first; at most :data:`MOST_NEAR`.

    >>> near("Kettel", ["rest", "kettle", "choice"])
    ('kettle',)
    >>> near(None, ["rest"])
    ()
    """
    if not isinstance(wanted, str):
        return ()
    return tuple(get_close_matches(wanted[:MOST_OF_AN_ID].casefold().strip(), known, n=MOST_NEAR))
