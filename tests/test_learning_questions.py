"""Questions from the data: one answer is right, and the others are wrong by the records themselves.

The checks here read the records anew, and ask nothing of the code that made the questions.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest

from pathways.learning.questions import MAKERS, MOST_CHOICES, Question, asked_of, questions
from pathways.learning.seeds import SET
from pathways.model import Edge, Pack
from pathways.text import markup
from pathways.text.sentences import capitalised

SEEDS = range(1, 200)


@pytest.fixture(scope="module", params=["real", "tiny"])
def asked(request: pytest.FixtureRequest, real_pack: Pack, tiny: Pack) -> tuple[Pack, list[Question]]:
    """Each question that any of many sets asks of a pack, with the pack."""
    pack = real_pack if request.param == "real" else tiny
    return pack, [question for seed in SEEDS for question in questions(pack, seed)]


def edges(pack: Pack, start: str, end: str) -> list[Edge]:
    return [edge for edge in pack.edges if (edge.start, edge.end) == (start, end)]


def is_way_of_a_warning_sign(pack: Pack, edge: Edge) -> bool:
    return edge.kind == "urgent" or pack.node[edge.end].kind == "emergency"


def ends_of(pack: Pack, question: Question) -> tuple[str, str]:
    """The two places of a question about a way, from its id."""
    name = question.id.partition("-")[2]
    (found,) = [e for e in pack.edges if f"{e.start}-{e.end}" == name]
    return found.start, found.end


def name_is_wrong(pack: Pack, question: Question, words: str, choice: str) -> bool:
    node = pack.node[question.node]
    return words == pack.node[choice].clinical_label and words not in (
        *(node.plain_label, node.clinical_label),
        *node.also_called,
    )


def test_is_wrong(pack: Pack, question: Question, words: str, choice: str) -> bool:
    cause = pack.node[question.node]
    test = pack.node[choice]
    links = {
        (a.id, piece.target)
        for a in (cause, test)
        for _, text in a.prose()
        for piece in markup.pieces(text)
        if isinstance(piece, markup.Link)
    }
    return (
        test.kind == "test"
        and words == test.plain_label
        and not edges(pack, test.id, cause.id)
        and not edges(pack, cause.id, test.id)
        and not any({test.id, cause.id} <= set(finding.nodes) for finding in pack.findings)
        and not links & {(cause.id, test.id), (test.id, cause.id)}
    )


test_is_wrong.__test__ = False  # type: ignore[attr-defined]  # it is asked of wrong tests, and is none


def way_is_wrong(pack: Pack, question: Question, words: str, choice: str) -> bool:
    start, end = ends_of(pack, question)
    everywhere = pack.info.everywhere.to if pack.info.everywhere else None
    return choice not in (end, start, everywhere) and not edges(pack, start, choice) and words != ""


def sign_is_wrong(pack: Pack, question: Question, words: str, choice: str) -> bool:
    start, end = ends_of(pack, question)
    everywhere = pack.info.everywhere.to if pack.info.everywhere else None
    (way,) = edges(pack, start, choice)
    (right,) = edges(pack, start, end)
    return (
        choice != everywhere
        and words == pack.node[choice].plain_label
        and not is_way_of_a_warning_sign(pack, way)
        and way.condition != right.condition
    )


def condition_is_wrong(pack: Pack, question: Question, words: str, choice: str) -> bool:
    start, end = ends_of(pack, question)
    return words in {way.condition for way in edges(pack, start, choice)} and words not in {
        way.condition for way in edges(pack, start, end)
    }


def basis_is_wrong(pack: Pack, question: Question, words: str, choice: str) -> bool:  # noqa: ARG001
    (way,) = edges(pack, *ends_of(pack, question))
    return (choice == "habit") == bool(way.basis)


def gap_is_wrong(pack: Pack, question: Question, words: str, choice: str) -> bool:
    finding = pack.finding[choice]
    missing = {asked_of(gap) for gap in pack.gaps if gap.node_id == question.node}
    outcome = capitalised(finding.words("outcome", "patients"))
    return question.node in finding.nodes and outcome == words and words not in missing


WRONG: dict[str, Callable[[Pack, Question, str, str], bool]] = {
    "name": name_is_wrong,
    "test": test_is_wrong,
    "way": way_is_wrong,
    "sign": sign_is_wrong,
    "when": condition_is_wrong,
    "basis": basis_is_wrong,
    "gap": gap_is_wrong,
}


def kind_of(question: Question) -> str:
    return question.id.partition("-")[0]


def test_every_wrong_answer_is_wrong_by_the_records(asked: tuple[Pack, list[Question]]) -> None:
    pack, found = asked
    for question in found:
        for choice in question.choices:
            if choice.id != question.right:
                is_wrong = WRONG[kind_of(question)]
                assert is_wrong(pack, question, choice.words, choice.id), (question.asks, choice)


def right_is_right(pack: Pack, question: Question) -> bool:
    words = question.answer.words
    match kind_of(question):
        case "name":
            return words == pack.node[question.node].clinical_label
        case "test":
            return bool(edges(pack, question.right, question.node))
        case "gap":
            return words in {asked_of(gap) for gap in pack.gaps if gap.node_id == question.node}
    start, end = ends_of(pack, question)
    (way,) = edges(pack, start, end)
    match kind_of(question):
        case "when":
            return words == way.condition
        case "basis":
            return (question.right == "source") == bool(way.basis)
        case "sign":
            heading = pack.info.emergency.heading if pack.info.emergency else ""
            return is_way_of_a_warning_sign(pack, way) and words in (pack.node[end].plain_label, heading)
    return words == pack.node[end].plain_label and way.condition in question.asks


def test_the_right_answer_is_right_by_the_records(asked: tuple[Pack, list[Question]]) -> None:
    pack, found = asked
    assert [question.asks for question in found if not right_is_right(pack, question)] == []


def test_no_two_answers_read_the_same_and_one_is_right(asked: tuple[Pack, list[Question]]) -> None:
    for question in asked[1]:
        assert 2 <= len(question.choices) <= MOST_CHOICES
        for one, other in combinations(question.choices, 2):
            assert one.words.casefold() != other.words.casefold()
            assert one.id != other.id
        assert [choice.id for choice in question.choices].count(question.right) == 1


def test_an_ordinary_way_is_never_asked_for_where_a_warning_sign_is_the_answer(
    asked: tuple[Pack, list[Question]],
) -> None:
    """Who learns the map must not learn to pass over a warning sign."""
    pack, found = asked
    for question in found:
        if kind_of(question) in ("way", "when", "basis"):
            (way,) = edges(pack, *ends_of(pack, question))
            assert way.kind != "urgent"
            starts_at_emergency = pack.node[way.start].kind == "emergency"
            assert pack.node[way.end].kind != "emergency" or starts_at_emergency


@pytest.mark.parametrize("seed", range(1, 40))
def test_a_set_asks_ten_questions_of_every_kind(real_pack: Pack, seed: int) -> None:
    found = questions(real_pack, seed)
    assert len({question.id for question in found}) == len(found) == SET
    assert {kind_of(question) for question in found} == set(WRONG)
    assert len(MAKERS) == len(WRONG) + 1  # results and routes both ask about ways


def test_a_seed_asks_the_same_and_another_something_else(real_pack: Pack) -> None:
    assert questions(real_pack, 5) == questions(real_pack, 5)
    assert len({tuple(q.id for q in questions(real_pack, seed)) for seed in SEEDS}) == len(SEEDS)


def test_the_place_of_the_right_answer_gives_nothing_away(real_pack: Pack) -> None:
    places = [
        [choice.id for choice in question.choices].index(question.right)
        for seed in SEEDS
        for question in questions(real_pack, seed)
        if len(question.choices) == MOST_CHOICES
    ]
    shares = [places.count(place) / len(places) for place in range(MOST_CHOICES)]
    assert min(shares) > 0.2
    assert max(shares) < 0.3


def test_options_causes_tests_and_emergencies_are_all_asked_about(
    asked: tuple[Pack, list[Question]],
) -> None:
    pack, found = asked
    kinds = {pack.node[question.node].kind for question in found}
    assert {"cause", "option", "emergency", "test"} <= kinds


def test_a_question_leads_to_a_card_and_to_sources_that_are_there(
    asked: tuple[Pack, list[Question]],
) -> None:
    pack, found = asked
    for question in found:
        assert question.node in pack.node
        assert all(source in pack.source for source in question.basis or ())
        assert question.why


@pytest.mark.parametrize("seed", range(1, 60))
def test_no_question_of_a_set_is_about_the_way_of_another(real_pack: Pack, seed: int) -> None:
    ways = []
    for question in questions(real_pack, seed):
        match kind_of(question):
            case "way" | "when" | "basis" | "sign":
                ways.append(frozenset(ends_of(real_pack, question)))
            case "test":
                ways.append(frozenset({question.right, question.node}))
    assert len(ways) == len(set(ways)) > 0


def test_no_answer_about_a_gap_is_an_internal_note(real_pack: Pack) -> None:
    asked = [gap for gap in real_pack.gaps if asked_of(gap)]
    assert len(asked) > 40
    for gap in asked:
        words = asked_of(gap)
        assert words[0].lower() + words[1:] in gap.said or words in gap.said
        assert ";" not in words
    told = [q for seed in SEEDS for q in questions(real_pack, seed) if kind_of(q) == "gap"]
    notes = {gap.missing for gap in real_pack.gaps}
    assert not [q for q in told if q.answer.words in notes]


def test_the_answer_to_a_sign_repeats_none_of_its_words(real_pack: Pack) -> None:
    told = {q for seed in SEEDS for q in questions(real_pack, seed) if kind_of(q) == "sign"}
    assert len(told) > 20
    assert real_pack.info.emergency
    for question in told:
        if question.answer.words == real_pack.info.emergency.heading:
            continue
        start, end = ends_of(real_pack, question)
        (way,) = edges(real_pack, start, end)
        words = {word.strip(",")[:4] for word in way.condition.casefold().split() if len(word) > 3}
        assert not words & {word.strip(",")[:4] for word in question.answer.words.casefold().split()}
