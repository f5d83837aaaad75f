"""All that docs/performance.md tells, in one run: ``python -m benchmarks``.

The soak is left out, as it takes as long as it is told to: ``python -m benchmarks.soak``.
"""

from __future__ import annotations

import asyncio
import platform
from datetime import date
from time import perf_counter

import streamlit

from benchmarks import in_browser, large_packs, load, reruns, starting


def main() -> None:
    """Run the parts one after another, so that none takes time from another."""
    print(f"{date.today():%-d %B %Y}, Streamlit {streamlit.__version__}, Python {platform.python_version()}")
    start = perf_counter()
    for name, part in (
        ("Reruns", lambda: asyncio.run(reruns.main())),
        ("A fresh process", lambda: asyncio.run(starting.main())),
        ("In a browser", in_browser.main),
        ("A class", lambda: asyncio.run(load.main(load.VIEWERS))),
        ("A large pack", lambda: asyncio.run(large_packs.main())),
    ):
        print(f"\n{name}", flush=True)
        part()
    print(f"\n{perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
