"""The pathway as a bundle of HL7 FHIR resources, which systems of hospitals read: in release R5 and in R4B.

A bundle holds one PlanDefinition, an Evidence for each finding, an EvidenceVariable for each group and
outcome that they name, and a Citation for each source.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal

from pathways.exports.fhir.findings import evidence_of, readings, variables
from pathways.exports.fhir.plan import plan
from pathways.exports.fhir.release import R4B, R5, Release, Resource, urn
from pathways.exports.fhir.sources import citation_of
from pathways.exports.format import Format
from pathways.exports.links import Links
from pathways.model import Pack

_NUMBER = re.compile('"\ue000(-?[0-9.]+)\ue000"')


def bundle(pack: Pack, links: Links, release: Release) -> Resource:
    """All resources, each with the name by which the others refer to it."""
    return {
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": f"{pack.info.date:%Y-%m-%d}T00:00:00Z",
        "entry": [
            {"fullUrl": _name(pack, resource, name), "resource": resource}
            for name, resource in _resources(pack, links, release)
        ],
    }


def _name(pack: Pack, resource: Resource, name: str) -> str:
    return urn(pack.info.id, resource["resourceType"], name)


def _resources(pack: Pack, links: Links, release: Release) -> Iterator[tuple[str, Resource]]:
    told = readings(pack)
    yield pack.info.id, plan(pack, links, release)
    yield from ((one.id, evidence_of(pack, one, links, release)) for one in told)
    yield from ((variable["id"], variable) for variable in variables(pack, told))
    for source in pack.sources:
        yield source.source_id, citation_of(pack, source, links, release)


def _written(links: Links, pack: Pack, release: Release) -> bytes:
    """The bundle as JSON, each number with the digits that its source printed."""
    text = json.dumps(bundle(pack, links, release), ensure_ascii=False, indent=1, default=_marked)
    return _NUMBER.sub(r"\1", text).encode()


def _marked(value: object) -> str:
    """A number as marked text: JSON's writer would change 2.50 to 2.5."""
    if not isinstance(value, Decimal):
        raise TypeError(f"{value!r} is no part of a resource.")
    return f"\ue000{value:f}\ue000"


FHIR_R5 = Format(
    "HL7 FHIR R5",
    "json",
    "application/fhir+json",
    lambda links, pack: _written(links, pack, R5),
    "pathway",
    "fhir-r5",
    "systems of hospitals",
)
FHIR_R4B = Format(
    "HL7 FHIR R4B",
    "json",
    "application/fhir+json",
    lambda links, pack: _written(links, pack, R4B),
    "pathway",
    "fhir-r4b",
    "systems of hospitals",
)
