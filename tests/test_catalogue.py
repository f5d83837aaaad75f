"""A page is its file, its folder and its line in the catalogue, and nothing else names it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pages.shared.catalogue import MENU, PAGES
from tests.patience import SECONDS

ROOT = Path(__file__).parents[1]

NEW_PAGE = '''"""Tea house: a page of the tests."""

import streamlit as st

from pages.parts.tea_house.url import tea_house_url
from pages.shared.page import page
from pages.shared.templates import rendered

with page("tea_house", "Tea house", "Where tea is drunk.", tea_house_url) as (_, url):
    st.html(rendered("tea_house/room.html", cup=url.cup))
'''
NEW_URL = '''"""Which cup the page shows."""

from dataclasses import dataclass

from pages.shared.url import Reader


@dataclass(frozen=True)
class TeaHouseUrl:
    cup: str
    notes: tuple[str, ...] = ()


def tea_house_url(pack, params):
    reader = Reader(params)
    return TeaHouseUrl(reader.name("cup", ["blue", "white"], "cup") or "white", tuple(reader.notes))
'''
NEW_LINE = '    PageInfo("tea_house", "Tea house", ("cup",)),\n'
OPEN = """
from tests.opened import opened, text

app = opened("tea_house?cup=blue&cups=nine")
print([link.proto.label for link in app.get("page_link")])
print(text(app))
"""


def test_every_file_of_a_page_is_in_the_catalogue_and_every_line_has_its_file() -> None:
    files = {f"pages/{path.name}" for path in (ROOT / "pages").glob("*.py")} | {"app.py"}
    assert {page.file for page in PAGES.values()} == files


def test_the_menu_names_each_of_its_pages_once() -> None:
    names = [page.menu for page in MENU]
    assert len(set(names)) == len(names)
    assert names[0] == "Start"


@pytest.fixture
def house_with_a_new_page(tmp_path: Path) -> Path:
    """A copy of the app with a page more: one file, one folder, and one line."""
    for folder in ("pathways", "data", "docs", "static"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    shutil.copytree(ROOT / "pages", tmp_path / "pages", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tests", tmp_path / "tests", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "app.py", tmp_path)
    shutil.copytree(ROOT / ".streamlit", tmp_path / ".streamlit")
    (tmp_path / "pages" / "tea_house.py").write_text(NEW_PAGE, encoding="utf-8")
    parts = tmp_path / "pages" / "parts" / "tea_house"
    (parts / "templates").mkdir(parents=True)
    (parts / "url.py").write_text(NEW_URL, encoding="utf-8")
    (parts / "templates" / "room.html").write_text('<p class="room">A {{ cup }} cup.</p>', encoding="utf-8")
    (parts / "style.css").write_text(".room { font-weight: 700; }", encoding="utf-8")
    catalogue = tmp_path / "pages" / "shared" / "catalogue.py"
    lines = catalogue.read_text(encoding="utf-8").replace(
        '    PageInfo("about"', f'{NEW_LINE}    PageInfo("about"'
    )
    catalogue.write_text(lines, encoding="utf-8")
    return tmp_path


def test_a_new_page_has_its_menu_its_address_its_template_and_its_style(house_with_a_new_page: Path) -> None:
    opened = subprocess.run(  # noqa: S603 -- this Python, and a script of this test
        [sys.executable, "-c", OPEN],
        cwd=house_with_a_new_page,
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
    )
    assert opened.returncode == 0, opened.stderr
    assert "'Tea house'" in opened.stdout
    assert "A blue cup." in opened.stdout
    assert ".room { font-weight: 700; }" in opened.stdout
    assert 'There is no part "cups" in the address of this page. Is "cup" meant?' in opened.stdout
