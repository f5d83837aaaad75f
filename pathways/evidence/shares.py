"""Shares as people: everything is said in 100, and a share below 1 in 100 in 1,000, in its own place.

A rare share never turns other figures into 1,000ths, and a sample of fewer than 100 people is never said
in 1,000ths: there, one person is more than 1 in 100.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from pathways import checks
from pathways.model import Arm, Finding

RARE = Decimal(1)
"""Below so many percent not one person in 100 had it: such a share is said in 1,000."""
LEAST_SAMPLE = 100
"""A sample of fewer people is never said in 1,000ths."""
LEAST = Decimal("0.05")
"""Below so many percent not even one in 1,000 is said, by rounding."""
LEAST_SAID = "fewer than 1 in 1,000"
WHY_IN_1000 = "A share below 1 in 100 is said in 1,000, in its own place; every other share is said in 100."


def is_rare(percent: Decimal | None, total: int | None = None) -> bool:
    """Is a share so small that it is said in 1,000? Nobody is not rare, and small samples never are.

    >>> is_rare(Decimal("0.4")), is_rare(Decimal("1.1")), is_rare(Decimal("0.4"), total=80)
    (True, False, False)
    """
    is_large = total is None or total >= LEAST_SAMPLE
    return percent is not None and 0 < percent < RARE and is_large


def why_in_1000(findings: Iterable[Finding]) -> str:
    """The sentence that stands over figures of which one is said in 1,000; blank if all are in 100."""
    return WHY_IN_1000 if any(_has_rare_share(finding) for finding in findings) else ""


def _has_rare_share(finding: Finding) -> bool:
    if not is_share(finding) and finding.unit != "percent_per_year":
        return False
    other_side = (
        100 - finding.value if finding.measure == "proportion" and finding.value is not None else None
    )
    return (
        denominator(finding.arm()) != 100
        or is_rare(finding.comparator_value, finding.comparator_total)
        or is_rare(other_side, finding.total)
    )


def denominator(arm: Arm) -> int:
    """In how many people a group's figure and its range are said: 100, or 1,000 if it is rare.

    Where the source gives a range alone, its high end decides.
    """
    figure = arm.value if arm.value is not None else arm.high
    return 1000 if is_rare(figure, arm.total) else 100


def is_share(finding: Finding) -> bool:
    """Is the figure a share of people or things, so that it may be said as "x in 100"?"""
    return finding.unit == "percent" and finding.measure in {*checks.SHARE_MEASURES, "range"}


def whole(number: Decimal) -> int:
    """The nearest whole number; a half goes up.

    >>> whole(Decimal("20.5"))
    21
    """
    return int(number.quantize(Decimal(1), ROUND_HALF_UP))


def numeral(number: Decimal) -> str:
    """A number with the digits that its source printed, thousands set apart, and a true minus sign.

    >>> numeral(Decimal("-1234.50"))
    '−1,234.50'
    """
    return f"{number:,}".replace("-", "\N{MINUS SIGN}")


def exact_percent(percent: Decimal, events: int | None, total: int | None) -> Decimal:
    """The percentage worked out from the counts where there are any: its source may have rounded it.

    >>> exact_percent(Decimal("2"), 1, 40)
    Decimal('2.5')
    """
    return Decimal(100 * events) / total if events is not None and total else percent


def in_people(percent: Decimal, total: int | None = None) -> str:
    """A percentage as people, in 100; a rare one in 1,000 (see :func:`is_rare`), with what that is in 100.

    >>> in_people(Decimal("20.8")), in_people(Decimal("59"))
    ('about 21 in 100', '59 in 100')
    >>> in_people(Decimal("0.4"))
    '4 in 1,000 (fewer than 1 in 100)'
    """
    people, note = people_and_note(percent, total)
    return f"{people} ({note})" if note else people


def people_and_note(percent: Decimal, total: int | None = None) -> tuple[str, str]:
    """A percentage as people, apart from what a rare one is in 100; that is blank for all others.

    >>> people_and_note(Decimal("0.4")), people_and_note(Decimal("59"))
    (('4 in 1,000', 'fewer than 1 in 100'), ('59 in 100', ''))
    """
    if not is_rare(percent, total):
        return people_in(percent, 100), ""
    if percent < LEAST:
        return LEAST_SAID, ""
    return people_in(percent, 1000), "fewer than 1 in 100"


def people_in(percent: Decimal, per: int) -> str:
    """A percentage as people out of ``per``, 100 or 1,000.

    >>> people_in(Decimal("0.46"), 1000), people_in(Decimal("99.6"), 100)
    ('about 5 in 1,000', 'more than 99 in 100')
    """
    exact = percent * per / 100
    if exact == exact.to_integral_value():
        return f"{int(exact):,} in {per:,}"
    match whole(exact):
        case 0:
            return f"fewer than 1 in {per:,}"
        case rounded if rounded == per:
            return f"more than {per - 1:,} in {per:,}"
        case rounded:
            return f"about {rounded:,} in {per:,}"


def more_or_fewer(points: Decimal) -> str:
    """A difference in percentage points as people.

    >>> more_or_fewer(Decimal("2.31"))
    'about 2 more in 100'
    >>> more_or_fewer(Decimal("-3"))
    '3 fewer in 100'
    """
    number, _, everyone = people_in(abs(points), 100).partition(" in ")
    return f"{number} {'fewer' if points < 0 else 'more'} in {everyone}"


def ends(low: str | None, high: str | None) -> str:
    """The two ends of a range, or the one that is known.

    >>> ends("6", "8"), ends(None, "28")
    ('6 to 8', 'up to 28')
    """
    if low is not None and high is not None:
        return f"{low} to {high}"
    return f"from {low}" if high is None else f"up to {high}"


def range_in_people(low: Decimal | None, high: Decimal | None, per: int = 100) -> str:
    """A range of percentages as people.

    >>> range_in_people(Decimal("6.1"), Decimal("12.5"))
    '6 to 13 in 100'
    """
    fewest = None if low is None else _people(low, per)
    most = None if high is None else _people(high, per)
    return f"{ends(fewest, most)} in {per:,}"


def _people(percent: Decimal, per: int) -> str:
    """Whole people; where rounding would say nobody or everybody, that it is not quite so.

    >>> _people(Decimal("12.5"), 100), _people(Decimal("0.3"), 100), _people(Decimal("99.95"), 100)
    ('13', 'fewer than 1', 'more than 99')
    """
    exact = percent * per / 100
    match whole(exact):
        case 0 if exact > 0:
            return "fewer than 1"
        case rounded if rounded == per and exact < per:
            return f"more than {per - 1:,}"
        case rounded:
            return f"{rounded:,}"
