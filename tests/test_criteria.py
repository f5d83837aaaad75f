"""Criteria held against a case: three values, reasons, emergencies, and what holds whatever is entered."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.criteria import Answers, answers_of, evaluated, parsed, read_case
from pathways.criteria.kleene import either, every, negated
from pathways.criteria.reading import conditions, is_asked, signs, version_of, warning_facts
from pathways.loading import load_pack
from pathways.model import Fact, Pack
from pathways.model.vocabulary import CaseState
from tests.conftest import REAL_PACK, TINY_PACK

PACKS = {"real": load_pack(REAL_PACK), "tiny": load_pack(TINY_PACK)}
A: CaseState = "met"
U: CaseState = "unknown"
N: CaseState = "not_met"


# Truth tables of strong Kleene logic.


@pytest.mark.parametrize(("state", "turned"), [(A, N), (U, U), (N, A)])
def test_not_turns_met_and_not_met_round(state: CaseState, turned: CaseState) -> None:
    assert negated(state) == turned


@pytest.mark.parametrize(
    ("one", "other", "both", "one_of_them"),
    [
        *((A, A, A, A), (A, U, U, A), (A, N, N, A)),
        *((U, A, U, A), (U, U, U, U), (U, N, N, U)),
        *((N, A, N, A), (N, U, N, U), (N, N, N, N)),
    ],
)
def test_and_and_or_are_those_of_the_truth_table(
    one: CaseState, other: CaseState, both: CaseState, one_of_them: CaseState
) -> None:
    assert every([one, other]) == both
    assert either([one, other]) == one_of_them


# Reasons.


@pytest.mark.parametrize(
    ("known", "state", "rests_on", "missing"),
    [
        ({}, U, (), ("milk", "warmth", "tired")),
        ({"milk": "no"}, U, (), ("tired",)),
        ({"milk": "yes"}, U, (), ("warmth", "tired")),
        ({"milk": "yes", "warmth": Decimal(60)}, A, ("milk", "warmth"), ()),
        ({"tired": "yes"}, A, ("tired",), ()),
        ({"milk": "no", "tired": "no"}, N, ("milk", "tired"), ()),
        ({"milk": "yes", "warmth": Decimal(59), "tired": "no"}, N, ("warmth", "tired"), ()),
    ],
)
def test_a_state_names_what_it_rests_on_and_an_unknown_one_what_is_missing(
    known: dict[str, str | Decimal], state: CaseState, rests_on: tuple[str, ...], missing: tuple[str, ...]
) -> None:
    found = evaluated(parsed("milk is yes and warmth >= 60 or tired is yes"), known)
    assert (found.state, found.rests_on, found.missing) == (state, rests_on, missing)


@pytest.mark.parametrize(("sign", "at", "above"), [(">=", A, A), ("<=", A, N), (">", N, A), ("<", N, N)])
def test_a_limit_is_held_exactly(sign: str, at: CaseState, above: CaseState) -> None:
    tree = parsed(f"warmth {sign} 60.5")
    assert evaluated(tree, {"warmth": Decimal("60.5")}).state == at
    assert evaluated(tree, {"warmth": Decimal("60.6")}).state == above


def test_two_numbers_are_compared_only_when_both_are_known() -> None:
    tree = parsed("dry_months > thirst_months")
    assert evaluated(tree, {"dry_months": Decimal(9)}).missing == ("thirst_months",)
    assert evaluated(tree, {"dry_months": Decimal(9), "thirst_months": Decimal(8)}).state == A


# What holds for every pack, whatever is entered.


def _value(fact: Fact) -> st.SearchStrategy[str]:
    if not fact.is_number:
        return st.sampled_from(fact.values)
    assert fact.minimum is not None
    assert fact.maximum is not None
    return st.decimals(fact.minimum, fact.maximum, places=1, allow_nan=False).map(lambda n: f"{n:f}")


@st.composite
def _cases(draw: st.DrawFn, pack: Pack) -> dict[str, str]:
    facts = draw(st.lists(st.sampled_from(pack.facts), unique_by=lambda fact: fact.fact_id, max_size=40))
    return {fact.fact_id: draw(_value(fact)) for fact in facts}


def _states(pack: Pack, entered: dict[str, str]) -> dict[str, CaseState]:
    answers = answers_of(pack, entered.items())
    assert answers.refused == ()
    return {name: row.state for name, row in read_case(pack, answers).rows.items()}


@pytest.mark.parametrize("name", PACKS)
@given(data=st.data())
@settings(max_examples=60)
def test_a_new_fact_changes_only_what_names_it_and_never_turns_a_known_state(
    name: str, data: st.DataObject
) -> None:
    pack = PACKS[name]
    full = data.draw(_cases(pack))
    new = data.draw(st.sampled_from(sorted(full))) if full else None
    fewer = {fact: value for fact, value in full.items() if fact != new}
    before, after = _states(pack, fewer), _states(pack, full)
    for criterion in pack.criteria:
        one, other = before[criterion.criterion_id], after[criterion.criterion_id]
        assert one in (other, U), criterion.criterion_id
        assert one == other or new in evaluated(conditions(pack)[criterion.expression], {}).missing
    assert _states(pack, fewer) == before


@pytest.mark.parametrize("name", PACKS)
@given(data=st.data())
@settings(max_examples=30)
def test_a_changed_fact_changes_only_the_criteria_that_name_it_and_order_does_not_matter(
    name: str, data: st.DataObject
) -> None:
    pack = PACKS[name]
    entered = data.draw(_cases(pack))
    fact = data.draw(st.sampled_from(pack.facts))
    changed = {**entered, fact.fact_id: data.draw(_value(fact))}
    before, after = _states(pack, entered), _states(pack, changed)
    for criterion in pack.criteria:
        named = evaluated(conditions(pack)[criterion.expression], {}).missing
        if fact.fact_id not in named:
            assert before[criterion.criterion_id] == after[criterion.criterion_id]
    backwards = dict(reversed(changed.items()))
    assert _states(pack, backwards) == after


@pytest.mark.parametrize("name", PACKS)
def test_with_no_facts_every_criterion_is_unknown(name: str) -> None:
    reading = read_case(PACKS[name], Answers())
    assert {row.state for row in reading.rows.values()} == {U}
    assert (reading.emergencies, reading.one_missing, reading.contradictions) == ((), (), ())
    assert reading.not_asked == warning_facts(PACKS[name])


@pytest.mark.parametrize("name", PACKS)
def test_every_case_comes_to_what_was_worked_out_by_hand(name: str) -> None:
    pack = PACKS[name]
    assert pack.cases
    for case in pack.cases:
        parts = [(case.facts, case.expected)]
        parts += [({**case.facts, **twist.facts}, twist.expected) for twist in case.twists]
        for facts, expected in parts:
            reading = read_case(pack, answers_of(pack, facts.items()))
            assert {name: reading.rows[name].state for name in expected.states} == expected.states
            assert {one.node_id for one in reading.emergencies} == set(expected.emergencies)
            assert [one.contradiction_id for one in reading.contradictions] == list(expected.contradictions)


def test_rows_of_a_place_keep_their_order_whatever_is_entered(real_pack: Pack) -> None:
    case = real_pack.cases[0]
    empty, full = (
        read_case(real_pack, Answers()),
        read_case(real_pack, answers_of(real_pack, case.facts.items())),
    )
    for node in real_pack.nodes:
        names = [[row.criterion.criterion_id for row in one.rows_at(node.id)] for one in (empty, full)]
        assert names[0] == names[1]


# Emergencies.


@pytest.mark.parametrize("name", PACKS)
def test_each_sign_alone_lights_an_emergency_and_no_other_answer_puts_it_out(name: str) -> None:
    pack = PACKS[name]
    assert signs(pack)
    for sign in signs(pack):
        calm = [(one.fact.fact_id, one.calm) for one in signs(pack) if one is not sign]
        for value in sign.worrying:
            reading = read_case(pack, answers_of(pack, [*calm, (sign.fact.fact_id, value)]))
            assert reading.emergencies, sign.fact.fact_id
        assert not read_case(pack, answers_of(pack, [*calm, (sign.fact.fact_id, sign.calm)])).emergencies


def test_a_small_residual_does_not_put_out_a_new_sign(real_pack: Pack) -> None:
    reading = read_case(
        real_pack, answers_of(real_pack, [("bladder_bowel", "new_or_worse"), ("residual_urine", "5")])
    )
    assert [one.node_id for one in reading.emergencies] == ["cauda_equina"]
    assert reading.rows["cauda_equina_residual"].state == "not_met"


def test_a_warning_that_lacks_one_answer_says_which(tiny: Pack) -> None:
    reading = read_case(tiny, answers_of(tiny, [("burning_smell", "new")]))
    (row,) = reading.one_missing
    assert (row.criterion.criterion_id, row.outcome.missing) == ("smoke_after_boiling", ("just_boiled",))
    assert not reading.emergencies
    assert [fact.fact_id for fact in reading.not_asked] == ["smoke_seen", "just_boiled"]


def test_a_fact_given_twice_counts_as_missing_and_yet_lights_its_emergency(tiny: Pack) -> None:
    answers = answers_of(tiny, [("smoke_seen", "no"), ("smoke_seen", "yes"), ("burning_smell", "none")])
    assert "smoke_seen" not in answers.known
    assert answers.refused == (
        "“Visible smoke”: more than one answer was given (No, Yes). It counts as not known.",
    )
    reading = read_case(tiny, answers)
    assert [one.node_id for one in reading.emergencies] == ["smoke"]
    assert reading.rows["no_smoke"].state == U


def test_a_fact_given_twice_lights_a_warning_of_two_facts(tiny: Pack) -> None:
    given_twice = [("burning_smell", "old"), ("burning_smell", "new"), ("just_boiled", "yes")]
    reading = read_case(tiny, answers_of(tiny, given_twice))
    assert [row.criterion.criterion_id for row in reading.emergencies[0].rows] == ["smoke_after_boiling"]
    assert reading.rows["smoke_after_boiling"].outcome.rests_on == ("just_boiled", "burning_smell")


# The screen of all warning signs.


@pytest.mark.parametrize("name", PACKS)
@given(data=st.data())
@settings(max_examples=60)
def test_the_screen_is_met_only_when_no_warning_is_left_to_ask_for_and_none_is_met(
    name: str, data: st.DataObject
) -> None:
    pack = PACKS[name]
    named = {sign.fact.fact_id: sign.calm for sign in signs(pack)}
    others = [fact for fact in warning_facts(pack) if fact.fact_id not in named]
    for fact in data.draw(st.lists(st.sampled_from(warning_facts(pack)), max_size=4)):
        named[fact.fact_id] = data.draw(st.sampled_from(fact.values))
    named |= {fact.fact_id: data.draw(st.sampled_from(fact.values)) for fact in others}
    left = data.draw(st.sampled_from([None, *named]))
    reading = read_case(pack, answers_of(pack, [(n, v) for n, v in named.items() if n != left]))
    assert pack.info.case
    if reading.rows[pack.info.case.screen].state == "met":
        assert (reading.not_asked, reading.one_missing, reading.emergencies) == ((), (), ())


@pytest.mark.parametrize("name", PACKS)
def test_the_screen_is_unknown_while_one_warning_sign_was_not_asked_for(name: str) -> None:
    pack = PACKS[name]
    calm = {fact.fact_id: fact.values[0] for fact in warning_facts(pack) if fact.form == "short"}
    calm |= {sign.fact.fact_id: sign.calm for sign in signs(pack)}
    assert pack.info.case
    for left in calm:
        reading = read_case(pack, answers_of(pack, [(n, v) for n, v in calm.items() if n != left]))
        assert reading.rows[pack.info.case.screen].state == U, left
        assert left in {fact.fact_id for fact in reading.not_asked}
    assert read_case(pack, answers_of(pack, calm.items())).rows[pack.info.case.screen].state == A


CALM = {sign.fact.fact_id: sign.calm for sign in signs(PACKS["real"])}


@pytest.mark.parametrize(
    ("given_too", "state"),
    [
        ({}, A),
        ({"pain_course": "suddenly_worse"}, U),
        ({"pain_course": "suddenly_worse", "weak_bone": "no"}, U),
        ({"pain_course": "suddenly_worse", "weak_bone": "no", "t_score": "-1"}, A),
        ({"pain_course": "suddenly_worse", "weak_bone": "yes"}, N),
        ({"bladder_bowel": "old_unchanged"}, N),
        ({"saddle_numbness": "old_unchanged"}, N),
        ({"leg_weakness": "old_unchanged", "leg_numbness": "old_unchanged"}, A),
        ({"recent_procedure": "operation"}, A),
        ({"recent_procedure": "operation", "pain_course": "slowly_worse"}, N),
    ],
)
def test_the_screen_rests_on_every_warning(given_too: dict[str, str], state: CaseState) -> None:
    facts = {**CALM, "recent_procedure": "none", "pain_course": "same", **given_too}
    reading = read_case(PACKS["real"], answers_of(PACKS["real"], facts.items()))
    assert reading.rows["no_warning_sign"].state == state


@pytest.mark.parametrize(
    ("facts", "lit"),
    [
        ({"leg_numbness": "new_or_worse", "recent_procedure": "none"}, ["progressive_weakness"]),
        ({"recent_procedure": "operation", "pain_course": "slowly_worse"}, ["procedure_emergency"]),
        ({"recent_procedure": "injection", "pain_course": "same"}, []),
        ({"head_signs": "yes"}, ["procedure_emergency"]),
    ],
)
def test_what_the_check_for_warning_signs_names_lights_its_emergency(
    facts: dict[str, str], lit: list[str]
) -> None:
    reading = read_case(PACKS["real"], answers_of(PACKS["real"], facts.items()))
    assert [one.node_id for one in reading.emergencies] == lit


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({"pain_area": "leg"}, U),
        ({"pain_area": "leg", "pain_character": "nerve_like"}, A),
        ({"pain_area": "leg", "pain_character": "not_nerve_like"}, U),
        ({"pain_area": "both", "nerve_squeezed": "fits"}, A),
        ({"pain_area": "back", "pain_character": "nerve_like"}, N),
    ],
)
def test_leg_pain_alone_is_not_called_radicular(facts: dict[str, str], state: CaseState) -> None:
    reading = read_case(PACKS["real"], answers_of(PACKS["real"], facts.items()))
    assert reading.rows["epidural_leg_pain"].state == state


# Answers.


@pytest.mark.parametrize(
    ("pair", "says"),
    [
        (("coffee", "yes"), "'coffee' is not asked here. It is left out."),
        (("milk\n", "yes"), "'milk' is not asked here. It is left out."),
        (("call nobody", "yes"), "Something else is not asked here. It is left out."),
        (("chalk", "call nobody"), "“Limescale”: the answer is not one of the answers. It is left out."),
        (("chalk", "much"), "“Limescale”: 'much' is not one of the answers. It is left out."),
        (("warmth", "101"), "“Temperature of the water”: the answer lies outside 0 to 100. It is left out."),
        (("warmth", "-1"), "“Temperature of the water”: the answer lies outside 0 to 100. It is left out."),
        (("warmth", "1e1"), "“Temperature of the water”: the answer is no plain number. It is left out."),
        (("warmth", "NaN"), "“Temperature of the water”: 'NaN' is no plain number. It is left out."),
        (("warmth", ""), "“Temperature of the water”: the answer is no plain number. It is left out."),
    ],
)
def test_an_answer_that_does_not_fit_is_said_and_left_out(
    pair: tuple[str, str], says: str, tiny: Pack
) -> None:
    answers = answers_of(tiny, [pair, ("chalk_thick", "no")])
    assert answers.refused == (says,)
    assert answers.known == {"chalk_thick": "no"}


@pytest.mark.parametrize(
    ("pair", "known"),
    [
        ((" burning smell ", " new "), {"burning_smell": "new"}),
        (("burning-smell", "NEW".casefold()), {"burning_smell": "new"}),
        (("warmth", " 60 "), {"warmth": Decimal(60)}),
    ],
)
def test_blanks_and_lines_between_words_do_not_count(
    pair: tuple[str, str], known: dict[str, str | Decimal], tiny: Pack
) -> None:
    answers = answers_of(tiny, [pair])
    assert (answers.known, answers.unread, answers.refused) == (known, (), ())


@pytest.mark.parametrize(
    "pair",
    [
        ("smoke_seen", "ye"),
        ("smoke_seen", ""),
        ("smoke_seen", "yes burning_smell:none"),
        ("smoke_sen", "yes"),
        ("the smoke_seen", "yes"),
        ("smoke_seen yes", ""),
    ],
)
def test_an_answer_to_a_warning_that_cannot_be_read_is_not_lost(pair: tuple[str, str], tiny: Pack) -> None:
    reading = read_case(tiny, answers_of(tiny, [("smoke_seen", "no"), pair]))
    assert "smoke_seen" in {fact.fact_id for fact in reading.unread}
    assert "smoke_seen" not in reading.answers.known
    assert read_case(tiny, answers_of(tiny, [("smoke_seen", "yes"), pair])).emergencies


def test_the_same_answer_twice_is_one_answer(tiny: Pack) -> None:
    assert answers_of(tiny, [("warmth", "60"), ("warmth", "60.0")]).known == {"warmth": Decimal(60)}


def test_a_question_is_left_away_only_while_its_condition_is_known_not_to_hold(tiny: Pack) -> None:
    fact = tiny.fact["chalk_thick"]
    assert is_asked(tiny, fact, {})
    assert is_asked(tiny, fact, {"chalk": "yes"})
    assert not is_asked(tiny, fact, {"chalk": "no"})


def test_contradictions_are_said_and_change_nothing(tiny: Pack) -> None:
    entered = [("chalk", "no"), ("chalk_thick", "yes"), ("dry_months", "9"), ("thirst_months", "8")]
    reading = read_case(tiny, answers_of(tiny, entered))
    assert [one.contradiction_id for one in reading.contradictions] == ["too_long_without", "thick_but_none"]
    assert reading.rows["water_chalk"].state == "met"


def test_the_version_changes_with_the_criteria_and_with_nothing_else(tiny: Pack) -> None:
    other = tiny.model_copy(update={"criteria": tiny.criteria[1:]})
    same = tiny.model_copy(update={"claims": ()})
    assert version_of(other) != version_of(tiny) == version_of(same)
    assert len(version_of(tiny)) == 8
