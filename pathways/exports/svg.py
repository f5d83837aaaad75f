"""Maps as SVG pictures that stand alone, with what they show and which data they were made from."""

from __future__ import annotations

from dataclasses import dataclass

from pathways.exports.format import Format, licence, version
from pathways.map.model import PathwayMap
from pathways.map.svg import svg
from pathways.model import Pack


@dataclass(frozen=True)
class MapPicture:
    """A map to be saved; ``address`` is that of the view which shows it, blank if it is not known."""

    map: PathwayMap
    address: str = ""


def drawn(picture: MapPicture, pack: Pack) -> str:
    """The map with its foot, as the text of an SVG file: source, version, date, licence and address."""
    said = f"Source: Pathway explorer. {version(pack)}. {licence(pack)} General information, not advice."
    return svg(picture.map, caption="\n".join(filter(None, (said, picture.address))))


MAP = Format(
    "Map as SVG",
    "svg",
    "image/svg+xml",
    lambda picture, pack: drawn(picture, pack).encode(),
    "map",
    "whole-map",
    "any browser and drawing program",
)
