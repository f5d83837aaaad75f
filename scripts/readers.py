"""The readers that the tests open exports with: Mermaid and bpmn-js (``python -m scripts.readers``).

They are fetched once by the npm that stands in ``.venv``, at the versions and hashes of
tests/readers/package-lock.json, and run in the browser of the tests. Run by the Python of ``.venv``.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

from scripts.system import SetUpError, ended, succeeds

FOLDER = Path(__file__).parents[1] / "tests" / "readers"
MERMAID = "mermaid/dist/mermaid.min.js"
BPMN_JS = "bpmn-js/dist/bpmn-viewer.production.min.js"

# The packages bring no programs of their own to run, and certificates are those that the machine trusts.
FETCH = (
    *("env", "NODE_OPTIONS=--use-system-ca", str(Path(sys.executable).with_name("npm")), "ci"),
    *("--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"),
)


def fingerprint(folder: Path) -> str:
    """What the readers were fetched from: the lock."""
    return hashlib.sha256((folder / "package-lock.json").read_bytes()).hexdigest()


def is_ready(folder: Path = FOLDER) -> bool:
    """Whether they were fetched, wholly, from what the lock says now."""
    stamp = folder / "node_modules" / "fetched"
    return stamp.is_file() and stamp.read_text(encoding="ascii") == fingerprint(folder)


def ensure(folder: Path = FOLDER, fetch: tuple[str, ...] = FETCH) -> None:
    """Fetch the readers where they are missing. Raises SetUpError with one sentence where that fails."""
    if is_ready(folder):
        return
    before = Path.cwd()
    os.chdir(folder)
    try:
        is_fetched = succeeds(fetch)
    finally:
        os.chdir(before)
    if not is_fetched:
        raise SetUpError(
            "Mermaid and bpmn-js, which the tests read exports with, could not be fetched: please see above "
            "why, look at the connection to the npm registry, and make test again."
        )
    (folder / "node_modules" / "fetched").write_text(fingerprint(folder), encoding="ascii")


def script(name: str) -> Path:
    """The file of a reader as a browser runs it. Raises SetUpError where it was not fetched."""
    if not is_ready():
        raise SetUpError("Mermaid and bpmn-js are missing: please type make test, which fetches them.")
    return FOLDER / "node_modules" / name


if __name__ == "__main__":
    sys.exit(ended(ensure))
