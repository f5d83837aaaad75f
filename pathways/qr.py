"""QR codes: an address that a camera reads, as a drawing that needs no words."""

from __future__ import annotations

import io

import segno

from pathways.theme import LIGHT

QUIET_ZONE = 2
"""Blank modules around a code; on white paper cameras need no more."""


def svg(address: str) -> str:
    """The code of an address as one SVG drawing, dark on white, so that every camera reads it.

    Damage to about a seventh of it does no harm (level M).

    Raises:
        ValueError: the address is blank.
    """
    if not address:
        raise ValueError("There is no address to make a QR code of.")
    written = io.BytesIO()
    code = segno.make(address, error="m", micro=False)
    colours = {"dark": LIGHT.ink, "light": LIGHT.paper}
    code.save(written, kind="svg", border=QUIET_ZONE, xmldecl=False, omitsize=True, **colours)
    return written.getvalue().decode()
