"""The rows of a comparison on the page, kept once written, with the key to the squares and the sources."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from pages.parts.compare.grid import GridRow, GridWriter
from pages.parts.compare.icon_array import key_html
from pages.parts.compare.rows import RowWriter
from pages.parts.compare.steps import show_onward
from pages.parts.compare.url import CompareUrl
from pages.shared.packs import cached_by_pack
from pages.shared.prose_html import sources_html
from pages.shared.templates import rendered
from pages.shared.url import taken_along
from pathways.comparison import Comparison, Row, comparison, preference_rows, raised_by
from pathways.model import CompareRow, Pack

PARTS = ("intro", "grid", "signs", "others", "how")
"""What a page of rows may hold, from the top; what is not given is left out."""

Weights = tuple[tuple[str, str], ...]
"""What matters and how much, in a form that can be looked up."""


def show_comparison(pack: Pack, url: CompareUrl) -> None:
    """The table of all options at a glance, those rows first that speak of what matters."""
    st.html(_comparison_html(pack, url.option_ids, tuple(url.matters.items()), url.row, _carried()))
    show_onward("matters", "Next: what matters to you")


def show_matter_rows(pack: Pack, url: CompareUrl) -> None:
    """A row for each thing that matters, with what is known of it for each option and what is not."""
    st.html(_matters_html(pack, url.option_ids, tuple(url.matters.items()), _carried()))


def _carried() -> Weights:
    """What the links of the page take along: a page kept for one reader must not hold another's."""
    return tuple(taken_along().items())


@cached_by_pack(200)
def _comparison_html(
    pack: Pack,
    options: tuple[str, ...],
    weights: Weights,
    opened: str | None,
    carried: Weights,  # noqa: ARG001
) -> Markup:
    found = comparison(pack, options, dict(weights))
    writer = RowWriter(pack)
    asked = {row.id: row for row in pack.compare.rows}
    notes = {row.id: _why_here(raised_by(pack, row.id, found.matters)) for row in found.rows}
    first = [GridRow(asked[row.id], row, notes[row.id]) for row in found.rows if asked[row.id].is_at_a_glance]
    matters = [matter.label for matter in pack.compare.matters if matter.id in found.matters]
    grid = GridWriter(pack, found.options, writer).grid_html(first, opened)
    return _page(
        pack,
        writer,
        intro=rendered("compare/intro.html", matters=matters),
        grid=grid,
        signs=writer.signs_html(found.rows),
        others=_other_rows(
            writer, found, [row for row in found.rows if not asked[row.id].is_at_a_glance], opened
        ),
        how=_how_html(pack),
    )


def _other_rows(
    writer: RowWriter, found: Comparison, rows: Sequence[Row], opened: str | None
) -> list[dict[str, object]]:
    return [
        {"question": row.question, "is_open": row.id == opened, "html": writer.row_html(row, found.options)}
        for row in rows
    ]


@cached_by_pack(200)
def _matters_html(pack: Pack, options: tuple[str, ...], weights: Weights, carried: Weights) -> Markup:  # noqa: ARG001
    found = comparison(pack, options)
    writer = RowWriter(pack)
    rows = [GridRow(_row_of(row), row) for row in preference_rows(pack, options, dict(weights))]
    grid = GridWriter(pack, found.options, writer).grid_html(rows, None, with_squares=False)
    return _page(pack, writer, grid=grid)


def _row_of(row: Row) -> CompareRow:
    """A matter asked as a row asks its question."""
    return CompareRow(id=row.id, question=row.question, matter=row.id)


def _how_html(pack: Pack) -> Markup:
    return rendered(
        "compare/how.html",
        decision=pack.info.decision,
        why_first=pack.compare.why_first,
        key=_key(),
        groups=_groups_in_turn(pack),
    )


def _groups_in_turn(pack: Pack) -> str:
    """Whom figures are about, in the order in which they stand."""
    *first, last = [group.short for group in pack.info.groups]
    return ", ".join((*first, f"and {last}")) if first else last


def _key() -> list[tuple[Markup, str]]:
    return [
        (key_html("yes"), "had it. If a range is known: up to its low end."),
        (key_html("range"), "the range, up to its high end: the study cannot tell."),
        (key_html("no"), "did not have it."),
        (key_html("yes", is_value=True), "thick edge: the figure itself."),
    ]


def _why_here(matters: Sequence[str]) -> str:
    return f"Moved up, because this matters to you: {', '.join(matters)}." if matters else ""


def _page(pack: Pack, writer: RowWriter, **parts: object) -> Markup:
    """The table, what stands below it, and last the sources that all of it has cited."""
    sources = sources_html(pack, writer.citations) if writer.citations.numbers else Markup("")
    return rendered("compare/page.html", **{**dict.fromkeys(PARTS, ""), **parts}, sources=sources)
