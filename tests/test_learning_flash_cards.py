"""Cards to learn from: one for each item of a set, with its sources, in a file that Anki reads."""

from __future__ import annotations

import csv

import pytest

from pathways import evidence
from pathways.exports import FORMATS
from pathways.learning import claims, guessing, questions
from pathways.learning.flash_cards import FlashCard, flash_cards
from pathways.learning.seeds import SET
from pathways.model import Pack


def read_back(data: bytes) -> list[list[str]]:
    """The cards of a file, as Anki reads them: lines that begin with # say how."""
    lines = data.decode().splitlines()
    return list(csv.reader([line for line in lines if not line.startswith("#")], delimiter="\t"))


@pytest.mark.parametrize("exercise", ["guess", "claims", "quiz"])
def test_a_set_makes_as_many_cards_and_a_file_of_them_is_read_back(real_pack: Pack, exercise: str) -> None:
    cards = flash_cards(real_pack, exercise, 3)
    assert len(cards) == SET
    found = read_back(FORMATS["anki"].write(cards, real_pack))
    assert [row[0] for row in found] == [" ".join(card.front.split()) for card in cards]
    for row, card in zip(found, cards, strict=True):
        assert len(row) == 3
        assert row[2].split() == [real_pack.info.id, *card.tags]
        assert real_pack.info.version in row[1]


def test_the_back_of_a_share_holds_its_range_and_its_source_and_the_front_neither(real_pack: Pack) -> None:
    for card, told in zip(flash_cards(real_pack, "guess", 1), guessing.figures(real_pack, 1), strict=True):
        assert told.says in card.back
        assert told.interval in card.back
        assert told.citation in card.back
        assert told.says not in card.front
        assert told.population in card.front


def test_the_back_of_a_claim_and_of_a_question_holds_what_they_rest_on(real_pack: Pack) -> None:
    for card, claim in zip(
        flash_cards(real_pack, "claims", 1), claims.claims_to_sort(real_pack, 1), strict=True
    ):
        assert claim.reason in card.back
        for finding in claim.findings:
            source = real_pack.source[real_pack.finding[finding].source_id]
            assert evidence.citation(source) in card.back
    for card, asked in zip(flash_cards(real_pack, "quiz", 1), questions.questions(real_pack, 1), strict=True):
        assert card.back.startswith(asked.answer.words)
        for source in asked.basis or ():
            assert evidence.citation(real_pack.source[source]) in card.back


def test_no_card_is_lost_to_a_comment_or_torn_by_a_tab(tiny: Pack) -> None:
    cards = [FlashCard("#1 of\tall", 'He said "tea"\nand more', ("quiz",))]
    ((front, back, _),) = read_back(FORMATS["anki"].write(cards, tiny))
    assert front == " #1 of all"
    assert back.startswith('He said "tea" and more')


def test_other_exercises_have_no_cards(real_pack: Pack) -> None:
    assert flash_cards(real_pack, "walk", 1) == ()
