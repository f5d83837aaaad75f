"""Where the words of a box stand in it: its label, how many places it holds, and its mark with a shape."""

from __future__ import annotations

from dataclasses import dataclass

from pathways.layout import Point, Rect
from pathways.map.lettering import LABEL_LINE_HEIGHT, LABEL_SIZE, LINE_HEIGHT, text_width
from pathways.map.model import MapBox

_SHAPE_ROOM = 14
_ABOVE = 0.275  # the part of a line's height by which its baseline lies below its middle


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, centred on ``x``, with its baseline at ``y``."""

    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class BoxWords:
    """All lines of a box. ``shape`` is the middle of the mark's shape, None if it has no mark."""

    label: tuple[Line, ...]
    small: tuple[Line, ...]
    shape: Point | None


def box_words(box: MapBox, rect: Rect, *, is_narrow: bool) -> BoxWords:
    """Label, count and mark, one under the other, centred in the box."""
    lines, marks = box.words_on(is_narrow=is_narrow)
    count = [box.count] if box.count else []
    beneath = [*count, *marks]
    middle = rect.x + rect.width / 2
    height = len(lines) * LINE_HEIGHT + len(beneath) * LABEL_LINE_HEIGHT
    top = rect.y + (rect.height - height) / 2
    label = _lines(lines, middle, top, LINE_HEIGHT)
    below = top + len(lines) * LINE_HEIGHT
    small = _lines(count, middle, below, LABEL_LINE_HEIGHT)
    below += len(count) * LABEL_LINE_HEIGHT
    shown = _lines(marks, middle + _SHAPE_ROOM / 2, below, LABEL_LINE_HEIGHT)
    return BoxWords(label, (*small, *shown), _shape(marks, middle, below))


def _shape(marks: tuple[str, ...], middle: float, top: float) -> Point | None:
    if not marks:
        return None
    widest = max(text_width(words, LABEL_SIZE) for words in marks)
    return Point(middle - widest / 2 - 4, top + LABEL_LINE_HEIGHT / 2)


def _lines(words: tuple[str, ...] | list[str], x: float, top: float, height: float) -> tuple[Line, ...]:
    return tuple(Line(x, top + height * (i + 0.5 + _ABOVE), line) for i, line in enumerate(words))
