"""The exercises of the page Learn, one on a screen: which is open, which set, which card of it."""

from __future__ import annotations

from pages.parts.learn.claim_cards import show_claims
from pages.parts.learn.class_list import show_class
from pages.parts.learn.contested import show_contested
from pages.parts.learn.files import show_files
from pages.parts.learn.guesses import show_guesses
from pages.parts.learn.quiz import show_quiz
from pages.parts.learn.sets import arrive
from pages.parts.learn.unknown import show_unknown
from pages.parts.learn.url import EXERCISES, LearnUrl
from pages.parts.learn.walk import show_walk
from pages.shared.url import change_url
from pages.shared.widgets import show_buttons
from pathways.model import Pack


def show(pack: Pack, url: LearnUrl) -> None:
    """Draw the choice of exercises and the one that is open."""
    show_buttons(
        "Exercise", "show", EXERCISES, url.show, is_labelled=False, on_change=lambda to: _change(url, to)
    )
    match url.show:
        case "claims":
            show_claims(pack, url)
        case "quiz":
            show_quiz(pack, url)
        case "walk":
            show_walk(pack, url)
        case "contested":
            show_contested(pack, url)
        case "unknown":
            show_unknown(pack, url)
        case "class":
            show_class(pack, url)
        case _:
            show_guesses(pack, url)
    if url.show not in ("unknown", "class"):
        show_files(pack, url)
    arrive(_opened(url))


def _opened(url: LearnUrl) -> str:
    """The case or the route that has just been opened; blank on its way."""
    is_new = url.show == "walk" and url.walk and not url.trail and url.number == 1
    return url.view_name if is_new else ""


def _change(url: LearnUrl, to: str) -> None:
    """Open another exercise at its first card; one that was left for the list of a class at the same card."""
    kept = {"number": str(url.number)} if to in ("class", url.game) else {"number": None}
    change_url(show=to, game=url.show if to == "class" else None, told=None, **kept)
