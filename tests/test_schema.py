"""JSON Schema of the files of a pack: as the models are, and met by what the packs hold."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from scripts.schema import FOLDER, NAMED_BY_FILE, OF_TABLES, OF_YAML, schemas

ROOT = Path(__file__).parents[1]
PACKS = [ROOT / "data" / "psps_t2", ROOT / "tests" / "tiny_pack"]
FOLDERS = {"node": "nodes", "topic": "topics", "case": "cases"}


class EditorLoader(yaml.SafeLoader):
    """YAML as an editor reads it: numbers, true and false are no text, and yes, no and days are."""


EditorLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|false|True|False|TRUE|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]+\.[0-9]*", "-+0123456789"),
):
    EditorLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), list(first)
    )


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((FOLDER / name).read_text(encoding="utf-8")))


def files(name: str, pack: Path) -> list[Path]:
    return sorted((pack / FOLDERS[name]).glob("*.yaml")) if name in FOLDERS else [pack / f"{name}.yaml"]


def faults(name: str, content: Any) -> list[str]:
    return [f"{list(fault.path)}: {fault.message[:200]}" for fault in validator(name).iter_errors(content)]


def as_edited(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), EditorLoader)  # noqa: S506 (a safe loader)


def test_the_schemas_are_as_the_models_are() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    assert written == schemas(), "Type make schema."


@pytest.mark.parametrize("name", schemas())
def test_a_schema_is_one_by_the_standard(name: str) -> None:
    Draft202012Validator.check_schema(json.loads((FOLDER / name).read_text(encoding="utf-8")))


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
@pytest.mark.parametrize("name", OF_YAML)
def test_the_files_of_the_packs_meet_their_schema_as_an_editor_reads_them(name: str, pack: Path) -> None:
    found = {path.name: faults(f"{name}.json", as_edited(path)) for path in files(name, pack)}
    assert found
    assert {file: wrong for file, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
@pytest.mark.parametrize("name", OF_TABLES)
def test_the_rows_of_the_packs_meet_their_schema(name: str, pack: Path) -> None:
    with (pack / f"{name}.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert rows
    check = validator(f"{name}.row.json")
    assert [fault.message for row in rows for fault in check.iter_errors(row)] == []


@pytest.mark.parametrize(
    ("name", "key", "wrong"),
    [
        ("node", "kind", "detour"),
        ("node", "colour", "blue"),
        ("node", "questions", "no list"),
        ("pack", "lanes", [{"id": "Big", "label": "A", "plain": "B"}]),
        ("pack", "groups", "none"),
    ],
)
def test_what_the_reader_of_packs_refuses_is_marked_in_an_editor(name: str, key: str, wrong: object) -> None:
    path = files(name, PACKS[1])[0]
    assert faults(f"{name}.json", {**as_edited(path), key: wrong})


@pytest.mark.parametrize("name", [name for name in OF_YAML if name not in NAMED_BY_FILE])
def test_a_missing_key_is_marked(name: str) -> None:
    content = as_edited(files(name, PACKS[1])[0])
    first = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))["required"][0]
    assert faults(f"{name}.json", {key: value for key, value in content.items() if key != first})


@pytest.mark.parametrize(
    ("column", "wrong"), [("value", "12 %"), ("role", "hearsay"), ("finding_id", "Tea 1"), ("total", "many")]
)
def test_a_cell_that_does_not_fit_is_marked(column: str, wrong: str) -> None:
    with (PACKS[1] / "findings.csv").open(encoding="utf-8", newline="") as table:
        row = next(csv.DictReader(table))
    assert faults("findings.row.json", {**row, column: wrong})
