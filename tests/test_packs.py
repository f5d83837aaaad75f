"""The pack that the pages show: read again when its files change, however they do, and not before."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from pages.shared.packs import CHECKED_EVERY, KeptPack, cached_by_pack, stamp_of
from pathways.loading import load_pack
from pathways.model import Pack
from pathways.problems import PackError
from tests.folders import replace


class Clock:
    """A clock that moves when a test says so."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds

    def tick(self) -> None:
        self.seconds += CHECKED_EVERY


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def kept(tiny_folder: Path, clock: Clock) -> KeptPack:
    return KeptPack(tiny_folder, clock)


def test_a_pack_that_did_not_change_is_read_once(kept: KeptPack, clock: Clock) -> None:
    first = kept.pack()
    clock.tick()
    assert kept.pack() is first


def test_the_files_are_looked_at_once_in_a_second(
    kept: KeptPack, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[Path] = []
    monkeypatch.setattr("pages.shared.packs.stamp_of", lambda folder: looks.append(folder) or ())
    for _ in range(50):
        kept.pack()
    assert len(looks) == 1
    clock.tick()
    kept.pack()
    assert len(looks) == 2


def test_a_changed_word_is_shown_after_the_next_look(kept: KeptPack, clock: Clock, tiny_folder: Path) -> None:
    before = kept.pack()
    replace(tiny_folder / "pack.yaml", "you see smoke", "you smell smoke")
    assert kept.pack() is before
    clock.tick()
    assert kept.pack().info.warning_line == "Leave the kitchen if you smell smoke."
    assert kept.last_line == "Leave the kitchen if you smell smoke."


def test_a_file_that_comes_back_with_an_older_date_is_seen(
    kept: KeptPack, clock: Clock, tiny_folder: Path
) -> None:
    before = kept.pack()
    replace(tiny_folder / "pack.yaml", "you see smoke", "you see SMOKE")  # as long as it was
    os.utime(tiny_folder / "pack.yaml", (1_000_000_000, 1_000_000_000))
    clock.tick()
    assert kept.pack().digest != before.digest


def test_a_file_that_vanishes_is_seen(kept: KeptPack, clock: Clock, tiny_folder: Path) -> None:
    kept.pack()
    (tiny_folder / "sources.csv").unlink()
    clock.tick()
    with pytest.raises(PackError) as refusal:
        kept.pack()
    assert [problem.file for problem in refusal.value.problems] == ["sources.csv"]


def test_a_folder_that_vanishes_or_is_another_one_is_seen(
    clock: Clock, tiny_folder: Path, tmp_path: Path
) -> None:
    current = tmp_path / "current"
    current.symlink_to(tiny_folder)
    kept = KeptPack(current, clock)
    before = kept.pack()
    other = Path(shutil.copytree(tiny_folder, tmp_path / "other"))
    replace(other / "pack.yaml", "you see smoke", "you see flames")
    current.unlink()
    current.symlink_to(other)
    clock.tick()
    assert kept.pack().info.warning_line != before.info.warning_line
    current.unlink()
    clock.tick()
    with pytest.raises(PackError):
        kept.pack()
    assert kept.last_line == "Leave the kitchen if you see flames."


@pytest.mark.parametrize("name", [".#edges.csv", ".#pack.yaml", "nodes/.#tea.yaml", "topics/.#x.yaml"])
def test_the_lock_file_of_an_editor_takes_nothing_down(
    kept: KeptPack, clock: Clock, tiny_folder: Path, name: str
) -> None:
    before = kept.pack()
    (tiny_folder / name).symlink_to("somebody@somewhere.1234:1700000000")
    clock.tick()
    assert kept.pack().digest == before.digest


def test_a_file_that_is_a_link_to_nowhere_is_a_problem_with_its_name(
    kept: KeptPack, clock: Clock, tiny_folder: Path
) -> None:
    kept.pack()
    (tiny_folder / "edges.csv").unlink()
    (tiny_folder / "edges.csv").symlink_to("nowhere.csv")
    clock.tick()
    with pytest.raises(PackError) as refusal:
        kept.pack()
    assert "edges.csv" in {problem.file for problem in refusal.value.problems}


def test_a_pack_that_is_mended_is_shown_again(kept: KeptPack, clock: Clock, tiny_folder: Path) -> None:
    good = (tiny_folder / "gaps.csv").read_bytes()
    (tiny_folder / "gaps.csv").write_text("node_id,missing\nnowhere,x\n", encoding="utf-8")
    with pytest.raises(PackError):
        kept.pack()
    (tiny_folder / "gaps.csv").write_bytes(good)
    clock.tick()
    assert kept.pack().digest == load_pack(tiny_folder).digest


def test_a_state_is_told_by_names_times_and_sizes_and_by_nothing_else(tiny_folder: Path) -> None:
    before = stamp_of(tiny_folder)
    assert stamp_of(tiny_folder) == before
    os.utime(tiny_folder / "nodes" / "tea.yaml", ns=(1, 1))
    assert stamp_of(tiny_folder) != before


def test_what_is_made_of_a_pack_is_kept_by_what_the_pack_holds(tiny: Pack, tiny_folder: Path) -> None:
    made: list[str] = []

    @cached_by_pack(2)
    def words(pack: Pack) -> str:
        made.append(pack.digest)
        return pack.info.warning_line

    replace(tiny_folder / "pack.yaml", "you see smoke", "you smell smoke")
    other, same = load_pack(tiny_folder), load_pack(tiny_folder)
    assert [words(tiny), words(other), words(same)] == [
        tiny.info.warning_line,
        other.info.warning_line,
        other.info.warning_line,
    ]
    assert made == [tiny.digest, other.digest]


def test_packs_without_a_folder_are_told_apart_by_their_records(tiny: Pack) -> None:
    parts = {name: getattr(tiny, name) for name in Pack.model_fields}
    without, fewer = Pack(**{**parts, "digest": ""}), Pack(**{**parts, "digest": "", "gaps": ()})
    assert len({tiny.identity, without.identity, fewer.identity}) == 3
    assert without.identity == Pack(**{**parts, "digest": ""}).identity
