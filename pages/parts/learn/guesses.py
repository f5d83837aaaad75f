"""Guess, then see: a figure is asked for, a mark and a range are set, and then the figure is told in full."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from pages.parts.learn.sets import answer, show_end, show_next, show_nothing, show_place, show_sources
from pages.parts.learn.url import LearnUrl, entries_words, guess_words
from pages.shared.prose_html import Citations, finding_html, node_link
from pages.shared.templates import rendered
from pathways import evidence
from pathways.evidence import Reading
from pathways.learning import guessing
from pathways.learning.guessing import ALL, Guess, Guessed, guess_of
from pathways.model import Pack

START_MARK = 50
START_RANGE = (25, 75)
"""Where the sliders stand at first: in the middle, so that they give nothing away."""


def show_guesses(pack: Pack, url: LearnUrl) -> None:
    """Draw the card of the set that is open, or its end."""
    figures = guessing.figures(pack, url.seed)
    if not figures:
        show_nothing("No share has been found yet that could be guessed.")
        return
    made = guessing.guessed(figures, url.guesses)
    so_far = guessing.progress(made)
    show_place(url, len(figures), "Figure", guessing.in_words(so_far) if so_far else "")
    if url.number > len(figures):
        _show_end(pack, url, made)
    elif (told := figures[url.number - 1]).id in url.guesses:
        _show_figure(pack, url, Guessed(told, url.guesses[told.id]), len(figures))
    else:
        _show_question(url, told)


def _show_question(url: LearnUrl, told: Reading) -> None:
    st.html(_asked_html(told))
    mark, reach = f"mark_{told.id}", f"range_{told.id}"
    with st.container(key="guessing"):
        st.slider("Your mark: how many of 100?", 0, ALL, START_MARK, key=mark)
        st.slider("Your range: between which numbers is it, you think?", 0, ALL, START_RANGE, key=reach)

    def guess() -> None:
        low, high = st.session_state[reach]
        made = {**url.guesses, told.id: guess_of(st.session_state[mark], low, high)}
        answer(url, entries_words({name: guess_words(one) for name, one in made.items()}))

    st.button("Show the figure", key="see", type="primary", on_click=guess)


def _asked_html(told: Reading) -> Markup:
    return rendered("learn/asked.html", told=told, counted=told.finding.counted or "people")


def _show_figure(pack: Pack, url: LearnUrl, made: Guessed, number_of_cards: int) -> None:
    """The figure beside the guess, then all that belongs to it, then what other studies say."""
    citations = Citations(pack)
    finding = made.told.finding
    others = [
        other for group in evidence.conflicts(pack, [finding]) for other in group if other is not finding
    ]
    st.html(_asked_html(made.told))
    st.html(_line_html(made) + finding_html(pack, finding, citations))
    show_next(url, number_of_cards)
    st.html(
        rendered(
            "learn/beside.html",
            others=[finding_html(pack, other, citations) for other in others],
            why=evidence.why_they_may_differ(pack, [finding, *others]) if others else "",
            places=[node_link(pack, node_id) for node_id in finding.nodes],
        )
    )
    show_sources(pack, citations)


def _line_html(made: Guessed) -> Markup:
    """The guess and the figure on one line from 0 to 100."""
    return rendered("learn/line.html", made=made, away=guessing.away(made.distance), guess=_band(made.guess))


def _band(guess: Guess) -> dict[str, int]:
    return {"low": guess.low, "width": guess.high - guess.low, "mark": guess.mark}


def _show_end(pack: Pack, url: LearnUrl, made: Sequence[Guessed]) -> None:
    so_far = guessing.progress(made)
    st.html(
        rendered(
            "learn/guesses_end.html",
            so_far=so_far,
            surprises=[
                {"made": one, "away": guessing.away(one.distance), "place": _card(pack, one)}
                for one in (so_far.most_surprising if so_far else ())
            ],
        )
    )
    show_end(url)


def _card(pack: Pack, made: Guessed) -> Markup:
    return node_link(pack, made.told.finding.nodes[0])
