"""Causes and tests: how often each cause was found, what points to it, and what each test can tell."""

import streamlit as st

from pages.parts.causes_and_tests.address import causes_address
from pages.parts.causes_and_tests.causes import show_cause, show_causes
from pages.parts.causes_and_tests.choices import show_choices
from pages.parts.causes_and_tests.signs import show_signs
from pages.parts.causes_and_tests.tests import show_test, show_tests
from pages.shared import frame
from pages.shared.address import AddressError

with frame.page(
    "Causes and tests",
    "What can keep the pain going, how often each was found, and what each test can and cannot tell.",
) as pack:
    try:
        address = causes_address(pack, st.query_params)
    except AddressError as error:
        frame.unknown(str(error))
    else:
        show_choices(pack, address)
        match address.show:
            case "signs":
                show_signs(pack)
            case "tests" if address.test:
                show_test(pack, address.test, address.share, address.save_as)
            case "tests":
                show_tests(pack)
            case _ if address.cause:
                show_cause(pack, address.cause, address.save_as)
            case _:
                show_causes(pack, address.counted, address.save_as)
