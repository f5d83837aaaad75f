"""Sources as RIS, for EndNote, Mendeley, Zotero and Rayyan."""

from __future__ import annotations

from collections.abc import Iterator

from pathways.exports.bibliography import Bibliography, Name, Reference, references
from pathways.exports.format import Format
from pathways.model import Pack


def written(bibliography: Bibliography, pack: Pack) -> bytes:
    """One record a source; lines end as the format wants them."""
    lines = (line for one in references(bibliography, pack) for line in _record(one))
    return "".join(f"{line}\r\n" for line in lines).encode()


def _record(one: Reference) -> Iterator[str]:
    yield _line("TY", "JOUR" if one.is_article else "ELEC" if one.address else "GEN")
    yield from (_line(tag, words) for tag, words in _fields(one) if words)
    yield _line("ER", "")
    yield ""


def _fields(one: Reference) -> Iterator[tuple[str, str]]:
    yield "ID", one.key
    yield from (("AU", _author(name)) for name in one.authors)
    yield "TI", one.title
    yield "JO" if one.is_article else "T2", one.place.journal
    yield "PY", str(one.year or "")
    yield "VL", one.place.volume
    yield "IS", one.place.issue
    first, _, last = one.place.pages.partition("-")
    yield from (("SP", first), ("EP", last))
    yield "DO", one.doi
    yield "AN", one.pmid
    yield "UR", one.address
    yield "Y2", f"{one.seen:%Y/%m/%d}" if one.seen else ""
    if one.has_others:
        yield "N1", "There are other authors, whom these data do not name."
    yield from (("N1", words) for words in one.notes)


def _author(name: Name) -> str:
    return name.group or ", ".join(filter(None, (name.family, name.given)))


def _line(tag: str, words: str) -> str:
    """A field on one line, as every field must be."""
    return f"{tag}  - {' '.join(words.split())}"


RIS = Format(
    "RIS", "ris", "application/x-research-info-systems", written, "sources", "sources", "EndNote and Mendeley"
)
