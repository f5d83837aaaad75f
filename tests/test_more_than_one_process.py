"""nginx as deploy/ sets it, before four real processes: who stays where, and what happens when one stops."""

from __future__ import annotations

import http.client
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from tests.deployed import Deployed, deployed, eventually
from tests.patience import SECONDS

HEALTH = "/_stcore/health"


class Viewer:
    """What a browser does with nginx: asks, keeps the cookie or refuses it, and holds a connection."""

    def __init__(self, front: Deployed, *, takes_cookies: bool = True, name: str = "A browser") -> None:
        self.front, self.takes_cookies = front, takes_cookies
        self.process: str | None = None
        self.told: str | None = None
        self.body = b""
        self.headers = {"User-Agent": name}

    def _sent(self) -> dict[str, str]:
        cookie = {"Cookie": f"other=1; process={self.process}"} if self.process else {}
        return {**self.headers, **cookie}

    def _take(self, cookies: list[str]) -> None:
        """What nginx says of the process; Streamlit sets a cookie of its own, which is not of this."""
        (self.told,) = [cookie for cookie in cookies if cookie.startswith("process=")] or [None]
        if self.told and self.takes_cookies:
            self.process = self.told.removeprefix("process=").partition(";")[0]

    def ask(self, path: str, **headers: str) -> http.client.HTTPResponse:
        """The answer to a request, with ``body`` what it brought and ``told`` the cookie it set, if any."""
        connection = http.client.HTTPConnection(self.front.host, timeout=SECONDS)
        connection.request("GET", path, headers={**self._sent(), **headers})
        answer = connection.getresponse()
        self.body = answer.read()
        assert answer.getheader("X-Process") is None
        connection.close()
        self._take(answer.headers.get_all("Set-Cookie") or [])
        return answer

    @contextmanager
    def connected(self, origin: str | None = None) -> Iterator[ClientConnection]:
        """A connection for a session, as Streamlit's page opens it."""
        headers = self._sent()
        with connect(
            f"ws://{self.front.host}/_stcore/stream",
            origin=Origin(origin or self.front.address),
            subprotocols=[Subprotocol("streamlit")],
            user_agent_header=headers.pop("User-Agent"),
            additional_headers=headers,
            proxy=None,
            open_timeout=SECONDS,
            ping_interval=None,
        ) as connection:
            assert connection.response is not None
            self._take(connection.response.headers.get_all("Set-Cookie"))
            yield connection


def is_open(connection: ClientConnection) -> bool:
    """Whether the other end still answers a sign of life."""
    try:
        return connection.ping().wait(SECONDS)
    except ConnectionClosed:
        return False


def test_four_processes_keep_their_viewers_and_lose_none_with_one(tmp_path: Path) -> None:
    with deployed(4, tmp_path) as front, ExitStack() as stack:
        viewers = [Viewer(front) for _ in range(8)]
        shared_out_and_stay(front, viewers)
        who_refuses_cookies_stays_by_address(front)
        an_unknown_cookie_is_replaced(front)
        a_foreign_page_cannot_connect(front)
        what_is_static_is_compressed_once(front)
        what_the_server_counts_is_not_shown(front)
        connections = [stack.enter_context(viewer.connected()) for viewer in viewers]
        a_stopped_process_takes_nobody_along(front, viewers, connections)


def shared_out_and_stay(front: Deployed, viewers: list[Viewer]) -> None:
    """Viewers are shared out, and what each asks for later goes where its first page came from."""
    for viewer in viewers:
        viewer.ask("/")
        assert viewer.told == f"process={viewer.process}; Path=/; HttpOnly; SameSite=Lax"
    assert {viewer.process for viewer in viewers} == set(front.ports)
    for viewer in viewers:
        first = viewer.process
        for _ in range(3):
            viewer.ask(HEALTH)
            assert viewer.told is None
        with viewer.connected() as connection:
            assert connection.subprotocol == "streamlit"
        assert viewer.told is None
        assert viewer.process == first
    (safe := Viewer(front)).ask("/", **{"X-Forwarded-Proto": "https"})
    assert str(safe.told).endswith("; SameSite=Lax; Secure")
    eventually(lambda: len(front.answered("/")) >= len(viewers), "nginx wrote down every page")
    assert Counter(front.answered("/")[:8]) == Counter(viewer.process for viewer in viewers)


def who_refuses_cookies_stays_by_address(front: Deployed) -> None:
    """A browser without cookies, as in the frame of another site, meets one process for all of a session."""
    refusing = [Viewer(front, takes_cookies=False, name=f"Browser {number}") for number in range(12)]
    met = set()
    for viewer in refusing:
        told = set()
        for _ in range(3):
            viewer.ask("/_stcore/host-config")
            told.add(viewer.told)
        with viewer.connected():
            pass
        assert {viewer.told} == told
        met |= told
    assert len(met) > 1


def an_unknown_cookie_is_replaced(front: Deployed) -> None:
    """A cookie chooses among the processes that there are, and can name nothing else."""
    for said in ("process-7", "localhost:22", "least_busy"):
        viewer = Viewer(front)
        viewer.process = said
        assert viewer.ask(HEALTH).status == 200
        assert viewer.process in front.ports


def a_foreign_page_cannot_connect(front: Deployed) -> None:
    """The host reaches the process as the browser said it, so Streamlit tells its own page from another's."""
    foreign = Viewer(front).connected(origin="http://another.example")
    with pytest.raises(InvalidStatus) as refused, foreign:
        pass
    assert refused.value.response.status_code == 403


def what_is_static_is_compressed_once(front: Deployed) -> None:
    """Files of the page come compressed, and the second time without any process."""
    (page := Viewer(front)).ask("/")
    path = "/" + re.findall(r'src="\./(static/[^"]+\.js)"', page.body.decode())[0]
    answers = [page.ask(path, **{"Accept-Encoding": "br, gzip"}) for _ in range(2)]
    assert [answer.status for answer in answers] == [200, 200]
    assert {answer.getheader("Content-Encoding") for answer in answers} == {"gzip"}
    packed = len(page.body)
    assert page.ask(path).getheader("Content-Encoding") is None
    assert 2 * packed < len(page.body)

    def lines() -> list[str]:
        return front.log.read_text().splitlines()

    eventually(lambda: sum(path in line for line in lines()) == 3, "nginx wrote down the answers")
    # Its workers write in whatever order they end: one of the three answers came from none of the processes.
    answered = [line.split(" -> ")[1].split()[0] for line in lines() if path in line]
    assert answered.count("-") == 1


def what_the_server_counts_is_not_shown(front: Deployed) -> None:
    """How many look at the app is for who runs it; who looked at what is nowhere written down."""
    assert Viewer(front).ask("/_stcore/metrics").status == 404
    Viewer(front).ask("/map?node=secret")
    eventually(lambda: " GET /map ->" in front.log.read_text(), "nginx wrote down the page")
    assert "secret" not in front.log.read_text()
    assert "127.0.0.1 " not in front.log.read_text()


def a_stopped_process_takes_nobody_along(
    front: Deployed, viewers: list[Viewer], connections: list[ClientConnection]
) -> None:
    """Only its own viewers lose their connection; they get another one elsewhere, and stay there."""
    stopped = viewers[0].process
    assert stopped is not None
    front.kill(stopped)
    for viewer, connection in zip(viewers, connections, strict=True):
        eventually(
            lambda c=connection, v=viewer: is_open(c) == (v.process != stopped), "only its viewers part"
        )  # type: ignore[misc]
    moved = [viewer for viewer in viewers if viewer.process == stopped]
    for viewer in moved:
        with viewer.connected() as connection:
            assert is_open(connection)
        assert viewer.process != stopped
        viewer.ask("/")
        assert viewer.told is None
