"""Everything of a pack that a search looks through: records with names, texts, and what stands beside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from pathways import evidence
from pathways.evidence.order import most_direct_first
from pathways.model import Claim, Finding, Gap, GlossaryEntry, Node, Pack, Source, Topic, vocabulary
from pathways.search.index import BESIDE, IN_LABEL, IN_NAME, IN_TEXT, Passage
from pathways.search.labels import home_label, subject_label
from pathways.text import markup

Kind = Literal["place", "topic", "word", "finding", "gap", "claim", "source"]
KINDS: tuple[Kind, ...] = ("place", "topic", "word", "finding", "gap", "claim", "source")
"""The kinds in the order in which equal matches stand."""


@dataclass(frozen=True)
class Told:
    """A text of a record and the section that it stands in.

    ``is_whole``: it can be read alone. Without the figures that speak in it, a paragraph may say too little.
    """

    text: str
    section: str = ""
    is_whole: bool = True


@dataclass(frozen=True)
class Searched:
    """A record as a search knows it.

    ``id`` is its id in the pack; gaps and words of the glossary, which have none, are known by their place in
    their table. ``texts`` are told to readers.
    """

    kind: Kind
    id: str
    labels: tuple[str, ...]
    names: tuple[str, ...]
    texts: tuple[Told, ...]
    beside: tuple[str, ...] = ()

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Texts first, in their order, then names and what stands beside them."""
        return (
            *(Passage(told.text, IN_TEXT) for told in self.texts),
            *(Passage(name, IN_LABEL) for name in self.labels),
            *(Passage(name, IN_NAME) for name in self.names if name),
            *(Passage(text, BESIDE) for text in self.beside if text),
        )


def searched(pack: Pack) -> tuple[Searched, ...]:
    """All records: places first, and figures about the nearest people before others."""
    return (
        *map(_place, pack.nodes),
        *map(_topic, pack.topics),
        *(_word(place, entry) for place, entry in enumerate(pack.glossary)),
        *(_finding(pack, finding) for finding in most_direct_first(pack, pack.findings)),
        *(_gap(pack, place, gap) for place, gap in enumerate(pack.gaps)),
        *(_claim(pack, claim) for claim in pack.claims),
        *(_source(source) for source in pack.sources),
    )


def _place(node: Node) -> Searched:
    labels = (node.plain_label, node.clinical_label)
    return Searched("place", node.id, labels, node.also_called, _told(node.prose()))


def _topic(topic: Topic) -> Searched:
    headings = tuple(section.heading for section in topic.sections)
    return Searched("topic", topic.id, (topic.title,), headings, _told(topic.prose()))


def _told(prose: Iterable[tuple[str, str]]) -> tuple[Told, ...]:
    """Paragraphs without their marks; what only lets a finding speak says nothing of its own."""
    told = (Told(_words(text), section, not markup.quoted(text)) for section, text in prose)
    return tuple(one for one in told if one.text)


def _words(paragraph: str) -> str:
    return re.sub(r" (?=[.,;:])", "", markup.own_words(paragraph))


def _word(place: int, entry: GlossaryEntry) -> Searched:
    return Searched("word", str(place), tuple(entry.words), (), _plain(entry.meaning))


def _finding(pack: Pack, finding: Finding) -> Searched:
    texts = (finding.plain, finding.statement, finding.population, finding.comparator, finding.caution)
    plain = (finding.plain_population, finding.plain_comparator, finding.plain_caution, finding.second_hand)
    names = (finding.plain_outcome, finding.outcome)
    beside = tuple(_beside_finding(pack, finding))
    return Searched("finding", finding.finding_id, (), names, _plain(*texts, *plain), beside)


def _beside_finding(pack: Pack, finding: Finding) -> Iterator[str]:
    """Every other word of a row as a reader may meet it: its facts, its places, its source."""
    told = evidence.reading(pack, finding)
    yield from (finding.finding_id, told.role, told.directness, told.estimate, told.interval)
    yield from (told.follow_up, told.checked)
    for node_id in finding.nodes:
        yield from _names(pack.node[node_id])
    yield from _of_source(pack.source[finding.source_id])


def _gap(pack: Pack, place: int, gap: Gap) -> Searched:
    return Searched("gap", str(place), (), (), _plain(gap.plain, gap.missing), _names(pack.node[gap.node_id]))


def _claim(pack: Pack, claim: Claim) -> Searched:
    homes = (home_label(pack, home) for home in claim.homes)
    names = (name for home in claim.homes if home in pack.node for name in _names(pack.node[home]))
    beside = (subject_label(pack, claim.subject), *homes, *names)
    return Searched("claim", claim.claim_id, (), (), _plain(claim.claim, claim.reason), beside)


def _source(source: Source) -> Searched:
    return Searched("source", source.source_id, (), (), _plain(source.title), tuple(_of_source(source)))


def _plain(*texts: str) -> tuple[Told, ...]:
    """Texts that stand in no section; blank ones say nothing."""
    return tuple(Told(text) for text in texts if text)


def _of_source(source: Source) -> Iterator[str]:
    yield from (source.source_id, evidence.citation(source), source.authors, source.country)
    yield from (source.doi, source.pmid, source.pmcid)
    yield from (vocabulary.DESIGN_LABELS[source.design], vocabulary.FUNDING_LABELS[source.funding])


def _names(node: Node) -> tuple[str, ...]:
    return (node.plain_label, node.clinical_label, *node.also_called)
