"""A finding and a source in parts that lists, cards and tables put together; missing parts are marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pages.parts.evidence.url import EvidenceUrl
from pages.shared.templates import rendered
from pathways import evidence
from pathways.model import Finding, Pack, Source, vocabulary


@dataclass(frozen=True)
class Fact:
    """One thing that a figure rests on; a missing one is shown as loudly as a known one."""

    words: str
    is_missing: bool = False
    name: str = ""
    link: str = ""


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "figure"), counted(1314, "figure"), counted(2, "study", "studies")
    ('1 figure', '1,314 figures', '2 studies')
    """
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def capital(words: str) -> str:
    """Words with a capital at their start.

    >>> capital("range not reported")
    'Range not reported'
    """
    return f"{words[:1].upper()}{words[1:]}"


def link_to_finding(finding: Finding, url: EvidenceUrl) -> str:
    """The address of a finding's card, with the filters kept for the way back."""
    return url.href(finding=finding.finding_id, source=None, drawn=None)


def item_html(pack: Pack, finding: Finding, url: EvidenceUrl) -> Markup:
    """A row of the list: the number in words, whom and when it is about, and what it rests on."""
    source = pack.source[finding.source_id]
    spread = evidence.spread(finding)
    return rendered(
        "evidence/item.html",
        finding=finding,
        source=source,
        cited=evidence.short_citation(source),
        amount=capital(evidence.amount(finding)),
        frames=capital(evidence.both_frames(finding)),
        compared=capital(evidence.comparison(finding)),
        spread="" if spread == evidence.amount(finding) else capital(spread),
        range_is_missing=spread == evidence.RANGE_NOT_REPORTED,
        group=evidence.group(finding),
        group_is_missing=not finding.population,
        time=evidence.time(finding),
        time_is_missing=finding.follow_up_months is None,
        badge=badge(pack, finding),
        card=link_to_finding(finding, url),
    )


def badge(pack: Pack, finding: Finding) -> tuple[Fact, ...]:
    """What a figure rests on: facts side by side, never added up into a grade."""
    source = pack.source[finding.source_id]
    size = evidence.size(finding, source)
    return (
        Fact(vocabulary.DIRECTNESS_LABELS[finding.directness]),
        Fact(vocabulary.DESIGN_LABELS[source.design]),
        Fact(size, is_missing=finding.total is None and not source.n),
        *_of_source(source),
        Fact(vocabulary.CHECKED_LABELS[finding.checked], is_missing=finding.checked == "no"),
    )


def source_badge(source: Source) -> tuple[Fact, ...]:
    """What is known of a source at a glance, with what is not."""
    size = Fact(counted(source.n, "person", "people")) if source.n else Fact("size not reported", True)
    return (
        Fact(vocabulary.DESIGN_LABELS[source.design]),
        size,
        *_of_source(source),
        *(Fact(f"{missing} {evidence.NOT_KNOWN}", is_missing=True) for missing in source.incomplete),
    )


def _of_source(source: Source) -> Sequence[Fact]:
    return (
        Fact(vocabulary.FUNDING_LABELS[source.funding], is_missing=source.funding == "not_stated"),
        Fact(vocabulary.READ_LABELS[source.read]),
    )
