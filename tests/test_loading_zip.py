"""A pack in a zip: read as its folder is, and refused in a sentence if it is anything else than one."""

from __future__ import annotations

import hashlib
import io
import stat
import tracemalloc
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.loading import load_zip, zipped
from pathways.loading.zipped import DEEPEST, MOST_BYTES_INSIDE, MOST_BYTES_OF_ZIP, MOST_FILES
from pathways.model import Pack
from pathways.problems import PackError, Problem
from tests.conftest import TINY_PACK

TINY = {
    str(path.relative_to(TINY_PACK)): path.read_bytes() for path in TINY_PACK.rglob("*") if path.is_file()
}


def zip_of(files: dict[str, bytes], before: str = "", packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of files, each under its name with something before it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packed) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of names that stand twice
        for name, content in files.items():
            archive.writestr(before + name, content)
    return made.getvalue()


def with_entry(name: str, content: bytes = b"", *, kind: int = stat.S_IFREG) -> bytes:
    """The tiny pack with one more entry, of whatever kind."""
    made = io.BytesIO(zip_of(TINY))
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        entry = zipfile.ZipInfo(name)
        entry.external_attr = (kind | 0o644) << 16
        entry.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(entry, content)
    return made.getvalue()


def noise(size: int) -> bytes:
    """Bytes that cannot be made smaller, the same on every run."""
    return b"".join(hashlib.sha256(n.to_bytes(4, "big")).digest() for n in range(size // 32 + 1))[:size]


def only_problem(content: bytes) -> Problem:
    with pytest.raises(PackError) as refusal:
        load_zip(content, "mine.zip")
    (problem,) = refusal.value.problems
    assert problem.wrong.endswith(".")
    assert problem.mend.endswith(".")
    return problem


@pytest.mark.parametrize("before", ["", "pack/", "tea-main/"])
@pytest.mark.parametrize("packed", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_zip_of_a_pack_or_of_its_folder_is_the_pack(before: str, packed: int, tiny: Pack) -> None:
    read = load_zip(zip_of(TINY, before, packed))
    assert read == tiny
    assert read.digest == tiny.digest


def test_the_shipped_pack_fits_into_a_zip_with_room_to_grow(real_folder: Path, real_pack: Pack) -> None:
    files = {str(p.relative_to(real_folder)): p.read_bytes() for p in real_folder.rglob("*") if p.is_file()}
    content = zip_of(files)
    assert len(content) * 3 < MOST_BYTES_OF_ZIP
    assert load_zip(content).digest == real_pack.digest


@pytest.mark.parametrize(
    "name", ["__MACOSX/._pack.yaml", ".DS_Store", "README.md", ".git/config", "nodes/.#tea.yaml"]
)
def test_what_systems_leave_in_a_zip_is_passed_over(name: str, tiny: Pack) -> None:
    assert load_zip(with_entry(name, b"x")) == tiny


def test_a_folder_beside_what_systems_leave_is_the_pack(tiny: Pack) -> None:
    inside = {f"pack/{name}": content for name, content in TINY.items()}
    assert load_zip(zip_of({**inside, "__MACOSX/pack/._pack.yaml": b"x", ".DS_Store": b"x"})) == tiny


def without(name: str) -> bytes:
    return zip_of({other: content for other, content in TINY.items() if other != name})


def locked() -> bytes:
    """A zip whose entries say that they are locked with a password."""
    content = bytearray(zip_of(TINY))
    for mark, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        start = 0
        while (start := content.find(mark, start)) >= 0:
            content[start + place] |= 1
            start += 4
    return bytes(content)


def pretending(size: int) -> bytes:
    """A zip with a file of noughts that says of itself how large it is, in both of its headings."""
    content = bytearray(with_entry("nodes/big.yaml", b"0" * 10_000_000))
    for mark, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        start = content.rfind(mark)
        content[start + place : start + place + 4] = size.to_bytes(4, "little")
    return bytes(content)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: b"", "This is no zip file"),
        (lambda: b"PK\x03\x04 and nothing else", "This is no zip file"),
        (lambda: b"id: tea\n", "This is no zip file"),
        (lambda: zip_of(TINY)[:-30], "This is no zip file"),
        (lambda: with_entry("../pack.yaml", b"x"), "leads out of the zip"),
        (lambda: with_entry("nodes/../../x.yaml", b"x"), "leads out of the zip"),
        (lambda: with_entry("/etc/passwd", b"x"), "leads out of the zip"),
        (lambda: with_entry("nodes//x.yaml", b"x"), "leads out of the zip"),
        (lambda: with_entry("C:/x.yaml", b"x"), "no file of a pack is called"),
        (lambda: with_entry("nodes\\x.yaml", b"x"), "no file of a pack is called"),
        (lambda: with_entry("nodes/\x1b[2J.yaml", b"x"), "no file of a pack is called"),
        (lambda: with_entry("nodes/\u202e.yaml", b"x"), "no file of a pack is called"),
        (lambda: with_entry("nodes/x.yaml", b"/etc/passwd", kind=stat.S_IFLNK), "a link or a device"),
        (lambda: with_entry("nodes/x.yaml", b"", kind=stat.S_IFIFO), "a link or a device"),
        (lambda: with_entry("/".join("abcdefgh") + "/x.yaml", b"x"), f"more than {DEEPEST} folders deep"),
        (lambda: with_entry("nodes/tea.yaml", b"x"), "This name stands twice"),
        (lambda: with_entry("edges.csv/x", b"x"), "a file and a folder as well"),
        (lambda: with_entry("x.bin", b"0" * 5_000_000), "more than 100 times"),
        (locked, "locked with a password"),
        (lambda: zip_of(TINY, packed=zipfile.ZIP_BZIP2), "packed in a way that is not read"),
        (lambda: zip_of(TINY, packed=zipfile.ZIP_LZMA), "packed in a way that is not read"),
        (lambda: with_entry("x.bin", noise(MOST_BYTES_OF_ZIP)), "a zip may have"),
        (lambda: zip_of({f"x{n}": b"" for n in range(MOST_FILES + 1)}), "more than 2,000 files"),
    ],
)
def test_what_a_pack_may_not_hold_is_refused_by_name(make: Callable[[], bytes], says: str) -> None:
    assert says in only_problem(make()).wrong


@pytest.mark.parametrize("size", [0, 5, 99_999])
def test_a_file_that_says_less_than_it_holds_is_damaged_and_never_read_to_its_end(size: int) -> None:
    content = pretending(size)
    tracemalloc.start()
    with pytest.raises(PackError) as refusal:
        load_zip(content)
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()
    assert "nodes/big.yaml" in {problem.file for problem in refusal.value.problems}


def test_many_files_that_are_each_small_enough_are_refused_together() -> None:
    files = {f"x{n}.bin": b"0" * 90_000 for n in range(MOST_BYTES_INSIDE // 90_000 + 1)}
    assert "more than 8,000,000 bytes together" in only_problem(zip_of({**TINY, **files})).wrong


@pytest.mark.parametrize("name", ["pack.yaml", "edges.csv", "sources.csv"])
def test_a_file_that_is_missing_is_named(name: str) -> None:
    with pytest.raises(PackError) as refusal:
        load_zip(without(name))
    assert name in {problem.file for problem in refusal.value.problems}


def test_a_zip_of_something_else_says_what_a_pack_needs() -> None:
    with pytest.raises(PackError) as refusal:
        load_zip(zip_of({"letter.docx": b"x", "photos/one.png": b"y"}))
    assert {"pack.yaml", "nodes/"} <= {problem.file for problem in refusal.value.problems}


def test_a_folder_where_a_file_is_meant_and_the_other_way_round_are_named() -> None:
    files = {name: content for name, content in TINY.items() if name != "edges.csv"}
    with pytest.raises(PackError) as refusal:
        load_zip(zip_of({**files, "edges.csv/x": b"x"}))
    assert "it is a folder" in str(refusal.value.problems)
    files = {name: content for name, content in TINY.items() if not name.startswith("nodes/")}
    with pytest.raises(PackError) as refusal:
        load_zip(zip_of({**files, "nodes": b"x"}))
    assert "It is a file." in str(refusal.value.problems)


def test_a_table_or_a_file_of_keys_that_is_too_large_is_refused_before_it_is_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    unpacked: list[str] = []
    unpack = zipped.unpacked
    monkeypatch.setattr(
        zipped, "unpacked", lambda c, info: (unpacked.append(info.filename), unpack(c, info))[1]
    )
    with pytest.raises(PackError) as refusal:
        load_zip(with_entry("nodes/big.yaml", noise(600_000).hex().encode()))
    assert ("nodes/big.yaml", "It is too large: a file may have 1,000,000 bytes.") in {
        (problem.file, problem.wrong) for problem in refusal.value.problems
    }
    assert "nodes/big.yaml" not in unpacked


def refused_or_loaded(content: bytes) -> None:
    """Nothing but problems in sentences comes out of a zip, and no message is long."""
    problems: tuple[Problem, ...] = ()
    try:
        load_zip(content, "mine.zip")
    except PackError as error:
        problems = error.problems
    assert [problem for problem in problems if len(str(problem)) > 3_000] == []


@settings(max_examples=150)
@given(st.binary(max_size=400))
def test_bytes_that_only_begin_like_a_zip_are_refused(junk: bytes) -> None:
    refused_or_loaded(junk)
    refused_or_loaded(b"PK\x03\x04" + junk)
    refused_or_loaded(junk + b"PK\x05\x06" + junk[:18].ljust(18, b"\0"))


GOOD = zip_of(TINY)


@settings(max_examples=120)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=12))
def test_bytes_that_are_changed_anywhere_are_refused_or_load(changes: list[tuple[int, int]]) -> None:
    content = bytearray(GOOD)
    for place, byte in changes:
        content[place] = byte
    refused_or_loaded(bytes(content))


HEADINGS = [
    place for place in range(len(GOOD) - 4) if GOOD[place : place + 4] in (b"PK\x01\x02", b"PK\x05\x06")
]


@settings(max_examples=120)
@given(st.sampled_from(HEADINGS), st.integers(4, 45), st.binary(min_size=1, max_size=8))
def test_headings_that_lie_are_refused_or_load(start: int, place: int, junk: bytes) -> None:
    content = bytearray(GOOD)
    content[start + place : start + place + len(junk)] = junk
    refused_or_loaded(bytes(content[: len(GOOD)]))


@settings(max_examples=60)
@given(
    st.dictionaries(
        st.text(min_size=1, max_size=30) | st.sampled_from(sorted(TINY)), st.binary(max_size=60), max_size=6
    )
)
def test_names_and_contents_of_any_kind_are_refused_or_load(files: dict[str, bytes]) -> None:
    try:
        content = zip_of({**TINY, **files})
    except (UnicodeEncodeError, ValueError, IndexError):
        return  # no zip can be made of it: of a name that begins with a nought, nothing is left
    refused_or_loaded(content)
