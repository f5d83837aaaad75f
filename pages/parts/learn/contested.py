"""What is contested: two figures that disagree, reasons to name, and then what is not alike in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from pages.parts.learn.sets import answer, nothing_html, place_html, show_card, sources_section
from pages.parts.learn.url import LearnUrl, entries_words, reasons_words
from pages.shared.kept import kept_html
from pages.shared.prose_html import Citations, finding_html, node_link
from pages.shared.templates import rendered
from pathways import evidence
from pathways.evidence import Reading
from pathways.learning import contested
from pathways.learning.contested import REASONS, Pair
from pathways.model import Pack
from pathways.text.sentences import capitalised

VALUES: Mapping[str, Callable[[Reading], str]] = {
    "people": lambda told: told.population,
    "time": lambda told: told.follow_up,
    "counted": lambda told: told.outcome,
    "beside": lambda told: told.comparator or "nothing",
    "design": lambda told: told.design,
    "payer": lambda told: told.funding,
}
"""What a figure gives of each reason, by the names of the reasons."""


def show_contested(pack: Pack, url: LearnUrl) -> None:
    """Draw the pair of the set that is open, or the end of the set."""
    pairs = contested.pairs(pack, url.seed)
    show_card(url, contested_html(pack, url), pairs, lambda pair: pair.id in url.reasons, _show_reasons)


@kept_html
def contested_html(pack: Pack, url: LearnUrl) -> tuple[Markup, Markup]:
    """What stands above the reasons of a pair, and what below them."""
    pairs = contested.pairs(pack, url.seed)
    if not pairs:
        return nothing_html("No two figures of this pathway are known to disagree."), Markup("")
    place = place_html(url, len(pairs), "Pair")
    if url.number > len(pairs):
        return place + _end_html(pack, url, pairs), Markup("")
    pair, citations = pairs[url.number - 1], Citations(pack)
    if pair.id not in url.reasons:
        return place + rendered("learn/pair.html", pair=pair), Markup("")
    told = rendered("learn/pair_told.html", **_told(pack, pair, url.reasons[pair.id], citations))
    return place + told, sources_section(pack, citations)


def _told(pack: Pack, pair: Pair, reasons: Sequence[str], citations: Citations) -> dict[str, object]:
    both = (pair.one, pair.other)
    findings = [told.finding for told in both]
    return {
        "said": contested.said_of(pair, reasons),
        "differs": pair.differs,
        "rows": [
            {"reason": capitalised(aspect), "name": name, "values": [VALUES[name](told) for told in both]}
            for name, aspect in REASONS.items()
        ],
        "named": reasons,
        "findings": [finding_html(pack, finding, citations) for finding in findings],
        "why": evidence.why_they_may_differ(pack, findings),
        "places": [node_link(pack, node_id) for node_id in pair.one.finding.nodes],
    }


def _show_reasons(url: LearnUrl, pair: Pair) -> None:
    """The reasons as buttons of which any number can be chosen, and one that ends the choice."""
    key = f"reasons_{pair.id}"
    st.pills(
        "Why may they differ? Choose all that you think are not the same.",
        list(REASONS),
        format_func=lambda name: capitalised(REASONS[name]),
        selection_mode="multi",
        key=key,
    )

    def see() -> None:
        said = {**url.reasons, pair.id: st.session_state[key] or []}
        answer(url, entries_words({name: reasons_words(one) for name, one in said.items()}))

    st.button("Show what is not the same", key="see", type="primary", on_click=see)


def _end_html(pack: Pack, url: LearnUrl, pairs: Sequence[Pair]) -> Markup:
    made = [(pair, contested.said_of(pair, url.reasons[pair.id])) for pair in pairs if pair.id in url.reasons]
    missed = {name: sum(name in said.not_named for _, said in made) for name in REASONS}
    return rendered(
        "learn/pairs_end.html",
        looked_at=len(made),
        missed={capitalised(REASONS[name]): count for name, count in missed.items() if count},
        places=[node_link(pack, pair.one.finding.nodes[0]) for pair, _ in made],
    )
