"""The language of conditions: text becomes a tree, without a look at which facts there are.

::

    expression  = part { "or" part }
    part        = piece { "and" piece }
    piece       = "not" piece | "(" expression ")" | comparison
    comparison  = fact ( ">=" | "<=" | ">" | "<" ) ( number | fact )
                | fact "is" value
                | fact "in" "{" value { "," value } "}"

There is no arithmetic, no text and no question whether a fact is unknown. It is parsed here, step by step,
and never handed to Python.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Literal, cast

from pathways.errors import PathwaysError
from pathways.problems import shown

LONGEST = 1_000
"""How many characters an expression may have."""

DEEPEST = 20
"""How many brackets and "not" may stand inside each other."""

Sign = Literal[">=", "<=", ">", "<"]
_SIGNS = (">=", "<=", ">", "<")
_OWN_WORDS = frozenset({"and", "or", "not", "is", "in"})
_WORD = re.compile(r"[a-z][a-z0-9_]*")
_NUMBER = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,6})?")
_TOKEN = re.compile(rf"\s*(?:({_WORD.pattern}|{_NUMBER.pattern}(?![\w.])|>=|<=|[<>(){{}},])|(\S))")


class ExpressionError(PathwaysError):
    """A text that is no expression: what is wrong with it, and how to mend it."""

    def __init__(self, wrong: str, mend: str) -> None:
        super().__init__(f"{wrong} {mend}")
        self.wrong = wrong
        self.mend = mend


@dataclass(frozen=True)
class Compared:
    """A number held against a limit, or against another number in the same unit."""

    fact: str
    sign: Sign
    limit: Decimal | str

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that it names, in their order."""
        return (self.fact, self.limit) if isinstance(self.limit, str) else (self.fact,)


@dataclass(frozen=True)
class Among:
    """A choice that is one of these values."""

    fact: str
    values: tuple[str, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """The fact that it names."""
        return (self.fact,)


@dataclass(frozen=True)
class Not:
    """What is met when its part is not."""

    part: Expression


@dataclass(frozen=True)
class Every:
    """What is met when all parts are: "and"."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True)
class Either:
    """What is met when at least one part is: "or"."""

    parts: tuple[Expression, ...]


Comparison = Compared | Among
Expression = Comparison | Not | Every | Either


@lru_cache(maxsize=4_096)
def parsed(text: str) -> Expression:
    """The tree of an expression.

    >>> parsed("warmth >= 60")
    Compared(fact='warmth', sign='>=', limit=Decimal('60'))
    >>> parsed("not leaves in {old, wet}")
    Not(part=Among(fact='leaves', values=('old', 'wet')))

    Raises:
        ExpressionError: it is too long, too deep, or breaks the grammar; the words before are named.
    """
    if len(text) > LONGEST:
        raise ExpressionError(f"It has more than {LONGEST:,} characters.", "Part it into several rows.")
    reader = _Reader(tuple(_words(text)))
    tree = reader.expression(0)
    if reader.ahead:
        raise reader.refusal("and, or, or the end")
    return tree


def comparisons(expression: Expression) -> Iterator[Comparison]:
    """Each comparison of an expression, from left to right."""
    match expression:
        case Not(part=part):
            yield from comparisons(part)
        case Every(parts=parts) | Either(parts=parts):
            for part in parts:
                yield from comparisons(part)
        case Compared() | Among():
            yield expression


def facts_of(expression: Expression) -> tuple[str, ...]:
    """The facts that an expression names, each once, from left to right.

    >>> facts_of(parsed("milk is yes or (warmth > 60 and milk is no)"))
    ('milk', 'warmth')
    """
    return tuple(dict.fromkeys(fact for one in comparisons(expression) for fact in one.facts))


def _words(text: str) -> Iterator[str]:
    for token in _TOKEN.finditer(text):
        if token[2]:
            begins = text[token.start(2) :][:20]
            mend = "Write small letters, plain numbers and the signs >= <= > < ( ) { } and commas."
            raise ExpressionError(f"{shown(begins)} cannot be read.", mend)
        yield token[1]


@dataclass
class _Reader:
    """Reads the words of an expression from left to right, each once."""

    words: tuple[str, ...]
    place: int = field(default=0)

    @property
    def ahead(self) -> str:
        """The next word; blank at the end."""
        return self.words[self.place] if self.place < len(self.words) else ""

    def take(self) -> str:
        """The next word, which is then behind."""
        word = self.ahead
        self.place += 1
        return word

    def expression(self, depth: int) -> Expression:
        parts = self._joined("or", lambda: self._part(depth))
        return parts[0] if len(parts) == 1 else Either(parts)

    def _part(self, depth: int) -> Expression:
        parts = self._joined("and", lambda: self._piece(depth))
        return parts[0] if len(parts) == 1 else Every(parts)

    def _joined(self, word: str, read: Callable[[], Expression]) -> tuple[Expression, ...]:
        parts = [read()]
        while self.ahead == word:
            self.take()
            parts.append(read())
        return tuple(parts)

    def _piece(self, depth: int) -> Expression:
        if depth > DEEPEST:
            wrong = f"Brackets and not stand inside each other more than {DEEPEST} deep."
            raise ExpressionError(wrong, "Write it more simply.")
        if self.ahead == "not":
            self.take()
            return Not(self._piece(depth + 1))
        if self.ahead == "(":
            self.take()
            inner = self.expression(depth + 1)
            self._expect(")")
            return inner
        return self._comparison()

    def _comparison(self) -> Comparison:
        fact = self._name("a fact")
        if self.ahead in _SIGNS:
            return Compared(fact, cast("Sign", self.take()), self._limit())
        if self.ahead == "is":
            self.take()
            return Among(fact, (self._name("a value"),))
        if self.ahead == "in":
            self.take()
            return Among(fact, self._values())
        raise self.refusal("is, in, >=, <=, > or <")

    def _values(self) -> tuple[str, ...]:
        self._expect("{")
        values = [self._name("a value")]
        while self.ahead == ",":
            self.take()
            values.append(self._name("a value"))
        self._expect("}")
        return tuple(values)

    def _limit(self) -> Decimal | str:
        if _NUMBER.fullmatch(self.ahead):
            return Decimal(self.take())
        return self._name("a number or a fact")

    def _name(self, wanted: str) -> str:
        if not _WORD.fullmatch(self.ahead) or self.ahead in _OWN_WORDS:
            raise self.refusal(wanted)
        return self.take()

    def _expect(self, word: str) -> None:
        if self.ahead != word:
            raise self.refusal(word)
        self.take()

    def refusal(self, wanted: str) -> ExpressionError:
        """That something else stands here than what the grammar wants; with the words before it."""
        before = " ".join(self.words[max(0, self.place - 4) : self.place])
        where = f"After {shown(before)}" if before else "At the beginning"
        stands = f"stands {shown(self.ahead)}" if self.ahead else "it ends"
        return ExpressionError(f"{where} {stands}.", f"Write {wanted} there, see docs/pack.md.")
