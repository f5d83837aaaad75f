"""One finding as a reader meets it: every phrase that stands beside its figure, made once.

Cards, lists, tables, charts, the comparison and the sheet choose among the fields of a :class:`Reading`;
none of them words anything of a finding by itself. So a rule of docs/method.md is kept in one place, and
what is missing is marked the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Literal

from pathways.evidence import brief, phrases
from pathways.evidence.shares import exact_percent, is_rare, is_share
from pathways.evidence.sources import citation, short_citation, size
from pathways.evidence.words import NO_TIME_IN_SHORT, NOT_KNOWN, RANGE_NOT_REPORTED, kind_of_figure
from pathways.model import Arm, Audience, Finding, Pack, Source
from pathways.model.units import general_label
from pathways.model.vocabulary import (
    CHECKED_LABELS,
    DESIGN_LABELS,
    FUNDING_LABELS,
    READ_LABELS,
    ROLE_LABELS,
)
from pathways.text.sentences import joined

Missing = Literal["interval", "population", "follow_up", "size", "funding", "check", "link"]
"""What a reader would want beside a figure, and its source does not give."""

GROUP_NOT_REPORTED = "group not reported"


@dataclass(frozen=True)
class Percents:
    """A share and its range as numbers to draw; None is not reported."""

    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class ArmReading:
    """The figure of one group in words; see :mod:`pathways.evidence.phrases` for what each phrase says."""

    finding: Finding
    arm: Arm
    unit: str

    @cached_property
    def estimate(self) -> str:
        return phrases.estimate(self.finding, self.arm, self.unit)

    @cached_property
    def complement(self) -> str:
        return phrases.complement(self.finding, self.arm)

    @cached_property
    def people(self) -> str:
        """The share as people alone, such as "about 13 in 100" or "20 to 23 in 100"; or blank."""
        return phrases.people(self.finding, self.arm)

    @cached_property
    def interval(self) -> str:
        return phrases.interval(self.finding, self.arm, self.unit)

    @property
    def short_number(self) -> str:
        """A share as people of 100 in the least words: "21" or "none of 38"; blank if it is no share.

        For tables that say above that their numbers are rounded.
        """
        return self._figure[0].removeprefix("about ").removesuffix(" of 100")

    @property
    def at_mark(self) -> str:
        """A share with its range in the least words, such as "63 (50 to 74)"; blank if it is none.

        A group of fewer than 100 is said as counted: "1 of 41, about 2 (0 to 13)".
        """
        few = self.counts_of_few
        number = self._figure[0].removesuffix(" of 100") if few else self.short_number
        return brief.at_mark(number, few, self.short_range, self.arm)

    @property
    def short_range(self) -> str:
        """The range of a share in the least words, such as "50 to 74"; or blank."""
        return brief.short_range(self.finding, self.arm)

    @property
    def says_how_surely(self) -> bool:
        """Is its range one within which the study cannot tell?"""
        return self.arm.has_range and self.arm.bounds in brief.SAYS_HOW_SURELY

    @property
    def in_short(self) -> str:
        """A share as "about 21 of 100"; else what kind of figure it is, such as "in words"."""
        return self._figure[0] or kind_of_figure(self.finding)

    @property
    def rare_note(self) -> str:
        """What a share that is said in 1,000 is in 100; blank for all others."""
        return self._figure[1]

    @cached_property
    def _figure(self) -> tuple[str, str]:
        return brief.figure(self.finding, self.arm)

    @property
    def percent(self) -> Decimal | None:
        """The share in percent as it is said and drawn, from its counts where there are any; or None."""
        if not is_share(self.finding) or self.arm.value is None:
            return None
        return exact_percent(self.arm.value, self.arm.events, self.arm.total)

    @property
    def percents(self) -> Percents | None:
        """Where the share lies on a line from 0 to 100; None if it is no share."""
        if not is_share(self.finding):
            return None
        ends = (self.percent, self.arm.low, self.arm.high)
        return Percents(*(None if end is None else float(end) for end in ends))

    @property
    def counts_of_few(self) -> str:
        """The counts of a small group, which stand beside its share; blank for others."""
        return phrases.counts_of_few(self.arm) if is_share(self.finding) else ""

    @property
    def sides(self) -> tuple[str, str] | None:
        return phrases.sides(self.finding, self.arm)

    @property
    def counts_and_percent(self) -> str:
        """As reported, without people in 100; the whole estimate where both sides are not told beside it."""
        is_told = self.complement and is_share(self.finding)
        return (is_told and phrases.counts_and_percent(self.arm)) or self.estimate

    @property
    def is_rare(self) -> bool:
        """Is it a share below 1 in 100, which is said in 1,000?"""
        figure = self.arm.value if self.arm.value is not None else self.arm.high
        return is_share(self.finding) and is_rare(figure, self.arm.total)


@dataclass(frozen=True)
class Reading:
    """A finding in words for an audience; a blank phrase has no place beside this figure.

    ``own`` is the group that the figure is told of and ``other`` the one beside it, or None. Where a study is
    told from the group that it compared with, ``is_swapped`` is true and the two have changed places.
    ``says`` is the sentence for patients, ``statement`` the one for clinicians; ``directness`` is the name of
    the group that was studied, as the pack has it, and ``group`` the same in two or three words.
    """

    finding: Finding
    source: Source
    audience: Audience
    own: ArmReading
    other: ArmReading | None
    says: str
    directness: str = ""
    is_swapped: bool = False
    group: str = ""

    @property
    def id(self) -> str:
        return self.finding.finding_id

    @property
    def statement(self) -> str:
        return self.finding.statement

    @property
    def role(self) -> str:
        return ROLE_LABELS[self.finding.role]

    @property
    def outcome(self) -> str:
        """What was counted or measured, as a label."""
        return self.finding.words("outcome", self.audience)

    @property
    def estimate(self) -> str:
        """The figure; blank if the source gives words alone."""
        return self.own.estimate

    @property
    def complement(self) -> str:
        """Both sides of a share; blank if it has none or its counts say everything."""
        return self.own.complement

    @property
    def interval(self) -> str:
        return self.own.interval

    @cached_property
    def compared(self) -> str:
        """What the figure stands beside, with the figure of that group where it is given; or blank."""
        return phrases.comparison(self.finding, self.other.arm if self.other else None, self.own.unit)

    @property
    def comparator(self) -> str:
        """The name of the group beside it, or blank."""
        return self.other.arm.people if self.other else ""

    @property
    def population(self) -> str:
        return self.own.arm.people or GROUP_NOT_REPORTED

    @property
    def follow_up(self) -> str:
        return phrases.follow_up(self.finding)

    @property
    def time_in_short(self) -> str:
        """The time in the least words, such as "2 years"; blank where none belongs to the figure."""
        return brief.time(self.finding, self.follow_up, NO_TIME_IN_SHORT)

    @property
    def population_and_time(self) -> str:
        return joined((self.population, self.follow_up))

    @property
    def design(self) -> str:
        return DESIGN_LABELS[self.source.design]

    @property
    def size(self) -> str:
        return size(self.own.arm, self.other.arm if self.other else None, self.source)

    @property
    def funding(self) -> str:
        return FUNDING_LABELS[self.source.funding]

    @property
    def read(self) -> str:
        return READ_LABELS[self.source.read]

    @property
    def checked(self) -> str:
        return CHECKED_LABELS[self.finding.checked]

    @property
    def study(self) -> str:
        """The facts that say how firmly a figure stands; facts, not a grade."""
        return joined((self.design, self.size, self.funding, self.read, self.checked), ", ")

    @property
    def caution(self) -> str:
        return self.finding.words("caution", self.audience)

    @property
    def citation(self) -> str:
        return citation(self.source)

    @property
    def cited(self) -> str:
        """First author and year."""
        return short_citation(self.source)

    @property
    def link(self) -> str:
        """Where the source can be opened, or that this is not known."""
        return self.source.link or f"link {NOT_KNOWN}"

    @cached_property
    def brief(self) -> brief.Brief:
        """The figure at a glance, for a cell with room for one line."""
        figure, note = brief.figure(self.finding, self.own.arm)
        time = brief.time(self.finding, self.follow_up)
        size = brief.size(self.finding, self.own.arm, self.source)
        interval = brief.interval(self.finding, self.own.arm, self.interval)
        facts = (self.group, time, size, brief.design(self.source), interval)
        return brief.Brief(
            figure,
            note,
            brief.other_side(self.own.sides),
            brief.bar(self.finding, self.own.arm),
            time,
            tuple(fact for fact in facts if fact),
        )

    @cached_property
    def missing(self) -> frozenset[Missing]:
        """What is not reported, so that a page can say it as loudly as a number."""
        absent: dict[Missing, bool] = {
            "interval": self.interval == RANGE_NOT_REPORTED,
            "population": not self.own.arm.people,
            "follow_up": self.finding.follow_up_months is None,
            "size": self.own.arm.total is None and not self.source.n,
            "funding": self.source.funding == "not_stated",
            "check": self.finding.checked == "no",
            "link": not self.source.link,
        }
        return frozenset(name for name, is_absent in absent.items() if is_absent)


def reading(pack: Pack, finding: Finding, audience: Audience = "clinicians") -> Reading:
    """The finding in words for an audience, told of the group that it is about.

    >>> from pathways.loading import load_pack
    >>> told = reading(pack := load_pack(), pack.findings[0], "patients")
    >>> bool(told.estimate and told.population and told.citation)
    True
    """
    told = reading_of(finding, pack.source[finding.source_id], audience, pack.unit_words(finding.unit))
    group = pack.group[finding.directness]
    return replace(told, directness=group.label, group=group.in_brief)


def reading_of(
    finding: Finding, source: Source, audience: Audience = "clinicians", unit: str | None = None
) -> Reading:
    """The same as :func:`reading`, for a finding, the source that it is from and its unit in words."""
    unit = general_label(finding.unit) or "" if unit is None else unit
    other = finding.comparator_arm(audience)
    return Reading(
        finding=finding,
        source=source,
        audience=audience,
        own=ArmReading(finding, finding.arm(audience), unit),
        other=ArmReading(finding, other, unit) if other else None,
        says=finding.plain,
    )


def readings(
    pack: Pack, findings: Iterable[Finding], audience: Audience = "clinicians"
) -> tuple[Reading, ...]:
    """Each finding as :func:`reading` tells it, in the order given."""
    return tuple(reading(pack, finding, audience) for finding in findings)


def swapped(told: Reading, says: str, these: str, others: str) -> Reading:
    """The same study told from the group that it compared with, in words that the pack gives for that.

    Args:
        says: the sentence for patients, beginning with ``these`` people.
        these: who they are.
        others: who the people are that the study is about.

    Raises:
        ValueError: nothing is compared.
    """
    if told.other is None:
        raise ValueError(f"{told.id} compares nothing, so it has no other group to be told from.")
    return replace(
        told,
        own=replace(told.other, arm=replace(told.other.arm, people=these)),
        other=replace(told.own, arm=replace(told.own.arm, people=others)),
        says=says,
        is_swapped=True,
    )
