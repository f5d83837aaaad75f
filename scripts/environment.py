"""Makes the environment ``.venv`` from the locks: ``python -m scripts.environment app`` or ``checks``.

Does nothing where it is ready, and makes it anew where the requirements or the folder changed, where it was
left half made, or where its Python is gone. Run by the machine's own Python with only the standard library.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts.system import SetUpError, install, succeeds, what_to_type, works

ROOT = Path(__file__).parents[1]
LOCKS = {"app": "requirements.lock", "checks": "requirements-dev.lock"}
"""What is installed for each purpose. The lock of the checks holds all that the app's lock holds."""

VIRTUALENV_LOCK = Path(__file__).with_name("virtualenv.lock")
"""Makes environments, with pip in them, where Python came without its own support for them."""

VENV_PACKAGES = {
    "apt-get": (f"python3.{sys.version_info.minor}-venv", "python3-venv"),
    "dnf": ("python3-virtualenv",),
    "pacman": ("python-virtualenv",),
    "apk": ("py3-virtualenv",),
    "zypper": ("python3-virtualenv",),
    "brew": ("virtualenv",),
}


def python_of(folder: Path) -> str:
    """The path of the Python of an environment."""
    return str(folder / "bin" / "python")


def fingerprint(root: Path, purpose: str) -> str:
    """What an environment is made from: its lock, and the folder, which stands in its scripts."""
    return hashlib.sha256((root / LOCKS[purpose]).read_bytes() + bytes(root.resolve())).hexdigest()


def is_ready(root: Path, purpose: str) -> bool:
    """Whether the environment was finished for this purpose from what its lock says now, and still starts."""
    stamp = root / ".venv" / purpose
    if not stamp.is_file() or stamp.read_text(encoding="ascii") != fingerprint(root, purpose):
        return False
    wanted = sys.version_info[:2] if os.environ.get("PYTHON") else None
    test = f"import sys; sys.exit(sys.version_info[:2] != ({wanted} or sys.version_info[:2]))"
    return works((python_of(root / ".venv"), "-c", test))


def _with_venv(folder: Path) -> bool:
    return works((sys.executable, "-m", "venv", str(folder)), seconds=300)


def _with_virtualenv(folder: Path) -> bool:
    installed = [(sys.executable, "-m", "virtualenv"), ("virtualenv",)]
    wanted = ("--quiet", "--python", sys.executable, str(folder))
    return any(works((*command, *wanted), seconds=300) for command in installed)


def _with_fetched_virtualenv(folder: Path) -> bool:
    with TemporaryDirectory() as tools:
        fetch = ("-m", "pip", "install", "--require-hashes", "--target", tools, "--requirement")
        if not works((sys.executable, *fetch, str(VIRTUALENV_LOCK)), seconds=300):
            return False
        start = f"import sys; sys.path.insert(0, {tools!r}); from virtualenv.__main__ import run; run()"
        wanted = ("--quiet", "--python", sys.executable, str(folder))
        return works((sys.executable, "-c", start, *wanted), seconds=300)


def _with_system_package(folder: Path) -> bool:
    return install(VENV_PACKAGES) and (_with_venv(folder) or _with_virtualenv(folder))


def create(folder: Path) -> None:
    """An empty environment with pip, made in the first way that this machine allows.

    Raises SetUpError with one sentence where it allows none.
    """
    for way in (_with_venv, _with_virtualenv, _with_fetched_virtualenv, _with_system_package):
        shutil.rmtree(folder, ignore_errors=True)
        if way(folder) and works((python_of(folder), "-m", "pip", "--version")):
            return
    shutil.rmtree(folder, ignore_errors=True)
    command = what_to_type(VENV_PACKAGES)
    hint = f'type "{command}"' if command else "install virtualenv for it"
    raise SetUpError(f"{sys.executable} cannot make environments: please {hint} and then make again.")


def fill(root: Path, purpose: str) -> None:
    """Install all that a lock lists, each file checked against its hash."""
    print(f"Installing {LOCKS[purpose]} into .venv; the first time takes a few minutes.", file=sys.stderr)
    pip = (python_of(root / ".venv"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    if not succeeds((*pip, "--require-hashes", "--requirement", str(root / LOCKS[purpose]))):
        raise SetUpError(
            f"The packages of {LOCKS[purpose]} could not be installed: please see above why, "
            "look at the connection to the network, and then make again."
        )


def ensure(root: Path, purpose: str) -> None:
    """Make the environment ready for a purpose; does nothing where it is.

    The checks are added to an app's environment that is ready. Stamps are taken away before the work and
    written after it, so an environment that was interrupted is never taken for a finished one.
    """
    if is_ready(root, purpose):
        return
    stamps = {name: root / ".venv" / name for name in LOCKS}
    to_be_added = purpose == "checks" and not stamps["checks"].exists() and is_ready(root, "app")
    for stamp in stamps.values():
        stamp.unlink(missing_ok=True)
    if not to_be_added:
        create(root / ".venv")
    fill(root, purpose)
    for name in ("app", "checks") if purpose == "checks" else ("app",):
        stamps[name].write_text(fingerprint(root, name), encoding="ascii")


def main(arguments: list[str]) -> int:
    """Ends with 1 and one sentence where the environment cannot be made."""
    if len(arguments) != 1 or arguments[0] not in LOCKS:
        print(f"usage: python -m scripts.environment {' | '.join(LOCKS)}", file=sys.stderr)
        return 2
    try:
        ensure(ROOT, arguments[0])
    except SetUpError as reason:
        print(reason, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
