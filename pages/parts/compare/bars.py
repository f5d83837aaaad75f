"""A share as a bar of 100: solid to the low end of its range, hatched to the high end, with a mark."""

from __future__ import annotations

from decimal import Decimal

from markupsafe import Markup

from pages.shared.templates import rendered
from pathways.evidence import Bar

NONE, ALL = Decimal(0), Decimal(100)


def bar_html(bar: Bar | None) -> Markup:
    """The bar; of a rare share it is hardly filled, and its first hundredth is drawn once more, larger."""
    if bar is None:
        return Markup("")
    if not bar.is_rare:
        return _bar(bar.low, bar.value, bar.high)
    whole = _bar(None, _highest(bar) / 100, None)
    return rendered("compare/rare_bar.html", whole=whole, part=_bar(bar.low, bar.value, bar.high))


def _highest(bar: Bar) -> Decimal:
    return max(end for end in (bar.value, bar.low, bar.high, NONE) if end is not None)


def _bar(low: Decimal | None, value: Decimal | None, high: Decimal | None) -> Markup:
    first = low if low is not None else value if high is None else NONE
    solid = NONE if first is None else first
    reach = max(solid, high if high is not None else value or NONE)
    return rendered("compare/bar.html", solid=_place(solid), hatched=_place(reach - solid), mark=_mark(value))


def _mark(value: Decimal | None) -> str | None:
    return None if value is None else _place(value)


def _place(percent: Decimal) -> str:
    """A place on the bar as a style sheet writes it; blank for its very beginning.

    >>> _place(Decimal("47.8333")), _place(Decimal(0))
    ('47.8', '')
    """
    return f"{min(percent, ALL):.1f}" if percent else ""
