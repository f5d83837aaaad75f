"""What is unknown: a gap, a question to be made of it from the words of the pack, and what is published."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st
from markupsafe import Markup

from pages.parts.learn.sets import move, nothing_html, place_html, show_html, sources_section
from pages.parts.learn.url import LearnUrl
from pages.shared.kept import kept_html
from pages.shared.prose_html import Citations, finding_html, node_link
from pages.shared.templates import rendered
from pathways.learning import unknowns
from pathways.learning.unknowns import PARTS, Published, Stub
from pathways.model import Gap, Pack

LABELS = {
    "people": "People: of whom?",
    "choice": "Choice: what is done, found or looked for?",
    "beside": "Comparison: beside what?",
    "outcome": "Outcome: what is counted?",
}
"""The parts of a question as they are asked for."""

MOST_SHOWN = 8
"""So many findings are shown; the list of evidence has the others."""

BLANK: Mapping[str, None] = dict.fromkeys(PARTS)


def show_unknown(pack: Pack, url: LearnUrl) -> None:
    """Draw the gap that is open, the parts of a question, and what is published; or the end of the set."""
    gaps = unknowns.gaps(pack, url.seed)
    above, below = unknown_html(pack, url)
    st.html(above)
    if not gaps:
        return
    if url.number > len(gaps):
        st.button("Another set", key="another_set", type="primary", on_click=lambda: _another(url))
        return
    _show_parts(pack, url, gaps[url.number - 1])
    show_html(below)
    last = url.number == len(gaps)
    st.button(
        "End of the set" if last else "Next gap",
        key="next_gap",
        icon=":material/arrow_forward:",
        icon_position="right",
        on_click=lambda: move(**BLANK, number=str(url.number + 1)),
    )


def _another(url: LearnUrl) -> None:
    move(**BLANK, number=None, seed=str(url.seed + 1))


@kept_html
def unknown_html(pack: Pack, url: LearnUrl) -> tuple[Markup, Markup]:
    """The gap, and what is published on the question that was made of it."""
    gaps = unknowns.gaps(pack, url.seed)
    if not gaps:
        return nothing_html("No gap of this pathway is named yet."), Markup("")
    place = place_html(url, len(gaps), "Gap")
    if url.number > len(gaps):
        return place + rendered("learn/unknown_end.html"), Markup("")
    gap, citations = gaps[url.number - 1], Citations(pack)
    asked = rendered("learn/gap.html", gap=gap, place=node_link(pack, gap.node_id))
    if url.question is None:
        return place + asked, Markup("")
    told = _published_html(pack, url.question, citations)
    return place + asked, told + sources_section(pack, citations)


def _published_html(pack: Pack, stub: Stub, citations: Citations) -> Markup:
    found, words = unknowns.published(pack, stub), unknowns.words_of(pack)
    return rendered(
        "learn/published.html",
        question={part: words[part][getattr(stub, part)] for part in PARTS},
        is_alone=stub.beside == unknowns.NOTHING,
        as_asked=sum(one.is_as_asked for one in found),
        all=len(found),
        rows=[
            {"told": finding_html(pack, one.finding, citations), "unlike": _unlike(one)}
            for one in found[:MOST_SHOWN]
        ],
        gaps=[gap.said for gap in pack.gaps_of[stub.choice]],
        choice=stub.choice,
        card=node_link(pack, stub.choice),
    )


def _unlike(one: Published) -> str:
    """Which parts of the question a finding does not answer; blank if it answers all."""
    parts = {"other people": one.has_people, "another comparison, or none": one.has_comparison}
    return ", ".join(words for words, is_as_asked in parts.items() if not is_as_asked)


def _show_parts(pack: Pack, url: LearnUrl, gap: Gap) -> None:
    """The four parts to choose; the place of the gap is chosen at first, and all else is open."""
    chosen = {"choice": gap.node_id, **url.stub}
    state = "-".join((str(url.seed), str(url.number), *url.stub.values()))  # the back button asks anew
    keys = {part: f"{part}_{state}" for part in PARTS}
    with st.container(key="stub"):
        for part, names in unknowns.words_of(pack).items():
            st.session_state.setdefault(keys[part], chosen.get(part))
            st.selectbox(
                LABELS[part],
                list(names),
                index=None,
                format_func=names.__getitem__,
                key=keys[part],
                placeholder="Choose",
            )

    def ask() -> None:
        move(**{part: st.session_state[key] for part, key in keys.items()}, number=str(url.number))

    st.button("See what is published", key="see", type="primary", on_click=ask)
    if url.stub and url.question is None:
        st.html(rendered("learn/parts_open.html"))
