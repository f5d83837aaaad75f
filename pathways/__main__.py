"""``python -m pathways check FOLDER``: does the pack in the folder obey every rule?"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from pathways.loading import load_pack
from pathways.problems import PackError, printable
from pathways.shipped import PACK

MOST_SHOWN = 50
"""How many problems are printed: who mends a pack begins with the first, and asks again."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 0 if the pack is good, 1 if it has problems."""
    parser = argparse.ArgumentParser(prog="python -m pathways", description="Look after a pathway pack.")
    commands = parser.add_subparsers(required=True)
    check = commands.add_parser("check", help="hold a pack against every rule")
    check.add_argument("folder", type=Path, help=f"the pack's folder, such as data/{PACK.name}")
    return _check(parser.parse_args(arguments).folder)


def _check(folder: Path) -> int:
    name = printable(str(folder))
    try:
        pack = load_pack(folder)
    except PackError as error:
        _print("\n".join(_told(error, name)))
        return 1
    _print(f"{name} is in order: {pack.contents}.")
    return 0


def _told(error: PackError, name: str) -> Iterator[str]:
    for problem in error.problems[:MOST_SHOWN]:
        yield problem.file
        yield f"  record: {problem.record}\n  wrong:  {problem.wrong}\n  mend:   {problem.mend}"
    if (more := len(error.problems) - MOST_SHOWN) > 0:
        yield f"and {more:,} more"
    yield f"{error.count} in {name}"


def _print(words: str) -> None:
    """Print to whoever still reads: ``head`` closes the pipe as soon as it has seen enough."""
    if sys.stdout is None:  # whoever called has closed it: the exit code says enough
        return
    encoding = sys.stdout.encoding
    try:
        # Words of the pack in a terminal that lacks their letters are shown as codes.
        print(words.encode(encoding, "backslashreplace").decode(encoding), flush=True)
    except BrokenPipeError:
        # Python flushes once more as it ends, and would complain again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
