"""Prose of a pack as HTML: citations numbered, links set, findings spoken with all that belongs to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from pages.shared.templates import rendered
from pages.shared.url import link
from pathways import evidence
from pathways.model import Emergency, Finding, Pack, vocabulary
from pathways.text import glossary, markup
from pathways.text.sentences import joined


@dataclass
class Citations:
    """The sources that a stretch of text has cited so far, numbered in the order of their first mention.

    ``explained`` are the hard words that it has explained so far: each is explained once.
    """

    pack: Pack
    numbers: dict[str, int] = field(default_factory=dict)
    explained: frozenset[str] = frozenset()

    def number(self, cited: str) -> int:
        """The number of a finding's source, or of a source, on this page."""
        finding = self.pack.finding.get(cited)
        source_id = finding.source_id if finding else cited
        return self.numbers.setdefault(source_id, len(self.numbers) + 1)

    def mark(self, cited: str) -> Markup:
        """A small number that leads to the list of sources."""
        source = self.pack.source[self._source_id(cited)]
        return Markup('<a class="cite" href="#{}" title="{}">[{}]</a>').format(
            anchor(source.source_id), evidence.citation(source), self.number(cited)
        )

    def marks(self, cited: Iterable[str]) -> Markup:
        """The marks of several findings or sources, each source once."""
        by_source: dict[str, str] = {}
        for one in cited:
            by_source.setdefault(self._source_id(one), one)
        return Markup(" ").join(self.mark(one) for one in by_source.values())

    def _source_id(self, cited: str) -> str:
        finding = self.pack.finding.get(cited)
        return finding.source_id if finding else cited


def anchor(source_id: str) -> str:
    """The name of a source's place in the list of sources."""
    return f"source-{source_id}"


def prose_html(pack: Pack, paragraphs: Iterable[str], citations: Citations) -> Markup:
    """Paragraphs with their marks resolved; each spoken finding stands apart with its facts."""
    return Markup("").join(_paragraph(pack, text, citations) for text in paragraphs)


def list_html(pack: Pack, items: Iterable[str], citations: Citations, untold: str = "") -> Markup:
    """Items of a list; ``untold`` is added to an item that cites nothing."""
    parts = []
    for item in items:
        is_told = markup.cites(item) or not untold
        note = "" if is_told else Markup(' <span class="untold">{}</span>').format(untold)
        parts.append(Markup("<li>{}{}</li>").format(_paragraph(pack, item, citations), note))
    return Markup("<ul>{}</ul>").format(Markup("").join(parts))


def emergency_html(
    pack: Pack,
    emergency: Emergency,
    citations: Citations,
    own: Iterable[str] = (),
    anchor: str = "",
    level: int = 3,
) -> Markup:
    """The signs that need help at once, whom to call first; a place's ``own`` signs stand last.

    ``level`` is that of the heading: one below the heading that it stands under.
    """
    return rendered(
        "emergency.html",
        heading=emergency.heading,
        anchor=anchor,
        level=level,
        call=prose_html(pack, [emergency.call], citations),
        signs=list_html(pack, [*emergency.listed, *own], citations),
        also=prose_html(pack, emergency.also, citations),
    )


def node_link(pack: Pack, target: str, words: str | None = None) -> Markup:
    """A link to a node's card on the map, or to a topic of the background page."""
    if topic := pack.topic.get(target):
        return Markup('<a href="{}">{}</a>').format(link("background", topic=topic.id), words or topic.title)
    node = pack.node[target]
    return Markup('<a href="{}" data-node="{}">{}</a>').format(
        link("map", node=node.id), node.id, words or node.plain_label
    )


def finding_html(pack: Pack, finding: Finding, citations: Citations) -> Markup:
    """A finding's own sentence, then group, time, range and study: no number stands alone."""
    told = evidence.reading(pack, finding, "patients")
    more = (
        told.statement,
        told.estimate,
        told.complement,
        told.compared,
        f"Studied: {told.directness}",
        told.study,
        f"Quoted there from: {finding.second_hand}" if finding.second_hand else "",
    )
    return rendered(
        "finding.html",
        told=told,
        cite=citations.mark(finding.finding_id),
        facts=joined((told.population, told.follow_up, told.interval), " · "),
        more=[fact for fact in more if fact],
    )


def sources_html(pack: Pack, citations: Citations) -> Markup:
    """The numbered list of the sources cited so far, with what is not known of each."""
    sources = [(number, pack.source[source_id]) for source_id, number in citations.numbers.items()]
    return rendered("sources.html", sources=sources, evidence=evidence, vocabulary=vocabulary, anchor=anchor)


def _paragraph(pack: Pack, text: str, citations: Citations) -> Markup:
    """Words up to a spoken finding form a paragraph; the finding follows as a block of its own."""
    blocks: list[Markup] = []
    line = Markup("")
    for piece in markup.pieces(text):
        match piece:
            case markup.Text(words=words):
                line += explained(words, citations)
            case markup.Link(words=words, target=target):
                line += node_link(pack, target, words)
            case markup.Cite(id=cited):
                line += citations.mark(cited)
            case markup.Quote(id=spoken):
                blocks += [_p(line), finding_html(pack, pack.finding[spoken], citations)]
                line = Markup("")
    return Markup("").join([*blocks, _p(line)])


def explained(words: str, citations: Citations) -> Markup:
    """The words, with what a hard word means shown on hover where it stands for the first time."""
    known = citations.pack.once(glossary.marked_terms)
    found, citations.explained = glossary.mentions(words, known, citations.explained)
    return Markup("").join(
        Markup('<abbr title="{}" tabindex="0">{}</abbr>').format(part.meaning, part.words)
        if part.meaning
        else escape(part.words)
        for part in found
    )


def _p(line: Markup) -> Markup:
    return Markup("<p>{}</p>").format(line) if line.strip() else Markup("")
