"""One finding in phrases: the figure, both sides of it, what it stands beside, its range, group, time.

Pages and pictures take them from a :class:`~pathways.evidence.reading.Reading`; nothing else asks here. A
phrase about a figure takes the arm whose figure it is, so that a study can be told from either of its
groups. ``unit`` is the unit of the finding in the words of its pack.
"""

from __future__ import annotations

from decimal import Decimal

from pathways.evidence import words
from pathways.evidence.shares import (
    LEAST_SAMPLE,
    denominator,
    ends,
    exact_percent,
    is_rare,
    is_share,
    more_or_fewer,
    numeral,
    people_and_note,
    people_in,
    range_in_people,
    whole,
)
from pathways.model import Arm, Finding
from pathways.model.units import TIME_UNITS
from pathways.model.vocabulary import INTERVAL_LABELS, MEASURE_LABELS


def estimate(finding: Finding, arm: Arm, unit: str) -> str:
    """The figure in words: counts first, "x in 100" beside every percentage.

    Where the source gives only a range, the range is the figure. An empty string if the source gives
    words and no figure.
    """
    if arm.value is None:
        return _range_alone(finding, arm, unit)
    if is_share(finding):
        share = _counted(arm.value, arm.events, arm.total)
        return f"{finding.measure} {share}" if _is_of_a_test(finding) else share
    if finding.unit == "percent_per_year":
        people, note = people_and_note(arm.value, arm.total)
        return f"{people} a year{_bracketed(note, f'{numeral(arm.value)}% a year')}"
    if finding.unit == "percentage_points":
        points = numeral(abs(arm.value))
        return f"{more_or_fewer(arm.value)} ({points} percentage points)"
    return _measured(finding, arm, f"{numeral(arm.value)} {unit}")


def _counted(percent: Decimal, events: int | None, total: int | None) -> str:
    """A share behind its counts; of none and of all, the counts say everything.

    People are worked out from the counts where there are any: the percentage was rounded by its source.
    """
    people, note = people_and_note(exact_percent(percent, events, total), total)
    share = f"{people}{_bracketed(note, f'{numeral(percent)}%')}"
    if events is None:
        return share
    if not total:
        return f"{events:,} {'person' if events == 1 else 'people'}, {share}"
    if events in (0, total):
        return f"{'all' if events else 'none'} of {total:,} ({numeral(percent)}%)"
    return f"{events:,} of {total:,}, {share}"


def counts_of_few(arm: Arm) -> str:
    """The counts of a group of fewer than 100, such as "1 of 41"; blank for others, and for none and all."""
    is_small = arm.total is not None and arm.total < LEAST_SAMPLE
    return f"{arm.events} of {arm.total}" if is_small and arm.events not in (None, 0, arm.total) else ""


def counts_and_percent(arm: Arm) -> str:
    """The counts and the percentage alone, for where both sides are told as people beside them."""
    if arm.value is None:
        return ""
    counted = f"{arm.events:,} of {arm.total:,}, " if arm.events is not None and arm.total else ""
    return f"{counted}{arm.value}%"


def _is_of_a_test(finding: Finding) -> bool:
    return finding.measure in ("sensitivity", "specificity")


def _range_alone(finding: Finding, arm: Arm, unit: str) -> str:
    if not arm.has_range:
        return ""
    said = _ends(arm)
    if is_share(finding):
        share = f"{range_in_people(arm.low, arm.high, denominator(arm))} ({said}%)"
        return f"{finding.measure} {share}" if _is_of_a_test(finding) else share
    if finding.unit == "percent_lower":
        return f"lower by {said} percent"
    return _measured(finding, arm, f"{said} {unit}")


def _ends(arm: Arm) -> str:
    low, high = (None if end is None else numeral(end) for end in (arm.low, arm.high))
    return ends(low, high)


def _measured(finding: Finding, arm: Arm, figure: str) -> str:
    none = words.NO_DIFFERENCE.get(finding.measure)
    note = "" if none is None else f"{none} means no difference"
    return f"{_name(finding, arm)} {figure.rstrip()}{_bracketed(note)}".lstrip()


def _name(finding: Finding, arm: Arm) -> str:
    if finding.unit == "correlation_r":
        return "correlation"
    if _is_rule(finding):
        return MEASURE_LABELS["threshold"]
    name = MEASURE_LABELS[finding.measure]
    if arm.value is not None and arm.value < 0:
        return words.CHANGE_WORDS.get(finding.measure, name)
    return name


def _is_rule(finding: Finding) -> bool:
    """Is the figure one that people agreed on, and none that was measured?"""
    is_rule_of_time = finding.measure == "duration" and finding.role in ("criterion", "timing")
    return finding.measure == "threshold" or is_rule_of_time


def complement(finding: Finding, arm: Arm) -> str:
    """The event and the other side of it: "21 in 100 yes, 79 in 100 no".

    Blank if the figure is no share of people, or if its counts already say "none of 38" or "all of 38".
    A ratio compares two groups and says nothing about how many people: that is said instead.
    """
    if finding.measure in words.RATIOS:
        return words.ABSOLUTE_NOT_REPORTED
    if arm.total and arm.events in (0, arm.total):
        return ""
    told = sides(finding, arm)
    return f"{told[0]} yes, {told[1]} no" if told else ""


def sides(finding: Finding, arm: Arm) -> tuple[str, str] | None:
    """How many had it and how many did not, such as "about 13 in 100"; None if it is no share of people.

    Both are said in the same number of people: in 1,000 if one of the two is rare.
    """
    if arm.value is None or finding.measure != "proportion" or not is_share(finding):
        return None
    share = exact_percent(arm.value, arm.events, arm.total)
    one_is_rare = is_rare(share, arm.total) or is_rare(100 - share, arm.total)
    per = 1000 if one_is_rare else 100
    yes = people_in(share, per)
    if yes.startswith("about "):  # 12.5 would round up on both sides
        return yes, f"about {per - whole(share * per / 100):,} in {per:,}"
    return yes, people_in(100 - share, per)


def people(finding: Finding, arm: Arm) -> str:
    """A share as people without its counts, or its range as people; blank for everything else."""
    if not is_share(finding) or finding.measure not in ("proportion", "range"):
        return ""
    if arm.value is None:
        return range_in_people(arm.low, arm.high, denominator(arm)) if arm.has_range else ""
    said, note = people_and_note(exact_percent(arm.value, arm.events, arm.total), arm.total)
    return f"{said}{_bracketed(note)}"


def comparison(finding: Finding, other: Arm | None, unit: str) -> str:
    """What the figure stands beside, with the comparator's own figure where the source gives it."""
    if other is None:
        return ""
    beside = "checked against" if finding.role == "test_accuracy" else "compared with"
    name = f"{beside} {_in_mid_sentence(other.people) or 'the other group'}"
    if other.value is None:
        return name
    if is_share(finding):
        return f"{name}: {_counted(other.value, other.events, other.total)}"
    figure = f"{numeral(other.value)} {unit}".rstrip()
    if finding.measure == "mean_difference":  # the other group's own figure is no twin of the difference
        return f"{name}, in whom alone it was {figure}"
    return f"{name}: {figure}"


def _in_mid_sentence(name: str) -> str:
    """A name without the capital of a heading; abbreviations, such as MRI, keep theirs.

    >>> [_in_mid_sentence(name) for name in ("Usual care", "SCS plus usual care", "X-ray")]
    ['usual care', 'SCS plus usual care', 'X-ray']
    """
    first = name.partition(" ")[0]
    is_a_word = first[1:2].islower() and first[1:] == first[1:].lower()
    return f"{name[:1].lower()}{name[1:]}" if is_a_word else name


def interval(finding: Finding, arm: Arm, unit: str) -> str:
    """The range of the figure in words, or that it was not reported, or that it is all there is.

    Blank for what was not measured: rules, and findings in words alone.
    """
    if not arm.has_range:
        has_figure = arm.value is not None or finding.measure != "text"
        return words.RANGE_NOT_REPORTED if has_figure and not _is_rule(finding) else ""
    if arm.value is None:
        return words.ONLY_A_RANGE
    kind = INTERVAL_LABELS[arm.bounds]
    numbers, people = f"{_ends(arm)} {unit}".rstrip(), ""
    if is_share(finding):
        numbers, people = f"{_ends(arm)}%", range_in_people(arm.low, arm.high, denominator(arm))
    return f"{kind} {numbers}{_bracketed(people)}" if arm.bounds else f"{numbers}{_bracketed(people, kind)}"


def _bracketed(*notes: str) -> str:
    said = "; ".join(note for note in notes if note)
    return f" ({said})" if said else ""


def follow_up(finding: Finding) -> str:
    """How long people were followed; blank where no such time belongs to the figure.

    A rate a year, a rule, a cost and a figure that is itself a time have none, unless the source gives it.
    """
    needs_none = finding.follow_up_months is None and _needs_no_time(finding)
    is_rate = finding.unit == "percent_per_year"
    return "" if needs_none or is_rate else months_in_words(finding.follow_up_months)


def _needs_no_time(finding: Finding) -> bool:
    if finding.role in ("criterion", "cost") or finding.measure == "threshold":
        return True
    return finding.unit in TIME_UNITS or (finding.role == "timing" and finding.measure == "text")


def months_in_words(months: Decimal | None) -> str:
    """A follow-up in words; ``None`` if the source gives no single one.

    >>> months_in_words(Decimal("24"))
    'follow-up 24 months (2 years)'
    >>> months_in_words(Decimal("0.25"))
    'follow-up of less than 1 month'
    """
    if months is None:
        return words.NO_SINGLE_TIME
    if months == 0:
        return "during the hospital stay"
    if months < 1:
        return "follow-up of less than 1 month"
    years, rest = divmod(months, 12)
    in_years = f" ({int(years)} {'year' if years == 1 else 'years'})" if not rest else ""
    return f"follow-up {months.normalize():f} {'month' if months == 1 else 'months'}{in_years}"
