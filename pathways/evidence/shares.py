"""Shares as people: "21 in 100" beside every percentage, with one denominator for a whole table."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from pathways import checks
from pathways.model import Finding

RARE = Decimal(2)
"""Below so many percent, whole people in 100 are too coarse: 1.5 would be said as 2."""


def per_for(findings: Iterable[Finding]) -> int:
    """The one denominator for a table: 1,000 if it holds a share below 2 in 100, else 100."""
    shares = [number for finding in findings for number in _shares(finding)]
    return 1000 if any(0 < share < RARE for share in shares) else 100


def _shares(finding: Finding) -> list[Decimal]:
    if not is_share(finding) and finding.unit != "percent_per_year":
        return []
    numbers = (finding.value, finding.low, finding.high, finding.comparator_value)
    return [number for number in numbers if number is not None]


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


def in_people(percent: Decimal, per: int = 100) -> str:
    """A percentage as people.

    >>> in_people(Decimal("20.8"))
    'about 21 in 100'
    >>> in_people(Decimal("0.46"), per=1000)
    'about 5 in 1,000'
    >>> in_people(Decimal("59"))
    '59 in 100'
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


def more_or_fewer(points: Decimal, per: int = 100) -> str:
    """A difference in percentage points as people.

    >>> more_or_fewer(Decimal("2.31"))
    'about 2 more in 100'
    >>> more_or_fewer(Decimal("-3"))
    '3 fewer in 100'
    """
    number, _, everyone = in_people(abs(points), per).partition(" in ")
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
    """Whole people, or with decimals where rounding would say nobody or everybody.

    >>> _people(Decimal("12.5"), 100), _people(Decimal("0.02"), 1000), _people(Decimal("99.95"), 100)
    ('13', '0.2', '99.95')
    """
    exact = percent * per / 100
    for step in (Decimal(1), Decimal("0.1")):
        rounded = exact.quantize(step, ROUND_HALF_UP)
        if exact == rounded or rounded not in (0, per):
            return f"{rounded:,}"
    return f"{exact.normalize():,f}"
