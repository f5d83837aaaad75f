"""The pages of the app, one line each. A page is its file, its folder of parts, and its line here.

What is said here of a page is what other pages need to know: how it is opened, what its address may hold, and
whether it stands in the menu. All else is the page's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class PageInfo:
    """A page as others know it.

    ``name`` is its path in addresses ("" is the start page), ``menu`` its name in the menu (blank: other
    pages lead there). ``params`` are the parts of its address beside those that every page carries.
    ``joined`` are those of them that hold lists: given several times, all of their words count.
    ``opens_with`` are those that a link to it sets. ``has_steps``: it shows the steps of a comparison that
    was begun.
    """

    name: str
    menu: str = ""
    params: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    opens_with: Mapping[str, str] = field(default_factory=dict)
    has_steps: bool = False

    @property
    def file(self) -> str:
        """Where Streamlit finds it, from the top of the project."""
        return f"pages/{self.name}.py" if self.name else "app.py"


_FILTERS = (
    *("subject", "node", "outcome", "role", "directness", "design", "funding", "checked", "size", "search"),
)
_PAGES = (
    PageInfo("", "Start"),
    # A link to the page one is on keeps its address, unless it names another one.
    PageInfo(
        "map",
        "Map",
        ("view", "node", "box", "from", "to", "around", "part", "marks"),
        opens_with={"view": "net"},
    ),
    PageInfo("compare", "Compare", ("step", "row"), has_steps=True),
    PageInfo("causes_and_tests", "Causes and tests", ("show", "cause", "test", "counted", "share", "save")),
    PageInfo(
        "evidence",
        "Evidence",
        (*_FILTERS, "show", "kind", "save", "rows", "sort", "finding", "source", "drawn"),
    ),
    PageInfo("case", "Case", ("case", "data", "show", "node", "box", "group"), joined=("case",)),
    PageInfo("guides", "What guides say", ("verdict", "kind", "subject", "place", "search", "shown")),
    PageInfo("background", "Background", ("topic",), has_steps=True),
    PageInfo(
        "learn",
        "Learn",
        (
            *("show", "seed", "number", "guesses", "verdicts", "answers"),
            *("case", "from", "to", "trail", "share", "reasons"),
            *("people", "choice", "beside", "outcome", "told", "game"),
        ),
    ),
    PageInfo("about", "About"),
    PageInfo("take_home", has_steps=True),
    PageInfo("search", params=("text", "shown")),
    PageInfo("warning_signs"),
    PageInfo("what_is_new", params=("version", "kind", "what")),
    PageInfo("mistake", params=("finding", "source", "claim", "node")),
    PageInfo("scorecard", params=("part", "kind", "score")),
)
PAGES: Mapping[str, PageInfo] = {page.name: page for page in _PAGES}
"""Every page by its name in addresses; those of the menu in its order."""

MENU = tuple(page for page in _PAGES if page.menu)
