"""The map: the Net, a Route, the places around one place, or the whole pathway, with a card beside it."""

from __future__ import annotations

from pages.parts.map import explorer
from pages.parts.map.url import map_url
from pages.shared.page import page

with page("map", explorer.TITLE, "", map_url) as (pack, url):
    explorer.show(pack, url)
