"""Renews the locks from the short lists: ``python -m scripts.lock [--upgrade]``.

A lock lists every package with the hashes of all its files, for Linux and macOS and every Python that fits,
so that what is installed is what was checked. What a lock holds already stays where it still fits;
``--upgrade`` takes the newest of what the short lists leave open.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCKS = (
    ("requirements.txt", "requirements.lock", ()),
    ("requirements-dev.txt", "requirements-dev.lock", ("--constraint", "requirements.lock")),
    ("scripts/virtualenv.txt", "scripts/virtualenv.lock", ()),
)
"""Each short list, its lock, and what holds them together: the checks run on the very versions of the app."""

# Settings of this machine, such as another index, stay out of the files: no configuration, no variables.
OPTIONS = (
    *("--no-config", "--system-certs", "--quiet", "--custom-compile-command", "make lock"),
    *("--universal", "--python-version", "3.11", "--fork-strategy", "fewest", "--generate-hashes"),
)


def main(arguments: list[str]) -> int:
    """Ends with the code of the first list that cannot be locked; uv has said why."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("UV_")}
    for short, lock, bound in LOCKS:
        command = [sys.executable, "-m", "uv", "pip", "compile", short, "--output-file", lock, *OPTIONS]
        done = subprocess.run([*command, *bound, *arguments], cwd=ROOT, env=environment, check=False)  # noqa: S603
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
