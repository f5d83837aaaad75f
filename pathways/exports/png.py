"""Maps as pictures made of pixels: the same drawing as the SVG."""

from __future__ import annotations

from pathways.exports.format import Format
from pathways.exports.svg import drawn
from pathways.map.png import png

MAP = Format(
    "Map as PNG",
    "png",
    "image/png",
    lambda picture, pack: png(drawn(picture, pack)),
    "map",
    "whole-map",
    "slides and documents",
)
