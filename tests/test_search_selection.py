"""Filters over the evidence: what an address asks for, and what passes."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from pathways import evidence
from pathways.model import Pack
from pathways.search import selection
from pathways.search.selection import CHOICES, FILTERS, ROLES_OF_SUBJECT, Selection


def ids(pack: Pack, **parts: object) -> list[str]:
    chosen = Selection().having(**parts)
    return [finding.finding_id for finding in selection.selected(pack, chosen)]


def test_with_no_filter_every_finding_passes(real_pack: Pack) -> None:
    assert set(selection.selected(real_pack, Selection())) == set(real_pack.findings)
    assert set(selection.selected_sources(real_pack, Selection())) == set(real_pack.sources)
    assert selection.selected_gaps(real_pack, Selection()) == real_pack.gaps


def test_the_nearest_people_stand_first_then_the_largest_groups_and_untitled_sources_last(
    real_pack: Pack,
) -> None:
    shown = selection.selected(real_pack, Selection())
    table = evidence.findings_table(real_pack, real_pack.findings)
    assert [finding.finding_id for finding in shown] == list(table["finding_id"])
    places = [
        (
            evidence.nearness(real_pack, finding),
            not evidence.has_title(real_pack.source[finding.source_id]),
            -(evidence.finding_size(real_pack, finding) or 0),
        )
        for finding in shown
    ]
    assert places == sorted(places)


def test_a_source_without_its_title_never_stands_first(real_pack: Pack) -> None:
    shown = selection.selected_sources(real_pack, Selection())
    has_title = [evidence.has_title(source) for source in shown]
    assert has_title == sorted(has_title, reverse=True)
    assert not all(has_title)


def test_a_group_of_outcomes_holds_back_all_others(tiny: Pack) -> None:
    assert ids(tiny, outcome=("relief",)) == ["tea-01", "tea-02"]
    assert ids(tiny, outcome=("relief", "spills"), node=("tea",)) == ["tea-01", "tea-02", "tea-03"]


def test_the_subjects_of_figures_share_out_all_roles_without_overlap() -> None:
    subjects = ("how_often", "options", "risk_factors", "tests", "criteria", "cost")
    shared_out = [role for subject in subjects for role in ROLES_OF_SUBJECT[subject]]
    assert sorted(shared_out) == sorted(selection.ROLES)


def test_several_words_of_a_part_widen_and_several_parts_narrow(tiny: Pack) -> None:
    assert ids(tiny, role=("benefit",)) == ["tea-01", "rest-01", "tea-02"]
    assert ids(tiny, role=("benefit", "harm")) == ["tea-01", "rest-01", "tea-02", "tea-03"]
    assert ids(tiny, role=("benefit",), checked=("no",)) == ["tea-02"]


def test_a_finding_of_several_places_passes_at_each_of_them(tiny: Pack) -> None:
    assert ids(tiny, node=("choice",)) == ["tea-01"]
    assert ids(tiny, node=("tea", "rest"), role=("benefit",)) == ["tea-01", "rest-01", "tea-02"]


def test_the_size_is_what_was_counted_for_the_figure_before_the_whole_source(tiny: Pack) -> None:
    for finding in tiny.findings:
        size = evidence.finding_size(tiny, finding)
        assert size == (finding.total if finding.total is not None else tiny.source[finding.source_id].n)
    assert "tea-01" in ids(tiny, size=40)
    assert "tea-01" not in ids(tiny, size=41)


def test_rows_without_a_size_are_held_back_by_a_size_and_counted(real_pack: Pack) -> None:
    unsized = [f for f in real_pack.findings if evidence.finding_size(real_pack, f) is None]
    assert unsized
    shown = selection.selected(real_pack, Selection(size=1))
    assert len(shown) == len(real_pack.findings) - len(unsized)
    assert selection.size_not_reported(real_pack, Selection(size=1)) == len(unsized)
    assert selection.size_not_reported(real_pack, Selection()) == 0


def test_disagreements_hold_only_findings_that_conflict(tiny: Pack) -> None:
    assert ids(tiny, subject="disagreements") == ["tea-01", "tea-02"]


def test_search_finds_every_word_wherever_it_stands(real_pack: Pack) -> None:
    assert "osteotomy-05" in ids(real_pack, search="another operation osteotomy")
    assert "osteotomy-05" in ids(real_pack, search="OSTEOTOMY  Maier 2014")
    assert ids(real_pack, search="osteotomy nonsenseword") == []


def test_search_minds_neither_accents_nor_capitals_nor_dashes(real_pack: Pack) -> None:
    found = ids(real_pack, search="non-union")
    assert found
    assert ids(real_pack, search="NON–UNION") == found


def test_gaps_are_found_by_place_and_by_words(real_pack: Pack) -> None:
    at_carry_on = selection.selected_gaps(real_pack, Selection(node=("carry_on",)))
    assert at_carry_on == real_pack.gaps_of["carry_on"]
    word = real_pack.gaps[0].missing.split()[0]
    assert real_pack.gaps[0] in selection.selected_gaps(real_pack, Selection(search=word.upper()))


def test_filters_that_a_gap_cannot_pass_are_set_aside_for_gaps(real_pack: Pack) -> None:
    narrowed = Selection(subject="gaps", design=("rct",), checked=("no",), size=10**6)
    assert selection.selected_gaps(real_pack, narrowed) == real_pack.gaps


def test_a_source_passes_with_its_own_design_and_with_the_places_of_its_findings(real_pack: Pack) -> None:
    trials = selection.selected_sources(real_pack, Selection(subject="sources", design=("rct",)))
    assert trials
    assert all(source.design == "rct" for source in trials)
    of_osteotomy = selection.selected_sources(real_pack, Selection(subject="sources", node=("osteotomy",)))
    assert {s.source_id for s in of_osteotomy} == {f.source_id for f in real_pack.findings_of["osteotomy"]}


@given(st.data())
def test_one_more_filter_never_adds_a_row(real_pack: Pack, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(CHOICES))
    word = data.draw(st.sampled_from(selection.choices(real_pack, "all", name)))
    wide = Selection(search=data.draw(st.sampled_from(["", "pain", "fusion"])))
    narrow = wide.having(**{name: (word,)})
    assert set(selection.selected(real_pack, narrow)) <= set(selection.selected(real_pack, wide))


def test_taking_all_filters_off_leaves_only_the_subject() -> None:
    full = Selection(subject="tests", node=("a",), role=("b",), size=3, search="x")
    assert full.without(*FILTERS) == Selection(subject="tests")
    assert full.filters == ("node", "role", "size", "search")


def test_selecting_changes_no_figure(real_pack: Pack) -> None:
    (found,) = [f for f in selection.selected(real_pack, Selection()) if f.finding_id == "osteotomy-05"]
    assert found is real_pack.finding["osteotomy-05"]
    assert found.value == Decimal("17.6")
