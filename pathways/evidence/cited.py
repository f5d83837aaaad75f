"""The sources that figures, paragraphs and places rest on, each once, in the order of their first mention."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pathways.model import Claim, Criterion, Finding, Node, Pack
from pathways.text import markup


def of_findings(findings: Iterable[Finding]) -> tuple[str, ...]:
    """The ids of the sources that figures were taken from."""
    return tuple(dict.fromkeys(finding.source_id for finding in findings))


def of_prose(pack: Pack, paragraphs: Iterable[str]) -> tuple[str, ...]:
    """The ids of the sources that paragraphs cite, by themselves or by their figures."""
    marks = (piece for words in paragraphs for piece in markup.pieces(words))
    cited = (piece.id for piece in marks if isinstance(piece, markup.Cite | markup.Quote))
    return together([pack.finding[one].source_id] if one in pack.finding else [one] for one in cited)


def of_place(pack: Pack, node: Node) -> tuple[str, ...]:
    """The ids of the sources of a card: of its words, its figures, and the ways that lead on from it."""
    return together(
        (
            of_prose(pack, (words for _, words in node.prose())),
            of_findings(pack.findings_of[node.id]),
            of_ways(pack, [(edge.start, edge.end) for edge in pack.edges_from[node.id]]),
        )
    )


def of_ways(pack: Pack, ways: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The ids of the sources that ways rest on, by their ends."""
    wanted = set(ways)
    return together(edge.basis for edge in pack.edges if (edge.start, edge.end) in wanted)


def of_claims(pack: Pack, claims: Iterable[Claim]) -> tuple[str, ...]:
    """The ids of the sources that verdicts on claims rest on."""
    return of_findings(pack.finding[finding] for claim in claims for finding in claim.findings)


def of_criteria(pack: Pack, criteria: Iterable[Criterion]) -> tuple[str, ...]:
    """The ids of the sources of the findings that criteria rest on."""
    named = (one for criterion in criteria for one in criterion.basis)
    return of_findings(pack.finding[one] for one in named if one in pack.finding)


def together(ids: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Several lists of ids as one, each id once.

    >>> together([("tea", "leaf"), ("leaf", "cup")])
    ('tea', 'leaf', 'cup')
    """
    return tuple(dict.fromkeys(one for some in ids for one in some))
