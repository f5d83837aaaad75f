"""What a pack knows of causes and tests: how often, what points where, and what each result leads to.

Nothing here adds up, ranks or averages: shares of causes come from different groups of people.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pathways.evidence.order import nearest_first
from pathways.model import Edge, Finding, Node, NodeKind, Pack, Role, TestResult
from pathways.model.vocabulary import COUNTING_ROLES
from pathways.text import markup

ACCURACY_ROLES: frozenset[Role] = frozenset({"test_accuracy", "criterion"})
"""Roles of findings that say how well a test tells a cause, or what guidance says of it."""

_SEEN_ROLES: frozenset[Role] = frozenset({"prevalence", "incidence", "test_accuracy"})


def nodes_of_kind(pack: Pack, kind: NodeKind) -> tuple[Node, ...]:
    """The places of a kind, in the order of the pack."""
    return tuple(node for node in pack.nodes if node.kind == kind)


def cause_of(pack: Pack, finding: Finding) -> Node | None:
    """The cause that a finding speaks of: the first one among its places, so that it counts once."""
    return next((pack.node[n] for n in finding.nodes if pack.node[n].kind == "cause"), None)


def how_often(pack: Pack, cause: Node) -> tuple[Finding, ...]:
    """How often the cause was found; each finding belongs to one cause only."""
    return tuple(
        finding
        for finding in pack.findings_of[cause.id]
        if finding.role in COUNTING_ROLES and cause_of(pack, finding) == cause
    )


def counted(pack: Pack, role: Role) -> tuple[Finding, ...]:
    """The findings of one role on how often any cause was found; the nearest people stand first."""
    findings = [f for cause in nodes_of_kind(pack, "cause") for f in how_often(pack, cause) if f.role == role]
    return nearest_first(pack, findings)


def uncounted(pack: Pack) -> tuple[Node, ...]:
    """The causes of which no usable source says how often they are found."""
    return tuple(cause for cause in nodes_of_kind(pack, "cause") if not how_often(pack, cause))


def by_people(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], ...]:
    """Findings put together that come from the same people in the same source; nothing else compares."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.source_id, finding.population), []).append(finding)
    return tuple(tuple(group) for group in groups.values())


@dataclass(frozen=True)
class DiagnosticTest:
    """A test that can tell a cause: the ways that lead from it there, and how well it tells."""

    __test__ = False  # the name begins as pytest's classes do

    test: Node
    ways: tuple[Edge, ...]
    telling: tuple[Finding, ...]

    @property
    def has_source(self) -> bool:
        """Does a way from it to the cause rest on a source, and not on habit alone?"""
        return any(way.basis for way in self.ways)

    @property
    def is_measured(self) -> bool:
        """Is there a figure on how well it tells the cause, and not only a rule?"""
        return any(finding.role == "test_accuracy" for finding in self.telling)

    @property
    def is_empty(self) -> bool:
        """Is nothing usable known of it for the cause?"""
        return not self.ways and not self.telling


def by_tests(pack: Pack, cause: Node) -> tuple[DiagnosticTest, ...]:
    """Every test with what it tells of the cause, if anything, in the order of the pack."""
    return tuple(telling(pack, test, cause) for test in nodes_of_kind(pack, "test"))


def diagnosed_by(pack: Pack, cause: Node) -> tuple[DiagnosticTest, ...]:
    """The tests that tell a cause: those with a way to it, then those that were only studied for it."""
    found = [telling(pack, test, cause) for test in nodes_of_kind(pack, "test")]
    known = [test for test in found if test.ways or test.telling]
    return tuple(sorted(known, key=lambda test: not test.ways))


def telling(pack: Pack, test: Node, cause: Node) -> DiagnosticTest:
    """What a test tells of a cause: its ways there, and how well it tells; either may be none."""
    ways = tuple(edge for edge in pack.edges_from[test.id] if edge.end == cause.id)
    found = tuple(f for f in pack.findings_of[test.id] if f.role in ACCURACY_ROLES and cause.id in f.nodes)
    return DiagnosticTest(test, ways, found)


def causes_diagnosed_by(pack: Pack, test: Node) -> tuple[Node, ...]:
    """The causes that a result of the test can lead to."""
    ends = {edge.end for edge in pack.edges_from[test.id]}
    return tuple(cause for cause in nodes_of_kind(pack, "cause") if cause.id in ends)


def ways_by_result(pack: Pack, test: Node) -> dict[TestResult, tuple[Edge, ...]]:
    """Where each result of a test leads, urgent ways first; blank is whatever the result may be.

    Positive, negative and unclear are always there, so that a missing way can be said to be missing.
    """
    results: tuple[TestResult, ...] = ("positive", "negative", "unclear", "")
    edges = sorted(pack.edges_from[test.id], key=lambda edge: not edge.terms.is_urgent)
    ways = {result: tuple(edge for edge in edges if edge.result == result) for result in results}
    return {result: found for result, found in ways.items() if result or found}


def incidental_findings(pack: Pack, test: Node) -> tuple[Finding, ...]:
    """How often the test shows something of a cause, whether or not it hurts.

    A figure that was checked against anything is not among them: it says how well the test tells.
    """
    return tuple(
        finding
        for finding in pack.findings_of[test.id]
        if finding.role in _SEEN_ROLES
        and finding.measure == "proportion"
        and cause_of(pack, finding)
        and not (finding.role == "test_accuracy" and finding.comparator)
    )


def well_it_tells(pack: Pack, test: Node) -> tuple[Finding, ...]:
    """Findings on how well the test tells, of any kind: half of a pair, agreement, or words."""
    seen = set(incidental_findings(pack, test))
    return tuple(f for f in pack.findings_of[test.id] if f.role == "test_accuracy" and f not in seen)


def unquoted(pack: Pack, test: Node) -> tuple[Finding, ...]:
    """Findings on how well the test tells that do not speak in the words about it."""
    spoken = _spoken(test)
    return tuple(
        finding
        for finding in pack.findings_of[test.id]
        if finding.role == "test_accuracy" and finding.finding_id not in spoken
    )


def _spoken(test: Node) -> frozenset[str]:
    said = (*test.can_show, *test.cannot_show, *test.cautions)
    pieces = (piece for text in said for piece in markup.pieces(text))
    return frozenset(piece.id for piece in pieces if isinstance(piece, markup.Quote))
