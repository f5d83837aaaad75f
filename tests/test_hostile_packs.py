"""Packs as large and as odd as the bounds allow: each ends soon, with file, record and mend."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.loading import load_pack, load_zip
from pathways.problems import PackError, Problem
from tests.conftest import TINY_PACK
from tests.folders import a_copy_of_the_tiny_pack
from tests.patience import SECONDS
from tests.test_loading_zip import TINY, zip_of

FINDINGS = (TINY_PACK / "findings.csv").read_text(encoding="utf-8").splitlines()
PLACE = (TINY_PACK / "nodes" / "good_cup.yaml").read_text(encoding="utf-8")

Spoil = Callable[[Path], object]


def adding(file: str, lines: Callable[[], Iterable[str]]) -> Spoil:
    """Add lines to a table."""

    def spoil(pack: Path) -> None:
        with (pack / file).open("a", encoding="utf-8") as table:
            table.writelines(f"{line}\n" for line in lines())

    return spoil


def writing(file: str, text: str) -> Spoil:
    return lambda pack: (pack / file).write_text(text, encoding="utf-8")


def replacing(file: str, old: str, new: str) -> Spoil:
    return lambda pack: (pack / file).write_text(
        (pack / file).read_text(encoding="utf-8").replace(old, new), encoding="utf-8"
    )


def places(count: int, *, in_a_circle: bool) -> Spoil:
    """A long chain of places, the last of which may lead to the first."""

    def spoil(pack: Path) -> None:
        for n in range(count):
            (pack / "nodes" / f"x{n}.yaml").write_text(PLACE, encoding="utf-8")
        begin = ["thirst,x0,onward,y,convention,"]
        ends = range(count if in_a_circle else count - 1)
        adding(
            "edges.csv", lambda: [*begin, *(f"x{n},x{(n + 1) % count},onward,y,convention," for n in ends)]
        )(pack)

    return spoil


def findings(count: int, change: Callable[[str, int], str], row: int = 2) -> Iterable[str]:
    return (change(FINDINGS[row], number) for number in range(count))


CONFLICTS = ";".join(f"tea-{n + 50}" for n in range(1_000))
HOSTILE: dict[str, tuple[Spoil, str, str]] = {
    "200,000 rows": (
        adding("edges.csv", lambda: ("rest,tea,onward,x,convention," for _ in range(200_000))),
        "edges.csv",
        "more than 20,000 rows",
    ),
    "ways that stand 20,000 times": (
        adding("edges.csv", lambda: ("rest,tea,onward,x,convention," for _ in range(19_000))),
        "edges.csv",
        "several edges between the two",
    ),
    "a chain of 2,000 places": (places(2_000, in_a_circle=False), "nodes/x1999.yaml", "No way leads on"),
    "a circle of 2,000 places": (places(2_000, in_a_circle=True), "edges.csv", "run in a circle"),
    "10,000 levels in brackets": (
        writing("nodes/tea.yaml", "a: " + "[" * 10_000 + "]" * 10_000),
        "nodes/tea.yaml",
        "nesting depth",
    ),
    "10,000 levels in braces": (
        writing("nodes/tea.yaml", "a: " + "{a: " * 10_000 + "}" * 10_000),
        "nodes/tea.yaml",
        "more than 10 deep",
    ),
    "1,000 levels by indentation": (
        writing("nodes/tea.yaml", "".join(" " * n + "a:\n" for n in range(1_000))),
        "nodes/tea.yaml",
        "more than 10 deep",
    ),
    "columns that are not known": (
        writing(
            "edges.csv",
            f"from,to,{','.join(f'c{n}' for n in range(90))}\n" + ("a,b" + ",x" * 90 + "\n") * 9_000,
        ),
        "edges.csv",
        "is not known",
    ),
    "more columns than there may be": (
        writing("edges.csv", f"from,to,{','.join(f'c{n}' for n in range(5_000))}\n"),
        "edges.csv",
        "more than 100 columns",
    ),
    "cells as large as they may be": (
        adding("edges.csv", lambda: (f"rest,tea,onward,{'x' * 19_000},convention," for _ in range(800))),
        "edges.csv",
        "several edges",
    ),
    "a cell without an end": (
        adding("edges.csv", lambda: ['rest,tea,onward,"' + "x" * 10_000_000]),
        "edges.csv",
        "",
    ),
    "expressions of brackets": (
        adding(
            "criteria.csv", lambda: (f"c{n},tea,caution,{'(' * 990},a,b,convention,x," for n in range(10_000))
        ),
        "criteria.csv",
        "more than 20 deep",
    ),
    "figures told 19,000 times": (
        adding(
            "findings.csv", lambda: findings(19_000, lambda row, n: row.replace("taste-01", f"taste-{n + 5}"))
        ),
        "findings.csv",
        "same figure",
    ),
    "figures of which each names 1,000 others": (
        adding(
            "findings.csv",
            lambda: findings(
                1_000,
                lambda row, n: row.replace("tea-01", f"tea-{n + 50}", 1).replace("tea-02", CONFLICTS),
                3,
            ),
        ),
        "findings.csv",
        "no other finding",
    ),
    "a million hard words": (
        adding(
            "glossary.csv",
            lambda: (f"{';'.join(f'w{n}x{m}' for m in range(1_500))},m,yes" for n in range(300)),
        ),
        "glossary.csv",
        "A sentence of",
    ),
    "40,000 names with a digit": (
        replacing("pack.yaml", "[Blend 2]", "[" + ",".join(f"a{n}b 2" for n in range(40_000)) + "]"),
        "pack.yaml",
        "A number stands in prose",
    ),
    "formulas for facts": (
        adding(
            "facts.csv",
            lambda: (f"=f{n},yes_no,,,,,yes=Yes; no=No,Q?,c,h,tin,tea,long," for n in range(10_000)),
        ),
        "facts.csv",
        "does not fit",
    ),
}


def problems_in_time(read: Callable[[], object]) -> tuple[Problem, ...]:
    """What is wrong with a pack, said within the limit of all tests; what never ends is seen."""
    with ThreadPoolExecutor(1) as reader:
        refusal = reader.submit(read).exception(timeout=SECONDS)
    assert isinstance(refusal, PackError)
    return refusal.problems


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_pack_is_refused_in_time_with_file_record_and_mend(name: str, tiny_folder: Path) -> None:
    spoil, file, says = HOSTILE[name]
    spoil(tiny_folder)
    problems = problems_in_time(lambda: load_pack(tiny_folder))
    (told, *_) = [problem for problem in problems if problem.file == file and says in problem.wrong] or [None]
    assert told, problems[:3]
    assert told.record
    assert told.mend
    assert all(len(str(problem)) < 3_000 for problem in problems)


@pytest.mark.parametrize("name", ["200,000 rows", "10,000 levels in brackets", "a million hard words"])
def test_the_same_in_a_zip_is_refused_too(name: str, tiny_folder: Path) -> None:
    HOSTILE[name][0](tiny_folder)
    files = {str(p.relative_to(tiny_folder)): p.read_bytes() for p in tiny_folder.rglob("*") if p.is_file()}
    assert problems_in_time(lambda: load_zip(zip_of(files)))


def test_rows_beyond_the_bound_take_no_memory(tiny_folder: Path) -> None:
    HOSTILE["200,000 rows"][0](tiny_folder)
    tracemalloc.start()
    assert problems_in_time(lambda: load_pack(tiny_folder))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 100_000_000


YAML_JUNK = st.sampled_from(
    [
        *("&a b", "*a", "<<: *a", "!!python/object/apply:os.system [ls]", "!!binary aGk=", "? x", "- - - x"),
        *("{a: {a: {a: {}}}}", "a: 1\na: 2", "%YAML 1.1", "---", "...", "\t x", "|+\n\n\n", "'", '"\\x00"'),
    ]
)


@settings(max_examples=40)
@given(
    st.sampled_from([n for n in TINY if n.endswith(".yaml")]),
    st.lists(YAML_JUNK, min_size=1, max_size=4),
    st.data(),
)
def test_whatever_yaml_can_do_comes_out_as_problems_or_a_pack(
    name: str, junk: list[str], data: st.DataObject
) -> None:
    lines = TINY[name].decode().splitlines()
    for words in junk:
        place = data.draw(st.integers(0, len(lines)))
        lines.insert(place, words)
    _refused_or_loaded({**TINY, name: "\n".join(lines).encode()})


CELLS = st.sampled_from(
    ["", "=1+1", "x" * 20_001, "rest", "nowhere", "-1", "1e9", "\u202e", "[x](y)", "{tea-01}", "a;b;c", "<b>"]
)


@settings(max_examples=40)
@given(
    st.sampled_from([n for n in TINY if n.endswith(".csv")]),
    st.lists(CELLS, min_size=1, max_size=14),
    st.integers(1, 3),
)
def test_whatever_a_row_holds_comes_out_as_problems_or_a_pack(
    name: str, cells: list[str], times: int
) -> None:
    row = ",".join(f'"{cell}"' for cell in cells)
    _refused_or_loaded({**TINY, name: TINY[name] + f"{row}\n".encode() * times})


@settings(max_examples=20)
@given(st.sampled_from(sorted(TINY)), st.sampled_from(sorted(TINY)))
def test_files_that_have_changed_places_come_out_as_problems_or_a_pack(one: str, other: str) -> None:
    _refused_or_loaded({**TINY, one: TINY[other], other: TINY[one]})


def _refused_or_loaded(files: dict[str, bytes]) -> None:
    """Nothing but problems comes out, and the zip says what its folder says."""
    with a_copy_of_the_tiny_pack() as pack:
        for name, content in files.items():
            (pack / name).write_bytes(content)
        assert _told(lambda: load_pack(pack)) == _told(lambda: load_zip(zip_of(files)))


def _told(read: Callable[[], object]) -> object:
    try:
        return read()
    except PackError as error:
        return error.problems
