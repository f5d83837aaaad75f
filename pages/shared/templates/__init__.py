"""HTML that the pages show, written as templates: everything put into them is escaped.

Templates of one page lie with its parts and are named after it (``compare/row.html`` is
``pages/parts/compare/templates/row.html``); those that several pages use lie here.
"""

from __future__ import annotations

from pathlib import Path

from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader
from markupsafe import Markup

from pages.shared.url import carrying, link
from pathways.text.html import environment

_HERE = Path(__file__).parent
_OF_PAGES = {
    folder.parent.name: FileSystemLoader(folder)
    for folder in sorted((_HERE.parents[1] / "parts").glob("*/templates"))
}
_ENVIRONMENT = environment(ChoiceLoader([FileSystemLoader(_HERE), PrefixLoader(_OF_PAGES)]))
_ENVIRONMENT.globals.update(link=link, carrying=carrying)


def rendered(template: str, **values: object) -> Markup:
    """The template with the values put in, escaped."""
    # The environment has escaped every value, so the whole is safe markup.
    return Markup(_ENVIRONMENT.get_template(template).render(**values))  # noqa: S704


def paragraph(words: str, *, lead: str = "") -> Markup:
    """Words as a paragraph, with some before them in bold.

    >>> paragraph("less < more", lead="The decision.").strip()
    Markup('<p><strong>The decision.</strong> less &lt; more</p>')
    """
    return rendered("paragraph.html", words=words, lead=lead)
