"""Sources as BibTeX, for LaTeX, Zotero and JabRef."""

from __future__ import annotations

from collections.abc import Iterator

from pathways.exports.bibliography import Bibliography, Name, Reference, references
from pathways.exports.format import Format
from pathways.model import Pack

_MEANT_AS_COMMANDS = {
    "\\": r"{\textbackslash}",
    "{": r"\{",
    "}": r"\}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    **{letter: f"\\{letter}" for letter in "&%$#_"},
}


def written(bibliography: Bibliography, pack: Pack) -> bytes:
    """One entry a source: an article where its journal is known."""
    entries = (_entry(one) for one in references(bibliography, pack))
    return "\n".join(entries).encode()


def _entry(one: Reference) -> str:
    kind = "article" if one.is_article else "misc"
    fields = ",\n".join(f"  {name} = {{{words}}}" for name, words in _fields(one) if words)
    return f"@{kind}{{{one.key},\n{fields}\n}}\n"


def _fields(one: Reference) -> Iterator[tuple[str, str]]:
    yield "author", " and ".join((*map(_author, one.authors), *(["others"] if one.has_others else [])))
    # A second pair of braces keeps the capitals of a title.
    yield "title", f"{{{escaped(one.title)}}}" if one.title else ""
    yield "journal" if one.is_article else "howpublished", escaped(one.place.journal)
    yield "year", str(one.year or "")
    yield "volume", escaped(one.place.volume)
    yield "number", escaped(one.place.issue)
    yield "pages", escaped(one.place.pages.replace("-", "--"))
    yield "doi", one.doi
    yield "pmid", one.pmid
    yield "url", _address(one.address)
    yield "urldate", f"{one.seen}" if one.seen else ""
    yield "note", escaped(" ".join(one.notes))


def _author(name: Name) -> str:
    if name.group:
        return f"{{{escaped(name.group)}}}"
    return ", ".join(filter(None, (escaped(name.family), escaped(name.given))))


def escaped(words: str) -> str:
    r"""Words as LaTeX prints them: what would be a command of it is a letter.

    >>> print(escaped("5% of {all} & more"))
    5\% of \{all\} \& more
    """
    return "".join(_MEANT_AS_COMMANDS.get(letter, letter) for letter in " ".join(words.split()))


def _address(address: str) -> str:
    """An address as packages for addresses read it: only braces would end it."""
    return address.replace("{", "%7B").replace("}", "%7D")


BIBTEX = Format(
    "BibTeX", "bib", "application/x-bibtex", written, "sources", "sources", "LaTeX, Zotero and JabRef"
)
