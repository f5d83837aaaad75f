"""What is contested and what is unknown: pairs and questions that rest on the records alone."""

from __future__ import annotations

import pytest

from pathways.evidence.disagreements import IN_SHORT, what_differs
from pathways.learning.contested import REASONS, pairs, said_of
from pathways.learning.seeds import SET
from pathways.learning.unknowns import NOTHING, Stub, gaps, outcomes, published, words_of
from pathways.model import Pack


def test_the_reasons_that_can_be_named_are_those_that_the_evidence_knows() -> None:
    assert list(REASONS.values()) == list(IN_SHORT)


@pytest.mark.parametrize("seed", range(1, 20))
def test_a_set_holds_pairs_that_the_records_call_contradictory_and_no_figure_twice(
    real_pack: Pack, seed: int
) -> None:
    found = pairs(real_pack, seed)
    assert len(found) == SET
    ids = [told.id for pair in found for told in (pair.one, pair.other)]
    assert len(set(ids)) == len(ids)
    for pair in found:
        one, other = pair.one.finding, pair.other.finding
        assert other.finding_id in one.conflicts_with or one.finding_id in other.conflicts_with
        assert {REASONS[name] for name in pair.differs} == set(what_differs(real_pack, [one, other]))


def test_what_was_said_is_held_against_the_records(real_pack: Pack) -> None:
    pair = next(pair for pair in pairs(real_pack, 1) if 0 < len(pair.differs) < len(REASONS))
    alike = next(name for name in REASONS if name not in pair.differs)
    said = said_of(pair, [pair.differs[0], alike])
    assert (said.named, said.not_named, said.alike) == (pair.differs[:1], pair.differs[1:], (alike,))


def test_a_pack_without_disagreements_has_no_pairs(tiny: Pack) -> None:
    assert len(pairs(tiny, 1)) == 1
    quiet = [f.model_copy(update={"conflicts_with": ()}) for f in tiny.findings]
    assert pairs(tiny.model_copy(update={"findings": tuple(quiet)}), 1) == ()


@pytest.mark.parametrize("seed", range(1, 20))
def test_a_set_of_gaps_is_the_same_for_everyone_who_has_its_number(real_pack: Pack, seed: int) -> None:
    assert len(set(gaps(real_pack, seed))) == SET
    assert gaps(real_pack, seed) == gaps(real_pack, seed)
    assert gaps(real_pack, seed) != gaps(real_pack, seed + 1)


def test_every_finding_about_an_option_is_found_by_a_question_in_the_words_of_the_pack(
    real_pack: Pack,
) -> None:
    offered = words_of(real_pack)
    for finding in real_pack.findings:
        outcome = finding.outcome_group or finding.role
        assert outcome in outcomes(real_pack)
        for node in finding.nodes:
            assert node in offered["choice"]
            found = published(real_pack, Stub(finding.directness, node, NOTHING, outcome))
            assert finding in [one.finding for one in found]
            assert next(one for one in found if one.finding is finding).has_people


def test_a_figure_beside_something_else_is_not_as_asked(real_pack: Pack) -> None:
    finding = next(f for f in real_pack.findings if f.comparator and f.outcome_group)
    alone = Stub(finding.directness, finding.nodes[0], NOTHING, finding.outcome_group)
    told = next(one for one in published(real_pack, alone) if one.finding is finding)
    assert told.has_people
    assert not told.has_comparison
    assert not told.is_as_asked


def test_findings_that_are_as_asked_stand_first(real_pack: Pack) -> None:
    for finding in real_pack.findings:
        outcome = finding.outcome_group or finding.role
        found = published(real_pack, Stub(finding.directness, finding.nodes[0], NOTHING, outcome))
        as_asked = [one.is_as_asked for one in found]
        assert as_asked == sorted(as_asked, reverse=True)
