"""Whether an expression fits the facts of a pack, and which states it can come to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from pathways.criteria.evaluation import Known, Value, evaluated
from pathways.criteria.expression import (
    Among,
    Compared,
    Comparison,
    Expression,
    ExpressionError,
    comparisons,
    facts_of,
    parsed,
)
from pathways.errors import near
from pathways.model import Fact
from pathways.model.vocabulary import CaseState
from pathways.problems import shown

Faults = Iterator[tuple[str, str]]
"""What is wrong, and how to mend it."""


def faults_of(text: str, facts: Mapping[str, Fact]) -> Faults:
    """What keeps a text from being an expression over these facts."""
    try:
        tree = parsed(text)
    except ExpressionError as error:
        yield error.wrong, error.mend
        return
    for comparison in comparisons(tree):
        yield from _faults_of_comparison(comparison, facts)


def _faults_of_comparison(comparison: Comparison, facts: Mapping[str, Fact]) -> Faults:
    unknown = [name for name in comparison.facts if name not in facts]
    for name in unknown:
        like = ", ".join(near(name, list(facts)))
        mend = f"Like it: {like}." if like else "Add it to facts.csv, or name another."
        yield f"{shown(name)} is not a fact.", mend
    if unknown:
        return
    fact = facts[comparison.fact]
    if isinstance(comparison, Among):
        yield from _faults_of_choice(comparison, fact)
    else:
        yield from _faults_of_number(comparison, fact, facts)


def _faults_of_choice(comparison: Among, fact: Fact) -> Faults:
    if fact.is_number:
        yield f"{fact.fact_id} is a number and has no values.", "Compare it by >=, <=, > or <."
        return
    for value in comparison.values:
        if value not in fact.values:
            yield (
                f"{shown(value)} is no value of {fact.fact_id}.",
                f"Choose one of: {', '.join(fact.values)}.",
            )


def _faults_of_number(comparison: Compared, fact: Fact, facts: Mapping[str, Fact]) -> Faults:
    if not fact.is_number:
        yield f"{fact.fact_id} is no number.", "Ask for its values by is or in."
        return
    if isinstance(comparison.limit, str):
        other = facts[comparison.limit]
        if other.unit != fact.unit or not other.is_number:
            wrong = f"{fact.fact_id} and {other.fact_id} are not in the same unit."
            yield wrong, "Compare numbers in one unit."
    elif not is_in_range(fact, comparison.limit):
        wrong = f"{comparison.limit} lies outside the range of {fact.fact_id}."
        yield wrong, f"It goes from {fact.minimum} to {fact.maximum}."


def is_in_range(fact: Fact, number: Decimal) -> bool:
    """Whether a number lies within the limits of its fact."""
    return (fact.minimum is None or number >= fact.minimum) and (
        fact.maximum is None or number <= fact.maximum
    )


def can_come_to(expression: Expression, state: CaseState, facts: Mapping[str, Fact]) -> bool:
    """Whether some answers give this state: each fact is tried with all that could make a difference."""
    trials = {name: _trials(name, expression, facts) for name in facts_of(expression)}
    return _found(expression, state, {}, list(trials.items()))


def _found(
    expression: Expression, state: CaseState, known: Known, open_facts: list[tuple[str, tuple[Value, ...]]]
) -> bool:
    """A search that gives up a branch as soon as its state is settled otherwise."""
    now = evaluated(expression, known).state
    if now == state:
        return True
    if now != "unknown" or not open_facts:
        return False
    (name, values), *others = open_facts
    return any(_found(expression, state, {**known, name: value}, others) for value in values)


def _trials(name: str, expression: Expression, facts: Mapping[str, Fact]) -> tuple[Value, ...]:
    """The values of a choice; of a number its ends, what it is held against, and what lies beside."""
    fact = facts[name]
    if not fact.is_number:
        return fact.values
    held = {one.limit for one in comparisons(expression) if isinstance(one, Compared)}
    named = {limit for limit in held if isinstance(limit, Decimal)}
    ends = {number for number in (fact.minimum, fact.maximum) if number is not None}
    step = fact.step or Decimal(1)
    near_by = {number + way for number in named | ends for way in (-step, Decimal(0), step)}
    return tuple(sorted(number for number in near_by if is_in_range(fact, number)))


def is_measured(expression: Expression, facts: Mapping[str, Fact]) -> bool:
    """Whether it only asks that a number is there: "at least its minimum"."""
    return (
        isinstance(expression, Compared)
        and expression.sign == ">="
        and expression.limit == facts[expression.fact].minimum
    )
