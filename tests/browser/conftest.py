"""A fresh server and a real browser for the stories that only a browser can tell."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from scripts.browser import find
from tests.patience import BETWEEN_LOOKS, MILLISECONDS, SECONDS

collect_ignore = ["map_app.py"]  # an app for the stories, not a test

ROOT = Path(__file__).parents[2]
# Without these a headless Chromium asks the network for things that no page wanted.
QUIET = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]

expect.set_options(timeout=MILLISECONDS)


@contextmanager
def running_app(pack: Path | None = None, script: str = "scripts/serve.py", below: str = "") -> Iterator[str]:
    """A fresh server of the app, as `make run` serves it, on a free port; yields its address.

    ``below`` is the path under which it stands, such as ``/explorer``; blank for none.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", script]
    command += ["--server.headless=true", f"--server.port={port}", "--server.address=127.0.0.1"]
    command += [f"--server.baseUrlPath={below}"]
    environment = {**os.environ, **({"PATHWAYS_DATA": str(pack)} if pack else {})}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603
    try:
        wait_until_ready(process, f"http://127.0.0.1:{port}{below}")
        yield f"http://127.0.0.1:{port}{below}"
    finally:
        process.terminate()
        process.wait(timeout=SECONDS)


def wait_until_ready(process: subprocess.Popen[bytes], address: str) -> None:
    """Ask for the server's health until it answers, or until it has stopped."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        with suppress(OSError), urllib.request.urlopen(f"{address}/_stcore/health", timeout=SECONDS):  # noqa: S310
            return
        with suppress(subprocess.TimeoutExpired):  # between two questions, wait for its end
            pytest.fail(f"The server stopped before it was ready, with code {process.wait(BETWEEN_LOOKS)}.")
    pytest.fail(f"The server was not ready within {SECONDS:.0f} seconds.")


def warm(browser: Browser, address: str) -> None:
    """Wait for the first page of a server, which reads the pack and imports what all pages need."""
    page = browser.new_page()
    page.goto(address, timeout=MILLISECONDS)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not (path := find()):
        pytest.fail("No Chromium or Chrome was found: please type make test, which installs one.")
    with sync_playwright() as playwright:
        arguments = [*QUIET, *(["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else [])]
        chromium = playwright.chromium.launch(executable_path=path, args=arguments, timeout=MILLISECONDS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def app(browser: Browser) -> Iterator[str]:
    """The address of one warm server that many stories share."""
    with running_app() as address:
        warm(browser, address)
        yield address


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens an address in a browser window of its own: ``open_page(url, width=390, theme="dark")``."""
    contexts = []

    def open_(url: str, *, width: int = 1440, height: int = 900, theme: str = "light") -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=theme)
        context.set_default_timeout(MILLISECONDS)
        contexts.append(context)
        page = context.new_page()
        page.goto(url)
        return page

    yield open_
    for context in contexts:
        context.close()
