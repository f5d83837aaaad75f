"""The nginx of the tests: finds one, and installs one where there is none (``python -m scripts.nginx``).

Looked for in this order: what ``NGINX`` names, nginx on the PATH, and where Debian keeps it for root. Run by
the Python of ``.venv``.
"""

from __future__ import annotations

import os
import shutil
import sys

from scripts.system import SetUpError, ended, install, what_to_type, works

PACKAGES = {
    "apt-get": ("nginx-light", "nginx"),
    "dnf": ("nginx-core", "nginx"),
    "pacman": ("nginx",),
    "apk": ("nginx",),
    "zypper": ("nginx",),
    "brew": ("nginx",),
}

FOLDERS_OF_ROOT = "/usr/sbin:/usr/local/sbin"
"""Not on everybody's PATH, and the tests need no rights to start it."""


def find() -> str | None:
    """The path of an nginx that starts.

    Raises SetUpError where ``NGINX`` names one that does not start: a person who names it means it.
    """
    if named := os.environ.get("NGINX"):
        if works((named, "-v")):
            return named
        raise SetUpError(f'NGINX names "{named}", which does not start: please name another, or none.')
    found = shutil.which("nginx") or shutil.which("nginx", path=FOLDERS_OF_ROOT)
    return found if found and works((found, "-v")) else None


def ensure() -> str:
    """The path of an nginx, installed if need be. Raises SetUpError with one sentence where that fails."""
    if (found := find()) or (install(PACKAGES) and (found := find())):
        return found
    command = what_to_type(PACKAGES)
    advice = f'type "{command}"' if command else "install nginx"
    raise SetUpError(f"The tests need nginx: please {advice}, or name one in NGINX, and make test again.")


if __name__ == "__main__":
    sys.exit(ended(ensure))
