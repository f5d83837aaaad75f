"""Options side by side: what stands in a row is a rule, nothing is hidden, nothing is ranked."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways import evidence
from pathways.comparison import (
    WEIGHTS,
    Cell,
    Row,
    comparison,
    in_order,
    none_found,
    preference_rows,
    raised_by,
)
from pathways.comparison.cells import Paragraph
from pathways.comparison.groups import direct_and_indirect
from pathways.loading import load_pack
from pathways.model import Finding, Pack
from pathways.text import markup
from tests.conftest import REAL_PACK

PACK = load_pack(REAL_PACK)
OPTIONS = [node.id for node in PACK.nodes if node.kind == "option"]
some_options = st.lists(st.sampled_from(OPTIONS), max_size=3)
some_matters = st.dictionaries(
    st.sampled_from([matter.id for matter in PACK.compare.matters]), st.sampled_from(WEIGHTS)
)


def row(pack: Pack, row_id: str, *options: str) -> Row:
    return next(found for found in comparison(pack, options).rows if found.id == row_id)


def test_carrying_on_stands_first_whatever_is_asked() -> None:
    assert [node.id for node in comparison(PACK, ["refusion", "carry_on"]).options] == [
        "carry_on",
        "refusion",
    ]
    assert [node.id for node in comparison(PACK, []).options] == ["carry_on"]


def test_an_option_named_twice_stands_there_once(tiny: Pack) -> None:
    assert [node.id for node in comparison(tiny, ["tea", "tea", "rest"]).options] == ["rest", "tea"]


@pytest.mark.parametrize("option", ["coffee", "choice"])
def test_what_is_no_option_is_refused(option: str, tiny: Pack) -> None:
    with pytest.raises(LookupError, match=option):
        comparison(tiny, [option])


@pytest.mark.parametrize("matters", [{"money": "some"}, {"comfort": "very"}])
def test_what_is_no_matter_or_no_weight_is_refused(matters: dict[str, str], tiny: Pack) -> None:
    with pytest.raises(LookupError):
        comparison(tiny, ["tea"], matters)


@given(some_options, some_matters)
def test_weights_move_rows_but_change_and_hide_nothing(options: list[str], matters: dict[str, str]) -> None:
    plain, weighed = comparison(PACK, options), comparison(PACK, options, matters)
    assert weighed.options == plain.options
    assert sorted(weighed.rows, key=lambda r: r.id) == sorted(plain.rows, key=lambda r: r.id)


@given(some_options, some_matters)
def test_rows_that_matter_more_stand_before_rows_that_matter_less(
    options: list[str], matters: dict[str, str]
) -> None:
    rows_of = {matter.id: matter.rows for matter in PACK.compare.matters}

    def weight(row_id: str) -> int:
        weights = [WEIGHTS.index(w) for matter, w in matters.items() if row_id in rows_of[matter]]
        return max(weights, default=0)

    weights = [weight(found.id) for found in comparison(PACK, options, matters).rows]
    assert weights == sorted(weights, reverse=True)


@given(some_options)
def test_every_benefit_and_harm_of_an_option_stands_in_its_row(options: list[str]) -> None:
    found = comparison(PACK, options)
    for row_id, role in (("helps", "benefit"), ("wrong", "harm")):
        (wanted,) = [one for one in found.rows if one.id == row_id]
        for option, cell in zip(found.options, wanted.cells, strict=True):
            shown = {told.id for told in (*cell.readings, *cell.indirect)}
            assert {f.finding_id for f in PACK.findings_of[option.id] if f.role == role} <= shown
            assert len(shown) == len(cell.readings) + len(cell.indirect)


def test_a_figure_that_compares_with_an_option_is_seen_from_that_option() -> None:
    harms = row(PACK, "wrong", "decompression").cells[1].readings
    (told,) = [told for told in harms if told.id == "fusion-extension-04"]
    row_of_source = PACK.finding["fusion-extension-04"]
    assert told.is_swapped
    assert told.finding is row_of_source
    (own, other) = told.own.arm, told.other and told.other.arm
    assert (own.value, own.events, own.total) == (
        row_of_source.comparator_value,
        row_of_source.comparator_events,
        row_of_source.comparator_total,
    )
    assert other
    assert (other.value, other.events) == (row_of_source.value, row_of_source.events)
    assert not own.has_range
    assert "freed" in told.population
    assert told.says.startswith("Some people had nerves freed")
    assert told.statement == row_of_source.statement


def test_figures_of_other_or_mixed_groups_do_not_lead(tiny: Pack) -> None:
    helps = row(PACK, "helps", "decompression").cells[1]
    assert "decompression-01" in [told.id for told in helps.indirect]
    assert "decompression-01" not in [told.id for told in helps.readings]
    assert all(cell.indirect == () for found in comparison(tiny, ["tea"]).rows for cell in found.cells)


def test_recovery_after_operations_of_all_kinds_is_partly_but_for_the_one_that_was_counted() -> None:
    recovery = {option: row(PACK, "recovery", option).cells[1] for option in ("refusion", "osteotomy")}
    assert [told.id for told in recovery["refusion"].readings] == ["return-to-activity-02"]
    assert recovery["osteotomy"].readings == ()
    assert "return-to-activity-02" in [told.id for told in recovery["osteotomy"].indirect]


def test_what_happens_over_time_stands_under_carrying_on_only() -> None:
    helps = row(PACK, "helps", "scs_implant")
    roles = [{told.finding.role for told in cell.readings} for cell in helps.cells]
    assert "natural_history" in roles[0]
    assert roles[1] == {"benefit"}


def test_death_and_lasting_damage_are_told_first() -> None:
    harms = row(PACK, "wrong", "osteotomy").cells[1].readings
    grave = [told.id in PACK.compare.grave for told in harms]
    assert grave[0]
    assert grave == sorted(grave, reverse=True)
    assert [told.id for told in harms[:2]] == ["osteotomy-03", "osteotomy-02"]


@given(some_options)
def test_a_cell_without_a_figure_says_so_and_a_cell_with_one_does_not(options: list[str]) -> None:
    asking = {asked.id: asked for asked in PACK.compare.rows if asked.roles}
    compared = comparison(PACK, options)
    for found in (found for found in compared.rows if found.id in asking):
        for option, cell in zip(compared.options, found.cells, strict=True):
            said = none_found(PACK, asking[found.id], option)
            says_so = said in [gap.missing for gap in cell.gaps]
            assert says_so == (not cell.readings)


@given(some_options, some_matters)
def test_a_cell_of_a_matter_holds_a_figure_or_says_that_none_was_found(
    options: list[str], matters: dict[str, str]
) -> None:
    for found in preference_rows(PACK, options, matters):
        for cell in found.cells:
            said = [words for matter in PACK.compare.matters for words in matter.of_lanes.values()]
            words = " ".join(paragraph.words for paragraph in cell.paragraphs)
            is_told = bool(cell.readings or cell.indirect or markup.cites(words))
            assert is_told or cell.gaps or words in said
            assert not (cell.gaps and (cell.readings or cell.indirect))


@given(st.permutations([f for f in PACK.findings if f.role in ("benefit", "harm")][:30]))
def test_the_order_of_figures_never_follows_their_size(findings: list[Finding]) -> None:
    ordered = in_order(PACK, findings)
    mirrored = in_order(PACK, (f.model_copy(update={"value": f.value and -f.value}) for f in findings))
    assert [f.finding_id for f in ordered] == [f.finding_id for f in mirrored]
    told = [f for f in ordered if f.finding_id not in PACK.compare.grave]
    places = [
        (
            f.measure == "text",
            list(PACK.group).index(f.directness),
            not evidence.is_share(f),
        )
        for f in told
    ]
    assert places == sorted(places)


def test_figures_of_people_who_had_another_option_are_left_out_of_what_follows() -> None:
    stimulated = row(PACK, "recovery", "scs_implant").cells[1]
    assert "scs-implant-20" in {told.id for told in stimulated.readings}
    operated = row(PACK, "recovery", "hardware_removal").cells[1]
    assert "scs-implant-20" not in {told.id for told in (*operated.readings, *operated.indirect)}
    assert "return-to-activity-01" in {told.id for told in operated.indirect}


def test_trials_and_reviews_stand_before_other_studies_of_the_same_group() -> None:
    readings = row(PACK, "helps", "adhesiolysis").cells[1].readings
    first = next(told for told in readings if told.finding.directness == "spine_surgery")
    assert first.id == "adhesiolysis-01"
    assert first.source.design == "rct"


def test_shares_of_people_stand_before_other_measures_of_the_same_group() -> None:
    cell = row(PACK, "helps", "scs_implant").cells[1]
    findings = [told.finding for told in cell.readings]
    told = [f for f in findings if f.measure != "text" and f.directness == "spine_surgery"]
    near = [evidence.is_share(finding) for finding in told]
    assert near == sorted(near, reverse=True)
    assert True in near
    assert False in near


BORROWED = {"carry-on-01", "carry-on-02", "carry-on-04"}


def test_an_arm_answers_only_beside_an_option_that_the_same_study_measured() -> None:
    for option in (node.id for node in PACK.nodes if node.kind == "option" and node.id != "carry_on"):
        carry_on, _ = row(PACK, "helps", option).cells
        own = {told.id for told in carry_on.readings}
        sources = {finding.source_id for finding in PACK.findings_of[option]}
        measured = {arm for arm in BORROWED if PACK.finding[arm].source_id in sources}
        assert own & BORROWED == measured, option
        assert {told.id for told in carry_on.indirect} == BORROWED - measured, option
        if not own:
            assert carry_on.gaps[0].missing.endswith("instead of these other choices.")


def test_the_arms_of_the_stimulator_trials_answer_beside_the_stimulator() -> None:
    carry_on, _ = row(PACK, "helps", "scs_implant").cells
    assert {told.id for told in carry_on.readings} == BORROWED


def test_an_arm_is_not_drawn_beside_an_option_that_its_study_did_not_measure() -> None:
    beside_one = row(PACK, "helps", "scs_implant", "refusion").cells[0]
    assert not {told.id for told in beside_one.readings} & {"carry-on-01", "carry-on-02"}
    assert {told.id for told in beside_one.indirect} >= {"carry-on-01", "carry-on-02"}
    beside_metal = row(PACK, "helps", "hardware_removal", "scs_implant").cells[0]
    assert "hardware-removal-02" in {told.id for told in beside_metal.readings}
    assert not {told.id for told in beside_metal.readings} & {"carry-on-01", "carry-on-02"}


def test_keeping_the_metal_stands_beside_taking_it_out_and_nowhere_else() -> None:
    (kept,) = row(PACK, "helps", "hardware_removal").cells[0].readings
    assert kept.id == "hardware-removal-02"
    assert kept.says.startswith("After a solid fusion, 51 people kept their metal.")
    assert not row(PACK, "helps", "refusion").cells[0].readings


def test_a_study_told_from_its_other_group_keeps_its_row_and_each_group_its_own_range() -> None:
    finding = PACK.finding["refusion-05"].model_copy(
        update={"low": Decimal(50), "high": Decimal(80), "bounds": "ci95"}
    )
    option = PACK.node["fusion_extension"]
    ((told,), rest) = direct_and_indirect(PACK, option, [finding])
    (words,) = [one for c in PACK.compare.counted for one in c.turned if one.finding == "refusion-05"]
    assert rest == ()
    assert told.finding is finding
    assert (told.says, told.population, told.comparator) == (words.plain, words.these, words.others)
    own, other = told.own.arm, told.other and told.other.arm
    assert other
    assert (own.value, own.events, own.total) == (
        finding.comparator_value,
        finding.comparator_events,
        finding.comparator_total,
    )
    assert (other.value, other.low, other.high) == (finding.value, finding.low, finding.high)
    assert told.interval == evidence.RANGE_NOT_REPORTED


def test_a_turned_figure_is_the_same_study_and_not_the_same_figure() -> None:
    shared_studies = row(PACK, "wrong", "refusion", "fusion_extension").shared_studies
    assert "one and the same study" in shared_studies
    assert "more than one choice" not in shared_studies


def test_an_operation_shows_the_recovery_of_the_steps_that_follow_it() -> None:
    cell = row(PACK, "recovery", "refusion").cells[1]
    shown = {told.id for told in (*cell.readings, *cell.indirect)}
    assert {"return-to-activity-01", "return-to-activity-02"} <= shown
    told = row(PACK, "recovery", "psychological_therapy").cells[1]
    assert told.readings == told.indirect == ()


def test_the_row_says_that_follow_up_groups_and_outcomes_differ() -> None:
    heterogeneity = row(PACK, "helps", "scs_implant").heterogeneity
    assert "different times (6 to 24 months; " in heterogeneity
    assert "different groups of people" in heterogeneity
    assert "count different things" in heterogeneity


def test_the_row_says_that_only_some_choices_have_a_figure() -> None:
    assert row(PACK, "wrong", "refusion").heterogeneity.endswith("found for 1 of these 2 choices only.")


def test_nothing_is_flagged_where_the_cells_hold_the_same_figures(tiny: Pack) -> None:
    assert row(tiny, "what", "tea").heterogeneity == ""
    assert row(tiny, "helps").heterogeneity == ""


def test_a_figure_that_stands_under_several_choices_is_pointed_out() -> None:
    assert (
        "under more than one choice"
        in row(PACK, "helps", "facet_treatment", "sacroiliac_treatment").shared_studies
    )
    assert "under more than one choice" not in row(PACK, "helps", "refusion", "osteotomy").shared_studies


def test_choices_measured_in_one_study_are_said_to_be() -> None:
    assert "one and the same study" in row(PACK, "helps", "scs_implant").shared_studies
    assert row(PACK, "helps", "fusion_extension").shared_studies == ""


def test_words_stand_under_the_headings_of_their_sections(tiny: Pack) -> None:
    cell: Cell = row(tiny, "happens", "tea").cells[1]
    assert [(one.head, one.words) for one in cell.paragraphs] == [
        ("Before", "Choose the leaves."),
        ("During", "You pour and wait."),
        ("After", "You drink. Look out for [smoke](smoke)."),
    ]


def test_the_next_step_is_told_with_its_condition_and_what_it_rests_on(tiny: Pack) -> None:
    (told,) = row(tiny, "not_enough", "tea").cells[0].paragraphs
    assert told.words == "After 2 rests, or at a time agreed locally: [Tea](tea). Clinical habit, no source."


def test_undoing_and_gaps_stand_in_their_rows(tiny: Pack) -> None:
    assert row(tiny, "undone", "tea").cells[1].paragraphs == (Paragraph("", "No. Drunk is drunk [tea-01]."),)
    assert [gap.missing for gap in row(tiny, "unknown", "tea").cells[0].gaps] == [
        "How often people fall asleep"
    ]


def test_a_matter_finds_its_figures_by_the_words_of_their_outcome(tiny: Pack) -> None:
    (tidy,) = preference_rows(tiny, ["tea"], {"tidiness": "some"})
    assert [[told.id for told in cell.readings] for cell in tidy.cells] == [[], ["tea-03"]]
    assert tidy.cells[0].gaps[0].missing == f"A dry table. {tiny.compare.none_on_matter}"


def test_what_matters_a_lot_stands_first(tiny: Pack) -> None:
    rows = preference_rows(tiny, ["tea"], {"comfort": "some", "sleep": "a_lot"})
    assert [found.id for found in rows] == ["sleep", "comfort"]
    assert comparison(tiny, ["tea"], {"comfort": "some", "sleep": "a_lot"}).matters == ("sleep", "comfort")


def test_a_row_names_the_matters_that_move_it(tiny: Pack) -> None:
    assert raised_by(tiny, "living", ["sleep", "tidiness", "comfort"]) == ("A dry table", "Sleep")
    assert raised_by(tiny, "living", []) == ()
