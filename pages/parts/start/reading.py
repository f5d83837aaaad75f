"""What there is to read on the start page, made once for all readers."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from pages.parts.start.how_many import how_many_html
from pages.shared.kept import kept_html
from pages.shared.prose_html import Citations, prose_html, sources_html
from pathways.model import Pack


class Reading(NamedTuple):
    """The texts under the headings of the start page; blank where the pack has nothing to say."""

    condition: Markup
    how_many: Markup
    audience: Markup
    status: Markup
    sources: Markup


@kept_html
def start_html(pack: Pack) -> Reading:
    """All texts together, because they number their sources together."""
    citations = Citations(pack)
    info = pack.info
    return Reading(
        prose_html(pack, info.condition, citations),
        how_many_html(pack, citations) if info.how_many else Markup(""),
        prose_html(pack, info.audience, citations),
        prose_html(pack, info.status, citations),
        sources_html(pack, citations) if citations.numbers else Markup(""),
    )
