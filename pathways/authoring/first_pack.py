"""A first pack of five places, which obeys every rule and says where to write."""

from __future__ import annotations

from pathways.authoring.draft import Draft, Place, Way
from pathways.model.vocabulary import RETURN, USUAL

_PLACES = (
    Place(
        "start", "Where it begins", "Presentation", "question", "begin", "Where it begins", "It begins here."
    ),
    Place("choice", "Choosing", "Shared decision", "question", "choose", "Choosing", "You choose here."),
    Place("first_way", "The first way", "Option one", "option", "ways", "Things to do", "One thing to do."),
    Place(
        "second_way", "The other way", "Option two", "option", "ways", "Things to do", "Another thing to do."
    ),
    Place("how_it_went", "How it went", "Outcome", "outcome", "end", "How it went", "You look back."),
)
_WAYS = (
    Way("start", "choice", "always", USUAL),
    Way("choice", "first_way", "you would like the first way", USUAL),
    Way("choice", "second_way", "you would like the other way", USUAL),
    Way("first_way", "how_it_went", "it is done", USUAL),
    Way("second_way", "how_it_went", "it is done", USUAL),
    Way("how_it_went", "choice", "it comes back", RETURN),
)


def first_pack(name: str) -> Draft:
    """A pathway of five places: a beginning, a choice, two options and how it went.

    Args:
        name: the id of the pack, such as ``my_pathway``.
    """
    return Draft(name, name.replace("_", " ").capitalize(), _PLACES, _WAYS, "start")
