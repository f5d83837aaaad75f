"""Cards to learn from: the shares, claims and questions of a set as front, back and tags, with sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pathways import evidence
from pathways.evidence import Reading, reading
from pathways.learning import claims, guessing, questions
from pathways.learning.questions import Question
from pathways.model import Claim, Pack
from pathways.model.vocabulary import CONVENTION_LABEL, VERDICT_LABELS
from pathways.search.labels import home_label
from pathways.text.sentences import joined


@dataclass(frozen=True)
class FlashCard:
    """A card: what is asked, what is answered with its sources, and words to find it by."""

    front: str
    back: str
    tags: tuple[str, ...]


def flash_cards(pack: Pack, exercise: str, seed: int) -> tuple[FlashCard, ...]:
    """The cards of a set: "guess" for shares, "claims" or "quiz"; none for other exercises."""
    match exercise:
        case "guess":
            return tuple(map(_of_share, guessing.figures(pack, seed)))
        case "claims":
            return tuple(_of_claim(pack, claim) for claim in claims.claims_to_sort(pack, seed))
        case "quiz":
            return tuple(_of_question(pack, asked) for asked in questions.questions(pack, seed))
    return ()


def _of_share(told: Reading) -> FlashCard:
    counted = told.finding.counted or "people"
    front = f"Of 100 such {counted}, how many had this? {told.outcome}. {told.population_and_time}."
    back = joined((told.says, told.interval, told.caution, told.citation), " · ")
    return FlashCard(front, back, ("share", *told.finding.nodes))


def _of_claim(pack: Pack, claim: Claim) -> FlashCard:
    cited = dict.fromkeys(reading(pack, pack.finding[one]).citation for one in claim.findings)
    back = joined((f"{VERDICT_LABELS[claim.verdict]}. {claim.reason}", *cited), " · ")
    about = joined(list(dict.fromkeys(home_label(pack, home) for home in claim.homes)), "; ")
    return FlashCard(
        f"A public guide says about {about}: “{claim.claim}” Does it hold?", back, ("claim", *claim.homes)
    )


def _of_question(pack: Pack, asked: Question) -> FlashCard:
    offered = joined([choice.words for choice in asked.choices], " / ")
    back = joined((asked.answer.words, f"{asked.why} {asked.why_not}".strip(), *_sources(pack, asked)), " · ")
    return FlashCard(f"{asked.asks} ({offered})", back, ("quiz", asked.node))


def _sources(pack: Pack, asked: Question) -> Iterable[str]:
    if asked.basis is None:
        return ()
    return [evidence.citation(pack.source[one]) for one in asked.basis] or [CONVENTION_LABEL]
