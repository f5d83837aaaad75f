"""docs/pack.md: does it name every file, every field and every code that the models allow, and no other?"""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from pathways import model
from pathways.checks import SECTIONS_OF_KIND
from pathways.loading import read_pack
from pathways.model.units import UNIT_LABELS

PAGE = (Path(__file__).parents[1] / "docs" / "pack.md").read_text(encoding="utf-8")

RECORDS_OF_SECTION: dict[str, tuple[type[model.Record], ...]] = {
    "Nodes": (model.Node, model.LivingWith),
    "Topics": (model.Topic, model.TopicSection),
    "Edges": (model.Edge,),
    "Findings": (model.Finding,),
    "Sources": (model.Source,),
    "Gaps": (model.Gap,),
    "Claims": (model.Claim,),
    "Glossary": (model.GlossaryEntry,),
    "Facts": (model.Fact, model.Choice),
    "Criteria": (model.Criterion,),
    "Criteria gaps": (model.CriteriaGap,),
    "Contradictions": (model.Contradiction,),
    "Changes": (model.Change,),
    "Cases": (model.TeachingCase, model.Expected, model.CaseDecision, model.CaseChoice, model.CaseTwist),
    "pack.yaml": (
        model.PackInfo,
        model.Examples,
        model.CausesAndTests,
        model.Counting,
        model.Everywhere,
        model.Emergency,
        model.EmergencySign,
        model.ClaimWords,
        model.CaseWords,
        model.Coding,
        model.Group,
        model.OutcomeGroup,
        model.Unit,
        model.Instrument,
        model.Lane,
        model.OverviewBox,
        model.HeadlineQuestion,
    ),
    "compare.yaml": (
        model.Compare,
        model.CompareRow,
        model.Applicability,
        model.ComparatorArm,
        model.Preference,
        model.Preset,
        model.BriefWords,
        model.CheckedSentence,
        model.Reversibility,
    ),
}

KNOWN_BY_THE_FILE = {(model.Node, "id"), (model.Topic, "id"), (model.TeachingCase, "id")}
"""The file's name says them."""

CODES_OF_SECTION = {
    "Nodes": model.NodeKind,
    "Edges": model.EdgeKind | model.TestResult,
    "Findings": model.Role | model.Measure | model.IntervalKind,
    "Sources": model.Design | model.Funding,
    "Claims": model.Verdict,
    "Facts": model.FactKind | model.FactForm,
    "Criteria": model.CriterionKind,
    "Changes": model.ChangeKind | model.ChangedThing,
    "Cases": model.CaseState | model.SourcesSay,
    "compare.yaml": model.CardSection | model.LivingArea,
}


def test_every_file_of_the_pack_has_its_row(real_folder: Path) -> None:
    files = {path.name for path in real_folder.iterdir() if path.is_file()}
    folders = {path.name for path in real_folder.iterdir() if path.is_dir()}
    rows = re.findall(r"^\| \[`([^`/]+)", PAGE, re.MULTILINE)
    assert sorted(rows) == sorted(files | folders)


@pytest.mark.parametrize("heading", RECORDS_OF_SECTION)
def test_every_field_is_described_in_the_section_of_its_file(heading: str) -> None:
    names = {name for record in RECORDS_OF_SECTION[heading] for name in _fields(record)}
    assert names - _marked(heading) == set()


def test_every_record_of_a_pack_has_its_section() -> None:
    described = {record for records in RECORDS_OF_SECTION.values() for record in records}
    named = {value for value in vars(model).values() if isinstance(value, type)}
    assert {record for record in named if issubclass(record, model.Record)} == described | {
        model.Pack,
        model.Record,
    }


@pytest.mark.parametrize("heading", CODES_OF_SECTION)
def test_every_allowed_code_is_named(heading: str) -> None:
    assert _codes(CODES_OF_SECTION[heading]) - _marked(heading) == set()


def test_every_unit_that_any_pack_may_use_is_named() -> None:
    assert UNIT_LABELS.keys() - {""} - _marked("Findings") == set()


@pytest.mark.parametrize(
    ("heading", "column", "allowed"),
    [
        ("Edges", "kind", model.EdgeKind),
        ("Findings", "role", model.Role),
        ("Findings", "measure", model.Measure),
        ("Claims", "verdict", model.Verdict),
    ],
)
def test_no_code_is_named_that_the_model_refuses(heading: str, column: str, allowed: object) -> None:
    (table,) = re.findall(rf"^\| {column} \|.*\n\|[ -|]+\n((?:\|.*\n)+)", _section(heading), re.MULTILINE)
    named = {code for row in table.splitlines() for code in re.findall(r"`(\w+)`", row.split("|")[1])}
    assert named == _codes(allowed)


def test_the_sections_that_a_kind_of_node_needs_are_those_that_are_asked() -> None:
    row_of_a_kind = r"^\| (option|test|cause|emergency|step) \| (.+) \|$"
    rows = dict(re.findall(row_of_a_kind, _section("Nodes"), re.MULTILINE))
    areas = set(model.LivingWith.model_fields)
    told = {kind: set(re.findall(r"`(\w+)`", row)) - areas for kind, row in rows.items()}
    assert told == {kind: set(needed) for kind, needed in SECTIONS_OF_KIND.items() if needed}


def test_the_example_marks_are_findings_sources_and_nodes_of_the_pack(real_folder: Path) -> None:
    pack = read_pack(real_folder)
    assert {"ct-02", "ct-01", "ct-04"} <= set(pack.finding)
    assert "choudhri2014" in pack.source
    assert "physical_therapy" in pack.node


def _section(heading: str) -> str:
    _, _, rest = PAGE.partition(f"\n## {heading}\n")
    return rest.partition("\n## ")[0]


def _marked(heading: str) -> set[str]:
    return set(re.findall(r"`([^`]+)`", _section(heading)))


def _fields(record: type[model.Record]) -> set[str]:
    fields = record.model_fields.items()
    return {info.alias or name for name, info in fields if (record, name) not in KNOWN_BY_THE_FILE}


def _codes(allowed: object) -> set[str]:
    """The words of a Literal, or of several."""
    found = {code for part in get_args(allowed) for code in (get_args(part) or (part,))}
    return {str(code) for code in found if code}
