"""Each code stands once, with its label, in one order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

import pytest

from pathways.map.shapes import BOXES, LINES
from pathways.model import vocabulary

ROOT = Path(__file__).parents[1]
TABLES: list[tuple[Mapping[Any, object], Any]] = [
    (vocabulary.NODE_KINDS, vocabulary.NodeKind),
    (vocabulary.EDGE_KINDS, vocabulary.EdgeKind),
    (vocabulary.RESULT_LABELS, vocabulary.TestResult),
    (vocabulary.TOGETHERNESS_LABELS, vocabulary.Togetherness),
    (vocabulary.SECTION_LABELS, vocabulary.CardSection),
    (vocabulary.AREA_LABELS, vocabulary.LivingArea),
    (vocabulary.ROLE_LABELS, vocabulary.Role),
    (vocabulary.MEASURE_LABELS, vocabulary.Measure),
    (vocabulary.INTERVAL_LABELS, vocabulary.IntervalKind),
    (vocabulary.DESIGN_LABELS, vocabulary.Design),
    (vocabulary.FUNDING_LABELS, vocabulary.Funding),
    (vocabulary.READ_LABELS, vocabulary.ReadIn),
    (vocabulary.CHECKED_LABELS, vocabulary.YesNo),
    (vocabulary.VERDICT_LABELS, vocabulary.Verdict),
    (vocabulary.VERDICT_COUNTS, vocabulary.Verdict),
    (vocabulary.CASE_STATE_LABELS, vocabulary.CaseState),
    (vocabulary.CRITERION_KINDS, vocabulary.CriterionKind),
    (vocabulary.SOURCES_SAY_LABELS, vocabulary.SourcesSay),
]


@pytest.mark.parametrize(("table", "codes"), TABLES)
def test_every_code_has_its_label_in_the_order_of_its_type(table: Mapping[Any, object], codes: Any) -> None:
    assert list(table) == list(get_args(codes))


@pytest.mark.parametrize(("table", "codes"), TABLES)
def test_no_two_codes_have_the_same_label(table: Mapping[Any, object], codes: Any) -> None:  # noqa: ARG001
    labels = [label for label in table.values() if label]
    assert len(set(labels)) == len(labels)


def test_every_kind_is_drawn_in_the_order_of_the_vocabulary() -> None:
    assert list(BOXES) == list(vocabulary.NODE_KINDS)
    assert list(LINES) == list(vocabulary.EDGE_KINDS)


@pytest.mark.parametrize("meaning", ["is_urgent", "is_return", "is_usual", "is_escalation"])
def test_one_kind_of_edge_has_each_meaning(meaning: str) -> None:
    assert sum(getattr(terms, meaning) for terms in vocabulary.EDGE_KINDS.values()) == 1


def test_a_kind_of_edge_is_named_where_it_is_worded_where_it_is_drawn_and_where_it_is_coloured() -> None:
    """Whoever adds a kind touches these files and no other; examples in docstrings do not count."""
    kinds = "|".join(kind for kind in vocabulary.EDGE_KINDS if kind != "return")
    named = re.compile(rf"""["'.](?:{kinds})\b""")
    folders = ("pathways", "pages")
    files = (path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in ALL_CODE)
    found = {path.name for path in files if named.search(_without_examples(path))}
    assert found == {"vocabulary.py", "shapes.py", "map.css"}


ALL_CODE = {".py", ".js", ".css", ".html"}


def _without_examples(path: Path) -> str:
    return re.sub(r"^\s*>>>.*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
