"""Figures that disagree, on one line: all their marks on the same axis from 0 to 100, never averaged.

Only what can be held against each other shares a line: shares in one role (a benefit is no harm), of one
kind of things and of one group of outcomes. The lines stand by the distance between their marks, the largest
first: this is an order of how much is open, and not of results. One calculation, :func:`dumbbells`, and its
faces.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

import plotly.graph_objects as go

from pathways import evidence
from pathways.charts import intervals, style, wide_rows
from pathways.charts.row import Row
from pathways.charts.style import Block, Rows, Scale
from pathways.charts.wide_rows import Number, WideRow
from pathways.evidence import Reading
from pathways.model import Finding, Pack
from pathways.text.sentences import joined, pluralised, sentence
from pathways.theme import LIGHT, Colours

if TYPE_CHECKING:
    import pandas as pd

END = Decimal(100)
"""Every line ends at 100, so that the same distance means the same everywhere."""
TOO_CLOSE = Decimal(6)
"""Marks nearer to each other than this have their numbers in one place, in 100."""
SCALE = Scale((0.0, 100.0), (0.0, 25.0, 50.0, 75.0, 100.0), ("0", "25", "50", "75", "100"), "in 100")
KEY = ("● value", "○ value, range not reported", "━ how far apart they are", "numbers to the nearest whole")
NUMBER_ABOVE = 16
"""How far above or below its mark a number stands, in pixels."""


@dataclass(frozen=True)
class Side(Row):
    """One of the figures on a line."""

    @property
    def value(self) -> Decimal:
        """Where it stands in 100; only figures that have a value come on a line."""
        return self.told.own.percent or Decimal(0)

    @property
    def number(self) -> str:
        """What stands at its mark: that of a group of fewer than 100 is said as counted."""
        return self.told.own.counts_of_few or self.told.own.short_number

    @property
    def words(self) -> str:
        told = self.told
        return f"{told.outcome}: {joined((told.population_and_time, told.estimate, told.interval))}"


@dataclass(frozen=True)
class Dumbbell:
    """Figures that disagree, the lowest first; ``why`` says in short what is not the same in them."""

    name: str
    why: str
    sides: tuple[Side, ...]

    @property
    def difference(self) -> Decimal:
        return self.sides[-1].value - self.sides[0].value

    @property
    def words(self) -> str:
        """The line as sentences."""
        said = " ".join(sentence(side.words) for side in self.sides)
        return f"{sentence(f'{self.name}: {self.why}')} {said}"


def dumbbells(pack: Pack, groups: Iterable[Sequence[Finding]]) -> tuple[Dumbbell, ...]:
    """A line for the figures of a group that are of one kind, the furthest apart first."""
    lines = [_line(pack, findings) for group in groups for findings in _alike(group)]
    return tuple(sorted(lines, key=lambda line: -line.difference))


def _alike(group: Sequence[Finding]) -> list[list[Finding]]:
    """The shares of a group that can stand on one line; those that stand alone are left out."""
    together: dict[tuple[str, str, str, str], list[Finding]] = {}
    for finding in group:
        if not intervals.exclusion_reason(finding) and finding.value is not None:
            key = (finding.role, finding.measure, finding.outcome_group, finding.counted)
            together.setdefault(key, []).append(finding)
    return [findings for findings in together.values() if len(findings) > 1]


def _line(pack: Pack, findings: Sequence[Finding]) -> Dumbbell:
    told = [Side(one) for one in evidence.readings(pack, findings)]
    sides = tuple(sorted(told, key=lambda side: side.value))
    return Dumbbell(_name(pack, findings), evidence.why_in_short(pack, findings), sides)


def _name(pack: Pack, findings: Sequence[Finding]) -> str:
    """The place that all belong to, or else that of the first, and what kind of figure they are."""
    first = findings[0]
    shared = [node for node in first.nodes if all(node in finding.nodes for finding in findings)]
    place = pack.node[(shared or first.nodes)[0]].plain_label
    group = pack.outcome_group.get(first.outcome_group)
    what = group.label if group else evidence.reading(pack, first).role
    return f"{place}: {what[:1].lower()}{what[1:]}"


def figure(lines: Sequence[Dumbbell], palette: Colours = LIGHT) -> go.Figure:
    """The lines for a telephone, each under its words."""
    key = Block[Dumbbell](style.lines_of(style.key(KEY), quiet=True))
    blocks = [Block(_words_over(line), line, 1, below=NUMBER_ABOVE) for line in lines]
    return _marked(style.rows_on_scale([key, *blocks], SCALE, palette), palette)


def _words_over(line: Dumbbell) -> tuple[style.Line, ...]:
    """The words over the marks, with room for the numbers that stand above these."""
    words = (*style.lines_of(line.name, strong=True), *style.lines_of(line.why, quiet=True))
    return (*words, style.Line(""))


def wide_figure(lines: Sequence[Dumbbell], palette: Colours = LIGHT) -> go.Figure:
    """The lines for a wide screen, each beside its words."""
    rows = [WideRow(line.name, line.why, line.words, line, height=wide_rows.TALL_ROW) for line in lines]
    return _marked(wide_rows.rows_beside_scale([style.key(KEY)], rows, SCALE, palette), palette)


def _marked(rows: Rows[Dumbbell], palette: Colours) -> go.Figure:
    spans = [
        (float(line.sides[0].value), at, float(line.sides[-1].value), at) for line, (at, *_) in rows.placed
    ]
    xs, ys = style.segments(spans)
    look = {"color": palette.edge, "width": 3}
    rows.figure.add_scatter(
        x=xs, y=ys, name="apart", mode="lines", line=look, cliponaxis=False, hoverinfo="skip"
    )
    _draw_values(rows, palette, known=True)
    _draw_values(rows, palette, known=False)
    wide_rows.draw_numbers(rows.figure, list(_numbers(rows)), "numbers", palette.ink)
    return rows.figure


def _draw_values(rows: Rows[Dumbbell], palette: Colours, *, known: bool) -> None:
    """Points as in a chart of ranges: filled if the range is known, hollow if it was not reported."""
    points = [
        (side.told.id, float(side.value), heights[0])
        for line, heights in rows.placed
        for side in line.sides
        if side.has_range == known
    ]
    name = "value" if known else "value, range not reported"
    fill = palette.accent if known else palette.paper
    style.draw_points(rows.figure, points, name, style.mark("circle", fill, palette.accent))


def _numbers(rows: Rows[Dumbbell]) -> Iterator[Number]:
    """The numbers of a line, by turns above and below it, those of close marks together."""
    for line, heights in rows.placed:
        for turn, close in enumerate(_close_together(line.sides)):
            words = " · ".join(side.number for side in close)
            middle = float(close[0].value + close[-1].value) / 2
            at = heights[0] + (NUMBER_ABOVE if turn % 2 else -NUMBER_ABOVE)
            ids = " ".join(side.told.id for side in close)
            yield Number(ids, words, middle, at, _anchor(middle), " ".join(sentence(s.words) for s in close))


def _close_together(sides: Sequence[Side]) -> list[list[Side]]:
    """Figures parted where two neighbours are far enough from each other for a number each."""
    parted = [[sides[0]]]
    for before, side in itertools.pairwise(sides):
        if side.value - before.value < TOO_CLOSE:
            parted[-1].append(side)
        else:
            parted.append([side])
    return parted


def _anchor(at: float) -> str:
    """Words near an end of the axis are set inwards."""
    return "middle right" if at < 10 else "middle left" if at > 90 else "middle center"


def alt_text(lines: Sequence[Dumbbell]) -> str:
    """The picture for a reader who does not see it: what it is, then every line."""
    if not lines:
        return "There are no figures that disagree and share a scale."
    count = pluralised(len(lines), "line")
    opening = f"{count} from 0 to 100 in 100, each with figures that say something else of one matter."
    return " ".join((opening, *(line.words for line in lines)))


def table(lines: Sequence[Dumbbell]) -> pd.DataFrame:
    """The figures as a table of words, line by line, in the order of the picture."""
    import pandas as pd  # it is slow to load, and most pages show no table

    cells = [_cells(line, side.told) for line in lines for side in line.sides]
    return pd.DataFrame(cells, columns=list(TABLE_COLUMNS))


TABLE_COLUMNS = (
    "Matter",
    "Outcome",
    "Group",
    "Time",
    "Figure",
    "Range",
    "Why they may differ",
    "Source",
    "Finding",
)


def _cells(line: Dumbbell, told: Reading) -> dict[str, str]:
    cells = (
        line.name,
        told.outcome,
        told.population,
        told.follow_up,
        told.estimate,
        told.interval,
        line.why,
        told.cited,
        told.id,
    )
    return dict(zip(TABLE_COLUMNS, cells, strict=True))
