"""The short lists, the locks, what is installed and the page of licences say the same."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, distribution, packages_distributions
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts import licences
from scripts.environment import LOCKS
from scripts.licences import locked
from scripts.lock import LOCKS as SHORT_AND_LOCK
from tests.patience import SECONDS

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
APP, CHECKS = (ROOT / LOCKS[purpose] for purpose in ("app", "checks"))


def listed(short: Path) -> list[Requirement]:
    """The requirements of a short list, with those of the list that it includes."""
    lines = [line.strip() for line in short.read_text(encoding="utf-8").splitlines()]
    included = [name for line in lines if (name := line.removeprefix("-r ")) != line]
    own = [Requirement(line) for line in lines if line and line[0] not in "#-"]
    return [*(needed for name in included for needed in listed(short.parent / name)), *own]


def locked_here(lock: Path) -> dict[str, str]:
    """The packages of a lock that this system and this Python need, with their versions."""
    lines = re.findall(r"^[a-z0-9].*?(?= \\$)", lock.read_text(encoding="utf-8"), re.MULTILINE)
    needed = [Requirement(line) for line in lines]
    here = [package for package in needed if package.marker is None or package.marker.evaluate()]
    return {canonicalize_name(package.name): str(package.specifier).removeprefix("==") for package in here}


def needed_by(requirements: list[Requirement]) -> set[str]:
    """All that these requirements need on this system, as the installed packages say."""
    found: set[str] = set()
    waiting = [(requirement, extra) for requirement in requirements for extra in ("", *requirement.extras)]
    while waiting:
        requirement, extra = waiting.pop()
        name = canonicalize_name(requirement.name)
        found.add(name)
        for line in distribution(name).requires or ():
            needs = Requirement(line)
            applies = needs.marker is None or needs.marker.evaluate({**default_environment(), "extra": extra})
            if applies and canonicalize_name(needs.name) not in found:
                waiting += [(needs, inner) for inner in ("", *needs.extras)]
    return found


@pytest.mark.parametrize(("short", "lock", "_bound"), SHORT_AND_LOCK)
def test_a_lock_has_the_versions_of_its_short_list(short: str, lock: str, _bound: tuple[str, ...]) -> None:
    versions = locked(ROOT / lock)
    for requirement in listed(ROOT / short):
        pinned = str(requirement.specifier)
        assert pinned.startswith("=="), f"{short}: pin {requirement.name} to one version."
        assert f"=={versions.get(canonicalize_name(requirement.name))}" == pinned, (
            f"{lock} does not agree with {short} on {requirement.name}: type make lock."
        )


def test_the_library_needs_what_it_imports_at_the_versions_of_the_app() -> None:
    pinned = {canonicalize_name(needed.name): needed for needed in listed(ROOT / "requirements.txt")}
    needed = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
    imported = imported_by_the_library()
    assert needed == [pinned[name] for name in pinned if name in imported]


def imported_by_the_library() -> set[str]:
    """The packages that the files of the library import."""
    files = [ast.parse(path.read_bytes()) for path in (ROOT / "pathways").rglob("*.py")]
    found = [node for file in files for node in ast.walk(file)]
    plain = {alias.name for node in found if isinstance(node, ast.Import) for alias in node.names}
    taken = {node.module for node in found if isinstance(node, ast.ImportFrom) and node.module}
    of_module = packages_distributions()
    tops = {name.partition(".")[0] for name in plain | taken}
    return {canonicalize_name(package) for top in tops for package in of_module.get(top, ())}


def test_the_version_of_the_library_is_the_newest_of_the_changes() -> None:
    (newest, *_) = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert PROJECT["project"]["version"] == newest


def test_an_installed_library_finds_its_pack_and_its_typeface(tmp_path: Path) -> None:
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    for folder in wheel["packages"]:
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for here, there in wheel["force-include"].items():
        shutil.copytree(ROOT / here, tmp_path / there)
    ask = (
        "import pathways; from pathways.shipped import FONTS; print(pathways.__file__, *FONTS.glob('*.ttf'))"
    )
    done = subprocess.run(  # noqa: S603 (our own code)
        [sys.executable, "-c", f"{ask}; print(pathways.load_pack())"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    files, pack = done.stdout.splitlines()
    assert len(files.split()) > 1
    assert all(Path(file).is_relative_to(tmp_path) for file in files.split())
    assert pack.startswith("<Pack ")
    assert (tmp_path / "pathways" / "py.typed").is_file()


@pytest.mark.parametrize("lock", [lock for _, lock, _ in SHORT_AND_LOCK])
def test_every_package_of_a_lock_has_hashes(lock: str) -> None:
    entries = re.split(r"^(?=[a-z0-9])", (ROOT / lock).read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    assert entries
    for entry in entries:
        assert re.match(r"[a-z0-9.-]+==\S+ ", entry), entry
        assert re.findall(r"--hash=sha256:[0-9a-f]{64}\b", entry), entry


def test_the_checks_run_on_the_versions_that_the_app_runs_on() -> None:
    assert locked(APP).items() <= locked(CHECKS).items()


@pytest.mark.parametrize(("short", "lock"), [("requirements.txt", APP), ("requirements-dev.txt", CHECKS)])
def test_a_lock_has_all_that_is_needed_and_nothing_else(short: str, lock: Path) -> None:
    assert needed_by(listed(ROOT / short)) == set(locked_here(lock))


def test_what_is_installed_is_what_is_locked() -> None:
    for name, version in locked_here(CHECKS).items():
        assert distribution(name).version == version, f"{name}: type make test, which installs the lock."


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", *LOCKS.values()])
def test_no_list_names_a_host_or_a_folder_of_a_machine(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"--(index|extra-index|find-links|trusted)|file:|/home|/root|/tmp|/opt", text)


def test_the_page_of_licences_is_as_the_packages_say() -> None:
    page = licences.PAGE.read_text(encoding="utf-8")
    assert page == licences.HEADING + licences.table(locked(APP), page), "Type make licences."
    rows = re.findall(r"^\| ([a-z0-9-]+) \| \d\S* \| \S", page, re.MULTILINE)
    assert rows == sorted(locked(APP))


def test_a_licence_read_by_hand_is_of_a_package_that_states_none() -> None:
    for name in licences.READ:
        said = distribution(name).metadata.json
        assert "license_expression" not in said
        assert "license" not in said


def test_a_package_that_is_not_needed_here_keeps_its_line() -> None:
    with pytest.raises(PackageNotFoundError):
        distribution("not-a-package-of-anyone")
    kept = licences.table({"not-a-package-of-anyone": "1"}, "| not-a-package-of-anyone | 1 | MIT |\n")
    assert kept == "| not-a-package-of-anyone | 1 | MIT |\n"
