"""``nodes/<node_id>.yaml``: the places on the pathway and all that their cards say."""

from __future__ import annotations

from collections.abc import Iterable

from pathways.model.cells import Blank
from pathways.model.record import Record, paragraphs
from pathways.model.vocabulary import NodeId, NodeKind, Prose, Togetherness, Words

_LABELS = frozenset({"also_called"})
"""Lists of words that are no prose."""


class LivingWith(Record):
    """What living with an option is like, in the areas that people ask about.

    ``scans`` is what it means for a scan, and stands only where it means something.
    """

    body: Prose
    mind: Prose
    daily_life: Prose
    scans: Prose = ()
    work: Prose
    driving: Prose
    follow_up: Prose


class Node(Record):
    """A place on the pathway: what it is and what a person wants to know there.

    ``roads`` says whether any of the ways onward may be taken together, or one at a time.
    ``shows_emergency`` puts the pack's list of signs that need help at once on the card, and
    ``own_emergency`` holds signs that only this place has, told after them.
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
    living_with: Blank[LivingWith] = None
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
    shows_emergency: bool = False
    own_emergency: Prose = ()
    questions: Prose
    roads: Togetherness = ""

    def prose(self) -> Iterable[tuple[str, str]]:
        """Each paragraph of the node with the name of its section."""
        yield "summary", self.summary
        yield from paragraphs(self, (name for name in Node.model_fields if name not in _LABELS))
        if self.living_with:
            yield from paragraphs(self.living_with, LivingWith.model_fields)
