"""``scorecard.csv``: known criteria, and no score without what it rests on."""

from __future__ import annotations

from pathways import scorecard
from pathways.checks.rule import Problems, used_twice
from pathways.model import Pack
from pathways.problems import Problem


def scorecard_rows_are_known_and_single(pack: Pack) -> Problems:
    rows = [row.row_id for row in pack.scorecard]
    yield from used_twice([("scorecard.csv", row_id) for row_id in rows])
    for row_id in rows:
        if row_id not in scorecard.known_ids():
            wrong, mend = "There is no such criterion.", "See the lists in pathways/scorecard.py."
            yield Problem("scorecard.csv", row_id, wrong, mend)


def full_scores_name_their_place(pack: Pack) -> Problems:
    for row in pack.scorecard:
        if row.score == 2 and not row.place:
            mend = "Name the page or document that shows it, or score it lower."
            yield Problem("scorecard.csv", row.row_id, "It has the score 2 but names no place.", mend)


def steps_with_people_name_the_people(pack: Pack) -> Problems:
    """What needs real people is not done until it says who they were."""
    for row in pack.scorecard:
        if row.kind == "PROC" and row.score != 0 and not row.people:
            wrong = f"It needs real people and has the score {row.score}, but names none."
            mend = "Say in the column people who took part and when, or score it 0."
            yield Problem("scorecard.csv", row.row_id, wrong, mend)
