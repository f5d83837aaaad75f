"""The packs that the tests read: a tiny invented one that may be broken, and the real one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

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
