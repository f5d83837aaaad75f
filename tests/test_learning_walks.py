"""Walks: each runs along ways of the map, tells where a choice parts from it, and loses no warning sign."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.learning.walks import (
    SPEAKS_AGAINST,
    chosen,
    known_part,
    speaking_against,
    walk_of_case,
    walk_of_route,
    ways,
)
from pathways.model import Pack


def test_every_case_of_the_pack_can_be_walked_to_its_end(real_pack: Pack) -> None:
    assert len(real_pack.cases) == 14
    for case in real_pack.cases:
        walk = walk_of_case(case)
        made = chosen(real_pack, walk, [step.goes_to for step in walk.steps])
        assert len(made) == len(walk.steps) > 0
        assert all(one.is_same and not one.passes_sign for one in made)


def test_the_steps_of_a_case_are_its_route_and_then_those_of_its_changes(real_pack: Pack) -> None:
    for case in real_pack.cases:
        walk = walk_of_case(case)
        routes = [case.route, *(twist.route for twist in case.twists)]
        assert [(s.here, s.goes_to) for s in walk.steps] == [w for route in routes for w in pairwise(route)]
        assert sum(step.is_first for step in walk.steps) == sum(len(route) > 1 for route in routes)


def test_the_ways_on_are_all_ways_of_the_map_each_place_once(real_pack: Pack) -> None:
    for node in real_pack.nodes:
        ends = [edge.end for edge in ways(real_pack, node.id)]
        everywhere = {real_pack.everywhere[node.id].end} if node.id in real_pack.everywhere else set()
        assert len(ends) == len(set(ends))
        assert set(ends) == {edge.end for edge in real_pack.edges if edge.start == node.id} | everywhere


def test_the_order_of_the_ways_does_not_tell_which_one_is_taken(real_pack: Pack) -> None:
    places = [
        [edge.end for edge in ways(real_pack, step.here)].index(step.goes_to)
        for case in real_pack.cases
        for step in walk_of_case(case).steps
    ]
    assert places.count(0) < len(places) / 2
    assert max(places) > 5


def test_every_emergency_of_a_case_is_a_sign_that_can_be_passed_over_and_is_then_told(
    real_pack: Pack,
) -> None:
    for case in real_pack.cases:
        walk = walk_of_case(case)
        for step in walk.steps:
            taken = next(edge for edge in ways(real_pack, step.here) if edge.end == step.goes_to)
            is_sign = taken.kind == "urgent" or (
                real_pack.node[taken.end].kind == "emergency"
                and real_pack.node[taken.start].kind != "emergency"
            )
            for edge in ways(real_pack, step.here):
                to_help = edge.kind == "urgent" or real_pack.node[edge.end].kind == "emergency"
                trail = [s.goes_to for s in walk.steps[: walk.steps.index(step)]] + [edge.end]
                made = chosen(real_pack, walk, trail)[-1]
                assert made.passes_sign is (is_sign and not to_help)


def test_the_emergencies_of_a_case_lie_on_its_walk(real_pack: Pack) -> None:
    """What a case lights must be walked past, or the walk would teach to leave it behind."""
    for case in real_pack.cases:
        legs = walk_of_case(case).legs
        for expected, leg in zip(
            [case.expected, *(t.expected for t in case.twists if t.route)], legs, strict=True
        ):
            assert not expected.emergencies or set(expected.emergencies) & set(leg.route), case.id


def test_others_are_all_ways_but_the_chosen_and_the_taken_one(real_pack: Pack) -> None:
    walk = walk_of_case(real_pack.cases[0])
    for end in (edge.end for edge in ways(real_pack, walk.steps[0].here)):
        made = chosen(real_pack, walk, [end])[0]
        told = {made.edge.end, made.taken.end, *(edge.end for edge in made.others)}
        assert told == {edge.end for edge in ways(real_pack, walk.steps[0].here)}
        assert len(made.others) == len(told) - len({made.edge.end, made.taken.end})


def test_a_route_of_the_map_is_walked_from_its_start_to_its_goal(tiny: Pack) -> None:
    walk = walk_of_route(tiny, "thirst", "tea")
    assert walk
    assert walk.case is None
    assert (walk.steps[0].here, walk.steps[-1].goes_to) == ("thirst", "tea")
    assert "“Thirst that stays”" in walk.title


def test_any_route_that_the_map_knows_can_be_walked(real_pack: Pack) -> None:
    start = real_pack.info.start
    found = [walk_of_route(real_pack, start, node.id) for node in real_pack.nodes if node.id != start]
    assert sum(walk is not None for walk in found) > 60
    for walk in filter(None, found):
        assert all(one.is_same for one in chosen(real_pack, walk, [step.goes_to for step in walk.steps]))


@pytest.mark.parametrize(("start", "goal"), [("tea", "tea"), ("good_cup", "taste")])
def test_where_no_way_leads_nothing_can_be_walked(tiny: Pack, start: str, goal: str) -> None:
    assert walk_of_route(tiny, start, goal) is None


def test_a_way_that_leads_to_the_goal_as_well_is_said_to(tiny: Pack) -> None:
    walk = walk_of_route(tiny, "thirst", "good_cup")
    assert walk
    at = next(number for number, step in enumerate(walk.steps) if step.here == "choice")
    other = next(
        e.end for e in ways(tiny, "choice") if e.end != walk.steps[at].goes_to and e.kind == "onward"
    )
    made = chosen(tiny, walk, [*(step.goes_to for step in walk.steps[:at]), other])[-1]
    assert made.also_leads
    assert not chosen(tiny, walk, ["smoke"])[0].also_leads or walk.steps[0].goes_to == "smoke"


def test_a_place_that_no_way_leads_to_is_refused(tiny: Pack) -> None:
    walk = walk_of_case(tiny.cases[0])
    with pytest.raises(ValueError, match="No way leads from 'thirst' to 'tea'"):
        chosen(tiny, walk, ["tea"])


@given(st.lists(st.sampled_from(["thirst", "smoke", "taste", "old_leaves", "choice", "tea", "nowhere"])))
def test_any_trail_is_known_up_to_its_first_wrong_place(tiny: Pack, trail: list[str]) -> None:
    walk = walk_of_case(tiny.cases[0])
    kept = known_part(tiny, walk, trail)
    assert list(kept) == trail[: len(kept)]
    assert len(chosen(tiny, walk, kept)) == len(kept)
    assert known_part(tiny, walk, kept) == kept


def test_only_published_conditions_that_do_not_fit_are_told_and_none_is_counted(real_pack: Pack) -> None:
    told = [
        row
        for case in real_pack.cases
        for leg in walk_of_case(case).legs
        for node in leg.route
        for row in speaking_against(real_pack, leg, node)
    ]
    assert told
    assert {(row.criterion.kind, row.state) for row in told} <= SPEAKS_AGAINST
    assert not [row for row in told if row.state == "unknown"]


def test_without_criteria_or_facts_nothing_speaks_against_a_place(real_pack: Pack, tiny: Pack) -> None:
    leg = walk_of_case(real_pack.cases[0]).legs[0]
    without = real_pack.model_copy(update={"criteria": ()})
    assert all(speaking_against(without, leg, node) == () for node in leg.route)
    route = walk_of_route(tiny, "thirst", "tea")
    assert route
    assert speaking_against(tiny, route.legs[0], "tea") == ()
