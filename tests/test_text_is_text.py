"""Words of a pack and of a reader are shown as they are, wherever they stand: never as markup or a call."""

from __future__ import annotations

import doctest
import re
from collections.abc import Iterator, Mapping
from datetime import date
from types import ModuleType
from typing import Any

import pytest
from google.protobuf.message import Message
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from streamlit.testing.v1 import AppTest

from pages.shared import plain as plain_module
from pages.shared import templates
from pages.shared.plain import plain
from pathways import sheet
from pathways.map.svg import svg
from pathways.map.views import whole_map
from pathways.model import Pack, Record
from pathways.sheet import Person
from tests.opened import opened

HOST = "picture.invalid"
PICTURE = f"![I x](http://{HOST}/i.png)"
TAG = f"<img src=http://{HOST}/j.png>"
HOSTILE = f" {PICTURE} {TAG} $x$ :red[R x] :material/bug_report: ~~s~~ `c` *e* [L x](http://{HOST}) a@{HOST}"

# Codes and names that other records or the app look up; rules of the pack hold them.
LOOKED_UP = {
    *("link", "doi", "pmid", "pmcid", "unit", "kind", "subject", "guide"),
    *("digest", "version", "also_called", "expression", "asked_if"),
}


def hostile(record: Record) -> Record:
    """The same record with markup at the end of each text that its model lets a pack hold."""
    parts = {name: getattr(record, name) for name in type(record).model_fields}
    for name in parts.keys() - LOOKED_UP:
        changed = {**parts, name: _hostile(parts[name])}
        try:
            record, parts = type(record).model_validate(changed), changed
        except ValidationError:
            continue  # an id, a code or a number
    return record


def _hostile(value: Any) -> Any:
    if isinstance(value, str) and value:
        return value + HOSTILE
    if isinstance(value, Record):
        return hostile(value)
    if isinstance(value, Mapping):
        return {key: _hostile(one) for key, one in value.items()}
    return tuple(_hostile(one) for one in value) if isinstance(value, tuple) else value


@pytest.fixture(scope="session")
def hostile_pack(tiny: Pack) -> Pack:
    return hostile(tiny)  # type: ignore[return-value]


@pytest.fixture
def shown(hostile_pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pages.shared.page.current_pack", lambda: hostile_pack)


def strings(message: Message, path: str = "") -> Iterator[tuple[str, str]]:
    """Every string that is sent to the browser, with the path of its field."""
    for field, value in message.ListFields():
        here = f"{path}.{field.name}"
        many = value if field.is_repeated else [value]
        for one in many:
            if isinstance(one, Message):
                yield from strings(one, here)
            elif isinstance(one, str):
                yield here, one


# What Streamlit shows as it is, and reads no Markdown in.
NO_MARKDOWN = (
    *(".selectbox.options", ".selectbox.raw_value", ".multiselect.options", ".multiselect.raw_values"),
    *(".code.code_text", ".placeholder", ".alt", ".imgs.markup", ".imgs.url"),
)


ADDRESSES = (
    "",
    "about",
    "background?topic=what_tea_is",
    "background?topic=words",
    "case?case=leaves:old,thirst_months:8,wants_tea:yes&show=option&node=tea&group=tin",
    "case?case=smoke_seen:yes,burning_smell:new",
    "causes_and_tests",
    "causes_and_tests?cause=old_leaves",
    "causes_and_tests?show=signs",
    "causes_and_tests?show=tests",
    "causes_and_tests?test=taste",
    "compare?step=options",
    "compare?options=rest,tea",
    "compare?options=rest,tea&step=matters&matters=comfort:a_lot",
    "compare?options=rest,tea&step=check",
    "what_is_new",
    "what_is_new?what=place&kind=corrected",
    "mistake?finding=tea-01",
    "mistake?claim=poster-01",
    "evidence",
    "evidence?show=table",
    "evidence?show=pictures",
    "evidence?show=pictures&kind=ratios",
    "evidence?show=pictures&kind=scores",
    "evidence?subject=options",
    "evidence?subject=disagreements",
    "evidence?subject=gaps",
    "evidence?subject=sources",
    "evidence?finding=thirst-01&drawn=yes",
    "guides",
    "learn",
    "learn?guesses=tea-01:40:30:60,tea-02:1:1:1,tea-03:1:1:1,thirst-01:1:1:1",
    "learn?guesses=tea-01:40:30:60&number=9",
    "learn?show=claims",
    "learn?show=claims&verdicts=poster-01:supported,poster-02:supported",
    "learn?show=claims&verdicts=poster-01:supported&number=3",
    "learn?show=quiz",
    "learn?show=quiz&answers=basis-taste-hard_water:habit&number=11",
    "learn?show=contested",
    "learn?show=contested&reasons=tea-01",
    "learn?show=unknown",
    "learn?show=class&list=place:tea,case:chalk_and_straw&told=yes",
    "learn?show=walk",
    "learn?show=walk&case=chalk_and_straw",
    "learn?show=walk&case=chalk_and_straw&trail=smoke,old_leaves&number=1",
    "learn?show=walk&case=chalk_and_straw&trail=smoke,old_leaves&number=2&share=30",
    "learn?show=walk&case=chalk_and_straw&trail=smoke&number=2",
    "learn?show=walk&from=thirst&to=tea&trail=taste,choice,rest&number=4",
    "map",
    "map?view=whole",
    "map?view=route&from=thirst&to=tea",
    "scorecard",
    "search",
    "search?text=tea+thirst+leaf&shown=99",
    "take_home?options=rest,tea&matters=comfort:a_lot&decision=decide_leaves",
    "warning_signs",
    *(f"map?node=tea&part={part}" for part in ("about", "happens", "numbers", "living", "next", "unknown")),
)
"""Every page, and of those with several views each that shows words of the pack in another way."""


def sent(app: AppTest) -> Iterator[tuple[str, str]]:
    """Every string of a page, with the field that it stands in."""
    for element in app._tree:
        proto = getattr(element, "proto", None)
        if isinstance(proto, Message):
            kind = element.type
            yield from ((f".{kind}{path}", words) for path, words in strings(proto))


def faults(app: AppTest) -> Iterator[str]:
    """Each place where words of the pack could become something else than words."""
    for path, words in sent(app):
        if path.endswith(NO_MARKDOWN):
            continue
        # In HTML and in plotly's JSON a tag would be one; in Markdown, a picture would be one too.
        is_markup = TAG in words if path.endswith((".html.body", ".spec")) else PICTURE in words
        if is_markup:
            yield f"{path}: {words[:200]}"


@pytest.mark.usefixtures("shown")
@pytest.mark.parametrize("address", ADDRESSES)
def test_no_page_shows_words_of_a_pack_as_markup(address: str) -> None:
    app = opened(address)
    assert not app.exception
    assert any(HOST in words for _, words in sent(app))
    assert list(faults(app)) == []


@pytest.mark.usefixtures("shown")
@pytest.mark.parametrize(
    ("address", "function", "spoilt"),
    [
        ("background", "pages.shared.widgets.plain", str),
        ("take_home", "pages.parts.take_home.choices.plain", str),
        ("warning_signs", "pages.warning_signs.plain", str),
        ("about", "pages.shared.page.fixed", lambda _, **said: f"<p>{' '.join(map(str, said.values()))}</p>"),
    ],
)
def test_the_check_finds_words_that_are_not_made_plain(
    address: str, function: str, spoilt: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "pages.shared.plain.plain" if function.startswith("pages.warning_signs") else function
    monkeypatch.setattr(name, spoilt)
    assert list(faults(opened(address)))


def test_the_map_as_a_file_holds_words_as_words(hostile_pack: Pack) -> None:
    drawn = svg(whole_map(hostile_pack), caption=HOSTILE)
    assert HOST in drawn
    assert "<img" not in drawn


def test_the_sheet_holds_words_of_the_pack_and_of_the_person_as_words(hostile_pack: Pack) -> None:
    person = Person((), (HOSTILE,), HOSTILE)
    made = sheet.one_sheet(
        hostile_pack, ["rest", "tea"], person, made=date(2026, 1, 1), address="", about=HOSTILE
    )
    written = sheet.html(made)
    assert HOST in written
    assert TAG not in written


@pytest.mark.parametrize("module", [plain_module, templates])
def test_what_these_modules_say_of_themselves_is_true(module: ModuleType) -> None:
    found = doctest.testmod(module)
    assert found.attempted > 0
    assert found.failed == 0


@given(st.text())
def test_plain_words_lose_no_letter(words: str) -> None:
    # A backslash before a mark is how Markdown says the mark itself.
    read = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", plain(words))
    assert read.replace("\N{WORD JOINER}", "") == " ".join(words.split()).replace("\N{WORD JOINER}", "")


def test_common_words_are_left_as_they_are(real_pack: Pack) -> None:
    labels = [words for node in real_pack.nodes for words in (node.plain_label, *node.questions)]
    labels += [f"{matter.label}. {matter.plain}" for matter in real_pack.compare.matters]
    assert [plain(words) for words in labels] == labels
