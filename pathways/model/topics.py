"""``topics/<topic_id>.yaml``: background that is no place on the pathway."""

from __future__ import annotations

from collections.abc import Iterable

from pathways.model.cells import Place
from pathways.model.record import Record
from pathways.model.vocabulary import NodeId, Prose, Words


class TopicSection(Record):
    heading: Words
    text: Prose


class Topic(Record):
    """Background that is no place on the pathway, such as what tea is."""

    id: NodeId
    order: Place
    title: Words
    summary: Words
    sections: tuple[TopicSection, ...]

    def prose(self) -> Iterable[tuple[str, str]]:
        """Each paragraph of the topic with the heading that it stands under."""
        yield "summary", self.summary
        for section in self.sections:
            yield from ((section.heading, paragraph) for paragraph in section.text)
