"""The record of changes that a pack carries, ``changes.csv``: made from a difference, never typed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from pathways.changes.difference import ARROW, Difference, ItemChange
from pathways.model import Change

COLUMNS = tuple(Change.model_fields)
PARTED = " | "
"""What parts one correction from the next in a cell."""


def rows(made: Difference) -> Iterator[dict[str, str]]:
    """A row of ``changes.csv`` for each change, of the version and the day of the newer pack."""
    for item in made.items:
        yield {
            "version": made.after.version,
            "date": made.after.date,
            "kind": item.kind,
            "what": item.what,
            "id": item.id,
            "fields": ";".join(field.name for field in item.fields),
            "from_to": from_to(item),
            "why": item.why,
        }


def from_to(item: ItemChange) -> str:
    """What each corrected field was and is, where both are short; longer texts are told by the command."""
    return PARTED.join(field.in_short for field in item.fields if field.is_short)


def change_told(cell: str) -> Iterator[tuple[str, str, str]]:
    """Each correction of a cell of ``from_to``: the field, what it was, and what it is.

    >>> list(change_told("value: 12 → 14 | unit: cups → pots"))
    [('value', '12', '14'), ('unit', 'cups', 'pots')]
    """
    for part in cell.split(PARTED):
        name, _, told = part.partition(": ")
        before, arrow, after = told.partition(ARROW)
        if arrow:
            yield name, before, after


def written(rows: Iterable[dict[str, str]], *, with_heading: bool = True) -> str:
    """Rows as the text of ``changes.csv``."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    if with_heading:
        writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
