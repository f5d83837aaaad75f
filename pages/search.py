"""Search: everything that the pack holds, by the reader's own words."""

from __future__ import annotations

from pages.parts.search import view
from pages.parts.search.url import search_url
from pages.shared.page import page

with page(
    "search",
    "Search",
    "Places, background, figures, what is not known, claims of guides and sources, best match first.",
    search_url,
) as (pack, url):
    view.show(pack, url)
