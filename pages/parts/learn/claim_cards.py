"""Sort the claims: a claim of a public guide, a verdict to choose, then what this pack says and why."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from pages.parts.learn.sets import (
    answer,
    nothing_html,
    place_html,
    show_card,
    sources_section,
)
from pages.parts.learn.url import LearnUrl, entries_words
from pages.shared.kept import kept_html
from pages.shared.prose_html import Citations, finding_html, node_link
from pages.shared.templates import rendered
from pathways.learning import claims
from pathways.model import Claim, Pack, Verdict
from pathways.model.vocabulary import VERDICT_LABELS
from pathways.search.labels import home_label, subject_label


def show_claims(pack: Pack, url: LearnUrl) -> None:
    """Draw the card of the set that is open, or its end."""
    cards = claims.claims_to_sort(pack, url.seed)
    show_card(url, claims_html(pack, url), cards, lambda claim: claim.claim_id in url.verdicts, _show_choice)


@kept_html
def claims_html(pack: Pack, url: LearnUrl) -> tuple[Markup, Markup]:
    """What stands above the buttons of a card, and what below them."""
    cards = claims.claims_to_sort(pack, url.seed)
    if not cards:
        return nothing_html("No guides have been held against the evidence of this pathway yet."), Markup("")
    place = place_html(url, len(cards), "Claim", _so_far(cards, url))
    if url.number > len(cards):
        return place + _end_html(cards, url), Markup("")
    claim, citations = cards[url.number - 1], Citations(pack)
    asked = rendered("learn/claim.html", **_context(pack, claim))
    if claim.claim_id not in url.verdicts:
        return place + asked, Markup("")
    return place + asked + _verdict_html(pack, url, claim, citations), sources_section(pack, citations)


def _context(pack: Pack, claim: Claim) -> dict[str, object]:
    """The claim with what it is about: it was one sentence among others, and may begin in mid-air."""
    subject = subject_label(pack, claim.subject)
    places = dict.fromkeys(home_label(pack, home) for home in claim.homes)
    told = [place for place in places if place.casefold() != subject.casefold()]
    return {"claim": claim, "subject": subject, "places": told}


def _so_far(cards: Sequence[Claim], url: LearnUrl) -> str:
    agreed = len(claims.agreed(cards, url.verdicts))
    return f"So far you and this page agree on {agreed} of {len(url.verdicts)}." if url.verdicts else ""


def _show_choice(url: LearnUrl, claim: Claim) -> None:
    """A button for each verdict, in the order that they have everywhere."""
    with st.container(key="answers", gap="small"):
        for verdict, label in VERDICT_LABELS.items():
            said: dict[str, Verdict] = {**url.verdicts, claim.claim_id: verdict}
            words = entries_words({name: str(one) for name, one in said.items()})
            st.button(label, key=f"verdict_{verdict}", on_click=answer, args=(url, words), width="stretch")


def _verdict_html(pack: Pack, url: LearnUrl, claim: Claim, citations: Citations) -> Markup:
    said = url.verdicts[claim.claim_id]
    return rendered(
        "learn/verdict.html",
        claim=claim,
        said=VERDICT_LABELS[said],
        judged=VERDICT_LABELS[claim.verdict],
        is_same=said == claim.verdict,
        findings=[finding_html(pack, pack.finding[finding], citations) for finding in claim.findings],
        places=[node_link(pack, home) for home in claim.homes],
    )


def _end_html(cards: Sequence[Claim], url: LearnUrl) -> Markup:
    return rendered(
        "learn/claims_end.html",
        said=url.verdicts,
        agreed=len(claims.agreed(cards, url.verdicts)),
        mix_ups=claims.mix_ups(cards, url.verdicts),
        labels=VERDICT_LABELS,
    )
