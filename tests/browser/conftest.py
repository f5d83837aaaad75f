"""A fresh server and a real browser for the stories that only a browser can tell."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

collect_ignore = ["map_app.py"]  # an app for the stories, not a test

ROOT = Path(__file__).parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_BROWSERS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
# Without these a headless Chromium asks the network for things that no page wanted.
QUIET = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
READY_WITHIN = 60.0


def browser_path() -> str:
    """The Chromium or Chrome of this machine; ``CHROMIUM`` names another one."""
    named = [os.environ["CHROMIUM"]] if "CHROMIUM" in os.environ else []
    found = [path for name in BROWSERS if (path := shutil.which(name))]
    installed = [path for path in MAC_BROWSERS if Path(path).exists()]
    if not (candidates := [*named, *found, *installed]):
        pytest.fail("No Chromium or Chrome was found. Install one (see README), or name it in CHROMIUM.")
    return candidates[0]


@contextmanager
def running_app(pack: Path | None = None, script: str = "app.py") -> Iterator[str]:
    """A fresh server of the app on a free port; yields its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", script]
    command += ["--server.headless=true", f"--server.port={port}", "--server.address=127.0.0.1"]
    environment = {**os.environ, **({"PATHWAYS_PACK": str(pack)} if pack else {})}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603
    try:
        _wait_until_ready(process, f"http://127.0.0.1:{port}")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_until_ready(process: subprocess.Popen[bytes], address: str) -> None:
    deadline = time.monotonic() + READY_WITHIN
    while time.monotonic() < deadline:
        if process.poll() is not None:
            pytest.fail("The server stopped before it was ready.")
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=1):  # noqa: S310
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"The server was not ready within {READY_WITHIN:.0f} seconds.")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        arguments = [*QUIET, *(["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else [])]
        chromium = playwright.chromium.launch(executable_path=browser_path(), args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def app() -> Iterator[str]:
    """The address of one server that many stories share."""
    with running_app() as address:
        yield address


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens an address in a browser window of its own: ``open_page(url, width=390, theme="dark")``."""
    contexts = []

    def open_(url: str, *, width: int = 1440, height: int = 900, theme: str = "light") -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=theme)
        contexts.append(context)
        page = context.new_page()
        page.goto(url)
        return page

    yield open_
    for context in contexts:
        context.close()
