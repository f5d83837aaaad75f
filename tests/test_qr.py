"""A code holds its address, and stands dark on white."""

from __future__ import annotations

import pytest
import segno

from pathways import qr
from pathways.theme import LIGHT


def test_the_code_is_that_of_the_address() -> None:
    address = "http://localhost:8501/compare?options=carry_on,refusion"
    drawing = qr.svg(address)
    modules = segno.make(address, error="m", micro=False).symbol_size(border=qr.QUIET_ZONE)[0]
    assert f'viewBox="0 0 {modules} {modules}"' in drawing
    assert LIGHT.ink.lower() in drawing.lower()


def test_two_addresses_have_two_codes_and_the_same_one_always_the_same() -> None:
    assert (
        qr.svg("http://localhost/map") == qr.svg("http://localhost/map") != qr.svg("http://localhost/compare")
    )


def test_no_address_has_no_code() -> None:
    with pytest.raises(ValueError, match="no address"):
        qr.svg("")
