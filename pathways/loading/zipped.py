"""A pack in a zip file, read without being unpacked: the same rules as for a folder, and a few of its own.

A zip says of each file how large it is, and may lie; it may name files outside of itself, hold links, name
a file twice, or be a small file that becomes a very large one. All of that is refused before a file is read,
and nothing is ever written.
"""

from __future__ import annotations

import hashlib
import io
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from pathways.loading.folder import MOST_BYTES, digest_of
from pathways.loading.refusal import Refusal
from pathways.loading.strays import is_passed_over
from pathways.problems import shown

MOST_BYTES_OF_ZIP = 2_000_000
"""How large the zip itself may be; the shipped pack takes a fifth of that."""

MOST_BYTES_INSIDE = 8_000_000
"""How large all files in it may be together: seven times what the shipped pack takes."""

MOST_FILES = 2_000
"""How many files and folders it may hold."""

MOST_TIMES = 100
"""How many times as large as in the zip a file may become; text becomes some 3 to 10 times as large."""

ALWAYS_SMALL = 100_000
"""A file of so many bytes may become as large as it likes."""

DEEPEST = 6
"""How many folders may stand inside each other."""


@dataclass(frozen=True)
class Limits:
    """What a zip may be: how large itself and unpacked, how many files, how many times as large as packed."""

    bytes: int = MOST_BYTES_OF_ZIP
    inside: int = MOST_BYTES_INSIDE
    files: int = MOST_FILES
    times: int = MOST_TIMES


OF_A_PACK = Limits()

_FAULTS = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, EOFError, OSError),
    *(ValueError, NotImplementedError, RuntimeError, OverflowError, IndexError, KeyError),
)
"""What the library for zip files and its unpackers raise when the bytes are not what they say."""

_READ_HERE = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_AGAIN = "Zip the pack's folder once more, and open that."


@dataclass
class Archive:
    """The files of a pack in a zip, as :class:`~pathways.loading.folder.Folder` gives those of a folder."""

    content_: bytes
    root: str
    hashes: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._files = files_in(self.content_)
        self._top = _top(self._files)

    def names(self, directory: str = "") -> dict[str, bool]:
        """Each name at the pack's top or in a folder of it, in order, and whether it is a folder itself.

        Raises:
            Refusal: there is no such folder.
        """
        start = self._top + (f"{directory}/" if directory else "")
        below = [name.removeprefix(start) for name in self._files if name.startswith(start) and name != start]
        if directory and not any(name.startswith(start) for name in self._files):
            wrong = "It is a file." if start.rstrip("/") in self._files else "It is missing."
            raise Refusal(wrong, "Add one file a record.", "the folder")
        found = {name.partition("/")[0]: "/" in name for name in sorted(below)}
        return {
            name: is_folder for name, is_folder in sorted(found.items()) if not name.startswith("__MACOSX")
        }

    def content(self, name: str) -> bytes:
        """The bytes of a file.

        Raises:
            Refusal: it is missing, is a folder, is too large, or cannot be unpacked.
        """
        info = self._files.get(self._top + name)
        if info is None:
            if any(other.startswith(f"{self._top}{name}/") for other in self._files):
                raise Refusal("It cannot be read: it is a folder.", "Put a text file here.")
            raise Refusal("It is missing.", "Restore it from an earlier version, or zip another folder.")
        if info.file_size > (most := MOST_BYTES[PurePosixPath(name).suffix]):
            wrong = f"It is too large: a file may have {most:,} bytes."
            raise Refusal(wrong, "Part it, or look what fills it.")
        content = unpacked(self.content_, info)
        self.hashes[name] = hashlib.sha256(content).hexdigest()
        return content

    def digest(self) -> str:
        """A SHA-256 over the names and bytes of all files that were read: the same as of the folder."""
        return digest_of(self.hashes)


def files_in(content: bytes, limits: Limits = OF_A_PACK) -> dict[str, zipfile.ZipInfo]:
    """Each file and folder of a zip by its whole name.

    Raises:
        Refusal: it is no zip, or holds what a pack may not.
    """
    if len(content) > limits.bytes:
        wrong = f"It has {len(content):,} bytes; a zip may have {limits.bytes:,}."
        raise Refusal(wrong, "Keep only the pack in it.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = archive.infolist()
    except _FAULTS:
        raise Refusal("This is no zip file, or it is damaged.", _AGAIN) from None
    if len(infos) > limits.files:
        raise Refusal(f"It holds more than {limits.files:,} files.", "Keep only the pack in it.")
    for info in infos:
        if fault := next(_faults_of(info, limits), None):
            raise Refusal(*fault, where=f"the entry {shown(info.orig_filename)}")
    _refuse_together(infos, limits)
    return {info.filename: info for info in infos}


def _faults_of(info: zipfile.ZipInfo, limits: Limits) -> Iterator[tuple[str, str]]:
    """What is wrong with an entry, and how to mend it."""
    name, kind = info.filename, stat.S_IFMT(info.external_attr >> 16)
    parts = name.removesuffix("/").split("/")
    if name != info.orig_filename or not name.isprintable() or "\\" in name or ":" in name:
        yield "Its name holds what no file of a pack is called by.", "Use letters, digits, _ and dots."
    if {"", ".", ".."} & set(parts):
        yield "Its path leads out of the zip.", _AGAIN
    if len(parts) > DEEPEST + 1:
        yield (
            f"It lies more than {DEEPEST} folders deep.",
            "Zip the pack's own folder, and nothing around it.",
        )
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        yield "It is a link or a device, and no file.", "Put the file itself here."
    if info.flag_bits & 1:
        yield "It is locked with a password.", "Zip the folder without one."
    if info.compress_type not in _READ_HERE:
        yield "It is packed in a way that is not read here.", "Make an ordinary zip file."
    if info.file_size > max(ALWAYS_SMALL, limits.times * info.compress_size):
        wrong = (
            f"It would become {info.file_size:,} bytes, more than {limits.times} times what it takes here."
        )
        yield wrong, "Look what fills it."


def _refuse_together(infos: Iterable[zipfile.ZipInfo], limits: Limits) -> None:
    names = Counter(info.filename.removesuffix("/") for info in infos)
    if twice := [name for name, count in names.items() if count > 1]:
        raise Refusal("This name stands twice.", "Keep one of them.", f"the entry {shown(twice[0])}")
    files = {info.filename for info in infos if not info.is_dir()}
    for info in infos:
        if inside := next((p for p in _parents(info.filename) if p in files), None):
            raise Refusal("This is a file and a folder as well.", _AGAIN, f"the entry {shown(inside)}")
    if sum(info.file_size for info in infos) > limits.inside:
        wrong = f"Its files would take more than {limits.inside:,} bytes together."
        raise Refusal(wrong, "Keep only the pack in it, and look what fills it.")


def _parents(name: str) -> Iterator[str]:
    """The folders that a name lies in.

    >>> list(_parents("pack/nodes/tea.yaml"))
    ['pack', 'pack/nodes']
    """
    parts = name.removesuffix("/").split("/")[:-1]
    return ("/".join(parts[: end + 1]) for end in range(len(parts)))


def _top(files: Iterable[str]) -> str:
    """What stands before every name of the pack: nothing, or the one folder in which it was zipped."""
    names = [name for name in files if not name.startswith("__MACOSX/")]
    if "pack.yaml" in names:
        return ""
    firsts = {name.partition("/")[0] for name in names if "/" in name}
    firsts = {first for first in firsts if not is_passed_over(first)}
    return f"{firsts.pop()}/" if len(firsts) == 1 and "nodes" not in firsts else ""


def unpacked(content: bytes, info: zipfile.ZipInfo) -> bytes:
    """The bytes of an entry: never more than it says, however much there is."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open(info) as file:
            return file.read(info.file_size)
    except _FAULTS:
        raise Refusal("It cannot be unpacked: the zip is damaged.", _AGAIN) from None
