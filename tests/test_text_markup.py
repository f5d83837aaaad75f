"""The three marks of prose: how a paragraph is cut at them, and what it says itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.model import Node, Pack, Topic
from pathways.text.markup import Cite, Link, Piece, Quote, Text, own_words, pieces


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("", []),
        ("Plain words.", [Text("Plain words.")]),
        ("[tea-01]", [Cite("tea-01")]),
        ("[leaf_study]", [Cite("leaf_study")]),
        ("[2002leaf]", [Cite("2002leaf")]),
        ("{tea-01}", [Quote("tea-01")]),
        ("[a tin](old_leaves)", [Link("a tin", "old_leaves")]),
        ("It helps [tea-01].", [Text("It helps "), Cite("tea-01"), Text(".")]),
        ("[tea-01] [tea-02]", [Cite("tea-01"), Text(" "), Cite("tea-02")]),
        ("{tea-01}{tea-02}", [Quote("tea-01"), Quote("tea-02")]),
        (
            "Drink [tea](tea) [tea-01]. {tea-03}",
            [Text("Drink "), Link("tea", "tea"), Text(" "), Cite("tea-01"), Text(". "), Quote("tea-03")],
        ),
    ],
)
def test_a_paragraph_is_cut_at_its_marks(paragraph: str, expected: list[Piece]) -> None:
    assert list(pieces(paragraph)) == expected


@pytest.mark.parametrize(
    "words",
    [
        "[Two words]",
        "[Tea-01]",
        "{Not an id}",
        "[]",
        "{}",
        "(tea)",
        "[open",
        "{open",
        "a] b} c",
        "[ ]",
    ],
)
def test_brackets_that_hold_no_id_are_plain_words(words: str) -> None:
    assert list(pieces(words)) == [Text(words)]


def test_a_link_whose_target_is_no_id_leaves_its_words_unlinked() -> None:
    assert list(pieces("[a site](https://example.org)")) == [Text("[a site](https://example.org)")]


@pytest.mark.parametrize(
    ("paragraph", "words"),
    [
        ("Plain words.", "Plain words."),
        ("It helps [tea-01].", "It helps ."),
        ("{tea-01}", ""),
        ("{tea-01} {tea-02}", ""),
        ("See [a tin](old_leaves).", "See a tin."),
        ("  Two\n  lines.  ", "Two lines."),
    ],
)
def test_own_words_leave_out_what_others_say(paragraph: str, words: str) -> None:
    assert own_words(paragraph) == words


def written(piece: Piece) -> str:
    """The piece as an editor would type it."""
    match piece:
        case Cite(name):
            return f"[{name}]"
        case Quote(name):
            return f"{{{name}}}"
        case Link(words, target):
            return f"[{words}]({target})"
        case Text(words):
            return words


@given(st.text())
def test_nothing_that_was_typed_is_lost(paragraph: str) -> None:
    assert "".join(written(piece) for piece in pieces(paragraph)) == paragraph


ids = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
marks = st.builds(Cite, ids) | st.builds(Quote, ids) | st.builds(Link, ids, ids)


@given(st.lists(marks))
def test_marks_are_read_back_as_they_were_written(typed: list[Piece]) -> None:
    paragraph = " ".join(written(mark) for mark in typed)
    assert [piece for piece in pieces(paragraph) if piece != Text(" ")] == typed


def test_no_bracket_is_left_over_in_the_real_pack(real_pack: Pack) -> None:
    parts: list[Node | Topic] = [*real_pack.nodes, *real_pack.topics]
    everything = [paragraph for part in parts for _, paragraph in part.prose()]
    left = [p for p in everything if set(own_words(p)) & set("[]{}")]
    assert left == []


def test_the_prose_of_a_card_holds_each_section_and_area(tiny: Pack) -> None:
    sections = [section for section, _ in tiny.node["tea"].prose()]
    assert sections == [
        *("summary", "what_it_is", "before", "during", "after", "considered_for", "not_for", "questions"),
        *("body", "mind", "daily_life", "work", "driving", "follow_up"),
    ]


def test_the_prose_of_a_topic_stands_under_its_headings(tiny: Pack) -> None:
    assert [heading for heading, _ in tiny.topic["what_tea_is"].prose()] == ["summary", "Leaves", "Water"]
