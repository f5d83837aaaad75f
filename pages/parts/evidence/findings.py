"""Findings that fit the filters: as a list, a table or pictures, and those that disagree together."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from pages.parts.evidence import lists, tables
from pages.parts.evidence.card import show_finding
from pages.parts.evidence.results_bar import show_count, show_more, show_nothing, show_ways, way, whole_groups
from pages.parts.evidence.url import EvidenceAddress
from pages.shared.templates import rendered
from pathways import evidence
from pathways.model import Finding, Pack
from pathways.search import selection

KEY = "A dashed edge marks what is missing, and what was read once only."
DISAGREE = "Each group holds figures that say something else of the same thing. All sides are always shown."


def show_findings(pack: Pack, address: EvidenceAddress) -> None:
    """The figures that fit, in the way that was asked for."""
    findings = selection.selected(pack, address.selection)
    everything = selection.selected(pack, address.selection.without(*selection.FILTERS))
    show_count(pack, address, len(findings), len(everything), "figure")
    show_ways(address, pack, lambda: tables.findings_file(pack, findings))
    if not findings:
        show_nothing(address)
    else:
        _show_in_way(pack, findings, address)
    if not (findings and _is_list_of_options(address)):
        _show_gaps_of_places(pack, address)


def _show_in_way(pack: Pack, findings: Sequence[Finding], address: EvidenceAddress) -> None:
    match way(address):
        case "table":
            tables.show_findings(pack, findings, address)
            if address.finding:
                show_finding(pack, address.finding, address)
        case "pictures":
            _show_pictures(pack, findings, address)
        case _ if _is_list_of_options(address):
            _show_options(pack, findings, address)
        case _:
            _show_list(pack, findings, address)


def _is_list_of_options(address: EvidenceAddress) -> bool:
    return address.selection.subject == "options" and way(address) == "list"


def _show_list(pack: Pack, findings: Sequence[Finding], address: EvidenceAddress) -> None:
    st.html(_key() + lists.rows_html(pack, findings, address))
    shown = min(address.rows, len(findings))
    show_more(shown, len(findings), "figure", rows=shown, all_rows=len(findings))


def _show_options(pack: Pack, findings: Sequence[Finding], address: EvidenceAddress) -> None:
    """Whole places only: harms are never cut off from benefits."""
    blocks = lists.option_blocks(pack, findings, address.selection.node)
    sizes = [len(block.findings) for block in blocks]
    count = whole_groups(sizes, address.rows)
    st.html(_key() + lists.options_html(pack, blocks[:count], address))
    show_more(count, len(blocks), "place", rows=sum(sizes[:count]), all_rows=sum(sizes))


def _key() -> Markup:
    return Markup('<p class="quiet">{}</p>').format(KEY)


def _show_pictures(pack: Pack, findings: Sequence[Finding], address: EvidenceAddress) -> None:
    from pages.parts.evidence import charts  # it imports plotly, which is slow to load

    kind = charts.show_kinds(findings, address)
    if kind is None:
        return
    with st.container(key="pictures"):
        shown, total = charts.show_rows(pack, findings, kind, address)
    show_more(shown, total, "figure", rows=shown, all_rows=total)
    charts.show_left_out(findings, kind, address)


def _show_gaps_of_places(pack: Pack, address: EvidenceAddress) -> None:
    """Where a reader looks for a place's number, what no source gives stands beside what some do."""
    gaps = [gap for node_id in address.selection.node for gap in pack.gaps_of[node_id]]
    if gaps:
        st.html(rendered("gaps.html", gaps=gaps))


def show_disagreements(pack: Pack, address: EvidenceAddress) -> None:
    """Groups of figures that say something else of the same thing, each with why they may differ."""
    groups = evidence.conflicts(pack, selection.selected(pack, address.selection))
    show_count(pack, address, len(groups), len(evidence.conflicts(pack, pack.findings)), "group")
    together = [finding for group in groups for finding in group]
    show_ways(address, pack, lambda: tables.findings_file(pack, together))
    if not groups:
        show_nothing(address)
        return
    sizes = [len(group) for group in groups]
    count = whole_groups(sizes, address.rows)
    st.html(Markup('<p class="quiet">{} {}</p>').format(DISAGREE, KEY))
    for group in groups[:count]:
        _show_group(pack, group, address)
    show_more(count, len(groups), "group", rows=sum(sizes[:count]), all_rows=sum(sizes))


def _show_group(pack: Pack, group: Sequence[Finding], address: EvidenceAddress) -> None:
    st.html(lists.group_heading_html(pack, group))
    if way(address) != "pictures":
        st.html(lists.group_html(pack, group, address))
        return
    from pages.parts.evidence import charts  # it imports plotly, which is slow to load

    words, picture = st.columns(2, gap="large")
    with words, st.container(key=f"words_{group[0].finding_id}"):
        st.html(lists.group_html(pack, group, address, is_narrow=True))
    with picture:
        charts.show_group(pack, group, address.format)
