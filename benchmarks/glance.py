"""How much a reader meets before the answer, in pixels: ``python -m benchmarks.glance [ADDRESS]``.

The app is started if no address is given. What is printed are lengths that a browser measures; none of them
depends on how fast the machine is. docs/glance.md holds what was measured, before and after.
"""

from __future__ import annotations

import sys

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks import servers
from scripts.browser import ensure

THREE = "compare?options=carry_on,refusion,scs_implant"
SETTLED = ".small-print"
"""The foot of every page: when it stands, all above it does."""

HEIGHT = """() => {
  const main = document.querySelector('[data-testid="stMainBlockContainer"]');
  return Math.round(main.getBoundingClientRect().height);
}"""
TOP = """(selector) => {
  const found = document.querySelector(selector); return found ?
  Math.round(found.getBoundingClientRect().top + document.querySelector('[data-testid="stMain"]').scrollTop)
  : -1;
}"""
SMALLEST = """() => {
  const seen = [...document.querySelectorAll('[data-testid="stMain"] *')].filter((element) => {
    const box = element.getBoundingClientRect();
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    return own && box.width && box.height && getComputedStyle(element).visibility === "visible";
  });
  return Math.min(...seen.map((element) => parseFloat(getComputedStyle(element).fontSize)));
}"""
FIGURE = ".compare-figure, .compare-finding"
PICTURE = '[class*="st-key-fitting_"]'
"""A picture that is drawn for two widths, of which the page shows one."""
PLOT = """(picture) => Math.round(document.querySelector(picture).getBoundingClientRect().height)"""
WORDS = """() => document.querySelector('[data-testid="stMain"]').innerText.split(/\\s+/).length"""


def main() -> None:
    """Print a line for each number."""
    if len(sys.argv) > 1:
        measure(sys.argv[1])
        return
    with servers.app() as server:
        measure(server.address)


def measure(address: str) -> None:
    """Open each view in a browser and print its lengths in pixels."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=ensure(), args=["--no-sandbox"])
        for print_part in (_print_compare, _print_shares, _print_tops, _print_letters):
            print_part(browser, address)
        browser.close()


def _print_compare(browser: Browser, address: str) -> None:
    for width, height in ((1440, 900), (390, 844)):
        page = opened(browser, f"{address}/{THREE}", width, height)
        pixels, words = page.evaluate(HEIGHT), page.evaluate(WORDS)
        screens = f"{pixels / height:.1f} screens, {words:,} words"
        print(f"three options compared, {width}: {pixels:,} px, {screens}")
    page = opened(browser, f"{address}/{THREE}", 1024, 768)
    print(f"first figure of Compare, 1024 x 768: {page.evaluate(TOP, FIGURE)} px")


def _print_shares(browser: Browser, address: str) -> None:
    for width in (1440, 390):
        page = opened(browser, f"{address}/evidence?subject=how_often&show=pictures", width, 900)
        page.wait_for_selector(f"{PICTURE} .js-plotly-plot >> visible=true", timeout=servers.WAIT * 1000)
        print(f"20 shares drawn, {width}: {page.evaluate(PLOT, PICTURE)} px")


def _print_tops(browser: Browser, address: str) -> None:
    for width in (1440, 1024, 390):
        page = opened(browser, f"{address}/map?view=net", width, 900)
        print(f"map from the top, {width}: {page.evaluate(TOP, '.st-key-map')} px")
    for view in ("", "map", "evidence", THREE):
        page = opened(browser, f"{address}/{view}", 390, 844)
        print(f"h1 at 390, {view or 'start'}: {page.evaluate(TOP, 'h1')} px")


def _print_letters(browser: Browser, address: str) -> None:
    for view in ("", "map?view=net", "evidence", THREE, "warning_signs"):
        page = opened(browser, f"{address}/{view}", 1440, 900)
        print(f"smallest letters, {view or 'start'}: {page.evaluate(SMALLEST):g} px")


def opened(browser: Browser, address: str, width: int, height: int) -> Page:
    """A page in a window of this size, when all of it stands."""
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(address)
    page.wait_for_selector(SETTLED, timeout=servers.WAIT * 1000)
    page.wait_for_function(
        '() => !document.querySelector(\'[data-stale="true"], [data-testid="stSkeleton"]\')'
        " && document.fonts.status === 'loaded'",
        timeout=servers.WAIT * 1000,
    )
    return page


if __name__ == "__main__":
    main()
