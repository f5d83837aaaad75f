"""Two versions of a pack beside each other: what came, what was corrected, field by field, and what went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pathways.changes.contents import TABLES, Contents, Fields, Key
from pathways.model.vocabulary import CHANGED_THINGS, ChangedThing, ChangeKind

BLANK = "(blank)"
ARROW = " → "
SHORT = 80
"""How many letters a text may have to be told beside what it became."""

IN_ORDER = tuple(CHANGED_THINGS)


@dataclass(frozen=True)
class FieldChange:
    """A field that was corrected: what stood there and what stands there; of lists only what differs."""

    name: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def is_short(self) -> bool:
        """Whether both texts can stand beside each other on a line."""
        return all(len(_joined(texts)) <= SHORT for texts in (self.before, self.after))

    @property
    def in_short(self) -> str:
        """From what to what, on a line: "value: 12 → 14"."""
        return f"{self.name}: {_joined(self.before)}{ARROW}{_joined(self.after)}"


@dataclass(frozen=True)
class ItemChange:
    """A record that came, was corrected or went; ``fields`` are those corrected, ``why`` the pack's words."""

    kind: ChangeKind
    what: ChangedThing
    id: str
    fields: tuple[FieldChange, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class Difference:
    """What another version changed: the newer of the two is ``after``."""

    before: Contents
    after: Contents
    items: tuple[ItemChange, ...]

    @property
    def counts(self) -> Mapping[ChangedThing, Counter[ChangeKind]]:
        """How many of each kind of thing came, were corrected and went, in the order of readers."""
        found: dict[ChangedThing, Counter[ChangeKind]] = {what: Counter() for what in IN_ORDER}
        for item in self.items:
            found[item.what][item.kind] += 1
        return {what: count for what, count in found.items() if count}


def difference(before: Contents, after: Contents) -> Difference:
    """What changed from one version to another.

    A column that only one of the two knows is told once, as a column: to describe all figures further is no
    correction of each of them.
    """
    items = (
        *_columns(before, after),
        *_came(before, after),
        *_went(before, after),
        *_corrected(before, after),
    )
    return Difference(before, after, tuple(sorted(items, key=_place)))


def _place(item: ItemChange) -> tuple[int, str, str]:
    return IN_ORDER.index(item.what), item.kind, item.id


def _came(before: Contents, after: Contents) -> Iterator[ItemChange]:
    for what, name in after.records.keys() - before.records.keys():
        yield ItemChange("added", what, name, why=_why(after, (what, name)))


def _went(before: Contents, after: Contents) -> Iterator[ItemChange]:
    for what, name in before.records.keys() - after.records.keys():
        yield ItemChange("retired", what, name, why=_why(after, (what, name)))


def _corrected(before: Contents, after: Contents) -> Iterator[ItemChange]:
    known = _columns_of_both(before, after)
    for key in before.records.keys() & after.records.keys():
        old, new = before.records[key], after.records[key]
        names = known.get(key[0]) or dict.fromkeys((*old, *new))
        if fields := tuple(_fields(old, new, names)):
            yield ItemChange("corrected", *key, fields, _why(after, key))


def _columns_of_both(before: Contents, after: Contents) -> dict[ChangedThing, dict[str, None]]:
    """The columns that both versions know, by what the rows of their table are."""
    return {
        table.what: dict.fromkeys(one for one in after.columns[file] if one in before.columns[file])
        for file, table in TABLES.items()
        if file in before.columns and file in after.columns
    }


def _fields(old: Fields, new: Fields, names: Mapping[str, None]) -> Iterator[FieldChange]:
    for name in names:
        was, is_now = old.get(name, ()), new.get(name, ())
        if was != is_now:
            yield FieldChange(name, *_what_differs(was, is_now))


def _what_differs(was: tuple[str, ...], is_now: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The items of which the other has fewer; all of them if only their order changed.

    >>> _what_differs(("a", "b"), ("b", "c")), _what_differs(("a", "b"), ("b", "a"))
    ((('a',), ('c',)), (('a', 'b'), ('b', 'a')))
    """
    left, right = (
        tuple((Counter(was) - Counter(is_now)).elements()),
        tuple((Counter(is_now) - Counter(was)).elements()),
    )
    return (left, right) if left or right else (was, is_now)


def _columns(before: Contents, after: Contents) -> Iterator[ItemChange]:
    for file in before.columns.keys() & after.columns.keys():
        old, new = before.columns[file], after.columns[file]
        named: list[tuple[ChangeKind, str]] = [
            *(("added", one) for one in new if one not in old),
            *(("retired", one) for one in old if one not in new),
        ]
        for kind, column in named:
            key: Key = ("column", f"{file}: {column}")
            yield ItemChange(kind, *key, why=_why(after, key))


def _why(after: Contents, key: Key) -> str:
    return after.reasons.get(key, "")


def _joined(texts: tuple[str, ...]) -> str:
    return " / ".join(texts) or BLANK
