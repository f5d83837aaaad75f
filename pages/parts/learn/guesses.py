"""Guess, then see: a figure is asked for, a mark and a range are set, and then the figure is told in full."""

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
from pages.parts.learn.url import LearnUrl, entries_words, guess_words
from pages.shared.kept import kept_html
from pages.shared.prose_html import Citations, finding_html, node_link
from pages.shared.templates import rendered
from pathways import evidence
from pathways.evidence import Reading
from pathways.learning import guessing
from pathways.learning.guessing import ALL, Guess, Guessed
from pathways.model import Pack

START_MARK = 50
START_RANGE = (25, 75)
"""Where the sliders stand at first: in the middle, so that they give nothing away."""

_AMISS = "learn_amiss"


def show_guesses(pack: Pack, url: LearnUrl) -> None:
    """Draw the card of the set that is open, or its end."""
    figures = guessing.figures(pack, url.seed)
    show_card(url, guesses_html(pack, url), figures, lambda told: told.id in url.guesses, _show_sliders)


@kept_html
def guesses_html(pack: Pack, url: LearnUrl) -> tuple[Markup, Markup]:
    """What stands above the buttons of a card, and what below them."""
    figures = guessing.figures(pack, url.seed)
    if not figures:
        return nothing_html("No share has been found yet that could be guessed."), Markup("")
    made = guessing.guessed(figures, url.guesses)
    so_far = guessing.progress(made)
    place = place_html(url, len(figures), "Figure", guessing.in_words(so_far) if so_far else "")
    if url.number > len(figures):
        return place + _end_html(pack, made), Markup("")
    told = figures[url.number - 1]
    if told.id not in url.guesses:
        return place + _asked_html(told), Markup("")
    above, below = _figure_html(pack, Guessed(told, url.guesses[told.id]))
    return place + above, below


def _show_sliders(url: LearnUrl, told: Reading) -> None:
    mark, reach = f"mark_{told.id}", f"range_{told.id}"
    with st.container(key="guessing"):
        st.slider("Your mark: how many of 100?", 0, ALL, START_MARK, key=mark)
        st.slider("Your range: between which numbers is it, you think?", 0, ALL, START_RANGE, key=reach)

    def guess() -> None:
        at, (low, high) = st.session_state[mark], st.session_state[reach]
        st.session_state[_AMISS] = amiss = what_is_amiss(at, low, high)
        if not amiss:
            made = {**url.guesses, told.id: Guess(at, low, high)}
            answer(url, entries_words({name: guess_words(one) for name, one in made.items()}))

    st.button("Show the figure", key="see", type="primary", on_click=guess)
    if amiss := st.session_state.pop(_AMISS, ""):
        st.html(rendered("learn/amiss.html", amiss=amiss))


def what_is_amiss(mark: int, low: int, high: int) -> str:
    """Why a mark and a range are no guess yet, and how to mend it; blank if they are one.

    >>> what_is_amiss(40, 30, 60), what_is_amiss(40, 50, 60)
    ('', 'Your mark, 40, lies outside of your range, 50 to 60. Move one of them.')
    """
    if (mark, (low, high)) == (START_MARK, START_RANGE):
        return "Nothing was set yet. Move the mark or the range to what you think."
    if not low <= mark <= high:
        return f"Your mark, {mark}, lies outside of your range, {low} to {high}. Move one of them."
    return ""


def _asked_html(told: Reading) -> Markup:
    return rendered("learn/asked.html", told=told, counted=told.finding.counted or "people")


def _figure_html(pack: Pack, made: Guessed) -> tuple[Markup, Markup]:
    """The figure beside the guess with all that belongs to it; then what other studies say."""
    citations = Citations(pack)
    finding = made.told.finding
    others = [
        other for group in evidence.conflicts(pack, [finding]) for other in group if other is not finding
    ]
    above = _asked_html(made.told) + _line_html(made) + finding_html(pack, finding, citations)
    beside = rendered(
        "learn/beside.html",
        others=[finding_html(pack, other, citations) for other in others],
        why=evidence.why_they_may_differ(pack, [finding, *others]) if others else "",
        places=[node_link(pack, node_id) for node_id in finding.nodes],
    )
    return above, beside + sources_section(pack, citations)


def _line_html(made: Guessed) -> Markup:
    """The guess and the figure on one line from 0 to 100."""
    return rendered("learn/line.html", made=made, away=guessing.away(made.distance), guess=_band(made.guess))


def _band(guess: Guess) -> dict[str, int]:
    return {"low": guess.low, "width": guess.high - guess.low, "mark": guess.mark}


def _end_html(pack: Pack, made: Sequence[Guessed]) -> Markup:
    so_far = guessing.progress(made)
    return rendered(
        "learn/guesses_end.html",
        so_far=so_far,
        surprises=[
            {"made": one, "place": node_link(pack, one.told.finding.nodes[0])}
            for one in (so_far.most_surprising if so_far else ())
        ],
    )
