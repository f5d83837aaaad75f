"""First load and click to card in a browser, beside an empty page and its button.

``python -m benchmarks.in_browser``. The four take turns in one run: read the ratios.
"""

from __future__ import annotations

from statistics import median
from time import perf_counter

from playwright.sync_api import Browser, sync_playwright

from benchmarks import servers
from scripts.browser import ensure

ROUNDS = 5
WAIT = 60_000
EMPTY_BUTTON = 'button:has-text("Press")'
FOOT = ".small-print"
BOX = ".st-key-map g[role=button], .st-key-map [tabindex]"
CARD = ".st-key-card h2, .st-key-card h3"


def main() -> None:
    """Print the four times and their ratios, taken in turns."""
    with (
        servers.app() as app,
        servers.empty_page(is_ours=False) as empty,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=ensure(), args=["--no-sandbox"])
        times: dict[str, list[float]] = {"first load": [], "empty load": [], "click": [], "empty click": []}
        for _ in range(ROUNDS):
            times["first load"].append(_load(browser, app.address, FOOT))
            times["empty load"].append(_load(browser, empty.address, EMPTY_BUTTON))
            times["click"].append(_click_to_card(browser, f"{app.address}/map?view=whole"))
            times["empty click"].append(_press(browser, empty.address))
        browser.close()
    for name, beside in (("first load", "empty load"), ("click", "empty click")):
        mine, other = median(times[name]), median(times[beside])
        print(f"{name}: {1000 * mine:.0f} ms; {beside}: {1000 * other:.0f} ms; ratio {mine / other:.2f}")


def _load(browser: Browser, address: str, foot: str) -> float:
    """Seconds until the last of a page stands, in a window that has kept nothing."""
    context = browser.new_context()
    page = context.new_page()
    start = perf_counter()
    page.goto(address)
    page.wait_for_selector(foot, timeout=WAIT)
    seconds = perf_counter() - start
    context.close()
    return seconds


def _click_to_card(browser: Browser, address: str) -> float:
    page = browser.new_page()
    page.goto(address)
    page.wait_for_selector(FOOT, timeout=WAIT)
    box = page.locator(BOX).first
    box.wait_for(timeout=WAIT)
    start = perf_counter()
    box.press("Enter")
    page.wait_for_selector(CARD, timeout=WAIT)
    seconds = perf_counter() - start
    page.close()
    return seconds


def _press(browser: Browser, address: str) -> float:
    """From a press of the empty page's button to the end of the run that it causes."""
    page = browser.new_page()
    page.goto(address)
    page.wait_for_selector(EMPTY_BUTTON, timeout=WAIT)
    page.evaluate(RUNS)
    start = perf_counter()
    page.click(EMPTY_BUTTON)
    page.wait_for_function("() => window.hasRun", timeout=WAIT)
    seconds = perf_counter() - start
    page.close()
    return seconds


RUNS = """() => new MutationObserver(() => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (app.dataset.testScriptState === "running") window.isRunning = true;
  if (window.isRunning && app.dataset.testScriptState === "notRunning") window.hasRun = true;
}).observe(document.querySelector('[data-testid="stApp"]'), { attributes: true })"""


if __name__ == "__main__":
    main()
