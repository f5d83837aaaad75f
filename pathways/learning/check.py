"""True-or-false statements about a comparison: those written for a common decision, or made from findings.

The pack may hold statements written by hand for a common decision. Where it has none for the options that
are compared, they are made from the findings that the comparison shows: the same on every run, and whether
one is true is read from the findings. These ask what a reader should be able to take away: how many, what
was not found, what may not be read across, and whom the figures are about. No statement asks which option
is better.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import chain, zip_longest

from pathways.comparison import VISIBLE, Cell, Comparison, Row, none_found
from pathways.evidence import Reading
from pathways.model import CompareRow, Group, Node, Pack

MOST = 6
"""The most statements that are asked: more would be an exam."""

CLEAR_OF_HALF = Decimal(10)
"""How far from half a share with its whole range must be to be asked about, in percentage points."""


@dataclass(frozen=True)
class Statement:
    """A sentence that is true or false, why, and the row and option that it is about.

    ``option`` is "" if it is about the whole row; ``readings`` are those that the answer rests on.
    """

    id: str
    text: str
    is_true: bool
    why: str
    row: str
    option: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True)
class _Fact:
    """Something known of the comparison, with a sentence that says it and one that denies it."""

    row: Row
    option: Node | None
    kind: str
    says: str
    denies: str
    why: str
    readings: tuple[Reading, ...] = ()

    @property
    def id(self) -> str:
        return "-".join((self.kind, self.row.id, *([self.option.id] if self.option else [])))


_Maker = Callable[[Row, Node, Cell], _Fact | None]
"""Makes the fact of one kind for one cell, if there is any."""


def statements(pack: Pack, comparison: Comparison) -> tuple[Statement, ...]:
    """Four to six statements: those that the pack has for these options, or else some made from the findings.

    They do not depend on what matters to the reader, nor on the order of the rows.
    """
    return _written(pack, comparison) or _made(pack, comparison)


def _written(pack: Pack, comparison: Comparison) -> tuple[Statement, ...]:
    """The statements written for the common decision between just these options."""
    ids = {option.id for option in comparison.options}
    preset = next((p for p in pack.compare.presets if {pack.compare.first, *p.options} == ids), None)
    told = {one.id: one for one in comparison.readings}
    return tuple(
        Statement(
            id=f"{preset.id}-{number}",
            text=sentence.says,
            is_true=sentence.is_true,
            why=sentence.why,
            row=sentence.row,
            option="",
            readings=tuple(told[finding] for finding in sentence.findings),
        )
        for number, sentence in enumerate(preset.checks if preset else (), start=1)
        if preset
    )


def _made(pack: Pack, comparison: Comparison) -> tuple[Statement, ...]:
    """Up to six statements, of different kinds in turn; half of them true and half false."""
    wanted = [row.id for row in pack.compare.rows if row.roles]
    rows = sorted((row for row in comparison.rows if row.id in wanted), key=lambda row: wanted.index(row.id))
    words = {row.id: row for row in pack.compare.rows}
    kinds = (
        _by_option(comparison, rows, _share),
        _by_option(comparison, rows, partial(_absence, pack=pack, words=words)),
        [_reading_across(row) for row in rows if _can_be_read_across(row)],
        _by_option(comparison, rows, partial(_group, nearest=pack.info.nearest)),
    )
    facts = [fact for fact in chain.from_iterable(zip_longest(*kinds)) if fact is not None][:MOST]
    truths = _truths(facts)
    return tuple(_statement(fact, is_true) for fact, is_true in zip(facts, truths, strict=True))


def _truths(facts: Sequence[_Fact]) -> list[bool]:
    """Which facts are said and which denied: half of each, as if by chance, but the same on every run."""
    half = -(-len(facts) // 2)
    truths: list[bool] = []
    for fact in facts:
        wish = zlib.crc32(fact.id.encode()) % 2 == 0
        truths.append(wish if truths.count(wish) < half else not wish)
    return truths


def _statement(fact: _Fact, is_true: bool) -> Statement:
    return Statement(
        id=fact.id,
        text=fact.says if is_true else fact.denies,
        is_true=is_true,
        why=fact.why,
        row=fact.row.id,
        option=fact.option.id if fact.option else "",
        readings=fact.readings,
    )


def _by_option(comparison: Comparison, rows: Sequence[Row], make: _Maker) -> list[_Fact]:
    """The facts of one kind: a row and an option after the other, moving on in both at each step."""
    options = comparison.options
    places = [
        (row, (first + turn) % len(options))
        for turn in range(len(options))
        for first, row in enumerate(rows, 1)
    ]
    found = (make(row, options[place], row.cells[place]) for row, place in places)
    return [fact for fact in found if fact is not None]


def _share(row: Row, option: Node, cell: Cell) -> _Fact | None:
    """How many had what the first clear share that is open counts; denied, both sides of it are swapped."""
    clear = next((told for told in cell.readings[:VISIBLE] if _is_clear_of_half(told)), None)
    sides = clear.own.sides if clear else None
    if clear is None or sides is None:
        return None
    when = "" if clear.finding.follow_up_months is None else f", {clear.follow_up}"
    about = f"{_quoted(option.plain_label)}, {_quoted(clear.outcome)}{when}"
    had, had_not = sides
    return _Fact(
        row,
        option,
        "share",
        says=f"{about}: {had} had this.",
        denies=f"{about}: {had_not} had this.",
        why=f"{clear.says} That is {had}.",
        readings=(clear,),
    )


def _is_clear_of_half(told: Reading) -> bool:
    arm = told.own.arm
    is_all_or_none = arm.total is not None and arm.events in (0, arm.total)
    if told.own.sides is None or is_all_or_none:
        return False
    ends = [n for n in (arm.low, arm.value, arm.high) if n is not None]
    return min(ends) >= 50 + CLEAR_OF_HALF or max(ends) <= 50 - CLEAR_OF_HALF


def _absence(row: Row, option: Node, cell: Cell, pack: Pack, words: Mapping[str, CompareRow]) -> _Fact | None:
    """That nothing was found: it is easily read as "none"."""
    if cell.readings:
        return None
    asked = words[row.id]
    name = _quoted(option.plain_label)
    return _Fact(
        row,
        option,
        "absence",
        says=f"{name}: {asked.not_known}",
        denies=f"{name}: {asked.not_so}",
        why=none_found(pack, asked, option),
    )


def _can_be_read_across(row: Row) -> bool:
    """Whether it is a question at all: it takes figures in two cells."""
    return sum(bool(cell.readings) for cell in row.cells) > 1


def _reading_across(row: Row) -> _Fact:
    studies = f"The studies under {_quoted(row.question)} counted"
    differ = f"{studies} different people, times or things."
    same = f"{studies} the same people, at the same times, and the same things."
    apart = "The numbers alone cannot tell the choices apart."
    return _Fact(
        row,
        None,
        "across",
        says=differ if row.heterogeneity else same,
        denies=same if row.heterogeneity else differ,
        why=f"{row.heterogeneity} {apart}" if row.heterogeneity else "Nothing differs between them.",
        readings=tuple(told for cell in row.cells for told in cell.readings),
    )


def _group(row: Row, option: Node, cell: Cell, nearest: Group) -> _Fact | None:
    """Whether the figures of a cell, if all answer for the option, are all about the nearest people."""
    readings = cell.readings
    if not readings or cell.indirect:
        return None
    near = [told for told in readings if told.finding.directness == nearest.id]
    about = f"under {_quoted(row.question)} for {_quoted(option.plain_label)} are about {nearest.short}"
    every = f"All figures {about}."
    some = f"Not all figures {about}." if near else f"None of the figures {about}."
    is_all = len(near) == len(readings)
    return _Fact(
        row,
        option,
        "group",
        says=every if is_all else some,
        denies=some if is_all else every,
        why=f"{len(near)} of {len(readings)} figures there are about {nearest.in_answers}.",
        readings=readings,
    )


def _quoted(words: str) -> str:
    return f"“{words}”"
