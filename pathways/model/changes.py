"""``changes.csv``: what came, what was corrected and what went with each version of the pack."""

from __future__ import annotations

from pathways.model.cells import Day, Many
from pathways.model.record import Record
from pathways.model.vocabulary import ChangedThing, ChangeKind, Words


class Change(Record):
    """One record of the pack that another version brought, corrected or took away.

    ``fields`` are the names of what was corrected. ``from_to`` says from what to what, where both are short:
    longer texts are told by ``python -m pathways diff``. ``why`` may be blank: then no reason was noted.
    """

    version: Words
    date: Day
    kind: ChangeKind
    what: ChangedThing
    id: Words
    fields: Many[Words]
    from_to: str
    why: str
