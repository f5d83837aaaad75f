"""``scorecard.csv``: published criteria for decision aids, and how far they are met here."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from pathways.model.cells import Score
from pathways.model.record import Record
from pathways.model.vocabulary import Words


class ScoreRow(Record):
    """One published criterion for decision aids: how far it is met here, and where that can be seen.

    ``score`` is 0, 1 (partly) or 2. ``place`` is a path in the app. ``people`` names who took part in a step
    that needs real people, and when.
    """

    row_id: Annotated[str, StringConstraints(max_length=10, pattern=r"^[A-Z][1-9][0-9]*$")]
    item: Words
    kind: Literal["UI", "TXT", "DOC", "PROC"]
    score: Score
    place: str
    people: str
    note: Words

    @property
    def part(self) -> str:
        """The letter of the list that the criterion is from."""
        return self.row_id[0]
