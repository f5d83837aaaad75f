"""Sort the claims: which are dealt, and what was mixed up with what."""

from __future__ import annotations

from collections import Counter

import pytest

from pathways.learning.claims import agreed, claims_to_sort, mix_ups
from pathways.learning.seeds import SET
from pathways.model import Pack
from pathways.model.vocabulary import VERDICT_LABELS


@pytest.mark.parametrize("seed", range(1, 30))
def test_a_set_holds_ten_claims_and_as_many_of_each_verdict_as_there_are(real_pack: Pack, seed: int) -> None:
    cards = claims_to_sort(real_pack, seed)
    counted = Counter(card.verdict for card in cards)
    assert len({card.claim_id for card in cards}) == SET
    assert set(counted) == set(VERDICT_LABELS)
    assert max(counted.values()) == min(counted.values()) == SET // len(VERDICT_LABELS)


def test_the_order_of_verdicts_gives_nothing_away(real_pack: Pack) -> None:
    orders = {tuple(c.verdict for c in claims_to_sort(real_pack, seed)) for seed in range(1, 30)}
    assert len(orders) > 25


def test_a_pack_with_few_claims_deals_them_all(tiny: Pack) -> None:
    assert set(claims_to_sort(tiny, 1)) == set(tiny.claims)
    assert claims_to_sort(tiny.model_copy(update={"claims": ()}), 1) == ()


def test_what_was_mixed_up_is_counted_by_what_was_said_and_what_is(tiny: Pack) -> None:
    cards = claims_to_sort(tiny, 1)
    partly, not_checkable = tiny.claims
    said = {partly.claim_id: "supported", not_checkable.claim_id: "not_checkable"}
    assert agreed(cards, said) == (not_checkable,)  # type: ignore[arg-type]
    (mixed,) = mix_ups(cards, said)  # type: ignore[arg-type]
    assert (mixed.said, mixed.judged, mixed.claims) == ("supported", "partly", (partly,))


def test_what_was_not_sorted_is_not_mixed_up(tiny: Pack) -> None:
    assert mix_ups(tiny.claims, {}) == ()
    assert agreed(tiny.claims, {}) == ()
