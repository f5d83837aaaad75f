"""No test has a limit of its own, sleeps, or judges by the clock: a busy machine would break it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
OWN_CLOCK = re.compile(
    r"timeout\w*\s*[=(]\s*\d|deadline\s*=\s*\d|\bsleep\(|wait_for_timeout|perf_counter|process_time"
)
WITH_LIMITS = [
    path for path in sorted(TESTS.rglob("*.py")) if path.name not in ("patience.py", "test_patience.py")
]


@pytest.mark.parametrize("path", WITH_LIMITS, ids=lambda path: str(path.relative_to(TESTS)))
def test_limits_come_from_one_place(path: Path) -> None:
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    own = [f"{path.name}:{number}: {line.strip()}" for number, line in lines if OWN_CLOCK.search(line)]
    assert not own, "Take SECONDS or MILLISECONDS from tests/patience.py, and wait for an event."


@pytest.mark.parametrize(
    "line",
    [
        "AppTest(x, default_timeout=30)",
        "page.set_default_timeout(500)",
        "time.sleep(1)",
        "page.wait_for_timeout(9)",
    ],
)
def test_a_limit_of_its_own_is_seen(line: str) -> None:
    assert OWN_CLOCK.search(line)
