"""The squares of an icon array as a small picture in the page: no chart library is sent to the browser.

What each square stands for is asked of :mod:`pathways.charts.icon_array`; every picture of a page has the
same grid in the same order. Streamlit drops SVG from HTML, so the squares are cut out of a plain surface
(a CSS mask), which takes the colours of the theme.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from markupsafe import Markup

from pages.shared.templates import rendered
from pathways.charts.icon_array import COLUMNS, IconArray, Square, alt_text

PITCH = 10
"""From one square to the next, in the units of the picture."""
SIDE = 8
"""Width of a square, in the same units."""


def icon_array_html(array: IconArray) -> Markup:
    """One grid with its text for readers who do not see it; below it, if the share is rare, its strip."""
    grid = _picture(array.squares, COLUMNS, array.marked, alt_text(array))
    if not array.strip:
        return grid
    strip = _picture(array.strip, COLUMNS, array.marked_in_strip, "")
    return grid + rendered("strip.html", strip=strip)


def key_html(kind: Square, *, is_value: bool = False) -> Markup:
    """One square of a kind, to be explained by the words beside it."""
    return _picture((kind,), 1, 1 if is_value else None, "")


def _picture(squares: Sequence[Square], columns: int, marked: int | None, words: str) -> Markup:
    width, height = columns * PITCH, len(squares) // columns * PITCH
    return rendered(
        "squares.html",
        width=width,
        height=height,
        shares=quote(_shares(squares, columns, width, height), safe=" =:/"),
        value=None if marked is None else _frame(_corner(marked - 1, columns), width, height),
        words=words,
        small=columns == 1,
    )


def _shares(squares: Sequence[Square], columns: int, width: int, height: int) -> str:
    corners: dict[Square, list[tuple[int, int]]] = {"yes": [], "range": [], "no": [], "part": []}
    for place, square in enumerate(squares):
        corners[square].append(_corner(place, columns))
    svg = rendered(
        "squares.svg",
        width=width,
        height=height,
        filled=_boxes(corners["yes"], SIDE) + _boxes(corners["part"], SIDE // 2),
        hatched=_boxes(corners["range"], SIDE),
        lines="".join(_hatching(x, y) for x, y in corners["range"]),
        empty=_boxes([*corners["no"], *corners["part"]], SIDE),
    )
    return " ".join(svg.split())


def _corner(place: int, columns: int) -> tuple[int, int]:
    row, column = divmod(place, columns)
    margin = (PITCH - SIDE) // 2
    return column * PITCH + margin, row * PITCH + margin


def _boxes(corners: Sequence[tuple[int, int]], side: int) -> str:
    """One path for all squares of a kind: a thousand elements would be slow to draw."""
    return "".join(f"M{x} {y}h{side}v{side}h-{side}z" for x, y in corners)


def _hatching(x: int, y: int) -> str:
    half = SIDE // 2
    return f"M{x} {y + half}l{half}-{half}M{x} {y + SIDE}l{SIDE}-{SIDE}M{x + half} {y + SIDE}l{half}-{half}"


def _frame(corner: tuple[int, int], width: int, height: int) -> tuple[float, ...]:
    """Where the square of the value lies, in percent of the picture: left, top, width and height."""
    x, y = corner
    return tuple(round(100 * part, 3) for part in (x / width, y / height, SIDE / width, SIDE / height))
