"""The changes between two versions in words: how many first, then each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import wrap

from pathways.changes.difference import BLANK, Difference, FieldChange, ItemChange
from pathways.model.vocabulary import CHANGE_LABELS, CHANGED_THINGS, ChangedThing
from pathways.problems import printable

WIDTH = 110
"""How many letters a line has."""


def told(made: Difference) -> str:
    """All changes as text for a terminal: the counts, then what came, what was corrected, what went."""
    heading = f"From {made.before.name} to {made.after.name}"
    if not made.items:
        return f"{heading}: nothing changed."
    return "\n".join([heading, *_counts(made), *_lists(made.items)])


def counted(what: ChangedThing, count: int) -> str:
    """How many of a kind of thing.

    >>> counted("finding", 1), counted("way", 1200)
    ('1 figure', '1,200 ways')
    """
    terms = CHANGED_THINGS[what]
    return f"{count:,} {terms.one if count == 1 else terms.several}"


def _counts(made: Difference) -> Iterator[str]:
    width = max(len(CHANGED_THINGS[what].several) for what in made.counts)
    for what, counts in made.counts.items():
        said = ", ".join(f"{counts[kind]:,} {CHANGE_LABELS[kind].casefold()}" for kind in CHANGE_LABELS)
        yield f"  {CHANGED_THINGS[what].several:<{width}}  {said}"


def _lists(items: Iterable[ItemChange]) -> Iterator[str]:
    for (what, kind), alike in groupby(items, key=lambda item: (item.what, item.kind)):
        yield f"\n{CHANGE_LABELS[kind]}: {CHANGED_THINGS[what].several}"
        for item in alike:
            yield from _item(item)


def _item(item: ItemChange) -> Iterator[str]:
    yield f"  {printable(item.id)}"
    if item.why:
        yield from _block("why", item.why)
    for field in item.fields:
        yield from _field(field)


def _field(field: FieldChange) -> Iterator[str]:
    yield f"    {printable(field.name)}"
    yield from _texts("was", field.before)
    yield from _texts("is", field.after)


def _texts(lead: str, texts: tuple[str, ...]) -> Iterator[str]:
    for text in texts or (BLANK,):
        yield from _block(f"  {lead}", text)


def _block(lead: str, words: str) -> Iterator[str]:
    start = f"    {lead}: "
    yield from wrap(
        printable(words),
        WIDTH,
        initial_indent=start,
        subsequent_indent=" " * len(start),
        break_on_hyphens=False,
    )
