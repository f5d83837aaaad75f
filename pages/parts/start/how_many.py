"""How many have it: each figure of the pack's paragraphs beside its picture of 100."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from pages.shared.icon_array import icon_array_html
from pages.shared.prose_html import Citations, finding_html, prose_html
from pages.shared.templates import rendered
from pathways import evidence
from pathways.charts.icon_array import arrays_of
from pathways.model import Finding, Pack
from pathways.text import markup


def how_many_html(pack: Pack, citations: Citations) -> Markup:
    """The words of the paragraphs, then the figures that speak in them, each with its squares."""
    words = [without_figures(text) for text in pack.info.how_many]
    told = prose_html(pack, [text for text in words if text], citations)
    figures = [(_squares(pack, finding), finding_html(pack, finding, citations)) for finding in spoken(pack)]
    return told + rendered("start/how_many.html", figures=figures)


def spoken(pack: Pack) -> Iterator[Finding]:
    """The findings that speak in the paragraphs, in their order."""
    for text in pack.info.how_many:
        for piece in markup.pieces(text):
            if isinstance(piece, markup.Quote):
                yield pack.finding[piece.id]


def without_figures(text: str) -> str:
    """A paragraph without the findings that speak in it.

    >>> without_figures("Studies differ. {pain-01} {pain-02}")
    'Studies differ.'
    """
    said = [piece for piece in markup.pieces(text) if isinstance(piece, markup.Quote)]
    for quote in said:
        text = text.replace(f"{{{quote.id}}}", "")
    return text.strip()


def _squares(pack: Pack, finding: Finding) -> Markup:
    """One grid; none where the figure is no share of people."""
    arrays = arrays_of(evidence.reading(pack, finding, "patients"))
    return icon_array_html(arrays[0]) if arrays else Markup("")
