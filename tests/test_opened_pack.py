"""A pathway that a reader opens from a zip: every page of it, in one window, and stored nowhere."""

from __future__ import annotations

import gc
import os
import re
import sys
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.shared import kept, opened
from pages.shared.catalogue import PAGES
from pages.shared.downloads import links_here
from pages.shared.which_pack import BACK
from pathways.exports import Links
from pathways.model import Pack
from tests.opened import html, text
from tests.opened import opened as visit
from tests.test_loading_zip import TINY, zip_of

GOOD = zip_of(TINY, "tea/")


@pytest.fixture(autouse=True)
def nothing_open() -> None:
    gc.collect()
    opened._ALL.clear()


def with_zip(content: bytes, name: str = "mine.zip") -> AppTest:
    """The page About after a file was chosen on it."""
    app = visit("about")
    app.file_uploader(key="zip").upload(name, content, "application/zip").run()
    return app


def at(app: AppTest, page: str, **parts: str) -> AppTest:
    """Another page in the same window."""
    app.switch_page(PAGES[page].file)
    for part, words in parts.items():
        app.query_params[part] = words
    return app.run()


def test_a_zip_opens_on_its_start_page_and_says_what_it_is(tiny: Pack) -> None:
    app = with_zip(GOOD)
    assert app.title[0].value == tiny.info.start_title
    written = text(app)
    assert tiny.info.warning_line in written
    assert f"You see “{tiny.info.title}”, opened from mine.zip." in written
    assert "It stands in this window alone" in written


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_drawn_from_it_and_says_so(page: str, tiny: Pack) -> None:
    app = at(with_zip(GOOD), page)
    written = text(app)
    assert tiny.info.warning_line in written
    assert "opened from mine.zip" in written
    assert "could not be shown" not in written
    assert "copy-link" not in re.sub(r"<(style|script).*?</\1>", "", written, flags=re.DOTALL)


def test_one_click_leads_back_to_the_shipped_pathway(real_pack: Pack) -> None:
    app = at(with_zip(GOOD), "map", node="tea")
    next(button for button in app.button if button.label == BACK).click().run()
    written = text(app)
    assert real_pack.info.warning_line in written
    assert "opened from" not in written
    assert 'There is no place "tea"' not in written


def test_it_stands_in_one_window(real_pack: Pack) -> None:
    with_zip(GOOD)
    assert real_pack.info.warning_line in html(visit("map"))


def test_a_window_that_closes_leaves_nothing() -> None:
    app = at(with_zip(GOOD), "map", node="tea")
    assert len(opened._ALL) == 1
    del app
    gc.collect()
    assert len(opened._ALL) == 0


def test_nothing_that_is_made_of_it_is_kept_for_others() -> None:
    app = with_zip(GOOD)
    kept.forget_all()
    for page, parts in (("map", {"node": "tea"}), ("compare", {"options": "rest,tea"}), ("evidence", {})):
        at(app, page, **parts)
    held = "".join(str(result) for store in kept._STORES for result, *_ in store._results.values())
    assert "kettle" not in held.casefold()
    (one,) = opened._ALL
    assert one.made


def test_a_second_run_of_a_page_of_it_makes_nothing_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    app = at(with_zip(GOOD), "map", node="tea")
    made: list[str] = []
    make = kept.Kept._keep
    monkeypatch.setattr(
        kept.Kept, "_keep", lambda self, key, *rest: (made.append(key), make(self, key, *rest))[1]
    )
    app.run()
    assert made == []


_WRITTEN: list[str] = []


def _note(event: str, arguments: tuple[object, ...]) -> None:
    """Files that are opened to be written; what Python compiles for itself is none of ours."""
    if event != "open" or "__pycache__" in str(arguments[0]):
        return
    if str(arguments[1] or "").strip("rbt") or int(str(arguments[2] or 0)) & (os.O_WRONLY | os.O_RDWR):
        _WRITTEN.append(str(arguments[0]))


sys.addaudithook(_note)


def test_nothing_of_it_is_written_to_disk(tmp_path: Path) -> None:
    _WRITTEN.clear()
    at(with_zip(GOOD), "map", node="tea")
    assert _WRITTEN == []
    (tmp_path / "seen").write_text("x", encoding="utf-8")
    assert len(_WRITTEN) == 1


def test_a_zip_that_breaks_rules_is_told_as_a_list_and_the_usual_pathway_stays(real_pack: Pack) -> None:
    app = with_zip(zip_of({**TINY, "gaps.csv": b"node_id,missing,plain\nnowhere,x,y\n"}))
    written = text(app)
    assert "must be mended first" in written
    assert "After mending, open the zip again." in " ".join(written.split())
    assert "'nowhere' is not a node." in written
    assert real_pack.info.warning_line in written
    assert "opened from" not in written


def test_a_file_that_is_no_zip_is_told_in_a_sentence() -> None:
    written = text(with_zip(b"a letter", "<b>letter</b>.zip"))
    assert "This is no zip file, or it is damaged." in written
    assert "<b>letter</b>" not in html(with_zip(b"a letter", "<b>letter</b>.zip"))


def test_words_of_a_zip_and_its_name_are_text() -> None:
    spoilt = TINY["pack.yaml"].replace(b"A cup of tea", b"'A <img src=x> of tea'")
    written = html(with_zip(zip_of({**TINY, "pack.yaml": spoilt}), "<i>mine</i>.zip"))
    assert "<img src=x>" not in written
    assert "<i>mine</i>" not in written


def test_no_more_are_open_at_once_than_memory_has_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "MOST_OPENED", 1)
    first = with_zip(GOOD)
    assert "have a pathway of their own open right now" in text(with_zip(GOOD))
    assert "opened from other.zip" in text(
        at(first, "about").file_uploader(key="zip").upload("other.zip", GOOD, "application/zip").run()
    )


def test_no_file_or_citation_of_it_leads_to_the_usual_pathway(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pages.shared.downloads.app_address", lambda: "https://example.org/")
    assert links_here().app == "https://example.org/"
    monkeypatch.setattr("pages.shared.downloads.opened", lambda: object())
    assert links_here() == Links()
