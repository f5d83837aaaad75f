"""How often a test is right and wrong, for a share with the condition that the reader sets."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from pages.parts.causes_and_tests.url import LEAST_SHARE, MOST_SHARE, Share, shares_offered
from pages.shared.charts import Picture, show_picture_and_table
from pages.shared.plain import plain
from pages.shared.prose_html import Citations, finding_html
from pages.shared.templates import rendered
from pages.shared.url import change_url
from pathways.charts import natural_frequencies
from pathways.charts.natural_frequencies import Accuracy, FrequencyTree
from pathways.evidence import causes, reading
from pathways.model import Finding, Node, Pack
from pathways.text.readability import sentences_of

OWN = ""
"""The choice of a share that no finding stands behind."""


def trees(pack: Pack, test: Node) -> list[str]:
    """The names of the test's trees: of what both sensitivity and specificity are known."""
    return [pair.test for pair in natural_frequencies.paired_accuracy(pack, test.id)]


def show_accuracy(pack: Pack, test: Node, share: Share, save_as: str, citations: Citations) -> bool:
    """Draw a tree for each pair of sensitivity and specificity, and say loudly where a half is missing.

    Returns whether there is a tree.
    """
    pairs = natural_frequencies.paired_accuracy(pack, test.id)
    if pairs:
        choice, drawn = st.columns([5, 8], gap="large")
        with choice:
            _show_share(pack, test, pairs, share, citations)
        with drawn:
            for pair in pairs:
                tree = natural_frequencies.frequency_tree(pack, pair, share.percent)
                _show_tree(pack, test, tree, save_as, citations)
    if missing := _missing_html(pack, test, pairs, citations):
        st.html(missing)
    return bool(pairs)


def _missing_html(pack: Pack, test: Node, pairs: Sequence[Accuracy], citations: Citations) -> Markup:
    """What gives no tree: figures without their other half, and figures of another kind."""
    alone = [left_out.finding for left_out in natural_frequencies.unpaired(pack, test.id)]
    drawn = {f for pair in pairs for f in (pair.sensitivity, pair.specificity)} | {
        *causes.incidental_findings(pack, test)
    }
    others = [finding for finding in causes.unquoted(pack, test) if finding not in drawn]
    if pairs and not alone and not others:
        return Markup("")
    return rendered(
        "causes_and_tests/no_tree.html",
        has_tree=bool(pairs),
        alone=[{"outcome": f.outcome, "mark": citations.mark(f.finding_id)} for f in alone],
        others=[finding_html(pack, finding, citations) for finding in others],
    )


def _show_share(
    pack: Pack, test: Node, pairs: Sequence[Accuracy], share: Share, citations: Citations
) -> None:
    """The share is the reader's own, unless it is taken from a finding, which then speaks for itself."""
    counted = _counted(pairs)
    if offered := shares_offered(pack, test):
        _show_where_from(pack, offered, share)
    if share.finding is None:
        _show_slider(counted, share)
    named = finding_html(pack, share.finding, citations) if share.finding else ""
    st.html(rendered("causes_and_tests/share.html", share=share, counted=counted, finding=named))


def _counted(pairs: Sequence[Accuracy]) -> str:
    """What all the trees count, or a blank if they count different things."""
    kinds = {pair.counted for pair in pairs}
    return kinds.pop() if len(kinds) == 1 else ""


def _show_where_from(pack: Pack, offered: Sequence[Finding], share: Share) -> None:
    st.session_state["share_from"] = share.finding.finding_id if share.finding else OWN
    st.selectbox(
        "Where the share comes from",
        [OWN, *(finding.finding_id for finding in offered)],
        format_func=lambda chosen: (
            _share_label(pack, pack.finding[chosen]) if chosen else "My own assumption"
        ),
        key="share_from",
        on_change=lambda: change_url(share=st.session_state["share_from"] or None),
    )


def _share_label(pack: Pack, finding: Finding) -> str:
    told = reading(pack, finding)
    return f"{told.outcome}: {told.estimate}"


def _show_slider(counted: str, share: Share) -> None:
    st.session_state["share"] = int(share.percent)
    st.slider(
        f"Of 100 {plain(counted)} tested, how many have it?"
        if counted
        else "Of 100 tested, how many have it?",
        LEAST_SHARE,
        MOST_SHARE,
        key="share",
        on_change=lambda: change_url(share=str(st.session_state["share"])),
    )


def _show_tree(pack: Pack, test: Node, tree: FrequencyTree, save_as: str, citations: Citations) -> None:
    pair = (tree.accuracy.sensitivity, tree.accuracy.specificity)
    picture = Picture(
        f"tree-{pair[0].finding_id}",
        f"{test.plain_label}: right and wrong results",
        natural_frequencies.figure(tree),
        natural_frequencies.alt_text(tree),
        [reading(pack, finding).cited for finding in pair],
    )
    show_picture_and_table(pack, picture, natural_frequencies.table(tree), save_as)
    told = (said for finding in pair for said in sentences_of(finding.words("caution", "patients")))
    cautions = list(dict.fromkeys(told))
    st.html(
        rendered("causes_and_tests/tree.html", mark=citations.mark(pair[0].finding_id), cautions=cautions)
    )
