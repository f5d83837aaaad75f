"""Words of a pack or of a reader where Streamlit reads Markdown: they are shown as they are.

Whole paragraphs of such words are written as HTML templates, which escape what is put into them. This is for
labels and options, for which Streamlit has nothing but Markdown.
"""

from __future__ import annotations

import re

_MARKS = re.compile(r"([\\`*_\[\]<>$~&#|{}^=])|:(?=[:\N{WORD JOINER}])")
"""What may begin markup: of Markdown, of HTML, of formulas, and of Streamlit's own directives."""

_PAIRS = re.compile(r"(?<=:)(?=[A-Za-z/+-])|(?<=www)(?=\.)|(?=@)|(?<=[-<>~=])(?=[-<>=])", re.IGNORECASE)
"""Where words become something else after the markup was read: icons, bare links, arrows."""

_AT_START = re.compile(r"^([+-]|\d+(?=[.)]))")
"""What would make a list of the words."""


def plain(words: str) -> str:
    r"""Words that Streamlit's Markdown shows as they are, on one line.

    A backslash keeps marks from being read. Bare links, icons and arrows are looked for afterwards, so a sign
    without width (U+2060) parts their letters. Common words are left alone: screen readers read labels raw.

    >>> plain("Cold tea: 5 of 100 (12:30)"), plain("![i](x) $5")
    ('Cold tea: 5 of 100 (12:30)', '!\\[i\\](x) \\$5')
    >>> plain("2. :red[no]").replace("\N{WORD JOINER}", "|")
    '2\\. \\:|red\\[no\\]'
    """
    line = _PAIRS.sub("\N{WORD JOINER}", " ".join(words.split()))
    safe = _MARKS.sub(lambda mark: f"\\{mark[0]}", line)
    return _AT_START.sub(lambda mark: f"\\{mark[0]}" if mark[0] in "+-" else f"{mark[0]}\\", safe)
