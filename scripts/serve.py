"""The app as served on machines of one's own: app.py, in no other site's frame, in one process or more."""

import os
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.starlette import App

from pages.shared.connections import DrawAnew
from pages.shared.page import last_resort
from pages.shared.paths import OnePage

HEADERS = {
    "Content-Security-Policy": "frame-ancestors 'self'",
    "X-Frame-Options": "SAMEORIGIN",  # the same, for what does not know the line above
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}

# Which of several processes answers, where there are several: whoever stands before them keeps a viewer there
# (docs/decisions/0024-more-than-one-process.md).
if process := os.environ.get("PATHWAYS_PROCESS"):
    HEADERS["X-Process"] = process


class AddHeaders:
    """Adds the headers to every answer over HTTP, and to the one that accepts a websocket."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] in ("http.response.start", "websocket.accept"):
                message.setdefault("headers", [])
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self.app(scope, receive, send_with_headers)


app = App(
    Path(__file__).parents[1] / "app.py",
    middleware=[Middleware(AddHeaders), Middleware(DrawAnew), Middleware(OnePage)],
    on_script_error=last_resort,
)
