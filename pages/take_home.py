"""The page to take home: choices, questions and notes of one person on one sheet of A4."""

import streamlit as st

from pages.shared import frame
from pages.shared.address import AddressError
from pages.shared.take_home_address import take_home_address
from pages.shared.take_home_choices import ask_person, show_options
from pages.shared.take_home_sheet import show_sheet

with frame.page(
    "My page to take home",
    "One sheet with the choices you looked at, your questions and room for notes. For you and your team.",
) as pack:
    try:
        address = take_home_address(pack, st.query_params)
    except AddressError as error:
        frame.unknown(str(error))
    else:
        with st.container(key="take_home"):
            choices, paper = st.columns([5, 9], gap="large")
            with choices:
                show_options(pack, address)
                person = ask_person(address)
            with paper:
                show_sheet(pack, address, person)
