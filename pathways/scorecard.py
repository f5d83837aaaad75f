"""The scorecard: published criteria for decision aids, and how far this one meets each of them.

A count of rows is all that is ever added up: the criteria are not of equal weight, so there is no total.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pathways.model import ScoreRow

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
