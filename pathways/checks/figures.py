"""What a sentence says in figures: its numbers, in digits or in words, and its times in months."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

_NUMBER = re.compile(r"(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?")
_WORDS = {
    word: Decimal(number)
    for number, word in enumerate(
        ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
    )
} | {"half": Decimal("0.5"), "twelve": Decimal(12), "eighteen": Decimal(18), "none": Decimal(0)}
_ORDINALS = {"first": Decimal(1), "second": Decimal(2), "third": Decimal(3), "fourth": Decimal(4)}
_ONE = {"a": Decimal(1), "an": Decimal(1), "each": Decimal(1), "every": Decimal(1)}
_AMOUNTS = _WORDS | _ORDINALS | _ONE
_MONTHS = {
    "day": 12 / Decimal("365.25"),
    "week": 84 / Decimal("365.25"),
    "month": Decimal(1),
    "year": Decimal(12),
}

_AMOUNT = rf"(?:\d+(?:\.\d+)?|{'|'.join(_AMOUNTS)})"
_UNIT = r"(?P<unit>day|week|month|year)(?:s|ly)?\b"
_SPAN = re.compile(
    rf"(?<!half )\b(?P<low>{_AMOUNT})(?P<half> and a half)?"
    rf"(?:(?: to | or |-)(?P<high>{_AMOUNT}))?(?: whole| full)?[ -]{_UNIT}",
    re.IGNORECASE,
)
_HALF_A = re.compile(rf"\bhalf an? {_UNIT}", re.IGNORECASE)
_NUMBERED = re.compile(rf"\b{_UNIT} (?P<low>\d+)\b", re.IGNORECASE)
_BARE = re.compile(rf"\b(?:within|in|over|for|after) (?:the )?(?:first |same |next )?{_UNIT}", re.IGNORECASE)


@dataclass(frozen=True)
class Time:
    """A time as a sentence says it: its words, and the months from ``low`` to ``high``."""

    words: str
    low: Decimal
    high: Decimal

    def is_near(self, months: Decimal) -> bool:
        """Does it mean about so many months? Words round: "about two years" may stand for 25 months."""
        return self.low * _LEAST <= months <= self.high * _MOST


_LEAST, _MOST = Decimal("0.8"), Decimal("1.25")


def figures(words: str) -> frozenset[Decimal]:
    """The numbers that are written in digits.

    >>> sorted(figures("1,234 of 2,000 people at L4 and S1, 5.5 points."))
    [Decimal('5.5'), Decimal('1234'), Decimal('2000')]
    """
    return frozenset(Decimal(number.replace(",", "")) for number in _NUMBER.findall(words.replace("-", " ")))


def figures_and_words(words: str) -> frozenset[Decimal]:
    """The numbers in digits and those in words.

    >>> sorted(figures_and_words("Two of 10."))
    [Decimal('2'), Decimal('10')]
    """
    said = (_WORDS.get(word) for word in re.findall(r"[a-z]+", words.lower()))
    return figures(words) | {number for number in said if number is not None}


@lru_cache(maxsize=4_096)
def times(words: str) -> tuple[Time, ...]:
    """The times that a text says, each in months.

    >>> [(time.words, round(time.low, 1), round(time.high, 1)) for time in times("After 6 to 9 weeks.")]
    [('6 to 9 weeks', Decimal('1.4'), Decimal('2.1'))]
    >>> [round(time.low, 1) for time in times("Three and a half years on, or half a year, or on day 7.")]
    [Decimal('42.0'), Decimal('6.0'), Decimal('0.2')]
    """
    return tuple(_times(words))


def _times(words: str) -> Iterator[Time]:
    for match in _SPAN.finditer(words):
        low = _amount(match["low"]) + (_WORDS["half"] if match["half"] else 0)
        high = _amount(match["high"]) if match["high"] else low
        yield _time(match, low, high)
    for match in _HALF_A.finditer(words):
        yield _time(match, _WORDS["half"], _WORDS["half"])
    for match in _NUMBERED.finditer(words):
        yield _time(match, Decimal(match["low"]), Decimal(match["low"]))
    for match in _BARE.finditer(words):
        yield _time(match, Decimal(1), Decimal(1))


def _amount(words: str) -> Decimal:
    known = _AMOUNTS.get(words.lower())
    return Decimal(words) if known is None else known


def _time(match: re.Match[str], low: Decimal, high: Decimal) -> Time:
    months = _MONTHS[match["unit"].lower()]
    return Time(match[0], low * months, high * months)
