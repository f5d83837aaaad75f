"""``pack.yaml``: what a pack is, whom it is for, the lanes of its map and the boxes of its Net."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from pathways.model.cells import Blank, Day, Place, sources_or_convention
from pathways.model.record import Record
from pathways.model.units import Unit
from pathways.model.vocabulary import CountingRole, NodeId, OutcomePart, Prose, Role, SourceId, Words


class Lane(Record):
    """A column of the map, such as "Conservative care"."""

    id: NodeId
    label: Words
    plain: Words


class OverviewBox(Record):
    """A box of the Net, the small overview map: it stands for several nodes, or for one."""

    id: NodeId
    label: Words
    plain: Words
    column: Place
    nodes: tuple[NodeId, ...]


class Group(Record):
    """People whom studies are about, by how near they are to those whom the pack is for.

    ``label`` says who they are, ``short`` the same in the middle of a sentence, ``explained`` in the words of
    an answer, ``brief`` in two or three words. ``named_by`` are words, or their beginnings, of which a
    finding of this group tells one.
    """

    id: NodeId
    label: Words
    short: Words
    brief: str = ""
    explained: str = ""
    named_by: tuple[Words, ...] = ()

    @property
    def in_brief(self) -> str:
        """Who they are, where there is room for two or three words."""
        return self.brief or self.short

    @property
    def in_answers(self) -> str:
        """Who they are, where a reader is told why an answer is right."""
        return self.explained or self.label


class OutcomeGroup(Record):
    """A column of the risk table: outcomes that answer one question, such as every harm to a nerve.

    ``label`` says which they are, ``short`` the same over a narrow column; it may hold soft hyphens.
    ``part`` is the part of the table that it stands in.
    """

    id: NodeId
    label: Words
    short: str = ""
    part: OutcomePart

    @property
    def heading(self) -> str:
        """What stands over its column."""
        return self.short or self.label


class HeadlineQuestion(Record):
    """A question that Evidence opens on, answered by the most direct figure of one place.

    It asks either how often (``counts``, a role that counts people) or what an option does (``outcome``, the
    id of an outcome group). Which figure answers follows from the pack: none is picked by hand.
    """

    question: Words
    place: NodeId
    counts: CountingRole | None = None
    outcome: NodeId | None = None


def _not_empty(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    if not groups:
        raise PydanticCustomError("no_group", "Write at least one group: the people whom the pack is for")
    return groups


def _leads_somewhere(address: str) -> str:
    if address and not address.startswith(("https://", "mailto:")):
        raise PydanticCustomError("no_address", "Write an address that begins with https:// or mailto:")
    return address


class Everywhere(Record):
    """What leads to one place from every other, said once and not as an edge from each of them.

    ``basis`` holds source ids; an empty basis means clinical convention without a source.
    """

    to: NodeId
    condition: Words
    basis: Annotated[tuple[SourceId, ...], BeforeValidator(sources_or_convention)]


class EmergencySign(Record):
    """One line of the list of signs.

    ``known_by`` are words by which prose that names the sign is found, and ``facts`` those whose answers are
    held against warnings of the criteria.
    """

    sign: Words
    known_by: tuple[Words, ...]
    facts: tuple[NodeId, ...] = ()


class Emergency(Record):
    """The signs that need help at once: one list, the same on every card that shows it.

    ``call`` says whom to call and stands first, in one of the words of ``number_known_by``; ``also`` are
    paragraphs after the list.
    """

    heading: Words
    call: Words
    number_known_by: tuple[Words, ...] = ()
    signs: tuple[EmergencySign, ...]
    also: Prose = ()

    @property
    def listed(self) -> Prose:
        """The signs in order, as items of a list."""
        return tuple(sign.sign for sign in self.signs)

    def prose(self) -> Prose:
        """Each paragraph and each item, in the order in which they are read."""
        return (self.call, *self.listed, *self.also)


class Examples(Record):
    """What a reader may type to find a place, a finding or a claim; a blank gives no example."""

    place: str = ""
    finding: str = ""
    claim: str = ""


class Counting(Record):
    """A way of counting how often a cause is found: a short name, and the question that it answers."""

    label: Words
    question: Words


class CausesAndTests(Record):
    """What the page Causes and tests says in words of the pack; blank sentences are not said.

    ``about_causes`` and ``about_tests`` stand above their lists. ``overdiagnosis`` says what is known of
    tests that show what would never have mattered, and ``not_compared`` what was not found on care with a
    test beside care without it.
    """

    cause_share: Counting = Counting(
        label="As source or reason", question="Of those who were tested: in how many was this the reason?"
    )
    incidence: Counting = Counting(
        label="New later", question="Of those who did not have it: how many got this later?"
    )
    prevalence: Counting = Counting(
        label="Seen when looked for",
        question="Of those who were looked at: in how many was it seen? Seen is not the same as the reason.",
    )
    about_causes: str = ""
    about_tests: str = ""
    overdiagnosis: str = ""
    not_compared: str = ""

    @property
    def countings(self) -> Mapping[Role, Counting]:
        """The ways of counting by the role of the findings that they count, in the order of the page."""
        return {
            "cause_share": self.cause_share,
            "incidence": self.incidence,
            "prevalence": self.prevalence,
        }

    def prose(self) -> Prose:
        """Each text that is said, in the order of the page."""
        said = (self.about_causes, self.about_tests, self.overdiagnosis, self.not_compared)
        return (*(one.question for one in self.countings.values()), *filter(None, said))


class CaseWords(Record):
    """What the page Case says in words of the pack.

    ``screen`` is the criterion that is met once every warning sign was asked for and none is there.
    While the criterion ``early`` is met and there is no emergency, options are folded under ``early_words``.
    While ``worse`` is met, ``worse_words`` lead on to the place ``worse_to``.
    """

    screen: NodeId
    early: NodeId
    early_words: Words
    worse: NodeId
    worse_words: Words
    worse_to: NodeId

    def prose(self) -> Prose:
        """Each text that is said."""
        return (self.early_words, self.worse_words)


def _names_a_system(address: str) -> str:
    if not address.startswith(("http://", "https://", "urn:")):
        mend = "Write the address that stands for the code system, such as http://hl7.org/fhir/sid/icd-10"
        raise PydanticCustomError("no_system", mend)
    return address


class Coding(Record):
    """A code of the pack's subject in a public classification; exports tell it to programs of hospitals.

    ``system`` is the address that stands for the classification in HL7 FHIR, ``words`` what the code means.
    """

    system: Annotated[Words, AfterValidator(_names_a_system)]
    code: Words
    words: Words


class ClaimWords(Record):
    """Kinds and subjects of claims in words, where plain reading of their names would not do."""

    kinds: Mapping[Words, Words] = Field(default_factory=dict)
    subjects: Mapping[Words, Words] = Field(default_factory=dict)


class PackInfo(Record):
    """``pack.yaml``: what the pack is, how fresh it is, and how it is laid out."""

    id: NodeId
    title: Words
    version: Words
    date: Day
    next_review: Day
    start: NodeId
    start_title: Words
    subject: Words
    examples: Examples = Examples()
    causes_and_tests: CausesAndTests = CausesAndTests()
    warning_line: Words
    warning_line_short: str = ""
    everywhere: Everywhere | None = None
    emergency: Emergency | None = None
    condition: Prose
    how_many: Prose = ()
    decision: Words
    audience: Prose
    status: Prose
    sign_off: Words
    funding: Words
    interests: Words
    report_mistake: Words
    report_mistake_to: Annotated[str, AfterValidator(_leads_somewhere)] = ""
    first_door: Words = "I have this"
    licence: str = ""
    codes: tuple[Coding, ...] = ()
    terms_with_digits: tuple[Words, ...] = ()
    synonyms: tuple[tuple[Words, ...], ...] = ()
    agreed_by: tuple[Words, ...] = ()
    units: tuple[Unit, ...] = ()
    groups: Annotated[tuple[Group, ...], AfterValidator(_not_empty)]
    outcome_groups: tuple[OutcomeGroup, ...] = ()
    headlines: tuple[HeadlineQuestion, ...] = ()
    claim_words: ClaimWords = ClaimWords()
    case: Blank[CaseWords] = None
    lanes: tuple[Lane, ...]
    net: tuple[OverviewBox, ...]

    @property
    def nearest(self) -> Group:
        """The people whom the pack is for."""
        return self.groups[0]
