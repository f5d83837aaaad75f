"""The pack that a page shows: read once, kept for everybody, and read again when its files change.

The address says which of the packs of this app it is; one that was opened from a file goes before it
(docs/decisions/0028-any-pack.md).
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from threading import Lock
from typing import ParamSpec, TypeVar

from pages.shared import url
from pages.shared.kept import Kept, kept_in
from pages.shared.opened import opened
from pages.shared.shelf import CHECKED_EVERY, shelf
from pathways.loading import load_pack
from pathways.model import Pack
from pathways.problems import PackError

Stamp = tuple[tuple[str, int, int, int], ...]
"""What tells one state of a folder from another: of each name, two times in ns and a size in bytes."""

Arguments = ParamSpec("Arguments")
Made = TypeVar("Made")


def current_pack() -> Pack:
    """The pack that this window shows, as its files are now, or were a second ago.

    Raises:
        PackError: the pack breaks a rule; the error holds every problem.
    """
    if one := opened():
        return one.pack
    return _shown().pack()


def all_packs() -> dict[str, Pack | PackError]:
    """Every pack of this app by its name in addresses, or what is wrong with it."""
    return {name: _pack_or_error(_kept(folder)) for name, folder in shelf().packs.items()}


def _pack_or_error(kept: KeptPack) -> Pack | PackError:
    try:
        return kept.pack()
    except PackError as error:
        return error


def _shown() -> KeptPack:
    here = shelf()
    return _kept(here.packs[url.pack_asked() or here.default])


def last_line() -> str:
    """The warning line of the pack that could be read last; blank if there was none."""
    return _shown().last_line


def cached_by_pack(most: int) -> Callable[[Callable[Arguments, Made]], Callable[Arguments, Made]]:
    """Keep what a function makes of a pack, for everybody; ``most`` results at a time.

    The key is what the pack holds and not the object, whose place in memory the next pack may be given; and
    what links take along: see :mod:`pages.shared.kept`.
    """
    return kept_in(Kept(most, lambda _: 1))


class KeptPack:
    """The pack of a folder as it was read last, or what was wrong with it; one for all sessions."""

    def __init__(self, folder: Path, now: Callable[[], float] = time.monotonic) -> None:
        self._folder = folder
        self._now = now
        self._reading = Lock()
        self._stamp: Stamp | None = None
        self._found: Pack | PackError | None = None
        self._checked = 0.0
        self.last_line = ""

    def pack(self) -> Pack:
        """The pack; while one reader waits for new files to be read, all others are given what there was.

        Raises:
            PackError: the pack breaks a rule.
        """
        if self._reading.acquire(blocking=self._found is None):
            try:
                self._check()
            finally:
                self._reading.release()
        if isinstance(self._found, Pack):
            return self._found
        raise PackError(self._found.problems if self._found else ())

    def _check(self) -> None:
        if self._found is not None and self._now() - self._checked < CHECKED_EVERY:
            return
        # The stamp is taken before the files are read: what changes meanwhile is seen at the next look.
        stamp = stamp_of(self._folder)
        if self._found is None or stamp != self._stamp:
            self._found = self._read()
        self._stamp, self._checked = stamp, self._now()

    def _read(self) -> Pack | PackError:
        try:
            pack = load_pack(self._folder)
        except PackError as error:
            return error
        self.last_line = pack.info.warning_line
        return pack


@cache
def _kept(folder: Path) -> KeptPack:
    return KeptPack(folder)


def stamp_of(folder: Path) -> Stamp:
    """The state of a pack's folder: of the folder itself, its names, and the names in the folders below.

    Two states are only ever called equal or not: a file that goes, or comes back with an older date, is
    seen too. What cannot be looked at, such as a link that leads nowhere, is there by its name.
    """
    root = os.path.realpath(folder)
    names = _names(root)
    below = (name for path in names if os.path.isdir(path) for name in _names(path))  # noqa: PTH112
    return tuple(map(_mark, (root, *names, *below)))


# Names as text: this runs while a reader waits, and objects for a hundred paths took ten times as long.
def _names(folder: str) -> list[str]:
    try:
        return sorted(os.path.join(folder, name) for name in os.listdir(folder))  # noqa: PTH118, PTH208
    except OSError:
        return []


def _mark(path: str) -> tuple[str, int, int, int]:
    try:
        seen = os.stat(path)  # noqa: PTH116
    except OSError:
        return (path, -1, -1, -1)
    return (path, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_size)
