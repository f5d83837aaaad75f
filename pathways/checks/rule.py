"""How a rule says where a pack is at fault: what rules are, and the faults that several of them find."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from pathways.model import Edge, Finding, Node, Pack
from pathways.problems import Problem

Problems = Iterator[Problem]
Rule = Callable[[Pack], Problems]


def used_twice(named: list[tuple[str, str]]) -> Problems:
    """A problem for each (file, id) whose id is given more than once."""
    counts = Counter(name for _, name in named)
    for file, name in named:
        if counts[name] > 1:
            yield Problem(file, name, "This id is used more than once.", "Give each its own id.")


def in_node(node: Node, wrong: str, mend: str) -> Problem:
    """What is wrong at a node, and how to mend it."""
    return Problem(f"nodes/{node.id}.yaml", node.id, wrong, mend)


def in_edge(edge: Edge, wrong: str, mend: str) -> Problem:
    """What is wrong at an edge, and how to mend it."""
    return Problem("edges.csv", f"{edge.start} to {edge.end}", wrong, mend)


def in_finding(finding: Finding, wrong: str, mend: str) -> Problem:
    """What is wrong at a finding, and how to mend it."""
    return Problem("findings.csv", finding.finding_id, wrong, mend)


def unknown_source(source_id: str) -> tuple[str, str]:
    """What is wrong with a way that rests on a source which is not there, and how to mend it."""
    mend = "Name a source_id of sources.csv, or write convention and nothing beside it."
    return f"The basis {source_id!r} is not a source.", mend


def lanes_of_emergencies(pack: Pack) -> tuple[str, ...]:
    """Where help is: the lane of the emergencies, and each other one that holds an emergency by mistake."""
    return tuple(
        lane for lane, _ in Counter(n.lane for n in pack.nodes if n.kind == "emergency").most_common()
    )


def one_of(names: Iterable[str]) -> str:
    """How to mend a name that is not known.

    >>> one_of(["safety", "cause"])
    'Choose one of: safety, cause.'
    """
    return f"Choose one of: {', '.join(names)}."


def numbers(words: str) -> set[str]:
    """The numbers in a text, as they are written.

    >>> sorted(numbers("1,234 of 2,000 people, 5.5 points."))
    ['1,234', '2,000', '5.5']
    """
    return set(re.findall(r"\d+(?:[.,]\d+)*", words))
