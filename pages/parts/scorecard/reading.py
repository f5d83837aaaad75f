"""How hard the texts are to read, as measured: the hardest first."""

from __future__ import annotations

import re
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from pages.shared.kept import kept_html
from pages.shared.templates import rendered
from pathways.model import Pack
from pathways.text import readability
from pathways.text.readability import HARDEST_TEXT, LONGEST_SENTENCE, Reading

METHOD = Path(__file__).parents[3] / "docs" / "method.md"


def show_reading(pack: Pack) -> None:
    """A table of every text with its grade and reading age, and how many are above the limit."""
    st.html(_reading_html(pack))


@kept_html
def _reading_html(pack: Pack) -> Markup:
    measured = sorted(_readings(pack), key=lambda reading: -reading.grade)
    return rendered(
        "scorecard/reading.html",
        readings=measured,
        above=[reading for reading in measured if reading.grade > HARDEST_TEXT],
        limit=HARDEST_TEXT,
        age=readability.YEARS_BEFORE_SCHOOL + int(HARDEST_TEXT),
        longest=LONGEST_SENTENCE,
    )


def _readings(pack: Pack) -> tuple[Reading, ...]:
    sentences = _sentences(METHOD.read_text(encoding="utf-8"))
    return (*readability.grades(pack), readability.reading("About", "How this was made", sentences))


def _sentences(markdown: str) -> list[str]:
    """The sentences of a document: each cell of a table and each line of a list is one of its own."""
    paragraphs = re.split(r"\n\s*\n|\n(?=[|#>\d-])|\|", markdown)
    return [sentence for part in paragraphs for sentence in readability.sentences_of(" ".join(part.split()))]
