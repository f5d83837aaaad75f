"""Findings as words and tidy tables: the one place that words a number.

The rules it keeps (docs/method.md): one group, one time and one denominator beside each number; "x in
100" beside every percentage, and in 1,000 only for a share below 1 in 100; both frames; the range, or
"range not reported"; missing is said as loudly as a number; nothing is pooled, averaged, ranked or graded.

``shares`` says numbers as people, ``phrases`` words one finding, ``sources`` says what it rests on,
``tables`` and ``disagreements`` set findings side by side, and ``words`` holds the words of the codes.
"""

from pathways.evidence.disagreements import conflicts, why_they_may_differ
from pathways.evidence.order import nearest_first, nearness
from pathways.evidence.phrases import (
    amount,
    both_frames,
    comparison,
    follow_up,
    group,
    listed,
    sides,
    spread,
    time,
)
from pathways.evidence.shares import in_people, is_rare, is_share, people_in, whole, why_in_1000
from pathways.evidence.sources import citation, short_citation, size, study
from pathways.evidence.tables import TABLE_COLUMNS, findings_table
from pathways.evidence.words import (
    NO_SINGLE_TIME,
    NOT_KNOWN,
    ONLY_A_RANGE,
    RANGE_NOT_REPORTED,
    UNIT_WORDS,
)

__all__ = [
    "NOT_KNOWN",
    "NO_SINGLE_TIME",
    "ONLY_A_RANGE",
    "RANGE_NOT_REPORTED",
    "TABLE_COLUMNS",
    "UNIT_WORDS",
    "amount",
    "both_frames",
    "citation",
    "comparison",
    "conflicts",
    "findings_table",
    "follow_up",
    "group",
    "in_people",
    "is_rare",
    "is_share",
    "listed",
    "nearest_first",
    "nearness",
    "people_in",
    "short_citation",
    "sides",
    "size",
    "spread",
    "study",
    "time",
    "whole",
    "why_in_1000",
    "why_they_may_differ",
]
