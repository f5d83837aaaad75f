"""The browser of the tests: finds one, and installs one where there is none (``python -m scripts.browser``).

Looked for in this order: what ``CHROMIUM`` names, Chromium or Chrome on the PATH, in the Applications folder
of macOS, and Playwright's own. Where there is none, Playwright's own is fetched; where that fails, the
system's package manager is asked. Run by the Python of ``.venv``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from scripts.system import SetUpError, ended, install, manager, rights, succeeds, what_to_type, works

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
PACKAGES = {
    "apt-get": ("chromium", "chromium-browser"),
    "dnf": ("chromium",),
    "pacman": ("chromium",),
    "apk": ("chromium",),
    "zypper": ("chromium",),
    "brew": ("--cask google-chrome",),
}
DRIVER_PACKAGES = {
    "apt-get": ("libatomic1",),
    "dnf": ("libatomic",),
    "pacman": ("gcc-libs",),
    "apk": ("libatomic",),
    "zypper": ("libatomic1",),
}
"""The one library that Playwright's driver takes from the system, and that a bare one lacks."""

PLAYWRIGHT = ("env", "PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT=15000", sys.executable, "-m", "playwright")
"""Playwright's command; it gives up on a silent network after 15 s a try."""

OWN_PATH = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
)


def own_path() -> str:
    """Where Playwright's own Chromium is, or would be; nothing where Playwright itself does not start."""
    return subprocess.run(  # noqa: S603 -- our own interpreter and script
        [sys.executable, "-c", OWN_PATH], capture_output=True, text=True, check=False
    ).stdout.strip()


def candidates() -> Iterator[str]:
    """The paths at which a browser may be, best first."""
    yield from (path for name in NAMES if (path := shutil.which(name)))
    yield from (path for path in APPLICATIONS if Path(path).exists())
    yield own_path()


def find() -> str | None:
    """The path of a browser that starts: one of another name or without its libraries is passed over.

    Raises SetUpError where ``CHROMIUM`` names one that does not start: a person who names it means it.
    """
    if named := os.environ.get("CHROMIUM"):
        if works((named, "--version")):
            return named
        raise SetUpError(f'CHROMIUM names "{named}", which does not start: please name another, or none.')
    return next((path for path in candidates() if works((path, "--version"))), None)


def _fetch_own() -> bool:
    """Playwright's own Chromium, and the libraries it needs where they are missing and may be installed."""
    print("Fetching Playwright's own Chromium, because no browser was found.", file=sys.stderr)
    if not works((*PLAYWRIGHT, "install", "chromium"), seconds=900):
        return False
    if not find() and (name := manager()) and (before := rights(name)) is not None:
        succeeds((*before, *PLAYWRIGHT, "install-deps", "chromium"))
    return True


def _advice(packages: Mapping[str, Sequence[str]], otherwise: str) -> str:
    """What to type to install a package, or what else to do where the system's manager is not known."""
    command = what_to_type(packages)
    return f'type "{command}"' if command else otherwise


def ensure_driver() -> None:
    """Make Playwright start. Raises SetUpError with one sentence where that fails."""
    starts = (*PLAYWRIGHT, "--version")
    if works(starts) or (install(DRIVER_PACKAGES) and works(starts)):
        return
    advice = _advice(DRIVER_PACKAGES, "install what Playwright asks for")
    raise SetUpError(
        f"Playwright, which drives the browser, does not start: please {advice} and make test again."
    )


def ensure() -> str:
    """The path of a browser, installed if need be. Raises SetUpError with one sentence where that fails."""
    ensure_driver()
    if found := find():
        return found
    for way in (_fetch_own, lambda: install(PACKAGES)):
        if way() and (found := find()):
            return found
    advice = _advice(PACKAGES, "install Chromium or Chrome")
    raise SetUpError(
        f"The tests need a browser: please {advice}, or name one in CHROMIUM, and make test again."
    )


if __name__ == "__main__":
    sys.exit(ended(ensure))
