"""Scorecard: published criteria for decision aids, our own score for each, and where to see it."""

import streamlit as st

from pages.parts.scorecard.address import scorecard_address
from pages.parts.scorecard.reading import show_reading
from pages.parts.scorecard.rows import show_counts, show_filters, show_rows
from pages.shared import frame
from pages.shared.address import AddressError

with frame.page(
    "Scorecard",
    "What published criteria ask of a decision aid, how far this one meets each, and what is not yet done.",
) as pack:
    try:
        wanted = scorecard_address(st.query_params)
    except AddressError as error:
        frame.unknown(str(error))
    else:
        show_counts(pack)
        show_filters(wanted)
        show_rows(pack, wanted)
        show_reading(pack)
