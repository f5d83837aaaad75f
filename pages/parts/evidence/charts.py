"""Pictures of findings with their words, their table, and the reason for what is not drawn.

Import it only when a picture is shown: plotly takes long to load.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from pages.parts.evidence.rows import link_to_finding
from pages.parts.evidence.url import KINDS, SUBJECTS, EvidenceUrl
from pages.shared.chart_formats import show_formats
from pages.shared.charts import Picture, show_data_table, show_picture, show_picture_and_table
from pages.shared.templates import rendered
from pages.shared.widgets import show_buttons
from pathways import evidence
from pathways.charts import dumbbells, icon_array, intervals, ratios, score_changes
from pathways.model import Finding, Pack
from pathways.text.sentences import joined, pluralised

EXCLUSION_REASONS: dict[str, Callable[[Pack, Finding], str]] = {
    "shares": lambda _, finding: intervals.exclusion_reason(finding),
    "ratios": lambda _, finding: ratios.exclusion_reason(finding),
    "scores": score_changes.exclusion_reason,
}
"""Why a finding is not drawn in a kind of picture, by the kind; blank if it is."""

DISAGREEMENTS = "Figures that say something else of the same thing"
"""The title of a picture of them, where it stands without its page."""

SQUARES_WIDTH = 310
"""Width of one grid of squares with its words, in pixels: two fit beside each other on a wide screen."""


@dataclass(frozen=True)
class Drawing:
    """One calculation with its faces: the picture, the same in words, and the same as a table.

    ``wide`` is the picture for a wide screen, if it has one of its own.
    """

    figure: go.Figure
    words: str
    table: pd.DataFrame
    wide: go.Figure | None = None


def drawable(pack: Pack, findings: Sequence[Finding]) -> dict[str, tuple[Finding, ...]]:
    """The findings that each kind of picture can draw; kinds that can draw none are left out."""
    kinds = {kind: tuple(f for f in findings if not EXCLUSION_REASONS[kind](pack, f)) for kind in KINDS}
    return {kind: drawn for kind, drawn in kinds.items() if drawn}


def show_kinds(pack: Pack, findings: Sequence[Finding], url: EvidenceUrl) -> str | None:
    """The choice among the kinds of pictures; returns the chosen one, None if nothing can be drawn."""
    kinds = drawable(pack, findings)
    if not kinds:
        st.markdown("None of these figures can be drawn. The list and the table hold them in words.")
        return None
    kind = url.kind if url.kind in kinds else next(iter(kinds))
    names = {kind: f"{KINDS[kind]} ({len(drawn)})" for kind, drawn in kinds.items()}
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        show_buttons("Kind of picture", "kind", names, kind, resets=["rows"])
        show_formats(url.format)
    return kind


def show_rows(pack: Pack, findings: Sequence[Finding], kind: str, url: EvidenceUrl) -> tuple[int, int]:
    """The first rows of one kind; returns how many are shown and how many there are.

    All rows share one scale, also those not shown yet: "show more" moves nothing.
    """
    drawn = drawable(pack, findings)[kind]
    by_time = url.selection.subject == "options"
    for number, drawing in enumerate(_drawings(pack, drawn, kind, url.rows, by_time=by_time), start=1):
        _show(pack, drawing, f"{kind}-{number}", _title(pack, url, kind), url.format)
    return len(drawn) if kind == "scores" else min(url.rows, len(drawn)), len(drawn)


def show_left_out(pack: Pack, findings: Sequence[Finding], kind: str, url: EvidenceUrl) -> None:
    """What the picture does not hold, by the reason, each with the way to its card."""
    reasons: dict[str, list[dict[str, str]]] = {}
    for finding in findings:
        if reason := EXCLUSION_REASONS[kind](pack, finding):
            link = {"card": link_to_finding(finding, url), "plain": finding.plain}
            reasons.setdefault(reason, []).append(link)
    if reasons:
        count = pluralised(sum(len(links) for links in reasons.values()), "figure")
        st.html(rendered("evidence/left_out.html", count=count, reasons=list(reasons.items())))


def show_group(pack: Pack, findings: Sequence[Finding], save_as: str) -> None:
    """Figures that disagree, drawn together where two or more share a unit."""
    kinds = {kind: drawn for kind, drawn in drawable(pack, findings).items() if len(drawn) > 1}
    for kind, drawn in kinds.items():
        for number, drawing in enumerate(_drawings(pack, drawn, kind, len(drawn)), start=1):
            name = f"{findings[0].finding_id}-{kind}-{number}"
            _show(pack, drawing, name, DISAGREEMENTS, save_as)
    if not kinds:
        st.markdown("No two of these share a unit, so they cannot stand on one scale.")


def show_disagreements(pack: Pack, groups: Sequence[Sequence[Finding]], save_as: str) -> None:
    """All groups of figures that disagree at once, a line each, where they share a scale."""
    lines = dumbbells.dumbbells(pack, groups)
    if not lines:
        return
    st.html(rendered("evidence/dumbbells.html", lines=pluralised(len(lines), "line")))
    narrow, wide = dumbbells.figure(lines), dumbbells.wide_figure(lines)
    drawing = Drawing(narrow, dumbbells.alt_text(lines), dumbbells.table(lines), wide)
    _show(pack, drawing, "disagreements", DISAGREEMENTS, save_as)


def show_one(pack: Pack, finding: Finding, url: EvidenceUrl) -> None:
    """The picture of one finding: squares for a share, else its own row on a scale."""
    kinds = list(drawable(pack, [finding]))
    if not kinds:
        st.markdown("This figure has no picture: it is said in words, or in a unit that no picture here has.")
        return
    show_formats(url.format)
    if kinds[0] == "shares":
        _show_squares(pack, finding, url.format)
        return
    for number, drawing in enumerate(_drawings(pack, [finding], kinds[0], 1), start=1):
        title = evidence.reading(pack, finding).outcome
        _show(pack, drawing, f"{finding.finding_id}-{number}", title, url.format)


def _show_squares(pack: Pack, finding: Finding, save_as: str) -> None:
    """The squares of a group, beside those of the group that it is compared with, if there is one."""
    arrays, _ = icon_array.icon_arrays(pack, [finding])
    with st.container(horizontal=True, gap="medium"):
        for number, array in enumerate(arrays, start=1):
            picture = Picture(
                f"evidence-{finding.finding_id}-{number}",
                array.told.outcome,
                icon_array.figure(array),
                icon_array.alt_text(array),
                [array.told.cited],
            )
            show_picture(pack, picture, save_as, width=SQUARES_WIDTH)
    show_data_table(icon_array.table(arrays))


def _drawings(
    pack: Pack, findings: Sequence[Finding], kind: str, rows: int, *, by_time: bool = False
) -> Iterator[Drawing]:
    match kind:
        case "shares":
            yield _shares(pack, findings, rows, by_time=by_time)
        case "ratios":
            yield _ratios(pack, findings, rows)
        case _:
            yield from _scores(pack, findings)


def _shares(pack: Pack, findings: Sequence[Finding], rows: int, *, by_time: bool) -> Drawing:
    interval_plot = intervals.interval_plot_by_time if by_time else intervals.interval_plot
    whole = interval_plot(pack, findings)
    first = [row.told.finding for row in whole.rows][:rows]
    plot = interval_plot(pack, first, end=whole.end)
    narrow, wide = intervals.figure(plot), intervals.wide_figure(plot)
    return Drawing(narrow, intervals.alt_text(plot), intervals.table(plot), wide)


def _ratios(pack: Pack, findings: Sequence[Finding], rows: int) -> Drawing:
    whole = ratios.ratio_plot(pack, findings)
    first = [row.told.finding for row in whole.rows][:rows]
    plot = ratios.ratio_plot(pack, first, end=whole.end)
    return Drawing(ratios.figure(plot), ratios.alt_text(plot), ratios.table(plot))


def _scores(pack: Pack, findings: Sequence[Finding]) -> Iterator[Drawing]:
    scales, _ = score_changes.score_scales(pack, findings)
    for scale in scales:
        figure, words = score_changes.figure(scale), score_changes.alt_text(scale)
        yield Drawing(figure, words, score_changes.table(scale))


def _title(pack: Pack, url: EvidenceUrl, kind: str) -> str:
    """What a picture of many figures holds, for where it stands without its page."""
    places = [pack.node[node_id].plain_label for node_id in url.selection.node]
    return f"{SUBJECTS[url.selection.subject]}: {joined((*places, KINDS[kind].lower()), ', ')}"


def _show(pack: Pack, drawing: Drawing, name: str, title: str, save_as: str) -> None:
    sources = list(drawing.table["Source"])
    picture = Picture(f"evidence-{name}", title, drawing.figure, drawing.words, sources, drawing.wide)
    show_picture_and_table(pack, picture, drawing.table, save_as)
