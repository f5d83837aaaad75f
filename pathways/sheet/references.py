"""The sources of a sheet: their numbers, their lines, and what they say against a figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from pathways import evidence
from pathways.model import Finding, Pack, vocabulary
from pathways.text import markup


@dataclass(frozen=True)
class SourceLine:
    """A source as the sheet lists it; a blank link is not known."""

    number: int
    words: str
    link: str


def numbers_of(pack: Pack, shown: Sequence[Finding], paragraphs: Sequence[str]) -> dict[str, int]:
    """A number for each source of the figures and of the paragraphs, in the order of its first mention."""
    numbers: dict[str, int] = {}
    for finding in shown:
        for cited in (finding, *disagreeing_with(pack, finding)):
            numbers.setdefault(cited.source_id, len(numbers) + 1)
    for piece in chain.from_iterable(markup.pieces(words) for words in paragraphs):
        if isinstance(piece, markup.Cite | markup.Quote):
            numbers.setdefault(_source_of(pack, piece.id), len(numbers) + 1)
    return numbers


def _source_of(pack: Pack, cited: str) -> str:
    return pack.finding[cited].source_id if cited in pack.finding else cited


def with_numbers(pack: Pack, paragraph: str, numbers: Mapping[str, int]) -> str:
    """The words of a paragraph, its citations as numbers of this sheet."""
    said = ""
    for piece in markup.pieces(paragraph):
        match piece:
            case markup.Text(words=words) | markup.Link(words=words):
                said += words
            case markup.Cite(id=cited):
                said += f"[{numbers[_source_of(pack, cited)]}]"
            case markup.Quote(id=spoken):
                said += f"{pack.finding[spoken].plain} [{numbers[_source_of(pack, spoken)]}]"
    return said


def disagreeing_with(pack: Pack, finding: Finding) -> list[Finding]:
    """Findings that say something else, in the pack's order."""
    return [other for other in pack.findings if other.finding_id in finding.conflicts_with]


def source_line(pack: Pack, source_id: str, number: int) -> SourceLine:
    """Authors, or else the title; year, journal, who paid, and how much of it was read."""
    source = pack.source[source_id]
    journal = source.journal or f"journal {evidence.NOT_KNOWN}"
    title = "" if source.authors else f"“{source.title}”, "
    funding = vocabulary.FUNDING_LABELS[source.funding]
    read = vocabulary.READ_LABELS[source.read]
    words = f"{title}{evidence.short_citation(source)}, {journal}; {funding}, {read}."
    return SourceLine(number, words, source.link)
