"""Evidence: every figure with group, time, range, design and source; what disagrees; what is not known."""

from __future__ import annotations

from pages.parts.evidence import view
from pages.parts.evidence.url import evidence_url
from pages.shared.page import page

with page(
    "evidence",
    "Evidence",
    "Every figure behind the map, with whom it is about, how sure it is and where it comes from. "
    "For anyone who asks how we know.",
    evidence_url,
) as (pack, url):
    view.show(pack, url)
