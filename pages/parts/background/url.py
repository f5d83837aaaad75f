"""Which topic the page Background shows, as its URL says it; nothing is stored beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pages.shared.url import Reader
from pathways.evidence import cited
from pathways.model import Pack
from pathways.text.readability import WORDS_USED

GLOSSARY = "words"
"""The topic that explains hard words: the glossary of the pack, if it has one."""


@dataclass(frozen=True)
class BackgroundUrl:
    """The topic that is shown, the titles of all topics by their ids, and what made no sense."""

    topic: str
    titles: Mapping[str, str]
    notes: tuple[str, ...] = ()

    @property
    def view_name(self) -> str:
        """The title of the topic; blank where there is none."""
        return self.titles.get(self.topic, "")

    def source_ids(self, pack: Pack) -> tuple[str, ...]:
        """The sources that the topic cites."""
        topic = pack.topic.get(self.topic)
        texts = (words for section in topic.sections for words in section.text) if topic else ()
        return cited.of_prose(pack, (topic.summary, *texts)) if topic else ()


def background_url(pack: Pack, params: Mapping[str, str]) -> BackgroundUrl:
    """Read the address, such as ``topic=words``; what is not understood is left out and noted."""
    reader = Reader(params)
    titles = {topic.id: topic.title for topic in pack.topics}
    if pack.glossary:
        titles[GLOSSARY] = WORDS_USED
    topic = reader.name("topic", titles, "background topic") or next(iter(titles), "")
    return BackgroundUrl(topic, titles, tuple(reader.notes))
