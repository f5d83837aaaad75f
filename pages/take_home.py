"""The page to take home: choices, questions and notes of one person on one sheet of A4."""

import streamlit as st

from pages.parts.take_home.choices import ask_person, show_options
from pages.parts.take_home.sheet import show_sheet
from pages.parts.take_home.url import TakeHomeUrl, take_home_url
from pages.shared.decision_steps import TAKE_HOME, show_ways
from pages.shared.option_params import NO_CHOICES
from pages.shared.page import page
from pages.shared.templates import paragraph
from pathways.model import Pack


def show(pack: Pack, url: TakeHomeUrl) -> None:
    """What is asked of the person, and beside it the sheet."""
    show_ways(url.shared, TAKE_HOME)
    with st.container(key="take_home"):
        choices, paper = st.columns([5, 9], gap="large")
        with choices:
            show_options(pack, url)
            person = ask_person(url)
        with paper:
            show_sheet(pack, url, person)


with page(
    "take_home",
    "My page to take home",
    "One sheet with the choices you looked at, your questions and room for notes. For you and your team.",
    take_home_url,
) as (pack, url):
    if pack.compare.is_empty:
        st.html(paragraph(NO_CHOICES))
    else:
        show(pack, url)
