"""Folders of packs that a test breaks, and what reading them says."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pathways.loading import read_pack
from pathways.problems import PackError, Problem
from tests.conftest import TINY_PACK

FILES = sorted(str(path.relative_to(TINY_PACK)) for path in TINY_PACK.rglob("*") if path.is_file())
"""The files of the tiny pack, relative to its folder."""


@contextmanager
def a_copy_of_the_tiny_pack() -> Iterator[Path]:
    """A copy that may be broken: for tests of many examples, which fixtures are not made anew for."""
    with tempfile.TemporaryDirectory() as place:
        yield Path(shutil.copytree(TINY_PACK, Path(place) / "pack"))


def problems_of(folder: Path) -> tuple[Problem, ...]:
    """What is wrong with a pack that is refused while it is read."""
    with pytest.raises(PackError) as refusal:
        read_pack(folder)
    return refusal.value.problems


def only_problem_of(folder: Path) -> Problem:
    """The one thing that is wrong, said in sentences."""
    (problem,) = problems_of(folder)
    assert problem.wrong.endswith(".")
    assert problem.mend.endswith(".")
    return problem


def replace(path: Path, old: str, new: str) -> None:
    """Replace words that stand exactly once in a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    path.write_text(text.replace(old, new), encoding="utf-8")
