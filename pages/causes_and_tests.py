"""Causes and tests: how often each cause was found, what points to it, and what each test can tell."""

from __future__ import annotations

from pages.parts.causes_and_tests.causes import causes_in_words, show_cause, show_causes
from pages.parts.causes_and_tests.choices import show_choices
from pages.parts.causes_and_tests.matrix import show_matrix
from pages.parts.causes_and_tests.signs import show_signs
from pages.parts.causes_and_tests.tests import show_test, show_tests
from pages.parts.causes_and_tests.url import causes_url
from pages.shared.page import page

with page(
    "causes_and_tests",
    "Causes and tests",
    lambda pack: (
        f"{causes_in_words(pack)}, how often each was found, and what each test can and cannot tell."
    ),
    causes_url,
) as (pack, url):
    show_choices(pack, url)
    match url.show:
        case "signs":
            show_signs(pack)
        case "matrix":
            show_matrix(pack)
        case "tests" if url.test:
            show_test(pack, url.test, url.share, url.save_as, url.cause)
        case "tests":
            show_tests(pack)
        case _ if url.cause:
            show_cause(pack, url.cause, url.save_as)
        case _:
            show_causes(pack, url.counted, url.save_as)
