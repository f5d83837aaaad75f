"""Guess, then see: shares of the pack to guess, and how far the guesses lay from them.

A guess is a mark and a range on a line from 0 to 100. Distances are of the reader's guesses; no figure is
changed, pooled or ranked by them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pathways.evidence import Reading, is_share, reading, whole
from pathways.evidence.shares import exact_percent
from pathways.learning.seeds import SET, shuffled
from pathways.model import Finding, Pack
from pathways.text.sentences import pluralised

MOST_SURPRISING = 3
ALL = 100


@dataclass(frozen=True)
class Guess:
    """What a reader thinks of a share: a mark, and the range that should hold it; whole numbers of 100.

    Raises:
        ValueError: the numbers do not lie in order between 0 and 100.
    """

    mark: int
    low: int
    high: int

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.mark <= self.high <= ALL:
            raise ValueError("A guess is a low end, a mark and a high end, in order, from 0 to 100.")


def guess_of(mark: int, low: int, high: int) -> Guess:
    """A guess from a mark and a range that were set apart: the range is widened until it holds the mark.

    >>> guess_of(40, 50, 60)
    Guess(mark=40, low=40, high=60)
    """
    return Guess(mark, min(low, mark), max(high, mark))


@dataclass(frozen=True)
class Guessed:
    """A share with what was guessed of it."""

    told: Reading
    guess: Guess

    @property
    def percent(self) -> Decimal:
        """The share as exactly as its source gives it."""
        return share_of(self.told.finding)

    @property
    def distance(self) -> Decimal:
        """How far the mark lies from the share, in steps of 1 in 100."""
        return abs(self.guess.mark - self.percent)

    @property
    def is_held(self) -> bool:
        """Does the guessed range hold the share? Whole numbers were guessed, so it is rounded first."""
        return self.guess.low <= whole(self.percent) <= self.guess.high


@dataclass(frozen=True)
class Progress:
    """How the guesses of a set went: how many, the mean distance, how many ranges held the figure."""

    number: int
    mean_distance: Decimal
    held: int
    without_range: int
    most_surprising: tuple[Guessed, ...]


def can_be_guessed(finding: Finding) -> bool:
    """Is it one share of people or things? A range alone has no place on the line to be far from."""
    return is_share(finding) and finding.measure == "proportion" and finding.value is not None


def share_of(finding: Finding) -> Decimal:
    """The share in percent, worked out from the counts where there are any.

    Raises:
        ValueError: the finding gives no share.
    """
    if not can_be_guessed(finding) or finding.value is None:
        raise ValueError(f"{finding.finding_id} gives no single share.")
    return exact_percent(finding.value, finding.events, finding.total)


def figures(pack: Pack, seed: int) -> tuple[Reading, ...]:
    """The figures of a set, in the words for patients."""
    shares = [finding for finding in pack.findings if can_be_guessed(finding)]
    chosen = shuffled(shares, seed, lambda finding: finding.finding_id)[:SET]
    return tuple(reading(pack, finding, "patients") for finding in chosen)


def guessed(figures: Sequence[Reading], guesses: Mapping[str, Guess]) -> tuple[Guessed, ...]:
    """The figures of which something was guessed, in their order; ``guesses`` are by the ids of findings."""
    return tuple(Guessed(told, guesses[told.id]) for told in figures if told.id in guesses)


def progress(made: Sequence[Guessed]) -> Progress | None:
    """How the guesses went so far; None before the first. Equal surprises keep their order."""
    if not made:
        return None
    return Progress(
        number=len(made),
        mean_distance=sum((one.distance for one in made), Decimal(0)) / len(made),
        held=sum(one.is_held for one in made),
        without_range=sum("interval" in one.told.missing for one in made),
        most_surprising=tuple(sorted(made, key=lambda one: -one.distance)[:MOST_SURPRISING]),
    )


def away(distance: Decimal) -> str:
    """A distance in words.

    >>> away(Decimal("0.4")), away(Decimal(12)), away(Decimal("12.3"))
    ('less than 1 away', '12 away', 'about 12 away')
    """
    if 0 < distance < 1:
        return "less than 1 away"
    about = "" if distance == distance.to_integral_value() else "about "
    return f"{about}{whole(distance)} away"


def in_words(made: Progress) -> str:
    """How the guesses went so far, in two sentences.

    >>> in_words(Progress(2, Decimal("7.5"), 1, 2, ()))
    'Your 2 guesses so far: on average about 8 away; 1 of your 2 ranges held the figure.'
    """
    guesses = "Your first guess" if made.number == 1 else f"Your {made.number} guesses so far"
    average = "" if made.number == 1 else "on average "
    ranges = pluralised(made.number, "range")
    return f"{guesses}: {average}{away(made.mean_distance)}; {made.held} of your {ranges} held the figure."
