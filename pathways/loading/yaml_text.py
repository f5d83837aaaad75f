"""YAML becomes keys with text, lists and keys: nothing is guessed, nothing is copied, nothing is made to run.

Every value stays the text that was typed ("no" is a word, 1.10 keeps its nought). What YAML can do besides
has no place in a pack and is refused with its line: a key given twice, a value that refers to another (with
which a short file can fill the memory), a tag, a null, nesting without end. The file is read as a stream of
events, so that a refusal comes before anything large is built.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from pathways.loading.refusal import Refusal
from pathways.loading.text import MOST_LETTERS, refuse_unseen
from pathways.problems import shown

DEEPEST = 10
"""How many lists and keys may stand inside each other; the packs known need five."""

MOST_VALUES = 50_000
"""How many values one file may hold."""

LOADER: type[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The parser written in C. Where it was not built, the one in Python: twelve times as slow, and it wants a
question mark inside brackets or braces in quotes."""

_NULLS = frozenset({"~", "null", "Null", "NULL"})


def keys_of(text: str, loader: type[Any] = LOADER) -> dict[str, Any]:
    """The keys of a YAML file, each with its text, list or keys.

    Raises:
        Refusal: it is no YAML, holds what a pack may not, or has no keys.
    """
    try:
        builder = _Builder(iter(yaml.parse(text, Loader=loader)))
        content = builder.document()
    except yaml.YAMLError as error:
        raise _not_yaml(error) from None
    if not isinstance(content, dict):
        raise Refusal("It holds no keys.", "Write it as `key: value` lines, see docs/pack.md.")
    return content


@dataclass
class _Builder:
    """Builds the value of a document from the events of its parser. ``count`` is of the values so far."""

    events: Iterator[yaml.Event]
    count: int = 0

    def document(self) -> object:
        """The only document of the file; None if there is none."""
        content: object = None
        seen = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                seen += 1
                if seen > 1:
                    raise _refusal(
                        event, "A second document begins here.", "Keep one: delete the line `---`."
                    )
                content = self._value(next(self.events), 1)
        return content

    def _value(self, event: yaml.Event, depth: int) -> object:
        self._refuse(event, depth)
        if isinstance(event, yaml.ScalarEvent):
            return _text(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return [self._value(item, depth + 1) for item in self._until(yaml.SequenceEndEvent)]
        return self._mapping(depth + 1)

    def _mapping(self, depth: int) -> dict[str, object]:
        found: dict[str, object] = {}
        lines: dict[str, int] = {}
        for event in self._until(yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise _refusal(event, "A key is no single word.", "Put brackets and braces in quotes.")
            self._refuse(event, depth)
            key = _text(event)
            if key in found:
                wrong = f"This is a duplicate key: {shown(key)} stands on line {lines[key]} as well."
                raise _refusal(event, wrong, "Keep one of them.")
            lines[key] = _line(event)
            found[key] = self._value(next(self.events), depth)
        return found

    def _until(self, end: type[yaml.Event]) -> Iterator[yaml.Event]:
        while not isinstance(event := next(self.events), end):
            yield event

    def _refuse(self, event: Any, depth: int) -> None:
        """Turn away what has no place in a pack, before more of it is read."""
        self.count += 1
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            wrong = f"A value is marked {shown(event.anchor)} to stand in several places."
            raise _refusal(event, wrong, "Write it out in each place; put a word with & or * in quotes.")
        if event.tag is not None:
            wrong = f"The tag {shown(event.tag)} is not read here."
            raise _refusal(event, wrong, "Delete it; put a word that begins with ! in quotes.")
        if depth > DEEPEST:
            wrong = f"Lists and keys stand inside each other more than {DEEPEST} deep."
            raise _refusal(event, wrong, "Check the indentation and the brackets.")
        if self.count > MOST_VALUES:
            wrong = f"It holds more than {MOST_VALUES:,} values."
            raise _refusal(event, wrong, "Look what fills it, and part it into several files.")


def _text(event: yaml.ScalarEvent) -> str:
    value: str = event.value
    if len(value) > MOST_LETTERS:
        raise _refusal(event, f"A value has more than {MOST_LETTERS:,} letters.", "Part or shorten it.")
    if event.implicit[0] and value in _NULLS:
        mend = "Leave the key out, or put the word in quotes."
        raise _refusal(event, f"{value} stands here, which is no text.", mend)
    refuse_unseen(value, _line(event))
    return value


def _refusal(event: yaml.Event, wrong: str, mend: str) -> Refusal:
    return Refusal(wrong, mend, f"line {_line(event)}")


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _not_yaml(error: yaml.YAMLError) -> Refusal:
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
    return Refusal(
        f"This is not YAML: {what}.",
        "Check the indentation, quotes and colons, and that no key stands twice.",
        "the file" if mark is None else f"line {mark.line + 1}",
    )
