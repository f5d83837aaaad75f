"""One way of looking for words, whoever asks: letters that only look different are the same."""

from __future__ import annotations

from random import Random
from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.model import Pack
from pathways.search import claims, selection
from pathways.search.claims import ClaimFilter
from pathways.search.matching import folded, folded_text, matches
from pathways.search.selection import Selection

WRITTEN = ["non-union", "Non–union", "NON—UNION", "non‑union", "non‐union", "non−union", "non-\u00adunion"]
"""As a keyboard, a paper, a word processor and a broken line write it."""


@pytest.mark.parametrize("words", WRITTEN)
@pytest.mark.parametrize("text", WRITTEN)
def test_a_word_is_found_whichever_dash_it_is_written_with(words: str, text: str) -> None:
    assert matches(words, folded(text))


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


@given(st.lists(st.text(), max_size=4), st.randoms())
def test_all_words_of_a_text_are_found_in_it_in_any_order(parts: list[str], order: Random) -> None:
    words = " ".join(parts).split()
    order.shuffle(words)
    assert matches(" ".join(words), folded_text(parts))


@given(st.text())
def test_no_words_match_every_text(text: str) -> None:
    assert matches("", folded(text))
    assert matches(" \n", folded(text))


def test_the_texts_of_a_pack_are_folded_once(tiny: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = tiny.model_copy()
    counting = Mock(side_effect=folded_text)
    monkeypatch.setattr("pathways.search.selection.folded_text", counting)
    monkeypatch.setattr("pathways.search.claims.folded_text", counting)
    for words in ("tea", "leaf", "kettle"):
        selection.selected(pack, Selection(search=words))
        selection.selected_gaps(pack, Selection(search=words))
        selection.selected_sources(pack, Selection(search=words))
        claims.matching(pack, ClaimFilter(words=words))
    records = (*pack.findings, *pack.gaps, *pack.sources, *pack.claims)
    assert counting.call_count == len(records)


def test_another_pack_is_searched_in_its_own_texts(tiny: Pack) -> None:
    assert selection.selected(tiny, Selection(search="zebra")) == ()
    striped = tiny.findings[0].model_copy(update={"plain": "A zebra."})
    changed = tiny.model_copy(update={"findings": (striped, *tiny.findings[1:])})
    assert selection.selected(changed, Selection(search="zebra")) == (striped,)
    assert selection.selected(tiny, Selection(search="zebra")) == ()
