"""What the page Learn shows, as its URL says it: which exercise, which set, and all that was answered so far.

An answer names what it is about, so a link never lays it to another question, even after the data changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar, get_args

from pages.parts.learn.class_items import MOST_ITEMS, Item, item_of
from pages.parts.learn.titles import neutral_title
from pages.shared.url import Reader, meant, number
from pathways.learning import claims, contested, guessing, questions, unknowns, walks
from pathways.learning.contested import REASONS
from pathways.learning.guessing import Guess
from pathways.learning.seeds import SET
from pathways.learning.unknowns import Stub
from pathways.learning.walks import Walk
from pathways.model import Node, Pack, Verdict

EXERCISES = {
    "guess": "Guess, then see",
    "claims": "Sort the claims",
    "quiz": "Quiz",
    "walk": "Walk the map",
    "contested": "What is contested",
    "unknown": "What is unknown",
    "class": "List for a class",
}
"""The exercises with their names, and what a teacher makes of them."""

NO_REASON = "none"
"""What an address holds where a reader named no reason."""
TOLD = "yes"
"""What an address holds where the answers of a list are shown."""

LEAST_SHARE, START_SHARE, MOST_SHARE = 1, 50, 99
"""The shares in 100 that a reader can set before a test, and where the slider stands before that."""

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class LearnUrl:
    """An exercise, the set of it, the card that is open, what was answered, and what made no sense.

    ``number`` counts the cards of the set from 1; one more than there are is the end of the set. ``guesses``,
    ``verdicts`` and ``answers`` are by the ids of findings, claims and questions. ``walk`` is the case or the
    route that is walked, ``trail`` names what was chosen at each of its steps, and ``share`` says how many of
    100 the reader takes to have what a test looks for. ``reasons`` are by the ids of pairs of figures, and
    ``stub`` holds the parts of a question that were chosen. ``items`` make the list of a class, ``is_told``
    says whether its answers are shown, and ``game`` which exercise was open before the list.
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
    reasons: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    stub: Mapping[str, str] = field(default_factory=dict)
    items: tuple[Item, ...] = ()
    is_told: bool = False
    game: str = ""
    notes: tuple[str, ...] = ()

    @property
    def view_name(self) -> str:
        """The exercise that is open, or the walk."""
        if self.walk and self.show == "walk":
            return neutral_title(self.walk.case) if self.walk.case else self.walk.title
        return EXERCISES[self.show]

    @property
    def question(self) -> Stub | None:
        """The question that was made of a gap; None as long as one of its parts is open."""
        return Stub(**self.stub) if len(self.stub) == len(unknowns.PARTS) else None


def learn_url(pack: Pack, params: Mapping[str, str]) -> LearnUrl:
    """Read the address; what is not understood is left out and noted."""
    reader = Reader(params)
    show = reader.name("show", EXERCISES, "exercise", f". The exercises are: {', '.join(EXERCISES)}.")
    seed = reader.number("seed", "set with the number") or 1
    start, goal = _place(pack, reader, "from"), _place(pack, reader, "to")
    walk = _walk(pack, reader, start, goal)
    game = reader.name("game", EXERCISES, "exercise")
    is_walked = walk is not None and "walk" in (show, game if show == "class" else "")
    return LearnUrl(
        show=show or "guess",
        seed=seed,
        number=_number(reader, len(walk.steps) if walk and is_walked else SET),
        guesses=dict(_entries(reader, "guesses", "guess", _guess_reader(pack, seed))),
        verdicts=dict(_entries(reader, "verdicts", "answer", _verdict_reader(pack, seed))),
        answers=dict(_entries(reader, "answers", "answer", _answer_reader(pack, seed))),
        walk=walk,
        start=start,
        goal=goal,
        trail=_trail(pack, reader, walk),
        share=_share(reader),
        reasons=dict(_entries(reader, "reasons", "answer", _reasons_reader(pack, seed))),
        stub=_stub(pack, reader),
        items=_items(pack, reader),
        is_told=reader.name("told", (TOLD,), "answer to whether answers are shown") is not None,
        game=game or "",
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

    A mark outside of its range is no guess: which of the two was meant, nobody can tell.

    >>> _guess("40:30:60"), _guess("40:50:60"), _guess("40")
    (Guess(mark=40, low=30, high=60), None, None)
    """
    parts = words.split(":")
    numbers = [int(part) for part in parts if part.isascii() and part.isdecimal() and len(part) <= 3]
    if len(parts) != len(numbers) or len(numbers) != 3 or max(numbers) > guessing.ALL:
        return None
    mark, low, high = numbers
    return Guess(mark, low, high) if low <= mark <= high else None


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


def _reasons_reader(pack: Pack, seed: int) -> Callable[[], Understand[tuple[str, ...]]]:
    def make() -> Understand[tuple[str, ...]]:
        ids = {pair.id for pair in contested.pairs(pack, seed)}
        return lambda id_, rest: _reasons(rest) if id_ in ids else None

    return make


def _reasons(words: str) -> tuple[str, ...] | None:
    """The reasons that were named, as an address holds them; None if one is none.

    >>> _reasons("people.time"), _reasons("none"), _reasons("luck")
    (('people', 'time'), (), None)
    """
    named = [] if words == NO_REASON else words.split(".")
    return tuple(name for name in REASONS if name in named) if set(named) <= set(REASONS) else None


def reasons_words(reasons: Sequence[str]) -> str:
    """Reasons as an address holds them.

    >>> reasons_words(["people", "time"]), reasons_words([])
    ('people.time', 'none')
    """
    return ".".join(reasons) or NO_REASON


def _stub(pack: Pack, reader: Reader) -> dict[str, str]:
    """The parts of a question that were chosen, of those that the pack has words for."""
    offered = unknowns.words_of(pack)
    asked = {
        part: reader.name(part, offered[part], f"part of a question ({part})") for part in unknowns.PARTS
    }
    return {part: name for part, name in asked.items() if name}


def _items(pack: Pack, reader: Reader) -> tuple[Item, ...]:
    """The list of a class: what names nothing of the pack is left out."""
    found: list[Item] = []
    for word in reader.words("list"):
        item = item_of(pack, word)
        if item is None or len(found) == MOST_ITEMS:
            reader.leave_out("item of a list", word)
        else:
            found.append(item)
    return tuple(found)


def entries_words(entries: Mapping[str, str]) -> str | None:
    """Answers as an address holds them; None if there are none.

    >>> entries_words({"tea-01": "30:20:40", "tea-02": "50:40:70"}), entries_words({})
    ('tea-01:30:20:40,tea-02:50:40:70', None)
    """
    return ",".join(f"{name}:{words}" for name, words in entries.items()) or None
