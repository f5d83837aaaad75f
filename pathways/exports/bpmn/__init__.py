"""The pathway as a BPMN 2.0 process with its diagram, for modellers of how care is organised."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from pathways.exports.bpmn.diagram import add_diagram
from pathways.exports.bpmn.process import add_collaboration, add_process
from pathways.exports.bpmn.xml import MODEL, PREFIXES, named
from pathways.exports.format import Format
from pathways.exports.links import Links
from pathways.model import Pack


def written(links: Links, pack: Pack) -> bytes:
    """Open it in any modeller of BPMN 2.0; the ways are conditional sequence flows."""
    definitions = ET.Element(
        named(MODEL, "definitions"),
        id=f"definitions_{pack.info.id}",
        targetNamespace=links.whole() if links.app else f"urn:pathway:{pack.info.id}",
        exporter="Pathway explorer",
        exporterVersion=pack.info.version,
    )
    add_collaboration(definitions, pack)
    add_process(definitions, pack, links)
    add_diagram(definitions, pack)
    for prefix, namespace in PREFIXES.items():
        ET.register_namespace(prefix, namespace)
    ET.indent(definitions, " ")
    return bytes(ET.tostring(definitions, encoding="utf-8", xml_declaration=True))


BPMN = Format(
    "BPMN 2.0",
    "bpmn",
    "application/xml",
    written,
    "pathway",
    "process",
    "Camunda, bpmn.io and other modellers",
)
