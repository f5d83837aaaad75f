"""Units of figures: those of any pack, and what a pack says of its own and of the scales it draws."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from pathways.model.cells import Number
from pathways.model.record import Record
from pathways.model.vocabulary import Words

TIME_UNITS = frozenset({"milliseconds", "minutes", "hours", "days", "weeks", "months", "years"})

AMOUNT_UNITS = frozenset(
    {"ml", "mL", "GBP", "USD", "USD_per_QALY", "percent_lower", "percentage_points", "percent_per_year"}
)
"""Units of what is measured out, paid, or told as so much more or less: no scale of a questionnaire."""

UNIT_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "": "",
        "percent": "percent",
        "percent_lower": "percent lower",
        "percentage_points": "percentage points",
        "percent_per_year": "percent a year",
        "ratio": "",
        "correlation_r": "",
        "SMD": "standard deviations",
        "points": "points",
        "ml": "mL",
        "mL": "mL",
        "GBP": "pounds",
        "USD": "US dollars",
        "USD_per_QALY": "US dollars for a year in good health (QALY)",
        **{unit: unit for unit in sorted(TIME_UNITS)},
    }
)
"""Units that any pack may use, in words, beside ``points_0_10`` and its like (see :func:`points_of`)."""

_POINTS = re.compile(r"points_0_([1-9][0-9]{0,3})")


def points_of(unit: str) -> int | None:
    """How many points a scale from 0 has, by the name of its unit; None if it is no such unit.

    >>> points_of("points_0_10"), points_of("percent")
    (10, None)
    """
    points = _POINTS.fullmatch(unit)
    return int(points[1]) if points else None


def general_label(unit: str) -> str | None:
    """A unit of any pack in words; None if only a pack can know it.

    >>> general_label("points_0_10"), general_label("mL"), general_label("cups")
    ('points of 10', 'mL', None)
    """
    points = points_of(unit)
    return UNIT_LABELS.get(unit) if points is None else f"points of {points}"


class Instrument(Record):
    """A questionnaire or scale whose averages are drawn: less is better, ``least`` is the good end."""

    name: Words
    least: Number
    most: Number


class Unit(Record):
    """A unit as the pack words it, with the scale on which its averages are drawn, if they are."""

    id: Words
    words: Words
    scale: Instrument | None = None
