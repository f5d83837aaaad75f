"""What an expression comes to at a case: a state, the facts that it rests on, and those that are missing."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pathways.criteria.expression import Among, Compared, Comparison, Either, Every, Expression, Not
from pathways.criteria.kleene import either, every, negated
from pathways.model.vocabulary import CaseState

Value = str | Decimal
"""What is known of a fact: the value of a choice, or a number in the unit of the fact."""

Known = Mapping[str, Value]
"""What is known of a case, by fact; a fact that is missing is not known."""

_COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}


@dataclass(frozen=True)
class Outcome:
    """A state and why: ``rests_on`` are the facts that settle it, ``missing`` those that are not known.

    A known state has no missing facts. An unknown one rests on nothing; each of its missing facts could
    change it, and what settles it may be less than all of them.
    """

    state: CaseState
    rests_on: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def evaluated(expression: Expression, known: Known) -> Outcome:
    """The state of an expression in three values, and why.

    >>> from pathways.criteria.expression import parsed
    >>> evaluated(parsed("milk is yes and warmth > 60"), {"milk": "no"})
    Outcome(state='not_met', rests_on=('milk',), missing=())
    >>> evaluated(parsed("milk is yes and warmth > 60"), {"milk": "yes"})
    Outcome(state='unknown', rests_on=(), missing=('warmth',))
    """
    match expression:
        case Not(part=part):
            inner = evaluated(part, known)
            return Outcome(negated(inner.state), inner.rests_on, inner.missing)
        case Every(parts=parts):
            return _joined(every, [evaluated(part, known) for part in parts])
        case Either(parts=parts):
            return _joined(either, [evaluated(part, known) for part in parts])
        case Compared() | Among():
            return _of_comparison(expression, known)


def is_met(comparison: Comparison, known: Known) -> bool:
    """Whether a comparison holds, all of whose facts are known."""
    if isinstance(comparison, Among):
        return known[comparison.fact] in comparison.values
    limit = known[comparison.limit] if isinstance(comparison.limit, str) else comparison.limit
    return _COMPARE[comparison.sign](known[comparison.fact], limit)


def _of_comparison(comparison: Comparison, known: Known) -> Outcome:
    if missing := tuple(fact for fact in comparison.facts if fact not in known):
        return Outcome("unknown", missing=missing)
    return Outcome("met" if is_met(comparison, known) else "not_met", rests_on=comparison.facts)


def _joined(join: Callable[[Iterable[CaseState]], CaseState], parts: list[Outcome]) -> Outcome:
    """The whole has the state of those parts that settle it, or leave it open."""
    state = join(part.state for part in parts)
    telling = [part for part in parts if part.state == state]
    return Outcome(
        state,
        rests_on=_once(fact for part in telling for fact in part.rests_on),
        missing=_once(fact for part in telling for fact in part.missing),
    )


def _once(facts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(facts))
