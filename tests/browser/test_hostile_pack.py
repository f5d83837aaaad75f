"""A pack that holds markup where words should stand: a browser shows the words and asks no other host."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import running_app
from tests.conftest import TINY_PACK

pytestmark = pytest.mark.browser

PICTURE = "![I x](http://picture.invalid/i.png)"
TAG = "<img src=http://picture.invalid/j.png>"
WORDS = f"{PICTURE} {TAG}"

# In each file, words that become words and markup; the pack still passes its rules.
SPOILT = {
    "pack.yaml": ("Leave the kitchen if you see smoke.", f"Leave the kitchen if you see smoke. {WORDS}"),
    "nodes/tea.yaml": ("plain_label: Tea", f"plain_label: 'Tea {WORDS}'"),
    "nodes/smoke.yaml": ("plain_label: Smoke in the kitchen", f"plain_label: 'Smoke {WORDS}'"),
    "compare.yaml": ("label: The leaves are old", f"label: 'The leaves are old {WORDS}'"),
}
PLACES = (
    "",
    "map",
    "map?view=whole&node=tea&part=numbers",
    "compare?step=options",
    "compare?options=rest,tea",
    "compare?options=rest,tea&step=check",
    "take_home?options=rest,tea",
    "evidence?show=pictures",
    "evidence?show=table",
    "causes_and_tests",
    "warning_signs",
)


@pytest.fixture
def spoilt_pack(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(TINY_PACK, tmp_path / "pack"))
    for name, (words, spoilt) in SPOILT.items():
        text = (folder / name).read_text(encoding="utf-8")
        assert words in text
        (folder / name).write_text(text.replace(words, spoilt, 1), encoding="utf-8")
    return folder


def test_words_of_a_pack_are_words_on_every_page(spoilt_pack: Path, open_page: Callable[..., Page]) -> None:
    with running_app(spoilt_pack) as app:
        page = open_page("about:blank")
        hosts: set[str | None] = set()
        page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname))
        for place in PLACES:
            page.goto(f"{app}/{place}")
            # On the page to take home they stand on the sheet as well.
            expect(page.get_by_text(f"Leave the kitchen if you see smoke. {WORDS}").first).to_be_visible()
            expect(page.get_by_text("General information, not advice about you").first).to_be_visible()
            page.wait_for_load_state("networkidle")
            expect(page.locator("img[src*='picture.invalid'], a[href*='picture.invalid']")).to_have_count(0)
            expect(page.locator(".failed")).to_have_count(0)
        assert hosts - {None} == {urlsplit(app).hostname}


def test_what_is_wrong_with_a_pack_can_be_read_on_any_screen(
    tmp_path: Path, open_page: Callable[..., Page]
) -> None:
    folder = Path(shutil.copytree(TINY_PACK, tmp_path / "pack"))
    (folder / f"nodes/{'long_name_' * 15}.yml").touch()
    with (folder / "gaps.csv").open("a", encoding="utf-8") as gaps:
        gaps.write(f"{'x' * 70},{'y' * 300},Some.\n")
    with (folder / "edges.csv").open("a", encoding="utf-8") as edges:
        edges.write("tea,tea,onwards,if,convention,\n")
    with running_app(folder) as app:
        for width in (320, 390, 1440):
            page = open_page(app, width=width)
            table = page.locator("table.problems")
            expect(table.get_by_text("How to mend it")).to_have_count(1)
            right = table.locator("td").evaluate_all(
                "cells => Math.max(...cells.map(cell => { const text = document.createRange();"
                " text.selectNodeContents(cell); return text.getBoundingClientRect().right; }))"
            )
            assert right <= width
