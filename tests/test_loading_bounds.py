"""Numbers that cannot be, files that are no files, text that would fill the memory: each is refused.

Whatever stands in a folder, a problem is short, and reading it ends.
"""

from __future__ import annotations

import csv
import os
import shutil
import socket
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.loading import folder, load_pack, read_pack, tables, yaml_text
from pathways.loading.refusal import Refusal
from pathways.loading.yaml_text import keys_of
from pathways.model import Pack
from pathways.problems import MOST_OF_A_PART, MOST_PROBLEMS, PackError, Problem, shown
from pathways.text.markup import Link, Text, pieces
from tests.conftest import REAL_PACK, TINY_PACK
from tests.folders import FILES, a_copy_of_the_tiny_pack, only_problem_of, problems_of, replace

YAML_FILES = sorted(path for pack in (TINY_PACK, REAL_PACK) for path in pack.rglob("*.yaml"))


# Numbers that cannot be.

TEA_01 = "1,proportion,75,,,,percent,30,40,50,20,40,"
"""The numbers of the finding tea-01: months, value, range, counts, and those of the other group."""

NO_NUMBERS = (
    *("1E+999999", "1e3", "9" * 400, "9" * 5_000, "1_000", "1,000", "+5", " 5", "٣", "0x10", "00"),
    *("NaN", "Infinity", "-Infinity", ".5", "5.", "1.2345678", "1/2", "half"),
)


@pytest.mark.parametrize("wrong", NO_NUMBERS)
@pytest.mark.parametrize(
    ("column", "place"),
    [
        *(("follow_up_months", 0), ("value", 2), ("low", 3), ("high", 4), ("events", 7), ("total", 8)),
        *(("comparator_value", 9), ("comparator_events", 10), ("comparator_total", 11)),
    ],
)
def test_a_figure_that_is_not_written_with_plain_digits_is_refused(
    column: str, place: int, wrong: str, tiny_folder: Path
) -> None:
    cells = TEA_01.split(",")
    cells[place] = f'"{wrong}"'
    replace(tiny_folder / "findings.csv", TEA_01, ",".join(cells))
    problem = only_problem_of(tiny_folder)
    assert problem.record == "line 4 (tea-01)"
    assert problem.wrong.startswith(f"{column} is ")
    assert "plain digits" in problem.mend


@pytest.mark.parametrize(
    ("column", "place", "wrong"),
    [
        *(("follow_up_months", 0, "-6"), ("follow_up_months", 0, "1200.5")),
        *(("events", 7, "-10"), ("total", 8, "-10"), ("total", 8, "0"), ("events", 7, "2.5")),
        *(("comparator_events", 10, "-1"), ("comparator_total", 11, "0")),
    ],
)
def test_a_time_or_a_count_that_cannot_be_is_refused(
    column: str, place: int, wrong: str, tiny_folder: Path
) -> None:
    cells = TEA_01.split(",")
    cells[place] = wrong
    replace(tiny_folder / "findings.csv", TEA_01, ",".join(cells))
    assert only_problem_of(tiny_folder).wrong == f"{column} is '{wrong}', which does not fit."


@pytest.mark.parametrize(
    ("file", "old", "new", "key"),
    [
        *(
            ("sources.csv", ",2001,", f",{year},", "year")
            for year in ("99999", "1899", "0", "-2001", "2001.5")
        ),
        *(("sources.csv", "rct,40,", f"rct,{n},", "n") for n in ("-5", "0", "1e2")),
        *(("topics/what_tea_is.yaml", "order: 1", f"order: {n}", "order") for n in ("-1", "1000", "1.5")),
        *(("pack.yaml", "column: 5", f"column: {n}", "net.5.column") for n in ("-1", "5000", "five", "''")),
        *(
            ("pack.yaml", "\ndate: 2026-01-01", f"\ndate: {day}", "date")
            for day in ("1999-12-31", "99999-01-01", "86400", "2026-1-1", "2026-01-01T00:00:00")
        ),
        ("pack.yaml", "next_review: 2027-01-01", "next_review: 2999-01-01", "next_review"),
        *(("findings.csv", "thirst-01,", f"{name},", "finding_id") for name in ("thirst-٣", "a" * 90 + "-1")),
    ],
)
def test_a_number_that_cannot_be_is_refused_in_every_file(
    file: str, old: str, new: str, key: str, tiny_folder: Path
) -> None:
    path = tiny_folder / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    problem = only_problem_of(tiny_folder)
    assert problem.file == file
    assert problem.wrong.startswith(f"{key} is ")


# Files that are no files.


@pytest.mark.parametrize("name", ["pack.yaml", "findings.csv", "nodes/tea.yaml"])
def test_a_pipe_is_not_waited_for(name: str, tiny_folder: Path) -> None:
    (tiny_folder / name).unlink()
    os.mkfifo(tiny_folder / name)
    problem = only_problem_of(tiny_folder)
    assert problem.file == name
    assert "a pipe, a socket or a device" in problem.wrong


def test_a_socket_and_a_device_are_not_read(tiny_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tiny_folder / "gaps.csv").unlink()
    (tiny_folder / "gaps.csv").symlink_to("/dev/zero")
    (tiny_folder / "claims.csv").unlink()
    monkeypatch.chdir(tiny_folder)  # the address of a socket may not be long
    with socket.socket(socket.AF_UNIX) as heard:
        heard.bind("claims.csv")
        told = problems_of(tiny_folder)
    assert [problem.file for problem in told] == ["claims.csv", "gaps.csv"]
    assert all("a pipe, a socket or a device" in problem.wrong for problem in told)


def test_a_link_to_a_file_of_the_pack_is_read(tiny_folder: Path, tiny: Pack) -> None:
    (tiny_folder / ".data").mkdir()
    shutil.move(tiny_folder / "gaps.csv", tiny_folder / ".data" / "gaps.csv")
    (tiny_folder / "gaps.csv").symlink_to(".data/gaps.csv")
    assert read_pack(tiny_folder) == tiny


def test_the_folder_itself_may_be_a_link(tiny_folder: Path, tmp_path: Path, tiny: Pack) -> None:
    (tmp_path / "current").symlink_to(tiny_folder, target_is_directory=True)
    assert read_pack(tmp_path / "current") == tiny


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("../secret.csv", "leads out of the pack's folder"),
        ("nowhere.csv", "leads nowhere"),
        ("gaps.csv", "cannot be read"),
    ],
)
def test_a_link_that_leads_elsewhere_is_refused(target: str, says: str, tiny_folder: Path) -> None:
    (tiny_folder.parent / "secret.csv").write_text("password\nopen sesame\n", encoding="utf-8")
    (tiny_folder / "gaps.csv").unlink()
    (tiny_folder / "gaps.csv").symlink_to(target)
    problem = only_problem_of(tiny_folder)
    assert problem.file == "gaps.csv"
    assert says in problem.wrong


def test_what_may_not_be_read_is_a_problem(tiny_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(path: Path, *_: object) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(folder.os, "open", locked)
    told = problems_of(tiny_folder)
    assert {problem.file for problem in told} >= {"pack.yaml", "findings.csv", "nodes/tea.yaml"}
    assert {problem.wrong for problem in told} == {"It cannot be read: Permission denied."}


def test_a_folder_that_may_not_be_read_is_one_problem(
    tiny_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(folder.os, "scandir", locked)
    assert only_problem_of(tiny_folder).wrong == "It cannot be read: Permission denied."


def test_a_file_that_vanishes_while_the_pack_is_read_is_missing(
    tiny_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names_of = folder.Folder.names

    def and_then_gone(self: folder.Folder, directory: str = "") -> dict[str, bool]:
        names = names_of(self, directory)
        (tiny_folder / "nodes/tea.yaml").unlink(missing_ok=True)
        return names

    monkeypatch.setattr(folder.Folder, "names", and_then_gone)
    monkeypatch.setattr(folder.Folder, "content", _unlinking(tiny_folder / "nodes/rest.yaml"))
    told = problems_of(tiny_folder)
    assert ("nodes/rest.yaml", "It is missing.") in [(problem.file, problem.wrong) for problem in told]


def _unlinking(path: Path) -> object:
    content_of = folder.Folder.content

    def content(self: folder.Folder, name: str) -> bytes:
        if self.root / name == path:
            path.unlink()
        return content_of(self, name)

    return content


@pytest.mark.parametrize("name", ["pack.yaml", "findings.csv", "nodes/tea.yaml"])
def test_a_file_that_is_too_large_is_not_read_to_its_end(
    name: str, tiny_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = (tiny_folder / name).stat().st_size
    monkeypatch.setitem(folder.MOST_BYTES, Path(name).suffix, max(size - 1, 5_000))
    (tiny_folder / name).open("ab").write(b"\n" * 6_000)
    assert {problem.file: problem.wrong.partition(":")[0] for problem in problems_of(tiny_folder)} == {
        name: "It is too large"
    }


def test_all_files_together_may_not_be_too_large(tiny_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "MOST_BYTES_OF_ALL", 9_000)
    assert any("all together 9,000" in problem.wrong for problem in problems_of(tiny_folder))


def test_a_folder_with_very_many_names_is_one_problem(
    tiny_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "MOST_NAMES", 5)
    assert only_problem_of(tiny_folder).wrong == "It holds more than 5 names."


# The digest.


def test_the_digest_changes_with_each_byte_and_each_name(tiny_folder: Path, tiny: Pack) -> None:
    assert len(tiny.digest) == 64
    assert read_pack(tiny_folder).digest == tiny.digest
    (tiny_folder / ".hidden").write_text("no part of the pack", encoding="utf-8")
    assert read_pack(tiny_folder).digest == tiny.digest
    seen = {tiny.digest}
    for name in FILES:
        (tiny_folder / name).write_bytes(b"\xef\xbb\xbf" + (tiny_folder / name).read_bytes())
        seen.add(read_pack(tiny_folder).digest)
    (tiny_folder / "topics/what_tea_is.yaml").rename(tiny_folder / "topics/what_it_is.yaml")
    seen.add(read_pack(tiny_folder).digest)
    assert len(seen) == len(FILES) + 2


# Encodings.


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        *(("utf-16", "UTF-16"), ("utf-32", "UTF-32"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16")),
        ("cp1252", "Windows-1252"),
    ],
)
@pytest.mark.parametrize("name", ["nodes/tea.yaml", "gaps.csv"])
def test_another_encoding_is_named(name: str, encoding: str, said: str, tiny_folder: Path) -> None:
    text = (tiny_folder / name).read_text(encoding="utf-8")
    (tiny_folder / name).write_bytes(f"{text}# café\n".encode(encoding))
    problem = only_problem_of(tiny_folder)
    assert said in problem.wrong
    assert "UTF-8" in problem.mend


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x7f", "\x85", "\u202e", "\ufffe"])
@pytest.mark.parametrize("name", ["nodes/tea.yaml", "gaps.csv"])
def test_a_character_that_cannot_be_seen_is_refused_with_its_line(
    name: str, character: str, tiny_folder: Path
) -> None:
    path = tiny_folder / name
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[1] += character
    path.write_text("\n".join(lines), encoding="utf-8")
    problem = only_problem_of(tiny_folder)
    assert (problem.file, problem.record) == (name, "line 2")
    assert f"U+{ord(character):04X}" in problem.wrong


@pytest.mark.parametrize("written", [r"\0", r"\e", r"\x7f", r"\u202e"])
def test_an_unseen_character_written_as_its_code_is_refused_too(written: str, tiny_folder: Path) -> None:
    replace(tiny_folder / "nodes/tea.yaml", "also_called: [brew,", f'also_called: ["{written}",')
    assert only_problem_of(tiny_folder).record == "line 5"


# YAML.


def loaders() -> list[type[object]]:
    return [yaml.BaseLoader, yaml_text.LOADER]


@pytest.mark.parametrize("loader", loaders())
@pytest.mark.parametrize(
    ("text", "where", "says"),
    [
        ("a: &x b\nc: *x\n", "line 1", "marked 'x'"),
        ("a: b\nc: *x\n", "line 2", "marked 'x'"),
        ("a: b\nc: [d, &y [e]]\n", "line 2", "marked 'y'"),
        ("&z a: b\n", "line 1", "marked 'z'"),
        ("a: !!python/object/apply:os.system [ls]\n", "line 1", "tag"),
        ("a: !!bool yes\n", "line 1", "tag"),
        ("a: b\nc: d\na: e\n", "line 3", "'a' stands on line 1"),
        ("a:\n  - {b: c, b: d}\n", "line 2", "'b' stands on line 2"),
        ("a: b\n---\nc: d\n", "line 2", "second document"),
        ("? [a]\n: b\n", "line 1", "no single word"),
        (f"a: {'[' * 500}b{']' * 500}\n", "line 1", "10 deep"),
        ("".join(f"{'  ' * depth}a:\n" for depth in range(500)), "line 10", "10 deep"),
        (f"a: [{'b, ' * 50_000}]\n", "line 1", "50,000 values"),
        (f"a: b\nc: {'d' * 20_001}\n", "line 2", "20,000 letters"),
    ],
)
def test_what_yaml_can_do_besides_is_refused_with_its_line(
    text: str, where: str, says: str, loader: type[object]
) -> None:
    with pytest.raises(Refusal) as refusal:
        keys_of(text, loader)
    assert (refusal.value.where, says in refusal.value.wrong) == (where, True)
    assert refusal.value.mend


def test_an_alias_bomb_ends_in_one_short_problem(tiny_folder: Path) -> None:
    levels = [f"&l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 9)]
    bomb = "".join(f"  - {level}\n" for level in ["&l0 [boom]", *levels])
    (tiny_folder / "nodes/tea.yaml").write_text(f"also_called:\n{bomb}", encoding="utf-8")
    problem = only_problem_of(tiny_folder)
    assert (problem.file, problem.record) == ("nodes/tea.yaml", "line 2")
    assert len(str(problem)) < 300


@pytest.mark.parametrize("path", YAML_FILES, ids=lambda path: path.stem)
def test_two_parsers_read_every_file_alike(path: Path) -> None:
    text = path.read_text(encoding="utf-8-sig")
    assert keys_of(text, yaml_text.LOADER) == keys_of(text, yaml.BaseLoader)


def test_every_way_of_writing_text_is_read_as_it_was() -> None:
    text = (
        "plain: a word, # and a remark\n"
        "single: 'It''s 1.10'\n"
        'double: "A tab\\t and \\u00e9"\n'
        "folded: >-\n  One line\n  goes on.\n\n  Another.\n"
        "literal: |\n  One\n    Two\n"
        "flow: [a, 'b, c', {d: e}]\n"
        "blank:\n"
    )
    assert keys_of(text) == {
        "plain": "a word,",
        "single": "It's 1.10",
        "double": "A tab\t and é",
        "folded": "One line goes on.\nAnother.",
        "literal": "One\n  Two\n",
        "flow": ["a", "b, c", {"d": "e"}],
        "blank": "",
    }


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co", "Cf", "Zl", "Zp"]), max_size=30)
TREES = st.recursive(
    WORDS, lambda parts: st.lists(parts, max_size=3) | st.dictionaries(WORDS, parts, max_size=3)
)


@settings(max_examples=80)
@given(st.dictionaries(WORDS, TREES, min_size=1, max_size=3))
def test_what_is_written_as_yaml_is_read_back_as_it_was(content: dict[str, object]) -> None:
    assert keys_of(yaml.safe_dump(content, allow_unicode=True)) == content


# Tables.


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_table_that_a_european_spreadsheet_saved_is_named_as_what_it_is_with_its_mend(
    encoding: str, tiny_folder: Path
) -> None:
    table = tiny_folder / "gaps.csv"
    rows = list(csv.reader(table.read_text(encoding="utf-8").splitlines()))
    saved = "".join(f"{';'.join(row)}\r\n" for row in [*rows, ["rest", "Café", "1,5"]])
    table.write_bytes(saved.encode(encoding))
    problem = only_problem_of(tiny_folder)
    assert problem.file == "gaps.csv"
    assert "parted by semicolons, as a spreadsheet saves them in many countries" in problem.wrong
    assert ("Windows-1252" in problem.wrong) is (encoding == "cp1252")
    assert "Save it as “CSV UTF-8” with commas between the columns and points in numbers" in problem.mend


@pytest.mark.parametrize(
    ("spoilt", "record", "says"),
    [
        ("node_id;missing;plain\nrest;Sleep;Sleep.\n", "line 1", "parted by semicolons, as a spreadsheet"),
        ("node_id\tmissing\tplain\nrest\tSleep\tSleep.\n", "line 1", "parted by tabs"),
        ("node_id,missing,plain,plain\nrest,a,b,c\n", "line 1", "'plain' stands twice"),
        (f"node_id,{','.join(f'c{n}' for n in range(200))}\n", "line 1", "more than 100 columns"),
        ('node_id,missing,plain\nrest,a,b\nrest,"c,d\nrest,e,f\n', "line 3", "begins here"),
        (
            f"node_id,missing,plain\nrest,{'a' * 20_001},b\n",
            "line 2",
            "'missing' has more than 20,000 letters",
        ),
        (f"node_id,missing,plain\nrest,{'a' * 200_000},b\n", "line 2", "field larger than field limit"),
        ("node_id,missing,plain\nrest,a,b,c\n", "line 2", "3 columns of the heading, but 4"),
        ("node_id,missing,plain\nrest\n", "line 2", "3 columns of the heading, but 1"),
    ],
)
def test_a_table_that_does_not_fit_its_heading_is_refused(
    spoilt: str, record: str, says: str, tiny_folder: Path
) -> None:
    csv.field_size_limit(131_072)  # Python's own, which a library that was imported may have raised
    (tiny_folder / "gaps.csv").write_text(spoilt, encoding="utf-8")
    problem = only_problem_of(tiny_folder)
    assert (problem.file, problem.record) == ("gaps.csv", record)
    assert says in problem.wrong


def test_a_table_with_very_many_rows_is_refused(tiny_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 5)
    assert "gaps.csv" not in {problem.file for problem in problems_of(tiny_folder)}
    (problem,) = (problem for problem in problems_of(tiny_folder) if problem.file == "findings.csv")
    assert (problem.record, problem.wrong) == ("line 7", "It has more than 5 rows.")


# Files beside the pack.


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("findings.CSV", "looks like findings.csv"),
        ("findings (copy).csv", "looks like findings.csv"),
        ("Findings.xlsx", "looks like findings.csv"),
        ("edges.csv~", "looks like edges.csv"),
        ("gaps.csv.bak", "looks like gaps.csv"),
        ("pack.yml", "looks like pack.yaml"),
        ("finding.csv", "looks like findings.csv"),
        ("more.yaml", "looks like data"),
        ("my sources.csv", "looks like data"),
        ("nodes/new.yml", "looks like a record"),
        ("nodes/tea.yaml~", "looks like a record"),
        ("nodes/tea.yaml.bak", "looks like a record"),
        ("nodes/notes.txt", "looks like a record"),
        ("topics/more/one.yaml", "looks like a record"),
        ("Nodes/tea.yaml", "looks like nodes"),
        ("topic/tea.yaml", "looks like topics"),
    ],
)
def test_a_file_that_looks_meant_is_named(name: str, says: str, tiny_folder: Path) -> None:
    (tiny_folder / name).parent.mkdir(exist_ok=True)
    (tiny_folder / name).write_text("", encoding="utf-8")
    problem = only_problem_of(tiny_folder)
    assert name.startswith(problem.file)
    assert says in problem.wrong
    assert "move it out" in problem.mend


@pytest.mark.parametrize(
    "name",
    [
        *(".#tea.yaml", ".tea.yaml.swp", "~lock.findings.csv#", ".~lock.findings.csv#", "#findings.csv#"),
        *("~$findings.xlsx", ".DS_Store", "README.md", "LICENSE", "CHANGELOG.md", "datapackage.json"),
        *("Thumbs.db", "picture.png", "notes.txt"),
    ],
)
def test_what_is_no_part_of_the_pack_is_passed_over(name: str, tiny_folder: Path, tiny: Pack) -> None:
    (tiny_folder / name).write_text("not read", encoding="utf-8")
    assert read_pack(tiny_folder) == tiny


def test_the_lock_of_an_editor_is_passed_over_though_it_leads_nowhere(tiny_folder: Path, tiny: Pack) -> None:
    for place in (".", "nodes", "topics"):
        (tiny_folder / place / ".#tea.yaml").symlink_to("someone@somewhere.1234:5678")
    assert read_pack(tiny_folder) == tiny


# Messages.


def is_short(problem: Problem) -> bool:
    parts = {name: getattr(problem, name) for name in MOST_OF_A_PART}
    return all(
        0 < len(words) <= MOST_OF_A_PART[name] and words.isprintable() for name, words in parts.items()
    )


@pytest.mark.parametrize("size", [1_000, 19_000])
def test_a_message_shows_no_more_than_the_beginning_and_the_end_of_a_value(
    size: int, tiny_folder: Path
) -> None:
    replace(tiny_folder / "findings.csv", "tea-03,tea,harm", f"tea-03,tea,{'h' * size}")
    problem = only_problem_of(tiny_folder)
    assert len(problem.wrong) < 250
    assert problem.wrong.startswith("role is 'hhh")


def test_a_value_that_holds_lists_in_lists_is_shown_short() -> None:
    assert len(shown({"a" * 9_000: [["b" * 9_000] * 900] * 900})) <= 200


def test_a_rule_shows_no_more_of_a_long_text_than_any_other_message(tiny_folder: Path) -> None:
    with (tiny_folder / "nodes/tea.yaml").open("a", encoding="utf-8") as card:
        card.write(f"cautions: ['{'incomprehensibility ' * 900}']\n")
    with pytest.raises(PackError) as refusal:
        load_pack(tiny_folder)
    assert max(len(problem.wrong) for problem in refusal.value.problems) < 300


def test_brackets_without_end_are_read_in_one_go(tiny_folder: Path) -> None:
    with (tiny_folder / "nodes/tea.yaml").open("a", encoding="utf-8") as card:
        card.write("cautions:\n" + f"  - '{'[' * 19_000}'\n" * 20)
    refuse_shortly_or_load(tiny_folder)
    # A bracket ends where the next one begins: with each one read to the end, it would take a minute.
    assert list(pieces("[[tea](tea)")) == [Text("["), Link("tea", "tea")]


def test_very_many_problems_end_the_reading(tiny_folder: Path) -> None:
    with (tiny_folder / "edges.csv").open("a", encoding="utf-8") as edges:
        edges.writelines("rest,tea,nap,when tired,convention,soon\n" for _ in range(3_000))
    with pytest.raises(PackError, match=r"^1,000 problems or more in the data; the first: ") as refusal:
        read_pack(tiny_folder)
    assert len(refusal.value.problems) == MOST_PROBLEMS


# Anything at all.

JUNK = st.sampled_from(
    [
        *(
            "-6",
            "1E+999999",
            "9" * 5_000,
            "NaN",
            "٣",
            "0",
            "null",
            "~",
            "*a",
            "&a b",
            "!!map x",
            "[",
            "}",
            '"',
        ),
        *(
            "a" * 30_000,
            "\x00",
            "\x1b[2J",
            "\u202e",
            "<b>",
            "{tea-99}",
            "[x](y)",
            "$x$",
            "é" * 300,
            ";;;",
            ",",
        ),
    ]
)


def refuse_shortly_or_load(pack: Path) -> None:
    """Load a pack; a refusal must be a list of short problems, and any other error is let through."""
    problems: tuple[Problem, ...] = ()
    try:
        load_pack(pack)
    except PackError as error:
        problems = error.problems
    assert [str(problem)[:500] for problem in problems if not is_short(problem)] == []


@settings(max_examples=120)
@given(st.sampled_from(FILES), st.data())
def test_junk_in_any_value_of_any_file_is_refused_shortly_or_loads(name: str, data: st.DataObject) -> None:
    with a_copy_of_the_tiny_pack() as pack:
        lines = (pack / name).read_text(encoding="utf-8").splitlines()
        place = data.draw(st.integers(0, len(lines) - 1))
        mark = "," if name.endswith(".csv") else data.draw(st.sampled_from([": ", ", ", " "]))
        parts = lines[place].split(mark)
        parts[data.draw(st.integers(0, len(parts) - 1))] = data.draw(JUNK)
        lines[place] = mark.join(parts)
        (pack / name).write_text("\n".join(lines), encoding="utf-8")
        refuse_shortly_or_load(pack)


@settings(max_examples=60)
@given(st.sampled_from(FILES), st.integers(0, 5_000), st.binary(min_size=1, max_size=12))
def test_junk_bytes_anywhere_are_refused_shortly_or_load(name: str, place: int, junk: bytes) -> None:
    with a_copy_of_the_tiny_pack() as pack:
        content = (pack / name).read_bytes()
        place %= len(content)
        (pack / name).write_bytes(content[:place] + junk + content[place + len(junk) :])
        refuse_shortly_or_load(pack)


@settings(max_examples=40)
@given(st.text(st.characters(exclude_characters="/\x00", exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_any_name_beside_the_pack_is_refused_shortly_or_passed_over(name: str) -> None:
    with a_copy_of_the_tiny_pack() as pack:
        for place in (pack, pack / "nodes"):
            if name not in (".", "..") and len(name.encode()) < 200 and not (place / name).exists():
                (place / name).write_bytes(b"")
        refuse_shortly_or_load(pack)
