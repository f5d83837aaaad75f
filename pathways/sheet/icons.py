"""A share as a small drawing of squares: SVG for every face that can show a picture.

Solid squares reach to the low end of the range, half-filled ones to its high end, empty ones are those who
did not have it. Shape tells them apart, so that a greyscale print says the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import compress

from pathways.charts.icon_array import COLUMNS, IconArray, Square
from pathways.theme import LIGHT

PITCH = 10
"""The step from square to square, in units of the drawing."""

_BOX = 8.4
_APART = 6
"""Room between the grid and the strip, in units of the drawing."""
_EDGE = 0.5


def svg(array: IconArray) -> str:
    """The squares as one SVG drawing, row by row from the top left; it holds no words.

    The strip of a rare share stands below the grid, where an eleventh row would be, a little apart.
    """
    paths = _squares(array.squares, array.marked)
    width = height = COLUMNS * PITCH
    if array.strip:
        strip = _squares(array.strip, array.marked_in_strip)
        paths += f'<g transform="translate(0 {height + _APART})">{strip}</g>'
        height += _APART + PITCH
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}">{paths}</svg>'
    )


def _squares(squares: Sequence[Square], marked: int | None) -> str:
    value = None if marked is None else marked - 1
    empty, half, solid = (_where(squares, kind) for kind in (("no", "part"), ("range",), ("yes",)))
    paths = (
        _outlines(empty, _EDGE, LIGHT.edge),
        _outlines(half, _EDGE, LIGHT.ink),
        _fill(solid, _BOX),
        _corners([*half, *_where(squares, ("part",))]),
        "" if value is None or squares[value] == "yes" else _outlines([value], 2.4, LIGHT.ink),
    )
    return "".join(paths)


def _where(squares: Sequence[Square], kinds: tuple[Square, ...]) -> list[int]:
    return list(compress(range(len(squares)), (square in kinds for square in squares)))


def _corner(place: int) -> tuple[float, float]:
    row, column = divmod(place, COLUMNS)
    inset = (PITCH - _BOX) / 2
    return round(column * PITCH + inset, 2), round(row * PITCH + inset, 2)


def _fill(places: Iterable[int], side: float) -> str:
    corners = [_corner(place) for place in places]
    steps = "".join(f"M{x:g} {y:g}h{side:g}v{side:g}h-{side:g}z" for x, y in corners)
    return f'<path fill="{LIGHT.ink}" d="{steps}"/>' if steps else ""


def _corners(places: Iterable[int]) -> str:
    """The lower left half of each square."""
    corners = [_corner(place) for place in places]
    steps = "".join(f"M{x:g} {y:g}v{_BOX:g}h{_BOX:g}z" for x, y in corners)
    return f'<path fill="{LIGHT.ink}" d="{steps}"/>' if steps else ""


def _outlines(places: Iterable[int], width: float, colour: str) -> str:
    inset, side = width / 2, round(_BOX - width, 2)
    corners = [_corner(place) for place in places]
    steps = "".join(f"M{x + inset:g} {y + inset:g}h{side:g}v{side:g}h-{side:g}z" for x, y in corners)
    return f'<path fill="none" stroke="{colour}" stroke-width="{width:g}" d="{steps}"/>' if steps else ""
