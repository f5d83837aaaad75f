"""The folder in which packs lie: each folder in it is a pack, or is named with why it is none."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from pathways.loading.strays import is_passed_over
from pathways.problems import Problem
from pathways.shipped import PACK

MOST_PACKS = 50
"""How many packs one folder may offer: each is read when somebody looks at the list of them."""

MOST_NAMES = 10_000
"""How many names of the folder are looked at."""

NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")
"""What a pack may be called where there are several: its name stands in addresses."""

_OF_A_PACK = ("pack.yaml", "nodes", "edges.csv", "findings.csv", "sources.csv")


@dataclass(frozen=True)
class Shelf:
    """The packs of a folder by the names of theirs, in order; ``default`` is shown if none is asked for.

    ``refused`` are folders that are not even tried, each with why.
    """

    packs: Mapping[str, Path]
    default: str
    refused: tuple[Problem, ...] = field(default=())

    def named(self, asked: str) -> str:
        """The name of a pack as an address holds it: blank for the default one, and for one that is not here.

        >>> shelf = Shelf({"tap": Path("tap"), "tea": Path("tea")}, "tea")
        >>> shelf.named("tap"), shelf.named("tea"), shelf.named("nowhere")
        ('tap', '', '')
        """
        return asked if asked in self.packs and asked != self.default else ""


def shelf_of(data: Path) -> Shelf:
    """The packs of a folder, the default first. One that is itself a pack, or holds no folder, is alone.

    The pack that is shipped is the default, wherever it lies; without it, the first by name is.
    """
    folders = _folders(data)
    if not folders or any((data / name).exists() for name in _OF_A_PACK):
        return Shelf({data.name: data}, data.name)
    good = [name for name in folders if NAME.fullmatch(name)]
    default = PACK.name if PACK.name in good else next(iter(good), "")
    offered = sorted(good, key=lambda name: name != default)[:MOST_PACKS]
    packs = {name: data / name for name in offered}
    refused = (
        *map(_odd_name, (name for name in folders if name not in good)),
        *map(_too_many, (name for name in good if name not in packs)),
    )
    if not packs:
        return Shelf({data.name: data}, data.name, refused)
    return Shelf(packs, default, refused)


def _folders(data: Path) -> list[str]:
    """The names of the folders in one, in order, without those that are hidden."""
    try:
        with os.scandir(data) as entries:
            found = [entry.name for entry in islice(entries, MOST_NAMES) if _is_folder(entry)]
    except OSError:
        return []
    return sorted(name for name in found if not is_passed_over(name) and not name.startswith("__"))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _odd_name(name: str) -> Problem:
    wrong = "Its name cannot stand in an address."
    mend = "Rename the folder: small letters, digits and _, beginning with a letter, and at most 60."
    return Problem(name, "the folder", wrong, mend)


def _too_many(name: str) -> Problem:
    return Problem(name, "the folder", f"More than {MOST_PACKS} packs lie here.", "Move some elsewhere.")
