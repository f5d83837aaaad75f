"""Which claims the page What guides say shows, as its URL says it; nothing is stored beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pages.shared.url import Reader
from pathways.evidence import cited
from pathways.model import Pack, vocabulary
from pathways.search import claims
from pathways.search.claims import ClaimFilter

PAGE_OF_CLAIMS = 20
"""How many claims are shown at first, and how many more at a time."""


@dataclass(frozen=True)
class GuidesUrl:
    """What is asked of the claims, how many of those that fit are shown, and what made no sense."""

    wanted: ClaimFilter
    shown: int
    notes: tuple[str, ...] = ()

    def source_ids(self, pack: Pack) -> tuple[str, ...]:
        """The sources that the verdicts on all claims that fit rest on."""
        return cited.of_claims(pack, claims.matching(pack, self.wanted))


def guides_url(pack: Pack, params: Mapping[str, str]) -> GuidesUrl:
    """Read the address; what is not understood is left out and noted."""
    reader = Reader(params)
    wanted = ClaimFilter(
        verdict=_wanted(reader, "verdict", vocabulary.VERDICT_LABELS),
        kind=_wanted(reader, "kind", {claim.kind for claim in pack.claims}),
        subject=_wanted(reader, "subject", {claim.subject for claim in pack.claims}),
        place=_wanted(reader, "place", {home for claim in pack.claims for home in claim.homes}),
        words=reader.text("search"),
    )
    shown = reader.number("shown", "number of claims") or PAGE_OF_CLAIMS
    return GuidesUrl(wanted, shown, tuple(reader.notes))


def _wanted(reader: Reader, part: str, names: Iterable[str]) -> str:
    return reader.name(part, names, f"{part} called", " among the claims.") or ""
