"""Templates of HTML, read in one way: what is put in is escaped, and what is missing is an error."""

from __future__ import annotations

from jinja2 import BaseLoader, Environment, StrictUndefined

from pathways.text.sentences import capitalised


def environment(loader: BaseLoader) -> Environment:
    """Templates from a loader, with the filter ``capitalised``."""
    made = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters["capitalised"] = capitalised
    return made
