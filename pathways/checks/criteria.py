"""``facts.csv``, ``criteria.csv`` and what belongs to them: each can be answered, and has a source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from pathways.checks.rule import Problems, used_twice
from pathways.criteria.evaluation import evaluated
from pathways.criteria.expression import (
    Compared,
    Every,
    Expression,
    ExpressionError,
    comparisons,
    facts_of,
    parsed,
)
from pathways.criteria.fit import can_come_to, faults_of, is_measured
from pathways.model import Criterion, Fact, Pack
from pathways.model.criteria import CONVENTION
from pathways.model.vocabulary import CaseState
from pathways.problems import Problem, shown

FINDING_IN_TEXT = re.compile(r"\b[a-z]+(?:-[a-z]+)*-[0-9]{2,}\b")
"""An id of a finding as it stands in a sentence."""

NEEDS_NO_SOURCE = frozenset({0.0, 1.0, 100.0})
"""None, any, and "of 100"."""

_NUMBER_WORDS = {
    "one": 1.0,
    "two": 2.0,
    "three": 3.0,
    "four": 4.0,
    "five": 5.0,
    "six": 6.0,
    "seven": 7.0,
    "eight": 8.0,
    "nine": 9.0,
    "ten": 10.0,
    "twelve": 12.0,
}
_NUMBER = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?!\.?\w)")
_WORD = re.compile(r"[a-z]+")
_ADVICE = re.compile(r"\b(?:should|must|best|recommend\w*|ought)\b", re.IGNORECASE)
_OWN_WORDS = frozenset({"and", "or", "not", "is", "in"})


def ids_of_criteria_are_unique(pack: Pack) -> Problems:
    yield from used_twice([("facts.csv", fact.fact_id) for fact in pack.facts])
    yield from used_twice([("criteria.csv", one.criterion_id) for one in pack.criteria])
    yield from used_twice([("criteria_gaps.csv", gap.gap_id) for gap in pack.criteria_gaps])
    yield from used_twice([("contradictions.csv", one.contradiction_id) for one in pack.contradictions])


def facts_can_be_answered(pack: Pack) -> Problems:
    """A number has a unit and limits, other kinds have choices; each has a card that explains it."""
    for fact in pack.facts:
        for wrong, mend in _faults_of_fact(fact):
            yield Problem("facts.csv", fact.fact_id, wrong, mend)
        if fact.node not in pack.node:
            mend = "Correct the id in the column node."
            yield Problem("facts.csv", fact.fact_id, f"{fact.node!r} is not a node.", mend)


def _faults_of_fact(fact: Fact) -> Iterator[tuple[str, str]]:
    limits = (fact.minimum, fact.maximum, fact.step)
    if fact.is_number:
        if not fact.unit or None in limits or fact.choices:
            yield "It is a number.", "Fill unit, minimum, maximum and step, and leave choices blank."
        elif not fact.minimum < fact.maximum or not fact.step > 0:  # type: ignore[operator]
            yield "No number lies within its limits.", "The maximum is above the minimum, the step above 0."
        return
    if fact.unit or limits != (None, None, None) or len(fact.values) < 2:
        mend = "Fill choices with two or more, and leave unit, minimum, maximum and step blank."
        yield "It is a choice.", mend
    if fact.kind == "yes_no" and fact.values != ("yes", "no"):
        yield "Its choices are not yes and no.", "Write the values yes and no, or choose the kind choice."
    if len(set(fact.values)) < len(fact.values) or _OWN_WORDS & set(fact.values):
        mend = "Give each choice its own value, and none of: and, or, not, is, in."
        yield "A value is no good name.", mend


def expressions_fit_the_facts(pack: Pack) -> Problems:
    for file, record, text in _expressions(pack):
        for wrong, mend in faults_of(text, pack.fact):
            yield Problem(file, record, wrong, mend)


def _expressions(pack: Pack) -> Iterator[tuple[str, str, str]]:
    yield from (("criteria.csv", one.criterion_id, one.expression) for one in pack.criteria)
    yield from (("contradictions.csv", one.contradiction_id, one.expression) for one in pack.contradictions)
    yield from (("facts.csv", fact.fact_id, fact.asked_if) for fact in pack.facts if fact.asked_if)


def sound(text: str, facts: Mapping[str, Fact]) -> Expression | None:
    """The tree of an expression that fits the facts; None if another rule complains of it."""
    if any(faults_of(text, facts)):
        return None
    try:
        return parsed(text)
    except ExpressionError:
        return None


def criteria_can_be_met_and_not_met(pack: Pack) -> Problems:
    """A row that is always met, or never, says nothing. "Was measured" alone is never not met."""
    states: tuple[CaseState, ...] = ("met", "not_met")
    for one in pack.criteria:
        tree = sound(one.expression, pack.fact)
        for state in states:
            if tree is None:
                continue  # another rule says so
            is_excused = state == "not_met" and is_measured(tree, pack.fact)
            if not is_excused and not can_come_to(tree, state, pack.fact):
                wrong = f"No answers make it {state.replace('_', ' ')}."
                yield Problem("criteria.csv", one.criterion_id, wrong, "Correct the expression.")


def criteria_name_known_places_and_findings(pack: Pack) -> Problems:
    for one in pack.criteria:
        for node_id in one.nodes:
            if node_id not in pack.node:
                yield _in(one, f"{node_id!r} is not a node.", "Correct the id in the column nodes.")
        cited = (*one.findings, *FINDING_IN_TEXT.findall(f"{one.source_note} {one.caution}"))
        for name in cited:
            if name not in pack.finding:
                yield _in(one, f"{name!r} is not a finding.", "Correct the id.")
        if not one.nodes or not one.basis:
            yield _in(one, "nodes or basis is blank.", "Name a place, and findings or convention.")


def warnings_stand_at_emergencies(pack: Pack) -> Problems:
    for one in pack.criteria:
        others = [n for n in one.nodes if n in pack.node and pack.node[n].kind != "emergency"]
        if one.kind == "warning" and others:
            mend = "Name emergencies alone, or choose another kind."
            yield _in(one, f"It is a warning, and {others[0]} is no emergency.", mend)


def conventions_give_their_reason(pack: Pack) -> Problems:
    for one in pack.criteria:
        if one.is_convention and not one.source_note:
            mend = "Say in source_note which part practice carries, and why."
            yield _in(one, "It rests on convention and does not say why.", mend)


def limits_of_criteria_stand_in_their_findings(pack: Pack) -> Problems:
    for one in pack.criteria:
        tree = sound(one.expression, pack.fact)
        if tree is None or CONVENTION in one.basis:
            continue
        if lone := without_home(_limits(tree), numbers_of_findings(pack, one.findings)):
            wrong = f"The limit {_said(lone)} stands in none of its findings."
            yield _in(one, wrong, "Name the finding, or convention and the reason.")


def sentences_of_criteria_add_no_number(pack: Pack) -> Problems:
    for one in pack.criteria:
        tree = sound(one.expression, pack.fact)
        text = " ".join((one.plain, one.clinical, one.source_note, one.caution))
        cited = (*one.findings, *FINDING_IN_TEXT.findall(text))
        home = numbers_of_findings(pack, cited) | (_limits(tree) if tree else set())
        if lone := without_home(numbers_in(FINDING_IN_TEXT.sub("", text)), home):
            wrong = f"The number {_said(lone)} stands in no expression and no finding that it names."
            yield _in(one, wrong, "Name the finding that says it, or leave it out.")


def criteria_give_no_advice(pack: Pack) -> Problems:
    for one in pack.criteria:
        if found := _ADVICE.search(f"{one.plain} {one.clinical}"):
            yield _in(one, f"{found[0]!r} gives advice.", "Say what holds, and leave weighing to people.")


def options_causes_and_emergencies_have_a_criterion_or_a_gap(pack: Pack) -> Problems:
    covered = {n for one in pack.criteria for n in one.nodes} | {gap.node_id for gap in pack.criteria_gaps}
    for node in pack.nodes if pack.criteria else ():
        if node.kind in ("option", "cause", "emergency") and node.id not in covered:
            wrong = f"{node.id} has no criterion and no gap."
            mend = "Add a row, or say in criteria_gaps.csv what no source gives."
            yield Problem("criteria.csv", node.id, wrong, mend)


def facts_stand_in_a_criterion_or_a_gap(pack: Pack) -> Problems:
    trees = (sound(one.expression, pack.fact) for one in pack.criteria)
    used = {name for tree in trees if tree for name in facts_of(tree)}
    used |= {gap.fact_id for gap in pack.criteria_gaps}
    for fact in pack.facts:
        if fact.fact_id not in used:
            mend = "Do not ask for it, or name it in a criterion or in a gap."
            yield Problem("facts.csv", fact.fact_id, "Nothing uses this fact.", mend)


def criteria_gaps_name_known_places_and_facts(pack: Pack) -> Problems:
    for gap in pack.criteria_gaps:
        if gap.node_id not in pack.node:
            mend = "Correct the id in the column node_id."
            yield Problem("criteria_gaps.csv", gap.gap_id, f"{gap.node_id!r} is not a node.", mend)
        if gap.fact_id and gap.fact_id not in pack.fact:
            mend = "Correct the id in the column fact_id, or leave it blank."
            yield Problem("criteria_gaps.csv", gap.gap_id, f"{gap.fact_id!r} is not a fact.", mend)


def words_of_cases_name_known_criteria_and_places(pack: Pack) -> Problems:
    words = pack.info.case
    if words is None:
        return
    for name in (words.screen, words.early, words.worse):
        if name not in pack.criterion:
            yield Problem("pack.yaml", "case", f"{name!r} is not a criterion.", "Correct the id.")
    if words.worse_to not in pack.node:
        yield Problem("pack.yaml", "case", f"{words.worse_to!r} is not a node.", "Correct the id.")


def listed_signs_light_an_emergency(pack: Pack) -> Problems:
    """Each sign of the list that needs help at once is asked for, and some answer to each question counts."""
    warnings = _warnings(pack)
    for sign in pack.info.emergency.signs if pack.info.emergency and warnings else ():
        if not sign.facts:
            mend = "Name under facts what is asked for it, and write a warning for it in criteria.csv."
            yield Problem("pack.yaml", "emergency", f"{shown(sign.sign)} is not asked for.", mend)
        for name in sign.facts:
            if name not in pack.fact:
                yield Problem("pack.yaml", "emergency", f"{name!r} is not a fact.", "Correct the id.")
            elif not any(_counts(tree, name, sign.facts, pack) for tree in warnings.values()):
                wrong = f"No answer to {name} lights an emergency for {shown(sign.sign)}."
                yield Problem("pack.yaml", "emergency", wrong, "Write a warning for it in criteria.csv.")


def _warnings(pack: Pack) -> dict[str, Expression]:
    rows = ((one, sound(one.expression, pack.fact)) for one in pack.criteria if one.kind == "warning")
    return {one.criterion_id: tree for one, tree in rows if tree}


def _counts(tree: Expression, name: str, asked: Iterable[str], pack: Pack) -> bool:
    """Whether answers to these facts alone meet the condition, and do not without this one."""
    facts = [one for one in asked if one in facts_of(tree) and one in pack.fact]
    for values in product(*(pack.fact[one].values for one in facts)):
        known = dict(zip(facts, values, strict=True))
        fewer = {one: value for one, value in known.items() if one != name}
        if evaluated(tree, known).state == "met" != evaluated(tree, fewer).state:
            return True
    return False


def the_screen_holds_every_warning(pack: Pack) -> Problems:
    """The screen is not met while a warning may be: it asks for each sign, and goes with no warning.

    Numbers need a measurement, so a warning of numbers alone stands beside the screen.
    """
    row = pack.criterion.get(pack.info.case.screen) if pack.info.case else None
    screen = sound(row.expression, pack.fact) if row else None
    if row is None or screen is None:
        return  # another rule says so
    parts = screen.parts if isinstance(screen, Every) else (screen,)
    asked = {name for part in parts if len(facts_of(part)) == 1 for name in facts_of(part)}
    for name in dict.fromkeys(name for tree in _warnings(pack).values() for name in facts_of(tree)):
        if pack.fact[name].form == "short" and name not in asked:
            mend = "Join a comparison of its own to it by and."
            yield _in(row, f"It can be met while {name} is not known.", mend)
    for other, tree in _warnings(pack).items():
        is_measured_alone = all(pack.fact[name].is_number for name in facts_of(tree))
        if not is_measured_alone and can_come_to(Every((tree, screen)), "met", pack.fact):
            mend = "Join what keeps the warning from being met to it by and."
            yield _in(row, f"It can be met together with the warning {other}.", mend)


def numbers_in(text: str) -> set[float]:
    """The numbers that stand in a text in digits; those within a name are none.

    >>> sorted(numbers_in("1,234 of L5 people, -2.5 points."))
    [-2.5, 1234.0]
    """
    return {float(number) for number in _NUMBER.findall(re.sub(r"(?<=\d),(?=\d{3})", "", text))}


def numbers_of_findings(pack: Pack, names: Iterable[str]) -> set[float]:
    """Every number that these findings say, in figures or in words."""
    found: set[float] = set()
    for name in names:
        if name in pack.finding:
            text = " ".join(str(cell) for cell in pack.finding[name].model_dump().values())
            found |= numbers_in(text)
            found |= {_NUMBER_WORDS[word] for word in _WORD.findall(text.casefold()) if word in _NUMBER_WORDS}
    return found


def without_home(said: Iterable[float], home: Iterable[float]) -> set[float]:
    """The numbers that need a source and stand neither as they are nor rounded among these."""
    known = {one for number in home for one in (number, float(round(number)))} | NEEDS_NO_SOURCE
    return {number for number in said if number not in known}


def _limits(tree: Expression) -> set[float]:
    held = (one.limit for one in comparisons(tree) if isinstance(one, Compared))
    return {float(limit) for limit in held if not isinstance(limit, str)}


def _said(numbers: set[float]) -> str:
    return shown(f"{min(numbers):g}")


def _in(criterion: Criterion, wrong: str, mend: str) -> Problem:
    return Problem("criteria.csv", criterion.criterion_id, wrong, mend)
