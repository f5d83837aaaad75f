"""The commands ``python -m pathways check`` and ``export`` as they are typed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pathways.__main__ import main
from pathways.exports import OF_A_PACK, Links, whole
from pathways.model import Pack
from tests.patience import SECONDS

ROOT = Path(__file__).parent.parent


def test_a_good_pack_is_in_order_and_counted(tiny_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tiny_folder)]) == 0
    counts = "10 nodes, 16 edges, 8 findings, 4 sources, 2 gaps, 2 claims."
    assert capsys.readouterr().out == f"{tiny_folder} is in order: {counts}\n"


def test_a_broken_pack_is_reported_with_file_record_fault_and_mend(
    tiny_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (tiny_folder / "gaps.csv").open("a", encoding="utf-8") as gaps:
        gaps.write("coffee,All of it,All.\ncocoa,Most of it,Most.\n")
    assert main(["check", str(tiny_folder)]) == 1
    assert capsys.readouterr().out == (
        "gaps.csv\n"
        "  record: All of it\n"
        "  wrong:  'coffee' is not a node.\n"
        "  mend:   Correct the id in the column node_id.\n"
        "gaps.csv\n"
        "  record: Most of it\n"
        "  wrong:  'cocoa' is not a node.\n"
        "  mend:   Correct the id in the column node_id.\n"
        f"2 problems in {tiny_folder}\n"
    )


def test_a_single_problem_is_counted_as_one(tiny_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tiny_folder / "gaps.csv").unlink()
    assert main(["check", str(tiny_folder)]) == 1
    assert capsys.readouterr().out.endswith(f"1 problem in {tiny_folder}\n")


def test_a_folder_that_does_not_exist_is_a_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path / "nowhere")]) == 1
    printed = capsys.readouterr().out
    assert printed.startswith(f"{tmp_path / 'nowhere'}\n  record: the folder\n  wrong:  It is missing.\n")
    assert printed.endswith(f"1 problem in {tmp_path / 'nowhere'}\n")


def test_a_long_list_of_problems_is_cut_and_its_rest_is_counted(
    tiny_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (tiny_folder / "gaps.csv").open("a", encoding="utf-8") as gaps:
        gaps.writelines(f"coffee,Part {number} of it,Some.\n" for number in range(487))
    assert main(["check", str(tiny_folder)]) == 1
    printed = capsys.readouterr().out
    assert printed.count("'coffee' is not a node.") == 50
    assert printed.endswith(f"and 437 more\n487 problems in {tiny_folder}\n")


@pytest.mark.parametrize("arguments", [[], ["check"], ["mend", "somewhere"]])
def test_a_command_that_is_not_known_is_refused(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert "usage: python -m pathways" in capsys.readouterr().err


@pytest.mark.parametrize(("name", "code"), [("tiny_pack", 0), ("nowhere", 1)])
def test_the_exit_code_reaches_the_shell(name: str, code: int) -> None:
    command = [sys.executable, "-m", "pathways", "check", str(Path("tests") / name)]
    done = subprocess.run(  # noqa: S603 -- our own interpreter
        command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=SECONDS
    )
    assert done.returncode == code
    assert done.stderr == ""
    assert ("in order" in done.stdout) is (code == 0)


def test_a_reader_who_has_seen_enough_gets_the_exit_code_and_no_traceback(tiny_folder: Path) -> None:
    with (tiny_folder / "gaps.csv").open("a", encoding="utf-8") as gaps:
        gaps.write("coffee,All of it,All.\n")
    reads, writes = os.pipe()
    os.close(reads)
    try:
        done = subprocess.run(  # noqa: S603 -- our own interpreter
            [sys.executable, "-m", "pathways", "check", str(tiny_folder)],
            cwd=ROOT,
            stdout=writes,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=SECONDS,
        )
    finally:
        os.close(writes)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_letters_that_the_terminal_lacks_are_shown_as_codes(encoding: str, tiny_folder: Path) -> None:
    folder = tiny_folder.rename(tiny_folder.with_name(os.fsdecode(b"p\xc4\x85ck\x1b[2J\xff")))
    (folder / "gaps.csv").write_text(f"node_id,missing,plain\n\u0105{'x' * 500},All of it,All.\n", "utf-8")
    done = subprocess.run(  # noqa: S603 -- our own interpreter
        [sys.executable, "-m", "pathways", "check", str(folder)],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
        timeout=SECONDS,
    )
    assert (done.returncode, done.stderr) == (1, b"")
    printed = done.stdout.decode(encoding)
    assert "1 problem in" in printed
    assert "\x1b" not in printed


def test_without_anybody_to_print_to_the_exit_code_says_enough(
    tiny_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["check", str(tiny_folder)]) == 0
    (tiny_folder / "gaps.csv").unlink()
    assert main(["check", str(tiny_folder)]) == 1


@pytest.mark.parametrize("name", OF_A_PACK)
def test_every_format_of_a_pack_is_written_to_a_file_and_printed_alike(
    name: str, tiny: Pack, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    out = tmp_path / "file"
    asked = ["export", "tests/tiny_pack", "--format", name, "--address", "https://example.org/"]
    assert main([*asked, "--out", str(out)]) == 0
    assert out.read_bytes() == whole(tiny, name, Links("https://example.org/"))
    assert b"is written: " in capsysbinary.readouterr().out
    assert main(asked) == 0
    assert capsysbinary.readouterr().out == out.read_bytes()


def test_an_unknown_format_is_answered_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "tests/tiny_pack", "--format", "gexf"]) == 2
    said = capsys.readouterr().err
    assert said == f"There is no format 'gexf'. The formats are: {', '.join(OF_A_PACK)}.\n"


def test_an_address_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["export", "tests/tiny_pack", "--format", "dot", "--address", "javascript:alert(1)"]
    assert main(asked) == 2
    assert "Write one that begins with https://." in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "no folder" / "file"
    assert main(["export", "tests/tiny_pack", "--format", "dot", "--out", str(out)]) == 1
    assert capsys.readouterr().err == (
        f"{out} cannot be written: No such file or directory. Name another file.\n"
    )


def test_a_broken_pack_is_not_exported(tiny_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tiny_folder / "edges.csv").unlink()
    assert main(["export", str(tiny_folder), "--format", "dot"]) == 1
    assert capsys.readouterr().out.endswith(f"1 problem in {tiny_folder}\n")
