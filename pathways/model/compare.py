"""``compare.yaml``: how options are laid side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

from pydantic import Field

from pathways.model.record import Record
from pathways.model.vocabulary import CardSection, EdgeKind, FindingId, LivingArea, NodeId, Prose, Role, Words


class CompareRow(Record):
    """A row of the comparison: a question that people ask, and from where each option answers it.

    ``roles`` name findings, ``sections`` and ``living_with`` parts of the option's card, ``ways`` edges.
    ``after`` names lanes: the findings of the places there that the option leads on to count as well.
    ``in_brief``: the first paragraph of each section stands in the table that comes first.
    ``matter`` names something that may matter to a person, whose figures make the row.
    ``none_found`` is said, as loudly as a number, where an option has no finding of these roles, and
    ``none_of_first``, if it is not blank, where the option that stands first has none. The check of
    understanding asks of such an option whether ``not_known`` (true) or ``not_so`` (false) holds.
    """

    id: NodeId
    question: Words
    roles: tuple[Role, ...] = ()
    after: tuple[NodeId, ...] = ()
    sections: tuple[CardSection, ...] = ()
    living_with: tuple[LivingArea, ...] = ()
    ways: tuple[EdgeKind, ...] = ()
    matter: NodeId | Literal[""] = ""
    in_brief: bool = False
    holds_undoing: bool = False
    holds_gaps: bool = False
    none_found: str = ""
    none_of_first: str = ""
    not_known: str = ""
    not_so: str = ""

    @property
    def is_at_a_glance(self) -> bool:
        """Does it stand in the table that comes first? Longer texts of a card stand below it."""
        return self.in_brief or not (self.sections or self.living_with)


class Preference(Record):
    """Something that may matter to a person: an outcome, or a burden of having an option.

    A finding speaks of it if its outcome label holds one of ``words``, or if its role is among ``roles``.
    Those in ``also`` have a figure of something else, and tell of this in their words: only these are told.
    ``rows`` are the rows of the comparison that move up for it. ``of_lanes`` says of the options of a lane
    what is so of all of them, such as that none of them takes long.
    """

    id: NodeId
    label: Words
    plain: Words
    kind: Literal["outcome", "burden"]
    words: tuple[Words, ...]
    roles: tuple[Role, ...] = ()
    also: tuple[FindingId, ...] = ()
    living_with: tuple[LivingArea, ...] = ()
    of_lanes: Mapping[NodeId, Words] = Field(default_factory=dict)
    rows: tuple[NodeId, ...]


class BriefWords(Record):
    """What a finding that is no share of people says in one short line."""

    finding: FindingId
    says: Words


class CheckedSentence(Record):
    """A sentence about a decision that is true or false, why, and the row that tells it.

    ``findings`` are those that a number in it, or in the answer, is taken from.
    """

    says: Words
    is_true: bool
    why: Words
    row: NodeId
    findings: tuple[FindingId, ...] = ()


class Preset(Record):
    """A common decision: the cause it starts from, if it has one, and the options beside the first one.

    ``checks`` are the sentences of the check of understanding; without any, they are made from the findings.
    """

    id: NodeId
    label: Words
    cause: NodeId | Literal[""] = ""
    options: Annotated[tuple[NodeId, ...], Field(min_length=1, max_length=2)]
    note: str = ""
    checks: tuple[CheckedSentence, ...] = ()


class Reversibility(Record):
    """Whether an option can be undone, in words."""

    option: NodeId
    words: Prose


class ComparatorArm(Record):
    """A finding in which an option is what the first group is compared with: ``these`` had the option.

    ``plain`` says the finding to patients, beginning with these people.
    """

    finding: FindingId
    plain: Words
    these: Words
    others: Words


class Applicability(Record):
    """Findings that do not answer, or only in part, for the people who had an option.

    ``turned`` are seen from their other group. ``partly`` counted other or mixed groups, or something else
    than was asked. ``alone`` are findings of a place that follows, and yet of people who had just this
    option. ``arms`` come from studies that set this option beside another one: they answer for it only beside
    an option that the same study measured, for else their people are not like those in the other columns.
    """

    option: NodeId
    turned: tuple[ComparatorArm, ...] = ()
    partly: tuple[FindingId, ...] = ()
    alone: tuple[FindingId, ...] = ()
    arms: tuple[FindingId, ...] = ()

    @property
    def findings(self) -> tuple[FindingId, ...]:
        """Every finding that is named, an arm that is turned once."""
        arms = (arm for arm in self.arms if arm not in {one.finding for one in self.turned})
        return (*(one.finding for one in self.turned), *self.partly, *self.alone, *arms)


class Compare(Record):
    """``compare.yaml``: how options are laid side by side.

    ``first`` is the option that stands first. ``grave`` are findings of death and lasting damage: they
    are told first, in this order, and never folded away; an option of the lane ``grave_lane`` without
    any says ``none_grave``, and ``none_grave_in_brief`` in a line. A harm of an option that speaks of a
    word of ``grave_known_by`` is one of them. ``brief`` words findings in one line. ``counted`` says where
    a finding is not of people who had just the option under which it stands.
    """

    first: NodeId
    why_first: Words
    none_on_matter: Words
    grave: tuple[FindingId, ...] = ()
    grave_known_by: tuple[Words, ...] = ()
    grave_lane: str = ""
    none_grave: str = ""
    none_grave_in_brief: str = ""
    brief: tuple[BriefWords, ...] = ()
    counted: tuple[Applicability, ...] = ()
    rows: tuple[CompareRow, ...]
    matters: tuple[Preference, ...]
    presets: tuple[Preset, ...]
    undoing: tuple[Reversibility, ...]

    @property
    def is_empty(self) -> bool:
        """Whether a pack has no choices to lay side by side."""
        return not self.first

    def prose(self) -> Iterable[tuple[str, str]]:
        """Each paragraph with the name of the record that it stands in."""
        if self.is_empty:
            return
        yield "why_first", self.why_first
        yield "none_on_matter", self.none_on_matter
        if self.none_grave:
            yield "none_grave", self.none_grave
        for row in self.rows:
            said = (row.none_found, row.none_of_first, row.not_known, row.not_so)
            yield from ((row.id, words) for words in said if words)
        for matter in self.matters:
            yield from ((matter.id, words) for words in (matter.plain, *matter.of_lanes.values()))
        yield from ((preset.id, preset.note) for preset in self.presets if preset.note)
        yield from ((undoing.option, words) for undoing in self.undoing for words in undoing.words)
        if self.none_grave_in_brief:
            yield "none_grave_in_brief", self.none_grave_in_brief

    def checks(self) -> Iterable[tuple[str, CheckedSentence]]:
        """Each sentence of the check of understanding with the id of its decision."""
        yield from ((preset.id, sentence) for preset in self.presets for sentence in preset.checks)


NO_COMPARE = Compare.model_construct(
    first="", why_first="", none_on_matter="", rows=(), matters=(), presets=(), undoing=()
)
"""What stands for ``compare.yaml`` in a pack without it; no file is read as this, as ``first`` is an id."""
