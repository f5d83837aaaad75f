"""The address of a page: how it is read, changed and linked to, the same on every page.

Nothing is stored beside it, so a link, a reload and the browser's back button all lead to the same view.
Each page says in its own ``address`` module which parts it reads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar
from urllib.parse import urlencode

import streamlit as st

Name = TypeVar("Name", bound=str)
Read = TypeVar("Read")


class AddressError(ValueError):
    """The address names something that is not there; the message is for the reader."""


def asked_for(parameters: Mapping[str, str], name: str) -> str | None:
    """A part of an address as it is meant: capitals and blanks around it do not count, empty is absent.

    >>> asked_for({"node": " CT "}, "node"), asked_for({"node": " "}, "node")
    ('ct', None)
    """
    return parameters.get(name, "").strip().lower() or None


def listed(parameters: Mapping[str, str], name: str) -> list[str]:
    """A part of an address that holds several words, joined by commas.

    >>> listed({"options": "carry_on,,Refusion"}, "options")
    ['carry_on', 'refusion']
    """
    words = (word.strip() for word in (asked_for(parameters, name) or "").split(","))
    return [word for word in words if word]


def known(
    parameters: Mapping[str, str], part: str, names: Iterable[Name], what: str, rest: str = "."
) -> Name | None:
    """The one of the names that a part of an address asks for; None if the part is absent.

    >>> known({"score": "not met"}, "score", ["Met", "Not met"], "score")
    'Not met'

    Raises:
        AddressError: it asks for none of them; ``what`` and ``rest`` are as for :func:`no_such`.
    """
    asked = asked_for(parameters, part)
    if asked is None:
        return None
    for name in names:
        if name.lower() == asked:
            return name
    raise no_such(what, asked, rest)


def or_note(read: Callable[[], Read], notes: list[str]) -> Read | None:
    """What a part of an address asks for; what is not understood is left out and noted for the reader.

    >>> notes: list[str] = []
    >>> or_note(lambda: known({"step": "seven"}, "step", ["compare"], "step"), notes), notes
    (None, ['There is no step "seven". It is left out.'])
    """
    try:
        return read()
    except AddressError as error:
        notes.append(f"{error} It is left out.")
        return None


def no_such(what: str, words: str, rest: str = ".") -> AddressError:
    """The error for words of an address that name nothing.

    >>> str(no_such("place called", "nowhere", " on the map."))
    'There is no place called "nowhere" on the map.'
    """
    return AddressError(f'There is no {what} "{shown(words)}"{rest}')


def shown(words: str, most: int = 40) -> str:
    """Words of an address as a sentence may repeat them: not endlessly.

    >>> shown("abcdef", most=3)
    'abc…'
    """
    return words if len(words) <= most else f"{words[:most]}…"


def href(page: str, **parts: str | None) -> str:
    """A link to a page with these parts in its address; None is left out.

    >>> href("evidence", subject="gaps", node=None), href("compare", options="carry_on,refusion")
    ('evidence?subject=gaps', 'compare?options=carry_on,refusion')
    """
    kept = {part: words for part, words in parts.items() if words is not None}
    return f"{page}?{urlencode(kept, safe=',:')}" if kept else page


def change_address(**changes: str | None) -> None:
    """Change the named parts of the address and leave the rest; None takes a part away."""
    merged = {**st.query_params.to_dict(), **changes}
    st.query_params.from_dict({key: value for key, value in merged.items() if value is not None})
