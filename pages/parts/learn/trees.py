"""At a test whose right and wrong results are known: a share is set before, and the tree is seen after.

Import it only at a test: its charts take long to load.
"""

from __future__ import annotations

from decimal import Decimal
from functools import partial

import pandas as pd
import streamlit as st

from pages.parts.learn.sets import show_html, sources_section
from pages.parts.learn.url import LEAST_SHARE, MOST_SHARE, LearnUrl
from pages.shared.charts import Picture, show_drawn
from pages.shared.plain import plain
from pages.shared.prose_html import Citations
from pages.shared.templates import rendered
from pages.shared.url import change_url
from pathways.charts import natural_frequencies
from pathways.charts.natural_frequencies import Accuracy
from pathways.evidence import reading
from pathways.model import Node, Pack


def show_share(pack: Pack, test: Node, url: LearnUrl) -> None:
    """A slider for how many have what the test looks for; nothing where no tree can follow."""
    pairs = natural_frequencies.paired_accuracy(pack, test.id)
    if not pairs:
        return
    kinds = {pair.counted for pair in pairs}
    counted = f" {plain(kinds.pop())}" if len(kinds) == 1 else ""
    st.session_state["share"] = url.share
    st.slider(
        f"Before the result: of 100{counted} tested, how many have it, do you think?",
        LEAST_SHARE,
        MOST_SHARE,
        key="share",
        on_change=lambda: change_url(share=str(st.session_state["share"])),
    )


def show_trees(pack: Pack, test: Node, url: LearnUrl) -> None:
    """The trees of the test for the share that was set, each with its source."""
    citations = Citations(pack)
    for pair in natural_frequencies.paired_accuracy(pack, test.id):
        both = (pair.sensitivity, pair.specificity)
        show_drawn(pack, _name(pair), partial(_drawn, pack, test, pair, url.share), "svg")
        cautions = dict.fromkeys(finding.words("caution", "patients") for finding in both)
        mark = citations.mark(pair.sensitivity.finding_id)
        told = [words for words in cautions if words]
        st.html(rendered("learn/tree.html", mark=mark, cautions=told, url=url))
    show_html(sources_section(pack, citations))


def _name(pair: Accuracy) -> str:
    return f"tree-{pair.sensitivity.finding_id}"


def _drawn(pack: Pack, test: Node, pair: Accuracy, share: int) -> tuple[Picture, pd.DataFrame]:
    tree = natural_frequencies.frequency_tree(pack, pair, Decimal(share))
    picture = Picture(
        _name(pair),
        f"{test.plain_label}: right and wrong results",
        natural_frequencies.figure(tree),
        natural_frequencies.alt_text(tree),
        [reading(pack, finding).cited for finding in (pair.sensitivity, pair.specificity)],
    )
    return picture, natural_frequencies.table(tree)
