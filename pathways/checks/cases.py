"""``cases/``: made-up cases come to what was worked out by hand, and say nothing that has no source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from pathways.checks.criteria import (
    FINDING_IN_TEXT,
    expressions_fit_the_facts,
    numbers_in,
    numbers_of_findings,
    without_home,
)
from pathways.checks.rule import Problems
from pathways.criteria.answers import UnfitAnswerError, answers_of, value_of
from pathways.criteria.reading import CaseReading, read_case
from pathways.model import Expected, Pack, TeachingCase
from pathways.problems import Problem, shown


@dataclass(frozen=True)
class _Part:
    """A case, or one of its twists, with all of its facts."""

    case: TeachingCase
    name: str
    facts: Mapping[str, str]
    expected: Expected
    route: tuple[str, ...]

    def problem(self, wrong: str, mend: str) -> Problem:
        return Problem(f"cases/{self.case.id}.yaml", self.name, wrong, mend)


def _parts(pack: Pack) -> Iterator[_Part]:
    for case in pack.cases:
        yield _Part(case, case.id, case.facts, case.expected, case.route)
        for twist in case.twists:
            facts = {**case.facts, **twist.facts}
            yield _Part(case, f"{case.id}, {twist.title}", facts, twist.expected, twist.route)


def facts_of_cases_are_known(pack: Pack) -> Problems:
    for part in _parts(pack):
        for name, words in part.facts.items():
            if name not in pack.fact:
                yield part.problem(f"{name!r} is not a fact.", "Correct the id.")
                continue
            try:
                value_of(pack.fact[name], words)
            except UnfitAnswerError as unfit:
                yield part.problem(str(unfit), "Correct the value.")


def cases_come_to_what_is_expected(pack: Pack) -> Problems:
    """States, emergencies and contradictions are those that were worked out by hand."""
    if any(expressions_fit_the_facts(pack)):
        return  # that rule says so
    for part in _parts(pack):
        reading = read_case(pack, answers_of(pack, part.facts.items()))
        for wrong in _surprises(part.expected, reading):
            yield part.problem(wrong, "Correct the facts, the criterion, or what is expected.")


def _surprises(expected: Expected, reading: CaseReading) -> Iterator[str]:
    for name, state in expected.states.items():
        found = reading.rows[name].state if name in reading.rows else "no criterion"
        if found != state:
            yield f"{name} is {found}, and {state} was expected."
    lit = {one.node_id for one in reading.emergencies}
    if lit != set(expected.emergencies):
        wanted = ", ".join(sorted(expected.emergencies)) or "none"
        yield f"The emergencies are {', '.join(sorted(lit)) or 'none'}, and {wanted} was expected."
    said = {one.contradiction_id for one in reading.contradictions}
    if said != set(expected.contradictions):
        wanted = ", ".join(sorted(expected.contradictions)) or "none"
        yield f"The contradictions are {', '.join(sorted(said)) or 'none'}, and {wanted} was expected."


def routes_of_cases_follow_ways(pack: Pack) -> Problems:
    ways = {(edge.start, edge.end) for edge in (*pack.edges, *pack.everywhere.values())}
    for part in _parts(pack):
        for start, end in pairwise(part.route):
            if (start, end) not in ways:
                mend = "Name each place of the way in its order."
                yield part.problem(f"No way leads from {start} to {end}.", mend)


def answers_of_cases_cite_what_is_there(pack: Pack) -> Problems:
    for part in _parts(pack):
        for name in _cited(part) if part.name == part.case.id else ():
            if name not in pack.finding and name not in pack.node:
                yield part.problem(f"{shown(name)} is neither a finding nor a node.", "Correct the id.")
    for case in pack.cases:
        if any(not choice.cites for decision in case.decisions for choice in decision.choices):
            wrong, mend = "An answer cites nothing.", "Name the findings or places that carry it."
            yield Problem(f"cases/{case.id}.yaml", case.id, wrong, mend)


def _cited(part: _Part) -> Iterator[str]:
    case = part.case
    yield from (name for decision in case.decisions for one in decision.choices for name in one.cites)
    for words in (*case.debrief, *(twist.teaches for twist in case.twists)):
        yield from FINDING_IN_TEXT.findall(words)


def numbers_of_cases_have_a_source(pack: Pack) -> Problems:
    """What an answer or an ending says in figures stands in what it cites, or among the facts of the case."""
    for case in pack.cases:
        own = _own_numbers(pack, case)
        told = [(one.feedback, one.cites) for decision in case.decisions for one in decision.choices]
        told += [
            (words, tuple(FINDING_IN_TEXT.findall(words)))
            for words in (*case.debrief, *(twist.teaches for twist in case.twists))
        ]
        for words, cites in told:
            numbers = numbers_in(FINDING_IN_TEXT.sub("", words))
            if lone := without_home(numbers, numbers_of_findings(pack, cites) | own):
                wrong = f"The number {min(lone):g} has no source in {shown(words)}."
                yield Problem(
                    f"cases/{case.id}.yaml", case.id, wrong, "Cite the finding that says it, or leave it out."
                )


def _own_numbers(pack: Pack, case: TeachingCase) -> set[float]:
    """Numbers of the facts of a case, and limits of the criteria that it names."""
    facts = [*case.facts.values(), *(words for twist in case.twists for words in twist.facts.values())]
    rows = [pack.criterion[name].expression for name in case.expected.states if name in pack.criterion]
    return numbers_in(" ".join((*facts, *rows)))


def cases_pass_every_cause_and_emergency(pack: Pack) -> Problems:
    passed = {n for part in _parts(pack) for n in (*part.route, *part.expected.emergencies)}
    for node in pack.nodes if pack.cases else ():
        if node.kind in ("cause", "emergency") and node.id not in passed:
            wrong = f"No case passes {node.id}."
            yield Problem("cases", node.id, wrong, "Add a case, or a twist, whose route goes there.")
