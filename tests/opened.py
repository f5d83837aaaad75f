"""Pages as the tests open them, in one place: after a cold load of an address, with all that they wrote."""

from __future__ import annotations

from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl

from streamlit.testing.v1 import AppTest

from tests.patience import SECONDS

APP = Path(__file__).parent.parent / "app.py"


def page_at(address: str) -> AppTest:
    """A page that has not run yet, such as that of "map?node=ct"; "" is the start page."""
    name, _, query = address.partition("?")
    app = AppTest.from_file(str(APP), default_timeout=SECONDS)
    for part, words in parse_qsl(query, keep_blank_values=True):
        app.query_params[part] = [*app.query_params.get(part, []), words]
    return app.switch_page(f"pages/{name}.py") if name else app


def opened(address: str, /, **parts: str) -> AppTest:
    """A page as it is after its first run; ``parts`` of its address are taken as they are."""
    app = page_at(address)
    for part, words in parts.items():
        app.query_params[part] = words
    return app.run()


def html(app: AppTest) -> str:
    """All that a page wrote as HTML or Markdown; a page that fell over wrote nothing that counts."""
    assert not app.exception
    return "\n".join([*(element.body for element in app.get("html")), *(m.value for m in app.markdown)])


def text(app: AppTest) -> str:
    """The same with escaped signs as a reader sees them."""
    return unescape(html(app))
