"""Guess, then see: which figures are asked for, how far a guess lies from one, and how a set went."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import strategies as st

from pathways.evidence import RANGE_NOT_REPORTED
from pathways.learning.guessing import (
    Guess,
    Guessed,
    can_be_guessed,
    figures,
    guessed,
    in_words,
    progress,
    share_of,
)
from pathways.learning.seeds import SET
from pathways.model import Pack

PARTS = st.integers(0, 100)


@pytest.mark.parametrize(("mark", "low", "high"), [(50, 60, 70), (50, 10, 40), (101, 0, 101), (0, -1, 1)])
def test_a_guess_out_of_order_or_off_the_line_is_refused(mark: int, low: int, high: int) -> None:
    with pytest.raises(ValueError, match="in order, from 0 to 100"):
        Guess(mark, low, high)


@pytest.mark.parametrize("seed", range(1, 60))
def test_a_set_asks_for_ten_different_shares_with_a_figure(real_pack: Pack, seed: int) -> None:
    asked = figures(real_pack, seed)
    assert len({told.id for told in asked}) == len(asked) == SET
    assert all(told.finding.value is not None and told.own.percents for told in asked)


def test_every_share_of_the_pack_is_asked_for_sooner_or_later(real_pack: Pack) -> None:
    shares = {finding.finding_id for finding in real_pack.findings if can_be_guessed(finding)}
    seen = {told.id for seed in range(1, 300) for told in figures(real_pack, seed)}
    assert seen == shares


def test_what_is_asked_tells_nothing_of_the_figure(real_pack: Pack) -> None:
    """The label and the group are shown before the guess: they must not hold the share."""
    for finding in (finding for finding in real_pack.findings if can_be_guessed(finding)):
        assert "%" not in finding.words("outcome", "patients")
        assert "of 100" not in finding.words("outcome", "patients")
        assert " in 100" not in finding.words("population", "patients")


def test_range_not_reported_is_said_as_often_as_it_is_true(real_pack: Pack) -> None:
    for seed in range(1, 40):
        asked = figures(real_pack, seed)
        made = progress(guessed(asked, {told.id: Guess(50, 25, 75) for told in asked}))
        without = [told for told in asked if told.finding.low is None and told.finding.high is None]
        assert made
        assert made.without_range == len(without)
        assert [told for told in asked if told.interval == RANGE_NOT_REPORTED] == without


def test_a_share_is_worked_out_from_its_counts(tiny: Pack) -> None:
    finding = tiny.finding["tea-01"].model_copy(update={"events": 1, "total": 8, "value": Decimal(13)})
    assert share_of(finding) == Decimal("12.5")


def test_a_range_alone_is_no_share_to_guess(tiny: Pack) -> None:
    finding = tiny.finding["tea-02"].model_copy(update={"value": None, "events": None})
    assert not can_be_guessed(finding)
    with pytest.raises(ValueError, match="gives no single share"):
        share_of(finding)


@pytest.mark.parametrize("role", ["test_accuracy", "criterion", "timing", "cost"])
def test_a_share_that_may_be_of_others_than_the_group_named_is_not_asked_for(tiny: Pack, role: str) -> None:
    assert can_be_guessed(tiny.finding["tea-01"])
    assert not can_be_guessed(tiny.finding["tea-01"].model_copy(update={"role": role}))


def test_distances_and_ranges_are_those_of_the_guesses(tiny: Pack) -> None:
    asked = {told.id: told for told in figures(tiny, 1)}
    near = Guessed(asked["tea-01"], Guess(70, 60, 80))  # 30 of 40 are 75
    far = Guessed(asked["thirst-01"], Guess(90, 80, 100))  # 10 of 40 are 25
    assert (near.distance, near.is_held) == (5, True)
    assert (far.distance, far.is_held) == (65, False)
    made = progress([near, far])
    assert made
    assert (made.number, made.mean_distance, made.held) == (2, 35, 1)
    assert made.most_surprising == (far, near)
    assert in_words(made) == "2 guesses so far: on average 35 away, 1 of 2 ranges held the figure"


def test_before_the_first_guess_there_is_no_progress() -> None:
    assert progress([]) is None


def test_what_was_guessed_of_other_figures_does_not_count(tiny: Pack) -> None:
    assert guessed(figures(tiny, 1), {"nowhere-01": Guess(1, 1, 1)}) == ()
