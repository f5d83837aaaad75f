"""The two releases of HL7 FHIR that are written, and where they differ."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Resource = dict[str, Any]
"""A resource, or a part of one, as JSON has it; numbers may be ``Decimal``."""

MOST_OF_AN_ID = 64
"""How many characters an id may have in FHIR."""

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "pathway-explorer")


@dataclass(frozen=True)
class Release:
    """A release of FHIR: its name, and the names in it of what the other one calls otherwise."""

    name: Literal["R5", "R4B"]

    @property
    def is_r5(self) -> bool:
        return self.name == "R5"

    @property
    def target(self) -> str:
        """Where an action names the one that it is related to."""
        return "targetId" if self.is_r5 else "actionId"

    def link_of_an_action(self, id_: str) -> Resource:
        """The second home of an action's id, which R5 has."""
        return {"linkId": id_} if self.is_r5 else {}

    def code_of_an_action(self, words: str) -> Resource:
        """What kind of action it is, in words."""
        return {"code": {"text": words} if self.is_r5 else [{"text": words}]}

    def linked(self, words: str, address: str) -> Resource:
        """A related artifact that leads to a page."""
        place = {"document": {"url": address, "title": words}} if self.is_r5 else {"url": address}
        return {"type": "documentation", "display": words, **place}

    def design(self, words: str) -> Resource:
        """The design of a study."""
        return {"studyDesign": [{"text": words}]} if self.is_r5 else {"studyType": {"text": words}}


R5, R4B = Release("R5"), Release("R4B")


def fhir_id(words: str) -> str:
    """An id of the pack as FHIR allows it: hyphens for underscores, and the end of a long one as a hash.

    >>> fhir_id("old_leaves"), len(fhir_id("x" * 80))
    ('old-leaves', 64)
    """
    id_ = words.replace("_", "-")
    if len(id_) <= MOST_OF_AN_ID:
        return id_
    return f"{id_[: MOST_OF_AN_ID - 11]}-{hashlib.sha256(words.encode()).hexdigest()[:10]}"


def urn(*names: str) -> str:
    """What a resource is called inside its bundle: the same on every run.

    >>> urn("tea", "Citation", "leaf_study") == urn("tea", "Citation", "leaf_study")
    True
    """
    return uuid.uuid5(_NAMESPACE, "/".join(names)).urn


def without_blanks(parts: Mapping[str, Any]) -> Resource:
    """A resource without what is not known: FHIR has no blank values.

    >>> without_blanks({"title": "Tea", "note": [], "value": 0, "unit": ""})
    {'title': 'Tea', 'value': 0}
    """
    return {name: value for name, value in parts.items() if value not in ("", None, [], {})}
