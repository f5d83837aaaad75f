"""Sort the claims: the claims of public guides to be judged by a reader, and what was mixed up.

A verdict is about a claim, never about who made it, and the counts are of the reader's answers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pathways.learning.seeds import SET, dealt, shuffled
from pathways.model import Claim, Pack, Verdict
from pathways.model.vocabulary import VERDICT_LABELS


@dataclass(frozen=True)
class MixUp:
    """Claims of which a reader said one thing and this pack says another."""

    said: Verdict
    judged: Verdict
    claims: tuple[Claim, ...]


def claims_to_sort(pack: Pack, seed: int) -> tuple[Claim, ...]:
    """The claims of a set: of each verdict as many as there are room and claims for, in mixed order."""
    order = shuffled(pack.claims, seed, lambda claim: claim.claim_id)
    hands = [[claim for claim in order if claim.verdict == verdict] for verdict in VERDICT_LABELS]
    return shuffled(dealt(hands, SET), seed, lambda claim: f"of the set {claim.claim_id}")


def agreed(claims: Sequence[Claim], said: Mapping[str, Verdict]) -> tuple[Claim, ...]:
    """The claims of which the reader said what the pack says; ``said`` is by the id of the claim."""
    return tuple(claim for claim in claims if said.get(claim.claim_id) == claim.verdict)


def mix_ups(claims: Sequence[Claim], said: Mapping[str, Verdict]) -> tuple[MixUp, ...]:
    """What was mixed up with what: in the order of the verdicts, and only what was."""
    pairs = [(one, other) for one in VERDICT_LABELS for other in VERDICT_LABELS if one != other]
    return tuple(
        MixUp(one, other, mixed)
        for one, other in pairs
        if (mixed := tuple(c for c in claims if said.get(c.claim_id) == one and c.verdict == other))
    )
