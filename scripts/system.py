"""What the machine offers: whether a command works, and its package manager with the rights to use it.

Only the standard library, because this runs before anything is installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence

Command = tuple[str, ...]

MANAGERS: Mapping[str, tuple[Command, ...]] = {
    "apt-get": (
        ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "update", "-qq"),
        ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-qq", "--no-install-recommends"),
    ),
    "dnf": (("dnf", "install", "--assumeyes", "--quiet"),),
    "pacman": (("pacman", "--sync", "--refresh", "--noconfirm", "--needed"),),
    "apk": (("apk", "add", "--no-cache"),),
    "zypper": (("zypper", "--non-interactive", "install"),),
    "brew": (("brew", "install"),),
}
"""The package managers in the order they are looked for; the last command of each takes a package's name."""


class SetUpError(Exception):
    """Something is missing that cannot be installed here; the message is one sentence on what to do."""


def works(command: Sequence[str], *, seconds: float = 60) -> bool:
    """Whether a command can be started, ends well and does so in time. What it prints is left out."""
    try:
        done = subprocess.run(  # noqa: S603 -- our own commands
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def succeeds(command: Sequence[str]) -> bool:
    """Whether a command that the reader may watch ends well. It is shown before it runs."""
    print("+", *command, file=sys.stderr, flush=True)
    try:
        return subprocess.run(command, check=False).returncode == 0  # noqa: S603 -- our own commands
    except OSError:
        return False


def manager() -> str | None:
    """The first package manager on the PATH."""
    return next((name for name in MANAGERS if shutil.which(name)), None)


def rights(name: str) -> Command | None:
    """What stands before a command of this package manager, or None where it may not be used.

    A password is asked for only where somebody sits at the terminal.
    """
    if name == "brew" or os.geteuid() == 0:
        return ()
    if not shutil.which("sudo"):
        return None
    if works(("sudo", "-n", "true")):
        return ("sudo", "-n")
    return ("sudo",) if sys.stdin is not None and sys.stdin.isatty() else None


def install(packages: Mapping[str, Sequence[str]]) -> bool:
    """Install the first that can be had of the packages listed for this machine's package manager.

    ``packages`` maps the name of a package manager to the names that the same thing has there, best first.
    Returns whether one was installed.
    """
    name = manager()
    if name is None or (before := rights(name)) is None:
        return False
    *preparations, command = MANAGERS[name]
    for preparation in preparations:
        succeeds((*before, *preparation))  # a stale list may do
    return any(succeeds((*before, *command, *package.split())) for package in packages.get(name, ()))


def what_to_type(packages: Mapping[str, Sequence[str]]) -> str | None:
    """The command that a person types who has the rights, such as ``sudo apt-get install chromium``."""
    name = manager()
    if name is None or not packages.get(name):
        return None
    command = MANAGERS[name][-1]
    verb = next(word for word in command[command.index(name) :] if word in ("install", "add", "--sync"))
    return " ".join([*(() if name == "brew" else ("sudo",)), name, verb, packages[name][0]])


def ended(ensure: Callable[[], object]) -> int:
    """How a command ends that sees to something: 0, or 1 and one sentence where it cannot be had."""
    try:
        ensure()
    except SetUpError as reason:
        print(reason, file=sys.stderr)
        return 1
    return 0
