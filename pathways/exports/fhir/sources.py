"""Each source as a Citation; what is not known of it stays not known."""

from __future__ import annotations

from pathways import evidence
from pathways.exports.fhir.release import Release, Resource, fhir_id, urn, without_blanks
from pathways.exports.links import Links
from pathways.model import Pack, Source

IDENTIFIERS = (
    ("doi", "https://doi.org"),
    ("pmid", "https://pubmed.ncbi.nlm.nih.gov"),
    ("pmcid", "https://www.ncbi.nlm.nih.gov/pmc"),
)
"""Fields of a source, with the system that their value is an id in."""


def citation_of(pack: Pack, source: Source, links: Links, release: Release) -> Resource:
    """One source, with its authors as one line: the pack does not part them further."""
    own = links.source(source.source_id) if links.app else urn(pack.info.id, "Citation", source.source_id)
    return without_blanks(
        {
            "resourceType": "Citation",
            "id": fhir_id(source.source_id),
            "url": own,
            "version": pack.info.version,
            "title": evidence.citation(source),
            "status": "active",
            "date": f"{pack.info.date:%Y-%m-%d}",
            "note": [{"text": f"Not known: {'; '.join(source.incomplete)}."}] if source.incomplete else [],
            "citedArtifact": _cited(source, release),
        }
    )


def _cited(source: Source, release: Release) -> Resource:
    ids = ((system, getattr(source, field)) for field, system in IDENTIFIERS)
    has_title = evidence.has_title(source)
    kind = "classifier" if release.is_r5 else "type"
    place = {kind: [{"text": "Source"}] if release.is_r5 else {"text": "Source"}, "url": source.link}
    return without_blanks(
        {
            "identifier": [{"system": system, "value": value} for system, value in ids if value],
            "title": [{"text": source.title}] if has_title else [],
            "note": [] if has_title else [{"text": f"Title not known. What it is: {source.title}"}],
            "publicationForm": _publication(source),
            "webLocation": [place] if source.link else [],
            "contributorship": {"summary": [{"value": source.authors}]} if source.authors else {},
        }
    )


def _publication(source: Source) -> list[Resource]:
    form = without_blanks(
        {
            "publishedIn": {"title": source.journal} if source.journal else {},
            "articleDate": str(source.year or ""),
        }
    )
    return [form] if form else []
