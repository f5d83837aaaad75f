"""Lettering of the map: how wide words are, and where a label breaks into lines.

The widths are those of Helvetica, which the fonts that browsers fall back to share or undercut, so
that a label measured here also fits there.
"""

from __future__ import annotations

import itertools

TEXT_SIZE = 13
"""Height of the letters in a box, in pixels."""

LINE_HEIGHT = 16
"""Distance from one line of a box's label to the next, in pixels."""

LABEL_SIZE = 12
"""Height of the letters of a condition beside a line."""

LABEL_LINE_HEIGHT = 15
"""Distance between the lines of a condition."""

HEADING_SIZE = 13
"""Height of the letters of a lane's name."""

HEADING_LINE_HEIGHT = 16
"""Distance between the lines of a lane's name."""

_WIDTHS = {
    222: "ijl",
    278: " ,./:;!Itf\\[]",
    333: "-()r",
    389: "*",
    500: "cksvxyzJ",
    556: "abdeghnopqu0123456789L?$_#",
    584: "+<=>",
    611: "FTZ",
    667: "ABEKPSVXY&",
    722: "CDHNRUw",
    778: "GOQ",
    833: "mM",
    889: "%",
    944: "W",
}
_WIDTH_OF = {letter: width / 1000 for width, letters in _WIDTHS.items() for letter in letters}
_WIDTH_OF_OTHERS = 0.667
_LOOSE = " ,;:-"


def text_width(text: str, size: float = TEXT_SIZE) -> float:
    """Width of a line of text in pixels, at a letter height of ``size`` pixels.

    >>> round(text_width("Medicines for pain"), 1)
    105.5
    """
    return size * sum(_WIDTH_OF.get(letter, _WIDTH_OF_OTHERS) for letter in text)


def wrapped(text: str, width: float, *, most: int, size: float = TEXT_SIZE) -> tuple[str, ...]:
    """The lines of a label that is at most ``width`` pixels wide and ``most`` lines high.

    The lines come out about equally long. Text that needs more lines ends in an ellipsis, and a word
    wider than a line is broken after its own hyphen, or with one.

    >>> wrapped("Exercise and physiotherapy", 112, most=3)
    ('Exercise and', 'physiotherapy')
    """
    words = tuple(itertools.chain.from_iterable(_broken(word, width, size) for word in text.split()))
    lines = _filled(words, width, size)
    if len(lines) > most:
        return (*lines[: most - 1], _shortened(f"{lines[most - 1]} {lines[most]}", width, size))
    return _balanced(words, lines, size)


def baselines(count: int, middle: float, height: float) -> tuple[float, ...]:
    """The y of each line of text so that all of them are centred on ``middle``.

    >>> baselines(2, 30, 16)
    (26.4, 42.4)
    """
    first = middle - height * (count - 1) / 2 + 0.275 * height
    return tuple(first + height * i for i in range(count))


def _filled(words: tuple[str, ...], width: float, size: float) -> tuple[str, ...]:
    """Lines filled one after the other, each as full as it goes."""
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _balanced(words: tuple[str, ...], lines: tuple[str, ...], size: float) -> tuple[str, ...]:
    """The narrowest way to fill as many lines as before."""
    least = max((text_width(word, size) for word in words), default=0)
    best = lines
    while (narrower := max(text_width(line, size) for line in best) - 0.01) >= least:
        tried = _filled(words, narrower, size)
        if len(tried) > len(lines):
            break
        best = tried
    return best


def _broken(word: str, width: float, size: float) -> tuple[str, ...]:
    if text_width(word, size) <= width or len(word) < 2:
        return (word,)
    before, hyphen, after = word.partition("-")
    if after and text_width(f"{before}-", size) <= width:
        return (f"{before}{hyphen}", *_broken(after, width, size))
    fits = [cut for cut in range(1, len(word)) if text_width(word[:cut] + "-", size) <= width]
    cut = fits[-1] if fits else 1
    return (word[:cut] + "-", *_broken(word[cut:], width, size))


def _shortened(line: str, width: float, size: float) -> str:
    """The line up to the last whole word after which an ellipsis fits, or to the last letter."""
    fits = [cut for cut in range(len(line) + 1) if text_width(line[:cut].rstrip(_LOOSE) + "…", size) <= width]
    words = [cut for cut in fits if line[cut : cut + 1] in (" ", "")]
    cut = max(words or fits, default=0)
    return line[:cut].rstrip(_LOOSE) + "…"
