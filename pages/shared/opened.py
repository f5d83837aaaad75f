"""The pack that a reader has opened from a file: it stands in their window alone, and goes with it.

It is held by Streamlit's session and by nothing else: no file, no address, nothing that all readers share.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from weakref import WeakSet

import streamlit as st

from pathways.model import Pack

if TYPE_CHECKING:
    from pages.shared.kept import Kept

MOST_OPENED = 12
"""How many packs may be open in all windows together: each takes some 30 MB of memory."""

_KEY = "opened_pack"


@dataclass(eq=False)
class Opened:
    """A pack that was opened from a file: what it was called, and what has been made of it, by store."""

    pack: Pack
    file: str
    made: dict[int, Kept] = field(default_factory=dict)


_ALL: WeakSet[Opened] = WeakSet()


def opened() -> Opened | None:
    """What is open in the window that is drawn; None if nothing is."""
    if not _ALL:  # asked for each piece of a page, and nearly always so
        return None
    found = st.session_state.get(_KEY)
    return found if isinstance(found, Opened) else None


def has_room() -> bool:
    """Whether one more pack may be opened here: in place of the one that is open, always."""
    return opened() is not None or len(_ALL) < MOST_OPENED


def open_pack(pack: Pack, file: str) -> None:
    """Show a pack in this window from now on, in place of what was open."""
    st.session_state[_KEY] = one = Opened(pack, file)
    _ALL.add(one)


def close_pack() -> None:
    """Show the packs of this app again."""
    st.session_state.pop(_KEY, None)
