"""The licences of all that the app runs on, from what the installed packages say of themselves.

``python -m scripts.licences`` prints the table and writes it to docs/licences.md.
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "licences.md"
HEADING = """\
# Licences

What the app runs on, with the licence that each package states of itself. `make licences` makes this page
from the packages of `requirements.lock`; `tests/test_requirements.py` holds the two together. The
explorer's own licences, and that of its typeface, stand in [LICENSE](../LICENSE).

| package | version | licence |
| --- | --- | --- |
"""


READ = {"resvg-py": "MIT"}
"""Licences of packages whose metadata name none, read from the licence file that they carry."""


def locked(lock: Path) -> dict[str, str]:
    """The packages of a lock with their versions, by normalised name."""
    lines = re.findall(r"^([A-Za-z0-9._-]+)==(\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE)
    return {canonicalize_name(name): version for name, version in lines}


def licence(package: Distribution) -> str:
    """The licence by its short name where one is given, else as the classifiers or the first line name it.

    Raises ValueError for a package that states none: then somebody has to look.
    """
    said = package.metadata.json
    if expression := said.get("license_expression") or READ.get(canonicalize_name(package.name)):
        return str(expression)
    classifiers = [line.split(" :: ")[-1] for line in said.get("classifier", []) if line[:7] == "License"]
    first_line = str(said.get("license") or "").strip().partition("\n")[0]
    if not (named := " / ".join(classifiers) or first_line):
        raise ValueError(f"{package.name} states no licence: please read its file, and name it in READ.")
    return named


def row(name: str, version: str) -> str | None:
    """One line of the table, or None for a package that this system does not need."""
    try:
        package = distribution(name)
    except PackageNotFoundError:
        return None
    return f"| {name} | {version} | {licence(package)} |"


def table(versions: dict[str, str], before: str) -> str:
    """All lines by name; a package that is not installed here keeps the line it had in the page before."""
    kept = {line.split(" | ")[0].removeprefix("| "): line for line in before.splitlines()}
    rows = (row(name, version) or kept.get(name) for name, version in sorted(versions.items()))
    return "\n".join(line for line in rows if line) + "\n"


def main() -> None:
    """Print the table, and write the page."""
    before = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    made = table(locked(ROOT / "requirements.lock"), before)
    sys.stdout.write(made)
    PAGE.write_text(HEADING + made, encoding="utf-8")


if __name__ == "__main__":
    main()
