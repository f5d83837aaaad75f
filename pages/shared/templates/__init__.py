"""HTML that the pages show, written as templates: everything put into them is escaped."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pages.shared.address import carrying, link

_ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
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
