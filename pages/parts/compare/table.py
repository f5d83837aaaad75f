"""The rows of a comparison on the page, kept once written, with the key to the squares and the sources."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from pages.parts.compare.icon_array import key_html
from pages.parts.compare.rows import RowWriter
from pages.parts.compare.steps import show_onward
from pages.parts.compare.url import CompareUrl
from pages.shared.packs import cached_by_pack
from pages.shared.prose_html import sources_html
from pages.shared.templates import rendered
from pages.shared.url import begun
from pathways.comparison import Row, comparison, preference_rows, raised_by
from pathways.model import Pack

Weights = tuple[tuple[str, str], ...]
"""What matters and how much, in a form that can be looked up."""


def show_comparison(pack: Pack, url: CompareUrl) -> None:
    """All rows for the options of the address, those that speak of what matters first."""
    st.html(_comparison_html(pack, url.option_ids, tuple(url.matters.items()), _carried()))
    show_onward("matters", "Next: what matters to you")


def show_matter_rows(pack: Pack, url: CompareUrl) -> None:
    """A row for each thing that matters, with what is known of it for each option and what is not."""
    st.html(_matters_html(pack, url.option_ids, tuple(url.matters.items()), _carried()))


def _carried() -> Weights:
    """What the links of the page take along: a page kept for one reader must not hold another's."""
    return tuple(begun().items())


@cached_by_pack(200)
def _comparison_html(pack: Pack, options: tuple[str, ...], weights: Weights, carried: Weights) -> Markup:  # noqa: ARG001
    found = comparison(pack, options, dict(weights))
    writer = RowWriter(pack)
    notes = {row.id: _why_here(raised_by(pack, row.id, found.matters)) for row in found.rows}
    intro = rendered(
        "compare/intro.html",
        why_first=pack.compare.why_first,
        key=_key(),
        groups=_groups_in_turn(pack),
        matters=[matter.label for matter in pack.compare.matters if matter.id in found.matters],
    )
    rows = [writer.row_html(row, found.options, notes[row.id]) for row in found.rows]
    return _page(pack, intro, found.rows, rows, writer)


@cached_by_pack(200)
def _matters_html(pack: Pack, options: tuple[str, ...], weights: Weights, carried: Weights) -> Markup:  # noqa: ARG001
    found = comparison(pack, options)
    writer = RowWriter(pack)
    asked = preference_rows(pack, options, dict(weights))
    rows = [writer.row_html(row, found.options, with_squares=False) for row in asked]
    return _page(pack, Markup(""), asked, rows, writer)


def _groups_in_turn(pack: Pack) -> str:
    """Whom figures are about, in the order in which they stand."""
    *first, last = [group.short for group in pack.info.groups]
    return ", ".join((*first, f"and {last}")) if first else last


def _key() -> list[tuple[Markup, str]]:
    return [
        (key_html("yes"), "had it. If a range is known: up to its low end."),
        (key_html("range"), "the range, up to its high end: may have had it."),
        (key_html("no"), "did not have it."),
        (key_html("yes", is_value=True), "thick edge: the figure itself."),
    ]


def _why_here(matters: Sequence[str]) -> str:
    return f"Moved up, because this matters to you: {', '.join(matters)}." if matters else ""


def _page(
    pack: Pack, intro: Markup, questions: Sequence[Row], rows: Sequence[Markup], writer: RowWriter
) -> Markup:
    """The rows below the links to them, which stay in sight while the page is read."""
    sources = sources_html(pack, writer.citations) if writer.citations.numbers else Markup("")
    return rendered("compare/page.html", intro=intro, questions=questions, rows=rows, sources=sources)
