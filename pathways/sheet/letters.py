"""Which letters the typesetter has no face for: they are printed as empty boxes, and named.

Only the typesetter knows the faces that it brings along, so it is asked: a document with each letter in a
paragraph of its own is refused with the name of every letter that cannot be shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import typst

from pathways.shipped import FONTS
from pathways.theme import TYPEFACE

BOX = "□"
"""What stands in the place of a letter that cannot be printed."""

FACES: dict[str, Any] = {"font_paths": [str(FONTS)], "ignore_system_fonts": True}
"""The faces of the sheet: those of the project and those that the typesetter brings along. The faces of the
machine are left out, so that the same sheet is the same file everywhere."""

_PROBE = f"""
#set document(title: "Letters")
#set text(font: "{TYPEFACE}")
#for letter in sys.inputs.letters.split("\\n") {{ par(letter) }}
""".encode()
_REFUSED = re.compile(r'the text `"(.+?)"` could not be displayed')
_WRITTEN_AS_CODE = re.compile(r"\\u\{([0-9a-f]+)\}")


def unprintable(texts: Iterable[str]) -> tuple[str, ...]:
    """The letters in some texts that cannot be printed, each once, in the order in which they come.

    >>> unprintable(["Tea for \u0141ukasz, \u0410\u043d\u043d\u0430 and \u674e", "\u674e \U0001f375"])
    ('\u674e', '\U0001f375')
    """
    letters = dict.fromkeys(
        letter for text in texts for letter in dict.fromkeys(text) if _is_in_doubt(letter)
    )
    refused = _refused(frozenset(letters))
    return tuple(letter for letter in letters if letter in refused)


def _is_in_doubt(letter: str) -> bool:
    return not (letter.isascii() and (letter.isprintable() or letter == "\n"))


def boxed(value: Any, letters: Iterable[str]) -> Any:
    """A value of texts, lists and keys with a box in the place of each of the letters."""
    boxes = str.maketrans(dict.fromkeys(letters, BOX))
    return _translated(value, boxes) if boxes else value


def texts_in(value: object) -> Iterable[str]:
    """Every text in a value of texts, lists and keys."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts_in(part)


def _translated(value: Any, boxes: dict[int, str]) -> Any:
    if isinstance(value, str):
        return value.translate(boxes)
    if isinstance(value, dict):
        return {key: _translated(part, boxes) for key, part in value.items()}
    return [_translated(part, boxes) for part in value] if isinstance(value, list) else value


@lru_cache(maxsize=256)
def _refused(letters: frozenset[str]) -> frozenset[str]:
    """Those of the letters that the typesetter refuses to print."""
    probe = {"letters": "\n".join(sorted(letters))}
    try:
        typst.compile(_PROBE, format="pdf", pdf_standards=["ua-1"], sys_inputs=probe, **FACES)
    except typst.TypstError as error:
        named = (_letter(words) for words in _REFUSED.findall(str(error.diagnostic)))
        return letters & frozenset(named)
    return frozenset()


def _letter(words: str) -> str:
    """A letter as the typesetter names it: itself, or its code."""
    return _WRITTEN_AS_CODE.sub(lambda code: chr(int(code[1], 16)), words)
