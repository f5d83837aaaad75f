"""Which claims the page Guides, checked shows, as its URL says it; nothing is stored beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pages.shared.address import known, no_such
from pathways import evidence
from pathways.claims import ClaimFilter
from pathways.model import Pack
from pathways.selection import number

PAGE_OF_CLAIMS = 20
"""How many claims are shown at first, and how many more at a time."""


@dataclass(frozen=True)
class GuidesAddress:
    """What is asked of the claims, and how many of those that fit are shown."""

    wanted: ClaimFilter
    shown: int


def guides_address(pack: Pack, parameters: Mapping[str, str]) -> GuidesAddress:
    """Read the address.

    Raises:
        AddressError: with one sentence that names what is unknown.
    """
    wanted = ClaimFilter(
        verdict=_wanted("verdict", parameters, evidence.VERDICT_WORDS),
        kind=_wanted("kind", parameters, {claim.kind for claim in pack.claims}),
        subject=_wanted("subject", parameters, {claim.subject for claim in pack.claims}),
        place=_wanted("place", parameters, {home for claim in pack.claims for home in claim.homes}),
        words=parameters.get("search", ""),
    )
    return GuidesAddress(wanted, _shown(parameters.get("shown")))


def _wanted(name: str, parameters: Mapping[str, str], names: Iterable[str]) -> str:
    return known(parameters, name, names, f"{name} called", " among the claims.") or ""


def _shown(words: str | None) -> int:
    if words is None:
        return PAGE_OF_CLAIMS
    if count := number(words):
        return count
    raise no_such("number of claims", words, " that could be shown.")
