"""``python -m pathways check FOLDER``: does the pack in the folder obey every rule?"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pathways.loading import load_pack
from pathways.problems import PackError

MOST_SHOWN = 50
"""How many problems are printed: who mends a pack begins with the first, and asks again."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 0 if the pack is good, 1 if it has problems."""
    parser = argparse.ArgumentParser(prog="python -m pathways", description="Look after a pathway pack.")
    commands = parser.add_subparsers(required=True)
    check = commands.add_parser("check", help="hold a pack against every rule")
    check.add_argument("folder", type=Path, help="the pack's folder, such as data/psps_t2")
    return _check(parser.parse_args(arguments).folder)


def _check(folder: Path) -> int:
    try:
        pack = load_pack(folder)
    except PackError as error:
        for problem in error.problems[:MOST_SHOWN]:
            print(problem.file)
            print(f"  record: {problem.record}\n  wrong:  {problem.wrong}\n  mend:   {problem.mend}")
        if (more := len(error.problems) - MOST_SHOWN) > 0:
            print(f"and {more:,} more")
        print(f"{error.count} in {folder}")
        return 1
    print(f"{folder} is in order: {pack.contents}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
