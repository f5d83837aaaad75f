"""A match as a row: what kind it is, its name, what it says, and the way to where it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pages.shared.node_card import part_of, part_words
from pages.shared.url import link
from pathways import evidence
from pathways.model import Pack
from pathways.model.vocabulary import NODE_KINDS, VERDICT_LABELS
from pathways.search.everything import Hit
from pathways.search.records import Kind
from pathways.text import markup
from pathways.text.readability import WORDS_USED
from pathways.text.sentences import capitalised, joined


@dataclass(frozen=True)
class Row:
    """What is shown of a match: ``facts`` and ``caution`` stand with a figure; ``is_missing``: not known."""

    kind: str
    label: str
    href: str
    says: str
    facts: str = ""
    caution: str = ""
    is_missing: bool = False
    is_urgent: bool = False


def row(pack: Pack, hit: Hit) -> Row:
    """The row of a match, worded as the page it leads to words it."""
    return _ROWS[hit.kind](pack, hit)


def _place(pack: Pack, hit: Hit) -> Row:
    """A place; of a warning sign nothing is shown out of its order, but always its first words."""
    node = pack.node[hit.id]
    is_urgent = node.kind == "emergency"
    section = "" if is_urgent else hit.section
    part = part_of(section)
    under = f"found under “{part_words(node, part)}”" if section not in ("", "summary") else ""
    return Row(
        kind=NODE_KINDS[node.kind].label,
        label=node.plain_label,
        href=link("map", node=node.id, part=part if part != "about" else None),
        says=(hit.text if section else "") or markup.own_words(node.summary),
        facts=joined((node.clinical_label, under), " · "),
        is_urgent=is_urgent,
    )


def _topic(pack: Pack, hit: Hit) -> Row:
    topic = pack.topic[hit.id]
    says = hit.text or markup.own_words(topic.summary)
    facts = "" if hit.section in ("", "summary") else f"found under “{hit.section}”"
    return Row("Background", topic.title, link("background", topic=topic.id), says, facts)


def _word(pack: Pack, hit: Hit) -> Row:
    entry = pack.glossary[int(hit.id)]
    return Row(
        WORDS_USED, ", ".join(entry.words), link("background", topic="words"), capitalised(entry.meaning)
    )


def _finding(pack: Pack, hit: Hit) -> Row:
    told = evidence.reading(pack, pack.finding[hit.id], "patients")
    disputed = "other findings disagree" if told.finding.conflicts_with else ""
    facts = (told.population, told.follow_up, told.interval, disputed, told.cited)
    return Row(
        kind=f"Evidence · {told.role}",
        label=capitalised(told.outcome),
        href=link("evidence", finding=told.id),
        says=told.says,
        facts=capitalised(joined(facts, " · ")),
        caution=told.caution,
    )


def _gap(pack: Pack, hit: Hit) -> Row:
    gap = pack.gaps[int(hit.id)]
    label = pack.node[gap.node_id].plain_label
    href = link("map", node=gap.node_id, part="unknown")
    return Row("Not known", label, href, gap.said, is_missing=True)


def _claim(pack: Pack, hit: Hit) -> Row:
    claim = next(claim for claim in pack.claims if claim.claim_id == hit.id)
    href = link("guides", subject=claim.subject, kind=claim.kind, place=claim.homes[0])
    says = f"{VERDICT_LABELS[claim.verdict]}: {claim.reason}"
    return Row("Claim of a guide", f"“{claim.claim}”", href, says)


def _source(pack: Pack, hit: Hit) -> Row:
    source = pack.source[hit.id]
    href = link("evidence", subject="sources", source=source.source_id)
    return Row("Source", source.title, href, evidence.citation(source))


_ROWS: Mapping[Kind, Callable[[Pack, Hit], Row]] = {
    "place": _place,
    "topic": _topic,
    "word": _word,
    "finding": _finding,
    "gap": _gap,
    "claim": _claim,
    "source": _source,
}
