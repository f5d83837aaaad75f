"""No word of the pack that is shipped stands in the code: another pack could not be shown with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pathways.model import Pack

ROOT = Path(__file__).parents[1]
CODE = (".py", ".html", ".css", ".js", ".typ")

TELLING = (
    *("fusion", "spine", "spinal", "lumbar", "screw", "implant", "surgery", "osteotomy"),
    *("sacroiliac", "opioid", "neuromodulation", "epidural", "stimulator", "back surgery", "scar tissue"),
)
"""Words of the pack's own labels that no other pathway needs."""

NAMES_THE_PACK = {"pathways/shipped.py"}
"""The one place that says which pack is shipped."""


def files() -> dict[str, str]:
    """The text of each file of code and of each template, by its name."""
    found = [ROOT / "app.py", *(p for d in ("pages", "pathways", "scripts") for p in (ROOT / d).rglob("*"))]
    return {
        str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in found if path.suffix in CODE
    }


@pytest.mark.parametrize("word", TELLING)
def test_the_words_that_are_looked_for_are_those_of_the_shipped_pack(word: str, real_pack: Pack) -> None:
    names = [name for node in real_pack.nodes for name in (node.plain_label, *node.also_called)]
    names += [node.clinical_label for node in real_pack.nodes] + [real_pack.info.title]
    names += [topic.title for topic in real_pack.topics]
    names += [*(lane.label for lane in real_pack.info.lanes), *(box.plain for box in real_pack.info.net)]
    assert word in " ".join(names).casefold()


def test_no_word_of_the_pack_stands_in_code_or_templates() -> None:
    telling = re.compile("|".join(TELLING), re.IGNORECASE)
    found = {name: sorted(set(telling.findall(text))) for name, text in files().items()}
    assert {name: words for name, words in found.items() if words and name not in NAMES_THE_PACK} == {}


def test_no_code_names_a_record_of_the_pack(real_pack: Pack) -> None:
    """Ids of one word may be a word of everyday; those of several name a place, a finding or a source."""
    ids = {*real_pack.node, *real_pack.finding, *real_pack.source, *real_pack.topic, real_pack.info.id}
    telling = {name for name in ids if "_" in name or "-" in name}
    named = {name: telling & set(re.findall(r"[\w-]+", text)) for name, text in files().items()}
    assert {name: ids for name, ids in named.items() if ids and name not in NAMES_THE_PACK} == {}
