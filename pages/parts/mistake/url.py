"""What a mistake is reported of, as the URL says it: a figure, a source, a claim, a place, or nothing yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pages.shared.url import Reader
from pathways.model import Claim, Finding, Node, Pack, Source

Subject = Finding | Source | Claim | Node


@dataclass(frozen=True)
class MistakeUrl:
    """What is reported: the first that the address names, None if it names nothing."""

    subject: Subject | None = None
    notes: tuple[str, ...] = ()

    def source_ids(self, pack: Pack) -> tuple[str, ...]:  # noqa: ARG002 (as of every view that cites)
        """The source behind what is reported, where it has one."""
        return (self.subject.source_id,) if isinstance(self.subject, Finding | Source) else ()


def mistake_url(pack: Pack, params: Mapping[str, str]) -> MistakeUrl:
    """Read the address, such as ``finding=tea-01``; what is not understood is left out and noted."""
    reader = Reader(params)
    named: tuple[tuple[str, Mapping[str, Subject], str], ...] = (
        ("finding", pack.finding, "figure"),
        ("source", pack.source, "source"),
        ("claim", {claim.claim_id: claim for claim in pack.claims}, "claim"),
        ("node", pack.node, "place"),
    )
    found = [(known, reader.name(part, known, what)) for part, known, what in named]
    subjects = (known[name] for known, name in found if name is not None)
    return MistakeUrl(next(subjects, None), tuple(reader.notes))
