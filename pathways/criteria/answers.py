"""What was entered of a case: each answer is understood, or said to be left out. Nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches
from types import MappingProxyType

from pydantic import TypeAdapter, ValidationError

from pathways.criteria.evaluation import Value
from pathways.criteria.fit import is_in_range
from pathways.errors import PathwaysError
from pathways.model import Fact, Pack
from pathways.model.cells import Number
from pathways.problems import printable, shown

UNREAD = "unread"
"""What an address holds in place of an answer that could not be read, until there is one."""

LONGEST_WORD = 12
"""How long a word of an address may be that a sentence repeats; it has letters alone."""

MOST_GUESSED = 100
"""For how many unknown names it is asked whether a fact is meant: an address may hold thousands."""

LONGEST_NAME = 40
LIKE = 0.75
"""How like the id of a fact an unknown name is that seems to mean it: "fevr" for "fever" is 0.89."""

_GAP = re.compile(r"[\s_-]+")
_NUMBER: TypeAdapter[Decimal] = TypeAdapter(Number)


@dataclass(frozen=True)
class Answers:
    """What is known of a case.

    ``known`` holds one value for each fact that has one: a value of its choices, or a number in its unit.
    ``disputed`` are facts that were given more than one value: they count as missing, except that any of
    their values may light an emergency. ``unread`` are facts that were given an answer which could not be
    read: they count as missing as well, whatever else was given for them. ``refused`` says in sentences what
    was left out, and repeats of an address no more than one short word.
    """

    known: Mapping[str, Value] = field(default_factory=dict)
    disputed: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()

    @property
    def possible(self) -> Mapping[str, tuple[Value, ...]]:
        """Each value that was given, by fact."""
        return {**{name: (value,) for name, value in self.known.items()}, **self.disputed}


class UnfitAnswerError(PathwaysError):
    """An answer that does not fit its fact: why in full, and ``told`` as any reader may see it."""

    def __init__(self, wrong: str, told: str) -> None:
        super().__init__(wrong)
        self.told = told


def answers_of(pack: Pack, given: Iterable[tuple[str, str]]) -> Answers:
    """The answers to facts of the pack, given as pairs of fact and value; their order does not matter.

    Blanks around names and values do not count, nor whether words are joined by ``_``, ``-`` or blanks. A
    fact that the pack does not know, a value that is not among its choices and a number outside its limits
    are left out, each with a sentence, and the facts that they seem to mean are ``unread``.
    """
    found: dict[str, dict[Value, None]] = {}
    unread: dict[str, None] = {}
    refused: dict[str, None] = {}
    for name, words in given:
        try:
            fact = _fact(pack, _tidy(name))
            value = value_of(fact, words.strip() if fact.is_number else _tidy(words))
            found.setdefault(fact.fact_id, {})[value] = None
        except UnfitAnswerError as unfit:
            unread |= dict.fromkeys(_meant(pack, f"{name}:{words}", len(refused) < MOST_GUESSED))
            refused[f"{unfit.told} It is left out."] = None
    said = {name: tuple(values) for name, values in found.items()}
    known = {name: values[0] for name, values in said.items() if len(values) == 1 and name not in unread}
    disputed = {name: values for name, values in said.items() if name not in known}
    return Answers(
        MappingProxyType(known),
        MappingProxyType(disputed),
        tuple(unread),
        (*refused, *_told_twice(pack, disputed)),
    )


def _tidy(words: str) -> str:
    """Words as names of facts and their values are written.

    >>> _tidy(" new-or worse ")
    'new_or_worse'
    """
    return _GAP.sub("_", words.strip())


def _meant(pack: Pack, words: str, may_guess: bool) -> Iterator[str]:
    """The facts that an unreadable answer names: by their ids, or by something like one of them."""
    tidy = _tidy(words)
    named = [name for name in pack.fact if re.search(rf"(?<![a-z0-9]){name}(?![a-z0-9])", tidy)]
    name = tidy.partition(":")[0][:LONGEST_NAME]
    yield from named or (get_close_matches(name, pack.fact, n=1, cutoff=LIKE) if may_guess else ())


def value_of(fact: Fact, words: str) -> Value:
    """The value of a fact that these words stand for.

    Raises:
        UnfitAnswerError: they are not among the choices, are no plain number, or lie outside its limits.
    """
    if fact.is_number:
        return _number(fact, words)
    if words not in fact.values:
        wrong = f"{_named(fact)}: {shown(printable(words))} is not one of the answers."
        raise UnfitAnswerError(wrong, f"{_named(fact)}: {_repeated(words)} is not one of the answers.")
    return words


def _fact(pack: Pack, name: str) -> Fact:
    if name not in pack.fact:
        told = f"{_repeated(name, 'Something else')} is not asked here."
        raise UnfitAnswerError(f"{shown(printable(name))} is not asked here.", told)
    return pack.fact[name]


def _number(fact: Fact, words: str) -> Decimal:
    try:
        number = _NUMBER.validate_python(words)
    except ValidationError:
        wrong = f"{_named(fact)}: {shown(printable(words))} is no plain number."
        told = f"{_named(fact)}: {_repeated(words)} is no plain number."
        raise UnfitAnswerError(wrong, told) from None
    if not is_in_range(fact, number):
        limits = f"lies outside {fact.minimum} to {fact.maximum}."
        told = f"{_named(fact)}: the answer {limits}"
        raise UnfitAnswerError(f"{_named(fact)}: {number} {limits}", told)
    return number


def _told_twice(pack: Pack, disputed: Mapping[str, tuple[Value, ...]]) -> Iterator[str]:
    for name, values in disputed.items():
        if len(values) == 1:
            continue  # the other answer could not be read, and that is said
        fact = pack.fact[name]
        said = ", ".join(fact.label_of(value) for value in values[:4])
        yield f"{_named(fact)}: more than one answer was given ({said}). It counts as not known."


def _repeated(words: str, otherwise: str = "the answer") -> str:
    """A short word as a sentence repeats it. Whoever writes an address may write anything into it.

    >>> _repeated("maybe"), _repeated("call nobody")
    ("'maybe'", 'the answer')
    """
    return f"'{words}'" if is_short_word(words) else otherwise


def is_short_word(words: str) -> bool:
    """Whether it is one word of letters that a sentence may repeat."""
    return words.isascii() and words.isalpha() and len(words) <= LONGEST_WORD


def _named(fact: Fact) -> str:
    return f"“{fact.clinical_label}”"
