"""Cards for Anki as tab-separated text, which it reads by "File, Import": front, back, tags.

The lines that begin with ``#`` tell Anki how the rest is read; see "Text Files" in its manual. The data
version stands on each back, as a card outlives the file that it came from.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from pathways.exports.format import Format, licence, version
from pathways.learning.flash_cards import FlashCard
from pathways.model import Pack

HEAD = "#separator:tab\n#html:false\n#tags column:3\n#columns:Front\tBack\tTags\n"


def written(cards: Iterable[FlashCard], pack: Pack) -> bytes:
    """One card a line."""
    file = io.StringIO()
    rows = csv.writer(file, delimiter="\t", lineterminator="\n")
    about = f"{version(pack)}. General information, no advice. {licence(pack)}"
    for card in cards:
        tags = " ".join((pack.info.id, *card.tags))  # Anki parts tags at blanks; ids hold none
        rows.writerow([_in_line(card.front), _in_line(f"{card.back} · {about}"), tags])
    return (HEAD + file.getvalue()).encode()


def _in_line(words: str) -> str:
    """Words on one line and without tabs, as each card is a line.

    A mark of a comment at the beginning would hide the card, so a blank stands before it.

    >>> _in_line("one\\ttwo"), _in_line("#1 of all")
    ('one two', ' #1 of all')
    """
    line = " ".join(words.split())
    return f" {line}" if line.startswith("#") else line


ANKI = Format("Cards for Anki", "tsv", "text/tab-separated-values", written, "cards")
