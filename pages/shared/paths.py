"""The path of an address: what stands behind the name of a page is cut off, and said.

Streamlit knows paths of one segment. For ``/map/tea`` it sends its start file, whose relative links
then lead nowhere: the reader gets an empty page, without the warning line. ``/MAP`` and ``/map.`` are no
pages to it.
"""

from __future__ import annotations

from urllib.parse import quote

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config

from pages.shared.catalogue import PAGES
from pages.shared.url import BEYOND, meant

OF_STREAMLIT = (
    "_stcore",
    "app",
    "auth",
    "bidi-components",
    "component",
    "media",
    "oauth2callback",
    "static",
    "~",
)
"""First segments of paths that are no pages but Streamlit's own."""


class OnePage:
    """Leads a browser that opens an odd path to the page that is meant, with a sentence about the rest."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer: ASGIApp = self._app
        if _is_visit(scope) and (
            place := where_meant(scope["path"], _base(), scope["query_string"].decode("latin-1"))
        ):
            answer = RedirectResponse(place, headers={"Cache-Control": "no-cache"})
        await answer(scope, receive, send)


def _is_visit(scope: Scope) -> bool:
    """Whether a page is opened: what a page itself asks for does not ask for HTML."""
    return (
        scope["type"] == "http"
        and scope["method"] in ("GET", "HEAD")
        and any(name == b"accept" and b"text/html" in value for name, value in scope["headers"])
    )


def _base() -> str:
    return str(config.get_option("server.baseUrlPath") or "")


def where_meant(path: str, base: str = "", query: str = "") -> str:
    """Where an odd path should lead, relative to itself; blank if it is a page's or Streamlit's own.

    >>> where_meant("/warning-signs"), where_meant("/Take-home", query="options=tea")
    ('./warning_signs', './take_home?options=tea')
    >>> where_meant("/map/tea", query="node=cup"), where_meant("/MAP),"), where_meant("/nowhere/at/all")
    ('../map?node=cup&beyond=tea', './map', '../../?beyond=nowhere/at/all')
    >>> where_meant("/map"), where_meant("/nowhere"), where_meant("/_stcore/health"), where_meant("/")
    ('', '', '', '')
    """
    inner = path.lstrip("/").removeprefix(base.strip("/")).lstrip("/")
    first, _, rest = inner.strip("/").partition("/")
    page = meant(first).replace("-", "_")
    if first in OF_STREAMLIT or "_stcore" in rest or (not rest and page in (first, "")):
        return ""
    if page not in PAGES:
        if not rest:
            return ""  # Streamlit says so over the start page
        page, rest = "", inner.strip("/")
    behind = f"{BEYOND}={quote(rest)}" if rest else ""
    parts = "&".join(filter(None, (query, behind)))
    up = "../" * inner.count("/") or "./"
    return f"{up}{page}?{parts}" if parts else f"{up}{page}"
