"""Compare: two or three options side by side, what matters to the reader, and a check of understanding."""

from __future__ import annotations

import streamlit as st

from pages.parts.compare.check import keep_answers, show_check, show_way_back_to_check
from pages.parts.compare.matters import show_matters
from pages.parts.compare.options import show_chosen, show_options
from pages.parts.compare.steps import arrive, show_steps
from pages.parts.compare.table import show_comparison
from pages.parts.compare.url import CompareUrl, compare_url
from pages.shared.option_params import NO_CHOICES
from pages.shared.page import page
from pages.shared.templates import paragraph
from pathways.model import Pack


def show(pack: Pack, url: CompareUrl) -> None:
    """The steps, and the one that the address names."""
    show_steps(url)
    keep_answers()
    match url.step:
        case "options":
            show_options(pack, url)
        case "matters":
            show_matters(pack, url)
        case "check":
            show_check(pack, url)
        case _:
            show_way_back_to_check(url)
            show_chosen(pack, url)
            show_comparison(pack, url)
    arrive(url)


with page(
    "compare",
    "Compare",
    "See two or three choices side by side. For a person and a clinician together, and for anyone alone.",
    compare_url,
) as (pack, url):
    if pack.compare.is_empty:
        st.html(paragraph(NO_CHOICES))
    else:
        show(pack, url)
