"""The sentence of a finding for patients: it tells the figures, times and groups of its own row."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from pathways.checks import figures
from pathways.checks.rule import Problems, in_finding
from pathways.model import Finding, Pack

ROUND_FIGURES = frozenset(map(Decimal, (0, 1, 10, 100, 1_000, 10_000)))
"""Figures that a sentence may bring along: "of 100 people", "points of 10", "in 1,000"."""

WHOLE, TENTH = Decimal("0.5"), Decimal("0.05")
"""How far rounding to a whole number, or to a tenth, may move a figure."""

NO_DIFFERENCE = {"mean_difference": Decimal(0), "odds_ratio": Decimal(1), "risk_ratio": Decimal(1)}
"""What a measure of difference is where two groups are alike."""

_IN_HOSPITAL = re.compile(r"\b(?:in hospital|stay|before they left)\b", re.IGNORECASE)
_MAY_BE_CHANCE = re.compile(
    r"\b(?:chance|clear(?:ly)?|sure|differ\w*|no (?:change|gap)|range)\b", re.IGNORECASE
)


def figures_said_are_the_rows(pack: Pack) -> Problems:
    """A number in the sentence stands in the row, or comes of one by rounding or by counting the rest."""
    for finding in pack.findings:
        for number in figures_not_of(finding, finding.plain):
            mend = "Correct it from the other columns, or say in caution how it was worked out."
            yield in_finding(finding, f"plain says {number}, which its row does not.", mend)


def figures_not_of(finding: Finding, sentence: str) -> list[Decimal]:
    """The numbers of a sentence that neither stand in the row of a finding nor come of one that does."""
    own = _figures_of(finding)
    said = sorted(_said_outside_times(finding, sentence))
    return [number for number in said if number not in ROUND_FIGURES and not _is_one_of(number, own)]


def comparisons_tell_both_groups(pack: Pack) -> Problems:
    """Where the row has a figure of each group, the sentence tells each: half a comparison misleads."""
    for finding in pack.findings:
        if finding.comparator_value is None:
            continue
        said = figures.figures_and_words(finding.plain)
        for arm in ("", "comparator_"):
            value = getattr(finding, f"{arm}value")
            if value is not None and not any(_is_one_of(number, _told_of(finding, arm)) for number in said):
                wrong = f"plain does not tell {arm}value, which is {value}."
                yield in_finding(finding, wrong, "Tell the figures of both groups, or of neither.")


def follow_up_is_said(pack: Pack) -> Problems:
    """A figure without its time misleads: the sentence says about how long after it was counted."""
    for finding in pack.findings:
        months = finding.follow_up_months
        if months is None or _tells_time(finding.plain, months):
            continue
        wrong = f"follow_up_months is {months}, and plain names no such time."
        mend = "Say the time in plain: a year later, within 6 months, about 3 years on; 0 is in hospital."
        yield in_finding(finding, wrong, mend)


def ranges_over_no_difference_say_chance(pack: Pack) -> Problems:
    """A gap whose range includes no difference is told as one that may be chance."""
    for finding in pack.findings:
        none = NO_DIFFERENCE.get(finding.measure)
        if none is None or finding.low is None or finding.high is None:
            continue
        if finding.low < none < finding.high and not _MAY_BE_CHANCE.search(finding.plain):
            wrong = f"The range from {finding.low} to {finding.high} includes no difference; plain hides it."
            yield in_finding(finding, wrong, "Say in plain that it could be chance.")


def one_study_is_not_told_as_two(pack: Pack) -> Problems:
    """Two rows with one figure of one source, or with its two groups turned round, own up to each other."""
    rows: dict[object, list[Finding]] = defaultdict(list)
    for finding in pack.findings:
        if told := _what_is_told(finding):
            rows[told].append(finding)
    for alike in rows.values():
        for finding, twin in permutations(alike, 2):
            if not re.search(rf"\b{re.escape(twin.finding_id)}\b", finding.caution):
                wrong = (
                    f"It tells the same figure of the same source as {twin.finding_id}, and does not say so."
                )
                mend = f"Name {twin.finding_id} in caution, and say in plain_caution that it is one study."
                yield in_finding(finding, wrong, mend)


def people_are_told_in_words_of_their_group(pack: Pack) -> Problems:
    """Where ``pack.yaml`` lists words for a group, its findings tell patients one of them."""
    for finding in pack.findings:
        words = pack.group[finding.directness].named_by if finding.directness in pack.group else ()
        told = " ".join((finding.plain, finding.plain_population, finding.plain_comparator)).casefold()
        if words and not any(word.casefold() in told for word in words):
            wrong = f"It is of the group {finding.directness}, and the words for patients do not say so."
            mend = f"Say in plain or plain_population one of: {', '.join(words)}; or correct directness."
            yield in_finding(finding, wrong, mend)


def _said_outside_times(finding: Finding, said: str) -> frozenset[Decimal]:
    """The figures of the sentence without those of times that the row tells too."""
    in_row = [time for words in _words_of(finding) for time in figures.times(words)]
    sentence = said
    for time in figures.times(said):
        months = finding.follow_up_months
        is_own = months is not None and time.is_near(months)
        if is_own or any(time.is_near(bound) for own in in_row for bound in (own.low, own.high)):
            sentence = sentence.replace(time.words, "")
    return figures.figures(sentence)


def _words_of(finding: Finding) -> Iterator[str]:
    yield from (finding.outcome, finding.statement, finding.population, finding.comparator, finding.caution)


def _figures_of(finding: Finding) -> frozenset[Decimal]:
    """All that a row says in figures, and what follows from it without another source."""
    written = {number for words in _words_of(finding) for number in figures.figures_and_words(words)}
    columns = (finding.low, finding.high, finding.total, finding.comparator_total)
    written |= {abs(Decimal(number)) for number in columns if number is not None}
    written |= figures.figures(finding.unit.replace("_", " "))
    counted = {share * finding.total / 100 for share in written if share <= 100} if finding.total else set()
    ways = {way for figure in written for way in _ways_to_say(figure)}
    return frozenset(
        ways | counted | _told_of(finding, "") | _told_of(finding, "comparator_") | _both(finding)
    )


def _told_of(finding: Finding, arm: str) -> frozenset[Decimal]:
    """The figures that tell of one group ("" or "comparator_"): its value, its events, or all but those."""
    value, events, total = (getattr(finding, f"{arm}{name}") for name in ("value", "events", "total"))
    told: set[Decimal] = set() if value is None else _ways_to_say(abs(value))
    if events is not None:
        told.add(Decimal(events))
        told |= set() if total is None else {Decimal(total - events)}
    return frozenset(told)


def _ways_to_say(figure: Decimal) -> set[Decimal]:
    """A figure, and what it is in other words: the rest of 100, a rare share in 1,000 or 10,000, thousands.

    >>> sorted(_ways_to_say(Decimal("0.4")))
    [Decimal('0.4'), Decimal('4.0'), Decimal('40.0'), Decimal('99.6')]
    """
    ways = {figure}
    if figure <= 100:
        ways.add(100 - figure)
    if figure < 1:
        ways |= {figure * 10, figure * 100}
    if figure >= 1_000:
        ways.add(figure / 1_000)
    return ways


def _both(finding: Finding) -> set[Decimal]:
    """Both groups together."""
    totals = (finding.total, finding.comparator_total)
    return {Decimal(sum(total for total in totals if total))} if all(totals) else set()


def _is_one_of(number: Decimal, figures: frozenset[Decimal]) -> bool:
    """Is the number one of the figures, rounded at most to its own last digit?"""
    slack = WHOLE if number == number.to_integral_value() else TENTH
    return any(abs(number - figure) <= slack for figure in figures)


def _tells_time(sentence: str, months: Decimal) -> bool:
    if months == 0:
        return bool(_IN_HOSPITAL.search(sentence))
    return any(time.is_near(months) for time in figures.times(sentence))


def _what_is_told(finding: Finding) -> tuple[object, ...] | None:
    """What is the same in two rows with one figure of one source, also with its two groups turned round.

    None where there is no figure: a range, or words about an unknown number of people.
    """
    figure = [number for number in (finding.value, finding.comparator_value) if number is not None]
    if finding.value is None:
        if finding.measure != "text" or finding.total is None:
            return None
        figure = [Decimal(finding.total)]
    return (finding.source_id, finding.measure, finding.unit, *sorted(figure))
