"""What a cell of a pack may hold: numbers with bounds, days, lists, blanks.

Tables and YAML reach the models as text, so that what the editor typed is what is judged. The types here turn
that text into values. A number is written with plain digits, as sources print it: no exponent, no digit
grouping, no other script's digits.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Annotated, Literal, TypeVar

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

AnyValue = TypeVar("AnyValue")

_PLAIN_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,6})?")
_WHOLE_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,9})")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def many(cell: object) -> object:
    """The parts of a cell that are parted by semicolons; what is no text is left as it is.

    >>> many("tea-02; tea-04;")
    ('tea-02', 'tea-04')
    """
    if not isinstance(cell, str):
        return cell
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def choices(cell: object) -> object:
    """The choices of a cell: each a value and its label; what is no text is left as it is.

    >>> choices("yes=Yes, now; no=No")
    ({'value': 'yes', 'label': 'Yes, now'}, {'value': 'no', 'label': 'No'})
    """
    if not isinstance(cell, str):
        return cell
    parted = (part.partition("=") for part in cell.split(";") if part.strip())
    return tuple({"value": value.strip(), "label": label.strip()} for value, _, label in parted)


def sources_or_convention(cell: object) -> object:
    """What a way rests on: sources, or none if it says convention. A blank cell or list is no answer.

    >>> sources_or_convention("kettle_book;leaf_study"), sources_or_convention("convention")
    (('kettle_book', 'leaf_study'), ())
    >>> sources_or_convention(""), sources_or_convention([])
    (('',), ('',))
    """
    if cell == []:
        return ("",)
    if not isinstance(cell, str):
        return cell
    return () if cell == "convention" else many(cell) or ("",)


def _blank_as_none(cell: object) -> object:
    return None if cell == "" else cell


def _plain(cell: object) -> object:
    if isinstance(cell, str) and not _PLAIN_NUMBER.fullmatch(cell):
        mend = "Write the number with plain digits, such as 12, -3 or 0.45: at most 9 and 6 after the point"
        raise PydanticCustomError("plain_number", mend)
    return cell


def _whole(cell: object) -> object:
    if isinstance(cell, str):
        if not _WHOLE_NUMBER.fullmatch(cell):
            mend = "Write a whole number with plain digits, such as 12: at most 10"
            raise PydanticCustomError("whole_number", mend)
        return int(cell)
    return cell


def _day(cell: object) -> object:
    if isinstance(cell, dt.date) or (isinstance(cell, str) and _DAY.fullmatch(cell)):
        return cell
    raise PydanticCustomError("day", "Write a day as year-month-day, such as 2026-01-31")


Blank = Annotated[AnyValue | None, BeforeValidator(_blank_as_none)]
"""A value, or a blank cell: not reported."""

Many = Annotated[tuple[AnyValue, ...], BeforeValidator(many)]
"""Several values in one cell, parted by semicolons."""

Number = Annotated[Decimal, BeforeValidator(_plain), Field(max_digits=15, decimal_places=6)]
"""A figure with the digits that its source printed; what it may be depends on its unit and measure."""

Months = Annotated[Decimal, BeforeValidator(_plain), Field(max_digits=15, decimal_places=6, ge=0, le=1200)]
"""A time after the start, up to a hundred years."""

Events = Annotated[int, BeforeValidator(_whole), Field(ge=0, le=9_999_999_999)]
"""How many people (or tested things) had it."""

People = Annotated[int, BeforeValidator(_whole), Field(ge=1, le=9_999_999_999)]
"""How many there were: a group of nobody has no figure."""

Year = Annotated[int, BeforeValidator(_whole), Field(ge=1900, le=2200)]
"""The year of a publication."""

Place = Annotated[int, BeforeValidator(_whole), Field(ge=0, le=999)]
"""A place in an order, from 0."""

Score = Annotated[Literal[0, 1, 2], BeforeValidator(_whole)]
"""How far a criterion is met: not, partly, wholly."""

Day = Annotated[dt.date, BeforeValidator(_day), Field(ge=dt.date(2000, 1, 1), le=dt.date(2200, 12, 31))]
"""A day in the life of a pack."""
