"""Findings that fit the filters: as a list, a table or pictures, and those that disagree together."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from pages.parts.evidence import lists, tables
from pages.parts.evidence.card import show_finding
from pages.parts.evidence.results_bar import (
    show_count,
    show_empty_state,
    show_more,
    show_ways,
    way,
    whole_groups,
)
from pages.parts.evidence.url import EvidenceUrl
from pages.shared.packs import cached_by_pack
from pages.shared.templates import rendered
from pathways import evidence
from pathways.model import Finding, Pack
from pathways.search import selection
from pathways.search.selection import Selection

KEPT_SELECTIONS = 200
KEY = "A dashed edge marks what is missing, and what was read once only."
DISAGREE = "Each group holds figures that say something else of the same thing. All sides are always shown."


@cached_by_pack(KEPT_SELECTIONS)
def selected(pack: Pack, chosen: Selection) -> tuple[Finding, ...]:
    """The figures that pass, looked for once."""
    return selection.selected(pack, chosen)


def show_findings(pack: Pack, url: EvidenceUrl) -> None:
    """The figures that fit, in the way that was asked for."""
    findings = selected(pack, url.selection)
    everything = selected(pack, url.selection.without(*selection.FILTERS))
    show_count(pack, url, len(findings), len(everything), "figure")
    show_ways(url, pack, lambda: tables.findings_file(pack, findings))
    if not findings:
        show_empty_state(url)
    else:
        _show_in_way(pack, findings, url)
    if not (findings and _is_list_of_options(url)):
        _show_gaps_of_places(pack, url)


def _show_in_way(pack: Pack, findings: Sequence[Finding], url: EvidenceUrl) -> None:
    match way(url):
        case "table":
            tables.show_findings(pack, findings, url)
            if url.finding:
                show_finding(pack, url.finding, url)
        case "pictures":
            _show_pictures(pack, findings, url)
        case _ if _is_list_of_options(url):
            _show_options(pack, findings, url)
        case _:
            _show_list(pack, findings, url)


def _is_list_of_options(url: EvidenceUrl) -> bool:
    return url.selection.subject == "options" and way(url) == "list"


def _show_list(pack: Pack, findings: Sequence[Finding], url: EvidenceUrl) -> None:
    st.html(_key() + lists.rows_html(pack, findings, url))
    shown = min(url.rows, len(findings))
    show_more(shown, len(findings), "figure", rows=shown, all_rows=len(findings))


def _show_options(pack: Pack, findings: Sequence[Finding], url: EvidenceUrl) -> None:
    """Whole places only: harms are never cut off from benefits."""
    blocks = lists.option_blocks(pack, findings, url.selection.node)
    sizes = [len(block.findings) for block in blocks]
    count = whole_groups(sizes, url.rows)
    st.html(_key() + lists.options_html(pack, blocks[:count], url))
    show_more(count, len(blocks), "place", rows=sum(sizes[:count]), all_rows=sum(sizes))


def _key() -> Markup:
    return Markup('<p class="quiet">{}</p>').format(KEY)


def _show_pictures(pack: Pack, findings: Sequence[Finding], url: EvidenceUrl) -> None:
    from pages.parts.evidence import charts  # it imports plotly, which is slow to load

    kind = charts.show_kinds(pack, findings, url)
    if kind is None:
        return
    with st.container(key="pictures"):
        shown, total = charts.show_rows(pack, findings, kind, url)
    show_more(shown, total, "figure", rows=shown, all_rows=total)
    charts.show_left_out(pack, findings, kind, url)


def _show_gaps_of_places(pack: Pack, url: EvidenceUrl) -> None:
    """Where a reader looks for a place's number, what no source gives stands beside what some do."""
    gaps = [gap for node_id in url.selection.node for gap in pack.gaps_of[node_id]]
    if gaps:
        st.html(rendered("gaps.html", gaps=gaps))


def show_disagreements(pack: Pack, url: EvidenceUrl) -> None:
    """Groups of figures that say something else of the same thing, each with why they may differ."""
    groups = evidence.conflicts(pack, selection.selected(pack, url.selection))
    show_count(pack, url, len(groups), len(evidence.conflicts(pack, pack.findings)), "group")
    together = [finding for group in groups for finding in group]
    show_ways(url, pack, lambda: tables.findings_file(pack, together))
    if not groups:
        show_empty_state(url)
        return
    sizes = [len(group) for group in groups]
    count = whole_groups(sizes, url.rows)
    st.html(Markup('<p class="quiet">{} {}</p>').format(DISAGREE, KEY))
    if way(url) == "pictures":
        from pages.parts.evidence import charts  # it imports plotly, which is slow to load

        charts.show_disagreements(pack, groups, url.format)
    for group in groups[:count]:
        _show_group(pack, group, url)
    show_more(count, len(groups), "group", rows=sum(sizes[:count]), all_rows=sum(sizes))


def _show_group(pack: Pack, group: Sequence[Finding], url: EvidenceUrl) -> None:
    st.html(lists.group_heading_html(pack, group))
    if way(url) != "pictures":
        st.html(lists.group_html(pack, group, url))
        return
    from pages.parts.evidence import charts  # it imports plotly, which is slow to load

    words, picture = st.columns(2, gap="large")
    with words, st.container(key=f"words_{group[0].finding_id}"):
        st.html(lists.group_html(pack, group, url, is_narrow=True))
    with picture:
        charts.show_group(pack, group, url.format)
