"""What is wrong with a pack, said so that the person who edits it can mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: in which file, at which record, what is wrong, and how to mend it."""

    file: str
    record: str
    wrong: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file}, {self.record}: {self.wrong} {self.mend}"


class PackError(Exception):
    """A pack that cannot be used, with every problem that was found in it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        count = len(self.problems)
        super().__init__(
            f"{count} problem{'' if count == 1 else 's'} in the pack; the first: {self.problems[0]}"
        )
