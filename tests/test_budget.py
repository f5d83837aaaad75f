"""What a page may cost, counted and not timed: elements and bytes that are sent, and work done a second time.

A budget is what a view needs now and a little room. Whoever goes beyond it has added something to every page or
to every click: take it back, or raise the number knowingly (docs/performance.md).
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jinja2 import Template
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext
from streamlit.testing.v1 import AppTest

from benchmarks.views import VIEWS
from pages.shared.catalogue import PAGES
from pages.shared.kept import Kept, forget_all, kept_html
from pages.shared.packs import KeptPack
from pages.shared.templates import _ENVIRONMENT
from pathways.model import Pack
from tests.opened import opened, page_at
from tests.patience import SECONDS

ROOT = Path(__file__).parents[1]
REPO_FILES = (".py", ".html", ".css", ".js", ".yaml", ".csv", ".md")
FRAME = 32
"""Messages that draw what stands around every page."""
KEPT_BY_THE_BROWSER = 10_000
"""Bytes from which on the browser keeps an element that is sent again, and is told its name alone."""

ELEMENTS = {
    "start": 52,
    "map": 53,
    "map, a card": 61,
    "map, a route": 68,
    "whole map": 53,
    "whole map, a card": 61,
    "compare": 44,
    "compare, what matters": 88,
    "causes": 50,
    "causes by tests": 36,
    "evidence": 60,
    "evidence, a list": 60,
    "evidence, a search": 61,
    "evidence, pictures": 68,
    "guides": 50,
    "background": 34,
    "about": 34,
    "sheet": 90,
    "warning signs": 58,
    "scorecard": 41,
}
"""The most elements and containers of each view."""


class Sent:
    """The messages of one run of a page, as they are put into the queue to the browser."""

    def __init__(self) -> None:
        self.drawn: list[int] = []

    @property
    def elements(self) -> int:
        return len(self.drawn)

    @property
    def bytes_again(self) -> int:
        """Bytes that go to a browser which has seen the page before."""
        return sum(size for size in self.drawn if size < KEPT_BY_THE_BROWSER)


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> Sent:
    found = Sent()
    enqueue = ScriptRunContext.enqueue

    def count(context: ScriptRunContext, message: object) -> None:
        if message.WhichOneof("type") == "delta":  # type: ignore[attr-defined]
            found.drawn.append(message.ByteSize())  # type: ignore[attr-defined]
        enqueue(context, message)  # type: ignore[arg-type]

    monkeypatch.setattr(ScriptRunContext, "enqueue", count)
    return found


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch, real_pack: Pack) -> Pack:
    """The shipped pack, whose files are not looked at meanwhile: that happens once in a second."""
    monkeypatch.setattr(KeptPack, "pack", lambda _: real_pack)
    return real_pack


def test_every_page_of_the_app_has_a_budget() -> None:
    assert ELEMENTS.keys() == VIEWS.keys()
    assert set(PAGES) <= {address.partition("?")[0] for address in VIEWS.values()}


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates that are filled."""
    found: list[str] = []
    render = Template.render

    def count(template: Template, *args: object, **values: object) -> str:
        found.append(str(template.name))
        return render(template, *args, **values)

    monkeypatch.setattr(Template, "render", count)
    return found


_READ: list[str] = []


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and str(ROOT) in str(arguments[0]) and not str(arguments[0]).endswith((".py", ".pyc")):
        _READ.append(str(arguments[0]))


sys.addaudithook(_note)


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_keeps_to_its_budget_and_is_made_once(
    name: str, sent: Sent, made: list[str], still: Pack
) -> None:
    app = opened(VIEWS[name])
    sent.drawn.clear()
    made.clear()
    _READ.clear()
    assert not app.run().exception
    print("BUDGET", name, sent.elements, sent.bytes_again, made, _READ)
    assert sent.elements <= ELEMENTS[name]
