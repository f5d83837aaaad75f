"""Where the packs of the app lie, and which there are: looked at again once in a second."""

from __future__ import annotations

import os
import time
from pathlib import Path

from pathways.loading.shelf import Shelf, shelf_of
from pathways.shipped import ROOT

DATA = Path(os.environ.get("PATHWAYS_DATA") or ROOT / "data")
"""A folder of packs, or of one pack."""

CHECKED_EVERY = 1.0
"""How many seconds pass before files are looked at again: a page may be drawn many times in one."""

_SEEN: dict[Path, tuple[float, Shelf]] = {}


def shelf() -> Shelf:
    """The packs that there are now, or were a second ago."""
    now = time.monotonic()
    seen = _SEEN.get(DATA)
    if seen is None or now - seen[0] >= CHECKED_EVERY:
        _SEEN[DATA] = seen = (now, shelf_of(DATA))
    return seen[1]
