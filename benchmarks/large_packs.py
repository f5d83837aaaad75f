"""A pack of 5,000 nodes, 10,000 edges and 20,000 findings beside the shipped one.

``python -m benchmarks.large_packs`` measures; with ``FOLDER [NODES EDGES FINDINGS]`` it writes such a pack
instead. Everything in it is invented: it is the tiny pack of the tests, with copies of one place, of two ways
and of one figure.
"""

from __future__ import annotations

import asyncio
import csv
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import AsyncExitStack
from itertools import chain, islice
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
    place = (folder / "nodes" / "kettle.yaml").read_text(encoding="utf-8")
    copies = [f"copy{i}" for i in range(nodes - len(list((folder / "nodes").iterdir())))]
    for i, name in enumerate(copies):
        text = "".join(_renamed(line, i) for line in place.splitlines(keepends=True))
        (folder / "nodes" / f"{name}.yaml").write_text(text, encoding="utf-8")
    overview = folder / "pack.yaml"
    boxes = overview.read_text(encoding="utf-8")
    overview.write_text(
        boxes.replace("[good_cup]", f"[{', '.join(('good_cup', *copies))}]"), encoding="utf-8"
    )
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
    """The ways of the tiny pack, then from its choice to each copy, and on from each to others."""
    rows = _rows(folder / "edges.csv")
    chosen = next(row for row in rows if row["to"] == "rest")
    onward = next(row for row in rows if row["from"] == "kettle")
    first = ({**chosen, "to": copy} for copy in copies)
    later = ({**onward, "from": start, "to": end} for start, end in _pairs([*copies, "good_cup"]))
    return [*rows, *islice(chain(first, later), number - len(rows))]


def _pairs(places: list[str]) -> Iterator[tuple[str, str]]:
    """Each place with the next, then with the one after that, and so on: never in a circle."""
    for step in range(1, len(places)):
        yield from zip(places, places[step:], strict=False)


def _findings(folder: Path, copies: list[str], number: int) -> list[dict[str, str]]:
    """The figures of the tiny pack, and others that all differ, as no two of one source may be alike."""
    rows = _rows(folder / "findings.csv")
    pattern = next(row for row in rows if row["finding_id"] == "tea-03")
    more = number - len(rows)
    return [*rows, *(_figure(pattern, i, copies[i % len(copies)], 50 * i / more) for i in range(more))]


def _figure(pattern: dict[str, str], number: int, place: str, percent: float) -> dict[str, str]:
    value = f"{percent + 0.007:.6g}"
    plain = f"Chalk was in {value} of 100 cups."
    return {
        **pattern,
        "finding_id": f"copy-{number}",
        "nodes": place,
        "role": "prevalence",
        "follow_up_months": "",
        "plain": plain,
        "value": value,
        "outcome_group": "",
    }


async def main() -> None:
    """Print how long each view takes with either pack."""
    with tempfile.TemporaryDirectory() as place:
        folder = write(Path(place) / "pack")
        async with AsyncExitStack() as stack:
            served = []
            for views, settings in ((SHIPPED, {}), (LARGE, {"PATHWAYS_DATA": str(folder)})):
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
