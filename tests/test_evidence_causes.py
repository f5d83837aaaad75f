"""What points to a cause, which tests tell it, and how often it was found, without adding anything up."""

from __future__ import annotations

from pathways.evidence import causes
from pathways.model import Edge, Finding, Pack
from pathways.model.vocabulary import COUNTING_ROLES


def test_places_of_a_kind_stand_in_the_order_of_the_overview_map(tiny: Pack) -> None:
    assert [node.id for node in causes.nodes_of_kind(tiny, "cause")] == ["old_leaves", "hard_water"]
    assert [node.id for node in causes.nodes_of_kind(tiny, "test")] == ["taste"]


def test_every_place_of_the_real_pack_is_found_by_its_kind(real_pack: Pack) -> None:
    for kind in ("cause", "test", "emergency"):
        found = {node.id for node in causes.nodes_of_kind(real_pack, kind)}
        assert found == {node.id for node in real_pack.nodes if node.kind == kind}


def test_a_finding_belongs_to_the_first_cause_among_its_places(real_pack: Pack) -> None:
    shared = real_pack.finding["occult-infection-01"]
    assert len([n for n in shared.nodes if real_pack.node[n].kind == "cause"]) > 1
    assert causes.cause_of(real_pack, shared) == real_pack.node["occult_infection"]


def test_a_finding_without_a_cause_belongs_to_none(tiny: Pack) -> None:
    assert causes.cause_of(tiny, tiny.finding["tea-01"]) is None


def test_how_often_a_cause_was_found_is_said_by_findings_that_count_it(tiny: Pack) -> None:
    assert [f.finding_id for f in causes.how_often(tiny, tiny.node["hard_water"])] == ["hard-water-01"]
    assert causes.how_often(tiny, tiny.node["old_leaves"]) == ()


def test_no_finding_counts_for_two_causes(real_pack: Pack) -> None:
    counted = [
        f for cause in causes.nodes_of_kind(real_pack, "cause") for f in causes.how_often(real_pack, cause)
    ]
    assert len(counted) == len(set(counted)) > 0


def test_each_way_of_counting_holds_the_findings_of_its_role_only(real_pack: Pack) -> None:
    together = [finding for role in COUNTING_ROLES for finding in causes.counted(real_pack, role)]
    every = {
        f for cause in causes.nodes_of_kind(real_pack, "cause") for f in causes.how_often(real_pack, cause)
    }
    assert len(together) == len(every)
    assert set(together) == every
    for role in COUNTING_ROLES:
        assert {finding.role for finding in causes.counted(real_pack, role)} == {role}


def test_people_with_a_fusion_stand_first_among_the_counted(real_pack: Pack) -> None:
    for role in COUNTING_ROLES:
        indirect = [finding.directness != "fusion" for finding in causes.counted(real_pack, role)]
        assert indirect == sorted(indirect)


def test_a_cause_that_nobody_counted_is_among_the_uncounted(tiny: Pack) -> None:
    assert causes.uncounted(tiny) == (tiny.node["old_leaves"],)


def test_findings_of_the_same_people_are_put_together_and_no_others(tiny: Pack) -> None:
    first = tiny.finding["tea-01"]
    same = first.model_copy(update={"finding_id": "tea-09"})
    other_people = first.model_copy(update={"finding_id": "tea-10", "population": "Someone else"})
    other_source = first.model_copy(update={"finding_id": "tea-11", "source_id": "kettle_book"})
    groups = causes.by_people([first, other_people, same, other_source])
    assert groups == ((first, same), (other_people,), (other_source,))


def test_a_test_tells_a_cause_by_the_ways_that_lead_there_and_by_what_was_studied(real_pack: Pack) -> None:
    told = causes.diagnosed_by(real_pack, real_pack.node["hardware_problem"])
    ct = next(test for test in told if test.test.id == "ct")
    assert [edge.end for edge in ct.ways] == ["hardware_problem"]
    assert {"ct-02", "ct-03", "ct-04"} <= {finding.finding_id for finding in ct.telling}
    assert "ct-01" not in {finding.finding_id for finding in ct.telling}


def test_tests_that_lead_to_a_cause_stand_before_tests_only_studied_for_it(real_pack: Pack) -> None:
    for cause in causes.nodes_of_kind(real_pack, "cause"):
        only_studied = [not test.ways for test in causes.diagnosed_by(real_pack, cause)]
        assert only_studied == sorted(only_studied)
    last = causes.diagnosed_by(real_pack, real_pack.node["hardware_problem"])[-1]
    assert (last.test.id, last.ways) == ("mri", ())


def test_every_way_into_a_cause_from_a_test_is_shown_at_the_cause(real_pack: Pack) -> None:
    for cause in causes.nodes_of_kind(real_pack, "cause"):
        shown = {edge for test in causes.diagnosed_by(real_pack, cause) for edge in test.ways}
        assert shown == {e for e in real_pack.edges_to[cause.id] if real_pack.node[e.start].kind == "test"}


def test_a_test_names_the_causes_that_its_results_lead_to(tiny: Pack) -> None:
    told = causes.causes_diagnosed_by(tiny, tiny.node["taste"])
    assert [cause.id for cause in told] == ["old_leaves", "hard_water"]


def test_a_result_without_a_way_stands_there_empty(tiny: Pack) -> None:
    ways = causes.ways_by_result(tiny, tiny.node["taste"])
    assert list(ways) == ["positive", "negative", "unclear"]
    assert [edge.end for edge in ways["negative"]] == ["choice"]
    assert ways["unclear"] == ()


def test_urgent_ways_come_first_and_ways_of_any_result_are_not_lost(real_pack: Pack) -> None:
    for test in causes.nodes_of_kind(real_pack, "test"):
        ways = causes.ways_by_result(real_pack, test)
        shown: list[Edge] = [edge for edges in ways.values() for edge in edges]
        assert sorted(shown, key=lambda e: e.end) == sorted(
            real_pack.edges_from[test.id], key=lambda e: e.end
        )
        for edges in ways.values():
            later = [edge.kind != "urgent" for edge in edges]
            assert later == sorted(later)


def test_scar_and_discs_without_pain_are_among_what_an_mri_shows(real_pack: Pack) -> None:
    seen = {finding.finding_id for finding in causes.incidental_findings(real_pack, real_pack.node["mri"])}
    assert {"epidural-fibrosis-02", "mri-02", "recurrent-disc-01"} <= seen


def test_a_figure_that_was_checked_against_something_is_not_called_seen(real_pack: Pack) -> None:
    checked = real_pack.finding["sacroiliac-pain-07"]
    assert checked.role == "test_accuracy"
    assert checked.comparator
    assert checked not in causes.incidental_findings(real_pack, real_pack.node["diagnostic_injection"])


def test_a_share_of_causes_is_not_what_a_test_shows_without_pain(real_pack: Pack) -> None:
    seen: list[Finding] = list(causes.incidental_findings(real_pack, real_pack.node["diagnostic_injection"]))
    assert "cause_share" not in {finding.role for finding in seen}


def test_a_test_is_told_once_for_a_cause_however_many_findings_it_has(real_pack: Pack) -> None:
    for cause in causes.nodes_of_kind(real_pack, "cause"):
        told = [test.test.id for test in causes.diagnosed_by(real_pack, cause)]
        assert told
        assert len(told) == len(set(told))


def test_a_figure_that_no_word_about_the_test_speaks_is_untold(tiny: Pack) -> None:
    test = tiny.node["taste"]
    quiet = test.model_copy(
        update={"can_show": (), "cannot_show": (), "cautions": ("Sip slowly [taste-01].",)}
    )
    assert [f.finding_id for f in causes.unquoted(tiny, quiet)] == ["taste-01"]
    for section in ("can_show", "cannot_show", "cautions"):
        loud = quiet.model_copy(update={section: ("It can be wrong. {taste-01}",)})
        assert causes.unquoted(tiny, loud) == ()
