"""The rows of the scorecard, with filters, and how many of each list are met."""

from __future__ import annotations

from functools import cache

import streamlit as st
from markupsafe import Markup

from pages.shared.kept import kept_html
from pages.shared.templates import rendered
from pages.shared.widgets import show_list
from pathways import scorecard
from pathways.model import Pack
from pathways.scorecard import ScoreFilter, ScoreRow


@cache
def scored() -> tuple[ScoreRow, ...]:
    """The rows of the scorecard; read once, as they change with the app alone."""
    return scorecard.read_scorecard()


def show_counts(pack: Pack) -> None:
    """How many rows of each list are met, partly met, not met and not yet done; no total."""
    st.html(_counts_html(pack))


@kept_html
def _counts_html(pack: Pack) -> Markup:  # noqa: ARG001 (the links of a page depend on its pack)
    counts = scorecard.counts(scored())
    return rendered(
        "scorecard/counts.html", counts=counts, parts=scorecard.PARTS, verdicts=scorecard.VERDICTS
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


def show_rows(pack: Pack, wanted: ScoreFilter) -> None:
    """The rows that fit, list by list: criterion, score in words, note, and the place that shows it."""
    st.html(_rows_html(pack, wanted))


@kept_html
def _rows_html(pack: Pack, wanted: ScoreFilter) -> Markup:  # noqa: ARG001 (the links depend on it)
    rows = scorecard.matching(scored(), wanted)
    blocks = [
        (heading, [row for row in rows if row.part == part]) for part, heading in scorecard.PARTS.items()
    ]
    return rendered(
        "scorecard/rows.html",
        blocks=[block for block in blocks if block[1]],
        verdict=scorecard.verdict,
        kinds=scorecard.KIND_WORDS,
    )
