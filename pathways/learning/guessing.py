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
from pathways.model import Finding, Pack, Role
from pathways.text.sentences import pluralised

MOST_SURPRISING = 3
ALL = 100
NOT_GUESSED: frozenset[Role] = frozenset({"test_accuracy", "criterion", "timing", "cost"})
"""Roles of findings that are not asked for: their share may be of others than the group that they name."""


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
    """Is it one share of the group that is named? A range alone has no place on the line to be far from."""
    is_single = finding.measure == "proportion" and finding.value is not None
    return is_single and is_share(finding) and finding.role not in NOT_GUESSED


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
    """How the guesses went so far, in words.

    >>> in_words(Progress(2, Decimal("7.5"), 1, 2, ()))
    '2 guesses so far: on average about 8 away, 1 of 2 ranges held the figure'
    >>> in_words(Progress(1, Decimal("7.5"), 0, 1, ()))
    'First guess: about 8 away, its range did not hold the figure'
    """
    far = away(made.mean_distance)
    if made.number == 1:
        return f"First guess: {far}, its range {'held' if made.held else 'did not hold'} the figure"
    guesses = pluralised(made.number, "guess", "guesses")
    return f"{guesses} so far: on average {far}, {made.held} of {made.number} ranges held the figure"
