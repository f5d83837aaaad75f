"""What a reader asks of the evidence, and what passes.

Several words of one filter widen the choice; several filters narrow it. A :class:`Selection` only lets
through or holds back: it never ranks, and never changes a row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Literal, get_args

from pathways import evidence
from pathways.model import Design, Finding, Funding, Gap, Pack, Role, Source, vocabulary
from pathways.search.matching import folded_text, matches

Subject = Literal[
    "all",
    "how_often",
    "options",
    "risk_factors",
    "tests",
    "criteria",
    "cost",
    "disagreements",
    "gaps",
    "sources",
]
ROLES: tuple[Role, ...] = get_args(Role)
ROLES_OF_SUBJECT: dict[Subject, tuple[Role, ...]] = {
    "all": ROLES,
    "how_often": ("prevalence", "incidence", "cause_share", "natural_history"),
    "options": ("benefit", "harm"),
    "risk_factors": ("risk_factor",),
    "tests": ("test_accuracy",),
    "criteria": ("criterion", "timing", "recovery"),
    "cost": ("cost",),
    "disagreements": ROLES,
    "gaps": (),
    "sources": ROLES,
}
"""The subjects in their order, each with the roles of the findings that belong to it."""

CHOICES = ("node", "outcome", "role", "directness", "design", "funding", "checked")
"""The filters that hold names out of a list."""

FILTERS = (*CHOICES, "size", "search")
"""The filters, by name."""

FILTERS_OF_GAPS = ("node", "search")
"""The filters that a gap can pass: nothing is known of it but where it is and what is missing."""


@dataclass(frozen=True)
class Selection:
    """What a reader asks for. An empty tuple, no size and no words hold nothing back.

    ``size`` is the least number of people (or other things) counted; ``search`` holds words that must
    all occur somewhere in a row, its source or its places. ``outcome`` holds ids of outcome groups.
    """

    subject: Subject = "all"
    node: tuple[str, ...] = ()
    outcome: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    directness: tuple[str, ...] = ()
    design: tuple[str, ...] = ()
    funding: tuple[str, ...] = ()
    checked: tuple[str, ...] = ()
    size: int | None = None
    search: str = ""

    @property
    def filters(self) -> tuple[str, ...]:
        """The names of the filters that are set."""
        return tuple(name for name in FILTERS if getattr(self, name))

    def having(self, **changed: Any) -> Selection:
        """The same selection with these parts changed."""
        return replace(self, **changed)

    def without(self, *names: str) -> Selection:
        """The same selection with these filters taken off."""
        empty = {field.name: field.default for field in fields(Selection)}
        return self.having(**{name: empty[name] for name in names})


def choices(pack: Pack, subject: Subject, name: str) -> tuple[str, ...]:
    """The names that a filter may hold: of roles, for example, those that belong to the subject."""
    if name == "node":
        return tuple(pack.node)
    listed: dict[str, tuple[str, ...]] = {
        "outcome": tuple(pack.outcome_group),
        "role": ROLES_OF_SUBJECT[subject],
        "directness": tuple(pack.group),
        "design": get_args(Design),
        "funding": get_args(Funding),
        "checked": ("yes", "no"),
    }
    return listed[name]


def selected(pack: Pack, selection: Selection) -> tuple[Finding, ...]:
    """The findings that pass, those about the nearest people first, among them the largest."""
    return evidence.most_direct_first(pack, (f for f in pack.findings if _passes(pack, f, selection)))


def _passes(pack: Pack, finding: Finding, selection: Selection) -> bool:
    source = pack.source[finding.source_id]
    return (
        finding.role in ROLES_OF_SUBJECT[selection.subject]
        and (selection.subject != "disagreements" or bool(finding.conflicts_with))
        and _holds(selection.node, *finding.nodes)
        and _holds(selection.outcome, finding.outcome_group)
        and _holds(selection.role, finding.role)
        and _holds(selection.directness, finding.directness)
        and _holds(selection.checked, finding.checked)
        and _holds(selection.design, source.design)
        and _holds(selection.funding, source.funding)
        and _is_large(selection, evidence.finding_size(pack, finding))
        and matches(selection.search, pack.once(_texts_of_findings)[finding.finding_id])
    )


def _holds(asked: tuple[str, ...], *given: str) -> bool:
    return not asked or any(word in asked for word in given)


def _is_large(selection: Selection, size: int | None) -> bool:
    return selection.size is None or (size is not None and size >= selection.size)


def size_not_reported(pack: Pack, selection: Selection) -> int:
    """How many findings are held back only because their size is not reported."""
    if selection.size is None:
        return 0
    others = selected(pack, selection.without("size"))
    return sum(evidence.finding_size(pack, finding) is None for finding in others)


def _texts_of_findings(pack: Pack) -> Mapping[str, str]:
    """What a search looks through, by the id of the finding."""
    return {f.finding_id: folded_text(_words_of_finding(pack, f)) for f in pack.findings}


def _texts_of_sources(pack: Pack) -> Mapping[str, str]:
    return {source.source_id: folded_text(_words_of_source(source)) for source in pack.sources}


def _texts_of_gaps(pack: Pack) -> tuple[str, ...]:
    """One text for each gap, in the pack's order: gaps have no ids."""
    return tuple(folded_text((gap.missing, gap.plain, *_names(pack, gap.node_id))) for gap in pack.gaps)


def _words_of_finding(pack: Pack, finding: Finding) -> Iterable[str]:
    """Every word of a row as a reader may meet it: its own, its source's, its places', its filters'."""
    yield from (finding.finding_id, finding.outcome, finding.plain, finding.statement)
    yield from (finding.population, finding.comparator, finding.caution, finding.second_hand)
    yield from (finding.plain_outcome, finding.plain_population)
    yield from (finding.plain_comparator, finding.plain_caution)
    told = evidence.reading(pack, finding)
    yield from (told.role, told.directness, told.estimate, told.interval, told.follow_up, told.checked)
    for node_id in finding.nodes:
        yield from _names(pack, node_id)
    yield from _words_of_source(pack.source[finding.source_id])


def _names(pack: Pack, node_id: str) -> Iterable[str]:
    node = pack.node[node_id]
    return (node.plain_label, node.clinical_label, *node.also_called)


def _words_of_source(source: Source) -> Iterable[str]:
    yield from (source.source_id, evidence.citation(source), source.authors, source.country)
    yield from (source.doi, source.pmid, source.pmcid)
    yield from (vocabulary.DESIGN_LABELS[source.design], vocabulary.FUNDING_LABELS[source.funding])


def selected_gaps(pack: Pack, selection: Selection) -> tuple[Gap, ...]:
    """The gaps that pass the filters which a gap can pass, in the pack's order."""
    return tuple(
        gap
        for gap, text in zip(pack.gaps, pack.once(_texts_of_gaps), strict=True)
        if _holds(selection.node, gap.node_id) and matches(selection.search, text)
    )


def selected_sources(pack: Pack, selection: Selection) -> tuple[Source, ...]:
    """The sources that pass: those about the nearest people first, then the largest, untitled ones last.

    Size is the whole source's; place, kind, group and check are those of any one of its findings.
    """
    of_findings = selection.without("size", "search", "design", "funding")
    wanted = {finding.source_id for finding in selected(pack, of_findings)}
    passing = (
        source
        for source in pack.sources
        if source.source_id in wanted
        and _holds(selection.design, source.design)
        and _holds(selection.funding, source.funding)
        and _is_large(selection, source.n)
        and matches(selection.search, pack.once(_texts_of_sources)[source.source_id])
    )
    return tuple(sorted(passing, key=lambda source: _place_of_source(pack, source)))


def _place_of_source(pack: Pack, source: Source) -> tuple[bool, int, int]:
    findings = pack.findings_of_source.get(source.source_id, ())
    nearest = min((evidence.nearness(pack, finding) for finding in findings), default=len(pack.group))
    return (not evidence.has_title(source), nearest, -(source.n or 0))
