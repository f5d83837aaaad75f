"""The packs that the tests read: a tiny invented one that may be broken, and the real one."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from pages.shared.boundary import LOG
from pages.shared.kept import forget_all
from pathways.loading import load_pack
from pathways.model import Pack

# The same examples on every run, and no verdict that depends on how busy the machine is.
settings.register_profile(
    "the same on every run", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("the same on every run")

TESTS = Path(__file__).parent
TINY_PACK = TESTS / "tiny_pack"
REAL_PACK = TESTS.parent / "data" / "psps_t2"


class _Heard(logging.Handler):
    """Keeps what a logger says."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(self.format(record))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    """A page turns a fault into a sentence; in a test, a fault that is not meant fails all the same."""
    heard = _Heard()
    LOG.addHandler(heard)
    try:
        yield
    finally:
        LOG.removeHandler(heard)
    if heard.said and not item.get_closest_marker("page_fails"):
        pytest.fail("A part of a page could not be shown:\n" + "\n".join(heard.said))


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """No test sees a page that another one has made."""
    forget_all()


@pytest.fixture
def tiny_folder(tmp_path: Path) -> Path:
    """A copy of the tiny pack's folder that a test may change and break."""
    return Path(shutil.copytree(TINY_PACK, tmp_path / "tiny_pack"))


@pytest.fixture(scope="session")
def tiny() -> Pack:
    """The tiny pack: every kind of node, edge and measure, and no medicine."""
    return load_pack(TINY_PACK)


@pytest.fixture(scope="session")
def real_folder() -> Path:
    """The folder of the pack that is shipped."""
    return REAL_PACK


@pytest.fixture(scope="session")
def real_pack(real_folder: Path) -> Pack:
    """The pack that is shipped."""
    return load_pack(real_folder)
