"""``findings.csv``: figures that fit together, each with a place and a source."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pathways.checks.rule import Problems, in_finding, numbers, one_of
from pathways.model import Finding, Pack
from pathways.model.units import TIME_UNITS, general_label, points_of
from pathways.model.vocabulary import GROUPED_ROLES
from pathways.problems import shown

SHARE_MEASURES = frozenset({"proportion", "sensitivity", "specificity"})
"""Measures whose value is a share of people (or of tested things), given in percent."""

RATIOS = frozenset({"odds_ratio", "risk_ratio"})
"""Measures whose value is a ratio of two groups."""

PERCENT = frozenset({"percent", "percentage_points", "percent_lower", "percent_per_year"})
"""Units in percent."""

COUNT_TOLERANCE = Decimal("0.55")
"""How far counts may be from a printed percentage, in percentage points: sources round to whole ones."""


def findings_name_known_nodes(pack: Pack) -> Problems:
    for finding in pack.findings:
        if not finding.nodes:
            yield in_finding(finding, "It belongs to no node.", "Name at least one node.")
        for node_id in finding.nodes:
            if node_id not in pack.node:
                yield in_finding(
                    finding, f"{node_id!r} is not a node.", "Correct the id in the column nodes."
                )


def findings_name_a_known_source(pack: Pack) -> Problems:
    for finding in pack.findings:
        if finding.source_id not in pack.source:
            mend = "Add the source to sources.csv or correct the id."
            yield in_finding(finding, f"The source {finding.source_id!r} is not known.", mend)


def findings_are_of_a_known_group(pack: Pack) -> Problems:
    for finding in pack.findings:
        if finding.directness not in pack.group:
            wrong = f"The group {finding.directness!r} in the column directness is not known."
            yield in_finding(finding, wrong, f"{one_of(pack.group)} They stand in pack.yaml under groups.")


def outcomes_stand_in_a_known_group(pack: Pack) -> Problems:
    """A benefit, harm, recovery or cost stands in one column of the risk table; nothing else does."""
    for finding in pack.findings:
        group, is_grouped = finding.outcome_group, finding.role in GROUPED_ROLES
        if is_grouped and not group:
            wrong = f"Its role is {finding.role}, but outcome_group is blank."
            yield in_finding(finding, wrong, _one_group(pack))
        elif group and not is_grouped:
            wrong = f"Its role is {finding.role}, but outcome_group is {group!r}."
            mend = f"Empty the column outcome_group: it is for {', '.join(GROUPED_ROLES)}."
            yield in_finding(finding, wrong, mend)
        elif group and group not in pack.outcome_group:
            wrong = f"The outcome group {group!r} is not known."
            yield in_finding(finding, wrong, _one_group(pack))


def _one_group(pack: Pack) -> str:
    return f"{one_of(pack.outcome_group)} They stand in pack.yaml under outcome_groups."


def percentages_lie_between_0_and_100(pack: Pack) -> Problems:
    for finding in pack.findings:
        if finding.unit != "percent" or finding.measure == "mean_difference":
            continue
        for column, number in _figures(finding):
            if not 0 <= number <= 100:
                yield in_finding(
                    finding, f"{column} is {number} percent.", "Percentages lie between 0 and 100."
                )


def figures_lie_within_the_scale_of_their_unit(pack: Pack) -> Problems:
    """A change or a difference may be below nought, but no further from it than the scale is long."""
    for finding in pack.findings:
        longest = _end_of_scale(pack, finding)
        for column, number in _figures(finding):
            if longest is not None and abs(number) > longest:
                wrong = f"{column} is {number}, but {finding.unit} goes no further than {longest}."
                yield in_finding(finding, wrong, "Correct the number from the source, or the unit.")


def figures_are_in_a_known_unit(pack: Pack) -> Problems:
    for finding in pack.findings:
        if finding.unit not in pack.unit and general_label(finding.unit) is None:
            mend = "Choose a unit of docs/pack.md, or say in pack.yaml under units how to word it."
            yield in_finding(finding, f"The unit {shown(finding.unit)} is not known.", mend)


def ratios_are_above_nought(pack: Pack) -> Problems:
    """The lower end alone may be 0: a source that rounds prints 0.004 so."""
    for finding in pack.findings:
        if finding.measure not in RATIOS and finding.unit != "ratio":
            continue
        for column, number in _figures(finding):
            if number < 0 or (number == 0 and column != "low"):
                yield in_finding(
                    finding,
                    f"{column} is a ratio of {number}.",
                    "A ratio is above 0; leave it blank if unknown.",
                )


def times_are_not_below_nought(pack: Pack) -> Problems:
    """A difference between two times may be."""
    for finding in pack.findings:
        is_time = finding.measure == "duration" or finding.unit in TIME_UNITS
        for column, number in _figures(finding) if is_time and finding.measure != "mean_difference" else ():
            if number < 0:
                yield in_finding(finding, f"{column} is a time of {number}.", "A time is 0 or more.")


def shares_have_a_value_or_a_range(pack: Pack) -> Problems:
    for finding in pack.findings:
        empty = finding.value is None and finding.low is None and finding.high is None
        if finding.measure != "text" and empty:
            mend = "Fill value or low and high, or give it the measure text."
            yield in_finding(finding, f"The measure is {finding.measure} but there is no number.", mend)


def bounds_enclose_the_value(pack: Pack) -> Problems:
    """``low`` and ``high`` stand on either side of the value; a standard deviation is a spread too."""
    for finding in pack.findings:
        ordered = [n for n in (finding.low, finding.value, finding.high) if n is not None]
        if ordered != sorted(ordered):
            wrong = f"low, value and high are {', '.join(map(str, ordered))}."
            yield in_finding(finding, wrong, "They must rise from low to high.")


def kinds_of_range_have_a_range(pack: Pack) -> Problems:
    """A range whose kind the source does not tell may stand; a kind without a range may not."""
    for finding in pack.findings:
        if finding.bounds and finding.low is None and finding.high is None:
            wrong = f"bounds is {finding.bounds!r}, but low and high are blank."
            yield in_finding(finding, wrong, "Fill in the range, or empty the column bounds.")


def counts_do_not_exceed_totals(pack: Pack) -> Problems:
    for finding in pack.findings:
        for arm in ("", "comparator_"):
            events, total = getattr(finding, f"{arm}events"), getattr(finding, f"{arm}total")
            if events is not None and total is not None and events > total:
                wrong = f"{arm}events is {events} of {arm}total {total}."
                yield in_finding(finding, wrong, "Events cannot be more than the total.")


def counts_agree_with_percentages(pack: Pack) -> Problems:
    for finding in pack.findings:
        if finding.unit != "percent" or finding.measure not in SHARE_MEASURES:
            continue
        for arm in ("", "comparator_"):
            value, events, total = (getattr(finding, f"{arm}{name}") for name in ("value", "events", "total"))
            if value is None or events is None or total is None:
                continue
            if abs(Decimal(100 * events) / total - value) > COUNT_TOLERANCE:
                wrong = f"{events} of {total} is not {value} percent."
                yield in_finding(finding, wrong, "Correct the counts or the value from the source.")


def conflicts_are_mutual(pack: Pack) -> Problems:
    named = {finding.finding_id: frozenset(finding.conflicts_with) for finding in pack.findings}
    for finding in pack.findings:
        for other in finding.conflicts_with:
            if other == finding.finding_id or other not in named:
                mend = "Name the other finding, or empty the column conflicts_with."
                yield in_finding(finding, f"It conflicts with {other!r}, which is no other finding.", mend)
            elif finding.finding_id not in named[other]:
                mend = f"Write {finding.finding_id} into conflicts_with of {other}."
                yield in_finding(finding, f"It conflicts with {other}, but not the other way round.", mend)


def findings_have_words_for_patients(pack: Pack) -> Problems:
    """Label, group, comparator and caution are said for patients wherever they are said for clinicians."""
    for finding in pack.findings:
        for column in ("outcome", "population", "comparator", "caution"):
            if bool(getattr(finding, column)) != bool(getattr(finding, f"plain_{column}")):
                wrong = f"{column} and plain_{column} are not both filled, or both blank."
                yield in_finding(finding, wrong, "Say the same in both, or leave both blank.")


def things_counted_belong_to_shares(pack: Pack) -> Problems:
    for finding in pack.findings:
        if finding.counted and finding.unit != "percent":
            wrong = f"counted is {finding.counted!r}, but the figure is no share of them."
            yield in_finding(finding, wrong, "Empty the column counted, or correct the unit.")


def shares_of_causes_stand_under_one_cause(pack: Pack) -> Problems:
    """A share of the causes is the share of one; under another it would be read as the share of that."""
    for finding in pack.findings:
        causes = [n for n in finding.nodes if n in pack.node and pack.node[n].kind == "cause"]
        if finding.role == "cause_share" and finding.value is not None and len(causes) > 1:
            wrong = f"It is one share, and stands under {' and '.join(causes)}."
            yield in_finding(finding, wrong, "Leave only the cause whose share it is in the column nodes.")


def words_for_patients_add_no_number(pack: Pack) -> Problems:
    """A number stands in the label, group, comparator or caution for patients only if the row says it."""
    for finding in pack.findings:
        row = (finding.outcome, finding.plain, finding.statement, finding.population)
        said = numbers(" ".join((*row, finding.comparator, finding.caution)))
        for column in ("plain_outcome", "plain_population", "plain_comparator", "plain_caution"):
            for number in sorted(numbers(getattr(finding, column)) - said):
                mend = "Take the number out, or correct it from the other columns."
                yield in_finding(finding, f"{column} says {number}, which stands nowhere else.", mend)


def _figures(finding: Finding) -> Iterator[tuple[str, Decimal]]:
    """Each figure of a finding that is not blank, with its column."""
    for column in ("value", "low", "high", "comparator_value"):
        number = getattr(finding, column)
        if number is not None:
            yield column, number


def _end_of_scale(pack: Pack, finding: Finding) -> Decimal | int | None:
    """Where the scale of its unit ends: at 10 for "points_0_10", at 100 for a difference in percent.

    Other percentages have a rule of their own.
    """
    if finding.unit in PERCENT:
        return None if finding.unit == "percent" and finding.measure != "mean_difference" else 100
    own = pack.unit.get(finding.unit)
    return own.scale.most if own and own.scale else points_of(finding.unit)
