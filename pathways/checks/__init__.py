"""The rules that a pack must obey: one small function each, named as what is true of a good pack.

A rule takes the pack and yields a :class:`~pathways.problems.Problem` for each place that breaks it. Each
module holds the rules of one file or folder of the pack, or of what runs through all of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from pathways.checks.claims import (
    every_claim_has_a_home,
    supported_claims_rest_on_the_nearest_people,
    verdicts_cite_findings,
    words_of_claims_are_those_of_a_claim,
)
from pathways.checks.compare import (
    arms_are_of_the_option,
    brief_lines_say_what_their_finding_says,
    checks_hold_true_and_false,
    checks_name_known_rows_and_findings,
    checks_say_only_numbers_of_their_findings,
    compare_ids_are_unique,
    compared_places_are_options,
    counted_findings_stand_under_their_option,
    every_option_says_once_whether_it_can_be_undone,
    grave_harms_are_harms,
    grave_lane_is_a_lane,
    harms_known_as_grave_are_grave,
    matters_move_known_rows,
    matters_name_known_lanes,
    preset_options_are_reachable_from_their_cause,
    preset_options_stand_beside_the_first,
    presets_start_from_causes_and_none_is_left_out,
    rows_name_known_matters,
    rows_say_when_no_figure_was_found,
    turned_findings_can_be_turned,
)
from pathways.checks.edges import (
    bases_speak_of_an_end_of_their_edge,
    edge_bases_are_sources,
    edges_are_single,
    edges_join_known_nodes,
    numbers_of_conditions_stand_in_their_basis,
    results_belong_to_tests,
    times_by_convention_say_so,
    urgent_edges_lead_to_safety,
    urgent_edges_name_no_slower_speed,
)
from pathways.checks.emergency import (
    emergencies_begin_with_the_number,
    emergencies_stand_in_one_lane,
    every_emergency_is_named_by_the_check,
    everywhere_leads_to_safety,
    everywhere_rests_on_sources,
    own_signs_follow_the_list,
    places_that_need_the_signs_show_them,
    prose_copies_no_list_of_signs,
    the_list_of_signs_is_filled,
    what_is_so_everywhere_is_no_edge,
)
from pathways.checks.findings import (
    SHARE_MEASURES,
    bounds_enclose_the_value,
    conflicts_are_mutual,
    counts_agree_with_percentages,
    counts_do_not_exceed_totals,
    figures_are_in_a_known_unit,
    figures_lie_within_the_scale_of_their_unit,
    findings_are_of_a_known_group,
    findings_have_words_for_patients,
    findings_name_a_known_source,
    findings_name_known_nodes,
    kinds_of_range_have_a_range,
    outcomes_stand_in_a_known_group,
    percentages_lie_between_0_and_100,
    ratios_are_above_nought,
    shares_have_a_value_or_a_range,
    shares_of_causes_stand_under_one_cause,
    things_counted_belong_to_shares,
    times_are_not_below_nought,
    words_for_patients_add_no_number,
)
from pathways.checks.forward import (
    every_node_is_reachable,
    forward_ways_have_no_circle,
    no_node_is_a_dead_end,
)
from pathways.checks.glossary import hard_words_are_explained_once
from pathways.checks.ids import ids_are_unique
from pathways.checks.info import (
    groups_are_single,
    headlines_can_be_answered,
    lanes_are_known_and_unique,
    net_holds_each_node_once,
    outcome_groups_are_single,
    review_comes_after_the_date,
    review_comes_within_ten_years,
    scales_rise_from_nought_or_more,
    start_is_a_node,
    units_are_single,
)
from pathways.checks.nodes import (
    SECTIONS_OF_KIND,
    living_with_fills_each_area,
    nodes_fill_the_sections_of_their_kind,
    options_show_benefit_and_harm_or_a_gap,
    tests_have_an_exit_for_either_result,
)
from pathways.checks.prose import (
    findings_and_gaps_can_be_read_at_age_11,
    marks_lead_somewhere,
    no_study_is_cited_twice_in_one_place,
    patient_texts_can_be_read_at_age_11,
    prose_holds_no_number,
    turned_findings_can_be_read_at_age_11,
)
from pathways.checks.rule import Problems, Rule
from pathways.checks.sentences import (
    comparisons_tell_both_groups,
    figures_said_are_the_rows,
    follow_up_is_said,
    one_study_is_not_told_as_two,
    people_are_told_in_words_of_their_group,
    ranges_over_no_difference_say_chance,
)
from pathways.checks.sources import (
    blanks_of_sources_are_owned_up_to,
    gaps_have_words_for_patients,
    gaps_name_known_nodes,
    links_of_sources_are_web_addresses,
    sources_are_not_of_the_future,
    sources_are_used,
)
from pathways.model import Pack
from pathways.problems import Problem

__all__ = ["RULES", "SECTIONS_OF_KIND", "SHARE_MEASURES", "Problems", "Rule", "problems"]

RULES: tuple[Rule, ...] = (
    ids_are_unique,
    lanes_are_known_and_unique,
    groups_are_single,
    outcome_groups_are_single,
    headlines_can_be_answered,
    units_are_single,
    scales_rise_from_nought_or_more,
    start_is_a_node,
    edges_join_known_nodes,
    edges_are_single,
    edge_bases_are_sources,
    bases_speak_of_an_end_of_their_edge,
    times_by_convention_say_so,
    numbers_of_conditions_stand_in_their_basis,
    urgent_edges_lead_to_safety,
    urgent_edges_name_no_slower_speed,
    everywhere_leads_to_safety,
    everywhere_rests_on_sources,
    what_is_so_everywhere_is_no_edge,
    every_emergency_is_named_by_the_check,
    emergencies_begin_with_the_number,
    emergencies_stand_in_one_lane,
    the_list_of_signs_is_filled,
    places_that_need_the_signs_show_them,
    own_signs_follow_the_list,
    prose_copies_no_list_of_signs,
    every_node_is_reachable,
    no_node_is_a_dead_end,
    forward_ways_have_no_circle,
    net_holds_each_node_once,
    nodes_fill_the_sections_of_their_kind,
    living_with_fills_each_area,
    options_show_benefit_and_harm_or_a_gap,
    tests_have_an_exit_for_either_result,
    results_belong_to_tests,
    findings_name_known_nodes,
    findings_name_a_known_source,
    findings_are_of_a_known_group,
    outcomes_stand_in_a_known_group,
    percentages_lie_between_0_and_100,
    figures_are_in_a_known_unit,
    figures_lie_within_the_scale_of_their_unit,
    ratios_are_above_nought,
    times_are_not_below_nought,
    shares_have_a_value_or_a_range,
    shares_of_causes_stand_under_one_cause,
    things_counted_belong_to_shares,
    bounds_enclose_the_value,
    kinds_of_range_have_a_range,
    counts_do_not_exceed_totals,
    counts_agree_with_percentages,
    conflicts_are_mutual,
    findings_have_words_for_patients,
    words_for_patients_add_no_number,
    figures_said_are_the_rows,
    comparisons_tell_both_groups,
    follow_up_is_said,
    ranges_over_no_difference_say_chance,
    one_study_is_not_told_as_two,
    people_are_told_in_words_of_their_group,
    findings_and_gaps_can_be_read_at_age_11,
    sources_are_used,
    blanks_of_sources_are_owned_up_to,
    links_of_sources_are_web_addresses,
    sources_are_not_of_the_future,
    gaps_name_known_nodes,
    gaps_have_words_for_patients,
    every_claim_has_a_home,
    verdicts_cite_findings,
    words_of_claims_are_those_of_a_claim,
    supported_claims_rest_on_the_nearest_people,
    hard_words_are_explained_once,
    marks_lead_somewhere,
    no_study_is_cited_twice_in_one_place,
    prose_holds_no_number,
    patient_texts_can_be_read_at_age_11,
    review_comes_after_the_date,
    review_comes_within_ten_years,
    compare_ids_are_unique,
    compared_places_are_options,
    presets_start_from_causes_and_none_is_left_out,
    preset_options_are_reachable_from_their_cause,
    preset_options_stand_beside_the_first,
    matters_move_known_rows,
    matters_name_known_lanes,
    rows_say_when_no_figure_was_found,
    every_option_says_once_whether_it_can_be_undone,
    grave_harms_are_harms,
    grave_lane_is_a_lane,
    harms_known_as_grave_are_grave,
    counted_findings_stand_under_their_option,
    arms_are_of_the_option,
    turned_findings_can_be_turned,
    turned_findings_can_be_read_at_age_11,
    rows_name_known_matters,
    brief_lines_say_what_their_finding_says,
    checks_hold_true_and_false,
    checks_name_known_rows_and_findings,
    checks_say_only_numbers_of_their_findings,
)
"""Every rule, in the order in which they are asked."""


OF_COMPARE = frozenset(rule for rule in RULES if rule.__module__ == "pathways.checks.compare")
"""Rules that need ``compare.yaml``."""


def problems(pack: Pack) -> Iterator[Problem]:
    """Every problem of the pack, rule by rule; rules about a part that it does without are not asked."""
    for rule in RULES:
        if not (pack.compare.is_empty and rule in OF_COMPARE):
            yield from rule(pack)
