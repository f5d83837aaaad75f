"""One way of looking for words, whoever asks: letters that only look different are the same."""

from __future__ import annotations

from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.model import Pack
from pathways.search import claims, everything, selection
from pathways.search.claims import ClaimFilter
from pathways.search.everything import holding
from pathways.search.matching import folded
from pathways.search.selection import Selection

WRITTEN = ["non-union", "Non–union", "NON—UNION", "non‑union", "non‐union", "non−union", "non-\u00adunion"]
"""As a keyboard, a paper, a word processor and a broken line write it."""


@pytest.mark.parametrize("words", WRITTEN)
def test_findings_gaps_sources_and_claims_are_found_by_the_same_words(words: str, real_pack: Pack) -> None:
    def found(words: str) -> list[tuple[object, ...]]:
        return [
            selection.selected(real_pack, Selection(search=words)),
            selection.selected_gaps(real_pack, Selection(search=words)),
            selection.selected_sources(real_pack, Selection(search=words)),
            claims.matching(real_pack, ClaimFilter(words=words)),
        ]

    assert found(words) == found("non-union")
    assert found("non-union")[0]
    assert found("non-union")[-1]


@pytest.mark.parametrize(
    ("words", "plain"),
    [("Järvimäki −5 – 10", "jarvimaki -5 - 10"), ("Patient’s “own”", 'patient\'s "own"'), ("ﬁt²", "fit2")],
)
def test_letters_are_folded_to_those_of_a_keyboard(words: str, plain: str) -> None:
    assert folded(words) == plain


@given(st.text())
def test_what_is_folded_stays_as_it_is(words: str) -> None:
    assert folded(folded(words)) == folded(words)


@given(st.text())
def test_a_filter_takes_any_words_and_finds_no_more_than_all(tiny: Pack, words: str) -> None:
    every = {finding.finding_id for finding in tiny.findings}
    assert set(holding(tiny, "finding", words)) <= every
    assert holding(tiny, "finding", " \n") == every


def test_the_texts_of_a_pack_are_read_once(tiny: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = tiny.model_copy()
    counting = Mock(side_effect=everything.searched)
    monkeypatch.setattr(everything, "searched", counting)
    for words in ("tea", "leaf", "kettle"):
        selection.selected(pack, Selection(search=words))
        selection.selected_gaps(pack, Selection(search=words))
        selection.selected_sources(pack, Selection(search=words))
        claims.matching(pack, ClaimFilter(words=words))
        everything.find(pack, words)
    counting.assert_called_once_with(pack)


def test_another_pack_is_searched_in_its_own_texts(tiny: Pack) -> None:
    assert selection.selected(tiny, Selection(search="zebra")) == ()
    striped = tiny.findings[0].model_copy(update={"plain": "A zebra."})
    changed = tiny.model_copy(update={"findings": (striped, *tiny.findings[1:])})
    assert selection.selected(changed, Selection(search="zebra")) == (striped,)
    assert selection.selected(tiny, Selection(search="zebra")) == ()
