"""``changes.csv``: the record of changes fits the pack that carries it."""

from __future__ import annotations

from collections import Counter

from pathways.checks.rule import Problems
from pathways.model import Change, Compare, Pack, PackInfo
from pathways.problems import Problem, shown


def changes_end_with_the_version_of_the_pack(pack: Pack) -> Problems:
    """The last row is of this version and its day: a new version without a record of it would be silent."""
    info = pack.info
    if pack.changes and (pack.changes[-1].version, pack.changes[-1].date) != (info.version, info.date):
        last = pack.changes[-1]
        wrong = (
            f"The record ends with {shown(last.version)} of {last.date}, and the pack is "
            f"{shown(info.version)} of {info.date}."
        )
        mend = "Add what changed: python -m pathways diff BEFORE FOLDER --record writes the rows."
        yield Problem("changes.csv", "the last row", wrong, mend)


def changes_stand_in_the_order_of_versions(pack: Pack) -> Problems:
    """The rows of a version stand together with one day, which never lies before that of the row above."""
    seen: dict[str, Change] = {}
    for before, change in zip((None, *pack.changes), pack.changes, strict=False):
        first = seen.setdefault(change.version, change)
        is_torn = before is not None and before.version != change.version and first is not change
        is_earlier = before is not None and before.date > change.date
        if is_torn or is_earlier or first.date != change.date:
            wrong = f"The version {shown(change.version)} of {change.date} does not follow the row above."
            mend = "Keep the rows of a version together, with one day, and later versions below."
            yield Problem("changes.csv", change.id, wrong, mend)


def changes_are_told_once(pack: Pack) -> Problems:
    told = Counter((change.version, change.what, change.id) for change in pack.changes)
    for (version, what, name), count in told.items():
        if count > 1:
            wrong = f"The {what} is told {count} times for the version {shown(version)}."
            yield Problem("changes.csv", name, wrong, "Keep one row of it for each version.")


def changes_name_what_is_there(pack: Pack) -> Problems:
    """What was added or corrected is in the pack unless it went later, and what went is not."""
    known = _names(pack)
    last = {(change.what, change.id): change for change in pack.changes}
    for (what, name), change in last.items():
        if what not in known or (what == "pack" and name == pack.info.id):
            continue
        if change.kind == "retired" and name in known[what]:
            wrong = f"The {what} was retired with {shown(change.version)}, and it is in the pack."
            yield Problem("changes.csv", name, wrong, "An id is never used again: give it a new one.")
        elif change.kind != "retired" and name not in known[what]:
            wrong = f"The {what} is told as {change.kind}, and it is not in the pack."
            yield Problem(
                "changes.csv", name, wrong, "Correct the id, or add a row that says it was retired."
            )


def corrections_name_their_fields(pack: Pack) -> Problems:
    for change in pack.changes:
        if (change.kind == "corrected") != bool(change.fields):
            wrong = f"It is told as {change.kind}, and names {len(change.fields)} fields."
            mend = "Name the fields of what was corrected, and none of what was added or retired."
            yield Problem("changes.csv", change.id, wrong, mend)


def _names(pack: Pack) -> dict[str, set[str]]:
    """The ids that are in the pack, by what they are of; columns are those of files and not looked up."""
    return {
        "finding": set(pack.finding),
        "way": {f"{edge.start} to {edge.end}" for edge in pack.edges},
        "place": set(pack.node),
        "topic": set(pack.topic),
        "source": set(pack.source),
        "gap": {gap.node_id for gap in pack.gaps},
        "claim": {claim.claim_id for claim in pack.claims},
        "criterion": set(pack.criterion),
        "criteria_gap": {gap.gap_id for gap in pack.criteria_gaps},
        "fact": set(pack.fact),
        "contradiction": {one.contradiction_id for one in pack.contradictions},
        "case": set(pack.case),
        "word": {";".join(entry.words) for entry in pack.glossary},
        "comparison": set(Compare.model_fields),
        "pack": set(PackInfo.model_fields),
    }
