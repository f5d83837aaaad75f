"""How a file is turned away while it is read; the reader tells it as a problem."""

from __future__ import annotations


class Refusal(Exception):  # noqa: N818 (it is caught inside this package and told as a problem)
    """What is wrong with a file or a row, how to mend it, and where in the file: "line 3"."""

    def __init__(self, wrong: str, mend: str, where: str = "the file") -> None:
        super().__init__(wrong)
        self.wrong = wrong
        self.mend = mend
        self.where = where
