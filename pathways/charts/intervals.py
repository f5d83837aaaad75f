"""Shares of people on one axis from 0: a point for the value, a line for its range, a row a finding.

One calculation, :func:`interval_plot` or :func:`interval_plot_by_time`, and its faces: :func:`figure`, for
a wide screen :func:`wide_figure`, :func:`alt_text` and :func:`table`. Rows are set one under another and
never added up or averaged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

import plotly.graph_objects as go

from pathways.charts import style, wide_rows
from pathways.charts.row import Row
from pathways.charts.style import Block, Excluded, Line, Rows, Scale
from pathways.charts.wide_rows import Number, WideRow
from pathways.evidence import is_share, months_in_words, readings, unlike
from pathways.model import Finding, Pack, Role
from pathways.text.sentences import capitalised, joined, listed, pluralised, sentence
from pathways.theme import LIGHT, Colours

if TYPE_CHECKING:
    import pandas as pd

TIDY_ENDS = tuple(Decimal(end) for end in (1, 5, 10, 20, 40, 60, 80, 100))
"""Where an axis may end, in percent; the first that holds every number of the picture."""

ROLES_THAT_COUNT: frozenset[Role] = frozenset({"prevalence", "incidence", "cause_share", "natural_history"})
"""Roles whose range in percent can only be a share of people; a benefit may be a fall in a score."""


LETTERS_BESIDE = 20
"""So much of a comparator's name stands at its mark; it is whole under the pointer and in the table."""


@dataclass(frozen=True)
class IntervalRow(Row):
    """One finding with its place on the axis; numbers in percent, the shares as they are said.

    A share with counts stands where these put it, since its number says so too; the ends of its range stand
    as its source has them. ``label`` and ``group`` are the words over the row.
    """

    label: str
    group: str

    @property
    def value(self) -> Decimal | None:
        return self.told.own.percent

    @property
    def beside(self) -> Decimal | None:
        return self.told.other.percent if self.told.other else None

    @property
    def span(self) -> tuple[Decimal, Decimal] | None:
        """The drawn line; if only one bound is known, from it to the value."""
        ends = [n for n in (self.low, self.value, self.high) if n is not None]
        return (ends[0], ends[-1]) if self.has_range else None

    @property
    def words(self) -> str:
        """The row as one sentence."""
        facts = (self.group, self.told.estimate, self.told.interval, self.told.compared)
        return sentence(f"{self.label}: {joined(facts)}")


@dataclass(frozen=True)
class IntervalGroup:
    """Rows under one heading; the heading is blank where rows stand without groups."""

    heading: str
    rows: tuple[IntervalRow, ...]


@dataclass(frozen=True)
class IntervalPlot:
    """Rows on one axis from 0 to ``end`` in 100; ``heterogeneity`` says what is not alike."""

    groups: tuple[IntervalGroup, ...]
    end: Decimal
    heterogeneity: str
    left_out: tuple[Excluded, ...]

    @property
    def rows(self) -> tuple[IntervalRow, ...]:
        return tuple(row for group in self.groups for row in group.rows)


def interval_plot(pack: Pack, findings: Iterable[Finding], *, end: Decimal | None = None) -> IntervalPlot:
    """The shares among ``findings``, a row each, in the order given.

    Args:
        end: end of the axis in percent, for pictures that are compared; if None, the first tidy one.

    Raises:
        ValueError: a number lies beyond ``end``.
    """
    drawn, left_out = _sorted_out(findings)
    rows = _rows(pack, drawn)
    groups = (IntervalGroup("", rows),) if rows else ()
    return _plot(groups, end, left_out)


def interval_plot_by_time(
    pack: Pack, findings: Iterable[Finding], *, end: Decimal | None = None
) -> IntervalPlot:
    """The shares among ``findings`` under headings of follow-up time, earliest first, unknown last.

    For one outcome across options. Arguments and errors as for :func:`interval_plot`.
    """
    drawn, left_out = _sorted_out(findings)
    times = sorted({f.follow_up_months for f in drawn if f.follow_up_months is not None})
    unknown = [None] if any(f.follow_up_months is None for f in drawn) else []
    together = [[f for f in drawn if f.follow_up_months == time] for time in (*times, *unknown)]
    groups = tuple(
        IntervalGroup(
            capitalised(months_in_words(fs[0].follow_up_months)),
            _rows(pack, fs, timed=False),
        )
        for fs in together
    )
    return _plot(groups, end, left_out)


def exclusion_reason(finding: Finding) -> str:
    """Why a finding is no row of a range plot; blank if it is one."""
    if not is_share(finding):
        return "It is not a share of people."
    if finding.measure == "range" and finding.role not in ROLES_THAT_COUNT and finding.total is None:
        return "It is a range in percent, but not surely of people."
    return ""


def _sorted_out(findings: Iterable[Finding]) -> tuple[list[Finding], tuple[Excluded, ...]]:
    reasons = [(finding, exclusion_reason(finding)) for finding in findings]
    left_out = tuple(Excluded(finding, reason) for finding, reason in reasons if reason)
    return [finding for finding, reason in reasons if not reason], left_out


def _rows(pack: Pack, findings: Iterable[Finding], *, timed: bool = True) -> tuple[IntervalRow, ...]:
    return tuple(
        IntervalRow(told, told.outcome, told.population_and_time if timed else told.population)
        for told in readings(pack, findings)
    )


def _plot(
    groups: tuple[IntervalGroup, ...], end: Decimal | None, left_out: tuple[Excluded, ...]
) -> IntervalPlot:
    rows = [row for group in groups for row in group.rows]
    most = max((number for row in rows for number in _numbers(row)), default=Decimal(0))
    if end is not None and most > end:
        raise ValueError(f"The axis ends at {end}, but there is a number {most}.")
    fitting = next(tidy for tidy in TIDY_ENDS if tidy >= most)
    return IntervalPlot(groups, end or fitting, _heterogeneity([row.told.finding for row in rows]), left_out)


def _numbers(row: IntervalRow) -> Iterator[Decimal]:
    yield from (n for n in (row.value, row.low, row.high, row.beside) if n is not None)


def _heterogeneity(findings: Sequence[Finding]) -> str:
    """What is not the same in the rows, as one sentence; blank if all is."""
    aspects = unlike(findings)
    return f"Not a comparison: these rows are not alike in {listed(aspects)}." if aspects else ""


def figure(plot: IntervalPlot, palette: Colours = LIGHT) -> go.Figure:
    """The rows for a telephone: words over each line, filled point and line, or hollow point alone."""
    rows = style.rows_on_scale(_blocks(plot), _scale(plot), palette, lines=False)
    return _marked(rows, plot, palette)


def wide_figure(plot: IntervalPlot, palette: Colours = LIGHT) -> go.Figure:
    """The same for a wide screen: label on the left, the axis right of it at top and foot.

    A long group is shortened by whole words; it stands in full under the pointer and in the table.
    """
    notes = [note for note in (_key(plot), plot.heterogeneity) if note]
    rows = wide_rows.rows_beside_scale(notes, list(_wide_rows(plot)), _scale(plot), palette)
    return _marked(rows, plot, palette)


def _marked(rows: Rows[IntervalRow], plot: IntervalPlot, palette: Colours) -> go.Figure:
    """A picture with all its marks, and the number at each."""
    _draw_ranges(rows, palette)
    _draw_beside(rows, palette)
    _draw_values(rows, palette, known=True)
    _draw_values(rows, palette, known=False)
    end = float(plot.end)
    wide_rows.draw_numbers(rows.figure, list(_own_numbers(rows, end)), "numbers", palette.ink)
    wide_rows.draw_numbers(rows.figure, list(_numbers_beside(rows, end)), "numbers beside", palette.quiet)
    return rows.figure


def _own_numbers(rows: Rows[IntervalRow], end: float) -> Iterator[Number]:
    for row, heights in rows.placed:
        ends = row.span or (row.value, row.value)
        if ends[0] is not None and ends[1] is not None:
            words = row.told.own.at_mark
            at, anchor = wide_rows.beside_mark(float(ends[0]), float(ends[1]), end, words)
            yield Number(row.told.id, words, at, heights[0], anchor, row.words)


def _numbers_beside(rows: Rows[IntervalRow], end: float) -> Iterator[Number]:
    for row, heights in rows.placed:
        if row.beside is not None and row.told.other is not None:
            name = wide_rows.shortened(row.told.comparator, LETTERS_BESIDE)
            words = joined((row.told.other.at_mark, name.removeprefix(wide_rows.CUT.strip())), ", ")
            at, anchor = wide_rows.beside_mark(float(row.beside), float(row.beside), end, words)
            yield Number(row.told.id, words, at, heights[1], anchor, row.told.compared)


def _wide_rows(plot: IntervalPlot) -> Iterator[WideRow[IntervalRow]]:
    for group in plot.groups:
        if group.heading:
            yield WideRow(group.heading)
        for row in group.rows:
            yield WideRow(row.label, _facts(row), row.words, row, 1 if row.beside is None else 2)


def _facts(row: IntervalRow) -> str:
    """Group and time on one line; the time is said in the least words, and never cut off."""
    time = row.told.follow_up
    if not time or not row.group.endswith(time):
        return wide_rows.group_and_time(row.group, "")
    return wide_rows.group_and_time(row.group.removesuffix(time).rstrip("; "), row.told.time_in_short)


def _blocks(plot: IntervalPlot) -> Iterator[Block[IntervalRow]]:
    yield Block((*style.lines_of(_key(plot), quiet=True), *style.lines_of(plot.heterogeneity)))
    for group in plot.groups:
        if group.heading:
            yield Block(style.lines_of(group.heading, heading=True, letters=34))
        yield from (Block(_lines(row), row, 1 if row.beside is None else 2) for row in group.rows)


def _lines(row: IntervalRow) -> tuple[Line, ...]:
    return (
        *style.lines_of(row.label, strong=True),
        *style.lines_of(row.group, quiet=True),
        *style.lines_of(row.told.compared, quiet=True),
    )


def _key(plot: IntervalPlot) -> str:
    rows = plot.rows
    marks = {
        "● value": any(row.value is not None and row.has_range for row in rows),
        _range_key(rows): any(row.has_range for row in rows),
        "○ value, range not reported": any(not row.has_range for row in rows),
        "◇ compared with": any(row.beside is not None for row in rows),
        "numbers to the nearest whole": bool(rows),
    }
    return style.key(name for name, used in marks.items() if used)


def _range_key(rows: Iterable[IntervalRow]) -> str:
    """What a line means, said with the numbers of the first row that has one."""
    sure = [row.told.own for row in rows if row.told.own.says_how_surely and not row.told.own.is_rare]
    between = next(
        (own.short_range.replace(" to ", " and ") for own in sure if " to " in own.short_range), ""
    )
    return f"━ the study cannot tell: between {between}" if between else "━ range"


def _scale(plot: IntervalPlot) -> Scale:
    ticks = [plot.end * step / 4 for step in range(5)]
    cut = "" if plot.end == 100 else f"; this axis ends at {plot.end.normalize():,f}"
    labels = tuple(f"{tick.normalize():,f}" for tick in ticks)
    return Scale((0.0, float(plot.end)), tuple(float(tick) for tick in ticks), labels, f"in 100{cut}")


def _draw_ranges(rows: Rows[IntervalRow], palette: Colours) -> None:
    spans = [(float(row.span[0]), float(row.span[1]), heights[0]) for row, heights in rows.placed if row.span]
    style.draw_ranges(rows.figure, spans, palette)


def _draw_values(rows: Rows[IntervalRow], palette: Colours, *, known: bool) -> None:
    """Points: filled if their range is known, hollow if it was not reported."""
    points = [
        (row.told.id, float(row.value), heights[0])
        for row, heights in rows.placed
        if row.has_range == known and row.value is not None
    ]
    fill = palette.accent if known else palette.paper
    name = "value" if known else "value, range not reported"
    style.draw_points(rows.figure, points, name, style.mark("circle", fill, palette.accent))


def _draw_beside(rows: Rows[IntervalRow], palette: Colours) -> None:
    points = [
        (row.told.id, float(row.beside), heights[1]) for row, heights in rows.placed if row.beside is not None
    ]
    marker = style.mark("diamond", palette.paper, palette.ink)
    style.draw_points(rows.figure, points, "compared with", marker)


def alt_text(plot: IntervalPlot) -> str:
    """The picture for a reader who does not see it: what it is, then every row."""
    if not plot.rows:
        return "There is no share to draw."
    count = pluralised(len(plot.rows), "row")
    opening = f"Range plot with {count} on one axis from 0 to {plot.end.normalize():,f} in 100."
    said = [
        words for group in plot.groups for words in (sentence(group.heading), *(r.words for r in group.rows))
    ]
    return " ".join(part for part in (opening, plot.heterogeneity, *said) if part)


def table(plot: IntervalPlot) -> pd.DataFrame:
    """The rows as a table of words, one a finding, in the order of the picture."""
    import pandas as pd  # it is slow to load, and most pages show no table

    return pd.DataFrame([_cells(row) for row in plot.rows], columns=list(TABLE_COLUMNS))


TABLE_COLUMNS = (
    "Outcome",
    "Group",
    "Time",
    "Figure",
    "Both sides",
    "Range",
    "Compared with",
    "Source",
    "Finding",
)


def _cells(row: IntervalRow) -> dict[str, str]:
    told = row.told
    cells = (
        row.label,
        told.population,
        told.follow_up,
        told.estimate,
        told.complement,
        told.interval,
        told.compared,
        told.cited,
        told.id,
    )
    return dict(zip(TABLE_COLUMNS, cells, strict=True))
