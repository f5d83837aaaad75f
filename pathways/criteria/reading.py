"""A case held against every criterion of a pack: states with their reasons, emergencies first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import product
from types import MappingProxyType

from pathways.criteria.answers import Answers
from pathways.criteria.evaluation import Known, Outcome, Value, evaluated, is_met
from pathways.criteria.expression import (
    Among,
    Compared,
    Either,
    Every,
    Expression,
    Not,
    comparisons,
    facts_of,
    parsed,
)
from pathways.criteria.kleene import either, every, negated
from pathways.model import Contradiction, Criterion, Fact, Pack
from pathways.model.vocabulary import CRITERION_KINDS, CaseState


@dataclass(frozen=True)
class CriterionReading:
    """A criterion, what it comes to at a case, and why."""

    criterion: Criterion
    outcome: Outcome

    @property
    def state(self) -> CaseState:
        return self.outcome.state


@dataclass(frozen=True)
class EmergencyReading:
    """A place that needs help now, and the warning rows that are met there."""

    node_id: str
    rows: tuple[CriterionReading, ...]


@dataclass(frozen=True)
class CaseReading:
    """What published criteria say of a case: a list, never a sum.

    ``rows`` are all criteria by id. ``emergencies`` are all places with a warning that is met, in the order
    of the pack. ``one_missing`` are warnings that are unknown though one of their worrying answers was given,
    and ``not_asked`` the choices of warnings that are not known: all of the short form, and of the long form
    those on which a warning hangs. ``unread`` are the facts of warnings whose answer could not be read.
    ``contradictions`` do not go together.
    """

    pack: Pack
    answers: Answers
    rows: Mapping[str, CriterionReading]
    emergencies: tuple[EmergencyReading, ...]
    one_missing: tuple[CriterionReading, ...]
    not_asked: tuple[Fact, ...]
    unread: tuple[Fact, ...]
    contradictions: tuple[Contradiction, ...]

    def rows_at(self, node_id: str) -> tuple[CriterionReading, ...]:
        """The rows of a place by kind, and in the order of the file within a kind; states change no order."""
        rows = [self.rows[one.criterion_id] for one in self.pack.criteria_of[node_id]]
        return tuple(row for kind in CRITERION_KINDS for row in rows if row.criterion.kind == kind)

    @property
    def met_places(self) -> tuple[str, ...]:
        """The places at which at least one row is met, of whatever kind, in the order of the pack."""
        met = {n for row in self.rows.values() if row.state == "met" for n in row.criterion.nodes}
        return tuple(node.id for node in self.pack.nodes if node.id in met)

    def is_met(self, criterion_id: str) -> bool:
        """Whether a criterion is met; one that the pack does not have is not."""
        return criterion_id in self.rows and self.rows[criterion_id].state == "met"


@dataclass(frozen=True)
class Sign:
    """A fact of which one answer alone is a warning: which ones are, and the one that says there is none."""

    fact: Fact
    worrying: tuple[str, ...]
    calm: str


def read_case(pack: Pack, answers: Answers) -> CaseReading:
    """Hold every criterion of a pack against the answers. The same answers give the same reading, always."""
    expressions = conditions(pack)
    rows = {one.criterion_id: _row(one, expressions[one.expression], answers) for one in pack.criteria}
    warnings = [row for row in rows.values() if row.criterion.kind == "warning"]
    return CaseReading(
        pack=pack,
        answers=answers,
        rows=MappingProxyType(rows),
        emergencies=tuple(_emergencies(pack, warnings)),
        one_missing=tuple(row for row in warnings if _is_open_though_worrying(row, pack, answers)),
        not_asked=tuple(_not_asked(pack, warnings, answers)),
        unread=tuple(fact for fact in facts_of_warnings(pack) if fact.fact_id in answers.unread),
        contradictions=tuple(
            one
            for one in pack.contradictions
            if evaluated(expressions[one.expression], answers.known).state == "met"
        ),
    )


def conditions(pack: Pack) -> Mapping[str, Expression]:
    """Every expression of the pack by its text, parsed once.

    Raises:
        ExpressionError: one is no expression; a pack that obeys its rules has none.
    """
    return pack.once(_conditions)


def _conditions(pack: Pack) -> Mapping[str, Expression]:
    texts = [one.expression for one in pack.criteria] + [one.expression for one in pack.contradictions]
    texts += [fact.asked_if for fact in pack.facts if fact.asked_if]
    return MappingProxyType({text: parsed(text) for text in texts})


def is_asked(pack: Pack, fact: Fact, known: Known) -> bool:
    """Whether a fact is worth asking for: not while the expression for it is known not to be met."""
    return not fact.asked_if or evaluated(conditions(pack)[fact.asked_if], known).state != "not_met"


def warning_facts(pack: Pack) -> tuple[Fact, ...]:
    """The choices that warnings ask for, in the order of the file. Numbers need a measurement first."""
    return pack.once(_warning_facts)


def _warning_facts(pack: Pack) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts_of_warnings(pack) if not fact.is_number)


def facts_of_warnings(pack: Pack) -> tuple[Fact, ...]:
    """All facts that warnings rest on, measured ones among them, in the order of the file."""
    named = {name for one in _warnings(pack) for name in facts_of(conditions(pack)[one.expression])}
    return tuple(fact for fact in pack.facts if fact.fact_id in named)


def signs(pack: Pack) -> tuple[Sign, ...]:
    """The facts of which one answer alone is a warning, in the order of the file."""
    return pack.once(_signs)


def _signs(pack: Pack) -> tuple[Sign, ...]:
    found = []
    for fact in warning_facts(pack):
        worrying = tuple(value for value in fact.values if _is_a_warning(pack, fact.fact_id, value))
        calm = [value for value in fact.values if value not in worrying]
        if worrying and calm:
            found.append(Sign(fact, worrying, calm[0]))
    return tuple(found)


def _is_a_warning(pack: Pack, name: str, value: Value) -> bool:
    expressions = conditions(pack)
    return any(
        evaluated(expressions[one.expression], {name: value}).state == "met" for one in _warnings(pack)
    )


def version_of(pack: Pack) -> str:
    """Eight letters that change whenever facts, criteria or contradictions do: what a link was made with."""
    return pack.once(_version)


def _version(pack: Pack) -> str:
    whole = sha256()
    for record in (*pack.facts, *pack.criteria, *pack.contradictions):
        whole.update(record.model_dump_json().encode())
    return whole.hexdigest()[:8]


def _warnings(pack: Pack) -> tuple[Criterion, ...]:
    return tuple(one for one in pack.criteria if one.kind == "warning")


def _row(criterion: Criterion, expression: Expression, answers: Answers) -> CriterionReading:
    """Any of several values of a fact may light a warning; other rows take such a fact as missing."""
    if criterion.kind == "warning" and "met" in _possible(expression, answers.possible):
        given = tuple(name for name in facts_of(expression) if name in answers.possible)
        now = evaluated(expression, answers.known)
        return CriterionReading(criterion, now if now.state == "met" else Outcome("met", rests_on=given))
    return CriterionReading(criterion, evaluated(expression, answers.known))


def _possible(expression: Expression, values: Mapping[str, tuple[Value, ...]]) -> frozenset[CaseState]:
    """The states that it may have where facts have several values: rather one too many than one too few."""
    match expression:
        case Not(part=part):
            return frozenset(negated(state) for state in _possible(part, values))
        case Every(parts=parts) | Either(parts=parts):
            join = every if isinstance(expression, Every) else either
            found = _possible(parts[0], values)
            for part in parts[1:]:
                found = frozenset(join(pair) for pair in product(found, _possible(part, values)))
            return found
        case Compared() | Among():
            sets = [values.get(name, ()) for name in expression.facts]
            known = (dict(zip(expression.facts, chosen, strict=True)) for chosen in product(*sets))
            states: list[CaseState] = ["met" if is_met(expression, one) else "not_met" for one in known]
            return frozenset(states or ["unknown"])


def _emergencies(pack: Pack, warnings: list[CriterionReading]) -> Iterator[EmergencyReading]:
    met = [row for row in warnings if row.state == "met"]
    for node in pack.nodes:
        if rows := tuple(row for row in met if node.id in row.criterion.nodes):
            yield EmergencyReading(node.id, rows)


def _not_asked(pack: Pack, warnings: list[CriterionReading], answers: Answers) -> Iterator[Fact]:
    hanging = {name for row in warnings for name in row.outcome.missing}
    for fact in warning_facts(pack):
        if fact.fact_id not in answers.known and (fact.form == "short" or fact.fact_id in hanging):
            yield fact


def _is_open_though_worrying(row: CriterionReading, pack: Pack, answers: Answers) -> bool:
    if row.state != "unknown":
        return False
    expression = conditions(pack)[row.criterion.expression]
    return any("met" in _possible(comparison, answers.possible) for comparison in comparisons(expression))
