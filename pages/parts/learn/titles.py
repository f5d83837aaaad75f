"""What a case is called before its end: its title may tell what is found."""

from __future__ import annotations

from pathways.model import TeachingCase


def neutral_title(case: TeachingCase) -> str:
    """A case by its number and the decade of its person.

    >>> from pathways.loading import load_pack
    >>> neutral_title(load_pack().cases[0])
    'Case 1: a person in their sixties'
    """
    return f"Case {case.order}: a person in their {case.age}"
