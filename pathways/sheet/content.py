"""What stands on the page to take home, worked out once for all of its faces.

What is chosen never depends on a result (docs/decisions/0007-what-stands-on-the-sheet.md): for each option
and side the first figures in the order of the comparison, as many harms as benefits.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from pathways import evidence, prose
from pathways.comparison import Comparison, comparison
from pathways.figures.icon_array import IconArray, icon_arrays
from pathways.model import CompareRow, Finding, Node, Pack

MOST_OPTIONS = 3
"""How many options fit beside each other on a sheet of A4."""

MOST_FIGURES = 2
"""How many benefits, and how many harms, of each option a sheet shows at most."""

NOT_ADVICE = "General information, not advice about you. Talk with your team."

DO_NOT_READ_ACROSS = (
    "Do not read straight across: the groups, the times or what was counted are not the same."
)


@dataclass(frozen=True)
class Icons:
    """A share as squares with its number; the second of a figure is what it is compared with."""

    array: IconArray
    caption: str


@dataclass(frozen=True)
class KeyFigure:
    """One figure of an option with all that must stand beside a number. ``source`` is its number here.

    ``disagrees`` pairs what another study says with its number; blank where the sheet has said it before.
    """

    finding: Finding
    says: str
    figure: str
    facts: tuple[str, ...]
    take_care: str
    source: int
    icons: tuple[Icons, ...]
    disagrees: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Side:
    """The benefits or the harms of an option; ``more`` counts the figures left out here."""

    heading: str
    figures: tuple[KeyFigure, ...]
    nothing: str
    more: int


@dataclass(frozen=True)
class OptionColumn:
    """One option, whether it can be undone, and its sides in the same order for every option."""

    node: Node
    undoing: str
    sides: tuple[Side, ...]


@dataclass(frozen=True)
class SourceLine:
    """A source as the sheet lists it; a blank link is not known."""

    number: int
    words: str
    link: str


@dataclass(frozen=True)
class Person:
    """What a person chose or wrote for this one sheet; it is never stored.

    ``matters`` pairs the name of a matter with how much it matters, in words.
    """

    matters: tuple[tuple[str, str], ...] = ()
    questions: tuple[str, ...] = ()
    notes: str = ""


@dataclass(frozen=True)
class Sheet:
    """Everything on the page to take home, in the order in which it is read.

    ``about`` names the common decision that the options were chosen for; blank if there is none.
    """

    title: str
    about: str
    decision: str
    warning: str
    options: tuple[OptionColumn, ...]
    differs: str
    per: int
    person: Person
    sources: tuple[SourceLine, ...]
    version: str
    review: str
    funding: str
    address: str


def sheet(
    pack: Pack,
    options: Sequence[str],
    person: Person,
    *,
    made: dt.date,
    address: str = "",
    about: str = "",
    most: int = MOST_FIGURES,
) -> Sheet:
    """The page to take home for some options; the pack's first one ("carry on as now") always stands first.

    Args:
        options: ids of options; with the first one they are at most three.
        made: the day on which the sheet is made; it is printed, and tells whether a review is overdue.
        address: where the same options can be looked at again; blank if not known.
        about: the common decision that the options were chosen for, in words; blank if there is none.
        most: how many benefits and how many harms of each option are shown at most.

    Raises:
        LookupError: an option is not known.
        ValueError: there are more options than fit beside each other.
    """
    compared = comparison(pack, options)
    if len(compared.options) > MOST_OPTIONS:
        raise ValueError(f"A sheet holds {MOST_OPTIONS} options, not {len(compared.options)}.")
    columns = [_chosen(pack, compared, place, most) for place in range(len(compared.options))]
    shown = [finding for sides in columns for side in sides for finding in side.shown]
    per = evidence.per_for(shown)
    undoing = {one.option: " ".join(one.words) for one in pack.compare.undoing}
    numbers = _numbers(pack, shown, [undoing[node.id] for node in compared.options])
    info = pack.info
    return Sheet(
        title=info.title,
        about=about,
        decision=info.decision,
        warning=info.warning_line,
        options=_told_once(
            OptionColumn(
                node,
                _with_numbers(pack, undoing[node.id], numbers),
                tuple(_side(pack, side, shown, per, numbers) for side in sides),
            )
            for node, sides in zip(compared.options, columns, strict=True)
        ),
        differs=_differs(columns),
        per=per,
        person=person,
        sources=tuple(_source_line(pack, source_id, number) for source_id, number in numbers.items()),
        version=f"Made on {_day(made)}. Data version {info.version} of {_day(info.date)}.",
        review=_review(info.next_review, made),
        funding=f"{info.funding} {info.interests}",
        address=address,
    )


def _told_once(columns: Iterable[OptionColumn]) -> tuple[OptionColumn, ...]:
    """The options without what another study says wherever the sheet has said it before."""
    said: set[tuple[str, int]] = set()

    def once(figure: KeyFigure) -> KeyFigure:
        others = tuple(("" if other in said else other[0], other[1]) for other in figure.disagrees)
        said.update(figure.disagrees)
        return replace(figure, disagrees=others)

    def sides(column: OptionColumn) -> tuple[Side, ...]:
        return tuple(replace(side, figures=tuple(map(once, side.figures))) for side in column.sides)

    return tuple(replace(column, sides=sides(column)) for column in columns)


@dataclass(frozen=True)
class _Chosen:
    """One question of the comparison for one option: the figures on the sheet, and how many there are."""

    row: CompareRow
    shown: tuple[Finding, ...]
    count: int


def _chosen(pack: Pack, compared: Comparison, place: int, most: int) -> tuple[_Chosen, ...]:
    """The figures of one option: the first of each side of the comparison, as many benefits as harms.

    Where there is no figure on one side, one of the other stands beside the words that say so.
    """
    answers = {row.id: row.cells[place] for row in compared.rows}
    found = [(row, answers[row.id]) for row in _sides(pack)]
    count = min(most, max(1, min(len(cell.findings) for _, cell in found)))
    return tuple(
        _Chosen(row, cell.findings[:count], len(cell.findings) + len(cell.mixed)) for row, cell in found
    )


def _sides(pack: Pack) -> tuple[CompareRow, CompareRow]:
    """The two questions of the comparison that benefits and harms answer."""
    helps = next(row for row in pack.compare.rows if "benefit" in row.roles)
    wrong = next(row for row in pack.compare.rows if "harm" in row.roles)
    return helps, wrong


def _differs(columns: Sequence[Sequence[_Chosen]]) -> str:
    """A warning where figures beside each other have other groups, times or outcomes; else blank."""
    for beside in zip(*columns, strict=True):
        told = [finding for side in beside for finding in side.shown]
        if len({(f.population, f.follow_up_months, f.outcome) for f in told}) > 1:
            return DO_NOT_READ_ACROSS
    return ""


def _disagreeing(pack: Pack, findings: Iterable[Finding]) -> list[Finding]:
    """Findings that say something else than the given ones and are not among them, in the pack's order."""
    given = {finding.finding_id for finding in findings}
    others = {other for finding_id in given for other in pack.finding[finding_id].conflicts_with}
    return [finding for finding in pack.findings if finding.finding_id in others - given]


def _numbers(pack: Pack, shown: Sequence[Finding], paragraphs: Sequence[str]) -> dict[str, int]:
    """A number for each source of the figures and of the paragraphs, in the order of its first mention."""
    numbers: dict[str, int] = {}
    for finding in shown:
        for cited in (finding, *_disagreeing_with(pack, finding, shown)):
            numbers.setdefault(cited.source_id, len(numbers) + 1)
    for piece in chain.from_iterable(prose.pieces(words) for words in paragraphs):
        if isinstance(piece, prose.Cite):
            numbers.setdefault(_source_of(pack, piece.id), len(numbers) + 1)
    return numbers


def _source_of(pack: Pack, cited: str) -> str:
    return pack.finding[cited].source_id if cited in pack.finding else cited


def _with_numbers(pack: Pack, paragraph: str, numbers: Mapping[str, int]) -> str:
    """The words of a paragraph, its citations as numbers of this sheet."""
    said = ""
    for piece in prose.pieces(paragraph):
        match piece:
            case prose.Text(words=words) | prose.Link(words=words):
                said += words
            case prose.Cite(id=cited):
                said += f"[{numbers[_source_of(pack, cited)]}]"
    return said


def _disagreeing_with(pack: Pack, finding: Finding, shown: Sequence[Finding]) -> list[Finding]:
    given = {one.finding_id for one in shown}
    return [other for other in _disagreeing(pack, [finding]) if other.finding_id not in given]


def _side(pack: Pack, side: _Chosen, shown: Sequence[Finding], per: int, numbers: Mapping[str, int]) -> Side:
    return Side(
        heading=side.row.question,
        figures=tuple(_key_figure(pack, finding, shown, per, numbers) for finding in side.shown),
        nothing=side.row.none_found,
        more=side.count - len(side.shown),
    )


def _key_figure(
    pack: Pack, finding: Finding, shown: Sequence[Finding], per: int, numbers: Mapping[str, int]
) -> KeyFigure:
    others = _disagreeing_with(pack, finding, shown)
    told = finding.plainly()
    return KeyFigure(
        finding=finding,
        says=told.plain,
        figure=_figure(told, per),
        facts=_facts(pack, told, per),
        take_care=told.caution,
        source=numbers[finding.source_id],
        icons=_icons(pack, told, per),
        disagrees=tuple((other.plain, numbers[other.source_id]) for other in others),
    )


def _figure(finding: Finding, per: int) -> str:
    """The figure; where both sides are told as people beside it, its counts and percentage are enough."""
    if not evidence.both_frames(finding, per) or finding.value is None or not evidence.is_share(finding):
        return evidence.amount(finding, per)
    counted = (
        f"{finding.events:,} of {finding.total:,}, " if finding.events is not None and finding.total else ""
    )
    return f"{counted}{finding.value}%"


def _facts(pack: Pack, finding: Finding, per: int) -> tuple[str, ...]:
    """Range, group, time and study; without squares, first both sides and what it is compared with."""
    source = pack.source[finding.source_id]
    is_drawn = bool(_icons(pack, finding, per))
    facts = (
        "" if is_drawn else evidence.both_frames(finding, per),
        "" if is_drawn else evidence.comparison(finding, per),
        evidence.spread(finding, per),
        f"who: {evidence.group(finding)}",
        evidence.time(finding),
        f"{evidence.DESIGN_WORDS[source.design]}, {evidence.size(finding, source)}",
        evidence.CHECKED_WORDS["no"] if finding.checked == "no" else "",
    )
    return tuple(fact for fact in facts if fact)


def _icons(pack: Pack, finding: Finding, per: int) -> tuple[Icons, ...]:
    """The squares of the figure, and of what it is compared with."""
    arrays, _ = icon_arrays(pack, [finding], per=per)
    names = ("", f"Compared with {finding.comparator or 'the other group'}: ")
    told = (array.frame_words or array.figure_words for array in arrays)
    said = (f"{name}{words}" for name, words in zip(names, told, strict=False))
    return tuple(
        Icons(array, f"{words[:1].upper()}{words[1:]}") for array, words in zip(arrays, said, strict=True)
    )


def _source_line(pack: Pack, source_id: str, number: int) -> SourceLine:
    source = pack.source[source_id]
    journal = source.journal or f"journal {evidence.NOT_KNOWN}"
    title = "" if source.authors else f"“{source.title}”, "
    funding = evidence.FUNDING_WORDS[source.funding]
    words = f"{title}{evidence.short_citation(source)}, {journal}; {funding}."
    return SourceLine(number, words, source.link)


def _review(due: dt.date, made: dt.date) -> str:
    if made > due:
        return f"The review that was due by {_day(due)} has not been done: newer research may be missing."
    return f"To be reviewed by {_day(due)}."


def _day(day: dt.date) -> str:
    """A date in words, the same on every system.

    >>> _day(dt.date(2026, 11, 2))
    '2 November 2026'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
