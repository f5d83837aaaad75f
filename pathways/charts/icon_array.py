"""A share as 10 x 10 squares: who had it, the range, and who did not.

Solid squares reach to the low bound, hatched ones from there to the high bound, empty ones are those
who did not have it. The square of the value has a thick edge. Every array fills the same grid in the
same order, from the top left, row by row. Of a share below 1 in 100 the first square is drawn once more,
ten times as large, as a strip of ten: each part is 1 in 1,000.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

import plotly.graph_objects as go

from pathways.charts import style
from pathways.charts.intervals import exclusion_reason as why_no_share
from pathways.charts.style import Excluded, Line
from pathways.evidence import ArmReading, Reading, readings, whole
from pathways.model import Finding, Pack
from pathways.text.sentences import joined, sentence
from pathways.theme import LIGHT, Colours

if TYPE_CHECKING:
    import pandas as pd

Square = Literal["yes", "range", "no", "part"]
"""Solid, hatched, empty; or partly filled, where fewer than one in the whole grid had it."""

SIZE = 100
"""How many squares a grid has."""
COLUMNS = 10
"""How many squares stand in a row of the grid, and in the strip."""

_SIDE = 280
"""Width of the grid in pixels: it fits a screen of 320."""
_KEY_LINES = 4
"""The most lines that a key has; all figures keep room for them."""
_KEY_STEP = 22
"""Height of a line of the key, in pixels."""
_STRIP_GAP = 14
"""Room between the grid and the strip, in pixels."""
_GAP = 0.14
"""Room between squares, as a part of a square."""


@dataclass(frozen=True)
class IconArray:
    """One share with its range as counts out of 100.

    ``own`` is the group that is drawn: that of the reading, or, with ``lead`` before its name, the other one.
    ``value``, ``low`` and ``high`` are percentages as the finding has them; ``None`` is not reported.
    ``is_rare``: the share is below 1 in 100 and has a strip.
    """

    told: Reading
    own: ArmReading
    lead: str = ""

    @property
    def name(self) -> str:
        return self.told.outcome

    @property
    def group(self) -> str:
        people = (
            f"{self.lead}{self.own.arm.people or 'the other group'}" if self.lead else self.told.population
        )
        return joined((people, self.told.follow_up))

    @property
    def value(self) -> Decimal | None:
        return self.own.arm.value

    @property
    def low(self) -> Decimal | None:
        return self.own.arm.low

    @property
    def high(self) -> Decimal | None:
        return self.own.arm.high

    @property
    def is_rare(self) -> bool:
        return self.own.is_rare

    @property
    def marked(self) -> int | None:
        """The number of the square of the value, counted from 1; ``None`` without one of its own."""
        return None if self.is_rare else self._marked(SIZE)

    @property
    def solid(self) -> int:
        """Squares that are solid: to the low bound, or to the value if no range is reported."""
        return 0 if self.is_rare else self._solid(SIZE)

    @property
    def reach(self) -> int:
        """Squares that are solid or hatched: to the high bound, or to the value if there is none."""
        reach = self._reach(SIZE)
        return 0 if self.is_rare and reach == 1 else reach

    @property
    def squares(self) -> tuple[Square, ...]:
        """Every square of the grid, row by row from the top left; a rare share fills a part of the first."""
        return _filled(self.solid, self.reach, SIZE, begins_in_part=self.is_rare or self._is_fraction)

    @property
    def strip(self) -> tuple[Square, ...]:
        """The first square ten times as large, as ten parts of 1 in 1,000; empty if the share is not rare."""
        if not self.is_rare:
            return ()
        solid, reach = (min(count, COLUMNS) for count in (self._solid(10 * SIZE), self._reach(10 * SIZE)))
        return _filled(solid, reach, COLUMNS, begins_in_part=reach == 0)

    @property
    def marked_in_strip(self) -> int | None:
        """The number of the strip's square of the value, counted from 1."""
        return self._marked(10 * SIZE) if self.is_rare else None

    def _solid(self, per: int) -> int:
        first = self.low if self.low is not None else self.value if self.high is None else Decimal(0)
        return _count(first, per)

    def _reach(self, per: int) -> int:
        last = self.high if self.high is not None else self.value
        return max(self._solid(per), _count(last, per))

    def _marked(self, per: int) -> int | None:
        return _count(self.value, per) or None

    @property
    def _is_fraction(self) -> bool:
        """More than nobody, but too few for a square of their own."""
        last = self.high if self.high is not None else self.value
        return self.reach == 0 and last is not None and last > 0

    @property
    def words(self) -> str:
        """The array as one sentence."""
        return sentence(f"{self.name}: {joined((self.group, *self.lines))}")

    @property
    def lines(self) -> tuple[str, str, str]:
        """The figure, both its sides, and its range."""
        return self.own.estimate, self.own.complement, self.own.interval


def _count(percent: Decimal | None, per: int) -> int:
    return 0 if percent is None else whole(percent * per / 100)


def _filled(solid: int, reach: int, size: int, *, begins_in_part: bool) -> tuple[Square, ...]:
    yes: list[Square] = ["yes"] * solid
    hatched: list[Square] = ["range"] * (reach - solid)
    no: list[Square] = ["no"] * (size - reach)
    squares = [*yes, *hatched, *no]
    if begins_in_part:
        squares[0] = "part"
    return tuple(squares)


def exclusion_reason(finding: Finding) -> str:
    """Why a finding has no icon array; blank if it has one."""
    return why_no_share(finding)


def icon_arrays(
    pack: Pack, findings: Iterable[Finding]
) -> tuple[tuple[IconArray, ...], tuple[Excluded, ...]]:
    """One array for each share, followed by its comparator's where the source gives that too.

    Returns:
        The arrays in the order of the findings, and the findings that have none, with the reason.
    """
    reasons = [(finding, exclusion_reason(finding)) for finding in findings]
    told = readings(pack, (finding for finding, reason in reasons if not reason))
    arrays = tuple(array for one in told for array in arrays_of(one))
    return arrays, tuple(Excluded(finding, reason) for finding, reason in reasons if reason)


def arrays_of(told: Reading) -> tuple[IconArray, ...]:
    """The array of a share, and that of what it is compared with if the source gives its figure."""
    own = IconArray(told, told.own)
    if told.other is None or told.other.arm.value is None:
        return (own,)
    return own, IconArray(told, told.other, lead="Compared with: ")


def of_option(told: Reading) -> tuple[IconArray, ...]:
    """The arrays of a finding that stands under an option; none if it is no share.

    What happens over time is drawn alone: the other group of its study had another option, which would look
    like the way out of this one.
    """
    if exclusion_reason(told.finding):
        return ()
    arrays = arrays_of(told)
    return arrays[:1] if told.finding.role == "natural_history" else arrays


def figure(array: IconArray, palette: Colours = LIGHT, *, head_lines: int = 0) -> go.Figure:
    """The grid under its words, with a key of counts below it. All figures have the same grid.

    Args:
        head_lines: keep room for at least so many lines above the grid (see :func:`head_lines`), so that
            grids set beside each other stand at the same height.
    """
    lines = _lines(array)
    top = max(len(lines), head_lines) * style.LINE_HEIGHT + 16
    strip_top = top + _SIDE + _STRIP_GAP
    key_top = (strip_top + _SIDE / COLUMNS if array.is_rare else top + _SIDE) + 8
    key = _key(array)
    drawing = style.frame(key_top + _KEY_LINES * _KEY_STEP + 8, palette)
    # Were the range fitted and not the domain, the first width that a browser tries would stay in it.
    drawing.update_xaxes(range=[-2, _SIDE], scaleanchor="y", constrain="domain", constraintoward="left")
    style.write(drawing, lines, 6, palette)
    _draw_squares(drawing, array.squares, array.marked, top, palette)
    if array.is_rare:
        _draw_squares(drawing, array.strip, array.marked_in_strip, strip_top, palette)
    for place, (kind, words) in enumerate(key):
        _draw_key(drawing, kind, words, key_top + place * _KEY_STEP, palette)
    return drawing


def head_lines(arrays: Iterable[IconArray]) -> int:
    """The most lines of words that stand above a grid of ``arrays``."""
    return max((len(_lines(array)) for array in arrays), default=0)


def _lines(array: IconArray) -> tuple[Line, ...]:
    return (
        *style.lines_of(array.name, strong=True),
        *style.lines_of(array.group, quiet=True),
        *(line for words in array.lines for line in style.lines_of(words)),
    )


def _key(array: IconArray) -> list[tuple[Square | None, str]]:
    """What each kind of square stands for, with its count; ``None`` is the thick edge of the value."""
    counts = Counter(array.squares)
    lines: list[tuple[Square | None, str]] = []
    if counts["yes"]:
        yes = "yes" if array.low is None else "yes, to the low end of the range"
        lines.append(("yes", f"{yes}: {array.solid} in 100"))
    if counts["range"]:
        lines.append(("range", f"range, to its high end: {array.reach} in 100"))
    if counts["part"]:
        lines.append(("part", "yes: fewer than 1 in 100" + (f"; {STRIP_WORDS}" if array.is_rare else "")))
    if array.marked is not None:
        lines.append((None, f"the value: {array.marked} in 100"))
    if counts["no"]:
        no = "no" if array.high is None else "no, even at the high end"
        more = "more than 99" if counts["part"] and not array.reach else f"{SIZE - array.reach}"
        lines.append(("no", f"{no}: {more} in 100"))
    return lines


def _draw_key(drawing: go.Figure, kind: Square | None, words: str, top: float, palette: Colours) -> None:
    pitch = 16.0
    if kind is None:
        drawing.add_shape(name="key", line={"color": palette.ink, "width": 3}, **_box(1, top + 3, pitch))
    else:
        _add_squares(drawing, kind, [(1.0, top + 3)], pitch, palette)
        drawing.data[-1].name = "key"
    style.write(drawing, (Line(words),), top, palette, indent=24)


def _draw_squares(
    drawing: go.Figure, squares: Sequence[Square], marked: int | None, top: float, palette: Colours
) -> None:
    """One trace for each kind of square, then the edge of the value's own."""
    pitch = _SIDE / COLUMNS
    for kind in _KINDS:
        places = [n for n, square in enumerate(squares) if square == kind]
        _add_squares(drawing, kind, [_corner(n, top) for n in places], pitch, palette)
    if marked is not None:
        x, y = _corner(marked - 1, top)
        drawing.add_shape(name="value", line={"color": palette.ink, "width": 3}, **_box(x, y, pitch))


def _corner(place: int, top: float) -> tuple[float, float]:
    row, column = divmod(place, COLUMNS)
    pitch = _SIDE / COLUMNS
    return column * pitch, top + row * pitch


def _box(x: float, y: float, pitch: float) -> dict[str, Any]:
    side = pitch * (1 - _GAP)
    return {"type": "rect", "x0": x, "x1": x + side, "y0": y, "y1": y + side}


STRIP_WORDS = "below: this square, 10 times as large"
"""What the strip is, in the key."""

_KINDS: tuple[Square, ...] = ("yes", "range", "no", "part")


def _add_squares(
    drawing: go.Figure, kind: Square, corners: list[tuple[float, float]], pitch: float, palette: Colours
) -> None:
    """Squares are bars, because bars can be hatched; positions are pixels."""
    side = pitch * (1 - _GAP) * (0.5 if kind == "part" else 1)
    drawing.add_bar(
        x=[x + side / 2 for x, _ in corners],
        base=[y for _, y in corners],
        y=[side] * len(corners),
        width=side,
        name=kind,
        marker=_filling(kind, palette),
        hoverinfo="skip",
    )


def _filling(kind: Square, palette: Colours) -> dict[str, Any]:
    if kind == "no":
        return {"color": "rgba(0,0,0,0)", "line": {"color": palette.quiet, "width": 0.75}}
    edge = {"color": palette.accent, "width": 1}
    if kind != "range":
        return {"color": palette.accent, "line": edge}
    hatch = {"shape": "/", "fgcolor": palette.accent, "bgcolor": palette.paper, "size": 5, "solidity": 0.35}
    return {"color": palette.paper, "line": edge, "pattern": hatch}


def alt_text(array: IconArray) -> str:
    """The picture for a reader who does not see it."""
    strip = " Below it the first square, 10 times as large, in 10 parts." if array.is_rare else ""
    return f"Grid of {COLUMNS} by {SIZE // COLUMNS} squares.{strip} {array.words}"


TABLE_COLUMNS = ("Outcome", "Group", "Figure", "Both sides", "Range", "Source", "Finding")


def table(arrays: Iterable[IconArray]) -> pd.DataFrame:
    """The arrays as a table of words, one a row."""
    import pandas as pd  # it is slow to load, and most pages show no table

    rows = [(array.name, array.group, *array.lines, array.told.cited, array.told.id) for array in arrays]
    return pd.DataFrame(rows, columns=list(TABLE_COLUMNS))
