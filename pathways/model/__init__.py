"""The nouns of a pack: nodes, edges, findings, sources, gaps, claims, topics, hard words.

Every model refuses keys that it does not know and cannot be changed once made. Numbers are
``Decimal``, so that a figure is shown with the digits that its source printed. Each module is named after
the file or folder of the pack that its records are read from; ``evidence`` holds those of several tables.
"""

from pathways.model.compare import (
    Applicability,
    BriefWords,
    CheckedSentence,
    ComparatorArm,
    Compare,
    CompareRow,
    Preference,
    Preset,
    Reversibility,
)
from pathways.model.edges import Edge
from pathways.model.evidence import Arm, Audience, Claim, Finding, Gap, Source
from pathways.model.glossary import GlossaryEntry
from pathways.model.info import (
    CausesAndTests,
    ClaimWords,
    Coding,
    Counting,
    Emergency,
    EmergencySign,
    Everywhere,
    Examples,
    Group,
    HeadlineQuestion,
    Lane,
    OutcomeGroup,
    OverviewBox,
    PackInfo,
)
from pathways.model.lookup import by_id
from pathways.model.nodes import LivingWith, Node
from pathways.model.pack import Pack
from pathways.model.record import Record
from pathways.model.topics import Topic, TopicSection
from pathways.model.units import Instrument, Unit
from pathways.model.vocabulary import (
    CardSection,
    Design,
    EdgeKind,
    FindingId,
    Funding,
    IntervalKind,
    LivingArea,
    Measure,
    NodeId,
    NodeKind,
    Prose,
    Role,
    SourceId,
    TestResult,
    Verdict,
    Words,
)

__all__ = [
    "Applicability",
    "Arm",
    "Audience",
    "BriefWords",
    "CardSection",
    "CausesAndTests",
    "CheckedSentence",
    "Claim",
    "ClaimWords",
    "Coding",
    "ComparatorArm",
    "Compare",
    "CompareRow",
    "Counting",
    "Design",
    "Edge",
    "EdgeKind",
    "Emergency",
    "EmergencySign",
    "Everywhere",
    "Examples",
    "Finding",
    "FindingId",
    "Funding",
    "Gap",
    "GlossaryEntry",
    "Group",
    "HeadlineQuestion",
    "Instrument",
    "IntervalKind",
    "Lane",
    "LivingArea",
    "LivingWith",
    "Measure",
    "Node",
    "NodeId",
    "NodeKind",
    "OutcomeGroup",
    "OverviewBox",
    "Pack",
    "PackInfo",
    "Preference",
    "Preset",
    "Prose",
    "Record",
    "Reversibility",
    "Role",
    "Source",
    "SourceId",
    "TestResult",
    "Topic",
    "TopicSection",
    "Unit",
    "Verdict",
    "Words",
    "by_id",
]
