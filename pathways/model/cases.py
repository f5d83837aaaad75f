"""``cases/<case_id>.yaml``: made-up cases for teaching, which hold the criteria as well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import Field

from pathways.model.cells import Place
from pathways.model.record import Record
from pathways.model.vocabulary import CaseState, CitedId, NodeId, Prose, SourcesSay, Words


class Expected(Record):
    """What must come of the facts of a case, worked out by hand.

    ``states`` name some criteria, ``emergencies`` all places that need help now, ``contradictions`` all
    that are met.
    """

    states: Mapping[NodeId, CaseState] = Field(default_factory=dict)
    emergencies: tuple[NodeId, ...] = ()
    contradictions: tuple[NodeId, ...] = ()


class CaseChoice(Record):
    """An answer to a question of a case: what the sources say of it, why, and the ids that it cites."""

    text: Words
    sources_say: SourcesSay
    feedback: Words
    cites: tuple[CitedId, ...]


class CaseDecision(Record):
    """A question at a case, with two to four answers."""

    question: Words
    choices: Annotated[tuple[CaseChoice, ...], Field(min_length=2, max_length=4)]


class CaseTwist(Record):
    """What changes: its ``facts`` replace those of the case or add to them."""

    title: Words
    story: Prose
    facts: Mapping[NodeId, Words]
    expected: Expected
    route: tuple[NodeId, ...] = ()
    teaches: Words


class TeachingCase(Record):
    """A made-up case: no person is like it by more than chance.

    ``age`` is a decade in words, for the story alone. A fact that is not named is not known. ``route`` is
    one way that such a person may take, not the right one. ``debrief`` is said at the end.
    """

    id: NodeId
    order: Place
    title: Words
    age: Words
    story: Prose
    facts: Mapping[NodeId, Words]
    expected: Expected
    route: tuple[NodeId, ...] = ()
    decisions: tuple[CaseDecision, ...] = ()
    debrief: Prose = ()
    twists: tuple[CaseTwist, ...] = ()

    def told(self) -> Iterator[tuple[str, str]]:
        """Each paragraph for readers, with the name of the part that it stands in."""
        yield from (("story", words) for words in self.story)
        for decision in self.decisions:
            yield "decisions", decision.question
            for choice in decision.choices:
                yield from (("decisions", words) for words in (choice.text, choice.feedback))
        yield from (("debrief", words) for words in self.debrief)
        for twist in self.twists:
            yield from (("twists", words) for words in (*twist.story, twist.teaches))
