"""A pack's folder becomes a :class:`~pathways.model.Pack`. The only package that reads a pack's files.

Each file is read once into bytes (:mod:`~pathways.loading.folder`), becomes text (``text``), then keys or
rows of text (``yaml_text``, ``tables``), then records (``records``). Every step is bounded in time and
memory, and what is turned away on the way is told as a problem with its file, place and mend.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from pathways import checks
from pathways.loading.folder import Folder
from pathways.loading.records import AnyRecord, UnfitRecord, record_of
from pathways.loading.refusal import Refusal
from pathways.loading.strays import is_passed_over, strays_of_pack, strays_of_records
from pathways.loading.tables import Row, lines_of
from pathways.loading.text import text_of
from pathways.loading.yaml_text import keys_of
from pathways.loading.zipped import Archive
from pathways.model import (
    Change,
    Claim,
    Compare,
    Contradiction,
    CriteriaGap,
    Criterion,
    Edge,
    Fact,
    Finding,
    Gap,
    GlossaryEntry,
    Node,
    Pack,
    PackInfo,
    Source,
    TeachingCase,
    Topic,
)
from pathways.problems import MOST_PROBLEMS, PackError, Problem
from pathways.shipped import PACK

__all__ = ["load_pack", "load_zip", "read_pack", "read_table"]


def load_pack(folder: str | Path = PACK) -> Pack:
    """Read a pack and hold it against every rule: the one that is shipped, or that of a folder.

    Raises:
        PackError: with each problem found; a pack that breaks a rule does not load.
    """
    return _obeying(read_pack(folder))


def load_zip(content: bytes, name: str = "the zip") -> Pack:
    """Read a pack from the bytes of a zip file and hold it against every rule; nothing is written.

    Args:
        name: what the file is called, for messages.

    Raises:
        PackError: it is no zip, holds what a pack may not, or the pack breaks a rule.
    """
    try:
        archive = Archive(content, name)
    except Refusal as refusal:
        raise PackError([_problem(name, refusal)]) from None
    return _obeying(_read(_Reader(archive)))


def _obeying(pack: Pack) -> Pack:
    if problems := list(islice(checks.problems(pack), MOST_PROBLEMS)):
        raise PackError(problems)
    return pack


def read_pack(folder: str | Path) -> Pack:
    """Read a pack without asking the rules: only the shape of each record is judged.

    Raises:
        PackError: a file is missing or a record does not have the shape of its model.
    """
    return _read(_Reader(Folder(Path(folder))))


def _read(reader: _Reader) -> Pack:
    info = reader.yaml_record("pack.yaml", PackInfo)
    parts: dict[str, Any] = {
        "nodes": reader.yaml_records("nodes", Node),
        "topics": tuple(
            sorted(reader.yaml_records("topics", Topic, optional=True), key=lambda topic: topic.order)
        ),
        "edges": reader.csv_records("edges.csv", Edge, ("from", "to")),
        "findings": reader.csv_records("findings.csv", Finding, ("finding_id",)),
        "sources": reader.csv_records("sources.csv", Source, ("source_id",)),
        "gaps": reader.csv_records("gaps.csv", Gap, ("node_id",), optional=True),
        "claims": reader.csv_records("claims.csv", Claim, ("claim_id",), optional=True),
        "glossary": reader.csv_records("glossary.csv", GlossaryEntry, ("words",), optional=True),
        "changes": reader.csv_records("changes.csv", Change, ("version", "what", "id"), optional=True),
    }
    parts |= _parts_of_cases(reader)
    if not reader.is_left_out("compare.yaml"):
        parts["compare"] = reader.yaml_record("compare.yaml", Compare)
    reader.add(strays_of_pack(reader.names, reader.asked))
    if reader.problems or info is None:
        raise PackError(reader.problems)
    parts["nodes"] = _in_the_order_of_the_net(info, parts["nodes"])
    return Pack(info=info, digest=reader.folder.digest(), **parts)


def _parts_of_cases(reader: _Reader) -> dict[str, Any]:
    """What is asked of a case, what is held against it, and the made-up cases: a pack may do without."""
    return {
        "facts": reader.csv_records("facts.csv", Fact, ("fact_id",), optional=True),
        "criteria": reader.csv_records("criteria.csv", Criterion, ("criterion_id",), optional=True),
        "criteria_gaps": reader.csv_records("criteria_gaps.csv", CriteriaGap, ("gap_id",), optional=True),
        "contradictions": reader.csv_records(
            "contradictions.csv", Contradiction, ("contradiction_id",), optional=True
        ),
        "cases": tuple(
            sorted(reader.yaml_records("cases", TeachingCase, optional=True), key=lambda case: case.order)
        ),
    }


def read_table(file: Path, model: type[AnyRecord], key: tuple[str, ...]) -> tuple[AnyRecord, ...]:
    """The records of one table that is no part of a pack, read as its tables are.

    Raises:
        PackError: the file is missing or a row does not have the shape of its model.
    """
    reader = _Reader(Folder(file.parent))
    records = reader.csv_records(file.name, model, key)
    if reader.problems:
        raise PackError(reader.problems)
    return records


def _in_the_order_of_the_net(info: PackInfo, nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Files have no order of their own, so the Net says in which order places are told."""
    places = {node_id: place for place, node_id in enumerate(n for box in info.net for n in box.nodes)}
    return tuple(sorted(nodes, key=lambda node: places.get(node.id, len(places))))


@dataclass
class _Reader:
    """Reads the files of a folder or zip. Keeps what is wrong with them, and the names that were asked."""

    folder: Folder | Archive
    problems: list[Problem] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)

    @cached_property
    def names(self) -> dict[str, bool]:
        """The names in the folder of the pack; without it there is nothing else to say."""
        try:
            return self.folder.names()
        except Refusal as refusal:
            raise PackError([_problem(str(self.folder.root), refusal)]) from None

    def yaml_record(self, name: str, model: type[AnyRecord], **known: str) -> AnyRecord | None:
        """The record of a YAML file; None if it was turned away."""
        self.asked.add(name.partition("/")[0])
        try:
            content = keys_of(text_of(self.folder.content(name)))
        except Refusal as refusal:
            self.add([_problem(name, refusal)])
            return None
        return self._record(model, {**content, **known}, name, known.get("id", "the file"))

    def yaml_records(
        self, directory: str, model: type[AnyRecord], *, optional: bool = False
    ) -> tuple[AnyRecord, ...]:
        """One record for each YAML file of a directory; the file's stem is the id."""
        if optional and self.is_left_out(directory):
            return ()
        names = self._names_of_records(directory)
        self.add(strays_of_records(directory, names))
        files = [name for name, is_folder in names.items() if _is_record(name, is_folder)]
        records = (self.yaml_record(f"{directory}/{name}", model, id=Path(name).stem) for name in files)
        return tuple(record for record in records if record is not None)

    def csv_records(
        self, name: str, model: type[AnyRecord], key: tuple[str, ...], *, optional: bool = False
    ) -> tuple[AnyRecord, ...]:
        """One record for each row of a table that was not turned away; ``optional`` tables may be missing."""
        lines = () if optional and self.is_left_out(name) else self._lines(name, key)
        records = (
            self._record(model, row, name, f"line {line} ({' to '.join(row[k] for k in key)})")
            for line, row in lines
        )
        return tuple(record for record in records if record is not None)

    def add(self, problems: Iterable[Problem]) -> None:
        """Keep problems; with very many of them, stop.

        Raises:
            PackError: there are more than anybody will read.
        """
        self.problems += islice(problems, MOST_PROBLEMS)
        if len(self.problems) >= MOST_PROBLEMS:
            raise PackError(self.problems)

    def is_left_out(self, name: str) -> bool:
        """Whether a pack does without this part; a file whose name is like it is still named as a stray."""
        self.asked.add(name)
        return name not in self.names

    def _lines(self, name: str, key: tuple[str, ...]) -> Iterator[tuple[int, Row]]:
        self.asked.add(name)
        try:
            for line in lines_of(text_of(self.folder.content(name)), key):
                if isinstance(line, Refusal):
                    self.add([_problem(name, line)])
                else:
                    yield line
        except Refusal as refusal:
            self.add([_problem(name, refusal)])

    def _names_of_records(self, directory: str) -> dict[str, bool]:
        self.asked.add(directory)
        try:
            names = self.folder.names(directory)
            if not any(_is_record(name, is_folder) for name, is_folder in names.items()):
                raise Refusal("There are no YAML files here.", "Add one file a record.", "the folder")
        except Refusal as refusal:
            self.add([_problem(f"{directory}/", refusal)])
            return {}
        return names

    def _record(
        self, model: type[AnyRecord], content: dict[str, Any] | Row, file: str, record: str
    ) -> AnyRecord | None:
        try:
            return record_of(model, content, file, record)
        except UnfitRecord as unfit:
            self.add(unfit.problems)
            return None


def _is_record(name: str, is_folder: bool) -> bool:
    return name.endswith(".yaml") and not is_folder and not is_passed_over(name)


def _problem(file: str, refusal: Refusal) -> Problem:
    return Problem(file, refusal.where, refusal.wrong, refusal.mend)
