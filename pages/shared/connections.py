"""A page whose connection broke draws itself anew, whichever process it meets then."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

THE_WHOLE = "the-whole-page"
"""Stands where Streamlit expects the name of a part that asks for itself."""


class DrawAnew:
    """Lets a page that connects again ask for the whole of itself, once and at once.

    Streamlit's page waits for the next choice instead. Where another process has taken over, that choice may
    be of a part or a file that this one has never drawn, and it would come to nothing. What the page sends
    when it asks is its address, in which everything stands.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        drawn = False

        async def receive_the_whole() -> Message:
            nonlocal drawn
            while True:
                message = await receive()
                asked = rerun_of(message)
                if asked is None:
                    return message
                again = asked.rerun_script.fragment_id == THE_WHOLE
                if not again and drawn:
                    return message
                if not drawn:
                    drawn = True
                    return {**message, "bytes": of_the_whole(asked)}

        async def send_and_ask(message: Message) -> None:
            await send(message)
            if message["type"] == "websocket.accept":
                await send({"type": "websocket.send", "bytes": please_rerun()})

        if connects_again(scope):
            await self.app(scope, receive_the_whole, send_and_ask)
        else:
            await self.app(scope, receive, send)


def connects_again(scope: Scope) -> bool:
    """Whether this websocket is of a page that has had a session, which its subprotocols name third."""
    if scope["type"] != "websocket":
        return False
    named = Headers(scope=scope).get("sec-websocket-protocol", "").split(",")
    return len(named) > 2 and bool(named[2].strip())


def please_rerun() -> bytes:
    """What makes a page ask for itself, every half second until its new session begins."""
    message = ForwardMsg()
    message.metadata.SetInParent()  # the page reads it of every message
    message.auto_rerun.interval = 0.5
    message.auto_rerun.fragment_id = THE_WHOLE
    return bytes(message.SerializeToString())


def rerun_of(message: Message) -> BackMsg | None:
    """What a page asks in a message, if it asks to be drawn."""
    if not (content := message.get("bytes")):
        return None
    asked = BackMsg.FromString(content)
    return asked if asked.WhichOneof("type") == "rerun_script" else None


def of_the_whole(asked: BackMsg) -> bytes:
    """The same question, for all of the page."""
    asked.rerun_script.fragment_id = ""
    asked.rerun_script.is_auto_rerun = False
    return bytes(asked.SerializeToString())
