"""The rows of the scorecard, with filters, and how many of each list are met."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages.shared.templates import rendered
from pages.shared.widgets import show_list
from pathways import scorecard
from pathways.scorecard import ScoreFilter, ScoreRow


def show_counts(scored: Sequence[ScoreRow]) -> None:
    """How many rows of each list are met, partly met, not met and not yet done; no total."""
    counts = scorecard.counts(scored)
    st.html(
        rendered("scorecard/counts.html", counts=counts, parts=scorecard.PARTS, verdicts=scorecard.VERDICTS)
    )


def show_filters(wanted: ScoreFilter) -> None:
    """Draw the filters as the address has them; each change is written to the address."""
    part, score, kind = st.columns([4, 2, 2])
    with part:
        show_list("List of criteria", "part", scorecard.PARTS, wanted.part)
    with score:
        show_list("Score", "score", {verdict: verdict for verdict in scorecard.VERDICTS}, wanted.verdict)
    with kind:
        show_list("Kind", "kind", scorecard.KIND_WORDS, wanted.kind)


def show_rows(scored: Sequence[ScoreRow], wanted: ScoreFilter) -> None:
    """The rows that fit, list by list: criterion, score in words, note, and the place that shows it."""
    rows = scorecard.matching(scored, wanted)
    blocks = [
        (heading, [row for row in rows if row.part == part]) for part, heading in scorecard.PARTS.items()
    ]
    st.html(
        rendered(
            "scorecard/rows.html",
            blocks=[block for block in blocks if block[1]],
            verdict=scorecard.verdict,
            kinds=scorecard.KIND_WORDS,
        )
    )
