"""The ids of findings in the words of a criterion, told as readers know them: by author and year."""

from __future__ import annotations

import re

from markupsafe import Markup

from pages.shared.url import link
from pathways import evidence
from pathways.checks.criteria import FINDING_IN_TEXT
from pathways.model import Criterion, Pack
from pathways.model.criteria import CONVENTION

_LINK = Markup('<a href="{}">{}</a>')


def cited_words(pack: Pack, text: str) -> str:
    """A sentence in which author and year stand in place of an id."""
    return FINDING_IN_TEXT.sub(lambda found: _cited(pack, found[0]), text)


def cited_html(pack: Pack, text: str) -> Markup:
    """The same with a link to each finding."""
    pieces = re.split(f"({FINDING_IN_TEXT.pattern})", text)
    return Markup("").join(_link(pack, piece) if at % 2 else piece for at, piece in enumerate(pieces))


def _link(pack: Pack, name: str) -> Markup:
    return _LINK.format(link("evidence", finding=name), _cited(pack, name))


def basis_words(pack: Pack, criterion: Criterion) -> str:
    """What a criterion rests on, in one line: authors and years, and convention."""
    return "; ".join(
        dict.fromkeys(name if name == CONVENTION else _cited(pack, name) for name in criterion.basis)
    )


def _cited(pack: Pack, name: str) -> str:
    return evidence.reading(pack, pack.finding[name]).cited
