"""The exercises of the page Learn, one on a screen: which is open, which set, which card of it."""

from __future__ import annotations

from pages.parts.learn.claim_cards import show_claims
from pages.parts.learn.guesses import show_guesses
from pages.parts.learn.quiz import show_quiz
from pages.parts.learn.sets import arrive
from pages.parts.learn.url import EXERCISES, LearnUrl
from pages.parts.learn.walk import show_walk
from pages.shared.widgets import show_buttons
from pathways.model import Pack


def show(pack: Pack, url: LearnUrl) -> None:
    """Draw the choice of exercises and the one that is open."""
    show_buttons("Exercise", "show", EXERCISES, url.show, resets=["number"], is_labelled=False)
    match url.show:
        case "claims":
            show_claims(pack, url)
        case "quiz":
            show_quiz(pack, url)
        case "walk":
            show_walk(pack, url)
        case _:
            show_guesses(pack, url)
    arrive()
