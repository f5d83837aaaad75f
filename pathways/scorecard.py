"""The scorecard: published criteria for decision aids, and how far this one meets each of them.

It scores the app as it is shipped and is no part of a pack; docs/scorecard.md tells its columns. A count of
rows is all that is ever added up: the criteria are not of equal weight, so there is no total.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import StringConstraints

from pathways.checks.rule import Problems, used_twice
from pathways.loading import read_table
from pathways.model import Record, Words
from pathways.model.cells import Score
from pathways.problems import PackError, Problem
from pathways.shipped import SCORECARD

PARTS = {
    "Q": "IPDASi, qualifying: is it a decision aid at all",
    "C": "IPDASi, certification: could it mislead",
    "L": "IPDASi, quality",
    "O": "Ottawa inventory of decision aids: what it adds",
    "N": "NICE, framework for decision aids: essential content",
    "H": "Healthcare Improvement Scotland",
}
"""The lists of criteria, by the letter that their rows begin with."""

ROWS_OF_PART = {"Q": 6, "C": 10, "L": 28, "O": 6, "N": 11, "H": 12}
"""How many criteria each list has."""

KIND_WORDS = {
    "UI": "seen in the app",
    "TXT": "in the texts",
    "DOC": "in a document",
    "PROC": "needs real people",
}
SCORE_WORDS = {2: "Met", 1: "Partly met", 0: "Not met"}
NOT_YET_DONE = "Not yet done"


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


def read_scorecard(file: Path = SCORECARD) -> tuple[ScoreRow, ...]:
    """Read the rows and hold them against their rules.

    Raises:
        PackError: a row does not have the shape of its model, or breaks a rule.
    """
    rows = read_table(file, ScoreRow, ("row_id",))
    if problems := [*_unknown_or_double(file.name, rows), *_without_their_proof(file.name, rows)]:
        raise PackError(problems)
    return rows


def _unknown_or_double(file: str, rows: Iterable[ScoreRow]) -> Problems:
    ids = [row.row_id for row in rows]
    yield from used_twice([(file, row_id) for row_id in ids])
    for row_id in ids:
        if row_id not in known_ids():
            yield Problem(
                file, row_id, "There is no such criterion.", "See the lists in pathways/scorecard.py."
            )


def _without_their_proof(file: str, rows: Iterable[ScoreRow]) -> Problems:
    """Full scores without a place that shows them, and steps with people that name no people."""
    for row in rows:
        if row.score == 2 and not row.place:
            mend = "Name the page or document that shows it, or score it lower."
            yield Problem(file, row.row_id, "It has the score 2 but names no place.", mend)
        if row.kind == "PROC" and row.score != 0 and not row.people:
            wrong = f"It needs real people and has the score {row.score}, but names none."
            mend = "Say in the column people who took part and when, or score it 0."
            yield Problem(file, row.row_id, wrong, mend)


@dataclass(frozen=True)
class ScoreFilter:
    """What is asked of the rows; a blank asks nothing."""

    part: str = ""
    kind: str = ""
    verdict: str = ""


def known_ids() -> tuple[str, ...]:
    """The ids of all criteria in their order: Q1 to Q6, C1 to C10 and so on."""
    return tuple(f"{part}{n}" for part, count in ROWS_OF_PART.items() for n in range(1, count + 1))


def verdict(row: ScoreRow) -> str:
    """The score in words; a step with people that nobody has taken is "not yet done"."""
    if row.kind == "PROC" and row.score == 0:
        return NOT_YET_DONE
    return SCORE_WORDS[row.score]


VERDICTS = (*SCORE_WORDS.values(), NOT_YET_DONE)
"""What a row can be, in a fixed order."""


def matching(rows: Iterable[ScoreRow], wanted: ScoreFilter) -> tuple[ScoreRow, ...]:
    """The rows that fit all that is asked, in their order."""
    return tuple(
        row
        for row in rows
        if wanted.part in ("", row.part)
        and wanted.kind in ("", row.kind)
        and wanted.verdict in ("", verdict(row))
    )


def counts(rows: Sequence[ScoreRow]) -> dict[str, dict[str, int]]:
    """For each part that has rows, how many of them have each verdict; every verdict is named."""
    verdicts = {part: [verdict(row) for row in rows if row.part == part] for part in PARTS}
    return {part: {name: found.count(name) for name in VERDICTS} for part, found in verdicts.items() if found}
