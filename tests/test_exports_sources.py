"""Sources as BibTeX, RIS and CSL-JSON, read back by bibtexparser, rispy and a reader of JSON."""

from __future__ import annotations

import datetime as dt
import io
import json
from typing import Any

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware

from pathways import evidence
from pathways.exports import FORMATS, Bibliography, Links, View
from pathways.exports.bibliography import Name, authors
from pathways.model import Pack, Source

LINKS = Links("https://example.org/app/")
VIEW = View("Tests · Evidence", "https://example.org/app/evidence?subject=tests", dt.date(2026, 12, 1))
HOSTILE = 'A {b} "c" 5% & d_e $f$ #g ~h ^i \\j\nTY  - JOUR'


@pytest.fixture
def hostile(tiny: Pack) -> Source:
    """A source whose words hold what means something in each of the formats."""
    return tiny.sources[0].model_copy(update={"title": HOSTILE, "journal": HOSTILE, "authors": HOSTILE})


def written(name: str, pack: Pack, view: View | None = None, *more: Source) -> str:
    return FORMATS[name].write(Bibliography((*pack.sources, *more), LINKS, view), pack).decode()


def bibtex(text: str) -> dict[str, dict[str, str]]:
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    addresses = {
        entry.key: entry["url"] for entry in bibtexparser.parse_string(text).entries if "url" in entry
    }
    found = {entry.key: {f.key: f.value for f in entry.fields} for entry in library.entries}
    # An address is no LaTeX: the decoder would take what follows its per cent signs for a comment.
    return {key: {**fields, "url": addresses.get(key, "")} for key, fields in found.items()}


def ris(text: str) -> dict[str, dict[str, Any]]:
    return {entry["id"]: entry for entry in rispy.load(io.StringIO(text))}


def csl(text: str) -> dict[str, dict[str, Any]]:
    return {item["id"]: item for item in json.loads(text)}


def test_every_source_is_read_back_with_its_title_year_doi_and_address(real_pack: Pack) -> None:
    read = (
        bibtex(written("bibtex", real_pack)),
        ris(written("ris", real_pack)),
        csl(written("csl-json", real_pack)),
    )
    for found, (title, year, doi, address) in zip(
        read,
        (
            ("title", "year", "doi", "url"),
            ("title", "year", "doi", "urls"),
            ("title", "issued", "DOI", "URL"),
        ),
        strict=True,
    ):
        assert found.keys() == real_pack.source.keys()
        for source in real_pack.sources:
            entry = found[source.source_id]
            has_title = evidence.has_title(source)
            assert entry.get(title, "").strip("{}") == (source.title if has_title else "")
            assert str(source.year or "") in str(entry.get(year, ""))
            assert bool(entry.get(year)) is bool(source.year)
            assert entry.get(doi, "") == source.doi
            assert source.link in str(entry.get(address, ""))


@pytest.mark.parametrize("name", ["bibtex", "ris", "csl-json"])
def test_what_is_not_known_is_named_and_nothing_stands_in_its_place(name: str, real_pack: Pack) -> None:
    read = {"bibtex": bibtex, "ris": ris, "csl-json": csl}[name](written(name, real_pack))
    incomplete = [source for source in real_pack.sources if source.incomplete]
    assert incomplete
    for source in incomplete:
        entry = read[source.source_id]
        assert f"Not known: {', '.join(source.incomplete)}." in str(entry)
        fields = {"author", "authors"} & entry.keys()
        assert bool(fields) is bool(source.authors)


def test_persons_are_parted_and_groups_stay_whole(real_pack: Pack) -> None:
    parted = {source.source_id: authors(source.authors) for source in real_pack.sources}
    for source in real_pack.sources:
        names, has_others = parted[source.source_id]
        for name in names:
            assert (name.group or name.family.removesuffix(" Jr")) in source.authors
            assert name.initials in source.authors
        assert has_others is any(words in source.authors for words in ("et al", "and others"))


@pytest.mark.parametrize(
    ("line", "names", "has_others"),
    [
        ("Van den Abeele C, North R", (Name("Van den Abeele", "C"), Name("North", "R")), False),
        ("Lehman RA Jr", (Name("Lehman Jr", "RA"),), False),
        ("Potts A; Tea Study Group", (Name("Potts", "A"), Name(group="Tea Study Group")), False),
        ("Potts A, et al. (TEA)", (Name("Potts", "A"), Name(group="TEA")), True),
        ("Oh, Park, Song", (Name("Oh"), Name("Park"), Name("Song")), False),
        ("Potts et al.", (Name("Potts"),), True),
        ("NICE", (Name(group="NICE"),), False),
        ("Tea Board (news report)", (Name(group="Tea Board (news report)"),), False),
        ("", (), False),
    ],
)
def test_authors_are_parted_only_where_it_is_plain(
    line: str, names: tuple[Name, ...], has_others: bool
) -> None:
    assert authors(line) == (names, has_others)


def test_a_view_stands_first_with_its_version_address_and_day(tiny: Pack) -> None:
    entry = next(iter(bibtex(written("bibtex", tiny, VIEW)).values()))
    assert entry["title"].strip("{}") == VIEW.name
    assert entry["url"] == VIEW.address
    assert entry["urldate"] == "2026-12-01"
    assert "data version 0.0.1" in entry["note"]
    record = next(iter(ris(written("ris", tiny, VIEW)).values()))
    assert (record["title"], record["urls"], record["access_date"]) == (
        VIEW.name,
        [VIEW.address],
        "2026/12/01",
    )
    item = next(iter(csl(written("csl-json", tiny, VIEW)).values()))
    assert item["accessed"] == {"date-parts": [[2026, 12, 1]]}
    assert item["author"] == [{"literal": "Pathway explorer"}]


@pytest.mark.parametrize("name", ["bibtex", "ris", "csl-json"])
def test_words_that_mean_something_in_a_format_are_read_back_as_words(
    name: str, tiny: Pack, hostile: Source
) -> None:
    read = {"bibtex": bibtex, "ris": ris, "csl-json": csl}[name]
    entry = read(written(name, tiny.model_copy(update={"sources": ()}), None, hostile))
    assert list(entry) == [hostile.source_id]
    said = str(entry[hostile.source_id]["title"])
    plainly = said if name == "csl-json" else " ".join(HOSTILE.split())
    for part in ("5%", "&", "d_e", "$f$", "#g", "{b}"):
        assert part in said
        assert part in plainly


@pytest.mark.parametrize("name", ["bibtex", "ris", "csl-json"])
def test_each_source_leads_back_to_its_card(name: str, tiny: Pack) -> None:
    text = written(name, tiny).replace("\\_", "_")
    for source in tiny.sources:
        assert f"https://example.org/app/evidence?source={source.source_id}" in text
