"""A finding and a source in parts that lists, cards and tables put together; missing parts are marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pages.parts.evidence.url import EvidenceUrl
from pages.shared.templates import rendered
from pathways import evidence
from pathways.evidence import Reading
from pathways.model import Finding, Pack, Source
from pathways.model.vocabulary import DESIGN_LABELS, FUNDING_LABELS, READ_LABELS
from pathways.text.sentences import pluralised


@dataclass(frozen=True)
class Fact:
    """One thing that a figure rests on; a missing one is shown as loudly as a known one."""

    words: str
    is_missing: bool = False
    name: str = ""
    link: str = ""


def link_to_finding(finding: Finding, url: EvidenceUrl) -> str:
    """The address of a finding's card, with the filters kept for the way back."""
    return url.href(finding=finding.finding_id, source=None, drawn=None)


def item_html(pack: Pack, finding: Finding, url: EvidenceUrl) -> Markup:
    """A row of the list: the number in words, whom and when it is about, and what it rests on."""
    told = evidence.reading(pack, finding)
    return rendered("evidence/item.html", told=told, badge=badge(told), card=link_to_finding(finding, url))


def badge(told: Reading) -> tuple[Fact, ...]:
    """What a figure rests on: facts side by side, never added up into a grade."""
    return (
        Fact(told.directness),
        Fact(told.design),
        Fact(told.size, is_missing="size" in told.missing),
        *_of_source(told.source),
        Fact(told.checked, is_missing="check" in told.missing),
    )


def source_badge(source: Source) -> tuple[Fact, ...]:
    """What is known of a source at a glance, with what is not."""
    size = Fact(pluralised(source.n, "person", "people")) if source.n else Fact("size not reported", True)
    return (
        Fact(DESIGN_LABELS[source.design]),
        size,
        *_of_source(source),
        *(Fact(f"{missing} {evidence.NOT_KNOWN}", is_missing=True) for missing in source.incomplete),
    )


def _of_source(source: Source) -> Sequence[Fact]:
    return (
        Fact(FUNDING_LABELS[source.funding], is_missing=source.funding == "not_stated"),
        Fact(READ_LABELS[source.read]),
    )
