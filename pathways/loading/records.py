"""Text becomes records of the model; what does not fit is told as problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, TypeVar

from pydantic import ValidationError

from pathways.model import Record
from pathways.problems import MOST_PROBLEMS, Problem, shown

AnyRecord = TypeVar("AnyRecord", bound=Record)


class UnfitRecord(Exception):  # noqa: N818 (it is caught inside this package and told as problems)
    """A record that does not have the shape of its model, with what is wrong with it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def record_of(model: type[AnyRecord], content: Mapping[str, Any], file: str, record: str) -> AnyRecord:
    """The record that a file or a row holds.

    Raises:
        UnfitRecord: a key is missing or not known, or a value does not fit its field.
    """
    try:
        return model.model_validate(content)
    except ValidationError as error:
        raise UnfitRecord(tuple(_problems(error, model, file, record))) from None


def _problems(error: ValidationError, model: type[Record], file: str, record: str) -> Iterator[Problem]:
    for fault in islice(error.errors(include_url=False, include_context=False), MOST_PROBLEMS):
        key = ".".join(str(part) for part in fault["loc"])
        if fault["type"] == "extra_forbidden":
            wrong, mend = f"The key {shown(key)} is not known.", f"Known are: {', '.join(_names(model))}."
        elif fault["type"] == "missing":
            wrong, mend = f"The key {shown(key)} is missing.", "Add it, see docs/pack.md."
        else:
            wrong = f"{key} is {shown(fault['input'])}, which does not fit."
            mend = f"{fault['msg']}."
        yield Problem(file, record, wrong, mend)


def _names(model: type[Record]) -> Iterator[str]:
    """The keys of a record as they stand in its file."""
    return (info.alias or name for name, info in model.model_fields.items())
