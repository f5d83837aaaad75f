"""The contracts of pyproject.toml hold the layers; this holds what a wildcard contract cannot say."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import grimp

ROOT = Path(__file__).parents[1]
PARTS = "pages.parts."


@cache
def _imports() -> grimp.ImportGraph:
    return grimp.build_graph("pages", "pathways")


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
    pages = {path.stem for path in (ROOT / "pages").glob("*.py")} | {"start"}  # drawn by app.py
    assert folders <= pages


def test_a_template_of_a_page_is_asked_for_by_that_page_alone() -> None:
    for template in (ROOT / "pages" / "parts").glob("*/templates/*"):
        page = template.parts[-3]
        name = f'"{page}/{template.name}"'
        code = (path for path in (ROOT / "pages").rglob("*") if path.suffix in (".py", ".html"))
        asking = {path for path in code if name in path.read_text(encoding="utf-8")}
        homes = {ROOT / "pages" / f"{page}.py"}
        assert asking, f"{name} is asked for by nobody"
        assert all(path in homes or page in path.parts for path in asking), name


def test_a_finding_is_worded_in_one_place() -> None:
    """Faces choose among the fields of a reading; the phrases behind them are nobody else's."""
    importers = _imports().find_modules_that_directly_import("pathways.evidence.phrases")
    assert importers == {"pathways.evidence", "pathways.evidence.reading"}
