"""Files beside the pack that look meant: what is written there would be missed without a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pathways.problems import Problem

_PASSED_OVER = re.compile(
    r"[.~].*|#.*#|(?:readme|licen[cs]e|changelog|citation)\b.*|datapackage\.json|thumbs\.db|desktop\.ini",
    re.IGNORECASE | re.DOTALL,
)
"""Hidden files, locks of editors, what systems leave behind, and what describes a folder."""

_LOOKS_LIKE_DATA = re.compile(r"\.(?:ya?ml|csv|tsv|xlsx?|ods)\b", re.IGNORECASE)


def is_passed_over(name: str) -> bool:
    """Whether a name says that the file is no part of the pack and is not meant as one.

    >>> [is_passed_over(name) for name in (".#tea.yaml", "README.md", "tea.yaml")]
    [True, True, False]
    """
    return _PASSED_OVER.fullmatch(name) is not None


def strays_of_pack(names: Mapping[str, bool], known: Iterable[str]) -> Iterator[Problem]:
    """A problem for each name beside the files of a pack that looks like one of them, or like data."""
    known = sorted(known)
    for name, is_folder in names.items():
        if name in known or is_passed_over(name):
            continue
        if meant := _meant(name, is_folder, known):
            yield _stray(name, is_folder, f"looks like {meant}", f"Rename it to {meant} if it is meant")
        elif not is_folder and _LOOKS_LIKE_DATA.search(name):
            yield _stray(name, is_folder, "looks like data", f"The files are: {', '.join(known)}. Rename it")


def strays_of_records(directory: str, names: Mapping[str, bool]) -> Iterator[Problem]:
    """A problem for each name in a folder of records that is not a record and looks meant."""
    for name, is_folder in names.items():
        if is_passed_over(name) or (name.endswith(".yaml") and not is_folder):
            continue
        rename = (
            "Put its files here" if is_folder else f"Rename it to {_first_word(name)}.yaml if it is meant"
        )
        yield _stray(f"{directory}/{name}", is_folder, "looks like a record", rename)


def _stray(name: str, is_folder: bool, looks: str, rename: str) -> Problem:
    what = "folder" if is_folder else "file"
    wrong = f"This {what} {looks}, but it is not read."
    return Problem(name, f"the {what}", wrong, f"{rename}, or move it out of the pack.")


def _meant(name: str, is_folder: bool, known: Iterable[str]) -> str | None:
    """The file or folder of a pack that a name begins like: "Findings (copy).csv" like findings.csv."""
    word = _first_word(name)
    alike = (one for one in known if word and _first_word(one).rstrip("s") == word.rstrip("s"))
    return next((one for one in alike if is_folder is ("." not in one)), None)


def _first_word(name: str) -> str:
    """The letters, digits and underscores that a name begins with, in small letters.

    >>> _first_word("Findings (copy).CSV")
    'findings'
    """
    return (re.match(r"\w*", name.casefold()) or [""])[0]
