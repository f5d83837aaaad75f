"""The contracts of pyproject.toml hold the layers; this holds what a wildcard contract cannot say."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import grimp

ROOT = Path(__file__).parents[1]
PARTS = "pages.parts."


@cache
def _imports() -> grimp.ImportGraph:
    return grimp.build_graph("pages")


def test_only_its_page_draws_the_parts_of_a_page() -> None:
    strangers = {
        (importer, module)
        for module in _imports().modules
        if module.startswith(PARTS)
        for importer in _imports().find_modules_that_directly_import(module)
        if importer not in (page := f"pages.{module.split('.')[2]}", f"pages.parts.{page[6:]}")
        and not importer.startswith(f"{PARTS}{page[6:]}.")
    }
    assert not strangers


def test_every_folder_of_parts_belongs_to_a_page() -> None:
    folders = {path.name for path in (ROOT / "pages" / "parts").iterdir()} - {"__pycache__"}
    pages = {path.stem for path in (ROOT / "pages").glob("*.py")}
    assert folders <= pages


def test_a_template_of_a_page_is_asked_for_by_that_page_alone() -> None:
    for template in (ROOT / "pages" / "parts").glob("*/templates/*"):
        page = template.parts[-3]
        name = f'"{page}/{template.name}"'
        asking = {path for path in (ROOT / "pages").rglob("*.py") if name in path.read_text(encoding="utf-8")}
        homes = {ROOT / "pages" / f"{page}.py"}
        assert asking, f"{name} is asked for by nobody"
        assert all(path in homes or page in path.parts for path in asking), name
