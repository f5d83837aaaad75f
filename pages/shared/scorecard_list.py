"""The rows of the scorecard, with filters, and how many of each list are met."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import streamlit as st

from pages.shared.address import change_address
from pages.shared.templates import rendered
from pathways import scorecard
from pathways.model import Pack
from pathways.scorecard import ScoreFilter

ANY = ""


def show_counts(pack: Pack) -> None:
    """How many rows of each list are met, partly met, not met and not yet done; no total."""
    counts = scorecard.counts(pack.scorecard)
    st.html(
        rendered("scorecard_counts.html", counts=counts, parts=scorecard.PARTS, verdicts=scorecard.VERDICTS)
    )


def show_filters(wanted: ScoreFilter) -> None:
    """Draw the filters as the address has them; each change is written to the address."""
    part, score, kind = st.columns([4, 2, 2])
    with part:
        _show_list("List of criteria", "part", scorecard.PARTS, wanted.part, scorecard.PARTS.__getitem__)
    with score:
        _show_list("Score", "score", scorecard.VERDICTS, wanted.verdict, str)
    with kind:
        _show_list("Kind", "kind", scorecard.KIND_WORDS, wanted.kind, scorecard.KIND_WORDS.__getitem__)


def _show_list(label: str, key: str, names: Iterable[str], chosen: str, words: Callable[[str], str]) -> None:
    st.session_state[key] = chosen
    st.selectbox(
        label,
        [ANY, *names],
        format_func=lambda name: words(name) if name else "All",
        key=key,
        on_change=lambda: change_address(**{key: st.session_state[key] or None}),
    )


def show_rows(pack: Pack, wanted: ScoreFilter) -> None:
    """The rows that fit, list by list: criterion, score in words, note, and the place that shows it."""
    rows = scorecard.matching(pack.scorecard, wanted)
    blocks = [
        (heading, [row for row in rows if row.part == part]) for part, heading in scorecard.PARTS.items()
    ]
    st.html(
        rendered(
            "scorecard_rows.html",
            blocks=[block for block in blocks if block[1]],
            verdict=scorecard.verdict,
            kinds=scorecard.KIND_WORDS,
        )
    )
