"""What was entered of a case: each answer is understood, or said to be left out. Nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

from pydantic import TypeAdapter, ValidationError

from pathways.criteria.evaluation import Value
from pathways.criteria.fit import is_in_range
from pathways.errors import PathwaysError
from pathways.model import Fact, Pack
from pathways.model.cells import Number
from pathways.problems import printable, shown

_NUMBER: TypeAdapter[Decimal] = TypeAdapter(Number)


@dataclass(frozen=True)
class Answers:
    """What is known of a case.

    ``known`` holds one value for each fact that has one: a value of its choices, or a number in its unit.
    ``disputed`` are facts that were given more than one value: they count as missing, except that any of
    their values may light an emergency. ``refused`` says in sentences what was left out.
    """

    known: Mapping[str, Value] = field(default_factory=dict)
    disputed: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    refused: tuple[str, ...] = ()

    @property
    def possible(self) -> Mapping[str, tuple[Value, ...]]:
        """Each value that was given, by fact."""
        return {**{name: (value,) for name, value in self.known.items()}, **self.disputed}


class UnfitAnswerError(PathwaysError):
    """An answer that does not fit its fact; its text says why, as the end of a sentence."""


def answers_of(pack: Pack, given: Iterable[tuple[str, str]]) -> Answers:
    """The answers to facts of the pack, given as pairs of fact and value; their order does not matter.

    A fact that the pack does not know, a value that is not among its choices and a number outside its limits
    are left out, each with a sentence.
    """
    found: dict[str, dict[Value, None]] = {}
    refused: list[str] = []
    for name, words in given:
        try:
            found.setdefault(name, {})[value_of(_fact(pack, name), words)] = None
        except UnfitAnswerError as unfit:
            refused.append(f"{unfit} It is left out.")
    said = {name: tuple(values) for name, values in found.items() if values}
    disputed = {name: values for name, values in said.items() if len(values) > 1}
    refused += _told_twice(pack, disputed)
    known = {name: values[0] for name, values in said.items() if len(values) == 1}
    return Answers(MappingProxyType(known), MappingProxyType(disputed), tuple(dict.fromkeys(refused)))


def value_of(fact: Fact, words: str) -> Value:
    """The value of a fact that these words stand for.

    Raises:
        UnfitAnswerError: they are not among the choices, are no plain number, or lie outside its limits.
    """
    if fact.is_number:
        return _number(fact, words)
    if words not in fact.values:
        raise UnfitAnswerError(f"{_named(fact)}: {shown(printable(words))} is not one of the answers.")
    return words


def _fact(pack: Pack, name: str) -> Fact:
    if name not in pack.fact:
        raise UnfitAnswerError(f"{shown(printable(name))} is not asked here.")
    return pack.fact[name]


def _number(fact: Fact, words: str) -> Decimal:
    try:
        number = _NUMBER.validate_python(words)
    except ValidationError:
        raise UnfitAnswerError(f"{_named(fact)}: {shown(printable(words))} is no plain number.") from None
    if not is_in_range(fact, number):
        wrong = f"{_named(fact)}: {number} lies outside {fact.minimum} to {fact.maximum}."
        raise UnfitAnswerError(wrong)
    return number


def _told_twice(pack: Pack, disputed: Mapping[str, tuple[Value, ...]]) -> Iterator[str]:
    for name, values in disputed.items():
        fact = pack.fact[name]
        said = ", ".join(fact.label_of(value) for value in values[:4])
        yield f"{_named(fact)}: more than one answer was given ({said}). It counts as not known."


def _named(fact: Fact) -> str:
    return f"“{fact.clinical_label}”"
