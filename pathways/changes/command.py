"""``python -m pathways diff BEFORE FOLDER``: what changed from one version of a pack to another."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pathways.changes.changelog import section
from pathways.changes.contents import read_contents
from pathways.changes.difference import difference
from pathways.changes.record import rows, written
from pathways.changes.told import told
from pathways.loading import load_pack


def add_commands(commands: Any, show: Callable[[str], object]) -> None:
    """Add the commands about changes; ``show`` prints what they say.

    Args:
        commands: what ``argparse`` gives for adding commands.
    """
    diff = commands.add_parser("diff", help="what changed from one version of a pack to another")
    diff.add_argument("before", type=Path, help="the folder of the older version")
    diff.add_argument("folder", type=Path, help="the folder of the newer version")
    diff.add_argument("--record", action="store_true", help="as rows for changes.csv of the newer version")
    diff.set_defaults(run=lambda chosen: _diff(chosen, show))
    changelog = commands.add_parser("changelog", help="a pack's record of changes, for a changelog")
    changelog.add_argument("folder", type=Path, help="the pack's folder")
    changelog.set_defaults(run=lambda chosen: _changelog(chosen, show))


def _diff(chosen: argparse.Namespace, show: Callable[[str], object]) -> int:
    made = difference(read_contents(chosen.before), read_contents(chosen.folder))
    record = written(rows(made), with_heading=not made.after.has_record).rstrip("\n")
    show(record if chosen.record else told(made))
    return 0


def _changelog(chosen: argparse.Namespace, show: Callable[[str], object]) -> int:
    show(section(load_pack(chosen.folder)).rstrip("\n"))
    return 0
