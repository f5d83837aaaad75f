"""An order by seed: the same for everybody, and no item moves because another one came."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pathways.learning.seeds import dealt, shuffled

WORDS = st.lists(st.text(max_size=4), unique=True, max_size=12)


@given(WORDS, st.integers(1, 10**9))
def test_a_seed_gives_one_order_whatever_the_order_before(words: list[str], seed: int) -> None:
    assert shuffled(words, seed, str) == shuffled(reversed(words), seed, str)
    assert sorted(shuffled(words, seed, str)) == sorted(words)


@given(WORDS, st.text(min_size=5, max_size=5), st.integers(1, 10**9))
def test_a_new_item_moves_no_other(words: list[str], new: str, seed: int) -> None:
    with_new = shuffled([*words, new], seed, str)
    assert tuple(word for word in with_new if word != new) == shuffled(words, seed, str)


def test_seeds_differ() -> None:
    orders = {shuffled("abcdef", seed, str) for seed in range(1, 30)}
    assert len(orders) > 20


def test_the_order_is_the_same_on_every_machine() -> None:
    assert shuffled("abcd", 7, str) == ("b", "a", "c", "d")


@given(st.lists(WORDS), st.integers(0, 20))
def test_dealing_takes_from_every_hand_in_turn_and_no_more_than_asked(
    hands: list[list[str]], most: int
) -> None:
    found = dealt(hands, most)
    assert len(found) == min(most, sum(map(len, hands)))
    firsts = [hand[0] for hand in hands if hand]
    assert list(found[: len(firsts)]) == firsts[:most]
