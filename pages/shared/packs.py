"""The one pack that the pages show, read once and kept for everybody."""

from __future__ import annotations

import os
from pathlib import Path

import networkx as nx
import streamlit as st

from pathways.graph import care_graph
from pathways.loading import load_pack
from pathways.model import Pack

PACK_FOLDER = Path(os.environ.get("PATHWAYS_PACK", Path(__file__).parents[2] / "data" / "psps_t2"))

_LINES: list[str] = []
"""The warning line of the last pack that could be read: it still stands when the next one cannot."""


def the_pack() -> Pack:
    """The pack, read again only after one of its files has changed.

    Raises:
        PackError: the pack breaks a rule; the error holds every problem.
    """
    pack = _read(PACK_FOLDER, _last_change(PACK_FOLDER))
    _LINES[:] = [pack.info.warning_line]
    return pack


# Every pack that was read is kept: drawings are cached by the identity of their pack, and the identity of
# one that is gone could be given to the next.
@st.cache_resource(show_spinner=False)
def _read(folder: Path, last_change: float) -> Pack:  # noqa: ARG001 (a changed time is a new key)
    return load_pack(folder)


def last_line() -> str:
    """The warning line of the pack that could be read last; blank if there was none."""
    return _LINES[-1] if _LINES else ""


@st.cache_resource(max_entries=1, show_spinner=False, hash_funcs={Pack: id})
def the_graph(pack: Pack) -> nx.DiGraph[str]:
    """The pack's care graph."""
    return care_graph(pack)


def _last_change(folder: Path) -> float:
    return max((path.stat().st_mtime for path in folder.rglob("*")), default=0.0)
