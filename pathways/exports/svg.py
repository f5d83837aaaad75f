"""Maps as SVG pictures that stand alone, with what they show and which data they were made from."""

from __future__ import annotations

from pathways.exports.format import Format
from pathways.map.model import PathwayMap
from pathways.map.svg import svg
from pathways.model import Pack


def drawn(map_: PathwayMap, pack: Pack) -> str:
    """The map with its caption, as the text of an SVG file."""
    info = pack.info
    terms = f" Licence: {info.licence}." if info.licence else ""
    caption = (
        f"{info.title}, data version {info.version} of {info.date}.{terms} General information, not advice."
    )
    return svg(map_, caption=caption)


MAP = Format(
    "Map as SVG",
    "svg",
    "image/svg+xml",
    lambda map_, pack: drawn(map_, pack).encode(),
    "map",
    "whole-map",
    "any browser and drawing program",
)
