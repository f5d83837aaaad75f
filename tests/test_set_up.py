"""What installs what is missing, on machines made of stub commands: nothing is really installed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import browser, environment, nginx, readers, system
from scripts.system import SetUpError
from tests.patience import SECONDS

ROOT = Path(__file__).parents[1]
Stub = Callable[..., Path]

OFFLINE = '[ "$1" = --version ]'
"""A Playwright that starts and can fetch nothing."""


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with an empty PATH, no rights and nobody at its terminal; returns the folder of its PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.delenv("PYTHON", raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(sys, "stdin", None)
    monkeypatch.setattr(browser, "APPLICATIONS", ())
    monkeypatch.setattr(browser, "own_path", lambda: str(tmp_path / "own" / "chrome"))
    monkeypatch.setattr(browser, "PLAYWRIGHT", ("playwright",))
    return folder


@pytest.fixture
def stub(bare: Path) -> Stub:
    """Puts a command on the PATH that notes how it was called and runs a line of shell."""

    def put(name: str, shell: str = "") -> Path:
        command = bare / name
        command.write_text(f'#!/bin/sh\necho "{name} $*" >> "{bare.parent / "calls"}"\n{shell}\n')
        command.chmod(0o755)
        return command

    return put


def calls(bare: Path) -> list[str]:
    """All calls of stub commands, in their order."""
    noted = bare.parent / "calls"
    return noted.read_text().splitlines() if noted.exists() else []


def makes(path: Path) -> str:
    """A line of shell that makes a command that ends well, as an installer does."""
    return f'/bin/mkdir -p "{path.parent}"; echo "#!/bin/sh" > "{path}"; /bin/chmod +x "{path}"'


# The readers of exports.


@pytest.fixture
def folder(bare: Path) -> Path:
    """A folder with a lock of readers that were never fetched."""
    made = bare.parent / "readers"
    made.mkdir()
    (made / "package-lock.json").write_text("{}")
    return made


def test_readers_are_fetched_once_and_again_when_their_lock_changes(
    bare: Path, stub: Stub, folder: Path
) -> None:
    fetch = (str(stub("npm", "/bin/mkdir -p node_modules")), "ci")
    for lock in ("{}", '{"other": 1}'):
        (folder / "package-lock.json").write_text(lock)
        readers.ensure(folder, fetch)
        readers.ensure(folder, fetch)
    assert calls(bare) == ["npm ci", "npm ci"]


def test_readers_that_cannot_be_fetched_are_said_and_not_taken_for_fetched(stub: Stub, folder: Path) -> None:
    fetch = (str(stub("npm", "exit 1")), "ci")
    with pytest.raises(SetUpError, match="look at the connection to the npm registry"):
        readers.ensure(folder, fetch)
    assert not readers.is_ready(folder)


def test_a_missing_reader_is_said_with_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "is_ready", lambda: False)
    with pytest.raises(SetUpError, match="please type make test"):
        readers.script(readers.MERMAID)


def test_the_lock_of_the_readers_names_no_registry() -> None:
    lock = (readers.FOLDER / "package-lock.json").read_text(encoding="utf-8")
    assert "resolved" not in lock
    assert "registry" not in lock
    assert lock.count('"integrity"') > 100


# The browser of the tests.


@pytest.mark.parametrize("name", browser.NAMES)
def test_a_browser_that_is_there_is_taken_and_nothing_is_installed(bare: Path, stub: Stub, name: str) -> None:
    there = stub(name)
    stub("playwright")
    assert browser.ensure() == str(there)
    assert calls(bare) == ["playwright --version", f"{name} --version"]


def test_a_browser_that_does_not_start_is_passed_over(stub: Stub) -> None:
    stub("chromium", "exit 1")
    chrome = stub("google-chrome")
    assert browser.find() == str(chrome)


def test_the_browser_that_is_named_is_taken_first(
    stub: Stub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stub("chromium")
    named = stub("mine").rename(tmp_path / "mine")
    monkeypatch.setenv("CHROMIUM", str(named))
    assert browser.find() == str(named)


def test_a_named_browser_that_does_not_start_is_said(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    stub("chromium")
    monkeypatch.setenv("CHROMIUM", "/nowhere/chrome")
    with pytest.raises(SetUpError, match="/nowhere/chrome"):
        browser.find()


def test_the_applications_of_macos_are_looked_through(
    bare: Path, stub: Stub, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = stub("Google Chrome").rename(bare.parent / "Google Chrome")
    monkeypatch.setattr(browser, "APPLICATIONS", (str(application),))
    assert browser.find() == str(application)


def test_playwrights_own_browser_is_fetched_before_the_system_is_asked(bare: Path, stub: Stub) -> None:
    own = Path(browser.own_path())
    stub("playwright", f'[ "$1" = install ] && {{ {makes(own)}; }}; true')
    stub("apt-get")
    stub("sudo")
    assert browser.ensure() == str(own)
    assert calls(bare) == ["playwright --version", "playwright install chromium"]


def test_missing_libraries_of_playwrights_browser_are_installed(bare: Path, stub: Stub) -> None:
    own = Path(browser.own_path())
    stub("playwright", f'[ "$1" = install-deps ] && {{ {makes(own)}; }}; true')
    stub("apt-get")
    stub("sudo", '[ "$2" = true ] || { shift; exec "$@"; }')
    stub("true")
    assert browser.ensure() == str(own)
    assert calls(bare)[-1] == "playwright install-deps chromium"


@pytest.mark.parametrize(
    ("manager", "command"),
    [
        ("apt-get", "apt-get install -qq --no-install-recommends chromium"),
        ("dnf", "dnf install --assumeyes --quiet chromium"),
        ("pacman", "pacman --sync --refresh --noconfirm --needed chromium"),
        ("apk", "apk add --no-cache chromium"),
        ("zypper", "zypper --non-interactive install chromium"),
    ],
)
def test_root_installs_with_the_system_what_playwright_cannot_fetch(
    bare: Path, stub: Stub, monkeypatch: pytest.MonkeyPatch, manager: str, command: str
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    stub("playwright", OFFLINE)
    stub("env", 'shift; exec "$@"')
    stub(manager, f'case "$*" in *chromium) {makes(bare / "chromium")};; esac')
    assert browser.ensure() == str(bare / "chromium")
    assert command in calls(bare)
    assert not any(call.startswith("sudo") for call in calls(bare))


def test_the_library_that_playwright_lacks_is_installed(
    bare: Path, stub: Stub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    stub("chromium")
    stub("playwright", f'[ -e "{bare}/library" ]')
    stub("apk", f': > "{bare}/library"')
    browser.ensure_driver()
    assert calls(bare) == ["playwright --version", "apk add --no-cache libatomic", "playwright --version"]


def test_a_playwright_that_does_not_start_is_said(stub: Stub) -> None:
    stub("chromium")
    stub("playwright", "exit 1")
    stub("zypper")
    with pytest.raises(SetUpError, match='please type "sudo zypper install libatomic1" and make test again'):
        browser.ensure()


def test_homebrew_is_asked_without_sudo(bare: Path, stub: Stub) -> None:
    stub("playwright", OFFLINE)
    stub("sudo")
    stub("brew", makes(bare / "google-chrome"))
    assert browser.ensure() == str(bare / "google-chrome")
    assert "brew install --cask google-chrome" in calls(bare)
    assert not any(call.startswith("sudo") for call in calls(bare))


def test_sudo_is_taken_where_it_asks_for_no_password(bare: Path, stub: Stub) -> None:
    stub("playwright", OFFLINE)
    stub("sudo", '[ "$2" = true ] || { shift; exec "$@"; }')
    stub("dnf", makes(bare / "chromium"))
    browser.ensure()
    assert "sudo -n dnf install --assumeyes --quiet chromium" in calls(bare)


def test_without_a_terminal_no_password_is_asked_for(bare: Path, stub: Stub) -> None:
    stub("playwright", OFFLINE)
    stub("sudo", "exit 1")
    stub("apt-get")
    with pytest.raises(SetUpError, match='type "sudo apt-get install chromium"'):
        browser.ensure()
    assert {call for call in calls(bare) if call.startswith("sudo")} == {"sudo -n true"}
    assert not any(call.startswith("apt-get") for call in calls(bare))


def test_at_a_terminal_sudo_may_ask(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    stub("sudo", "exit 1")
    stub("apt-get")
    with open(os.devnull) as terminal:  # noqa: PTH123 -- a stream that says it is a terminal
        monkeypatch.setattr(sys, "stdin", terminal)
        assert system.rights("apt-get") is None
        monkeypatch.setattr(terminal, "isatty", lambda: True, raising=False)
        assert system.rights("apt-get") == ("sudo",)


def test_where_nothing_may_be_installed_one_sentence_says_what_to_do(
    stub: Stub, capsys: pytest.CaptureFixture[str]
) -> None:
    stub("playwright", OFFLINE)
    assert system.ended(browser.ensure) == 1
    last = capsys.readouterr().err.splitlines()[-1]
    assert last == (
        "The tests need a browser: please install Chromium or Chrome, or name one in CHROMIUM, "
        "and make test again."
    )


# The environment.


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two locks, in which pip's work is noted beside it and not done."""
    root = tmp_path / "checkout"
    root.mkdir()
    for lock in environment.LOCKS.values():
        (root / lock).write_text(f"# {lock}\n")
    made = tmp_path / "made"

    def create(folder: Path) -> None:
        environment.shutil.rmtree(folder, ignore_errors=True)
        (folder / "bin").mkdir(parents=True)
        (folder / "bin" / "python").symlink_to(sys.executable)
        with made.open("a") as notes:
            notes.write("create\n")

    def fill(_root: Path, purpose: str) -> None:
        with made.open("a") as notes:
            notes.write(f"{purpose}\n")

    monkeypatch.setattr(environment, "create", create)
    monkeypatch.setattr(environment, "fill", fill)
    monkeypatch.delenv("PYTHON", raising=False)
    return root


def done(checkout: Path) -> list[str]:
    """What was done since the last question."""
    made = checkout.parent / "made"
    words = made.read_text().split() if made.exists() else []
    made.unlink(missing_ok=True)
    return words


def test_a_second_time_nothing_is_done(checkout: Path) -> None:
    environment.ensure(checkout, "app")
    assert done(checkout) == ["create", "app"]
    environment.ensure(checkout, "app")
    assert done(checkout) == []


def test_the_checks_are_added_to_the_app_and_are_enough_for_it(checkout: Path) -> None:
    environment.ensure(checkout, "app")
    done(checkout)
    environment.ensure(checkout, "checks")
    environment.ensure(checkout, "app")
    assert done(checkout) == ["checks"]


@pytest.mark.parametrize("lock", environment.LOCKS.values())
def test_the_environment_is_made_anew_when_the_requirements_change(checkout: Path, lock: str) -> None:
    environment.ensure(checkout, "checks")
    done(checkout)
    (checkout / lock).write_text("# changed\n")
    environment.ensure(checkout, "app")
    environment.ensure(checkout, "checks")
    assert done(checkout).count("create") == 1


def test_an_interrupted_installation_is_made_anew(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    environment.ensure(checkout, "app")
    with monkeypatch.context() as patch:
        patch.setattr(environment, "fill", interrupted)
        with pytest.raises(KeyboardInterrupt):
            environment.ensure(checkout, "checks")
    done(checkout)
    environment.ensure(checkout, "app")
    assert done(checkout) == ["create", "app"]


def test_an_environment_whose_python_is_gone_is_made_anew(checkout: Path) -> None:
    environment.ensure(checkout, "app")
    (checkout / ".venv" / "bin" / "python").unlink()
    done(checkout)
    environment.ensure(checkout, "app")
    assert done(checkout) == ["create", "app"]


def test_a_folder_that_moved_gets_a_new_environment(checkout: Path) -> None:
    environment.ensure(checkout, "app")
    done(checkout)
    moved = checkout.rename(checkout.with_name("moved"))
    environment.ensure(moved, "app")
    assert done(moved) == ["create", "app"]


def test_another_python_that_is_named_gets_a_new_environment(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.ensure(checkout, "app")
    monkeypatch.setenv("PYTHON", sys.executable)
    assert environment.is_ready(checkout, "app")
    other = type("version", (tuple,), {"minor": 99})((3, 99, 0, "final", 0))
    monkeypatch.setattr(environment.sys, "version_info", other)
    assert not environment.is_ready(checkout, "app")
    monkeypatch.delenv("PYTHON")
    assert environment.is_ready(checkout, "app")


def python_without_venv(bare: Path, stub: Stub) -> Path:
    """A Python whose ``-m venv`` fails until ``made`` is on the PATH, and then makes an environment."""
    shell = (
        'case "$*" in'
        f' "-m venv "*) [ -e "{bare}/made" ] && {{ /bin/mkdir -p "$3/bin";'
        ' printf "#!/bin/sh\\n" > "$3/bin/python"; /bin/chmod +x "$3/bin/python"; exit 0; };;'
        " esac; exit 1"
    )
    return stub("python3", shell)


def test_support_for_environments_is_installed_where_it_is_missing(
    bare: Path, stub: Stub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment.sys, "executable", str(python_without_venv(bare, stub)))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    stub("env", 'shift; exec "$@"')
    stub("apt-get", f'case "$*" in *-venv) : > "{bare}/made";; esac')
    environment.create(tmp_path / "venv")
    assert f"apt-get install -qq --no-install-recommends python3.{sys.version_info.minor}-venv" in calls(bare)
    assert any(call.startswith("python3 -m pip install --require-hashes") for call in calls(bare))


def test_virtualenv_is_taken_where_it_is_there(
    bare: Path, stub: Stub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment.sys, "executable", str(python_without_venv(bare, stub)))
    stub("virtualenv", makes(tmp_path / "venv" / "bin" / "python"))
    environment.create(tmp_path / "venv")
    assert calls(bare)[-1].startswith("virtualenv ")


def test_where_no_environment_can_be_made_one_sentence_says_what_to_type(
    bare: Path, stub: Stub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment.sys, "executable", str(python_without_venv(bare, stub)))
    stub("apt-get")
    with pytest.raises(
        SetUpError, match=r'type "sudo apt-get install python3\.\d+-venv" and then make again'
    ):
        environment.create(tmp_path / "venv")
    assert not (tmp_path / "venv").exists()


# Which Python.


def choose(bare: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """What the choice of a Python says on a machine with this PATH."""
    return subprocess.run(  # noqa: S603 -- our own script
        ["/bin/sh", str(ROOT / "scripts" / "python.sh")],
        env={"PATH": str(bare), **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
    )


def python_of_version(stub: Stub, name: str, version: tuple[int, int]) -> None:
    """A stub that answers as a Python of this version: it runs ours with another ``version_info``."""
    ours = f'exec "{sys.executable}" -c "import sys; sys.version_info = {version}; exec(sys.argv[1])" "$2"'
    stub(name, f'[ "$1" = --version ] && {{ echo Python {version[0]}.{version[1]}.0; exit; }}; {ours}')


@pytest.mark.parametrize("minor", [11, 12, 13])
def test_a_python_that_fits_is_taken(bare: Path, stub: Stub, minor: int) -> None:
    python_of_version(stub, "python3", (3, minor))
    chosen = choose(bare)
    assert chosen.returncode == 0
    assert Path(chosen.stdout.strip()).exists()


def test_a_python_in_a_folder_with_a_space_may_be_named(bare: Path, stub: Stub) -> None:
    python_of_version(stub, "my python", (3, 12))
    assert choose(bare, PYTHON=str(bare / "my python")).returncode == 0


def test_a_python_that_fits_is_found_beside_one_that_does_not(bare: Path, stub: Stub) -> None:
    python_of_version(stub, "python3", (3, 14))
    python_of_version(stub, "python3.12", (3, 12))
    assert choose(bare).returncode == 0


@pytest.mark.parametrize("version", [(3, 8), (3, 10), (3, 14), (2, 7)])
def test_a_python_that_does_not_fit_gets_one_sentence(
    bare: Path, stub: Stub, version: tuple[int, int]
) -> None:
    python_of_version(stub, "python3", version)
    chosen = choose(bare)
    assert chosen.returncode == 1
    assert chosen.stdout == ""
    assert chosen.stderr == (
        "The explorer needs Python 3.11, 3.12 or 3.13, and python3 is "
        f"Python {version[0]}.{version[1]}.0: please install Python 3.13, "
        'or name another with "make PYTHON=/path/to/python".\n'
    )


def test_no_python_at_all_gets_one_sentence(bare: Path) -> None:
    chosen = choose(bare)
    assert chosen.returncode == 1
    assert "python3 is not there: please install Python 3.13" in chosen.stderr
    assert len(chosen.stderr.splitlines()) == 1


def test_a_python_that_is_named_is_the_only_one_tried(bare: Path, stub: Stub) -> None:
    python_of_version(stub, "python3", (3, 12))
    python_of_version(stub, "mine", (3, 9))
    chosen = choose(bare, PYTHON="mine")
    assert chosen.returncode == 1
    assert "mine is Python 3.9.0" in chosen.stderr


# The nginx of the tests.


@pytest.fixture
def no_nginx(bare: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The bare machine, without the nginx that this one may have where root looks."""
    monkeypatch.delenv("NGINX", raising=False)
    monkeypatch.setattr(nginx, "FOLDERS_OF_ROOT", str(bare.parent / "sbin"))
    return bare


def test_an_nginx_that_is_there_is_taken_and_nothing_is_installed(no_nginx: Path, stub: Stub) -> None:
    there = stub("nginx")
    assert nginx.ensure() == str(there)
    assert calls(no_nginx) == ["nginx -v"]


def test_an_nginx_is_found_where_only_root_looks(no_nginx: Path, stub: Stub) -> None:
    there = no_nginx.parent / "sbin" / "nginx"
    there.parent.mkdir()
    stub("nginx").rename(there)
    assert nginx.find() == str(there)


@pytest.mark.usefixtures("no_nginx")
def test_a_named_nginx_that_does_not_start_is_said(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NGINX", str(stub("mine", "exit 1")))
    with pytest.raises(SetUpError, match="mine"):
        nginx.find()


def test_root_installs_an_nginx(no_nginx: Path, stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    stub("env", 'shift; exec "$@"')
    stub("apt-get", f'case "$*" in *nginx-light) {makes(no_nginx / "nginx")};; esac')
    assert nginx.ensure() == str(no_nginx / "nginx")
    assert "apt-get install -qq --no-install-recommends nginx-light" in calls(no_nginx)


@pytest.mark.usefixtures("no_nginx")
def test_where_no_nginx_can_be_had_one_sentence_says_what_to_type(
    stub: Stub, capsys: pytest.CaptureFixture[str]
) -> None:
    stub("apt-get")
    assert system.ended(nginx.ensure) == 1
    assert capsys.readouterr().err.splitlines()[-1] == (
        'The tests need nginx: please type "sudo apt-get install nginx-light", or name one in NGINX, '
        "and make test again."
    )
