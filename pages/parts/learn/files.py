"""What a reader can take along: what was done in this set as a table, and the set as cards for Anki."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import streamlit as st

from pages.parts.learn.url import EXERCISES, LearnUrl
from pathways.learning import claims, contested, guessing, walks
from pathways.learning.contested import REASONS
from pathways.learning.questions import questions
from pathways.model import Pack
from pathways.model.vocabulary import VERDICT_LABELS
from pathways.text.sentences import joined

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("Exercise", "Set", "Asked", "You said", "This page says", "The same")
WITH_CARDS = ("guess", "claims", "quiz")
"""The exercises whose sets can be taken along as cards."""

Row = tuple[str, str, str, str, str, str]
"""The cells of :data:`COLUMNS`."""


def show_files(pack: Pack, url: LearnUrl) -> None:
    """The files of the set that is open, made when they are asked for; what was not done yet has none."""
    has_rows = bool(url.guesses or url.verdicts or url.answers or url.reasons or url.trail)
    if not has_rows and url.show not in WITH_CARDS:
        return
    from pages.shared.downloads import show_csv, show_file  # what writes files is slow to load
    from pathways.learning.flash_cards import flash_cards

    with st.container(key="learn_files", horizontal=True, gap="small"):
        if has_rows:
            show_csv(pack, "What I did, as CSV", f"{pack.info.id}-learning", lambda: table(pack, url))
        if url.show in WITH_CARDS:
            name = f"{pack.info.id}-{url.show}-set-{url.seed}"
            show_file(
                pack,
                "anki",
                lambda: flash_cards(pack, url.show, url.seed),
                name,
                "This set as cards for Anki",
            )


def table(pack: Pack, url: LearnUrl) -> pd.DataFrame:
    """All that the address holds of what a reader did: one row an answer."""
    import pandas as pd

    return pd.DataFrame(list(rows(pack, url)), columns=list(COLUMNS), dtype="object")


def rows(pack: Pack, url: LearnUrl) -> Iterator[Row]:
    """Guesses, then claims, quiz, pairs and the walk, each in the order of its set."""
    seed = str(url.seed)
    for made in guessing.guessed(guessing.figures(pack, url.seed), url.guesses):
        guess = f"{made.guess.mark} ({made.guess.low} to {made.guess.high})"
        held = "in your range" if made.is_held else "outside your range"
        yield _row("guess", seed, made.told.outcome, guess, made.told.own.in_short, held)
    for claim in claims.claims_to_sort(pack, url.seed):
        if said := url.verdicts.get(claim.claim_id):
            judged = VERDICT_LABELS[claim.verdict]
            yield _row(
                "claims", seed, claim.claim, VERDICT_LABELS[said], judged, _same(said == claim.verdict)
            )
    for asked in questions(pack, url.seed):
        if chosen := url.answers.get(asked.id):
            words = next(choice.words for choice in asked.choices if choice.id == chosen)
            yield _row("quiz", seed, asked.asks, words, asked.answer.words, _same(chosen == asked.right))
    yield from _pairs(pack, url)
    yield from _steps(pack, url)


def _pairs(pack: Pack, url: LearnUrl) -> Iterator[Row]:
    for pair in contested.pairs(pack, url.seed):
        if pair.id in url.reasons:
            named, differs = (
                joined([REASONS[name] for name in names], ", ") or "nothing"
                for names in (url.reasons[pair.id], pair.differs)
            )
            asked = f"{pair.one.cited} and {pair.other.cited}: what is not the same?"
            yield _row("contested", str(url.seed), asked, named, differs, _same(named == differs))


def _steps(pack: Pack, url: LearnUrl) -> Iterator[Row]:
    """The steps of a walk that were chosen: a walk has no set."""
    for made in walks.chosen(pack, url.walk, url.trail) if url.walk else ():
        here, said, taken = (
            pack.node[one].plain_label for one in (made.step.here, made.edge.end, made.taken.end)
        )
        yield _row("walk", "", f"At “{here}”", said, taken, _same(made.is_same))


def _row(exercise: str, seed: str, asked: str, said: str, says: str, same: str) -> Row:
    return EXERCISES[exercise], seed, asked, said, says, same


def _same(is_same: bool) -> str:
    return "yes" if is_same else "no"
