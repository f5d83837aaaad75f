"""What stands around the rows of every subject: how many there are, how they are shown, how to see more."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from pages.parts.evidence import filters
from pages.parts.evidence.url import ROWS, SUBJECTS, WAYS, EvidenceUrl, change_selection, href
from pages.shared.downloads import show_csv
from pages.shared.templates import fixed, rendered
from pages.shared.url import change_url
from pages.shared.widgets import show_buttons
from pathways.model import Pack
from pathways.search import selection
from pathways.text.sentences import pluralised

if TYPE_CHECKING:
    import pandas as pd


def ways(url: EvidenceUrl) -> list[str]:
    """The ways of showing rows that a subject has."""
    match url.selection.subject:
        case "gaps" | "sources":
            return ["list", "table"]
        case "disagreements":
            return ["list", "pictures"]
        case _:
            return list(WAYS)


def way(url: EvidenceUrl) -> str:
    """The asked way of showing rows, or the list if the subject has no such way."""
    return url.way if url.way in ways(url) else "list"


def show_count(pack: Pack, url: EvidenceUrl, fitting: int, total: int, noun: str) -> None:
    """How many rows fit, of how many, what they are filtered by, and the way to be rid of the filters."""
    chosen = url.selection
    in_use = selection.FILTERS_OF_GAPS if chosen.subject == "gaps" else selection.FILTERS
    set_aside = [name for name in chosen.filters if name not in in_use]
    without_size = selection.size_not_reported(pack, chosen) if noun == "figure" else 0
    with st.container(key="count", horizontal=True, vertical_alignment="center"):
        st.html(
            fixed(
                "evidence/count.html",
                count=_how_many(fitting, total, noun),
                subject=SUBJECTS[chosen.subject],
                filters=tuple(filters.filters_in_words(pack, chosen.without(*set_aside))),
                without_size=pluralised(without_size, noun) if without_size else "",
                set_aside=bool(set_aside),
            )
        )
        if chosen.filters:
            st.button("Clear filters", on_click=lambda: _clear(url))


def _how_many(fitting: int, total: int, noun: str) -> str:
    every = pluralised(total, noun)
    return every if fitting == total else f"{fitting:,} of {every}"


def _clear(url: EvidenceUrl) -> None:
    change_selection(url.selection.without(*selection.FILTERS))


def show_ways(url: EvidenceUrl, pack: Pack, table: Callable[[], pd.DataFrame]) -> None:
    """The choice among list, table and pictures, and the download of all rows that fit."""
    names = {name: WAYS[name] for name in ways(url)}
    with st.container(key="ways", horizontal=True, horizontal_alignment="distribute"):
        show_buttons("Show as", "show", names, way(url), resets=["rows"], is_labelled=False)
        show_csv(pack, "Download as CSV", f"evidence-{url.selection.subject}", table)


def show_empty_state(url: EvidenceUrl) -> None:
    """What to try if no row fits."""
    chosen = url.selection
    is_narrowed = chosen.subject != "all" or chosen.filters != ("search",)
    search = chosen.search if is_narrowed else ""
    st.html(
        rendered("evidence/nothing.html", everywhere=href(search=search), search=search, words=chosen.search)
    )


def whole_groups(sizes: Sequence[int], rows: int) -> int:
    """How many groups hold the first ``rows`` rows; a group is never cut.

    >>> whole_groups([3, 9, 4, 5], 10), whole_groups([3], 10), whole_groups([], 10)
    (2, 1, 0)
    """
    return next((n for n in range(len(sizes)) if sum(sizes[:n]) >= rows), len(sizes))


def show_more(
    shown: int, total: int, noun: str, *, rows: int, all_rows: int, also: Mapping[str, str] = {}
) -> None:
    """How many are shown of how many, with the next ones or all of them a click away.

    Args:
        rows: how many rows are shown now, in the measure of the address.
        all_rows: how many rows the address must ask for to show all.
        also: other parts of the address that a click sets.
    """
    if shown >= total:
        return
    with st.container(key="more"):
        st.markdown(f"Shown: the first {shown:,} of {pluralised(total, noun)}.")
        with st.container(horizontal=True):
            st.button("Show more", on_click=lambda: change_url(rows=str(rows + ROWS), **also))
            st.button(f"Show all {total:,}", on_click=lambda: change_url(rows=str(all_rows), **also))
