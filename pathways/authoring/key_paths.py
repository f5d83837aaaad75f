"""Keys inside of keys as one line of text each, so that a spreadsheet can hold what YAML holds.

``living_with.body[2]`` is the second item of the list ``body`` in ``living_with``. ``words[]`` is a list
without items, ``words{}`` keys without any.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pathways.loading.refusal import Refusal
from pathways.loading.yaml_text import DEEPEST, MOST_VALUES
from pathways.problems import shown

Line = tuple[str, str]
"""A path and the text that stands there."""

_PLAIN_KEY = re.compile(r"[A-Za-z0-9_-]+")
_STEP = re.compile(
    r'(?P<list>\[\])|(?P<keys>\{\})|\[(?P<place>[1-9][0-9]{0,5})\]|(?P<key>[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*")'
)


def lines_of(content: Mapping[str, Any]) -> list[Line]:
    """Each text of a file with its path, in the order of the file.

    >>> lines_of({"id": "tea", "before": ["Pour.", "Wait."], "lanes": [{"id": "start"}], "words": []})
    [('id', 'tea'), ('before[1]', 'Pour.'), ('before[2]', 'Wait.'), ('lanes[1].id', 'start'), ('words[]', '')]
    """
    return list(_lines(content, ""))


def _lines(value: object, path: str) -> Iterator[Line]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            written = key if _PLAIN_KEY.fullmatch(key) else json.dumps(key, ensure_ascii=False)
            yield from _lines(inner, f"{path}.{written}" if path else written)
        if not value and path:
            yield f"{path}{{}}", ""
    elif isinstance(value, list):
        for place, inner in enumerate(value, start=1):
            yield from _lines(inner, f"{path}[{place}]")
        if not value:
            yield f"{path}[]", ""
    else:
        yield path, str(value)


def content_of(lines: Iterable[tuple[str, Line]]) -> dict[str, Any]:
    """What :func:`lines_of` was made of; items of a list are put in the order of their numbers.

    Args:
        lines: each with where it stands, for messages, such as "row 4".

    Raises:
        Refusal: a path cannot be read, or two of them do not go together.
    """
    root: dict[Any, Any] = {}
    for count, (where, (path, text)) in enumerate(lines):
        if count > MOST_VALUES:
            raise Refusal(f"It holds more than {MOST_VALUES:,} values.", "Look what fills it.", where)
        _put(root, _steps(path, where), text, where)
    made = _built(root)
    return made if isinstance(made, dict) else {}


def _steps(path: str, where: str) -> list[str | int]:
    """The steps of a path: keys as text, places in lists as numbers, 0 for an empty list, -1 for no keys."""
    steps: list[str | int] = []
    end = 0
    while end < len(path):
        end += steps != [] and path[end] == "."
        found = _STEP.match(path, end)
        if found is None or len(steps) > DEEPEST:
            mend = "Write it as in the other rows, such as before[2] or living_with.body[1]."
            raise Refusal(f"The key {shown(path)} cannot be read.", mend, where)
        steps.append(_step(found))
        end = found.end()
    if not steps or isinstance(steps[0], int):
        raise Refusal(f"The key {shown(path)} cannot be read.", "Begin it with a word.", where)
    return steps


def _step(found: re.Match[str]) -> str | int:
    if found["list"]:
        return 0
    if found["keys"]:
        return -1
    if found["place"]:
        return int(found["place"])
    key = found["key"]
    return str(json.loads(key, strict=False)) if key.startswith('"') else key


def _put(root: dict[Any, Any], steps: list[str | int], text: str, where: str) -> None:
    """Set a text at the end of a path; every list is kept by its numbers until all are known."""
    here = root
    for step in steps[:-1]:
        inner = here.setdefault(step, {})
        if not isinstance(inner, dict):
            raise _twice(steps, where)
        here = inner
    last = steps[-1]
    if last in here or (last in (0, -1) and here) or {0, -1} & here.keys():
        raise _twice(steps, where)
    here[last] = "" if last in (0, -1) else text


def _twice(steps: list[str | int], where: str) -> Refusal:
    wrong = f"The key {shown('.'.join(map(str, steps)))} stands twice, or does not go with another."
    return Refusal(wrong, "Keep one of them, and give each item of a list its own number.", where)


def _built(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if 0 in value or -1 in value:
        return [] if 0 in value else {}
    if any(isinstance(key, int) for key in value):
        if not all(isinstance(key, int) for key in value):
            wrong = f"Items of a list stand beside keys: {shown(', '.join(map(str, value)))}."
            raise Refusal(wrong, "Write either before[1] or before.word.")
        return [_built(inner) for _, inner in sorted(value.items())]
    return {key: _built(inner) for key, inner in value.items()}
