"""A figure at a glance: "52 of 100", its other side, a bar, and its facts in a few words.

For tables in which a cell has room for one line. What is cut here stands one step deeper, in full.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pathways.evidence.shares import (
    denominator,
    exact_percent,
    is_share,
    people_and_note,
    range_in_people,
    whole,
)
from pathways.evidence.words import NO_SINGLE_TIME, ONLY_A_RANGE, RANGE_NOT_REPORTED
from pathways.model import Arm, Finding, Source
from pathways.model.vocabulary import BRIEF_DESIGN_LABELS, INTERVAL_LABELS

MONTHS_OF_A_YEAR = 12
SAYS_HOW_SURELY = frozenset({"ci95", "cri95"})
"""Kinds of range within which a study cannot tell; the others say how far what it measured spread."""


@dataclass(frozen=True)
class Brief:
    """What one cell of a table has room for; blank is what has no place beside this figure.

    ``note`` says what a rare share is in 100. ``facts`` are few words each: who, when, how many, how, range.
    """

    figure: str
    note: str
    other_side: str
    bar: Bar | None
    time: str
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Bar:
    """A share as a part of a bar, in percent of its length; ``None`` is not reported.

    ``is_rare``: the share is below 1 in 100, so the bar is of 10 in 1,000 and not of 100.
    """

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    is_rare: bool


def figure(finding: Finding, arm: Arm) -> tuple[str, str]:
    """A share as people or things, and what a rare one is in 100; blank for all that is no share."""
    if not is_share(finding) or not (arm.has_range or arm.value is not None):
        return "", ""
    people, note = _share(arm)
    return f"{people} {finding.counted}".rstrip(), note


def at_mark(number: str, few: str, interval: str, arm: Arm) -> str:
    """A share beside its mark in a picture: "63 (50 to 74)", "4 in 1,000 (3 to 5)", "1 of 41, about 2".

    A range that does not say how surely the study knows is named by its kind: "20 (10 to 40, range)".

    Args:
        number: the share in the least words; beside the counts of few it says whether it is about so many.
        few: the counts of a small group, or blank.
        interval: the range of the share in the least words, or blank.
    """
    said = f"{few}, {number}" if few else number
    if not interval or arm.value is None:
        return said
    kind = "" if arm.bounds in SAYS_HOW_SURELY else f", {INTERVAL_LABELS[arm.bounds].rstrip(',')}"
    said_once = " in 1,000" if number.endswith(" in 1,000") else ""
    return f"{said} ({interval.removesuffix(said_once)}{kind})"


def short_range(finding: Finding, arm: Arm) -> str:
    """The range of a share as people of 100: "50 to 74"; a rare one as "3 to 5 in 1,000"; or blank."""
    if not is_share(finding) or not arm.has_range:
        return ""
    return range_in_people(arm.low, arm.high, denominator(arm)).removesuffix(" in 100")


def _share(arm: Arm) -> tuple[str, str]:
    if arm.total and arm.events in (0, arm.total):
        return f"{'all' if arm.events else 'none'} of {arm.total:,}", ""
    if arm.value is None:
        return _of(range_in_people(arm.low, arm.high, denominator(arm))), ""
    people, note = people_and_note(exact_percent(arm.value, arm.events, arm.total), arm.total)
    return _of(people), note


def _of(people: str) -> str:
    """People in a hundred, as they are said where the figure stands alone.

    >>> _of("about 4 in 1,000"), _of("fewer than 1 in 1,000")
    ('about 4 in 1,000', 'fewer than 1 in 1,000')
    >>> _of("about 64 in 100")
    'about 64 of 100'
    """
    return people.replace(" in 100", " of 100") if people.endswith(" in 100") else people


def other_side(sides: tuple[str, str] | None) -> str:
    """How many did not have it: "48 did not"; blank where the figure has no other side.

    The figure before it says "about" for both.

    >>> other_side(("52 in 100", "48 in 100")), other_side(("about 64 in 100", "about 36 in 100"))
    ('48 did not', '36 did not')
    """
    return f"{sides[1].partition(' in ')[0].removeprefix('about ')} did not" if sides else ""


def bar(finding: Finding, arm: Arm) -> Bar | None:
    """The bar of a share; None for all that is no share."""
    if not is_share(finding) or not (arm.has_range or arm.value is not None):
        return None
    value = None if arm.value is None else exact_percent(arm.value, arm.events, arm.total)
    is_rare = denominator(arm) != Decimal(100)
    value, low, high = (_place(end, is_rare=is_rare) for end in (value, arm.low, arm.high))
    return Bar(value, low, high, is_rare)


def _place(percent: Decimal | None, *, is_rare: bool) -> Decimal | None:
    """Where a percentage lies on its bar: that of a rare share ends at 1 in 100."""
    if percent is None:
        return None
    return min(Decimal(100), percent * (100 if is_rare else 1))


def time(finding: Finding, follow_up: str, not_given: str = NO_SINGLE_TIME) -> str:
    """How long people were followed, rounded to whole months: "1 year"; blank where it has no time.

    Args:
        follow_up: the time in full, which knows where none belongs.
        not_given: what is said where the source gives no single time.
    """
    months = finding.follow_up_months
    if not follow_up or months is None:
        return follow_up and not_given
    if months == 0:
        return "in hospital"
    if months < 1:
        return "under 1 month"
    return time_in_words(months)


def time_in_words(months: Decimal) -> str:
    """Months in whole years or whole months; those that are not whole are rounded, and said to be.

    >>> [time_in_words(Decimal(months)) for months in ("1", "24", "38.07", "1.5")]
    ['1 month', '2 years', 'about 38 months', 'about 7 weeks']
    """
    if months < 2 and months != 1:
        return f"about {whole(months * 52 / MONTHS_OF_A_YEAR)} weeks"
    rounded = whole(months)
    about = "" if months == rounded else "about "
    if rounded % MONTHS_OF_A_YEAR == 0:
        years = rounded // MONTHS_OF_A_YEAR
        return f"{about}{years} {'year' if years == 1 else 'years'}"
    return f"{about}{rounded} {'month' if rounded == 1 else 'months'}"


def size(finding: Finding, arm: Arm, source: Source) -> str:
    """How many were counted: "25 of 39 people", "21 people", or those of the whole study."""
    counted = finding.counted or "people"
    if arm.total is not None:
        events = "" if arm.events is None or arm.events in (0, arm.total) else f"{arm.events:,} of "
        return f"{events}{arm.total:,} {counted}"
    return f"{source.n:,} in the study" if source.n else "size not reported"


def interval(finding: Finding, arm: Arm, interval: str) -> str:
    """The range of a share as people, or that none was reported; that of a score stands one step deeper."""
    if interval in (RANGE_NOT_REPORTED, ONLY_A_RANGE):
        return interval
    has_one = is_share(finding) and interval
    return f"range {_of(range_in_people(arm.low, arm.high, denominator(arm)))}" if has_one else ""


def design(source: Source) -> str:
    """The make of the study in two words at most."""
    return BRIEF_DESIGN_LABELS[source.design]
