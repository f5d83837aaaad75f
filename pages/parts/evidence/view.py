"""The evidence page: the card that is open, or else subjects, filters and what fits them."""

from __future__ import annotations

import streamlit as st

from pages.parts.evidence import at_a_glance, filters, lists, tables
from pages.parts.evidence.card import show_finding, show_source, show_way_back
from pages.parts.evidence.findings import show_disagreements, show_findings
from pages.parts.evidence.results_bar import show_count, show_empty_state, show_more, show_ways, way
from pages.parts.evidence.url import EvidenceUrl
from pathways import evidence
from pathways.model import Pack
from pathways.search import selection


def show(pack: Pack, url: EvidenceUrl) -> None:
    """Draw what the address asks for. A table keeps its place above the card of its chosen row."""
    if url.source:
        show_way_back(*_came_from(pack, url), url)
        show_source(pack, url.source, url)
    elif url.finding and way(url) != "table":
        show_way_back(*_came_from(pack, url), url)
        show_finding(pack, url.finding, url)
    else:
        filters.show_subjects(url)
        if url.is_tables:
            at_a_glance.show_headlines(pack)
        filters.show_filters(pack, url)
        if url.is_tables:
            at_a_glance.show(pack, url)
        else:
            _show_subject(pack, url)


def _came_from(pack: Pack, url: EvidenceUrl) -> tuple[int, str]:
    """How many rows of what kind an open card was chosen from."""
    chosen = url.selection
    match chosen.subject:
        case "gaps":
            return len(selection.selected_gaps(pack, chosen)), "gap"
        case "sources":
            return len(selection.selected_sources(pack, chosen)), "source"
        case "disagreements":
            return len(evidence.conflicts(pack, selection.selected(pack, chosen))), "group"
        case _:
            return len(selection.selected(pack, chosen)), "figure"


def _show_subject(pack: Pack, url: EvidenceUrl) -> None:
    match url.selection.subject:
        case "gaps":
            _show_gaps(pack, url)
        case "sources":
            _show_sources(pack, url)
        case "disagreements":
            show_disagreements(pack, url)
        case _:
            show_findings(pack, url)


def _show_gaps(pack: Pack, url: EvidenceUrl) -> None:
    """All gaps that fit, uncut: they are as short as they are many."""
    gaps = selection.selected_gaps(pack, url.selection)
    show_count(pack, url, len(gaps), len(pack.gaps), "gap")
    show_ways(url, pack, lambda: tables.gaps_file(pack, gaps))
    if not gaps:
        show_empty_state(url)
    elif way(url) == "table":
        tables.show_plain(tables.gaps_file(pack, gaps), "gap")
    else:
        st.html(lists.gaps_html(pack, gaps))


def _show_sources(pack: Pack, url: EvidenceUrl) -> None:
    sources = selection.selected_sources(pack, url.selection)
    show_count(pack, url, len(sources), len(pack.sources), "source")
    show_ways(url, pack, lambda: tables.sources_file(pack, sources))
    if not sources:
        show_empty_state(url)
    elif way(url) == "table":
        tables.show_plain(tables.sources_file(pack, sources), "source")
    else:
        shown = sources[: url.rows]
        st.html(lists.sources_html(pack, shown, url))
        show_more(len(shown), len(sources), "source", rows=len(shown), all_rows=len(sources))
