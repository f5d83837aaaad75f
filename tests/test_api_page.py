"""docs/api.md says what the docstrings say, and says all of it."""

from __future__ import annotations

import re

import pytest

import pathways
from scripts import api

WRITTEN = api.PAGE.read_text(encoding="utf-8")


def test_the_page_is_as_the_docstrings_are() -> None:
    assert api.page() == WRITTEN, "Type make api."


def test_every_public_name_has_a_row_with_a_whole_sentence() -> None:
    rows = dict(re.findall(r"^\| `(\w+)[^`]*` \| (.*) \|$", WRITTEN, re.MULTILINE))
    assert rows.keys() >= set(pathways.__all__)
    assert all(words.endswith(".") for words in rows.values())


def test_no_row_shows_a_folder_of_a_machine_or_breaks_its_table() -> None:
    rows = [line for line in WRITTEN.splitlines() if line.startswith("| `")]
    assert not [row for row in rows if "Path(" in row or len(re.findall(r"(?<!\\)\|", row)) != 3]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("One :class:`~pathways.model.Source`, by ``id``. More of it.", "One `Source`, by `id`."),
        ("Over two\n    lines.\n\n    And more.", "Over two lines."),
        ("With 0.5 of it\n\nand no full stop", "With 0.5 of it"),
        ("Either ``a | b``.", r"Either `a \| b`."),
    ],
)
def test_the_first_sentence_of_a_docstring_is_taken(words: str, sentence: str) -> None:
    assert api.first_sentence(words) == sentence
