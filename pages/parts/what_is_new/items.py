"""A change as a line of the page: what it is of, in words, where that stands, and what was corrected."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pages.shared.url import link
from pathways import evidence
from pathways.changes.record import change_told
from pathways.model import Change, ChangedThing, Finding, Pack
from pathways.text.sentences import joined

FIELD_WORDS = {
    "plain": "the sentence",
    "statement": "the sentence for clinicians",
    "nodes": "where it stands",
    "outcome": "its name",
    "population": "the group",
    "directness": "who was studied",
    "comparator": "what it is set beside",
    "source_id": "its source",
    "second_hand": "whom the source quotes",
    "checked": "whether it was read twice",
    "conflicts_with": "what disagrees",
    "basis": "what it rests on",
    "missing": "what is missing",
    "roads": "which ways go together",
    "homes": "where it stands",
}
"""Fields of records in words for readers; others are read as they are written."""


@dataclass(frozen=True)
class Line:
    """What a change is of, where it leads (blank if nowhere), and what was corrected."""

    words: str
    href: str
    id: str
    fields: str
    from_to: tuple[str, ...]


def line(pack: Pack, change: Change, only: frozenset[str] = frozenset()) -> Line:
    """A change in words for readers; of what was corrected, ``only`` these fields if there are any."""
    words, href = _found(pack, change)
    told = tuple(change_told(change.from_to))
    short = tuple(_from_to(pack, *one) for one in told if not only or one[0] in only)
    long = [_field(name) for name in change.fields if name not in {name for name, *_ in told}]
    return Line(words or change.id, href, change.id if words else "", ", ".join(long), short)


def _field(name: str) -> str:
    return FIELD_WORDS.get(name, name.replace("_", " "))


def _from_to(pack: Pack, name: str, before: str, after: str) -> str:
    if name == "unit":
        before, after = pack.unit_words(before), pack.unit_words(after)
    elif name == "source_id":
        before, after = _source_words(pack, before), _source_words(pack, after)
    return f"{_field(name)}: {before} → {after}"


def _source_words(pack: Pack, source_id: str) -> str:
    """A source in short; one that was taken out since is named by its id."""
    return evidence.short_citation(pack.source[source_id]) if source_id in pack.source else source_id


def _found(pack: Pack, change: Change) -> tuple[str, str]:
    """The words and the link of what a change is of; blank for what is not in the pack any more."""
    if change.kind == "retired" or change.what not in _WORDS:
        return "", ""
    try:
        return _WORDS[change.what](pack, change.id)
    except LookupError:  # it went with a later version
        return "", ""


Found = tuple[str, str]


def _finding(pack: Pack, name: str) -> Found:
    told = evidence.reading(pack, pack.finding[name], "patients")
    return _with_places(pack, told.outcome, told.finding), link("evidence", finding=name)


def _with_places(pack: Pack, words: str, finding: Finding) -> str:
    return joined((words, pack.node[finding.nodes[0]].plain_label), " · ")


def _way(pack: Pack, name: str) -> Found:
    start, _, end = name.partition(" to ")
    words = f"{pack.node[start].plain_label} → {pack.node[end].plain_label}"
    return words, link("map", view="route", **{"from": start, "to": end})


def _place(pack: Pack, name: str) -> Found:
    return pack.node[name].plain_label, link("map", node=name)


def _gap(pack: Pack, name: str) -> Found:
    return pack.node[name].plain_label, link("evidence", subject="gaps", node=name)


def _claim(pack: Pack, name: str) -> Found:
    claim = next((claim for claim in pack.claims if claim.claim_id == name), None)
    if claim is None:
        return "", ""
    every = str(len(pack.claims_of[claim.homes[0]]))
    return claim.claim, f"{link('guides', place=claim.homes[0], shown=every)}#{name}"


def _criterion(pack: Pack, name: str) -> Found:
    criterion = pack.criterion[name]
    return criterion.plain, link("case", node=criterion.nodes[0])


def _criteria_gap(pack: Pack, name: str) -> Found:
    gap = next((gap for gap in pack.criteria_gaps if gap.gap_id == name), None)
    return (gap.missing, link("case", node=gap.node_id)) if gap else ("", "")


_WORDS: Mapping[ChangedThing, Callable[[Pack, str], Found]] = {
    "finding": _finding,
    "way": _way,
    "place": _place,
    "topic": lambda pack, name: (pack.topic[name].title, link("background", topic=name)),
    "source": lambda pack, name: (
        evidence.short_citation(pack.source[name]),
        link("evidence", source=name),
    ),
    "gap": _gap,
    "claim": _claim,
    "criterion": _criterion,
    "criteria_gap": _criteria_gap,
    "fact": lambda pack, name: (pack.fact[name].question, link("case")),
    "case": lambda pack, name: (pack.case[name].title, link("learn", show="walk", case=name)),
    "word": lambda _, name: (name.replace(";", ", "), link("background", topic="words")),
    "comparison": lambda _, name: (name.replace("_", " "), link("compare")),
    "pack": lambda _, name: (name.replace("_", " "), link("about")),
}
