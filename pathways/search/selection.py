"""What a reader asks of the evidence, and what passes.

Several words of one filter widen the choice; several filters narrow it. A :class:`Selection` only lets
through or holds back: it never ranks, and never changes a row.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any, Literal, get_args

from pathways import evidence
from pathways.model import Design, Finding, Funding, Gap, Pack, Role, Source
from pathways.search.everything import holding

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
    all occur somewhere in a row, its source or its places, or others that mean the same. ``outcome`` holds
    ids of outcome groups.
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
    held = holding(pack, "finding", selection.search)
    passing = (f for f in pack.findings if f.finding_id in held and _passes(pack, f, selection))
    return evidence.most_direct_first(pack, passing)


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


def selected_gaps(pack: Pack, selection: Selection) -> tuple[Gap, ...]:
    """The gaps that pass the filters which a gap can pass, in the pack's order."""
    held = holding(pack, "gap", selection.search)
    return tuple(
        gap
        for place, gap in enumerate(pack.gaps)
        if _holds(selection.node, gap.node_id) and str(place) in held
    )


def selected_sources(pack: Pack, selection: Selection) -> tuple[Source, ...]:
    """The sources that pass: those about the nearest people first, then the largest, untitled ones last.

    Size is the whole source's; place, kind, group and check are those of any one of its findings.
    """
    of_findings = selection.without("size", "search", "design", "funding")
    wanted = {finding.source_id for finding in selected(pack, of_findings)}
    held = holding(pack, "source", selection.search)
    passing = (
        source
        for source in pack.sources
        if source.source_id in wanted
        and _holds(selection.design, source.design)
        and _holds(selection.funding, source.funding)
        and _is_large(selection, source.n)
        and source.source_id in held
    )
    return tuple(sorted(passing, key=lambda source: _place_of_source(pack, source)))


def _place_of_source(pack: Pack, source: Source) -> tuple[bool, int, int]:
    findings = pack.findings_of_source.get(source.source_id, ())
    nearest = min((evidence.nearness(pack, finding) for finding in findings), default=len(pack.group))
    return (not evidence.has_title(source), nearest, -(source.n or 0))
