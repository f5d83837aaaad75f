"""The text of a report: what it is about, which data, where it stands, and room for what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from pages.parts.mistake.url import Subject
from pathways import evidence
from pathways.exports.format import version
from pathways.exports.links import Links
from pathways.model import Claim, Finding, Node, Pack, Source

ISSUES = "/issues/new"
"""How an address ends where a form for a new issue takes a title and a text."""
MOST_IN_A_LINK = 1_800
"""How many letters of a text go into a link: mail programs cut long ones."""


@dataclass(frozen=True)
class Report:
    """A report as it is copied or sent: ``about`` names what it is of, in a line."""

    about: str
    text: str


def report(pack: Pack, subject: Subject | None, links: Links) -> Report:
    """The report of a mistake in one thing, or in whatever the reader then names."""
    about = _about(pack, subject)
    lines = ("Report of a mistake", "", *_what(pack, subject, links), f"Data: {version(pack)}", *_ROOM)
    return Report(about, "\n".join(lines))


_ROOM = ("", "What is wrong:", "", "How you know, such as a source:", "")


def _about(pack: Pack, subject: Subject | None) -> str:
    match subject:
        case Finding():
            return evidence.reading(pack, subject, "patients").outcome
        case Source():
            return evidence.short_citation(subject)
        case Claim():
            return subject.claim
        case Node():
            return subject.plain_label
        case None:
            return ""


def _what(pack: Pack, subject: Subject | None, links: Links) -> Iterator[str]:
    """The lines that find the place again."""
    about = _about(pack, subject)
    match subject:
        case Finding():
            yield f"Figure: {subject.finding_id} ({about})"
            yield f"It says: {evidence.reading(pack, subject, 'patients').says}"
            yield f"Source: {subject.source_id}"
            yield f"Address: {links.finding(subject.finding_id)}"
        case Source():
            yield f"Source: {subject.source_id} ({about})"
            yield f"Address: {links.source(subject.source_id)}"
        case Claim():
            yield f"Claim of a guide: {subject.claim_id} ({about})"
            yield f"Address: {links.claims()}"
        case Node():
            yield f"Place: {subject.id} ({about})"
            yield f"Address: {links.place(subject.id)}"
        case None:
            yield "Page and sentence:"


def where_to_send(address: str, made: Report) -> str:
    """A link that opens the reader's own program, or a form, with the text in it; blank without an address.

    Other addresses than those of a mail and of a form for issues are opened as they are.

    >>> where_to_send("mailto:cook@example.org", Report("Tea", "It is cold."))
    'mailto:cook@example.org?subject=Report%20of%20a%20mistake%3A%20Tea&body=It%20is%20cold.'
    >>> where_to_send("https://example.org/tea/issues/new", Report("", "It is cold."))
    'https://example.org/tea/issues/new?title=Report%20of%20a%20mistake&body=It%20is%20cold.'
    >>> where_to_send("https://example.org/desk", Report("", "It is cold."))
    'https://example.org/desk'
    """
    title = ": ".join(filter(None, ("Report of a mistake", made.about)))
    text = made.text[:MOST_IN_A_LINK]
    parted = "&" if "?" in address else "?"
    if address.startswith("mailto:"):
        return f"{address}{parted}subject={quote(title, safe='')}&body={quote(text, safe='')}"
    if address.endswith(ISSUES):
        return f"{address}{parted}title={quote(title, safe='')}&body={quote(text, safe='')}"
    return address
