"""What was entered, in words. What is kept of a page holds names of facts; answers are put in last.

So the server keeps the words of criteria for everybody, and the answers of nobody (docs/decisions/0025).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial

from markupsafe import Markup, escape

from pages.shared.templates import Html
from pathways.criteria import Answers
from pathways.model import Pack

_PLACE = "\ue000{}\ue001"
_PLACES = re.compile("\ue000([a-z0-9_]+)\ue001")


def entered_words(pack: Pack, answers: Answers, name: str) -> str:
    """A fact with all answers that were given to it: "Fever or chills: Yes"."""
    return f"{pack.fact[name].clinical_label}{_answer(pack, answers, name)}"


def entered_facts(pack: Pack, answers: Answers) -> tuple[str, ...]:
    """All that was entered, in the order of the pack."""
    return tuple(entered_words(pack, answers, name) for name in pack.fact if name in answers.possible)


def with_places(pack: Pack, names: Iterable[str]) -> str:
    """The labels of facts, each with a place for its answer."""
    return "; ".join(f"{pack.fact[name].clinical_label}{_PLACE.format(name)}" for name in names)


def filled(html: Markup, pack: Pack, answers: Answers) -> Html:
    """What was kept, with the answers in their places; where none was given, the label stands alone."""
    put_in = partial(_put_in, pack, answers)
    return Html(_PLACES.sub(put_in, html))


def _put_in(pack: Pack, answers: Answers, place: re.Match[str]) -> str:
    return escape(_answer(pack, answers, place[1]))


def _answer(pack: Pack, answers: Answers, name: str) -> str:
    if name not in answers.possible:
        return ""
    fact = pack.fact[name]
    unit = f" {pack.unit_words(fact.unit)}" if fact.is_number else ""
    values = (
        f"{value:f}{unit}" if fact.is_number else fact.label_of(value) for value in answers.possible[name]
    )
    return f": {' or '.join(values)}"
