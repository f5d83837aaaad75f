"""Which version the page What is new tells, and which of its changes it lists, as its URL says it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pages.shared.url import Reader
from pathways.changes.changelog import Version, versions
from pathways.model import Change, ChangedThing, ChangeKind, Pack
from pathways.model.vocabulary import CHANGE_LABELS, CHANGED_THINGS


@dataclass(frozen=True)
class WhatIsNewUrl:
    """The version that is told (None: the pack has no record), and the kind of change and of thing listed."""

    version: Version | None
    kind: ChangeKind
    what: ChangedThing
    notes: tuple[str, ...] = ()

    @property
    def view_name(self) -> str:
        """The version; blank without a record."""
        return f"Data version {self.version.name}" if self.version else ""


def what_is_new_url(pack: Pack, params: Mapping[str, str]) -> WhatIsNewUrl:
    """Read the address; without parts, the newest version and the first kind of change that it has.

    An address such as ``version=0.0.1&what=finding&kind=corrected`` is understood; what is not is noted.
    """
    reader = Reader(params)
    known = {version.name: version for version in versions(pack)}
    name = reader.name("version", known, "version") or next(iter(known), "")
    version = known.get(name)
    kind = reader.name("kind", CHANGE_LABELS, "kind of change")
    what = reader.name("what", CHANGED_THINGS, "kind of thing")
    first = _first(version.changes if version else (), kind, what)
    return WhatIsNewUrl(version, *first, tuple(reader.notes))


def _first(
    changes: Sequence[Change], kind: ChangeKind | None, what: ChangedThing | None
) -> tuple[ChangeKind, ChangedThing]:
    """What is asked for; where the address leaves it open, the first that there is, as the table has them."""
    there = {(change.kind, change.what) for change in changes}
    fitting = (
        (one, thing)
        for thing in CHANGED_THINGS
        for one in CHANGE_LABELS
        if (one, thing) in there and kind in (None, one) and what in (None, thing)
    )
    return next(fitting, (kind or "added", what or "finding"))
