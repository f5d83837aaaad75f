"""Sort the claims: a claim of a public guide, a verdict to choose, then what this pack says and why."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages.parts.learn.sets import answer, show_end, show_next, show_nothing, show_place, show_sources
from pages.parts.learn.url import LearnUrl, entries_words
from pages.shared.prose_html import Citations, finding_html, node_link
from pages.shared.templates import rendered
from pathways.learning import claims
from pathways.model import Claim, Pack, Verdict
from pathways.model.vocabulary import VERDICT_LABELS


def show_claims(pack: Pack, url: LearnUrl) -> None:
    """Draw the card of the set that is open, or its end."""
    cards = claims.claims_to_sort(pack, url.seed)
    if not cards:
        show_nothing("No guides have been held against the evidence of this pathway yet.")
        return
    show_place(url, len(cards), "Claim", _so_far(cards, url))
    if url.number > len(cards):
        _show_end(cards, url)
        return
    claim = cards[url.number - 1]
    st.html(rendered("learn/claim.html", claim=claim))
    if claim.claim_id in url.verdicts:
        _show_verdict(pack, url, claim, len(cards))
    else:
        _show_choice(url, claim)


def _so_far(cards: Sequence[Claim], url: LearnUrl) -> str:
    if not url.verdicts:
        return ""
    return (
        f"So far you and this page agree on {len(claims.agreed(cards, url.verdicts))} of {len(url.verdicts)}."
    )


def _show_choice(url: LearnUrl, claim: Claim) -> None:
    """A button for each verdict, in the order that they have everywhere."""
    with st.container(key="answers", gap="small"):
        for verdict, label in VERDICT_LABELS.items():
            said: dict[str, Verdict] = {**url.verdicts, claim.claim_id: verdict}
            words = entries_words({name: str(one) for name, one in said.items()})
            st.button(label, key=f"verdict_{verdict}", on_click=answer, args=(url, words), width="stretch")


def _show_verdict(pack: Pack, url: LearnUrl, claim: Claim, number_of_cards: int) -> None:
    citations = Citations(pack)
    said = url.verdicts[claim.claim_id]
    findings = [finding_html(pack, pack.finding[finding_id], citations) for finding_id in claim.findings]
    st.html(
        rendered(
            "learn/verdict.html",
            claim=claim,
            said=VERDICT_LABELS[said],
            judged=VERDICT_LABELS[claim.verdict],
            is_same=said == claim.verdict,
            findings=findings,
            places=[node_link(pack, home) for home in claim.homes],
        )
    )
    show_next(url, number_of_cards)
    show_sources(pack, citations)


def _show_end(cards: Sequence[Claim], url: LearnUrl) -> None:
    st.html(
        rendered(
            "learn/claims_end.html",
            said=url.verdicts,
            agreed=len(claims.agreed(cards, url.verdicts)),
            confusions=claims.confusions(cards, url.verdicts),
            labels=VERDICT_LABELS,
        )
    )
    show_end(url)
