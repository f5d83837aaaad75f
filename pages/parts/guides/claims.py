"""The claims in a list: each with its verdict, the reason, and the findings that carry it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from pages.parts.guides.url import PAGE_OF_CLAIMS
from pages.shared.downloads import show_csv
from pages.shared.kept import kept_html
from pages.shared.prose_html import Citations, finding_html, node_link, sources_html
from pages.shared.templates import fixed, rendered
from pages.shared.url import change_url
from pathways.model import Claim, Pack, vocabulary
from pathways.search import claims, labels


def show_claims(pack: Pack, found: Sequence[Claim], shown: int) -> None:
    """Draw the claims that fit, in the order of the guides, and the way to more of them."""
    st.html(fixed("guides/counts.html", found=len(found), all=len(pack.claims)))
    if not found:
        return
    listed, sources = _claims_html(pack, found[:shown])
    st.html(listed)
    _show_more(len(found), shown)
    show_csv(pack, "Download these claims (CSV)", "guides-checked", lambda: claims.table(pack, found))
    if sources:
        st.html(sources)


@kept_html
def _claims_html(pack: Pack, shown: Sequence[Claim]) -> tuple[Markup, Markup]:
    """The claims, and the sources of what was found."""
    citations, names = Citations(pack), claims.guide_names(pack)
    listed = [_claim_html(pack, claim, names[claim.guide], citations) for claim in shown]
    sources = Markup("<h2>Sources</h2>") + sources_html(pack, citations) if citations.numbers else Markup("")
    return Markup("").join(listed), sources


def _claim_html(pack: Pack, claim: Claim, guide: str, citations: Citations) -> Markup:
    findings = [pack.finding[finding_id] for finding_id in claim.findings]
    return rendered(
        "guides/claim.html",
        claim=claim,
        guide=guide,
        kind=labels.kind_label(pack, claim.kind),
        subject=labels.subject_label(pack, claim.subject),
        verdict=vocabulary.VERDICT_LABELS[claim.verdict],
        places=[node_link(pack, home) for home in claim.homes],
        findings=[finding_html(pack, finding, citations) for finding in findings],
    )


def _show_more(found: int, shown: int) -> None:
    if shown < found:
        more = min(PAGE_OF_CLAIMS, found - shown)
        st.markdown(f"Shown: {shown} of {found} claims.")
        st.button(f"Show {more} more", on_click=lambda: change_url(shown=str(shown + more)))
