"""``sources.csv`` and ``gaps.csv``: what the figures rest on, and what nobody has found out."""

from __future__ import annotations

from pathways.checks.rule import Problems
from pathways.model import Pack
from pathways.problems import Problem, shown


def sources_are_used(pack: Pack) -> Problems:
    ways = (*pack.edges, *pack.everywhere.values())
    used = {finding.source_id for finding in pack.findings} | {s for way in ways for s in way.basis}
    for source in pack.sources:
        if source.source_id not in used:
            wrong, mend = "No finding and no edge rests on it.", "Use it or remove the row."
            yield Problem("sources.csv", source.source_id, wrong, mend)


def blanks_of_sources_are_owned_up_to(pack: Pack) -> Problems:
    """What is not known of a source is listed, so that it can be shown as not known."""
    for source in pack.sources:
        for column in ("authors", "year", "journal", "link"):
            if not getattr(source, column) and column not in source.incomplete:
                wrong, mend = f"{column} is blank.", f"Fill it, or list {column} in the column incomplete."
                yield Problem("sources.csv", source.source_id, wrong, mend)


def links_of_sources_are_web_addresses(pack: Pack) -> Problems:
    for source in pack.sources:
        if source.link and not source.link.startswith(("https://", "http://")):
            wrong = f"The link {shown(source.link)} is no web address."
            yield Problem(
                "sources.csv", source.source_id, wrong, "Write the whole address, or leave it blank."
            )


def sources_are_not_of_the_future(pack: Pack) -> Problems:
    """Journals date an issue ahead, by a year at most."""
    latest = pack.info.date.year + 1
    for source in pack.sources:
        if source.year is not None and source.year > latest:
            wrong = f"The year is {source.year}, and the pack is of {pack.info.date.year}."
            yield Problem(
                "sources.csv", source.source_id, wrong, "Correct the year, or the date of the pack."
            )


def gaps_name_known_nodes(pack: Pack) -> Problems:
    for gap in pack.gaps:
        if gap.node_id not in pack.node:
            mend = "Correct the id in the column node_id."
            yield Problem("gaps.csv", gap.missing, f"{gap.node_id!r} is not a node.", mend)


def gaps_have_words_for_patients(pack: Pack) -> Problems:
    for gap in pack.gaps:
        if not gap.plain:
            mend = "Say in the column plain what is not known, in words for patients."
            yield Problem("gaps.csv", gap.missing, "It has no words for patients.", mend)
