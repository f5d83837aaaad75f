"""The folder of a pack: which names it holds, and the bytes of a file, read once and in bounds.

Only regular files inside the folder are read: a pipe would never end, a device may do anything, and a link
that leads out of the folder would show what is none of the pack's.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from pathways.loading.refusal import Refusal
from pathways.shipped import PACK

MOST_BYTES = {".yaml": 1_000_000, ".csv": 16_000_000}
"""How large a file may be, by the end of its name."""

MOST_BYTES_OF_ALL = 64_000_000
"""How large all files of a pack may be together."""

MOST_NAMES = 10_000
"""How many names one folder may hold."""

_NEVER_WAIT = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


@dataclass
class Folder:
    """The folder of one pack, while it is read. ``hashes`` are of the files read so far, by name."""

    root: Path
    hashes: dict[str, str] = field(default_factory=dict)
    size: int = 0

    def names(self, directory: str = "") -> dict[str, bool]:
        """Each name in the folder or in one below it, in order, and whether it is a folder itself.

        Raises:
            Refusal: it is missing, cannot be read, is no folder, or holds too many names.
        """
        try:
            with os.scandir(self.root / directory) as entries:
                found = {entry.name: _is_folder(entry) for entry in islice(entries, MOST_NAMES + 1)}
        except OSError as error:
            raise _not_a_folder(error, directory) from None
        if len(found) > MOST_NAMES:
            raise Refusal(
                f"It holds more than {MOST_NAMES:,} names.", "Keep only the pack here.", "the folder"
            )
        return dict(sorted(found.items()))

    def content(self, name: str) -> bytes:
        """The bytes of a file.

        Raises:
            Refusal: it is missing, is no regular file inside the folder, cannot be read, or is too large.
        """
        path = self.root / name
        try:
            _refuse_other_than_files(self.root, path)
            content = _bytes(path, max(0, min(_most_bytes(name), MOST_BYTES_OF_ALL - self.size)))
        except FileNotFoundError:
            raise _missing(path) from None
        except (OSError, ValueError, RuntimeError) as error:  # a loop of links is a RuntimeError
            raise _unreadable(error) from None
        self.size += len(content)
        self.hashes[name] = hashlib.sha256(content).hexdigest()
        return content

    def digest(self) -> str:
        """A SHA-256 over the names and bytes of all files that were read, in the order of their names."""
        return digest_of(self.hashes)


def digest_of(hashes: Mapping[str, str]) -> str:
    """A SHA-256 over names and the hashes of their bytes, in the order of the names."""
    whole = hashlib.sha256()
    for name in sorted(hashes):
        whole.update(os.fsencode(name) + b"\0" + hashes[name].encode() + b"\n")
    return whole.hexdigest()


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """A link that leads round in a circle is no folder."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _most_bytes(name: str) -> int:
    return MOST_BYTES[Path(name).suffix]


def _refuse_other_than_files(root: Path, path: Path) -> None:
    """Refuse before the file is opened: to open a device may already do something."""
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise Refusal("It cannot be read: it is a folder.", "Put a text file here.")
    if not stat.S_ISREG(mode):
        raise Refusal("It cannot be read: it is a pipe, a socket or a device.", "Put a text file here.")
    if not path.resolve().is_relative_to(root.resolve()):
        raise Refusal("It is a link that leads out of the pack's folder.", "Put the file itself here.")


def _bytes(path: Path, most: int) -> bytes:
    """All bytes of a file. What has become a pipe since it was looked at does not keep the reader waiting."""
    descriptor = os.open(path, os.O_RDONLY | _NEVER_WAIT)
    with os.fdopen(descriptor, "rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        wrong = f"It is too large: a file may have {_most_bytes(path.name):,} bytes"
        raise Refusal(f"{wrong}, all together {MOST_BYTES_OF_ALL:,}.", "Part it, or look what fills it.")
    return content


def _missing(path: Path) -> Refusal:
    if path.is_symlink():
        return Refusal("It is a link that leads nowhere.", "Put the file itself here.")
    return Refusal("It is missing.", "Restore it from an earlier version, or give another folder.")


def _unreadable(error: Exception) -> Refusal:
    why = error.strerror if isinstance(error, OSError) else "its name leads nowhere"
    return Refusal(f"It cannot be read: {why}.", "Put a text file here that the app may read.")


def _not_a_folder(error: OSError, directory: str) -> Refusal:
    mend = "Add one file a record." if directory else f"Give the folder of a pack, such as data/{PACK.name}."
    if isinstance(error, FileNotFoundError):
        return Refusal("It is missing.", mend, "the folder")
    if isinstance(error, NotADirectoryError):
        return Refusal("It is a file.", mend, "the folder")
    return Refusal(f"It cannot be read: {error.strerror}.", "Let the app read this folder.", "the folder")
