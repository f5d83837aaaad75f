"""HTML that the pages show, written as templates: everything put into them is escaped.

Templates of one page lie with its parts and are named after it (``compare/row.html`` is
``pages/parts/compare/templates/row.html``); those that several pages use lie here.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from functools import lru_cache
from pathlib import Path

from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader
from markupsafe import Markup

from pages.shared.url import carrying, link
from pathways.text.html import environment

FIXED = 1_000
"""How many small pieces of HTML are kept."""


class Html(Markup):
    """Markup that Streamlit sends as it is: it neither looks for a file of that name nor tidies it."""

    def _repr_html_(self) -> str:
        return str(self).strip()


_HERE = Path(__file__).parent
_OF_PAGES = {
    folder.parent.name: FileSystemLoader(folder)
    for folder in sorted((_HERE.parents[1] / "parts").glob("*/templates"))
}
_ENVIRONMENT = environment(ChoiceLoader([FileSystemLoader(_HERE), PrefixLoader(_OF_PAGES)]))
_ENVIRONMENT.globals.update(link=link, carrying=carrying)


def rendered(template: str, **values: object) -> Html:
    """The template with the values put in, escaped."""
    # The environment has escaped every value, so the whole is safe markup.
    return Html(_ENVIRONMENT.get_template(template).render(**values))


@lru_cache(FIXED, typed=True)  # markup and words of the same letters are escaped differently
def fixed(template: str, **values: Hashable) -> Html:
    """A small template without links, made once for the same words: every frame is full of them."""
    return rendered(template, **values)


def in_blocks(blocks: Iterable[Markup]) -> Markup:
    """Stretches of HTML one below the other, as far apart as Streamlit's elements: one is sent for all."""
    each = Markup("").join(Markup("<div>{}</div>").format(block) for block in blocks)
    return Markup('<div class="blocks">{}</div>').format(each)


@lru_cache(FIXED, typed=True)
def paragraph(words: str, *, lead: str = "") -> Html:
    """Words as a paragraph, with some before them in bold.

    >>> paragraph("less < more", lead="The decision.").strip()
    Html('<p><strong>The decision.</strong> less &lt; more</p>')
    """
    return rendered("paragraph.html", words=words, lead=lead)
