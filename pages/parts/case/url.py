"""A case as the address holds it, and nothing else does: ``case=fever:no,pain_months:20&data=1a2b3c4d``.

``data`` says with which criteria the link was made: with others, states may differ, and the page says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from pages.shared.url import Reader, change_url, params
from pathways.criteria import Answers, answers_of
from pathways.criteria.answers import UNREAD, is_short_word
from pathways.criteria.reading import version_of
from pathways.evidence import cited
from pathways.model import Node, OverviewBox, Pack

Show = Literal["cause", "test", "option", "emergency", "other"]
SHOWN: Mapping[Show, str] = {
    "cause": "Causes",
    "test": "Tests",
    "option": "Options",
    "emergency": "Warning signs",
    "other": "Other places",
}
"""The parts of what criteria say, with their names; places of other kinds stand in the last one."""

Values = dict[str, tuple[str, ...]]
"""What was given, by fact; more than one value where a hand-made link says several."""

AT_FIRST: Show = "cause"
_BETWEEN_ANSWERS = re.compile(r"[,;]")
_AFTER_A_NAME = re.compile(r"[:=]")
OTHER_DATA = (
    "This link was made with other criteria than those of today (data version {version} of {date}). "
    "States may differ from those that its maker saw."
)
NO_DATA = "This link does not say with which criteria it was made. States may differ."


@dataclass(frozen=True)
class CaseUrl:
    """What was entered of a case, and what is shown of it.

    ``node`` is the place that stands open, ``box`` that of the picture, ``group`` the group of further
    questions. ``notes`` are sentences for the reader about what was not understood; they repeat no
    more than one short word of the address, and stand below what cannot wait.
    """

    answers: Answers
    show: Show
    node: Node | None
    box: OverviewBox | None
    group: str
    notes: tuple[str, ...] = ()
    notes_stand_below: bool = True

    def source_ids(self, pack: Pack) -> tuple[str, ...]:
        """The sources of the criteria of the place that stands open, or of all places of the part shown."""
        shown = (self.node,) if self.node else (node for node in pack.nodes if _part_of(node) == self.show)
        return cited.of_criteria(pack, (one for node in shown for one in pack.criteria_of[node.id]))


def case_url(pack: Pack, given: Mapping[str, str]) -> CaseUrl:
    """Read the address; what is not understood is left out and noted."""
    reader = Reader(given)
    answers = answers_of(pack, _pairs(reader))
    node = reader.name("node", pack.node, "place")
    box = reader.name("box", [box.id for box in pack.info.net], "box")
    group = reader.name("group", groups(pack), "group of questions") or ""
    shown = reader.name("show", SHOWN, "part")
    kind = _part_of(pack.node[node]) if node else AT_FIRST
    return CaseUrl(
        answers=answers,
        show=shown or kind,
        node=pack.node[node] if node else None,
        box=next((one for one in pack.info.net if one.id == box), None),
        group=group,
        notes=(
            *_about_data(pack, reader, answers),
            *answers.refused,
            *_left_out(reader, node, box, group, shown),
        ),
    )


def _left_out(reader: Reader, *found: str | None) -> Iterable[str]:
    """What a part asks for that is not there."""
    parts = {"node": "place", "box": "box", "group": "group of questions", "show": "part"}
    for (part, what), name in zip(parts.items(), found, strict=True):
        if (asked := reader.word(part)) and not name:
            said = f' "{asked}"' if is_short_word(asked) else " of this name"
            yield f"There is no {what}{said}. It is left out."


def _part_of(node: Node) -> Show:
    return next((show for show in SHOWN if show == node.kind), "other")


def groups(pack: Pack) -> tuple[str, ...]:
    """The groups of questions in the order of the file; addresses hold them in small letters."""
    return tuple(dict.fromkeys(fact.group for fact in pack.facts))


def _pairs(reader: Reader) -> Iterable[tuple[str, str]]:
    """Each answer with the fact that it names; a word without a value is an answer that cannot be read."""
    for word in _BETWEEN_ANSWERS.split(",".join(reader.words("case"))):
        name, *value = _AFTER_A_NAME.split(word, maxsplit=1)
        if word.strip():
            yield name, "".join(value)


def _about_data(pack: Pack, reader: Reader, answers: Answers) -> Iterable[str]:
    data = reader.word("data")
    if data and data != version_of(pack):
        yield OTHER_DATA.format(version=pack.info.version, date=f"{pack.info.date:%-d %B %Y}")
    elif not data and (answers.possible or answers.unread):
        yield NO_DATA


def values_of(answers: Answers) -> Values:
    """All that was given, by fact, in words of the address; what could not be read stays in it."""
    values = {name: tuple(f"{value}" for value in values) for name, values in answers.possible.items()}
    return {**values, **{name: (*values.get(name, ()), UNREAD) for name in answers.unread}}


def case_words(pack: Pack, values: Mapping[str, tuple[str, ...]]) -> dict[str, str | None]:
    """The parts of the address that hold a case, in the order of the pack; None takes a part away."""
    pairs = (f"{fact.fact_id}:{value}" for fact in pack.facts for value in values.get(fact.fact_id, ()))
    words = ",".join(pairs)
    return {"case": words or None, "data": version_of(pack) if words else None}


def change_case(pack: Pack, change: Callable[[Values], None]) -> None:
    """Change what was given and write it to the address; all that is not changed stays as it was."""
    values = values_of(case_url(pack, params()).answers)
    change(values)
    change_url(**case_words(pack, values))
