"""The nouns of a pack: nodes, edges, findings, sources, gaps, claims, topics.

Every model refuses keys that it does not know and cannot be changed once made. Numbers are
``Decimal``, so that a figure is shown with the digits that its source printed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType
from typing import Annotated, Literal, Protocol

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

NodeKind = Literal["question", "step", "test", "cause", "option", "outcome", "emergency"]
EdgeKind = Literal["onward", "step_up", "approach", "return", "urgent"]
TestResult = Literal["positive", "negative", "unclear", ""]
Role = Literal[
    "prevalence",
    "incidence",
    "cause_share",
    "natural_history",
    "benefit",
    "harm",
    "risk_factor",
    "test_accuracy",
    "criterion",
    "timing",
    "recovery",
    "cost",
]
Directness = Literal["fusion", "spine_surgery", "other_population"]
Measure = Literal[
    "proportion",
    "mean_difference",
    "mean",
    "median",
    "odds_ratio",
    "risk_ratio",
    "sensitivity",
    "specificity",
    "range",
    "duration",
    "threshold",
    "text",
]
Bounds = Literal["ci95", "cri95", "range", "iqr", "sd", ""]
Design = Literal[
    "rct",
    "systematic_review",
    "cohort",
    "registry",
    "case_control",
    "cross_sectional",
    "case_series",
    "guideline",
    "consensus",
    "narrative_review",
    "model",
    "web_page",
]
Funding = Literal["public", "industry", "mixed", "none", "not_stated"]
CardSection = Literal["summary", "what_it_is", "before", "during", "after", "considered_for", "not_for"]
LivingArea = Literal["body", "mind", "daily_life", "work", "driving", "follow_up"]
Verdict = Literal["supported", "partly", "contradicted", "no_usable_evidence", "not_checkable"]

NodeId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
FindingId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*-\d+$")]
SourceId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_]*$")]
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Prose = tuple[Words, ...]
"""Paragraphs or list items, with the marks that :mod:`pathways.prose` explains."""


class Record(BaseModel):
    """The common ground: unknown keys are refused, and nothing changes after loading."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Lane(Record):
    """A column of the map, such as "Conservative care"."""

    id: NodeId
    label: Words
    plain: Words


class NetBox(Record):
    """A box of the Net, the small overview map: it stands for several nodes, or for one."""

    id: NodeId
    label: Words
    plain: Words
    column: int
    nodes: tuple[NodeId, ...]


class LivingWith(Record):
    """What living with an option is like, in the areas that people ask about."""

    body: Prose
    mind: Prose
    daily_life: Prose
    work: Prose
    driving: Prose
    follow_up: Prose


class Node(Record):
    """A place on the pathway: what it is and what a person wants to know there.

    ``roads`` says whether any of the ways onward may be taken together, or one at a time.
    Which of the optional sections a node must have depends on its kind; see
    :data:`pathways.checks.SECTIONS_OF_KIND`.
    """

    id: NodeId
    lane: NodeId
    kind: NodeKind
    plain_label: Words
    clinical_label: Words
    also_called: tuple[Words, ...] = ()
    summary: Words
    what_it_is: Prose
    before: Prose = ()
    during: Prose = ()
    after: Prose = ()
    living_with: LivingWith | None = None
    considered_for: Prose = ()
    not_for: Prose = ()
    can_show: Prose = ()
    cannot_show: Prose = ()
    if_positive: Prose = ()
    if_negative: Prose = ()
    feels_like: Prose = ()
    how_found: Prose = ()
    how_urgent: Prose = ()
    what_to_do: Prose = ()
    cautions: Prose = ()
    questions: Prose
    roads: Literal["any", "one", ""] = ""

    def prose(self) -> Iterable[tuple[str, str]]:
        """Each paragraph of the node with the name of its section."""
        yield "summary", self.summary
        yield from _paragraphs(self, (name for name in Node.model_fields if name not in _LABELS))
        if self.living_with:
            yield from _paragraphs(self.living_with, LivingWith.model_fields)


_LABELS = frozenset({"also_called"})


def _paragraphs(record: Record, names: Iterable[str]) -> Iterable[tuple[str, str]]:
    for name in names:
        section = getattr(record, name)
        if isinstance(section, tuple):
            yield from ((name, paragraph) for paragraph in section)


class Edge(Record):
    """A way from one node to another: of what kind, when it is taken, and what it rests on.

    ``basis`` holds source ids; an empty basis means clinical convention without a source.
    ``result`` is set on ways out of a test: which result leads along this way.
    """

    start: NodeId
    end: NodeId
    kind: EdgeKind
    condition: Words
    basis: tuple[SourceId, ...] = ()
    result: TestResult = ""

    @property
    def is_convention(self) -> bool:
        return not self.basis


class Finding(Record):
    """One figure or criterion of one source: group, time, range and counts stay beside it.

    Percentages are 0-100. ``bounds`` says what ``low`` and ``high`` are; blank is not reported.
    """

    finding_id: FindingId
    nodes: tuple[NodeId, ...]
    role: Role
    outcome: Words
    plain: Words
    statement: Words
    population: str
    directness: Directness
    comparator: str
    follow_up_months: Decimal | None
    measure: Measure
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    bounds: Bounds
    unit: str
    events: int | None
    total: int | None
    comparator_value: Decimal | None
    comparator_events: int | None
    comparator_total: int | None
    source_id: SourceId
    second_hand: str
    checked: Literal["yes", "no"]
    caution: str
    conflicts_with: tuple[FindingId, ...]


class Source(Record):
    """One publication. ``incomplete`` lists what is not known of it and stays not known."""

    source_id: SourceId
    authors: str
    year: int | None
    title: Words
    journal: str
    doi: str
    pmid: str
    pmcid: str
    link: str
    design: Design
    n: int | None
    country: str
    funding: Funding
    read: Literal["full", "excerpt", "abstract"]
    incomplete: tuple[str, ...]


class Gap(Record):
    """Something a reader would want at a node that no usable source gives."""

    node_id: NodeId
    missing: Words


class Claim(Record):
    """What a public guide tells patients, in our words; where it stands; what we judge of it."""

    claim_id: Words
    guide: Words
    kind: Words
    subject: Words
    homes: tuple[NodeId, ...]
    claim: Words
    promotional: Literal["yes", "no"]
    verdict: Verdict
    reason: Words
    findings: tuple[FindingId, ...]


class TopicSection(Record):
    heading: Words
    text: Prose


class Topic(Record):
    """Background that is no place on the pathway, such as what a fusion is."""

    id: NodeId
    order: int
    title: Words
    summary: Words
    sections: tuple[TopicSection, ...]

    def prose(self) -> Iterable[tuple[str, str]]:
        """Each paragraph of the topic with the heading that it stands under."""
        yield "summary", self.summary
        for section in self.sections:
            yield from ((section.heading, paragraph) for paragraph in section.text)


class PackInfo(Record):
    """``pack.yaml``: what the pack is, how fresh it is, and how it is laid out."""

    id: NodeId
    title: Words
    version: Words
    date: dt.date
    next_review: dt.date
    start: NodeId
    warning_line: Words
    condition: Prose
    how_many: Prose
    decision: Words
    audience: Prose
    status: Prose
    funding: Words
    interests: Words
    report_mistake: Words
    terms_with_digits: tuple[Words, ...] = ()
    lanes: tuple[Lane, ...]
    net: tuple[NetBox, ...]


class CompareRow(Record):
    """A row of the comparison: a question that people ask, and from where each option answers it.

    ``roles`` name findings, ``sections`` and ``living_with`` parts of the option's card, ``ways`` edges.
    ``after`` names lanes: the findings of the places there that the option leads on to count as well.
    ``none_found`` is said, as loudly as a number, where an option has no finding of these roles.
    """

    id: NodeId
    question: Words
    roles: tuple[Role, ...] = ()
    after: tuple[NodeId, ...] = ()
    sections: tuple[CardSection, ...] = ()
    living_with: tuple[LivingArea, ...] = ()
    ways: tuple[EdgeKind, ...] = ()
    holds_undoing: bool = False
    holds_gaps: bool = False
    none_found: str = ""


class Matter(Record):
    """Something that may matter to a person: an outcome, or a burden of having an option.

    A finding speaks of it if its outcome label holds one of ``words``, or if its role is among ``roles``.
    ``rows`` are the rows of the comparison that move up for it.
    """

    id: NodeId
    label: Words
    plain: Words
    kind: Literal["outcome", "burden"]
    words: tuple[Words, ...]
    roles: tuple[Role, ...] = ()
    living_with: tuple[LivingArea, ...] = ()
    rows: tuple[NodeId, ...]


class Preset(Record):
    """A common decision: the cause it starts from, and the options beside the first one."""

    id: NodeId
    label: Words
    cause: NodeId
    options: Annotated[tuple[NodeId, ...], Field(min_length=1, max_length=2)]
    note: str = ""


class Undoing(Record):
    """Whether an option can be undone, in words."""

    option: NodeId
    words: Prose


class Compare(Record):
    """``compare.yaml``: how options are laid side by side. ``first`` is the option that stands first."""

    first: NodeId
    why_first: Words
    none_on_matter: Words
    rows: tuple[CompareRow, ...]
    matters: tuple[Matter, ...]
    presets: tuple[Preset, ...]
    undoing: tuple[Undoing, ...]

    def prose(self) -> Iterable[tuple[str, str]]:
        """Each paragraph with the name of the record that it stands in."""
        yield "why_first", self.why_first
        yield "none_on_matter", self.none_on_matter
        yield from ((row.id, row.none_found) for row in self.rows if row.none_found)
        yield from ((matter.id, matter.plain) for matter in self.matters)
        yield from ((preset.id, preset.note) for preset in self.presets if preset.note)
        yield from ((undoing.option, words) for undoing in self.undoing for words in undoing.words)


class ScoreRow(Record):
    """One published criterion for decision aids: how far it is met here, and where that can be seen.

    ``score`` is 0, 1 (partly) or 2. ``place`` is a path in the app. ``people`` names who took part in a step
    that needs real people, and when.
    """

    row_id: Annotated[str, StringConstraints(pattern=r"^[A-Z][1-9][0-9]*$")]
    item: Words
    kind: Literal["UI", "TXT", "DOC", "PROC"]
    score: Literal[0, 1, 2]
    place: str
    people: str
    note: Words

    @property
    def part(self) -> str:
        """The letter of the list that the criterion is from."""
        return self.row_id[0]


class HasId(Protocol):
    @property
    def id(self) -> str: ...


class Pack(Record):
    """A whole pathway as read from its folder. Look-ups are by id and read-only."""

    info: PackInfo
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    findings: tuple[Finding, ...]
    sources: tuple[Source, ...]
    gaps: tuple[Gap, ...]
    claims: tuple[Claim, ...]
    topics: tuple[Topic, ...]
    compare: Compare
    scorecard: tuple[ScoreRow, ...]

    @cached_property
    def node(self) -> Mapping[str, Node]:
        """Nodes by id."""
        return MappingProxyType({node.id: node for node in self.nodes})

    @cached_property
    def lane(self) -> Mapping[str, Lane]:
        """Lanes by id."""
        return MappingProxyType({lane.id: lane for lane in self.info.lanes})

    @cached_property
    def finding(self) -> Mapping[str, Finding]:
        """Findings by id."""
        return MappingProxyType({finding.finding_id: finding for finding in self.findings})

    @cached_property
    def source(self) -> Mapping[str, Source]:
        """Sources by id."""
        return MappingProxyType({source.source_id: source for source in self.sources})

    @cached_property
    def topic(self) -> Mapping[str, Topic]:
        """Topics by id."""
        return MappingProxyType({topic.id: topic for topic in self.topics})

    @cached_property
    def edges_from(self) -> Mapping[str, tuple[Edge, ...]]:
        """Edges that start at a node, by its id, in the order of the file."""
        return MappingProxyType({n: tuple(e for e in self.edges if e.start == n) for n in self.node})

    @cached_property
    def edges_to(self) -> Mapping[str, tuple[Edge, ...]]:
        """Edges that end at a node, by its id, in the order of the file."""
        return MappingProxyType({n: tuple(e for e in self.edges if e.end == n) for n in self.node})

    @cached_property
    def findings_of(self) -> Mapping[str, tuple[Finding, ...]]:
        """Findings that belong to a node, by its id."""
        return MappingProxyType({n: tuple(f for f in self.findings if n in f.nodes) for n in self.node})

    @cached_property
    def gaps_of(self) -> Mapping[str, tuple[Gap, ...]]:
        """Stated gaps at a node, by its id."""
        return MappingProxyType({n: tuple(g for g in self.gaps if g.node_id == n) for n in self.node})

    @cached_property
    def claims_of(self) -> Mapping[str, tuple[Claim, ...]]:
        """Claims of the guides by their home, a node id or a topic id."""
        homes = (*self.node, *self.topic)
        return MappingProxyType({h: tuple(c for c in self.claims if h in c.homes) for h in homes})
