"""``import pathways``: what it offers, what it gives, and what it leaves unloaded until it is asked for."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd
import pytest

import pathways
from pages.shared.catalogue import PAGES
from pathways.evidence import frames
from pathways.model import Claim, Criterion, Finding, Gap, Pack, Record, Source
from pathways.shipped import FONTS, PACK
from tests.patience import SECONDS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")

PAGES_WITH_TABLES = {"pages/causes_and_tests.py"}
"""Each of its pictures has the same in a table beside it, which is drawn with it."""

DTYPES = {"tuple": "object", "Literal": "category", "Decimal": "Float64", r"\bint\b": "Int64"}
"""What stands in the annotation of a field, and the type of its column."""

Frame = Callable[[Pack], pd.DataFrame]
FRAMES: list[tuple[Frame, type[Record], str]] = [
    (pathways.findings_frame, Finding, "findings"),
    (pathways.sources_frame, Source, "sources"),
    (pathways.gaps_frame, Gap, "gaps"),
    (pathways.claims_frame, Claim, "claims"),
    (pathways.criteria_frame, Criterion, "criteria"),
]


def _python(code: str) -> str:
    """What a fresh Python prints."""
    done = subprocess.run(  # noqa: S603 (our own code)
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=SECONDS, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_public_names_are_there_sorted_and_explained() -> None:
    assert pathways.__all__ == sorted(pathways.__all__)
    for name in pathways.__all__:
        assert inspect.getdoc(getattr(pathways, name)), name


def test_importing_the_library_loads_neither_pandas_nor_plotly_nor_streamlit() -> None:
    heavy = "{'pandas', 'plotly', 'streamlit', 'typst', 'resvg_py'}"
    assert _python(f"import sys, pathways; print({heavy} & set(sys.modules))") == "set()"


def test_a_table_loads_pandas_when_it_is_made() -> None:
    make = "import pathways, sys; pathways.gaps_frame(pathways.load_pack('tests/tiny_pack'))"
    assert _python(f"{make}; print('pandas' in sys.modules)") == "True"


def test_no_page_that_shows_no_table_waits_for_pandas() -> None:
    """One process opens them all: the first after which pandas is there is named."""
    pages = sorted({page.file for page in PAGES.values()} - PAGES_WITH_TABLES - {"app.py"})
    said = _python(f"""
import sys
from streamlit.testing.v1 import AppTest
for page in ("", *{pages!r}):
    app = AppTest.from_file({str(ROOT / "app.py")!r}, default_timeout={SECONDS})
    shown = (app.switch_page(page) if page else app).run()
    if shown.exception or "pandas" in sys.modules:
        print(page or "the start page", len(shown.exception))
        break
""")
    assert said == ""


@pytest.mark.parametrize("form", [str, Path])
def test_a_pack_is_read_from_a_folder_in_either_form(form: Callable[[Path], str | Path], tiny: Pack) -> None:
    assert pathways.load_pack(form(ROOT / "tests" / "tiny_pack")) == tiny


def test_without_a_folder_the_shipped_pack_is_read(real_pack: Pack) -> None:
    assert pathways.load_pack() == real_pack
    assert PACK.samefile(ROOT / "data" / "psps_t2")
    assert list(FONTS.glob("*.ttf"))


def test_the_lines_of_the_readme_run(real_pack: Pack) -> None:
    (lines,) = re.findall(
        r"^## Use it from Python\n.*?^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL
    )
    *before, last = lines.strip().splitlines()
    names: dict[str, Any] = {}
    exec("\n".join(before), names)  # noqa: S102 (the lines of our own README)
    shown = eval(last, names)  # noqa: S307
    assert names["after_screws"]
    assert set(names["after_screws"]) <= {node.plain_label for node in real_pack.nodes}
    assert len(shown)
    assert pd.api.types.is_numeric_dtype(shown["value"])


def test_the_graph_can_be_asked_in_words_that_people_know(tiny: Pack) -> None:
    labels = nx.get_node_attributes(pathways.care_graph(tiny), "label")
    assert labels == {node.id: node.plain_label for node in tiny.nodes}


@pytest.mark.parametrize(("frame", "model", "noun"), FRAMES)
def test_a_table_has_every_record_and_every_field(
    frame: Frame, model: type[Record], noun: str, real_pack: Pack
) -> None:
    made = frame(real_pack)
    indexed = [name for name in made.index.names if name]
    assert len(made) == len(getattr(real_pack, noun))
    assert set(model.model_fields) <= {*made.columns, *indexed}
    assert made.index.is_unique


@pytest.mark.parametrize(("frame", "model", "noun"), FRAMES)
def test_a_cell_says_what_its_record_says(
    frame: Frame, model: type[Record], noun: str, real_pack: Pack
) -> None:
    made = frame(real_pack).reset_index()
    for name in model.model_fields:
        for cell, record in zip(made[name], getattr(real_pack, noun), strict=True):
            said = getattr(record, name)
            assert (said is None and cell is pd.NA) or cell == (
                float(said) if isinstance(said, Decimal) else said
            )


@pytest.mark.parametrize(("frame", "model", "noun"), FRAMES)
def test_a_column_has_the_type_that_its_field_has(
    frame: Frame, model: type[Record], noun: str, real_pack: Pack, tiny: Pack
) -> None:
    empty = tiny.model_copy(update={noun: ()})
    for made in (frame(real_pack).reset_index(), frame(empty).reset_index()):
        for name, field in model.model_fields.items():
            told = "Literal" if name == "directness" else str(field.annotation)  # its codes are the pack's
            wanted = next((dtype for pattern, dtype in DTYPES.items() if re.search(pattern, told)), "str")
            assert str(made[name].dtype) == wanted, name


def test_no_figure_is_without_its_study(real_pack: Pack) -> None:
    made = pathways.findings_frame(real_pack)
    for finding in real_pack.findings:
        source = real_pack.source[finding.source_id]
        row = made.loc[finding.finding_id]
        assert (row["design"], row["funding"], row["link"]) == (source.design, source.funding, source.link)
        assert source.title in row["citation"]


def test_categories_hold_all_codes_also_those_that_no_row_has(tiny: Pack) -> None:
    made = pathways.findings_frame(tiny)
    for name in ("role", "measure", "bounds", "checked", "design", "funding"):
        assert tuple(made[name].cat.categories) == frames.CODES[name]
    assert list(made["directness"].cat.categories) == [group.id for group in tiny.info.groups]


def test_options_are_compared_and_the_map_is_drawn_from_the_front_door(tiny: Pack) -> None:
    compared = pathways.compare(tiny, ["tea"])
    assert [node.id for node in compared.options] == [tiny.compare.first, "tea"]
    drawn = pathways.whole_map(tiny)
    assert len(repr(drawn)) < 200
    assert pathways.map_svg(drawn).startswith("<svg ")


def test_questions_on_a_case_are_a_table_with_their_answers(real_pack: Pack) -> None:
    made = pathways.facts_frame(real_pack)
    assert list(made.index) == [fact.fact_id for fact in real_pack.facts]
    assert list(made["choices"]) == [fact.values for fact in real_pack.facts]
    assert pd.api.types.is_numeric_dtype(made["minimum"])


def test_a_case_is_read_from_the_front_door(tiny: Pack) -> None:
    reading = pathways.read_case(tiny, pathways.answers_of(tiny, [("leaves", "old")]))
    assert reading.rows["leaves_old"].state == "met"
