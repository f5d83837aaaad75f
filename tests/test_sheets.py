"""A pack as a workbook and back: nothing is lost, and what is no workbook of a pack is refused by name."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from pathways.__main__ import main
from pathways.authoring import from_sheet, to_sheet, write_pack
from pathways.authoring.key_paths import content_of, lines_of
from pathways.authoring.writing import yaml_of
from pathways.loading import load_pack
from pathways.loading.yaml_text import keys_of
from pathways.problems import PackError, Problem
from tests.conftest import REAL_PACK, TINY_PACK
from tests.folders import a_copy_of_the_tiny_pack, replace


def content(folder: Path) -> dict[str, object]:
    """What each file of a pack says, without how its lines are broken."""
    files = {str(path.relative_to(folder)): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return {
        name: keys_of(path.read_text(encoding="utf-8"))
        if name.endswith(".yaml")
        else list(csv.reader(io.StringIO(path.read_bytes().decode(), newline="")))
        for name, path in files.items()
    }


def there_and_back(folder: Path, to: Path) -> Path:
    write_pack(to, from_sheet(to_sheet(folder), "pack.xlsx"))
    return to


@pytest.mark.parametrize("folder", [TINY_PACK, REAL_PACK])
def test_a_pack_comes_back_with_every_word_in_every_file(folder: Path, tmp_path: Path) -> None:
    back = there_and_back(folder, tmp_path / "back")
    assert content(back) == content(folder)
    assert load_pack(back).model_copy(update={"digest": ""}) == load_pack(folder).model_copy(
        update={"digest": ""}
    )


WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\u202d\u202e"), max_size=40
) | st.sampled_from(
    [
        *(
            "=1+1",
            "+x",
            "-3",
            "@x",
            "'x",
            "1.10",
            "007",
            "2026-01-31",
            "TRUE",
            "no",
            "null",
            "~",
            "1e5",
            "#N/A",
        ),
        *(
            "a\nb",
            "a\r\nb",
            "a\rb",
            " x",
            "x ",
            "\ttab",
            "_x000D_",
            "x005F_",
            "_x005F_x000D_",
            'json:"x"',
            "json:",
        ),
        *("a;b", 'say "x"', "a,b", "<b>", "&amp;", "é" * 50, "a" * 19_999),
    ]
)


@settings(max_examples=20)
@given(st.lists(st.lists(WORDS, min_size=3, max_size=3).filter(any), max_size=6))
def test_any_words_in_a_table_come_back_as_they_were(rows: list[list[str]]) -> None:
    with a_copy_of_the_tiny_pack() as pack:
        file = io.StringIO()
        csv.writer(file, quoting=csv.QUOTE_ALL).writerows([["words", "meaning", "plain"], *rows])
        (pack / "glossary.csv").write_bytes(file.getvalue().encode())
        back = there_and_back(pack, pack.parent / "back")
        assert content(back)["glossary.csv"] == content(pack)["glossary.csv"]


KEYS = st.text('abc_.[]{}"- é', min_size=1, max_size=6) | st.sampled_from(
    ["a[1]", "a.b", "x[]", "x{}", '"', "\\"]
)
VALUES = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=8
)


@settings(max_examples=100)
@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_keys_inside_of_keys_come_back_from_lines_of_text(content: dict[str, Any]) -> None:
    lines = [(f"row {row}", line) for row, line in enumerate(lines_of(content))]
    assert content_of(lines) == content
    assert list(content_of(lines)) == list(content)


@settings(max_examples=20)
@given(
    st.lists(
        st.tuples(st.sampled_from(["what_it_is", "questions", "after"]), st.lists(WORDS, min_size=1)),
        max_size=3,
    )
)
def test_any_words_in_a_file_of_keys_come_back_as_they_were(sections: list[tuple[str, list[str]]]) -> None:
    with a_copy_of_the_tiny_pack() as pack:
        file = pack / "nodes" / "tea.yaml"
        keys = {**keys_of(file.read_text(encoding="utf-8")), **dict(sections)}
        file.write_bytes(yaml_of(keys).encode())
        back = there_and_back(pack, pack.parent / "back")
        assert content(back)["nodes/tea.yaml"] == keys


def changed(change: Callable[[Workbook], object]) -> bytes:
    """The workbook of the tiny pack after somebody changed it in a spreadsheet."""
    book = load_workbook(io.BytesIO(to_sheet(TINY_PACK)))
    change(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def typed(sheet: str, cell: str, value: object) -> bytes:
    return changed(lambda book: setattr(book[sheet][cell], "value", value))


def test_what_is_typed_in_a_spreadsheet_is_read_as_it_would_be_typed_in_a_table(tmp_path: Path) -> None:
    def type_(book: Workbook) -> None:
        pack = book["pack"]
        for row in pack.iter_rows(min_row=2):
            if row[0].value == "date":
                row[1].value = dt.datetime(2026, 1, 1)
                row[1].number_format = "yyyy-mm-dd"
        nodes = book["nodes"]
        nodes.append(["tea", "questions[2]", "How hot?"])
        for row in nodes.iter_rows(min_row=2):
            if (row[0].value, row[1].value) == ("tea", "summary"):
                row[2].value = "You drink a hot cup of tea."

    write_pack(tmp_path / "x", from_sheet(changed(type_), "x.xlsx"))
    pack = load_pack(tmp_path / "x")
    assert pack.info.date == dt.date(2026, 1, 1)
    assert pack.node["tea"].questions[-1] == "How hot?"
    assert pack.node["tea"].summary == "You drink a hot cup of tea."


@pytest.mark.parametrize(
    ("number", "read"),
    [(12, "12"), (0.45, "0.45"), (-3.0, "-3"), (True, "true"), (1.1, "1.1"), (250.5, "250.5")],
)
def test_a_number_of_a_spreadsheet_has_plain_digits(number: object, read: str) -> None:
    files = from_sheet(typed("glossary", "A2", number), "x.xlsx")
    assert files["glossary.csv"].splitlines()[1].startswith(f"{read},")


def only_problem(book: bytes) -> Problem:
    with pytest.raises(PackError) as refusal:
        from_sheet(book, "mine.xlsx")
    (problem,) = refusal.value.problems
    assert problem.wrong.endswith(".")
    assert problem.mend.endswith(".")
    assert problem.file.startswith("mine.xlsx")
    return problem


DOCTYPE = b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"


def packed(parts: dict[str, bytes]) -> bytes:
    """The workbook of the tiny pack with some parts of it replaced."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(to_sheet(TINY_PACK))) as before,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            after.writestr(name, parts.get(name, before.read(name)))
        for name in parts.keys() - set(before.namelist()):
            after.writestr(name, parts[name])
    return made.getvalue()


@pytest.mark.parametrize(
    ("make", "where", "says"),
    [
        (lambda: b"", "the file", "no zip"),
        (lambda: b"a,b\n", "the file", "no zip"),
        (lambda: packed({"xl/workbook.xml": b"<x/>"}), "the file", "no sheet 'pack'"),
        (lambda: packed({"xl/worksheets/sheet2.xml": b"<x"}), "the file", "no workbook"),
        (lambda: packed({"xl/sharedStrings.xml": DOCTYPE}), "sharedStrings", "DOCTYPE"),
        (lambda: packed({"big.bin": b"0" * 9_000_000}), "big.bin", "more than 400 times"),
        (lambda: packed({"../x": b"0"}), "../x", "leads out"),
        (lambda: changed(lambda book: book.create_sheet("Sheet1")), "Sheet1", "no part of a pack"),
        (lambda: typed("edges", "D2", "=1+1"), "edges, row 2", "A formula stands here"),
        (lambda: typed("edges", "Z2", "x"), "row 2", "beyond the last column"),
        (lambda: typed("nodes", "A1", "x"), "row 1", "Its columns are not"),
        (lambda: typed("nodes", "A2", "../x"), "row 2", "cannot be that of a file"),
        (lambda: typed("nodes", "B2", "a["), "row 2", "cannot be read"),
        (lambda: typed("nodes", "B3", "lane"), "row 3", "stands twice"),
        (lambda: typed("nodes", "C2", "x" * 20_001), "row 2", "20,000 letters"),
        (lambda: typed("nodes", "C2", 'json:"'), "row 2", "begins with json:"),
    ],
)
def test_what_is_no_workbook_of_a_pack_is_refused_with_sheet_and_row(
    make: Callable[[], bytes], where: str, says: str
) -> None:
    problem = only_problem(make())
    assert where in f"{problem.file} {problem.record}"
    assert says in problem.wrong


GOOD = to_sheet(TINY_PACK)


@settings(max_examples=20)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_a_damaged_workbook_is_refused_or_read(changes: list[tuple[int, int]]) -> None:
    book = bytearray(GOOD)
    for place, byte in changes:
        book[place] = byte
    try:
        files = from_sheet(bytes(book), "x.xlsx")
    except PackError:
        return
    assert files


def test_no_cell_of_a_workbook_is_a_formula() -> None:
    with a_copy_of_the_tiny_pack() as pack:
        replace(pack / "nodes" / "tea.yaml", "You drink a cup of tea.", "'=HYPERLINK(1)'")
        book = load_workbook(io.BytesIO(to_sheet(pack)))
    assert {cell.data_type for sheet in book for row in sheet for cell in row if cell.value is not None} == {
        "s"
    }


def test_the_commands_write_and_read_a_workbook_and_write_nothing_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book, folder = tmp_path / "tea.xlsx", tmp_path / "tea"
    assert main(["to-sheet", str(TINY_PACK), str(book)]) == 0
    assert main(["from-sheet", str(book), str(folder)]) == 0
    assert "It obeys every rule." in capsys.readouterr().out
    assert main(["from-sheet", str(book), str(folder)]) == 1
    assert "There is something here already." in capsys.readouterr().out
    assert main(["from-sheet", str(tmp_path / "nowhere.xlsx"), str(tmp_path / "y")]) == 1
    assert main(["to-sheet", str(tmp_path / "nowhere"), str(book)]) == 1
    assert "It is missing." in capsys.readouterr().out


def test_a_workbook_of_a_pack_that_breaks_rules_says_what_is_left_to_mend(
    tiny_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tiny_folder / "gaps.csv").write_text("node_id,missing,plain\nnowhere,x,y\n", encoding="utf-8")
    book = tmp_path / "tea.xlsx"
    assert main(["to-sheet", str(tiny_folder), str(book)]) == 0
    assert main(["from-sheet", str(book), str(tmp_path / "tea")]) == 0
    assert "to mend: python -m pathways check" in capsys.readouterr().out
