"""How the house is built, in numbers, alone or beside another: ``python -m benchmarks.house [FOLDER]``.

Files are only read, so any state of the project can be measured. Reading the pack is timed in this one, as
a ratio to reading the bytes of its files in the same run. docs/decisions/0015-one-house.md holds what was
measured.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from pathways.loading import load_pack
from pathways.shipped import PACK

FOLDERS = ("pathways", "pages")
CODE = (".py", ".js", ".css", ".html")
EDGE_KIND = re.compile(r"""["'.](?:urgent|onward|step_up|approach)\b""")
WORDS_AN_AMOUNT = re.compile(
    r"\b(?:evidence\.amount|phrases\.estimate)\(|^from .*phrases import .*\bamount\b", re.M
)
EXAMPLE = re.compile(r"^\s*>>>.*$", re.MULTILINE)
REPEATS = 5


@dataclass(frozen=True)
class Module:
    """A Python file: where it lies, its lines, the lines of its longest function, and what it imports."""

    path: Path
    lines: int
    longest_function: int
    imports: frozenset[str]


def modules(root: Path) -> tuple[Module, ...]:
    """Every module of the library and the pages."""
    paths = sorted(path for folder in FOLDERS for path in (root / folder).rglob("*.py"))
    return tuple(_module(root, path) for path in paths)


def _module(root: Path, path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    longest = max((_body(function) for function in functions), default=0)
    return Module(path.relative_to(root), text.count("\n"), longest, frozenset(_imported(tree)))


def _body(function: ast.FunctionDef) -> int:
    """Lines of a function without its head and docstring."""
    first = function.body[1:] if ast.get_docstring(function) else function.body
    return (function.end_lineno or 0) - first[0].lineno + 1 if first else 0


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def package(name: str) -> str:
    """The package of the library, or the page or shared module, that a name lies in."""
    parts = name.split(".")
    depth = 3 if parts[:2] == ["pages", "parts"] else 2
    return ".".join(parts[:depth])


def dependencies(found: tuple[Module, ...]) -> tuple[int, int]:
    """How many packages and top modules the library has, and how many arrows lie between them."""
    own = {_name(module): module for module in found if module.path.parts[0] == "pathways"}
    rooms = {package(name) for name in own} - {"pathways.__init__", "pathways.__main__"}
    arrows = {
        (package(name), package(wanted))
        for name, module in own.items()
        for wanted in module.imports
        if package(name) in rooms and package(wanted) in rooms and package(wanted) != package(name)
    }
    return len(rooms), len(arrows)


def _name(module: Module) -> str:
    return ".".join(module.path.with_suffix("").parts)


def files_with(root: Path, pattern: re.Pattern[str]) -> list[str]:
    """The code files in which a pattern stands; examples in docstrings do not count."""
    paths = (path for folder in FOLDERS for path in (root / folder).rglob("*") if path.suffix in CODE)
    return sorted(path.name for path in paths if pattern.search(EXAMPLE.sub("", path.read_text("utf-8"))))


def milliseconds(task: Callable[[], object]) -> float:
    """The median time of a task."""
    times = []
    for _ in range(REPEATS):
        start = perf_counter()
        task()
        times.append(1000 * (perf_counter() - start))
    return median(times)


def print_measures(root: Path) -> None:
    """One line a measure."""
    found = modules(root)
    lines = sorted(module.lines for module in found)
    longest = max(found, key=lambda module: module.lines)
    rooms, arrows = dependencies(found)
    of_kinds, of_amounts = files_with(root, EDGE_KIND), files_with(root, WORDS_AN_AMOUNT)
    print(f"{root.resolve().name}: library and pages")
    print(f"  files, lines              {len(found)}, {sum(lines):,}")
    print(f"  median file, longest      {median(lines):.0f}, {longest.lines} ({longest.path})")
    print(f"  longest function          {max(module.longest_function for module in found)} lines")
    print(f"  packages, dependencies    {rooms}, {arrows}")
    print(f"  name an edge kind         {len(of_kinds)}: {', '.join(of_kinds)}")
    print(f"  word an amount            {len(of_amounts)}: {', '.join(of_amounts)}")


def print_reading() -> None:
    """How long the pack takes to read, beside the bytes of its files."""
    load = milliseconds(lambda: load_pack(PACK))
    bytes_alone = milliseconds(lambda: [path.read_bytes() for path in PACK.rglob("*") if path.is_file()])
    print(f"reading and checking the pack: {load:.0f} ms, {load / bytes_alone:.0f} times its bytes alone")


def main() -> None:
    """Print the measures of this checkout, and of another one if a folder is named."""
    for folder in sys.argv[1:]:
        print_measures(Path(folder))
    print_measures(Path())
    print_reading()


if __name__ == "__main__":
    main()
