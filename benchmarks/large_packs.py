"""A pack of 5,000 nodes, 10,000 edges and 20,000 findings beside the shipped one.

``python -m benchmarks.large_packs`` measures; with ``FOLDER [NODES EDGES FINDINGS]`` it writes such a pack
instead. Everything in it is invented: it is the tiny pack of the tests, with copies of one place, one way and
one figure.
"""

from __future__ import annotations

import asyncio
import csv
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import AsyncExitStack
from pathlib import Path

from benchmarks import servers
from benchmarks.reruns import cost
from benchmarks.servers import ROOT
from benchmarks.viewer import viewer

TINY = ROOT / "tests" / "tiny_pack"
NODES, EDGES, FINDINGS = 5_000, 10_000, 20_000
MOST = 3.0
"""How many times the shipped pack's a view of the large pack may take."""
SAME = {"start": "", "map": "map?view=net", "evidence": "evidence", "a list": "evidence?subject=all"}
LARGE = {**SAME, "around a place": "map?view=around&around=copy7", "a card": "map?view=net&node=copy7"}
SHIPPED = {
    **SAME,
    "around a place": "map?view=around&around=refusion",
    "a card": "map?view=net&node=refusion",
}


def write(folder: Path, nodes: int = NODES, edges: int = EDGES, findings: int = FINDINGS) -> Path:
    """Write a pack with so many nodes, edges and findings into a folder that is not there yet."""
    shutil.copytree(TINY, folder)
    place = (folder / "nodes" / "hard_water.yaml").read_text(encoding="utf-8")
    copies = [f"copy{i}" for i in range(nodes - len(list((folder / "nodes").iterdir())))]
    for i, name in enumerate(copies):
        text = "".join(_renamed(line, i) for line in place.splitlines(keepends=True))
        (folder / "nodes" / f"{name}.yaml").write_text(text, encoding="utf-8")
    _write_rows(folder / "edges.csv", _edges(folder, copies, edges))
    _write_rows(folder / "findings.csv", _findings(folder, copies, findings))
    return folder


def _renamed(line: str, number: int) -> str:
    is_label = line.startswith(("plain_label:", "clinical_label:"))
    return f"{line.rstrip()} {_letters(number)}\n" if is_label else line


def _letters(number: int) -> str:
    """A number as letters: numbers never stand in prose."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def _write_rows(file: Path, rows: list[dict[str, str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _edges(folder: Path, copies: list[str], number: int) -> list[dict[str, str]]:
    """The ways of the tiny pack, one to each copy from a place before it, then on to others that follow."""
    rows = _rows(folder / "edges.csv")
    pattern = next(row for row in rows if row["to"] == "hard_water")
    ends = _pairs(copies, pattern["from"])
    new = [
        {**pattern, "from": start, "to": end}
        for start, end in (next(ends) for _ in range(number - len(rows)))
    ]
    return [*rows, *new]


def _pairs(copies: list[str], first: str) -> Iterator[tuple[str, str]]:
    yield from ((first, copy) for copy in copies)
    for step in range(1, len(copies)):
        yield from zip(copies, copies[step:], strict=False)


def _findings(folder: Path, copies: list[str], number: int) -> list[dict[str, str]]:
    rows = _rows(folder / "findings.csv")
    pattern = next(row for row in rows if row["finding_id"] == "thirst-01")
    more = range(number - len(rows))
    return [*rows, *({**pattern, "finding_id": f"copy-{i}", "nodes": copies[i % len(copies)]} for i in more)]


async def main() -> None:
    """Print how long each view takes with either pack."""
    with tempfile.TemporaryDirectory() as place:
        folder = write(Path(place) / "pack")
        async with AsyncExitStack() as stack:
            served = []
            for views, settings in ((SHIPPED, {}), (LARGE, {"PATHWAYS_PACK": str(folder)})):
                server = stack.enter_context(servers.app(**settings))
                served.append((views, server, await stack.enter_async_context(viewer(server.port))))
            for name in LARGE:
                spent = []
                for views, server, reader in served:
                    await reader.open(views[name])
                    spent.append((await cost(server, reader))[0])
                ratio = spent[1] / spent[0]
                print(
                    f"{name:<16}{spent[0]:8.1f} ms{spent[1]:8.1f} ms{ratio:6.1f} times (at most {MOST:.0f})",
                    flush=True,
                )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        write(Path(sys.argv[1]), *map(int, sys.argv[2:]))
    else:
        asyncio.run(main())
