"""What the exercises share: the place in a set, the moves in it, its end, and the keyboard's place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st
from markupsafe import Markup

from pages.parts.learn.url import LearnUrl
from pages.shared.prose_html import Citations, sources_html
from pages.shared.templates import rendered
from pages.shared.url import change_url
from pathways.model import Pack

Card = TypeVar("Card")

ANSWERED = {"guess": "guesses", "claims": "verdicts", "quiz": "answers", "contested": "reasons"}
"""The part of the address that holds what was answered, by exercise."""

_MOVED = "learn_moved"


def place_html(url: LearnUrl, number_of_cards: int, what: str, done: str = "") -> Markup:
    """Where in the set the reader is, how it went so far, and the link that gives a class the same set."""
    return rendered(
        "learn/place.html",
        what=what,
        number=min(url.number, number_of_cards),
        all=number_of_cards,
        is_end=url.number > number_of_cards,
        url=url,
        done=done,
    )


def nothing_html(what: str) -> Markup:
    """That the pack has nothing for this exercise, and the way to what it has."""
    return rendered("learn/nothing.html", what=what)


def show_card(
    url: LearnUrl,
    html: tuple[Markup, Markup],
    cards: Sequence[Card],
    is_answered: Callable[[Card], bool],
    show_question: Callable[[LearnUrl, Card], None],
) -> None:
    """Draw the card of a set that is open, or its end: what stands above, the way on, and what stands below.

    Args:
        show_question: draws what a card is answered with, while it has no answer.
    """
    above, below = html
    st.html(above)
    if url.number > len(cards) > 0:
        show_end(url)
    elif cards and is_answered(cards[url.number - 1]):
        show_next(url, len(cards))
    elif cards:
        show_question(url, cards[url.number - 1])
    show_html(below)


def show_next(url: LearnUrl, number_of_cards: int) -> None:
    """The way to the next card, or to the end of the set."""
    label = "Next" if url.number < number_of_cards else "How it went"
    st.button(
        label,
        key="next",
        type="primary",
        icon=":material/arrow_forward:",
        icon_position="right",
        on_click=lambda: move(number=str(url.number + 1)),
    )


def show_end(url: LearnUrl) -> None:
    """The ways on from the end of a set: the same again, or another one."""
    answered = ANSWERED[url.show]
    with st.container(horizontal=True, key="set_ends"):
        st.button(
            "Another set",
            key="another_set",
            type="primary",
            on_click=lambda: move(**_blank(), seed=str(url.seed + 1)),
        )
        st.button("This set again", on_click=lambda: move(**{answered: None, "number": None}))


def _blank() -> dict[str, None]:
    """A set has its own cards: what was answered of another one goes."""
    return dict.fromkeys([*ANSWERED.values(), "number"])


def answer(url: LearnUrl, words: str | None) -> None:
    """Write what was answered to the address, and bring the keyboard to what it leads to."""
    move(**{ANSWERED[url.show]: words, "number": str(url.number)})


def move(**changes: str | None) -> None:
    """Change the address, and bring the reader to the top of what is then shown."""
    change_url(**changes)
    st.session_state[_MOVED] = st.session_state.get(_MOVED, 0) + 1


def arrive(opened: str = "") -> None:
    """Bring the keyboard to the card: the button that was pressed may be gone with the last one.

    Args:
        opened: what a link has just opened, such as a case: the keyboard goes to it as well.
    """
    count = st.session_state.get(_MOVED, 0)
    if count or opened:
        html = rendered("learn/arrive.html", count=f"{count} {opened}".strip())
        st.html(html, unsafe_allow_javascript=True)


def sources_section(pack: Pack, citations: Citations) -> Markup:
    """The sources that an answer cites, if any."""
    return Markup("<h3>Sources</h3>") + sources_html(pack, citations) if citations.numbers else Markup("")


def show_html(html: Markup) -> None:
    """Draw HTML, if there is any."""
    if html:
        st.html(html)
