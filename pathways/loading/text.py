"""Bytes become text: UTF-8, and no character that cannot be seen."""

from __future__ import annotations

import codecs
import re

from pathways.loading.refusal import Refusal

MOST_LETTERS = 20_000
"""How many characters a cell of a table or a value of YAML may have."""

_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
"""What a file in another encoding begins with; the longer marks first."""

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufffe\uffff]")
"""Control characters but for tab and line ends, the two marks that turn letters round, halves of letters."""

BY_A_SPREADSHEET = "Its columns are parted by semicolons, as a spreadsheet saves them in many countries."
SAVE_AS_CSV_UTF_8 = (
    "Save it as “CSV UTF-8” with commas between the columns and points in numbers, or edit the pack as a "
    "workbook (to-sheet and from-sheet, see docs/writing_a_pack.md)."
)
"""How to mend a table that a spreadsheet has saved in its country's way."""

_SAVE_AS_UTF_8 = "Save it again with the encoding UTF-8."


def text_of(content: bytes) -> str:
    """The text of a file; a mark at its beginning that says UTF-8 is passed over.

    Raises:
        Refusal: it is in another encoding, which is named if it can be told, or holds what cannot be seen.
    """
    if found := next((name for mark, name in _MARKS.items() if content.startswith(mark)), None):
        raise Refusal(f"It is not UTF-8 text but {found}.", _SAVE_AS_UTF_8)
    if content.count(b"\0") * 3 > len(content):
        raise Refusal("It is not UTF-8 text but seems to be UTF-16.", _SAVE_AS_UTF_8)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _other_encoding(content, error.start) from None
    refuse_unseen(text)
    return text


def refuse_unseen(text: str, first_line: int = 1) -> None:
    """Let text pass that can be shown.

    Raises:
        Refusal: it holds a character that no screen shows; with its line.
    """
    if found := _UNSEEN.search(text):
        line = first_line + text.count("\n", 0, found.start())
        wrong = f"It holds the character U+{ord(found.group()):04X}, which cannot be seen."
        raise Refusal(wrong, "Delete it: such characters are pasted along unnoticed.", f"line {line}")


def _other_encoding(content: bytes, start: int) -> Refusal:
    line = content.count(b"\n", 0, start) + 1
    try:
        content.decode("cp1252")
    except UnicodeDecodeError:
        return Refusal("It is not UTF-8 text, nor any other that is known.", _SAVE_AS_UTF_8, f"line {line}")
    wrong = "It is not UTF-8 text but seems to be Windows-1252 (cp1252, ANSI)."
    if is_parted_by_semicolons(content.partition(b"\n")[0].decode("cp1252")):
        return Refusal(f"{wrong} {BY_A_SPREADSHEET}", SAVE_AS_CSV_UTF_8, f"line {line}")
    return Refusal(wrong, _SAVE_AS_UTF_8, f"line {line}")


def is_parted_by_semicolons(heading: str) -> bool:
    """Whether the first line of a table was written by a spreadsheet of a country with decimal commas.

    >>> is_parted_by_semicolons("from;to;kind"), is_parted_by_semicolons("from,to,kind")
    (True, False)
    """
    return ";" in heading and not {",", ":"} & set(heading)
