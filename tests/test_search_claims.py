"""Claims of guides: found by what is asked, counted in words, and told without naming anybody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways import evidence
from pathways.model import Pack, vocabulary
from pathways.search import claims, labels
from pathways.search.claims import ClaimFilter


def found(pack: Pack, **wanted: str) -> list[str]:
    return [claim.claim_id for claim in claims.matching(pack, ClaimFilter(**wanted))]


def test_nothing_asked_finds_every_claim_in_order(real_pack: Pack) -> None:
    assert found(real_pack) == [claim.claim_id for claim in real_pack.claims]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"verdict": "partly"}, ["poster-01"]),
        ({"kind": "definition"}, ["poster-02"]),
        ({"subject": "tea"}, ["poster-01"]),
        ({"place": "what_tea_is"}, ["poster-01"]),
        ({"place": "thirst"}, ["poster-02"]),
        ({"verdict": "partly", "kind": "definition"}, []),
    ],
)
def test_a_filter_lets_through_what_it_asks_for(
    tiny: Pack, wanted: dict[str, str], expected: list[str]
) -> None:
    assert found(tiny, **wanted) == expected


def test_a_search_finds_words_of_the_claim_the_reason_and_the_names_of_its_places(tiny: Pack) -> None:
    assert found(tiny, words="AWAY") == ["poster-01"]
    assert found(tiny, words="did not agree") == ["poster-01"]
    assert found(tiny, words="cuppa") == ["poster-01"]
    assert found(tiny, words="thirst") == ["poster-01", "poster-02"]


def test_a_search_wants_every_word_in_any_order(tiny: Pack) -> None:
    assert found(tiny, words="agree takes") == ["poster-01"]
    assert found(tiny, words="agree wish") == []


@given(st.text())
def test_no_search_breaks_or_finds_more_than_all(tiny: Pack, words: str) -> None:
    assert set(found(tiny, words=words)) <= {"poster-01", "poster-02"}


def test_verdicts_split_the_claims_without_loss(real_pack: Pack) -> None:
    counts = claims.counts(real_pack.claims)
    assert list(counts) == list(vocabulary.VERDICT_LABELS)
    assert sum(counts.values()) == len(real_pack.claims)
    for verdict, number in counts.items():
        assert len(found(real_pack, verdict=verdict)) == number


def test_counts_are_said_in_words_and_a_verdict_that_no_claim_has_is_said_too(tiny: Pack) -> None:
    assert claims.counts_in_words(tiny.claims) == (
        "2 claims: 0 supported, 1 partly supported, 0 contradicted, 0 without usable evidence "
        "and 1 that cannot be checked."
    )


def test_guides_have_letters_in_the_order_of_the_file(real_pack: Pack) -> None:
    names = claims.guide_names(real_pack)
    assert list(names.values()) == ["Guide A", "Guide B", "Guide C", "Guide D", "Guide E"]
    assert next(iter(names)) == real_pack.claims[0].guide


def test_no_number_of_guides_leaves_one_without_a_name_of_its_own(tiny: Pack) -> None:
    guides = [tiny.claims[0].model_copy(update={"guide": f"guide-{number}"}) for number in range(30)]
    names = claims.guide_names(tiny.model_copy(update={"claims": tuple(guides)}))
    assert len(set(names.values())) == len(guides)


def test_every_kind_and_subject_of_the_real_pack_reads_as_words(real_pack: Pack) -> None:
    for claim in real_pack.claims:
        assert claim.kind in real_pack.info.claim_words.kinds
        assert "-" not in labels.subject_label(real_pack, claim.subject).replace("X-ray", "")


def test_the_pack_words_kinds_and_subjects_and_the_rest_is_read_as_it_is_written(
    real_pack: Pack, tiny: Pack
) -> None:
    assert labels.kind_label(real_pack, "indication") == "Reason for surgery"
    assert labels.kind_label(tiny, "side-effect") == "Side effect"
    assert labels.subject_label(real_pack, "mri") == "MRI"
    assert labels.subject_label(tiny, "epidural-fibrosis") == "epidural fibrosis"


def test_the_table_tells_claim_verdict_reason_findings_and_sources(tiny: Pack) -> None:
    row = claims.table(tiny, tiny.claims).to_dict("records")[0]
    assert row["Guide"] == "Guide A"
    assert row["Verdict on the claim"] == "Partly supported"
    assert row["Findings"] == "tea-01; tea-02"
    assert tiny.finding["tea-01"].plain in row["What was found"]
    for finding_id in ("tea-01", "tea-02"):
        source = tiny.source[tiny.finding[finding_id].source_id]
        assert evidence.citation(source) in row["Sources"]


def test_a_source_of_two_findings_is_cited_once(real_pack: Pack) -> None:
    claim = next(c for c in real_pack.claims if c.claim_id == "persistent-pain-15")
    row = claims.table(real_pack, [claim]).to_dict("records")[0]
    citations = {evidence.citation(real_pack.source[real_pack.finding[f].source_id]) for f in claim.findings}
    assert len(citations) < len(claim.findings)
    assert sorted(row["Sources"].count(citation) for citation in citations) == [1] * len(citations)


def test_no_row_tells_which_guide_file_a_claim_came_from_but_by_its_letter(real_pack: Pack) -> None:
    assert set(claims.table(real_pack, real_pack.claims)["Guide"]) == set(
        claims.guide_names(real_pack).values()
    )


def test_a_claim_that_only_names_or_defines_is_not_judged(real_pack: Pack) -> None:
    for claim in real_pack.claims:
        if claim.claim.endswith(
            ("is one of the treatments.", "are one of the treatments.", "is one of the tests.")
        ):
            assert claim.verdict == "not_checkable", claim.claim_id


def test_no_reason_holds_a_digit(real_pack: Pack) -> None:
    assert [c.claim_id for c in real_pack.claims if any(letter.isdigit() for letter in c.reason)] == []


def test_the_same_claim_with_the_same_findings_gets_the_same_verdict(real_pack: Pack) -> None:
    verdicts: dict[tuple[str, tuple[str, ...]], set[str]] = {}
    for claim in real_pack.claims:
        verdicts.setdefault((claim.reason, claim.findings), set()).add(claim.verdict)
    assert [key for key, given_to in verdicts.items() if len(given_to) > 1] == []
