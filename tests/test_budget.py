"""What a page may cost, counted and not timed: elements and bytes that are sent, and work done again.

A budget is what a view needs now and a little room. Whoever goes beyond it has added something to every page
or to every click: take it back, or raise the number knowingly (docs/performance.md).
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from jinja2 import Template
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext

from benchmarks.views import VIEWS
from pages.shared import kept, templates
from pages.shared.catalogue import PAGES
from pages.shared.kept import Kept, kept_html, kept_in
from pages.shared.packs import KeptPack
from pages.shared.prose_html import node_link
from pathways.model import Pack
from tests.opened import html, opened
from tests.patience import SECONDS

ROOT = Path(__file__).parents[1]
KEPT_BY_THE_BROWSER = 10_000
"""An element of so many bytes is kept by the browser: sent again, it is told by its name alone."""
HEAVY = ("pandas", "pyarrow", "openpyxl")
"""Libraries that take long to import, and that no page needs which shows no table to sort."""


class Budget(NamedTuple):
    """The most elements and containers of a view, and bytes of those that are sent on every run."""

    elements: int
    size: int


BUDGETS = {
    "start": Budget(59, 22_000),
    "map": Budget(60, 16_000),
    "map, a card": Budget(68, 17_000),
    "map, a route": Budget(74, 52_000),  # from the start: with no start named it was a few boxes before
    "whole map": Budget(60, 13_500),
    "whole map, a card": Budget(68, 14_500),
    "compare": Budget(50, 14_000),
    "compare, what matters": Budget(94, 18_500),
    "causes": Budget(58, 22_000),
    "causes by tests": Budget(42, 11_500),
    "case": Budget(85, 31_000),
    "case, filled": Budget(85, 35_500),  # what was entered and met, for paper
    "evidence": Budget(66, 29_500),
    "evidence, a list": Budget(66, 21_000),
    "evidence, a search": Budget(67, 21_000),
    "evidence, pictures": Budget(76, 32_500),
    "guides": Budget(54, 24_500),
    "background": Budget(40, 11_500),
    "learn": Budget(50, 16_000),
    "learn, a quiz": Budget(50, 16_000),
    "learn, a walk": Budget(60, 18_000),
    "learn, contested": Budget(50, 16_000),
    "learn, unknown": Budget(56, 34_000),
    "learn, a list": Budget(80, 40_000),
    "about": Budget(50, 19_000),
    "sheet": Budget(95, 28_000),
    "warning signs": Budget(64, 44_000),
    "scorecard": Budget(47, 13_000),
    "search": Budget(41, 17_000),
    "what is new": Budget(40, 11_500),
    "a mistake": Budget(40, 11_500),
}


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

    def count(context: ScriptRunContext, message: ForwardMsg) -> None:
        if message.WhichOneof("type") == "delta":
            found.drawn.append(message.ByteSize())
        enqueue(context, message)

    monkeypatch.setattr(ScriptRunContext, "enqueue", count)
    return found


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch, real_pack: Pack) -> Pack:
    """The shipped pack, whose files are not looked at meanwhile: that happens once in a second."""
    monkeypatch.setattr(KeptPack, "pack", lambda _: real_pack)
    return real_pack


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
    """Files of the project that are opened; its scripts are read by the test runner, and by no server."""
    if event == "open" and str(arguments[0]).startswith(str(ROOT)):
        _READ.append(str(arguments[0]))


sys.addaudithook(_note)


def _files_read() -> list[str]:
    return [name for name in _READ if not name.endswith((".py", ".pyc")) and "/.venv/" not in name]


def test_every_page_of_the_app_has_a_budget() -> None:
    assert BUDGETS.keys() == VIEWS.keys()
    assert set(PAGES) <= {address.partition("?")[0] for address in VIEWS.values()}


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_keeps_to_its_budget_and_a_second_run_makes_and_reads_nothing(
    name: str, sent: Sent, made: list[str]
) -> None:
    app = opened(VIEWS[name])
    said = html(app)
    sent.drawn.clear()
    made.clear()
    _READ.clear()
    assert not app.run().exception
    assert html(app) == said
    assert sent.elements <= BUDGETS[name].elements
    assert sent.bytes_again <= BUDGETS[name].size
    assert made == []
    assert _files_read() == []


def test_what_is_counted_would_be_seen(sent: Sent, made: list[str]) -> None:
    app = opened("background")
    assert made
    assert sent.elements > 20
    _READ.clear()
    (ROOT / "docs" / "method.md").read_bytes()
    assert _files_read() == [str(ROOT / "docs" / "method.md")]
    assert len(html(app)) > 1_000


@pytest.mark.parametrize("name", VIEWS)
def test_what_is_kept_says_what_would_be_made_anew(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words and roles with nothing kept at all are those of parts asked for before."""
    kept_page = html(opened(VIEWS[name]))
    monkeypatch.setattr(Kept, "get", lambda _, __, make, *___: make())
    assert html(opened(VIEWS[name])) == kept_page


def test_another_reader_of_the_same_address_is_given_what_was_made(made: list[str]) -> None:
    opened(VIEWS["map, a card"])
    made.clear()
    opened(VIEWS["map, a card"])
    assert made == []


def test_a_choice_on_the_map_makes_its_card_and_nothing_of_the_map(made: list[str], real_pack: Pack) -> None:
    app = opened("map", view="whole")
    made.clear()
    app.query_params["node"] = real_pack.nodes[0].id
    assert not app.run().exception
    assert not {"in_words.html", "everywhere.html"} & {name.rpartition("/")[2] for name in made}


def test_pages_without_a_table_to_sort_import_no_library_of_tables() -> None:
    code = f"""
import sys
from tests.opened import opened
for address in ("", "map?view=net", "background", "about", "warning_signs"):
    assert not opened(address).exception
print([name for name in {HEAVY!r} if name in sys.modules])
"""
    said = subprocess.run(  # noqa: S603 (our own code)
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=SECONDS
    )
    assert said.stdout.strip() == "[]"


def test_what_is_kept_has_a_bound_and_the_oldest_goes_first() -> None:
    store = Kept(30, lambda made: len(str(made)))
    made: list[str] = []

    def give(letter: str) -> object:
        return store.get(letter, lambda: (made.append(letter), letter * 10)[1])

    for letter in "abcada":
        give(letter)
    assert made == ["a", "b", "c", "d"]
    give("b")
    assert made == ["a", "b", "c", "d", "b"]


def test_what_is_larger_than_all_that_may_be_kept_is_made_and_not_kept() -> None:
    store = Kept(5, lambda made: len(str(made)))
    assert store.get("long", lambda: "far too long") == "far too long"
    assert store.get("long", lambda: "again") == "again"


def test_what_cannot_be_made_is_not_kept() -> None:
    store = Kept(5, lambda _: 1)
    with pytest.raises(ZeroDivisionError):
        store.get("key", lambda: 1 // 0)
    assert store.get("key", lambda: 1) == 1


def test_one_reader_s_links_are_never_given_to_another(tiny: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: dict[str, str] = {}
    monkeypatch.setattr(kept.url, "begun", lambda: begun)
    monkeypatch.setattr("pages.shared.url.begin", lambda _: None)

    @kept_html
    def way(pack: Pack, node: str) -> object:
        return node_link(pack, node)

    assert "options" not in str(way(tiny, "tea"))
    begun["options"] = "rest,tea"
    assert "options=rest,tea" in str(way(tiny, "tea"))
    begun.clear()
    assert "options" not in str(way(tiny, "tea"))


def test_a_record_counts_as_itself_and_a_pack_by_what_it_holds(tiny: Pack) -> None:
    store, made = Kept(9, lambda _: 1), []

    @kept_in(store)
    def label(_: Pack, node: object) -> str:
        made.append(node)
        return str(node)

    label(tiny, tiny.node["tea"])
    label(tiny.model_copy(), tiny.node["tea"])
    label(tiny, tiny.node["rest"])
    assert made == [tiny.node["tea"], tiny.node["rest"]]


def test_a_page_that_keeps_in_its_own_script_is_told_where_to_move_it() -> None:
    def drawn(pack: Pack) -> str:
        return pack.digest

    drawn.__module__ = "__main__"
    with pytest.raises(TypeError, match="parts"):
        kept_html(drawn)


def test_words_and_markup_of_the_same_letters_are_kept_apart() -> None:
    words, markup = "<b>tea</b>", templates.Html("<b>tea</b>")
    assert "&lt;b&gt;" in templates.paragraph(words)
    assert "<b>" in templates.paragraph(markup)
    assert "&lt;b&gt;" in templates.paragraph(words)
