"""Templates of HTML, read in one way: what is put in is escaped, and what is missing is an error."""

from __future__ import annotations

from jinja2 import BaseLoader, Environment, StrictUndefined

from pathways.text.sentences import capitalised


def environment(loader: BaseLoader) -> Environment:
    """Templates from a loader, with the filter ``capitalised``."""
    made = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # a template is read once, and its file is not looked at each time it is used
    )
    made.filters["capitalised"] = capitalised
    return made
