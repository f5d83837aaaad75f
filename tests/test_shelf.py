"""Several packs in one app: which there are, which is shown, and that every link stays with it."""

from __future__ import annotations

import re
import shutil
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from pages.parts.case.first import OTHER_PARTS
from pages.shared import shelf as seen
from pages.shared.catalogue import MENU, PAGES
from pathways.loading.shelf import MOST_PACKS, shelf_of
from pathways.model import Pack
from pathways.shipped import PACK, ROOT
from tests.conftest import TINY_PACK
from tests.folders import replace
from tests.opened import html, opened, text

SHOWN = ("map?node=tea", "compare?options=rest,tea", "map?view=whole", "search?text=tea", "learn?show=walk")
"""Views of the tiny pack that are full of links."""


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of three packs, the second of which breaks a rule."""
    folder = tmp_path / "packs"
    for name in ("coffee", "milk", "tea"):
        shutil.copytree(TINY_PACK, folder / name)
    replace(folder / "coffee" / "pack.yaml", "title: A cup of tea", "title: A cup of coffee")
    (folder / "milk" / "gaps.csv").write_text("node_id,missing\nnowhere,x\n", encoding="utf-8")
    monkeypatch.setattr("pages.shared.shelf.DATA", folder)
    monkeypatch.setattr("pages.shared.shelf._SEEN", {})
    return folder


def test_every_folder_of_the_data_is_offered_and_the_shipped_pack_is_the_default() -> None:
    shelf = shelf_of(ROOT / "data")
    assert set(shelf.packs) == {path.name for path in (ROOT / "data").iterdir() if path.is_dir()}
    assert shelf.default == PACK.name
    assert shelf.refused == ()


def test_a_folder_that_is_a_pack_or_is_not_there_is_the_only_one(tmp_path: Path) -> None:
    (empty := tmp_path / "empty").mkdir()
    for folder in (TINY_PACK, empty, tmp_path / "nowhere"):
        assert dict(shelf_of(folder).packs) == {folder.name: folder}
        assert shelf_of(folder).default == folder.name


def test_folders_that_are_hidden_and_files_are_no_packs(data: Path) -> None:
    for name in (".git", "__MACOSX", "README"):
        (data / name).mkdir()
    (data / "notes.txt").write_text("x", encoding="utf-8")
    assert list(shelf_of(data).packs) == ["coffee", "milk", "tea"]


def test_a_folder_whose_name_cannot_stand_in_an_address_is_named_with_its_mend(data: Path) -> None:
    (data / "Green Tea").mkdir()
    shelf = shelf_of(data)
    assert "Green Tea" not in shelf.packs
    (problem,) = shelf.refused
    assert "Green Tea, the folder: Its name cannot stand in an address. Rename the folder" in str(problem)


def test_more_packs_than_anybody_reads_are_named_and_not_read(data: Path) -> None:
    for number in range(MOST_PACKS):
        (data / f"x{number:03}").mkdir()
    shelf = shelf_of(data)
    assert len(shelf.packs) == MOST_PACKS
    assert len(shelf.refused) == 3


def test_the_address_says_which_pack_is_shown_and_nothing_of_the_default_one(data: Path) -> None:
    replace(data / "tea" / "pack.yaml", "When thirst stays", "When thirst is back")
    assert opened("", pack="tea").title[0].value == "When thirst is back"
    assert opened("").title[0].value == opened("", pack="coffee").title[0].value == "When thirst stays"
    assert "You see the pathway <strong>“A cup of tea”</strong>" in text(opened("map", pack="tea"))
    assert "You see the pathway" not in text(opened("map"))
    assert "You see the pathway" not in text(opened("map", pack="coffee"))


def test_a_name_is_understood_as_letters_leave_it() -> None:
    assert "“A cup of tea”" in text(opened("map", pack="TEA)."))


@pytest.mark.parametrize("page", PAGES)
def test_an_unknown_pack_is_said_and_the_usual_one_is_shown(page: str, tiny: Pack) -> None:
    written = text(opened(page, pack="teas"))
    said = 'There is no pathway "teas" here. Is "tea" meant? The usual one is shown.'
    assert (OTHER_PARTS if page == "case" else said) in written  # Case repeats nothing of its address
    assert tiny.info.warning_line in written
    assert "pack=teas" not in unescape(html(opened(page, pack="teas")))


def inner_links(written: str) -> list[str]:
    """The links of a page that lead to pages of the app."""
    links = [unescape(address) for address in re.findall(r'href="([^"#][^"]*)"', written)]
    return [link for link in links if not urlsplit(link).scheme]


@pytest.mark.parametrize("address", [*(page for page in PAGES if page != "about"), *SHOWN])
def test_every_link_of_a_page_stays_with_its_pack(address: str) -> None:
    opened(address)  # what is kept of the default pack is not given to another
    app = opened(address, pack="tea")
    assert [
        link for link in inner_links(html(app)) if parse_qs(urlsplit(link).query).get("pack") != ["tea"]
    ] == []
    links = app.get("page_link")
    assert len(links) > len(MENU)
    assert [link.proto.page for link in links if "pack=tea" not in link.proto.query_string] == []


@pytest.mark.parametrize("address", SHOWN)
def test_no_link_of_the_default_pack_names_it(address: str) -> None:
    opened(address, pack="tea")
    assert "pack=" not in html(opened(address))


def test_a_begun_comparison_is_not_taken_to_another_pack() -> None:
    links = inner_links(html(opened("about", pack="tea", options="rest,tea")))
    others = [link for link in links if link.startswith(".")]
    assert (
        others
        == [
            ".",
            ".?pack=milk",
        ]
        or [link for link in others if "options" in link] == []
    )


def test_a_pack_that_breaks_rules_is_named_with_why_and_stops_no_other() -> None:
    written = text(opened("about", pack="tea"))
    assert "milk" in written
    assert "It cannot be shown: 3 problems. The first: gaps.csv, " in written
    assert "A cup of coffee" in written
    broken = opened("map", pack="milk")
    assert broken.title[0].value == "The data of this app cannot be used"
    assert [link for link in inner_links(html(broken)) if link == "."]
    assert "General information" in html(opened("map", pack="tea"))


def test_a_broken_default_pack_leads_on_to_the_others(data: Path) -> None:
    (data / "coffee" / "gaps.csv").write_text("node_id,missing\nnowhere,x\n", encoding="utf-8")
    written = html(opened(""))
    assert ".?pack=tea" in inner_links(written)


def test_a_pack_that_comes_is_offered_at_the_next_look(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seen, "CHECKED_EVERY", 0.0)
    assert "water" not in seen.shelf().packs
    shutil.copytree(TINY_PACK, data / "water")
    assert "water" in seen.shelf().packs


def test_where_there_is_one_pack_nothing_is_said_of_others(
    tiny_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pages.shared.shelf.DATA", tiny_folder)
    assert 'class="packs"' not in html(opened("about"))
