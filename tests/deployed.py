"""What ``deploy/`` describes, without containers: the folder of the image, its processes, nginx."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import pytest
from dockerfile_parse import DockerfileParser

from scripts.nginx import find
from tests.browser.conftest import wait_until_ready
from tests.patience import BETWEEN_LOOKS, SECONDS

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"


def last_stage() -> list[tuple[str, str]]:
    """The instructions of the image that is run, such as ``("USER", "10001:10001")``, in their order."""
    lines = DockerfileParser(path=str(DEPLOY / "Dockerfile"), env_replace=False).structure
    said = [(line["instruction"], line["value"]) for line in lines]
    return said[max(n for n, (word, _) in enumerate(said) if word == "FROM") :]


def make_image(folder: Path) -> Path:
    """The folder of the app in the image: what the file says is copied into it, and nothing else."""
    copied = [shlex.split(value) for word, value in last_stage() if word == "COPY" and "--from" not in value]
    for source, target in copied:
        (folder / target).parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / source).is_dir():
            shutil.copytree(ROOT / source, folder / target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / source, folder / target)
    return folder


def variables() -> dict[str, str]:
    """The variables that the image sets, but for the path of its own Python."""
    pairs = [pair for word, value in last_stage() if word == "ENV" for pair in shlex.split(value)]
    return {name: value for name, _, value in (pair.partition("=") for pair in pairs) if name != "PATH"}


def command() -> list[str]:
    """What the image runs, with the Python of the tests."""
    (python, *arguments) = json.loads(next(value for word, value in last_stage() if word == "CMD"))
    assert python == "python"
    return [sys.executable, *arguments]


def contents(folder: Path) -> Mapping[str, tuple[int, int]]:
    """The time and size of everything below a folder, which differ when anything was written."""
    return {str(path): (path.stat().st_mtime_ns, path.stat().st_size) for path in folder.rglob("*")}


def free_ports(count: int) -> list[int]:
    """Ports that nobody listens to, each another."""
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


def eventually(holds: Callable[[], object], what: str) -> None:
    """Wait until something holds that cannot tell by itself; where it never does, say ``what`` did not."""
    deadline = time.monotonic() + SECONDS
    while not holds():
        if time.monotonic() > deadline:
            pytest.fail(f"Within {SECONDS:.0f} seconds it did not happen that {what}.")
        Event().wait(BETWEEN_LOOKS)


@dataclass(frozen=True)
class Deployed:
    """nginx at ``host``, the processes behind it by their names, and what nginx wrote down."""

    host: str
    ports: Mapping[str, int]
    processes: Mapping[str, subprocess.Popen[bytes]]
    log: Path

    @property
    def address(self) -> str:
        return f"http://{self.host}"

    def kill(self, name: str) -> None:
        """End a process without a word to anybody, as a machine does that fails."""
        self.processes[name].kill()
        self.processes[name].wait(timeout=SECONDS)

    def answered(self, path: str) -> list[str]:
        """The names of the processes that answered a request for a path, as nginx wrote them down."""
        names = {str(port): name for name, port in self.ports.items()}
        found = re.findall(rf"^\d+ GET {re.escape(path)} -> (.+) in ", self.log.read_text(), re.MULTILINE)
        return [names[line.rpartition(":")[2]] for line in found]


def nginx_conf(folder: Path, port: int, inner: int, ports: Mapping[str, int]) -> str:
    """The file of ``deploy/`` for these processes on this machine: only addresses and folders differ."""
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if set(re.findall(r"process-\d+", line)) <= set(ports)]
    text = re.sub(r"(process-\d+):8501", lambda found: f"127.0.0.1:{ports[found[1]]}", "\n".join(kept))
    text = text.replace("listen 8080;", f"listen 127.0.0.1:{port};").replace("/tmp/", f"{folder}/")  # noqa: S108
    return text.replace(":8081;", f":{inner};").replace("/dev/stdout", f"{folder}/access.log")


@contextmanager
def _started(arguments: list[str], **options: object) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, **options)  # type: ignore[call-overload] # noqa: S603
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=SECONDS)


@contextmanager
def deployed(count: int, folder: Path) -> Iterator[Deployed]:
    """So many processes in the folder of the image, and nginx before them; the folder must stay as it was."""
    if not (nginx := find()):
        pytest.fail("No nginx was found: please type make test, which installs one.")
    image = make_image(folder / "image")
    (work := folder / "tmp").mkdir()
    before = contents(image)
    port, inner, *rest = free_ports(count + 2)
    ports = {f"process-{number}": own for number, own in enumerate(rest)}
    (conf := folder / "nginx.conf").write_text(nginx_conf(work, port, inner, ports), encoding="utf-8")
    rights = "user root; " if os.geteuid() == 0 else ""  # else its workers could not read the test's folder
    with ExitStack() as stack:
        processes = {}
        for name, own in ports.items():
            process = {"PATHWAYS_PROCESS": name, "UVICORN_PORT": str(own), "HOME": str(work)}
            environment = {**os.environ, **variables(), **process, "UVICORN_HOST": "127.0.0.1"}
            processes[name] = stack.enter_context(_started(command(), cwd=image, env=environment))
        for name, own in ports.items():
            wait_until_ready(processes[name], f"http://127.0.0.1:{own}")
        start = [nginx, "-p", str(work), "-e", str(work / "error.log"), "-c", str(conf)]
        front = stack.enter_context(_started([*start, "-g", f"{rights}daemon off;"]))
        wait_until_ready(front, f"http://127.0.0.1:{port}")
        yield Deployed(f"127.0.0.1:{port}", ports, processes, work / "access.log")
    assert contents(image) == before, "The app wrote beside its code, which a container does not let it."
