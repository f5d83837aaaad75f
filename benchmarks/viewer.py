"""A viewer without a browser: opens an address of a running app and runs it anew over its websocket.

What is sent and read are the messages of Streamlit's own protocol, as its page in the browser sends them:
which part of the app is shown, the address, and the messages that the browser has kept.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import perf_counter

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

MOST_BYTES = 64 * 1024 * 1024
"""The longest message that is taken: an uncut one of a whole page is far below."""
FIRST_ANSWER = 120.0
"""Seconds that a run of a page may take before the viewer gives up."""


class ScriptError(RuntimeError):
    """The app showed an exception, or stopped before its end."""


@dataclass(frozen=True)
class Run:
    """What a run of a page took: seconds until all was there, elements, messages and bytes."""

    seconds: float
    elements: int
    messages: int
    size: int


@dataclass
class Viewer:
    """One reader with one open page; ``name`` and ``query`` are the two halves of its address."""

    socket: ClientConnection
    name: str = ""
    query: str = ""
    kept: set[str] = field(default_factory=set)
    fragments: list[str] = field(default_factory=list)

    async def open(self, address: str) -> Run:
        """Go to an address of the app, such as ``map?view=net``, and wait for all of it."""
        self.name, _, self.query = address.partition("?")
        return await self.rerun()

    async def rerun(self, fragment: str = "") -> Run:
        """Run the page, or one fragment of it, as a click does."""
        asked = BackMsg()
        state = asked.rerun_script
        state.query_string, state.page_name = self.query, self.name
        state.fragment_id = fragment
        state.cached_message_hashes.extend(self.kept)
        state.context_info.timezone, state.context_info.locale = "UTC", "en-GB"
        state.context_info.url = f"http://localhost/{self.name}"
        return await self._run(asked)

    async def _run(self, asked: BackMsg) -> Run:
        start = perf_counter()
        await self.socket.send(asked.SerializeToString())
        elements = messages = size = 0
        async for raw in self.socket:
            said = ForwardMsg()
            said.ParseFromString(raw if isinstance(raw, bytes) else raw.encode())
            messages, size, elements = messages + 1, size + len(raw), elements + _is_element(said)
            if self._heard(said):
                return Run(perf_counter() - start, elements, messages, size)
        raise ScriptError(f"The app closed the connection at /{self.name}?{self.query}.")

    def _heard(self, said: ForwardMsg) -> bool:
        """Take in a message; whether it says that the run has ended."""
        kind = said.WhichOneof("type")
        if said.metadata.cacheable:
            self.kept.add(said.hash)
        if kind == "delta" and said.delta.fragment_id and said.delta.fragment_id not in self.fragments:
            self.fragments.append(said.delta.fragment_id)
        if kind == "delta" and said.delta.new_element.WhichOneof("type") == "exception":
            raise ScriptError(said.delta.new_element.exception.message)
        return kind == "script_finished"


def _is_element(said: ForwardMsg) -> bool:
    """A message that draws something: an element, a container, or one that the browser has kept."""
    return said.WhichOneof("type") in ("delta", "ref_hash")


@asynccontextmanager
async def viewer(port: int) -> AsyncIterator[Viewer]:
    """A reader who is connected to the app on a port of this machine."""
    async with connect(
        f"ws://localhost:{port}/_stcore/stream",
        subprotocols=["streamlit"],  # type: ignore[list-item]
        max_size=MOST_BYTES,
        ping_interval=None,
        compression=None,
        open_timeout=FIRST_ANSWER,
    ) as socket:
        yield Viewer(socket)
