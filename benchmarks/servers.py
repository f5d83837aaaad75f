"""Servers to measure: this app, and an empty Streamlit page beside it, with Streamlit's settings or ours."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[1]
WAIT = 60.0
EMPTY_PAGE = """\
import streamlit as st

st.title("An empty page")
st.write("It has a title, a sentence and a button.")
st.button("Press")
"""
"""The page beside which the app is measured: what any Streamlit page has at least."""


@dataclass(frozen=True)
class Server:
    """A server that runs: its process and its port."""

    process: subprocess.Popen[bytes]
    port: int

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    def cpu(self) -> float:
        """Seconds of processor time that its process has used: what other processes do hardly counts."""
        return time.clock_gettime(_processor_clock(self.process.pid))

    def memory(self) -> float:
        """Resident memory in megabytes (Linux)."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        (line,) = (line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024


def _processor_clock(process: int) -> int:
    """The number of the clock of another process, as Linux makes it (``clock_getcpuclockid``)."""
    return (~process << 3) | 2


@contextmanager
def app(port: int | None = None, **environment: str) -> Iterator[Server]:
    """The app of this checkout, as ``make run`` starts it."""
    with _started(ROOT / "scripts" / "serve.py", ROOT, (), environment, port) as server:
        yield server


@contextmanager
def empty_page(*, is_ours: bool, port: int | None = None) -> Iterator[Server]:
    """A page with a title, a sentence and a button, with this app's settings or with Streamlit's own."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "empty.py"
        script.write_text(EMPTY_PAGE, encoding="utf-8")
        if is_ours:
            settings = Path(folder) / ".streamlit"
            settings.mkdir()
            config = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
            (settings / "config.toml").write_text(config, encoding="utf-8")
        asked = ("--browser.gatherUsageStats", "false", "--server.showEmailPrompt", "false")
        with _started(script, Path(folder), asked, {}, port) as server:
            yield server


@contextmanager
def _started(
    script: Path, folder: Path, asked: tuple[str, ...], environment: Mapping[str, str], port: int | None
) -> Iterator[Server]:
    number = port or _free_port()
    command = (sys.executable, "-m", "streamlit", "run", str(script), "--server.headless", "true", *asked)
    process = subprocess.Popen(
        [*command, "--server.port", str(number)],
        cwd=folder,
        env={**os.environ, "STREAMLIT_SERVER_ADDRESS": "localhost", **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        server = Server(process, number)
        wait_for(server)
        yield server
    finally:
        process.terminate()
        process.wait()


def wait_for(server: Server) -> None:
    """Wait until the server answers.

    Raises:
        TimeoutError: it did not answer in time, or its process has ended.
    """
    until = time.monotonic() + WAIT
    while time.monotonic() < until and server.process.poll() is None:
        try:
            urlopen(f"{server.address}/_stcore/health").close()  # noqa: S310 -- this machine's own server
        except URLError:
            time.sleep(0.02)
        else:
            return
    raise TimeoutError(f"No server answered at {server.address} within {WAIT:.0f} seconds.")


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("localhost", 0))
        return int(asked.getsockname()[1])
