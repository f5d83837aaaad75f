"""What can be taken away, in formats that others read: one module a format, and one list of all of them.

The app, the command line and the tests take formats from :data:`FORMATS`; to add one, write its module and
its line here. docs/exports.md says who opens each, and what it cannot express.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pathways.exports import (
    anki,
    bibtex,
    bpmn,
    csl_json,
    csv,
    datapackage,
    dot,
    fhir,
    graphml,
    mermaid,
    node_link,
    png,
    ris,
    sheets,
    svg,
    xlsx,
)
from pathways.exports.bibliography import Bibliography, View
from pathways.exports.format import Format, Subject
from pathways.exports.links import Links
from pathways.exports.records import Records
from pathways.exports.svg import MapPicture
from pathways.map.views import whole_map
from pathways.model import Pack, by_id

__all__ = [
    "FORMATS",
    "OF_A_PACK",
    "Bibliography",
    "Format",
    "Links",
    "MapPicture",
    "Records",
    "View",
    "whole",
]

FORMATS: Mapping[str, Format] = by_id(
    "format",
    (
        ("map.svg", svg.MAP),
        ("map.png", png.MAP),
        ("table.csv", csv.TABLE),
        ("sheet.pdf", sheets.PDF),
        ("sheet-large.pdf", sheets.LARGE_PDF),
        ("sheet.html", sheets.HTML),
        ("sheet.txt", sheets.TEXT),
        ("node-link", node_link.NODE_LINK),
        ("graphml", graphml.GRAPHML),
        ("dot", dot.DOT),
        ("mermaid", mermaid.MERMAID),
        ("fhir-r5", fhir.FHIR_R5),
        ("fhir-r4b", fhir.FHIR_R4B),
        ("bpmn", bpmn.BPMN),
        ("csv", datapackage.CSV_BUNDLE),
        ("xlsx", xlsx.XLSX),
        ("bibtex", bibtex.BIBTEX),
        ("ris", ris.RIS),
        ("csl-json", csl_json.CSL_JSON),
        ("anki", anki.ANKI),
    ),
)
"""Every format by its name; an unknown one raises ``UnknownIdError``, which names those that are like it."""

_SUBJECTS: Mapping[Subject, Callable[[Pack, Links], object]] = {
    "map": lambda pack, links: MapPicture(whole_map(pack), links.whole() if links.app else ""),
    "pathway": lambda _, links: links,
    "records": lambda _, links: Records(links),
    "sources": lambda pack, links: Bibliography(pack.sources, links),
}

OF_A_PACK: Mapping[str, Format] = by_id(
    "format", ((name, chosen) for name, chosen in FORMATS.items() if chosen.subject in _SUBJECTS)
)
"""The formats in which a pack can be taken as a whole, whatever a reader has chosen."""


def whole(pack: Pack, format_name: str, links: Links | None = None) -> bytes:
    """A pack as a file in one of :data:`OF_A_PACK`.

    Args:
        links: where views of the app are found; without it, links begin at the app's top.

    Raises:
        UnknownIdError: there is no such format of a whole pack.
    """
    chosen = OF_A_PACK[format_name]
    return chosen.write(_SUBJECTS[chosen.subject](pack, links or Links()), pack)
