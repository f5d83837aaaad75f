"""Which claims the page Guides, checked shows, as its URL says it; nothing is stored beside it."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass

from pages.shared.address import AddressError
from pathways import evidence
from pathways.claims import ClaimFilter
from pathways.model import Pack

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
        verdict=_known("verdict", parameters, evidence.VERDICT_WORDS),
        kind=_known("kind", parameters, {claim.kind for claim in pack.claims}),
        subject=_known("subject", parameters, {claim.subject for claim in pack.claims}),
        place=_known("place", parameters, {home for claim in pack.claims for home in claim.homes}),
        words=parameters.get("search", ""),
    )
    return GuidesAddress(wanted, _shown(parameters.get("shown")))


def _known(name: str, parameters: Mapping[str, str], known: Container[str]) -> str:
    value = parameters.get(name, "")
    if value and value not in known:
        raise AddressError(f'There is no {name} called "{value}" among the claims.')
    return value


def _shown(words: str | None) -> int:
    if words is None:
        return PAGE_OF_CLAIMS
    if not (words.isascii() and words.isdigit() and int(words) > 0):
        raise AddressError(f'There is no number of claims "{words}" that could be shown.')
    return int(words)
