"""What the page Search looks for, as its URL says it; nothing is stored beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pages.shared.url import Reader, truncated
from pathways.model import Pack

PAGE_OF_HITS = 10
"""How many matches are shown at first, and how many more at a time."""

LONGEST = 300
"""How many letters of a search are looked for: a page of text is no search."""


@dataclass(frozen=True)
class SearchUrl:
    """The words to look for, how many matches are shown, and what made no sense."""

    text: str
    shown: int
    notes: tuple[str, ...] = ()

    @property
    def view_name(self) -> str:
        """What is looked for; blank where nothing is."""
        return f"“{truncated(self.text)}”" if self.text else ""


def search_url(pack: Pack, params: Mapping[str, str]) -> SearchUrl:  # noqa: ARG001 (as of every page)
    """Read the address; what is not understood is left out and noted."""
    reader = Reader(params)
    text = reader.text("text")
    shown = reader.number("shown", "number of matches") or PAGE_OF_HITS
    if len(text) > LONGEST:
        reader.notes.append(f"Only the first {LONGEST} letters of your words are looked for.")
    return SearchUrl(text[:LONGEST], shown, tuple(reader.notes))
