"""The evidence page: the card that is open, or else subjects, filters and what fits them."""

from __future__ import annotations

import streamlit as st

from pages.parts.evidence import filters, lists, tables
from pages.parts.evidence.card import show_finding, show_source, show_way_back
from pages.parts.evidence.findings import show_disagreements, show_findings
from pages.parts.evidence.results_bar import show_count, show_more, show_nothing, show_ways, way
from pages.parts.evidence.url import EvidenceAddress
from pathways import evidence
from pathways.model import Pack
from pathways.search import selection


def show(pack: Pack, address: EvidenceAddress) -> None:
    """Draw what the address asks for. A table keeps its place above the card of its chosen row."""
    if address.source:
        show_way_back(*_came_from(pack, address), address)
        show_source(pack, address.source, address)
    elif address.finding and way(address) != "table":
        show_way_back(*_came_from(pack, address), address)
        show_finding(pack, address.finding, address)
    else:
        filters.show_subjects(address.selection)
        filters.show_filters(pack, address)
        _show_subject(pack, address)


def _came_from(pack: Pack, address: EvidenceAddress) -> tuple[int, str]:
    """How many rows of what kind an open card was chosen from."""
    chosen = address.selection
    match chosen.subject:
        case "gaps":
            return len(selection.selected_gaps(pack, chosen)), "gap"
        case "sources":
            return len(selection.selected_sources(pack, chosen)), "source"
        case "disagreements":
            return len(evidence.conflicts(pack, selection.selected(pack, chosen))), "group"
        case _:
            return len(selection.selected(pack, chosen)), "figure"


def _show_subject(pack: Pack, address: EvidenceAddress) -> None:
    match address.selection.subject:
        case "gaps":
            _show_gaps(pack, address)
        case "sources":
            _show_sources(pack, address)
        case "disagreements":
            show_disagreements(pack, address)
        case _:
            show_findings(pack, address)


def _show_gaps(pack: Pack, address: EvidenceAddress) -> None:
    """All gaps that fit, uncut: they are as short as they are many."""
    gaps = selection.selected_gaps(pack, address.selection)
    show_count(pack, address, len(gaps), len(pack.gaps), "gap")
    show_ways(address, pack, lambda: tables.gaps_file(pack, gaps))
    if not gaps:
        show_nothing(address)
    elif way(address) == "table":
        tables.show_plain(tables.gaps_file(pack, gaps), "gap")
    else:
        st.html(lists.gaps_html(pack, gaps))


def _show_sources(pack: Pack, address: EvidenceAddress) -> None:
    sources = selection.selected_sources(pack, address.selection)
    show_count(pack, address, len(sources), len(pack.sources), "source")
    show_ways(address, pack, lambda: tables.sources_file(pack, sources))
    if not sources:
        show_nothing(address)
    elif way(address) == "table":
        tables.show_plain(tables.sources_file(pack, sources), "source")
    else:
        shown = sources[: address.rows]
        st.html(lists.sources_html(pack, shown, address))
        show_more(len(shown), len(sources), "source", rows=len(shown), all_rows=len(sources))
