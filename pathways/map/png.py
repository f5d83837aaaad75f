"""A drawn map as a picture made of pixels, with the project's own typeface."""

from __future__ import annotations

import resvg_py

from pathways.shipped import FONTS
from pathways.theme import TYPEFACE

SCALE = 2
"""Pixels for each unit of the drawing: sharp on a dense screen and on paper."""


def png(drawing: str) -> bytes:
    """Rasterise an SVG drawing; the result is a PNG file."""
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=drawing,
            zoom=SCALE,
            skip_system_fonts=True,
            font_files=[str(path) for path in sorted(FONTS.glob("*.ttf"))],
            font_family=TYPEFACE,
        )
    )
