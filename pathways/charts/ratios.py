"""Odds and risk ratios on a logarithmic axis around 1, "no difference", with the absolute beside them.

A ratio alone misleads: twice a tiny risk is still tiny. Each row therefore shows the shares that the
same source gives for the two groups, or says "how many in 100: not reported".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd
import plotly.graph_objects as go

from pathways.charts import style
from pathways.charts.row import Row
from pathways.charts.style import Block, Excluded, Line, Rows, Scale
from pathways.evidence import ABSOLUTE_NOT_REPORTED, is_share, reading
from pathways.model import Finding, Measure, Pack
from pathways.text.sentences import joined, sentence
from pathways.theme import LIGHT, Colours

HEADINGS: dict[Measure, str] = {"odds_ratio": "Odds ratios", "risk_ratio": "Risk ratios"}
"""The measures that are drawn, each under its own heading: odds are not risks."""

_ODDS_OR_RISK: dict[Measure, str] = {"odds_ratio": "odds", "risk_ratio": "risk"}


@dataclass(frozen=True)
class RatioRow(Row):
    """One ratio; 1 is no difference. ``absolute`` is the finding that gives the shares, if one does."""

    value: Decimal
    absolute: Finding | None
    direction: str
    absolute_words: str

    @property
    def beside(self) -> str:
        return self.told.compared or "compared with: not reported"

    @property
    def words(self) -> str:
        """The row as one sentence."""
        told = self.told
        facts = (
            told.population_and_time,
            told.estimate,
            self.direction,
            self.beside,
            told.interval,
            self.absolute_words,
        )
        return sentence(f"{told.outcome}: {joined(facts)}")


@dataclass(frozen=True)
class RatioPlot:
    """Rows on one logarithmic axis from 1/``end`` to ``end``, odds ratios before risk ratios."""

    rows: tuple[RatioRow, ...]
    end: int
    left_out: tuple[Excluded, ...]


def ratio_plot(pack: Pack, findings: Iterable[Finding], *, end: int | None = None) -> RatioPlot:
    """The ratios among ``findings``, in the order given, odds ratios before risk ratios.

    Args:
        end: where the axis ends, a power of 2, for pictures that are compared; if None, the first that
            holds every number and its inverse.

    Raises:
        ValueError: a number lies beyond ``end``.
    """
    reasons = [(finding, exclusion_reason(finding)) for finding in findings]
    drawn = [finding for finding, reason in reasons if not reason]
    rows = tuple(_row(pack, f) for measure in HEADINGS for f in drawn if f.measure == measure)
    most = max((max(n, 1 / n) for row in rows for n in _numbers(row)), default=Decimal(1))
    if end is not None and most > end:
        raise ValueError(f"The axis ends at {end}, but a number or its inverse is {most:.3g}.")
    left_out = tuple(Excluded(finding, reason) for finding, reason in reasons if reason)
    return RatioPlot(rows, end or _power_of_2(most), left_out)


def _numbers(row: RatioRow) -> Iterator[Decimal]:
    yield from (number for number in (row.value, row.low, row.high) if number is not None)


def _power_of_2(most: Decimal) -> int:
    """The smallest power of 2 that is not below ``most``, at least 4.

    >>> _power_of_2(Decimal("10.5"))
    16
    """
    end = 4
    while end < most:
        end *= 2
    return end


def exclusion_reason(finding: Finding) -> str:
    """Why a finding is no row of a ratio plot; blank if it is one."""
    if finding.measure not in HEADINGS:
        return "It is neither an odds ratio nor a risk ratio."
    if finding.role == "test_accuracy":
        return "It says how well a test tells, and does not compare two groups."
    if finding.value is None:
        return "It gives no value."
    if any(n is not None and n <= 0 for n in (finding.value, finding.low, finding.high)):
        return "A ratio of 0 has no place on this axis."
    return ""


def _row(pack: Pack, finding: Finding) -> RatioRow:
    value = finding.value if finding.value is not None else Decimal(1)
    absolute = absolute_of(pack, finding)
    return RatioRow(
        told=reading(pack, finding),
        value=value,
        absolute=absolute,
        direction=_direction(finding, value),
        absolute_words=_absolute_words(pack, finding, absolute),
    )


def _direction(finding: Finding, value: Decimal) -> str:
    what = _ODDS_OR_RISK[finding.measure]
    direction = f"higher {what}" if value > 1 else f"lower {what}" if value < 1 else f"the same {what}"
    if finding.low is not None and finding.high is not None and finding.low <= 1 <= finding.high:
        return f"{direction}, but the range holds 1, no difference"
    return direction


def absolute_of(pack: Pack, finding: Finding) -> Finding | None:
    """The finding that gives the shares behind a ratio: itself, or another one of the same source.

    Another one counts only if it gives both shares and has the same group, comparator and time.
    """
    if finding.events is not None and finding.comparator_events is not None:
        return finding if finding.total and finding.comparator_total else None
    return next((other for other in pack.findings if _gives_shares(other, finding)), None)


def _gives_shares(other: Finding, ratio: Finding) -> bool:
    return (
        other.source_id == ratio.source_id
        and is_share(other)
        and other.value is not None
        and other.comparator_value is not None
        and _comparison(other) == _comparison(ratio)
    )


def _comparison(finding: Finding) -> tuple[str, str, Decimal | None]:
    return finding.population.casefold(), finding.comparator.casefold(), finding.follow_up_months


def _absolute_words(pack: Pack, finding: Finding, absolute: Finding | None) -> str:
    if absolute is None:
        return ABSOLUTE_NOT_REPORTED
    if absolute is finding:
        return (
            f"absolute: {finding.events:,} of {finding.total:,}"
            f" against {finding.comparator_events:,} of {finding.comparator_total:,}"
        )
    told = reading(pack, absolute)
    return f'absolute, from the same source, for "{told.outcome}": {told.estimate}; {told.compared}'


def figure(plot: RatioPlot, palette: Colours = LIGHT) -> go.Figure:
    """The rows drawn around the line of no difference."""
    rows = style.rows_on_scale(_blocks(plot), _scale(plot), palette)
    spans = [(*_span(row), heights[0]) for row, heights in rows.placed if row.has_range]
    style.draw_ranges(rows.figure, spans, palette)
    _draw_values(rows, palette, known=True)
    _draw_values(rows, palette, known=False)
    return rows.figure


def _blocks(plot: RatioPlot) -> Iterator[Block[RatioRow]]:
    yield Block(style.lines_of(_key(plot), quiet=True))
    for measure, heading in HEADINGS.items():
        rows = [row for row in plot.rows if row.told.finding.measure == measure]
        if rows:
            yield Block(style.lines_of(heading, heading=True))
        yield from (Block(_lines(row), row, 1) for row in rows)


def _key(plot: RatioPlot) -> str:
    marks = {
        "● ratio": any(row.has_range for row in plot.rows),
        "━ range": any(row.has_range for row in plot.rows),
        "○ ratio, range not reported": not all(row.has_range for row in plot.rows),
        "┃ 1, no difference": True,
    }
    return style.key(name for name, used in marks.items() if used)


def _lines(row: RatioRow) -> tuple[Line, ...]:
    numbers = f"{row.told.estimate}: {row.direction}; {row.told.interval}"
    return (
        *style.lines_of(row.told.outcome, strong=True),
        *style.lines_of(row.told.population_and_time, quiet=True),
        *style.lines_of(row.beside, quiet=True),
        *style.lines_of(numbers),
        *style.lines_of(row.absolute_words),
    )


def _scale(plot: RatioPlot) -> Scale:
    step = 2 if plot.end <= 16 else 4
    above = [1]
    while above[-1] * step <= plot.end:
        above.append(above[-1] * step)
    below = above[:0:-1]
    return Scale(
        ends=(1 / plot.end, float(plot.end)),
        ticks=(*(1 / number for number in below), *(float(number) for number in above)),
        labels=(*(f"1/{number}" for number in below), *(str(number) for number in above)),
        title="times the odds or risk of the other group; left of 1 lower, right of 1 higher",
        log=True,
        origin=1.0,
    )


def _span(row: RatioRow) -> tuple[float, float]:
    """The drawn line; if only one bound is known, from it to the value."""
    low = row.value if row.low is None else row.low
    high = row.value if row.high is None else row.high
    return float(low), float(high)


def _draw_values(rows: Rows[RatioRow], palette: Colours, *, known: bool) -> None:
    """Points: filled if their range is known, hollow if it was not reported."""
    points = [
        (row.told.id, float(row.value), heights[0]) for row, heights in rows.placed if row.has_range == known
    ]
    fill = palette.accent if known else palette.paper
    name = "ratio" if known else "ratio, range not reported"
    style.draw_points(rows.figure, points, name, style.mark("circle", fill, palette.accent))


def alt_text(plot: RatioPlot) -> str:
    """The picture for a reader who does not see it: the axis, then every row."""
    if not plot.rows:
        return "There is no ratio to draw."
    opening = f"Ratios on a logarithmic axis from 1/{plot.end} to {plot.end}; 1 is no difference."
    return " ".join((opening, *(row.words for row in plot.rows)))


TABLE_COLUMNS = (
    "Outcome",
    "Group",
    "Compared with",
    "Ratio",
    "Direction",
    "Range",
    "Absolute",
    "Source",
    "Finding",
)


def table(plot: RatioPlot) -> pd.DataFrame:
    """The rows as a table of words, one a finding, in the order of the picture."""
    rows = [
        (
            row.told.outcome,
            row.told.population_and_time,
            row.beside,
            row.told.estimate,
            row.direction,
            row.told.interval,
            row.absolute_words,
            row.told.cited,
            row.told.id,
        )
        for row in plot.rows
    ]
    return pd.DataFrame(rows, columns=list(TABLE_COLUMNS))
