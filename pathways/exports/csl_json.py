"""Sources as CSL-JSON, for Zotero, Pandoc and whatever else styles citations with CSL."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pathways.exports.bibliography import Bibliography, Name, Reference, references
from pathways.exports.format import Format
from pathways.model import Pack


def written(bibliography: Bibliography, pack: Pack) -> bytes:
    """A list of items, one a source."""
    items = [_item(one) for one in references(bibliography, pack)]
    return json.dumps(items, ensure_ascii=False, indent=1).encode()


def _item(one: Reference) -> Mapping[str, Any]:
    notes = [
        *one.notes,
        *(["There are other authors, whom these data do not name."] if one.has_others else []),
    ]
    parts = {
        "id": one.key,
        "type": "article-journal" if one.is_article else "webpage" if one.address else "document",
        "title": one.title,
        "author": [_author(name) for name in one.authors],
        "issued": {"date-parts": [[one.year]]} if one.year else {},
        "container-title": one.place.journal,
        "volume": one.place.volume,
        "issue": one.place.issue,
        "page": one.place.pages,
        "DOI": one.doi,
        "PMID": one.pmid,
        "URL": one.address,
        "accessed": {"date-parts": [[one.seen.year, one.seen.month, one.seen.day]]} if one.seen else {},
        "note": " ".join(notes),
    }
    return {name: value for name, value in parts.items() if value}


def _author(name: Name) -> Mapping[str, str]:
    if name.group:
        return {"literal": name.group}
    return {"family": name.family, **({"given": name.given} if name.given else {})}


CSL_JSON = Format(
    "CSL-JSON",
    "json",
    "application/vnd.citationstyles.csl+json",
    written,
    "sources",
    "sources",
    "Zotero and Pandoc",
)
