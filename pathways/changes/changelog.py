"""The part of the changelog that is about the data: written from the pack's own record of changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

from pathways.changes.told import counted
from pathways.model import Change, Pack
from pathways.model.vocabulary import CHANGE_LABELS, CHANGED_THINGS

WIDTH = 115
"""How many letters a line of the changelog has."""

MOST = 30
"""How many ids are named for one reason: the record has them all."""

NO_REASON = "No reason was noted"


def section(pack: Pack) -> str:
    """What the record of a pack says, the newest version first, as Markdown."""
    blocks = (
        "\n".join([f"#### Data version {one.name} of {one.date:%-d %B %Y}", "", *_version(one.changes)])
        for one in versions(pack)
    )
    return "\n\n".join(blocks) + "\n"


@dataclass(frozen=True)
class Version:
    """A version that the record knows, with its day and its changes in the order of the record."""

    name: str
    date: dt.date
    changes: tuple[Change, ...]


def versions(pack: Pack) -> Iterator[Version]:
    """Each version that the record knows, the newest first."""
    found: dict[tuple[str, dt.date], list[Change]] = {}
    for change in pack.changes:
        found.setdefault((change.version, change.date), []).append(change)
    for (name, date), changes in reversed(found.items()):
        yield Version(name, date, tuple(changes))


def _version(changes: Sequence[Change]) -> Iterator[str]:
    for kind, label in CHANGE_LABELS.items():
        for what in CHANGED_THINGS:
            if alike := [one for one in changes if (one.kind, one.what) == (kind, what)]:
                yield f"- {label}: {counted(what, len(alike))}."
                yield from _by_reason(alike)


def _by_reason(changes: Iterable[Change]) -> Iterator[str]:
    """Ids under their reason, in the order of the reasons; the ids of one reason stand together."""
    reasons: dict[str, list[str]] = {}
    for change in changes:
        reasons.setdefault(change.why or NO_REASON, []).append(f"`{change.id}`")
    for why, ids in sorted(reasons.items()):
        more = f" and {len(ids) - MOST:,} more" if len(ids) > MOST else ""
        yield from wrap(
            f"{why.rstrip('.')}: {', '.join(ids[:MOST])}{more}.",
            WIDTH,
            initial_indent="  - ",
            subsequent_indent="    ",
            break_long_words=False,
            break_on_hyphens=False,
        )
