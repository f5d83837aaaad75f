"""What is made of a pack and an address is made once for everybody, and given again: a rerun is a look-up.

Two decorators are all that pages need: :func:`kept_html` for what is sent as it is, whatever its number, and
:func:`pages.shared.packs.cached_by_pack` for other things, so many at a time. Both tell results apart by what
the pack holds, by what links take along, and by the arguments. Both are bounded, and what has not been asked
for longest goes first (docs/decisions/0023-a-rerun-is-a-look-up.md).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from functools import wraps
from sys import getsizeof
from threading import RLock
from typing import ParamSpec, TypeVar, cast

import streamlit as st
from markupsafe import Markup

from pages.shared import url
from pages.shared.opened import opened
from pages.shared.templates import Html
from pathways.model import Pack
from pathways.model.record import Record

MOST_BYTES = 48_000_000
"""How much memory all HTML together may take that is kept: several times what the shipped pack can fill."""

Arguments = ParamSpec("Arguments")
Made = TypeVar("Made")


_STORES: list[Kept] = []


class Kept:
    """Results by their keys, up to a weight; safe for many threads, and each result is made once."""

    def __init__(self, most: int, weigh: Callable[[object], int], *, for_everybody: bool = True) -> None:
        if for_everybody:
            _STORES.append(self)
        self._most = most
        self._weigh = weigh
        self._weight = 0
        self._results: OrderedDict[Hashable, tuple[object, object, int]] = OrderedDict()
        self._lock = RLock()

    def get(self, key: Hashable, make: Callable[[], object], held: object = None) -> object:
        """The result of a key: made now, or given again.

        Args:
            held: is kept as long as the result, such as the objects whose place in memory is in the key.
        """
        # Looked up without waiting for what another reader has made just now.
        if found := self._found(key):
            return found[0]
        with self._lock:
            if found := self._found(key):
                return found[0]
            result = make()
            self._keep(key, result, held)
        return result

    def _found(self, key: Hashable) -> tuple[object, object, int] | None:
        found = self._results.get(key)
        if found:
            try:
                self._results.move_to_end(key)
            except KeyError:  # another thread has just dropped it
                return found
        return found

    def _keep(self, key: Hashable, result: object, held: object) -> None:
        weight = self._weigh(result)
        if weight > self._most:
            return
        self._results[key] = (result, held, weight)
        self._weight += weight
        while self._weight > self._most:
            self._weight -= self._results.popitem(last=False)[1][2]

    def smaller(self) -> Kept:
        """An empty store for one reader, a sixth as large, which goes when nobody holds it any more."""
        return Kept(max(1, self._most // 6), self._weigh, for_everybody=False)

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._results.clear()
            self._weight = 0


def forget_all() -> None:
    """Forget everything that is kept of any pack: what is asked for next is made anew."""
    for store in _STORES:
        store.clear()


def kept_in(store: Kept) -> Callable[[Callable[Arguments, Made]], Callable[Arguments, Made]]:
    """Keep what a function makes of its arguments, the first of which is the pack, in a store."""

    def keep(make: Callable[Arguments, Made]) -> Callable[Arguments, Made]:
        if make.__module__ == "__main__":
            raise TypeError(
                f"Move {make.__name__} to a module of its page's parts: Streamlit runs the page itself anew "
                "each time, so nothing that it defines can be known again."
            )

        @wraps(make)
        def kept(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Made:
            given = (*args, *kwargs.items())
            key = (make, *_around(), *map(_part, given))
            own = store_for(store, given[0] if given else None)
            return cast("Made", own.get(key, lambda: make(*args, **kwargs), given[1:]))

        return kept

    return keep


def store_for(store: Kept, pack: object) -> Kept:
    """Where things of a pack are kept: what is made of one that a reader has opened stays with them."""
    one = opened()
    if one is None or one.pack is not pack:
        return store
    if id(store) not in one.made:
        one.made[id(store)] = store.smaller()
    return one.made[id(store)]


def _around() -> tuple[Hashable, ...]:
    """What every link of a page depends on: what it takes along, and whether it stands in a frame."""
    return (bool(st.context.is_embedded), tuple(url.taken_along().items()))


def _part(argument: object) -> Hashable:
    """An argument as a part of a key: a pack by what it holds, its records by which they are.

    What a page has read of its address counts by the address itself.
    """
    match argument:
        case Pack():
            return argument.identity
        case Record():
            return id(argument)
        case tuple() | list():
            return tuple(map(_part, argument))
        case _ if hasattr(argument, "notes"):
            return url.asked()
        case _ if is_dataclass(argument):
            return (type(argument), *(_part(getattr(argument, one.name)) for one in fields(argument)))
        case _:
            return argument


def _size(result: object) -> int:
    """Bytes of memory that text takes."""
    return sum(map(_size, result)) if isinstance(result, tuple) else getsizeof(result)


HTML = Kept(MOST_BYTES, _size)
"""The HTML of all pages, as it was made last."""


def kept_html(make: Callable[Arguments, Made]) -> Callable[Arguments, Made]:
    """Keep the HTML that a function makes of a pack and what the address says; one text or several."""

    @wraps(make)
    def ready(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Made:
        return cast("Made", _ready(make(*args, **kwargs)))

    return kept_in(HTML)(ready)


def _ready(made: object) -> object:
    """Markup as Streamlit sends it without a further look; several texts one by one."""
    if isinstance(made, tuple):
        return made._make(map(_ready, made)) if hasattr(made, "_make") else tuple(map(_ready, made))
    return Html(made) if isinstance(made, Markup) else made
