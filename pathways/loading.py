"""A pack's folder becomes a :class:`~pathways.model.Pack`. The only module that reads a pack's files.

CSV is read as text and YAML without guessing (`no` stays "no", a key given twice is refused), so
that what the editor typed is what the model judges.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from pathways import checks
from pathways.model import (
    Claim,
    Compare,
    Edge,
    Finding,
    Gap,
    Node,
    Pack,
    PackInfo,
    Record,
    ScoreRow,
    Source,
    Topic,
)
from pathways.problems import PackError, Problem

AnyRecord = TypeVar("AnyRecord", bound=Record)
Row = dict[str, Any]

NOT_YAML = (YAMLError, ValueError, LookupError, RecursionError)
"""What the YAML reader raises: besides its own error, ``ValueError`` for 2026-02-30 and ``LookupError`` for
an unknown word marked ``!!bool``."""


def load_pack(folder: Path) -> Pack:
    """Read a pack and hold it against every rule.

    Raises:
        PackError: with each problem found; a pack that breaks a rule does not load.
    """
    pack = read_pack(folder)
    if problems := list(checks.problems(pack)):
        raise PackError(problems)
    return pack


def read_pack(folder: Path) -> Pack:
    """Read a pack without asking the rules: only the shape of each record is judged.

    Raises:
        PackError: a file is missing or a record does not have the shape of its model.
    """
    reader = _Reader(folder)
    info = reader.yaml_record("pack.yaml", PackInfo)
    compare = reader.yaml_record("compare.yaml", Compare)
    parts: dict[str, Any] = {
        "nodes": reader.yaml_records("nodes", Node),
        "topics": tuple(sorted(reader.yaml_records("topics", Topic), key=lambda topic: topic.order)),
        "edges": reader.csv_records("edges.csv", Edge, _edge_row, ("from", "to")),
        "findings": reader.csv_records("findings.csv", Finding, _finding_row, ("finding_id",)),
        "sources": reader.csv_records("sources.csv", Source, _source_row, ("source_id",)),
        "gaps": reader.csv_records("gaps.csv", Gap, dict, ("node_id",)),
        "claims": reader.csv_records("claims.csv", Claim, _claim_row, ("claim_id",)),
        "scorecard": reader.csv_records("scorecard.csv", ScoreRow, _score_row, ("row_id",)),
    }
    if reader.problems or info is None or compare is None:
        raise PackError(reader.problems)
    parts["nodes"] = _in_the_order_of_the_net(info, parts["nodes"])
    return Pack(info=info, compare=compare, **parts)


def _in_the_order_of_the_net(info: PackInfo, nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Files have no order of their own, so the Net says in which order places are told."""
    places = {node_id: place for place, node_id in enumerate(n for box in info.net for n in box.nodes)}
    return tuple(sorted(nodes, key=lambda node: places.get(node.id, len(places))))


@dataclass
class _Reader:
    """Reads the files of one folder and keeps a list of what is wrong with them."""

    folder: Path
    problems: list[Problem] = field(default_factory=list)

    def yaml_record(self, name: str, model: type[AnyRecord], **known: str) -> AnyRecord | None:
        content = self._yaml(name)
        if content is None:
            return None
        return self._record(model, {**content, **known}, name, known.get("id", "the file"))

    def yaml_records(self, directory: str, model: type[AnyRecord]) -> tuple[AnyRecord, ...]:
        """One record for each YAML file of a directory; the file's stem is the id."""
        paths = sorted((self.folder / directory).glob("*.yaml"))
        if not paths:
            self._add(
                f"{directory}/", "the folder", "There are no YAML files here.", "Add one file a record."
            )
        records = (self.yaml_record(f"{directory}/{path.name}", model, id=path.stem) for path in paths)
        return tuple(record for record in records if record is not None)

    def csv_records(
        self,
        name: str,
        model: type[AnyRecord],
        convert: Callable[[Mapping[str, str]], Row],
        key: tuple[str, ...],
    ) -> tuple[AnyRecord, ...]:
        records = (
            self._record(model, convert(row), name, f"line {line} ({' to '.join(row[k] for k in key)})")
            for line, row in self._rows(name, key)
        )
        return tuple(record for record in records if record is not None)

    def _rows(self, name: str, key: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
        text = self._text(name)
        if text is None:
            return
        reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        try:
            if fault := _fault_of_heading(reader.fieldnames or (), key):
                self._add(name, "line 1", fault, "Restore the heading row, see docs/pack.md.")
                return
            for row in reader:
                if None in row or None in row.values():
                    wrong = (
                        f"This row does not have the {len(reader.fieldnames or ())} columns of the heading."
                    )
                    mend = "Put words that hold a comma in double quotes."
                    self._add(name, f"line {reader.line_num}", wrong, mend)
                else:
                    yield reader.line_num, row
        except csv.Error as error:
            self._add(
                name, f"line {reader.line_num}", f"This is not CSV: {error}.", "Check the double quotes."
            )

    def _yaml(self, name: str) -> dict[str, Any] | None:
        text = self._text(name)
        if text is None:
            return None
        try:
            content = YAML(typ="safe").load(text)
        except NOT_YAML as error:
            line = getattr(getattr(error, "problem_mark", None), "line", None)
            where = "the file" if line is None else f"line {line + 1}"
            wrong = f"This is not YAML: {getattr(error, 'problem', None) or error}."
            self._add(
                name, where, wrong, "Check the indentation, quotes and colons, and that no key stands twice."
            )
            return None
        if not isinstance(content, dict):
            self._add(
                name, "the file", "It holds no keys.", "Write it as `key: value` lines, see docs/pack.md."
            )
            return None
        return content

    def _text(self, name: str) -> str | None:
        try:
            return (self.folder / name).read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            self._add(name, "the file", "It is missing.", f"Restore it in {self.folder}.")
        except UnicodeDecodeError:
            self._add(name, "the file", "It is not UTF-8 text.", "Save it again with the encoding UTF-8.")
        except OSError as error:
            self._add(name, "the file", f"It cannot be read: {error.strerror}.", "Put a text file here.")
        return None

    def _record(self, model: type[AnyRecord], content: Row, file: str, record: str) -> AnyRecord | None:
        try:
            return model.model_validate(content)
        except ValidationError as error:
            self.problems += _shape_problems(error, model, file, record)
            return None

    def _add(self, file: str, record: str, wrong: str, mend: str) -> None:
        self.problems.append(Problem(file, record, wrong, mend))


def _shape_problems(error: ValidationError, model: type[Record], file: str, record: str) -> Iterable[Problem]:
    for fault in error.errors():
        key = ".".join(str(part) for part in fault["loc"])
        if fault["type"] == "extra_forbidden":
            wrong, mend = f"The key {key!r} is not known.", f"Known are: {', '.join(model.model_fields)}."
        elif fault["type"] == "missing":
            wrong, mend = f"The key {key!r} is missing.", "Add it, see docs/pack.md."
        else:
            wrong = f"{key} is {fault['input']!r}, which does not fit."
            mend = f"{fault['msg']}."
        yield Problem(file, record, wrong, mend)


def _fault_of_heading(columns: Sequence[str], key: Iterable[str]) -> str | None:
    for column in key:
        if column not in columns:
            return f"The column {column!r} is missing."
    twice = [column for column, count in Counter(columns).items() if count > 1]
    return f"The column {twice[0]!r} stands twice." if twice else None


def _many(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _edge_row(row: Mapping[str, str]) -> Row:
    basis = row.get("basis", "")
    return {
        **{key: value for key, value in row.items() if key not in ("from", "to")},
        "start": row["from"],
        "end": row["to"],
        "basis": () if basis == "convention" else _many(basis) or ("",),
    }


def _finding_row(row: Mapping[str, str]) -> Row:
    return _with_lists(_blank_as_none(row, Finding), "nodes", "conflicts_with")


def _source_row(row: Mapping[str, str]) -> Row:
    return _with_lists(_blank_as_none(row, Source), "incomplete")


def _claim_row(row: Mapping[str, str]) -> Row:
    return _with_lists(dict(row), "homes", "findings")


def _score_row(row: Mapping[str, str]) -> Row:
    """A score is a whole number; anything else is left for the model to refuse."""
    score = row.get("score", "")
    return {**row, "score": int(score)} if score.isdecimal() else dict(row)


def _with_lists(row: Row, *columns: str) -> Row:
    return {**row, **{column: _many(row[column]) for column in columns if column in row}}


def _blank_as_none(row: Mapping[str, str], model: type[Record]) -> Row:
    """A blank cell is "not reported" where the model allows none; elsewhere it stays blank."""
    optional = {name for name, info in model.model_fields.items() if type(None) in _args(info.annotation)}
    return {key: None if key in optional and value == "" else value for key, value in row.items()}


def _args(annotation: Any) -> tuple[Any, ...]:
    return getattr(annotation, "__args__", ())
