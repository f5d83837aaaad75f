"""Pictures of findings with their words, their table, and the reason for what is not drawn.

Import it only when a picture is shown: plotly takes long to load.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from pages.shared.address import change_address
from pages.shared.evidence_address import FORMATS, KINDS, EvidenceAddress
from pages.shared.evidence_words import counted, link_to_finding
from pages.shared.templates import rendered
from pathways.figures import chart_style, icon_array, ranges, ratios, start_to_end
from pathways.figures.chart_style import Palette
from pathways.model import Finding, Pack

WHY_NOT: dict[str, Callable[[Finding], str]] = {
    "shares": ranges.why_not,
    "ratios": ratios.why_not,
    "scores": start_to_end.why_not,
}
"""Why a finding is not drawn in a kind of picture, by the kind; blank if it is."""

SQUARES_WIDTH = 310
"""Width of one grid of squares with its words, in pixels: two fit beside each other on a wide screen."""


@dataclass(frozen=True)
class Drawing:
    """One calculation with its faces: the picture, the same in words, and the same as a table."""

    figure: go.Figure
    words: str
    table: pd.DataFrame


def drawable(findings: Sequence[Finding]) -> dict[str, tuple[Finding, ...]]:
    """The findings that each kind of picture can draw; kinds that can draw none are left out."""
    kinds = {kind: tuple(f for f in findings if not WHY_NOT[kind](f)) for kind in KINDS}
    return {kind: drawn for kind, drawn in kinds.items() if drawn}


def show_kinds(findings: Sequence[Finding], address: EvidenceAddress) -> str | None:
    """The choice among the kinds of pictures; returns the chosen one, None if nothing can be drawn."""
    kinds = drawable(findings)
    if not kinds:
        st.markdown("None of these figures can be drawn. The list and the table hold them in words.")
        return None
    kind = address.kind if address.kind in kinds else next(iter(kinds))
    st.session_state["kind"] = kind
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        st.segmented_control(
            "Kind of picture",
            list(kinds),
            format_func=lambda kind: f"{KINDS[kind]} ({len(kinds[kind])})",
            key="kind",
            required=True,
            wrap=True,
            on_change=lambda: change_address(kind=st.session_state["kind"], rows=None),
        )
        show_formats(address)
    return kind


def show_formats(address: EvidenceAddress) -> None:
    """The choice of the format in which the button on a picture saves it."""
    st.session_state["save"] = address.format
    st.segmented_control(
        "The camera button saves a picture as",
        list(FORMATS),
        format_func=FORMATS.__getitem__,
        key="save",
        required=True,
        wrap=True,
        on_change=lambda: change_address(save=st.session_state["save"]),
    )


def show_rows(
    pack: Pack, findings: Sequence[Finding], kind: str, address: EvidenceAddress
) -> tuple[int, int]:
    """The first rows of one kind; returns how many are shown and how many there are.

    All rows share one scale and one denominator, also those not shown yet: "show more" moves nothing.
    """
    drawn = drawable(findings)[kind]
    by_time = address.selection.subject == "options"
    for number, drawing in enumerate(_drawings(pack, drawn, kind, address.rows, by_time=by_time), start=1):
        _show(drawing, f"{kind}-{number}", address.format)
    return len(drawn) if kind == "scores" else min(address.rows, len(drawn)), len(drawn)


def show_left_out(findings: Sequence[Finding], kind: str, address: EvidenceAddress) -> None:
    """What the picture does not hold, by the reason, each with the way to its card."""
    reasons: dict[str, list[dict[str, str]]] = {}
    for finding in findings:
        if reason := WHY_NOT[kind](finding):
            link = {"card": link_to_finding(finding, address), "plain": finding.plain}
            reasons.setdefault(reason, []).append(link)
    if reasons:
        count = counted(sum(len(links) for links in reasons.values()), "figure")
        st.html(rendered("evidence_left_out.html", count=count, reasons=list(reasons.items())))


def show_group(pack: Pack, findings: Sequence[Finding], save_as: str) -> None:
    """Figures that disagree, drawn together where two or more share a unit."""
    kinds = {kind: drawn for kind, drawn in drawable(findings).items() if len(drawn) > 1}
    for kind, drawn in kinds.items():
        for number, drawing in enumerate(_drawings(pack, drawn, kind, len(drawn)), start=1):
            _show(drawing, f"{findings[0].finding_id}-{kind}-{number}", save_as)
    if not kinds:
        st.markdown("No two of these share a unit, so they cannot stand on one scale.")


def show_one(pack: Pack, finding: Finding, address: EvidenceAddress) -> None:
    """The picture of one finding: squares for a share, else its own row on a scale."""
    kinds = list(drawable([finding]))
    if not kinds:
        st.markdown("This figure has no picture: it is said in words, or in a unit that no picture here has.")
        return
    show_formats(address)
    if kinds[0] == "shares":
        _show_squares(pack, finding, address.format)
        return
    for number, drawing in enumerate(_drawings(pack, [finding], kinds[0], 1), start=1):
        _show(drawing, f"{finding.finding_id}-{number}", address.format)


def _show_squares(pack: Pack, finding: Finding, save_as: str) -> None:
    """The squares of a group, beside those of the group that it is compared with, if there is one."""
    arrays, _ = icon_array.icon_arrays(pack, [finding])
    with st.container(horizontal=True, gap="medium"):
        for number, array in enumerate(arrays, start=1):
            figure, words = icon_array.figure(array, _palette()), icon_array.alt_text(array)
            _show_chart(figure, words, f"{finding.finding_id}-{number}", save_as, width=SQUARES_WIDTH)
    _show_twin(icon_array.table(arrays))


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
    range_plot = ranges.range_plot_by_time if by_time else ranges.range_plot
    whole = range_plot(pack, findings)
    first = [row.finding for row in whole.rows][:rows]
    plot = range_plot(pack, first, per=whole.per, end=whole.end)
    return Drawing(ranges.figure(plot, _palette()), ranges.alt_text(plot), ranges.table(plot))


def _ratios(pack: Pack, findings: Sequence[Finding], rows: int) -> Drawing:
    whole = ratios.ratio_plot(pack, findings)
    first = [row.finding for row in whole.rows][:rows]
    plot = ratios.ratio_plot(pack, first, end=whole.end)
    return Drawing(ratios.figure(plot, _palette()), ratios.alt_text(plot), ratios.table(plot))


def _scores(pack: Pack, findings: Sequence[Finding]) -> Iterator[Drawing]:
    scales, _ = start_to_end.score_scales(pack, findings)
    for scale in scales:
        figure, words = start_to_end.figure(scale, _palette()), start_to_end.alt_text(scale)
        yield Drawing(figure, words, start_to_end.table(scale))


def _palette() -> Palette:
    """The colours that suit the reader's theme."""
    return Palette.dark() if st.context.theme.type == "dark" else Palette.light()


def _show(drawing: Drawing, name: str, save_as: str) -> None:
    _show_chart(drawing.figure, drawing.words, name, save_as)
    _show_twin(drawing.table)


def _show_chart(
    figure: go.Figure, words: str, name: str, save_as: str, *, width: int | Literal["stretch"] = "stretch"
) -> None:
    """A picture with its words for readers who do not see it, and a button that saves it."""
    palette = _palette()
    button = {"bgcolor": "rgba(0,0,0,0)", "color": palette.quiet, "activecolor": palette.ink}
    with st.container(key=f"picture_{name}", width=width):
        st.plotly_chart(
            figure.update_layout(modebar=button),
            theme=None,
            key=f"chart_{name}",
            config={**chart_style.download(f"evidence-{name}", kind=save_as), "displayModeBar": True},
            alt=words,
        )


def _show_twin(table: pd.DataFrame) -> None:
    rows = table.to_numpy().tolist()
    st.html(rendered("evidence_twin.html", columns=list(table.columns), rows=rows))
