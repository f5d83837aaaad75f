"""Questions made from the data of a pack, each with one right answer and others that are wrong by the data.

What is asked is what the pack says: its places, its ways with their conditions and what they rest on, its
findings and its gaps. A wrong answer is never a matter of taste: :mod:`pathways.learning.ties` knows whether
anything in the pack ties two places together, and what is tied is not offered as wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pathways.evidence import reading
from pathways.evidence.causes import diagnosed_by, nodes_of_kind
from pathways.learning.seeds import SET, dealt, shuffled
from pathways.learning.ties import are_tied, leads_to_help, ways_on
from pathways.model import Edge, Gap, Node, Pack
from pathways.model.vocabulary import RESULT_LABELS
from pathways.text.readability import sentences_of
from pathways.text.sentences import capitalised

MOST_CHOICES = 4
NAMED_KINDS = ("cause", "test", "option", "emergency")
"""Kinds of places whose clinical names are asked for."""
BASES = {"source": "A published source", "habit": "Clinical habit, no source"}
BEGINNING = 4
"""So many letters make a word known again: "weakness" and "weak"."""
SHORTEST_FORK = 3
"""So many conditions must stand at a place before one of them is asked for."""


@dataclass(frozen=True)
class Choice:
    """An answer that can be chosen."""

    id: str
    words: str


@dataclass(frozen=True)
class Question:
    """What is asked, the answers, which one is right, and why; ``node`` is the card that tells more.

    ``why_not`` says of all other answers why they are wrong. ``basis`` are the sources of the way that is
    asked about; None where no way is. ``about`` are the two places of a way, or the one place, that it
    asks about.
    """

    id: str
    asks: str
    choices: tuple[Choice, ...]
    right: str
    why: str
    why_not: str
    node: str
    basis: tuple[str, ...] | None = None
    about: frozenset[str] = frozenset()

    @property
    def answer(self) -> Choice:
        """The right answer."""
        return next(choice for choice in self.choices if choice.id == self.right)


Maker = Callable[[Pack, int], Iterable[Question]]
"""Makes the questions of one kind, in the order of a seed; one that has no wrong answer is left out."""


def questions(pack: Pack, seed: int) -> tuple[Question, ...]:
    """The questions of a set: one of each kind in turn; none gives another away.

    Two questions about the same way, or about the same place, would answer each other.
    """
    makers = shuffled(MAKERS, seed, lambda maker: maker.__name__)
    waiting = [iter(maker(pack, seed)) for maker in makers]
    asked: list[Question] = []
    while waiting and len(asked) < SET:
        made, *waiting = waiting
        found = next((one for one in made if not any(_tells(one, other) for other in asked)), None)
        if found:
            asked.append(found)
            waiting.append(made)
    return tuple(asked)


def _tells(one: Question, other: Question) -> bool:
    """Does a question hold what another one asks for: both places of a way, or its one place?"""
    return one.about <= other.about or other.about <= one.about


def names(pack: Pack, seed: int) -> Iterable[Question]:
    """What clinicians call a place; the others are names of places of the same kind."""
    asked = [node for node in pack.nodes if node.kind in NAMED_KINDS]
    for node in shuffled(asked, seed, lambda node: f"name {node.id}"):
        own = {name.casefold() for name in (node.plain_label, node.clinical_label, *node.also_called)}
        others = [n for n in nodes_of_kind(pack, node.kind) if n.clinical_label.casefold() not in own]
        wrong = [Choice(other.id, other.clinical_label) for other in others]
        if node.plain_label.casefold() != node.clinical_label.casefold():
            yield from _question(
                seed,
                f"name-{node.id}",
                f"What do clinicians call “{node.plain_label}”?",
                Choice(node.id, node.clinical_label),
                wrong,
                why=f"“{node.plain_label}” is “{node.clinical_label}”.",
                why_not="The others are names of other places on the map.",
                node=node.id,
                about=frozenset({f"name {node.id}"}),
            )


def telling_tests(pack: Pack, seed: int) -> Iterable[Question]:
    """Which test can point to a cause; the others are tied to it by nothing."""
    tests = nodes_of_kind(pack, "test")
    for cause in shuffled(nodes_of_kind(pack, "cause"), seed, lambda node: f"cause {node.id}"):
        known = shuffled(
            [found for found in diagnosed_by(pack, cause) if found.ways], seed, lambda found: found.test.id
        )
        for found in known[:1]:
            yield from _question(
                seed,
                f"test-{cause.id}",
                f"Which of these tests can point to “{cause.plain_label}”?",
                _choice(found.test),
                _places(test for test in tests if not are_tied(pack, test.id, cause.id)),
                why=f"A way leads there from “{found.test.plain_label}”, if: {found.ways[0].condition}.",
                why_not="From the others no way leads there, and no figure here is about both.",
                node=cause.id,
                basis=found.ways[0].basis,
                about=frozenset({found.test.id, cause.id}),
            )


def results(pack: Pack, seed: int) -> Iterable[Question]:
    """Where the result of a test leads."""
    for edge in _ways(pack, seed, lambda edge: bool(edge.result) and not leads_to_help(pack, edge)):
        test = pack.node[edge.start]
        result = capitalised(RESULT_LABELS[edge.result])
        yield from _where_to(
            pack, seed, edge, f"“{test.plain_label}”. {result}: {edge.condition}. Where does it lead?"
        )


def warning_signs(pack: Pack, seed: int) -> Iterable[Question]:
    """What comes first with a warning sign; the others are places that can wait."""
    for edge in _ways(pack, seed, lambda edge: leads_to_help(pack, edge)):
        start = pack.node[edge.start]
        waiting = [way.end for way in pack.edges_from[edge.start] if not leads_to_help(pack, way)]
        label = _answer_to_sign(pack, edge)
        others = [pack.node[end] for end in waiting if pack.node[end].kind != "emergency"]
        yield from _question(
            seed,
            f"sign-{edge.start}-{edge.end}",
            f"At “{start.plain_label}”, and now: {edge.condition}. What comes first?",
            Choice(edge.end, label),
            _places(node for node in others if not _is_everywhere(pack, node)),
            why=f"This is a warning sign. It leads at once to “{pack.node[edge.end].plain_label}”.",
            why_not="The others wait until help was there.",
            node=edge.end,
            basis=edge.basis,
            about=frozenset({edge.start, edge.end}),
        )


def _answer_to_sign(pack: Pack, edge: Edge) -> str:
    """The place of help; or only that help comes first, where its name could be read off the question."""
    label = pack.node[edge.end].plain_label
    told = pack.info.emergency
    return told.heading if told and _repeats(label, edge.condition) else label


def _repeats(answer: str, asks: str) -> bool:
    """Does an answer name what the question names? Words count by their beginnings.

    >>> _repeats("Fever or feeling ill", "fever, very ill"), _repeats("Smoke in the kitchen", "a burnt smell")
    (True, False)
    """
    begins = [
        {word[:BEGINNING] for word in re.findall(rf"\w{{{BEGINNING},}}", words.casefold())}
        for words in (answer, asks)
    ]
    return bool(begins[0] & begins[1])


def routes(pack: Pack, seed: int) -> Iterable[Question]:
    """Where a way leads; to the others no way leads from there."""
    for edge in _ways(pack, seed, lambda edge: not edge.result and not leads_to_help(pack, edge)):
        start = pack.node[edge.start]
        yield from _where_to(
            pack, seed, edge, f"From “{start.plain_label}”, if: {edge.condition}. Where does the way lead?"
        )


def _where_to(pack: Pack, seed: int, edge: Edge, asks: str) -> Iterable[Question]:
    end = pack.node[edge.end]
    reached = ways_on(pack, edge.start)
    others = [node for node in nodes_of_kind(pack, end.kind) if node.id not in {*reached, edge.start}]
    return _question(
        seed,
        f"way-{edge.start}-{edge.end}",
        asks,
        _choice(end),
        _places(others),
        why=f"The way leads to “{end.plain_label}”.",
        why_not="To the others no way leads from there.",
        node=edge.end,
        basis=edge.basis,
        about=frozenset({edge.start, edge.end}),
    )


def conditions(pack: Pack, seed: int) -> Iterable[Question]:
    """When a way is taken; the others are conditions of other ways from the same place."""
    for edge in _ways(pack, seed, lambda edge: not leads_to_help(pack, edge)):
        beside = [way for way in pack.edges_from[edge.start] if not leads_to_help(pack, way)]
        own = {way.condition.casefold() for way in beside if way.end == edge.end}
        others = [way for way in beside if way.condition.casefold() not in own]
        if len({way.condition for way in beside}) >= SHORTEST_FORK:
            yield from _question(
                seed,
                f"when-{edge.start}-{edge.end}",
                f"When does the way from “{pack.node[edge.start].plain_label}” lead to "
                f"“{pack.node[edge.end].plain_label}”?",
                Choice(edge.end, edge.condition),
                [Choice(way.end, way.condition) for way in others],
                why=f"On this way stands: {edge.condition}.",
                why_not="The others stand on other ways from the same place.",
                node=edge.start,
                basis=edge.basis,
                about=frozenset({edge.start, edge.end}),
            )


def bases(pack: Pack, seed: int) -> Iterable[Question]:
    """What a way rests on: a source, or habit; as many ask about the one as about the other."""
    ways = _ways(pack, seed, lambda edge: not leads_to_help(pack, edge))
    by_basis = [[way for way in ways if way.is_convention is is_habit] for is_habit in (False, True)]
    for edge in dealt(shuffled(by_basis, seed, str), len(ways)):
        right = "habit" if edge.is_convention else "source"
        choices = {name: Choice(name, words) for name, words in BASES.items()}
        start, end = pack.node[edge.start], pack.node[edge.end]
        yield from _question(
            seed,
            f"basis-{edge.start}-{edge.end}",
            f"From “{start.plain_label}” to “{end.plain_label}”, if: {edge.condition}. "
            "What does this way rest on?",
            choices.pop(right),
            list(choices.values()),
            why="No source is named for it." if edge.is_convention else "A source is named for it.",
            why_not="",
            node=edge.start,
            basis=edge.basis,
            about=frozenset({edge.start, edge.end}),
        )


def unknowns(pack: Pack, seed: int) -> Iterable[Question]:
    """What is not known of a place, in its words for patients; of the others the pack holds figures."""
    for gap in shuffled(pack.gaps, seed, lambda gap: f"gap {gap.node_id} {gap.missing}"):
        findings = pack.findings_of[gap.node_id]
        label = pack.node[gap.node_id].plain_label
        missing = asked_of(gap)
        if missing:
            yield from _question(
                seed,
                f"gap-{gap.node_id}-{pack.gaps_of[gap.node_id].index(gap) + 1}",
                f"“{label}”: for which of these was no usable source found?",
                Choice("gap", missing),
                [
                    Choice(finding.finding_id, capitalised(reading(pack, finding, "patients").outcome))
                    for finding in findings
                ],
                why=gap.said,
                why_not="For the others the card has a finding.",
                node=gap.node_id,
                about=frozenset({f"gap {gap.node_id}"}),
            )


_NOT_KNOWN = re.compile(
    r"It is not known:? (.+)\."
    r"|((?:How|What|Whether|Which|Who|Why|When) .+) (?:is|are) not known\."
    r"|No (?:usable )?source was found on (.+)\."
)
"""How the texts of gaps say that something is not known; the groups are what it is."""


def asked_of(gap: Gap) -> str:
    """What is not known, as an answer of a quiz: of the first sentence that says so, in its own words.

    Blank where no sentence says it in a form that can stand beside other answers.

    >>> asked_of(Gap(node_id="tea", missing="Sleep", plain="It is not known how well people sleep."))
    'How well people sleep'
    """
    found = (_NOT_KNOWN.fullmatch(sentence) for sentence in sentences_of(gap.said))
    named = (part for match in found if match for part in match.groups() if part)
    return capitalised(next(named, ""))


MAKERS: tuple[Maker, ...] = (
    *(names, telling_tests, results, warning_signs, routes, conditions, bases, unknowns),
)
"""The kinds of questions."""


def _ways(pack: Pack, seed: int, is_asked: Callable[[Edge], bool]) -> tuple[Edge, ...]:
    asked = [edge for edge in pack.edges if is_asked(edge)]
    return shuffled(asked, seed, lambda edge: f"way {edge.start} {edge.end}")


def _choice(node: Node) -> Choice:
    return Choice(node.id, node.plain_label)


def _places(nodes: Iterable[Node]) -> list[Choice]:
    return [_choice(node) for node in nodes]


def _is_everywhere(pack: Pack, node: Node) -> bool:
    return pack.info.everywhere is not None and pack.info.everywhere.to == node.id


def _question(
    seed: int,
    id_: str,
    asks: str,
    right: Choice,
    wrong: Sequence[Choice],
    *,
    why: str,
    why_not: str,
    node: str,
    about: frozenset[str],
    basis: tuple[str, ...] | None = None,
) -> Iterable[Question]:
    """The question with up to four answers in the order of the seed; none where nothing is wrong.

    Two answers never read the same, and none reads as the right one does.
    """
    said = {right.words.casefold(): right}
    for choice in shuffled(wrong, seed, lambda choice: f"{id_} {choice.id}"):
        if choice.id != right.id and len(said) < MOST_CHOICES:
            said.setdefault(choice.words.casefold(), choice)
    if len(said) > 1:
        order = shuffled(said.values(), seed, lambda choice: f"answers {id_} {choice.id}")
        yield Question(id_, asks, order, right.id, why, why_not, node, basis, about)
