"""A version of a pack as it is written: each record by what it is and its id, with the text of its fields.

The records are those of the files and not of the models, so that a version which today's models refuse can be
set beside one that they take. The files are still read in bounds, as :mod:`pathways.loading` reads them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pathways.loading.folder import Folder
from pathways.loading.refusal import Refusal
from pathways.loading.tables import Row, lines_of
from pathways.loading.text import text_of
from pathways.loading.yaml_text import keys_of
from pathways.model.vocabulary import ChangedThing
from pathways.problems import PackError, Problem

Fields = Mapping[str, tuple[str, ...]]
"""The text of each field; a field that is a list has an item each, and a blank one has none."""
Key = tuple[ChangedThing, str]
"""What a record is, and its id."""


@dataclass(frozen=True)
class Table:
    """A table of a pack: what its rows are, and the columns that make their id."""

    what: ChangedThing
    key: tuple[str, ...]

    def name(self, row: Row) -> str:
        """The id of a row: the cells of its key."""
        return " to ".join(row[column] for column in self.key)


TABLES: Mapping[str, Table] = {
    "findings.csv": Table("finding", ("finding_id",)),
    "edges.csv": Table("way", ("from", "to")),
    "sources.csv": Table("source", ("source_id",)),
    "gaps.csv": Table("gap", ("node_id",)),
    "claims.csv": Table("claim", ("claim_id",)),
    "glossary.csv": Table("word", ("words",)),
    "facts.csv": Table("fact", ("fact_id",)),
    "criteria.csv": Table("criterion", ("criterion_id",)),
    "criteria_gaps.csv": Table("criteria_gap", ("gap_id",)),
    "contradictions.csv": Table("contradiction", ("contradiction_id",)),
}
FOLDERS: Mapping[str, ChangedThing] = {"nodes": "place", "topics": "topic", "cases": "case"}
FILES: Mapping[str, ChangedThing] = {"pack.yaml": "pack", "compare.yaml": "comparison"}

OF_THE_VERSION = ("id", "version", "date", "next_review")
"""What pack.yaml says of the version itself: it is told once, and is no correction."""


@dataclass(frozen=True)
class Contents:
    """All records of one version, the columns of its tables, and what it says of itself.

    ``reasons`` are those of its own record of changes, if it ``has_record``, by what a record is and its id.
    """

    pack_id: str
    version: str
    date: str
    records: Mapping[Key, Fields]
    columns: Mapping[str, tuple[str, ...]]
    reasons: Mapping[Key, str] = field(default_factory=dict)
    has_record: bool = False

    @property
    def name(self) -> str:
        """Which version it is, in words."""
        return f"{self.pack_id} {self.version} of {self.date}"


def read_contents(root: Path) -> Contents:
    """Read a version of a pack from its folder, whatever rules held when it was written.

    Raises:
        PackError: the folder or its ``pack.yaml`` is missing, or a file cannot be read.
    """
    folder = Folder(root)
    names = _names(folder)
    about = _keys(folder, "pack.yaml")
    tables = {file: _rows(folder, file, table.key) for file, table in TABLES.items() if file in names}
    columns = {file: tuple(rows[0]) for file, rows in tables.items() if rows}
    records: dict[Key, Fields] = {}
    for file, rows in tables.items():
        records |= _of_table(TABLES[file], rows)
    for directory in FOLDERS.keys() & names:
        records |= _of_directory(folder, directory, FOLDERS[directory])
    for file in FILES.keys() & names:
        records |= _of_file(_keys(folder, file), FILES[file])
    changes = _rows(folder, "changes.csv", ("what", "id", "why")) if "changes.csv" in names else ()
    pack_id, version, date = (str(about.get(key, "")) for key in ("id", "version", "date"))
    return Contents(pack_id, version, date, records, columns, _reasons(changes), "changes.csv" in names)


def _reasons(rows: Iterable[Row]) -> dict[Key, str]:
    """The reason that was noted last for each thing."""
    return {(row["what"], row["id"]): row["why"] for row in rows if row["why"]}  # type: ignore[misc]


def _of_table(table: Table, rows: Iterable[Row]) -> dict[Key, Fields]:
    """The rows of a table by id; several with one id, such as the gaps of a place, are one record."""
    found: dict[Key, dict[str, tuple[str, ...]]] = {}
    for row in rows:
        fields = found.setdefault((table.what, table.name(row)), {})
        for column, cell in row.items():
            if column not in table.key:
                fields[column] = (*fields.get(column, ()), *([cell] if cell else []))
    return dict(found)


def _of_directory(folder: Folder, directory: str, what: ChangedThing) -> dict[Key, Fields]:
    names = (name for name in _names(folder, directory) if name.endswith(".yaml"))
    return {
        (what, name.removesuffix(".yaml")): dict(_flat(_keys(folder, f"{directory}/{name}")))
        for name in names
    }


def _of_file(content: Mapping[str, Any], what: ChangedThing) -> dict[Key, Fields]:
    """Each key of a file as a record of its own: such a file holds many things."""
    return {
        (what, key): dict(_flat({key: value})) for key, value in content.items() if key not in OF_THE_VERSION
    }


def _flat(content: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each field with its text; keys inside a key are parted by a point.

    >>> dict(_flat({"a": "one", "b": {"c": ["two", {"d": "three"}], "e": ""}}))
    {'a': ('one',), 'b.c': ('two', 'd: three'), 'b.e': ()}
    """
    for key, value in content.items():
        name = f"{before}{key}"
        if isinstance(value, dict):
            yield from _flat(value, f"{name}.")
        elif isinstance(value, list):
            yield name, tuple(_words(item) for item in value)
        else:
            yield name, (value,) if value else ()


def _words(value: Any) -> str:
    """A value inside a list as one line of text."""
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_words(inner)}" for key, inner in value.items())
    return ", ".join(map(_words, value)) if isinstance(value, list) else str(value)


def _names(folder: Folder, directory: str = "") -> list[str]:
    try:
        return list(folder.names(directory))
    except Refusal as refusal:
        raise _error(folder, directory, refusal) from None


def _keys(folder: Folder, name: str) -> dict[str, Any]:
    try:
        return keys_of(text_of(folder.content(name)))
    except Refusal as refusal:
        raise _error(folder, name, refusal) from None


def _rows(folder: Folder, name: str, key: tuple[str, ...]) -> tuple[Row, ...]:
    """The rows of a table.

    Raises:
        PackError: a row does not fit its heading: what it says cannot be told.
    """
    try:
        lines = tuple(lines_of(text_of(folder.content(name)), key))
    except Refusal as refusal:
        raise _error(folder, name, refusal) from None
    for line in lines:
        if isinstance(line, Refusal):
            raise _error(folder, name, line)
    return tuple(line[1] for line in lines if not isinstance(line, Refusal))


def _error(folder: Folder, name: str, refusal: Refusal) -> PackError:
    file = str(folder.root / name) if name else str(folder.root)
    return PackError([Problem(file, refusal.where, refusal.wrong, refusal.mend)])
