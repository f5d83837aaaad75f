"""Scorecard: published criteria for decision aids, our own score for each, and where to see it."""

from __future__ import annotations

from pages.parts.scorecard.reading import show_reading
from pages.parts.scorecard.rows import show_counts, show_filters, show_rows
from pages.parts.scorecard.url import scorecard_url
from pages.shared.page import page

with page(
    "scorecard",
    "Scorecard",
    "What published criteria ask of a decision aid, how far this one meets each, and what is not yet done.",
    scorecard_url,
) as (pack, url):
    show_counts(pack)
    show_filters(url.wanted)
    show_rows(pack, url.wanted)
    show_reading(pack)
