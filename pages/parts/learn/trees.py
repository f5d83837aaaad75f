"""At a test whose right and wrong results are known: a share is set before, and the tree is seen after.

Import it only at a test: its charts take long to load.
"""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from pages.parts.learn.url import LEAST_SHARE, MOST_SHARE, LearnUrl
from pages.shared.charts import palette, show_chart_and_table
from pages.shared.plain import plain
from pages.shared.prose_html import Citations
from pages.shared.templates import rendered
from pages.shared.url import change_url
from pathways.charts import natural_frequencies
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


def show_trees(pack: Pack, test: Node, url: LearnUrl, citations: Citations) -> None:
    """The trees of the test for the share that was set."""
    for pair in natural_frequencies.paired_accuracy(pack, test.id):
        tree = natural_frequencies.frequency_tree(pack, pair, Decimal(url.share))
        name = f"tree-{pair.sensitivity.finding_id}"
        words, table = natural_frequencies.alt_text(tree), natural_frequencies.table(tree)
        show_chart_and_table(name, natural_frequencies.figure(tree, palette()), words, table, "svg")
        cautions = dict.fromkeys(
            finding.words("caution", "patients") for finding in (pair.sensitivity, pair.specificity)
        )
        mark = citations.mark(pair.sensitivity.finding_id)
        st.html(
            rendered("learn/tree.html", mark=mark, cautions=[words for words in cautions if words], url=url)
        )
