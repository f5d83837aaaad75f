"""Pain and disability scores on the full scale of their questionnaire, beside the change people notice.

Scores are points, not chances. A finding is drawn in one of four ways, by what its source gives:

- ``start_to_end``: the average before and after; an arrow from the one to the other.
- ``two_ends``: the averages of two groups at the end; two marks and no arrow, for no start is given.
- ``two_changes``: how far two groups moved; two arrows from "no change".
- ``difference``: only the gap between two groups; a mark beside "no difference".

The first two stand on a scale of scores, the other two on a scale of changes. A scale holds one unit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

import pandas as pd
import plotly.graph_objects as go

from pathways.charts import style
from pathways.charts.row import Row
from pathways.charts.style import Block, Excluded, Line, Rows, Segment
from pathways.evidence import GROUP_NOT_REPORTED, reading
from pathways.model import Finding, Instrument, Pack
from pathways.text.sentences import joined, sentence
from pathways.theme import LIGHT, Colours

Kind = Literal["start_to_end", "two_ends", "two_changes", "difference"]


NOT_IN_THE_PACK = "The smallest change that people notice on this scale is not known here."


@dataclass(frozen=True)
class ScoreRow(Row):
    """One finding on a scale.

    ``first`` is where the finding's own group stands (or its change, or the difference), ``beside`` what
    it is set against: the start, the other group, or the other group's change. ``low`` and ``high``
    belong to ``first``.
    """

    kind: Kind
    first: Decimal
    beside: Decimal | None

    @property
    def compared(self) -> str:
        """What it is set against; before and after are one group, so nothing is compared there."""
        words = self.told.compared
        return words.removeprefix("compared with ") if self.kind == "start_to_end" else words

    @property
    def note(self) -> str:
        return NOTES[self.kind]

    @property
    def has_other_group(self) -> bool:
        """Does another group stand beside the first? Before and after are one group."""
        return self.beside is not None and self.kind != "start_to_end"

    @property
    def words(self) -> str:
        """The row as sentences."""
        told = self.told
        facts = (told.population_and_time, told.estimate, told.interval, self.compared)
        return f"{sentence(f'{told.outcome}: {joined(facts)}')} {self.note}"


@dataclass(frozen=True)
class ScoreScale:
    """Rows of one unit on one axis from ``start`` to ``end`` points.

    ``unit`` is the id of the unit, ``smallest`` are the findings that say which change people notice.
    """

    unit: str
    instrument: Instrument
    of_changes: bool
    start: Decimal
    end: Decimal
    smallest: tuple[Finding, ...]
    rows: tuple[ScoreRow, ...]

    @property
    def title(self) -> str:
        changes = "Change or difference in points. " if self.of_changes else ""
        return f"{changes}{self.instrument.name}"

    @property
    def smallest_words(self) -> str:
        """What people notice, with whom it was found; or that it is not known."""
        if not self.smallest:
            return NOT_IN_THE_PACK
        said = (f"{f.value} points ({f.population or GROUP_NOT_REPORTED})" for f in self.smallest)
        return f"Smallest change that people notice: {'; '.join(said)}."


def score_scales(
    pack: Pack, findings: Iterable[Finding]
) -> tuple[tuple[ScoreScale, ...], tuple[Excluded, ...]]:
    """The scores among ``findings`` on as many scales as there are units and ways of giving them.

    Returns:
        The scales in the order of the pack's units, scores before changes, rows in the order given;
        and the findings that are on none, with the reason.
    """
    reasons = [(finding, exclusion_reason(pack, finding)) for finding in findings]
    rows = [_row(pack, finding) for finding, reason in reasons if not reason]
    scales = tuple(
        _scale(pack, unit.id, unit.scale, chosen, of_changes=of_changes)
        for unit in pack.info.units
        if unit.scale
        for of_changes in (False, True)
        if (chosen := [r for r in rows if _stands_on(r, unit.id, of_changes=of_changes)])
    )
    return scales, tuple(Excluded(finding, reason) for finding, reason in reasons if reason)


def _stands_on(row: ScoreRow, unit: str, *, of_changes: bool) -> bool:
    is_change = row.kind in ("two_changes", "difference")
    return row.told.finding.unit == unit and is_change == of_changes


def exclusion_reason(pack: Pack, finding: Finding) -> str:
    """Why a finding is not drawn on a scale of scores; blank if it is."""
    if finding.measure not in ("mean", "median", "mean_difference"):
        return "It is not an average score."
    if finding.unit == "SMD":
        return "It is given in standard deviations, which are not points of a scale."
    unit = pack.unit.get(finding.unit)
    if unit is None or unit.scale is None:
        return "It is not a score of pain or disability on a scale that is drawn here."
    if finding.value is None:
        return "It gives no value."
    if finding.measure != "mean_difference" and finding.comparator_value is None:
        return "It gives no start and no other group to set it beside."
    return _why_numbers_do_not_fit(finding, unit.scale)


def _why_numbers_do_not_fit(finding: Finding, scale: Instrument) -> str:
    numbers = [
        n for n in (finding.value, finding.low, finding.high, finding.comparator_value) if n is not None
    ]
    beyond = "A number lies beyond the ends of the scale."
    if any(abs(number) > scale.most for number in numbers):
        return beyond
    if finding.measure == "mean_difference":
        return ""
    if not any(number < 0 for number in numbers):
        return beyond if min(numbers) < scale.least else ""
    is_change = all(n is not None and n < 0 for n in (finding.value, finding.comparator_value))
    return (
        "" if is_change and not _starts_before(finding) else "Scores and changes of scores are mixed in it."
    )


def _kind(finding: Finding) -> Kind:
    """How a finding is drawn. A score is never below 0, so an average below 0 is a change of it."""
    if finding.measure == "mean_difference":
        return "difference"
    if finding.value is not None and finding.value < 0:
        return "two_changes"
    return "start_to_end" if _starts_before(finding) else "two_ends"


def _starts_before(finding: Finding) -> bool:
    """Is the comparator the time before the treatment?"""
    return finding.comparator.casefold().startswith("before ")


NOTES: dict[Kind, str] = {
    "start_to_end": "Before and after, with no other group: what caused the change is not known.",
    "two_ends": "Two groups at the end; the start is not given as a figure.",
    "two_changes": "The change in two groups; start and end are not given as figures.",
    "difference": "Only the difference between two groups is given, with the sign that the source prints; "
    "start and end are not given as figures.",
}
"""What the reader must know of each way of giving a score."""


def _row(pack: Pack, finding: Finding) -> ScoreRow:
    kind = _kind(finding)
    return ScoreRow(
        told=reading(pack, finding),
        kind=kind,
        first=finding.value if finding.value is not None else Decimal(0),
        beside=None if kind == "difference" else finding.comparator_value,
    )


def _scale(
    pack: Pack, unit: str, instrument: Instrument, rows: Sequence[ScoreRow], *, of_changes: bool
) -> ScoreScale:
    smallest = smallest_changes(pack, unit)
    if not of_changes:
        ends = (instrument.least, instrument.most)
        return ScoreScale(unit, instrument, False, *ends, smallest, tuple(rows))
    numbers = [abs(n) for row in rows for n in (row.first, row.beside, row.low, row.high) if n is not None]
    length = instrument.most - instrument.least
    end = length / 2 if max(numbers) <= length / 2 else length
    return ScoreScale(unit, instrument, True, -end, end, smallest, tuple(rows))


def smallest_changes(pack: Pack, unit: str) -> tuple[Finding, ...]:
    """The findings that say which change in points of ``unit`` people notice, in the pack's order."""
    return tuple(
        finding
        for finding in pack.findings
        if finding.role == "criterion"
        and finding.measure == "threshold"
        and finding.unit == unit
        and finding.value is not None
        and "change" in finding.outcome.casefold()
    )


def figure(scale: ScoreScale, palette: Colours = LIGHT) -> go.Figure:
    """The rows drawn on the full scale, each with a bracket as wide as the smallest change noticed."""
    rows = style.rows_on_scale(_blocks(scale), _axis(scale), palette)
    _draw_brackets(rows, scale.smallest, palette)
    spans = [(*_span(row), heights[0]) for row, heights in rows.placed if row.has_range]
    style.draw_ranges(rows.figure, spans, palette)
    _draw_arrows(rows, palette)
    _draw_others(rows, palette)
    _draw_firsts(rows, palette, known=True)
    _draw_firsts(rows, palette, known=False)
    return rows.figure


_BRACKET = 9
"""Room for one bracket below the marks of a row, in pixels."""


def _blocks(scale: ScoreScale) -> Iterator[Block[ScoreRow]]:
    notes = {row.note for row in scale.rows}
    smallest = f"┄ {scale.smallest_words}" if scale.smallest else scale.smallest_words
    yield Block(
        (
            *style.lines_of(scale.title, heading=True, letters=34),
            *style.lines_of(_key(scale), quiet=True),
            *style.lines_of(smallest),
            *style.lines_of(scale.rows[0].note if len(notes) == 1 else ""),
        )
    )
    for row in scale.rows:
        lines = _lines(row, row.note if len(notes) > 1 else "")
        yield Block(lines, row, 2 if row.has_other_group else 1, _BRACKET * len(scale.smallest))


def _lines(row: ScoreRow, note: str) -> tuple[Line, ...]:
    numbers = joined((row.told.estimate, row.told.interval))
    return (
        *style.lines_of(row.told.outcome, strong=True),
        *style.lines_of(row.told.population_and_time, quiet=True),
        *style.lines_of(numbers),
        *style.lines_of(row.compared),
        *style.lines_of(note, quiet=True),
    )


def _key(scale: ScoreScale) -> str:
    kinds = {row.kind for row in scale.rows}
    marks = {
        "□ before": "start_to_end" in kinds,
        "● figure": any(row.has_range for row in scale.rows),
        "━ range": any(row.has_range for row in scale.rows),
        "○ figure, range not reported": not all(row.has_range for row in scale.rows),
        "◇ the other group": bool({"two_ends", "two_changes"} & kinds),
    }
    return style.key(name for name, used in marks.items() if used)


def _axis(scale: ScoreScale) -> style.Scale:
    ticks = [scale.start + (scale.end - scale.start) * step / 4 for step in range(5)]
    labels = tuple(_signed(tick) if scale.of_changes else f"{tick.normalize():f}" for tick in ticks)
    ends = (float(scale.start), float(scale.end))
    title = "points; 0 is no change or no difference" if scale.of_changes else "points; lower is better"
    origin = 0.0 if scale.of_changes else None
    return style.Scale(ends, tuple(float(tick) for tick in ticks), labels, title, origin=origin)


def _signed(number: Decimal) -> str:
    """A change with its sign.

    >>> _signed(Decimal("-2.50"))
    '−2.5'
    """
    sign = "+" if number > 0 else "\N{MINUS SIGN}" if number < 0 else ""
    return f"{sign}{abs(number).normalize():f}"


def _draw_brackets(rows: Rows[ScoreRow], smallest: Sequence[Finding], palette: Colours) -> None:
    """Under each row, as wide as the smallest change, from where the row's change would begin."""
    lines = [
        line
        for row, heights in rows.placed
        for place, change in enumerate(smallest)
        for line in _bracket(row, change, heights[-1] + 12 + _BRACKET * place)
    ]
    xs, ys = style.segments(lines)
    rows.figure.add_scatter(
        x=xs,
        y=ys,
        name="smallest change that people notice",
        mode="lines",
        line={"color": palette.ink, "width": 2, "dash": "2px,2px"},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _bracket(row: ScoreRow, smallest: Finding, height: float) -> Iterator[Segment]:
    if smallest.value is not None:
        start, end = (float(n) for n in bracket_ends(row, smallest.value))
        yield start, height, end, height
        yield from ((x, height - 4, x, height + 4) for x in (start, end))


def bracket_ends(row: ScoreRow, smallest: Decimal) -> tuple[Decimal, Decimal]:
    """From where to where the smallest change reaches on a row.

    From the start, or from the other group, towards the row's own mark; from 0 for changes; and to both
    sides of 0 for a difference, whose sign alone does not say which group fared better.
    """
    if row.kind == "difference":
        return -smallest, smallest
    origin = Decimal(0) if row.kind == "two_changes" or row.beside is None else row.beside
    return origin, origin + smallest if row.first > origin else origin - smallest


def _span(row: ScoreRow) -> tuple[float, float]:
    """The drawn line; if only one bound is known, from it to the value."""
    low = row.first if row.low is None else row.low
    high = row.first if row.high is None else row.high
    return float(low), float(high)


def _draw_arrows(rows: Rows[ScoreRow], palette: Colours) -> None:
    """From the start to the end, and from no change to each group's change; none between groups."""
    for row, heights in rows.placed:
        if row.kind == "start_to_end" and row.beside is not None:
            _draw_arrow(rows.figure, row.beside, row.first, heights[0], palette)
        if row.kind == "two_changes" and row.beside is not None:
            _draw_arrow(rows.figure, Decimal(0), row.first, heights[0], palette)
            _draw_arrow(rows.figure, Decimal(0), row.beside, heights[1], palette)


def _draw_arrow(drawing: go.Figure, start: Decimal, end: Decimal, height: float, palette: Colours) -> None:
    drawing.add_annotation(
        x=float(end),
        y=height,
        ax=float(start),
        ay=height,
        xref="x",
        yref="y",
        axref="x",
        ayref="y",
        text="",
        showarrow=True,
        arrowhead=2,
        arrowsize=1,
        arrowwidth=1.75,
        arrowcolor=palette.accent,
        standoff=style.MARK / 2 + 1,
        startstandoff=0,
    )


def _draw_others(rows: Rows[ScoreRow], palette: Colours) -> None:
    """What the rows are set against: a square for the start, a diamond for another group."""
    for name, symbol, is_group in (("before", "square", False), ("the other group", "diamond", True)):
        points = [
            (row.told.id, float(row.beside), heights[-1])
            for row, heights in rows.placed
            if row.beside is not None and row.has_other_group == is_group
        ]
        marker = style.mark(symbol, palette.paper, palette.ink)
        style.draw_points(rows.figure, points, name, marker)


def _draw_firsts(rows: Rows[ScoreRow], palette: Colours, *, known: bool) -> None:
    """The findings' own figures: filled if their range is known, hollow if it was not reported."""
    points = [
        (row.told.id, float(row.first), heights[0]) for row, heights in rows.placed if row.has_range == known
    ]
    fill = palette.accent if known else palette.paper
    name = "figure" if known else "figure, range not reported"
    style.draw_points(rows.figure, points, name, style.mark("circle", fill, palette.accent))


def alt_text(scale: ScoreScale) -> str:
    """The picture for a reader who does not see it: the scale, then every row."""
    ends = f"{_plain(scale.start)} to {_plain(scale.end)}"
    opening = f"Scale from {ends} points. {scale.title}."
    return " ".join((opening, scale.smallest_words, *(row.words for row in scale.rows)))


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}".replace("-", "\N{MINUS SIGN}")


TABLE_COLUMNS = (
    "Outcome",
    "Group",
    "Figure",
    "Before, or the other group",
    "Range",
    "Smallest change people notice",
    "How to read it",
    "Source",
    "Finding",
)


def table(scale: ScoreScale) -> pd.DataFrame:
    """The rows as a table of words, one a finding, in the order of the picture."""
    rows = [
        (
            row.told.outcome,
            row.told.population_and_time,
            row.told.estimate,
            row.compared,
            row.told.interval,
            scale.smallest_words,
            row.note,
            row.told.cited,
            row.told.id,
        )
        for row in scale.rows
    ]
    return pd.DataFrame(rows, columns=list(TABLE_COLUMNS))
