"""What stands on the page to take home, worked out once for all of its faces."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pathways.charts.icon_array import IconArray, of_option
from pathways.comparison import Cell, comparison, preference_rows, told_beside
from pathways.evidence import Reading
from pathways.model import Finding, Node, Pack
from pathways.model.vocabulary import WEIGHT_LABELS
from pathways.sheet.choosing import MOST_FIGURES, Chosen, Recovery, chosen, differs, recovery
from pathways.sheet.references import SourceLine, disagreeing_with, numbers_of, source_line, with_numbers
from pathways.text import markup, readability
from pathways.text.sentences import capitalised

MOST_OPTIONS = 3
"""How many options a sheet of A4 has room for."""

HOPES = "I hope that this gets better:"
BURDENS = "I want to avoid:"
MATTERS_NOT = "This does not matter to me:"
NO_FIGURE = "No figure was found, for any of these choices, on:"
"""What the lines of what matters to the person begin with."""

NOT_ADVICE = "General information, not advice about you. Talk with your team."


@dataclass(frozen=True)
class Icons:
    """A share as squares with its number; the second of a figure is what it is compared with."""

    array: IconArray
    caption: str


@dataclass(frozen=True)
class KeyFigure:
    """One figure of an option with all that must stand beside a number. ``source`` is its number here.

    ``disagrees`` pairs what another study says with its number; blank where the sheet says it elsewhere.
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
    """The benefits or the harms of an option; ``more`` counts the figures left out here.

    ``nothing`` is said where there is no figure, and ``besides`` what was not found beside the figures.
    """

    heading: str
    figures: tuple[KeyFigure, ...]
    nothing: str
    besides: str
    more: int


@dataclass(frozen=True)
class OptionBand:
    """One option: what it is, recovery, whether it can be undone, what is not known, and its sides.

    ``not_for`` is the first that the card says of whom it is not for, in its own words. ``recovery`` says
    what was found on it, or that nothing was. ``not_known`` is the first sentence of the option's first gap;
    ``has_more_gaps`` if there is more.
    """

    node: Node
    what: str
    not_for: str
    recovery: str
    undoing: str
    not_known: str
    has_more_gaps: bool
    sides: tuple[Side, ...]


@dataclass(frozen=True)
class Person:
    """What a person chose or wrote for this one sheet; it is never stored.

    ``matters`` pairs ids of matters with weights (:data:`pathways.comparison.WEIGHTS`).
    """

    matters: tuple[tuple[str, str], ...] = ()
    questions: tuple[str, ...] = ()
    agreed: str = ""
    notes: str = ""


@dataclass(frozen=True)
class Sheet:
    """Everything on the page to take home, in the order in which it is read.

    ``about`` names the common decision that the options were chosen for; blank if there is none. ``matters``
    are lines of what matters to the person, each with the words that it begins with.
    """

    title: str
    about: str
    decision: str
    warning: str
    options: tuple[OptionBand, ...]
    differs: str
    matters: tuple[tuple[str, str], ...]
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
        UnknownIdError: an option, a matter or a weight is not known.
        ValueError: there are more options than a sheet has room for.
    """
    compared = comparison(pack, options)
    if len(compared.options) > MOST_OPTIONS:
        raise ValueError(f"A sheet holds {MOST_OPTIONS} options, not {len(compared.options)}.")
    answers = [chosen(pack, compared, place, most) for place in range(len(compared.options))]
    shown = [told.finding for sides in answers for side in sides for told in side.shown]
    undoing = {one.option: " ".join(one.words) for one in pack.compare.undoing}
    recoveries = [recovery(pack, compared, place) for place in range(len(compared.options))]
    cited = [f"[{told.id}]" for told, _ in recoveries if told]
    numbers = numbers_of(pack, shown, [*(undoing[node.id] for node in compared.options), *cited])
    info = pack.info
    return Sheet(
        title=info.title,
        about=about,
        decision=info.decision,
        warning=info.warning_line,
        options=_told_once(
            _band(pack, node, undoing[node.id], recovered, sides, shown, numbers)
            for node, recovered, sides in zip(compared.options, recoveries, answers, strict=True)
        ),
        differs=differs(answers),
        matters=_matters(pack, compared.options, dict(person.matters)),
        person=person,
        sources=tuple(source_line(pack, source_id, number) for source_id, number in numbers.items()),
        version=f"Made on {_day(made)}. Data version {info.version} of {_day(info.date)}.",
        review=_review(info.next_review, made),
        funding=f"{info.sign_off} {info.funding} {info.interests}",
        address=address,
    )


def _matters(pack: Pack, options: Sequence[Node], weights: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """What matters to the person: hoped for, to be avoided, said not to matter, and without any figure."""
    known = {matter.id: matter for matter in pack.compare.matters}
    asked = preference_rows(pack, [node.id for node in options], weights)
    said: dict[str, list[str]] = {HOPES: [], BURDENS: [], MATTERS_NOT: [], NO_FIGURE: []}
    for row in asked:
        lead = HOPES if known[row.id].kind == "outcome" else BURDENS
        said[lead].append(f"{row.question} ({WEIGHT_LABELS[weights[row.id]]})")
        if not any(_holds_figures(cell) for cell in row.cells):
            said[NO_FIGURE].append(row.question)
    said[MATTERS_NOT] = [known[matter].label for matter, weight in weights.items() if weight == "not"]
    return tuple((lead, ", ".join(words)) for lead, words in said.items() if words)


def _holds_figures(cell: Cell) -> bool:
    """Does a cell tell of any finding, be it in words?"""
    return bool(cell.readings or cell.indirect) or any(markup.cites(told.words) for told in cell.paragraphs)


def _not_known(pack: Pack, option: Node) -> tuple[str, bool]:
    told = [sentence for gap in pack.gaps_of[option.id] for sentence in readability.sentences_of(gap.said)]
    return (told[0], len(told) > 1) if told else ("", False)


def _told_once(bands: Iterable[OptionBand]) -> tuple[OptionBand, ...]:
    """The options without what another study says wherever the sheet has said it before."""
    said: set[tuple[str, int]] = set()

    def once(figure: KeyFigure) -> KeyFigure:
        others = tuple(("" if other in said else other[0], other[1]) for other in figure.disagrees)
        said.update(figure.disagrees)
        return replace(figure, disagrees=others)

    def sides(band: OptionBand) -> tuple[Side, ...]:
        return tuple(replace(side, figures=tuple(map(once, side.figures))) for side in band.sides)

    return tuple(replace(band, sides=sides(band)) for band in bands)


def _band(
    pack: Pack,
    node: Node,
    undoing: str,
    recovered: Recovery,
    sides: Sequence[Chosen],
    shown: Sequence[Finding],
    numbers: Mapping[str, int],
) -> OptionBand:
    told, nothing = recovered
    return OptionBand(
        node,
        readability.sentences_of(markup.own_words(node.summary))[0],
        markup.own_words(node.not_for[0]) if node.not_for else "",
        f"{told.says} [{numbers[told.source.source_id]}]" if told else nothing,
        with_numbers(pack, undoing, numbers),
        *_not_known(pack, node),
        tuple(_side(pack, node, side, shown, numbers) for side in sides),
    )


def _side(
    pack: Pack, option: Node, side: Chosen, shown: Sequence[Finding], numbers: Mapping[str, int]
) -> Side:
    return Side(
        heading=side.row.question,
        figures=tuple(_key_figure(pack, option, told, shown, numbers) for told in side.shown),
        nothing=side.nothing,
        besides=side.besides,
        more=side.count - len(side.shown),
    )


def _key_figure(
    pack: Pack, option: Node, told: Reading, shown: Sequence[Finding], numbers: Mapping[str, int]
) -> KeyFigure:
    on_the_sheet = {one.finding_id for one in shown}
    others = [
        (
            "" if other.finding_id in on_the_sheet else told_beside(pack, option, other),
            numbers[other.source_id],
        )
        for other in disagreeing_with(pack, told.finding)
    ]
    icons = _icons(told)
    return KeyFigure(
        finding=told.finding,
        says=told.says,
        figure=told.own.counts_and_percent,
        facts=_facts(told, is_drawn=bool(icons)),
        take_care=told.caution,
        source=numbers[told.source.source_id],
        icons=icons,
        disagrees=tuple(others),
    )


def _facts(told: Reading, *, is_drawn: bool) -> tuple[str, ...]:
    """Range, group, time and study; without squares, first the figure and what it is compared with."""
    figure = () if is_drawn else (told.estimate, told.complement, told.compared)
    facts = (
        *figure,
        told.interval,
        f"who: {told.population}",
        told.follow_up,
        f"{told.design}, {told.size}",
        told.checked if "check" in told.missing else "",
    )
    return tuple(fact for fact in facts if fact)


def _icons(told: Reading) -> tuple[Icons, ...]:
    """The squares of the figure, and of what it is compared with."""
    leads = ("", f"Compared with {told.comparator or 'the other group'}: ")
    return tuple(
        Icons(array, capitalised(f"{lead}{array.own.complement or array.own.estimate}"))
        for array, lead in zip(of_option(told), leads, strict=False)
    )


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
