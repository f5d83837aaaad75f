"""Writes docs/schema/: JSON Schema of each file of a pack, from its models, for editors.

An editor reads YAML by its own rules, so a schema takes what the reader of packs takes as text: a number
or yes and no where words are asked for, and "convention" in place of a list. A row of a table is an object
whose values are the text of its cells.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pathways import model
from pathways.model import Record

FOLDER = Path(__file__).parents[1] / "docs" / "schema"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
OF_YAML: Mapping[str, type[Record]] = {
    "pack": model.PackInfo,
    "compare": model.Compare,
    "node": model.Node,
    "topic": model.Topic,
    "case": model.TeachingCase,
}
"""Files of keys, by the name of their schema."""
OF_TABLES: Mapping[str, type[Record]] = {
    "edges": model.Edge,
    "findings": model.Finding,
    "sources": model.Source,
    "gaps": model.Gap,
    "claims": model.Claim,
    "glossary": model.GlossaryEntry,
    "facts": model.Fact,
    "criteria": model.Criterion,
    "criteria_gaps": model.CriteriaGap,
    "contradictions": model.Contradiction,
    "changes": model.Change,
}
"""Tables, by the name of their file without its end."""
NAMED_BY_FILE = ("node", "topic", "case")
"""Files whose name is the id of the record."""

_TEXT = ["string", "number", "boolean"]
_NUMBER = r"^(-?(0|[1-9][0-9]{0,9})(\.[0-9]{1,6})?)?$"


def schemas() -> dict[str, str]:
    """The text of each schema by the name of its file."""
    made = {f"{name}.json": _of_keys(name, record) for name, record in OF_YAML.items()}
    made |= {f"{name}.row.json": _of_row(record) for name, record in OF_TABLES.items()}
    return {name: json.dumps(schema, indent=1, ensure_ascii=False) + "\n" for name, schema in made.items()}


def _of_keys(name: str, record: type[Record]) -> dict[str, Any]:
    schema = record.model_json_schema(by_alias=True)
    if name in NAMED_BY_FILE:
        del schema["properties"]["id"]
        schema["required"].remove("id")
    return {"$schema": DIALECT, **_as_typed(schema)}


def _as_typed(part: Any) -> Any:
    """A part of a schema that takes what an editor makes of text; what a title only repeats goes."""
    if isinstance(part, list):
        return [_as_typed(one) for one in part]
    if not isinstance(part, dict):
        return part
    made = {key: _as_typed(value) for key, value in part.items() if not _repeats(key, value)}
    if made.get("type") == "string":
        made["type"] = ["string"] if "enum" in made or "format" in made else _TEXT
    if "properties" in made:
        made["properties"] = {name: _taken(name, field) for name, field in made["properties"].items()}
    return made


def _repeats(key: str, value: Any) -> bool:
    return key == "title" and isinstance(value, str)


def _taken(name: str, field: dict[str, Any]) -> dict[str, Any]:
    """A field with what stands for none: a blank, and for what a way rests on, a word."""
    if name == "basis":
        return {"anyOf": [{"type": "string"}, field]}
    if {"type": "null"} in field.get("anyOf", ()):
        return {**field, "anyOf": [*field["anyOf"], {"const": ""}]}
    return field


def _of_row(record: type[Record]) -> dict[str, Any]:
    """A row of a table: each cell is text."""
    whole = record.model_json_schema(by_alias=True)
    cells = {name: _cell(field) for name, field in whole["properties"].items()}
    return {
        "$schema": DIALECT,
        "description": whole["description"],
        "type": "object",
        "properties": cells,
        "required": whole.get("required", []),
        "additionalProperties": False,
    }


def _cell(field: Mapping[str, Any]) -> dict[str, Any]:
    """What a cell may hold, in the words of a schema: a code, a number, or text."""
    shapes = list(_shapes(field))
    is_blank = {"type": "null"} in shapes
    codes = [code for shape in shapes for code in shape.get("enum", ())]
    if codes and field.get("type") != "array":
        return {"type": "string", "enum": [*codes, *([""] if is_blank and "" not in codes else [])]}
    if any(shape.get("type") in ("integer", "number") for shape in shapes):
        return {"type": "string", "pattern": _NUMBER}
    kept = {key: field[key] for key in ("pattern", "minLength", "maxLength") if key in field}
    return {"type": "string", **kept}


def _shapes(field: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """What a field may be, one by one: a number is told as "a number or its text", inside "or none"."""
    for shape in field.get("anyOf", [field]):
        if "anyOf" in shape:
            yield from _shapes(shape)
        else:
            yield shape


def main() -> None:
    """Write every schema, and take away those that no file has any more."""
    FOLDER.mkdir(exist_ok=True)
    made = schemas()
    for path in FOLDER.glob("*.json"):
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
