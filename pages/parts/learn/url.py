"""What the page Learn shows, as its URL says it: which exercise, which set, and all that was answered so far.

An answer names what it is about, so a link never lays it to another question, even after the data changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, get_args

from pages.shared.url import Reader, meant, number
from pathways.learning import claims, guessing, questions, walks
from pathways.learning.guessing import Guess, guess_of
from pathways.learning.seeds import SET
from pathways.learning.walks import Walk
from pathways.model import Node, Pack, Verdict

EXERCISES = {
    "guess": "Guess, then see",
    "claims": "Sort the claims",
    "quiz": "Quiz",
    "walk": "Walk the map",
}
"""The exercises with their names."""

LEAST_SHARE, START_SHARE, MOST_SHARE = 1, 50, 99
"""The shares in 100 that a reader can set before a test, and where the slider stands before that."""

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class LearnUrl:
    """An exercise, the set of it, the card that is open, what was answered, and what made no sense.

    ``number`` counts the cards of the set from 1; one more than there are is the end of the set. ``guesses``,
    ``verdicts`` and ``answers`` are by the ids of findings, claims and questions. ``walk`` is the case or the
    route that is walked, ``trail`` names what was chosen at each of its steps, and ``share`` says how many of
    100 the reader takes to have what a test looks for.
    """

    show: str
    seed: int
    number: int
    guesses: Mapping[str, Guess] = field(default_factory=dict)
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    walk: Walk | None = None
    start: Node | None = None
    goal: Node | None = None
    trail: tuple[str, ...] = ()
    share: int = START_SHARE
    notes: tuple[str, ...] = ()

    @property
    def view_name(self) -> str:
        """The exercise that is open, or the walk."""
        return self.walk.title if self.walk and self.show == "walk" else EXERCISES[self.show]


def learn_url(pack: Pack, params: Mapping[str, str]) -> LearnUrl:
    """Read the address; what is not understood is left out and noted."""
    reader = Reader(params)
    show = reader.name("show", EXERCISES, "exercise", f". The exercises are: {', '.join(EXERCISES)}.")
    seed = reader.number("seed", "set with the number") or 1
    start, goal = _place(pack, reader, "from"), _place(pack, reader, "to")
    walk = _walk(pack, reader, start, goal)
    return LearnUrl(
        show=show or "guess",
        seed=seed,
        number=_number(reader, len(walk.steps) if walk and show == "walk" else SET),
        guesses=dict(_entries(reader, "guesses", "guess", _guess_reader(pack, seed))),
        verdicts=dict(_entries(reader, "verdicts", "answer", _verdict_reader(pack, seed))),
        answers=dict(_entries(reader, "answers", "answer", _answer_reader(pack, seed))),
        walk=walk,
        start=start,
        goal=goal,
        trail=_trail(pack, reader, walk),
        share=_share(reader),
        notes=tuple(reader.notes),
    )


def _number(reader: Reader, cards: int) -> int:
    asked = reader.number("number", "card with the number") or 1
    if asked > cards + 1:
        reader.leave_out("card with the number", str(asked))
    return asked if asked <= cards + 1 else 1


def _place(pack: Pack, reader: Reader, part: str) -> Node | None:
    node_id = reader.name(part, pack.node, "place called", " on the map.")
    return pack.node[node_id] if node_id else None


def _walk(pack: Pack, reader: Reader, start: Node | None, goal: Node | None) -> Walk | None:
    """The case that is asked for, or else the route between two places."""
    case = reader.name("case", pack.case, "case called")
    if case:
        return walks.walk_of_case(pack.case[case])
    if goal is None:
        return None
    found = walks.walk_of_route(pack, start.id if start else pack.info.start, goal.id)
    if found is None:
        reader.notes.append("No way forward leads between these two places. There is nothing to walk.")
    return found


def _trail(pack: Pack, reader: Reader, walk: Walk | None) -> tuple[str, ...]:
    """What was chosen at each step. A place may stand twice, and what follows one that is none is lost."""
    words = [meant(word) for word in reader.text("trail").split(",") if word]
    kept = walks.known_part(pack, walk, words) if walk else ()
    if len(kept) < len(words):
        reader.leave_out("step", words[len(kept)], " at this place of the walk.")
    return kept


def _share(reader: Reader) -> int:
    asked = reader.word("share")
    found = number(asked) or 0
    if LEAST_SHARE <= found <= MOST_SHARE:
        return found
    if asked:
        reader.leave_out("share", asked, f". A share is a whole number from {LEAST_SHARE} to {MOST_SHARE}.")
    return START_SHARE


Understand = Callable[[str, str], Answer | None]
"""Makes an answer of an id and the words behind it; None if it is no answer of this set."""


def _entries(
    reader: Reader, part: str, what: str, make: Callable[[], Understand[Answer]]
) -> Iterator[tuple[str, Answer]]:
    """The answers of a part, such as ``tea-01:30:20:40,tea-02:50:40:70``, by what they are about.

    The set is made only where there is an answer to hold against it.
    """
    words = reader.words(part)
    understand = make() if words else None
    for word in words:
        id_, _, rest = word.partition(":")
        answer = understand(id_, rest) if understand else None
        if answer is None:
            reader.leave_out(what, word, " in this set.")
        else:
            yield id_, answer


def _guess_reader(pack: Pack, seed: int) -> Callable[[], Understand[Guess]]:
    def make() -> Understand[Guess]:
        ids = {told.id for told in guessing.figures(pack, seed)}
        return lambda id_, rest: _guess(rest) if id_ in ids else None

    return make


def _guess(words: str) -> Guess | None:
    """A guess as an address holds it.

    >>> _guess("40:30:60"), _guess("40:50:60"), _guess("40")
    (Guess(mark=40, low=30, high=60), Guess(mark=40, low=40, high=60), None)
    """
    parts = words.split(":")
    numbers = [int(part) for part in parts if part.isascii() and part.isdecimal() and len(part) <= 3]
    if len(parts) != len(numbers) or len(numbers) != 3 or max(numbers) > guessing.ALL:
        return None
    mark, low, high = numbers
    return guess_of(mark, low, high)


def guess_words(guess: Guess) -> str:
    """A guess as an address holds it: mark, low end, high end.

    >>> guess_words(Guess(40, 30, 60))
    '40:30:60'
    """
    return f"{guess.mark}:{guess.low}:{guess.high}"


def _verdict_reader(pack: Pack, seed: int) -> Callable[[], Understand[Verdict]]:
    def make() -> Understand[Verdict]:
        ids = {claim.claim_id for claim in claims.claims_to_sort(pack, seed)}
        known = {verdict: verdict for verdict in get_args(Verdict)}
        return lambda id_, rest: known.get(rest) if id_ in ids else None

    return make


def _answer_reader(pack: Pack, seed: int) -> Callable[[], Understand[str]]:
    def make() -> Understand[str]:
        offered = {
            question.id: {choice.id for choice in question.choices}
            for question in questions.questions(pack, seed)
        }
        return lambda id_, rest: rest if rest in offered.get(id_, ()) else None

    return make


def entries_words(entries: Mapping[str, str]) -> str | None:
    """Answers as an address holds them; None if there are none.

    >>> entries_words({"tea-01": "30:20:40", "tea-02": "50:40:70"}), entries_words({})
    ('tea-01:30:20:40,tea-02:50:40:70', None)
    """
    return ",".join(f"{name}:{words}" for name, words in entries.items()) or None
