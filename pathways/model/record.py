"""What all records of a pack have in common."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """The common ground: unknown keys are refused, and nothing changes after loading."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def paragraphs(record: Record, names: Iterable[str]) -> Iterable[tuple[str, str]]:
    """Each paragraph of the named fields that hold prose, with the name of its field."""
    for name in names:
        section = getattr(record, name)
        if isinstance(section, tuple):
            yield from ((name, paragraph) for paragraph in section)
