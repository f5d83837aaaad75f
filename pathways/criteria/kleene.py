"""Three-valued logic (strong Kleene): what is known of "not", "and" and "or" when something is not known.

Source: S. C. Kleene, Introduction to Metamathematics, 1952, section 64.
"""

from __future__ import annotations

from collections.abc import Iterable

from pathways.model.vocabulary import CaseState

_TURNED: dict[CaseState, CaseState] = {"met": "not_met", "not_met": "met", "unknown": "unknown"}


def negated(state: CaseState) -> CaseState:
    """The state of "not".

    >>> negated("met"), negated("unknown")
    ('not_met', 'unknown')
    """
    return _TURNED[state]


def every(states: Iterable[CaseState]) -> CaseState:
    """The state of "and": one part that is not met settles it.

    >>> every(["met", "unknown"]), every(["unknown", "not_met"])
    ('unknown', 'not_met')
    """
    return _settled_by("not_met", states)


def either(states: Iterable[CaseState]) -> CaseState:
    """The state of "or": one part that is met settles it.

    >>> either(["met", "unknown"]), either(["unknown", "not_met"])
    ('met', 'unknown')
    """
    return _settled_by("met", states)


def _settled_by(decisive: CaseState, states: Iterable[CaseState]) -> CaseState:
    found = set(states)
    if decisive in found:
        return decisive
    return "unknown" if "unknown" in found else negated(decisive)
