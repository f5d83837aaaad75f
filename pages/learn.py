"""Learn: guess figures, sort claims, answer questions; what a reader has done stands in the address alone."""

from __future__ import annotations

from pages.parts.learn import exercises
from pages.parts.learn.url import learn_url
from pages.shared.page import page

with page("learn", "Learn", "For students and teachers. Nothing is kept or sent.", learn_url) as (pack, url):
    exercises.show(pack, url)
