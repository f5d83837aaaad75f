"""Compare: two or three options side by side, what matters to the reader, and a check of understanding."""

from __future__ import annotations

from pages.parts.compare.check import keep_answers, show_check, show_way_back_to_check
from pages.parts.compare.matters import show_matters
from pages.parts.compare.options import show_chosen, show_options
from pages.parts.compare.steps import arrive, show_steps
from pages.parts.compare.table import show_comparison
from pages.parts.compare.url import compare_address
from pages.shared.page import page

with page(
    "compare",
    "Compare",
    "See two or three choices side by side. For a person and a clinician together, and for anyone alone.",
    compare_address,
) as (pack, address):
    show_steps(address)
    keep_answers()
    match address.step:
        case "options":
            show_options(pack, address)
        case "matters":
            show_matters(pack, address)
        case "check":
            show_check(pack, address)
        case _:
            show_way_back_to_check(address)
            show_chosen(pack, address)
            show_comparison(pack, address)
    arrive(address)
