"""``glossary.csv``: hard words of a pack, and what they mean in it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from pathways.model.cells import Many
from pathways.model.record import Record
from pathways.model.vocabulary import Words, YesNo


class GlossaryEntry(Record):
    """One or several words with one meaning.

    ``marked`` is no for words that mean something else in everyday prose: they are listed, and not explained
    where they stand.
    """

    words: Annotated[Many[Words], Field(min_length=1)]
    meaning: Words
    marked: YesNo
