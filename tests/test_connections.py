"""What a page is asked, and what is heard of it, when it connects for the first time and when again."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from pages.shared.connections import THE_WHOLE, DrawAnew

FIRST, AGAIN = "streamlit, token", "streamlit, token, 0f2c-session"
CONNECT, GONE = {"type": "websocket.connect"}, {"type": "websocket.disconnect"}


def rerun(part: str, address: str = "node=a") -> Message:
    """What a page sends to be drawn anew, in part or, with no part, whole."""
    asked = BackMsg()
    asked.rerun_script.fragment_id = part
    asked.rerun_script.is_auto_rerun = part == THE_WHOLE
    asked.rerun_script.query_string = address
    return {"type": "websocket.receive", "bytes": asked.SerializeToString()}


def meet(protocols: str, sent: Iterable[Message]) -> tuple[list[Message], list[Message]]:
    """What the app hears of a page that sends this, and what the page hears of an app that accepts it."""
    waiting = [CONNECT, *sent, GONE]
    heard: list[Message] = []
    told: list[Message] = []

    async def app(_scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "websocket.accept"})
        while not heard or heard[-1] != GONE:
            heard.append(await receive())

    async def receive() -> Message:
        return waiting.pop(0)

    async def send(message: Message) -> None:
        told.append(message)

    headers = [(b"sec-websocket-protocol", protocols.encode())]
    asyncio.run(DrawAnew(app)({"type": "websocket", "headers": headers}, receive, send))
    return heard[1:-1], told


@pytest.mark.parametrize("protocols", [FIRST, "streamlit", "streamlit, token, "])
def test_a_first_connection_is_left_as_it_is(protocols: str) -> None:
    sent = [rerun("part"), rerun("")]
    assert meet(protocols, sent) == (sent, [{"type": "websocket.accept"}])


def test_a_page_that_connects_again_is_asked_for_itself() -> None:
    _, (accepted, asked) = meet(AGAIN, [])
    assert accepted == {"type": "websocket.accept"}
    message = ForwardMsg.FromString(asked["bytes"])
    assert message.auto_rerun.fragment_id == THE_WHOLE
    assert message.auto_rerun.interval > 0
    assert message.HasField("metadata")


@pytest.mark.parametrize("part", [THE_WHOLE, "a part of the last session"])
def test_its_first_rerun_is_of_the_whole_page_at_the_same_address(part: str) -> None:
    (heard,), _ = meet(AGAIN, [rerun(part, "node=b")])
    asked = BackMsg.FromString(heard["bytes"]).rerun_script
    assert (asked.fragment_id, asked.is_auto_rerun, asked.query_string) == ("", False, "node=b")


def test_it_is_drawn_whole_once_and_then_in_parts() -> None:
    other = {"type": "websocket.receive", "bytes": BackMsg(load_git_info=True).SerializeToString()}
    sent = [other, rerun(THE_WHOLE), rerun(THE_WHOLE), rerun("a part"), other, rerun("")]
    heard, _ = meet(AGAIN, sent)
    assert heard == [other, rerun(""), rerun("a part"), other, rerun("")]


def test_what_is_no_websocket_is_left_as_it_is() -> None:
    seen: list[Scope] = []

    async def app(scope: Scope, _receive: Receive, _send: Send) -> None:
        seen.append(scope)

    async def nothing(*_: object) -> Message:
        return {}

    asyncio.run(DrawAnew(app)({"type": "http"}, nothing, nothing))  # type: ignore[arg-type] # never called
    assert seen == [{"type": "http"}]
