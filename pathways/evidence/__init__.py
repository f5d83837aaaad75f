"""Findings in words and tidy tables: the one place that words a number.

The rules it keeps (docs/method.md): one group, one time and one denominator beside each number; "x in 100"
beside every percentage, and in 1,000 only for a share below 1 in 100; both sides of a share; the range, or
"range not reported"; missing is said as loudly as a number; nothing is pooled, averaged, ranked or graded.

``reading`` is what all faces take their words from: a finding with every phrase that stands beside its
figure. ``shares`` says numbers as people, ``phrases`` words one finding, ``sources`` says what it rests on,
``order`` puts the nearest people first, and ``tables``, ``disagreements`` and ``heterogeneity`` set
findings side by side.
"""

from pathways.evidence.brief import Bar, Brief
from pathways.evidence.disagreements import conflicts, why_in_short, why_they_may_differ
from pathways.evidence.heterogeneity import unlike
from pathways.evidence.order import finding_size, most_direct_first, nearest_first, nearness
from pathways.evidence.phrases import months_in_words
from pathways.evidence.reading import (
    GROUP_NOT_REPORTED,
    ArmReading,
    Reading,
    reading,
    readings,
    swapped,
)
from pathways.evidence.shares import in_people, is_rare, is_share, people_in, whole, why_in_1000
from pathways.evidence.sources import citation, has_title, short_citation
from pathways.evidence.tables import TABLE_COLUMNS, findings_table
from pathways.evidence.words import (
    ABSOLUTE_NOT_REPORTED,
    NO_SINGLE_TIME,
    NOT_KNOWN,
    ONLY_A_RANGE,
    RANGE_NOT_REPORTED,
)

__all__ = [
    "ABSOLUTE_NOT_REPORTED",
    "GROUP_NOT_REPORTED",
    "NOT_KNOWN",
    "NO_SINGLE_TIME",
    "ONLY_A_RANGE",
    "RANGE_NOT_REPORTED",
    "TABLE_COLUMNS",
    "ArmReading",
    "Bar",
    "Brief",
    "Reading",
    "citation",
    "conflicts",
    "finding_size",
    "findings_table",
    "has_title",
    "in_people",
    "is_rare",
    "is_share",
    "months_in_words",
    "most_direct_first",
    "nearest_first",
    "nearness",
    "people_in",
    "reading",
    "readings",
    "short_citation",
    "swapped",
    "unlike",
    "whole",
    "why_in_1000",
    "why_in_short",
    "why_they_may_differ",
]
