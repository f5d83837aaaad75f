"""The map: the Net, a Route, the places around one place, or the whole pathway, with a card beside it."""

from __future__ import annotations

import streamlit as st

from pages.parts.map import explorer
from pages.parts.map.address import map_address
from pages.shared import frame
from pages.shared.address import AddressError

with frame.page(
    "The map",
    "Choose a box to read about it. For a person and a clinician together, and for anyone alone.",
) as pack:
    try:
        address = map_address(pack, st.query_params)
    except AddressError as error:
        frame.unknown(str(error))
    else:
        explorer.show(pack, address)
