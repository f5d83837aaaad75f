"""Addresses: old ones keep working, odd ones are read as far as they can be, and none is refused."""

from __future__ import annotations

import doctest
import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from types import ModuleType
from urllib.parse import parse_qsl, urljoin, urlsplit

import pytest
import streamlit
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from pages.parts.background.url import background_url
from pages.parts.case.url import case_url
from pages.parts.causes_and_tests.url import causes_url
from pages.parts.compare.url import compare_url
from pages.parts.evidence.url import evidence_url, read_selection, selection_parts
from pages.parts.guides.url import guides_url
from pages.parts.learn.url import learn_url
from pages.parts.map.url import map_url
from pages.parts.mistake.url import mistake_url
from pages.parts.scorecard.url import scorecard_url
from pages.parts.search.url import search_url
from pages.parts.take_home.url import take_home_url
from pages.parts.what_is_new.url import what_is_new_url
from pages.shared import paths
from pages.shared import url as page_address
from pages.shared.catalogue import PAGES
from pages.shared.page import BACK, PageUrl, no_params
from pages.shared.url import CARRIED, PACK, Reader, carrying, href, understood
from pathways.model import Pack
from pathways.search import selection
from pathways.search.selection import CHOICES, FILTERS, ROLES_OF_SUBJECT, Selection
from tests.opened import html, opened

READERS: dict[str, Callable[[Pack, Mapping[str, str]], PageUrl]] = {
    "": no_params,
    "map": map_url,
    "compare": compare_url,
    "case": case_url,
    "causes_and_tests": causes_url,
    "evidence": evidence_url,
    "guides": guides_url,
    "background": background_url,
    "learn": learn_url,
    "scorecard": scorecard_url,
    "search": search_url,
    "take_home": take_home_url,
    "warning_signs": no_params,
    "about": no_params,
    "what_is_new": what_is_new_url,
    "mistake": mistake_url,
}

BEGUN = {
    "options": "carry_on,refusion,pain_programme",
    "matters": "pain:a_lot",
    "decision": "decide_pseudarthrosis",
}

# Addresses of earlier versions, as they stand in the scorecard, in letters and in bookmarks.
_OLD = """
map
map?node=ct
map?node=scs_implant
map?box=box_causes
map?view=net
map?view=whole
map?view=route&from=pseudarthrosis&to=refusion
map?view=route&to=refusion
map?view=around&around=refusion&node=refusion&part=numbers
map?node=refusion&part=living
map?node=carry_on
map?node=CT
compare?options=carry_on,refusion
compare?options=carry_on,refusion&step=matters
compare?options=carry_on,refusion&matters=pain:a_lot,sleep:some
compare?options=refusion
take_home?options=carry_on,refusion
take_home?options=carry_on,refusion&matters=pain:a_lot
causes_and_tests?test=ct
causes_and_tests?show=tests
causes_and_tests?show=signs
causes_and_tests?show=causes&cause=pseudarthrosis
causes_and_tests?counted=prevalence&save=png
causes_and_tests?show=tests&test=mri&share=30
evidence?subject=gaps
evidence?finding=osteotomy-05
evidence?subject=options&design=rct,cohort&show=table
evidence?node=refusion&search=union&rows=40
evidence?subject=all
evidence?search=screws
evidence?show=pictures&kind=ratios&save=png
evidence?rows=60
guides?verdict=supported
guides?search=scar&shown=40
background?topic=words
scorecard?part=C&score=Not+met
scorecard?kind=UI
"""
OLD = _OLD.split()


@pytest.mark.parametrize("address", [address for address in OLD if address.startswith("evidence")])
def test_an_old_address_of_the_evidence_still_shows_its_list_or_card(address: str, real_pack: Pack) -> None:
    asked = evidence_url(real_pack, dict(parse_qsl(address.partition("?")[2])))
    assert not asked.is_tables


@pytest.mark.parametrize("query", ["", "subject=tables", "sort=size", "subject=Tables.&rows=54"])
def test_the_bare_address_of_the_evidence_opens_on_the_tables(query: str, real_pack: Pack) -> None:
    asked = evidence_url(real_pack, dict(parse_qsl(query)))
    assert asked.is_tables
    assert evidence_url(real_pack, dict(parse_qsl(asked.href().partition("?")[2]))) == asked


def test_a_filter_on_the_tables_leads_to_the_list(real_pack: Pack) -> None:
    asked = evidence_url(real_pack, {"subject": "tables", "outcome": "pain", "node": "refusion"})
    assert not asked.is_tables
    assert asked.selection == Selection(node=("refusion",), outcome=("pain",))


class Recorder(dict[str, str]):
    """An address that remembers which of its parts were asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def get(self, part: str, default: str = "") -> str:  # type: ignore[override]
        self.asked.add(part)
        return default


def read(pack: Pack, page: str, query: str) -> PageUrl:
    """What a page makes of the part of an address behind the question mark, with all notes."""
    parts, about_parts = understood(page, parse_qsl(query, keep_blank_values=True))
    asked = READERS[page](pack, parts)
    assert not about_parts, about_parts
    return asked


def notes(app: AppTest) -> list[str]:
    """The sentences above the page about its address."""
    return [
        unescape(note)
        for box in app.get("html")
        if 'class="notes"' in box.body
        for note in re.findall("<p>(.*?)</p>", box.body)
    ]


def parts_of(app: AppTest) -> dict[str, str]:
    """The parts of the address as it is now: read from it as lists, written to it as words."""
    parts = app.query_params.items()
    return {name: words if isinstance(words, str) else words[-1] for name, words in parts}


def links(app: AppTest) -> Iterator[str]:
    """Every link of a page to a page of this app: those in its text, and those of the menu."""
    for found in re.findall(r'href="([^"#]+)["#]', html(app)):
        if not urlsplit(unescape(found)).netloc:
            yield unescape(found)
    for element in app.get("page_link"):
        yield f"{element.proto.page}?{element.proto.query_string}"


@pytest.mark.parametrize("address", OLD)
def test_an_address_of_an_earlier_version_is_understood_in_every_part(address: str, real_pack: Pack) -> None:
    page, _, query = address.partition("?")
    assert read(real_pack, page, query).notes == ()


@pytest.mark.parametrize("module", [page_address, paths])
def test_what_the_reader_of_addresses_says_of_itself_is_true(module: ModuleType) -> None:
    found = doctest.testmod(module)
    assert found.attempted > 0
    assert found.failed == 0


def test_at_least_twenty_old_addresses_are_held() -> None:
    assert len(set(OLD)) >= 20


@pytest.mark.parametrize("page", PAGES)
def test_the_parts_that_a_page_is_said_to_know_are_those_that_it_reads(page: str, tiny: Pack) -> None:
    recorder = Recorder()
    READERS[page](tiny, recorder)
    assert recorder.asked - {*CARRIED, PACK} == {*PAGES[page].params}


@pytest.mark.parametrize("page", PAGES)
def test_words_that_name_nothing_are_left_out_and_said_once_for_each_part(page: str, tiny: Pack) -> None:
    free = {"search", "text"}
    for part in PAGES[page].params:
        found = READERS[page](tiny, {part: "nowhere"})
        assert len(found.notes) == (part not in free), part


@given(st.data())
def test_no_page_refuses_an_address(tiny: Pack, data: st.DataObject) -> None:
    page = data.draw(st.sampled_from(list(PAGES)))
    names = st.sampled_from([*PAGES[page].params, *CARRIED, PACK]) | st.text()
    given_parts = data.draw(st.lists(st.tuples(names, st.text())))
    parts, about_parts = understood(page, given_parts)
    said = (*about_parts, *READERS[page](tiny, parts).notes)
    assert all(sentence.endswith(".") for sentence in said)
    assert parts.keys() <= {*PAGES[page].params, *CARRIED, PACK}


@pytest.mark.parametrize(
    ("page", "mangled", "meant"),
    [
        ("map", "node=ct.", "node=ct"),
        ("map", "node=ct),", "node=ct"),
        ("map", "node=%3Cct%3E", "node=ct"),
        ("map", "NODE=CT", "node=ct"),
        ("map", "node=ct%E2%80%8B", "node=ct"),
        ("map", "node%3Dct%26part%3Dnumbers", "node=ct&part=numbers"),
        (
            "map",
            "view=route&amp;from=pseudarthrosis&amp;amp;to=refusion",
            "view=route&from=pseudarthrosis&to=refusion",
        ),
        ("compare", "options=carry_on%252Crefusion", "options=carry_on,refusion"),
        (
            "compare",
            "options=carry_on,refusion&matters=pain%253Aa_lot.",
            "options=carry_on,refusion&matters=pain:a_lot",
        ),
        ("evidence", "Subject=GAPS&node=refusion>", "subject=gaps&node=refusion"),
        ("evidence", "show=TABLE&design=RCT&rows=40.", "show=table&design=rct&rows=40"),
        ("causes_and_tests", "show=tests&test=mri&share=30)", "show=tests&test=mri&share=30"),
    ],
)
def test_what_a_letter_does_to_an_address_is_undone(
    page: str, mangled: str, meant: str, real_pack: Pack
) -> None:
    assert read(real_pack, page, mangled) == read(real_pack, page, meant)
    assert read(real_pack, page, mangled).notes == ()


@pytest.mark.parametrize("part", ["page", "self", "words", "changes", "here", "address"])
@pytest.mark.parametrize("page", PAGES)
def test_a_part_may_have_any_name(page: str, part: str) -> None:
    assert href(page, **{part: "2"}) == f"{page}?{part}=2"
    parts, said = understood(page, [(part, "2")])
    assert (parts, said) == ({}, ())


def test_a_page_with_unknown_parts_shows_what_it_shows_without_them_and_drops_them_from_its_links() -> None:
    app = opened("evidence?page=2&utm_source=letter&finding=osteotomy-05")
    assert notes(app) == []
    assert "osteotomy-05" in html(app)
    assert not [link for link in links(app) if "utm_source" in link or "page=" in link]
    assert {part for link in links(app) for part, _ in parse_qsl(urlsplit(link).query)} <= {
        part for known in PAGES.values() for part in (*known.params, *CARRIED, PACK)
    }


def test_a_change_on_the_page_drops_unknown_parts_from_the_address() -> None:
    app = opened("evidence?utm_source=letter&rows=60")
    app.text_input(key="search").set_value("osteotomy").run()
    assert {*app.query_params} == {"search"}


def test_a_misspelt_part_and_one_of_another_page_are_said_and_the_rest_is_shown() -> None:
    app = opened("map?nod=ct&topic=words&node=mri")
    assert len(notes(app)) == 2
    assert "MRI" in html(app)


def test_a_doubled_part_is_said_and_its_last_words_count() -> None:
    app = opened("map?node=ct&node=mri")
    assert notes(app) == ['The address names "node" more than once. The last one counts.']
    assert "MRI" in html(app)


@pytest.mark.parametrize(
    "address",
    [
        "map?node=nowhere",
        "map?node=ct&part=nowhere",
        "map?view=route&to=<script>",
        "background?topic=nowhere",
        "causes_and_tests?save=gif",
        "guides?verdict=nowhere",
        "scorecard?part=nowhere",
        "evidence?rows=nowhere",
        "compare?options=nowhere",
    ],
)
def test_a_page_says_what_it_left_out_and_is_drawn(address: str) -> None:
    app = opened(address)
    (note,) = notes(app)
    assert note.startswith("There is no")
    assert note.endswith("It is left out.")
    assert "<script>" not in html(app)
    assert app.segmented_control or app.selectbox


JUNK = (
    "",
    "\0",
    "٣",
    "-1",
    "9" * 400,
    "'\"><script>",
    "{tea-01} [x](y) :red[x] $x$",
    "%25%32%35",
    "pain:a_lot,:",
    "A" * 9_000,
)


@pytest.mark.parametrize("page", PAGES)
def test_junk_in_every_part_at_once_is_left_out_and_the_page_is_drawn(page: str) -> None:
    names = (*PAGES[page].params, *CARRIED, PACK, "beyond", "page", "self")
    for shift in range(len(JUNK)):
        words = {name: JUNK[(place + shift) % len(JUNK)] for place, name in enumerate(names)}
        written = html(opened(page, **words))
        assert "General information, not advice about you" in written
        assert "<script>" not in written


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_every_page_takes_a_begun_comparison_along(page: str) -> None:
    """But for those to another pathway, where its options would mean nothing."""
    app = opened(href(page, **BEGUN))
    assert notes(app) == []
    for link in links(app):
        if link.startswith("."):
            continue
        path, _, query = link.partition("?")
        assert not understood(path.strip("/"), parse_qsl(query))[1], link
        assert dict(parse_qsl(query)).get("options"), link


@pytest.mark.parametrize("page", sorted({*PAGES} - {"compare", "take_home", "background"}))
def test_a_page_that_is_looked_at_leads_back_to_the_comparison(page: str) -> None:
    back = [link for link in opened(href(page, **BEGUN)).get("page_link") if link.proto.label == BACK]
    assert [dict(parse_qsl(link.proto.query_string)) for link in back] == [BEGUN]
    assert BACK not in [link.proto.label for link in opened(page).get("page_link")]


def test_choices_on_the_map_keep_the_comparison() -> None:
    app = opened(href("map", **BEGUN))
    next(c for c in app.segmented_control if c.key == "view").set_value("whole").run()
    assert parts_of(app) == {**BEGUN, "view": "whole"}


def test_two_readers_of_the_same_options_never_share_their_links() -> None:
    mine, other = opened(href("compare", **BEGUN)), opened(href("compare", options=BEGUN["options"]))
    assert any("decide_pseudarthrosis" in link for link in links(mine))
    assert not any("decide_pseudarthrosis" in link for link in links(other))


def test_a_place_of_the_pack_that_names_options_keeps_its_own() -> None:
    assert carrying("compare?options=carry_on,refusion") == "compare?options=carry_on,refusion"


@pytest.mark.parametrize("base", ["", "/tools/explorer"])
@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/map/refusion", "/map?beyond=refusion"),
        ("/map/refusion/", "/map?beyond=refusion"),
        ("/map/a/b", "/map?beyond=a/b"),
        ("/MAP", "/map"),
        ("/map.", "/map"),
        ("/take_home),", "/take_home"),
        ("/nowhere/at/all", "/?beyond=nowhere/at/all"),
    ],
)
def test_an_odd_path_leads_to_the_page_that_is_meant(base: str, path: str, place: str) -> None:
    answer = paths.where_meant(f"{base}{path}", base)
    assert urljoin(f"http://host{base}{path}", answer) == f"http://host{base}{place}"


@pytest.mark.parametrize(
    "path", ["/", "/map", "/nowhere", "/static/js/a.js", "/app/static/a", "/map/_stcore/health"]
)
def test_a_path_of_a_page_or_of_streamlit_is_left_alone(path: str) -> None:
    assert paths.where_meant(path) == ""


def test_what_stood_behind_a_page_is_said_and_goes_into_no_link() -> None:
    app = opened("map?beyond=refusion")
    assert notes(app) == ['Nothing is found under "/refusion" in the address. It is left out.']
    assert not [link for link in links(app) if "beyond" in link]


@pytest.mark.parametrize(
    ("parts", "what"),
    [
        ({"subject": "weather"}, "weather"),
        ({"node": "nowhere"}, "nowhere"),
        ({"role": "magic"}, "magic"),
        ({"outcome": "bliss"}, "bliss"),
        ({"directness": "cats"}, "cats"),
        ({"design": "rct,horoscope"}, "horoscope"),
        ({"funding": "pirates"}, "pirates"),
        ({"checked": "maybe"}, "maybe"),
        ({"size": "many"}, "many"),
        ({"size": "-3"}, "-3"),
        ({"subject": "cost", "role": "benefit"}, "benefit"),
    ],
)
def test_an_unknown_word_is_left_out_and_said_in_one_sentence(
    tiny: Pack, parts: dict[str, str], what: str
) -> None:
    reader = Reader(parts)
    chosen = read_selection(tiny, reader)
    (note,) = reader.notes
    assert f'"{what}"' in note
    assert what not in str(chosen)


def test_the_known_words_beside_an_unknown_one_still_count(tiny: Pack) -> None:
    chosen = read_selection(tiny, Reader({"design": "horoscope,cohort"}))
    assert chosen.design == ("cohort",)


@given(st.data())
def test_an_address_says_a_selection_without_loss(tiny: Pack, data: st.DataObject) -> None:
    subject = data.draw(st.sampled_from(list(ROLES_OF_SUBJECT)))
    of = "all" if subject == "gaps" else subject
    parts: dict[str, object] = {"subject": subject}
    for name in CHOICES:
        allowed = selection.choices(tiny, of, name)
        picked = data.draw(st.sets(st.sampled_from(allowed)))
        parts[name] = tuple(word for word in allowed if word in picked)
    parts["size"] = data.draw(st.none() | st.integers(1, 10**8))
    parts["search"] = " ".join(data.draw(st.text()).split())
    chosen = Selection().having(**parts)
    written = {key: words for key, words in selection_parts(chosen).items() if words is not None}
    reader = Reader(written)
    assert (read_selection(tiny, reader), reader.notes) == (chosen, [])


@given(st.dictionaries(st.sampled_from(["subject", *FILTERS]), st.text()))
def test_no_address_can_break_the_reading(tiny: Pack, parts: dict[str, str]) -> None:
    reader = Reader(parts)
    chosen = read_selection(tiny, reader)
    assert set(selection.selected(tiny, chosen)) <= set(tiny.findings)
    assert all(note.endswith(".") for note in reader.notes)


@pytest.mark.parametrize("page", [page for page in PAGES if page])
def test_every_link_of_a_page_in_a_frame_stays_in_it(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(page, **BEGUN)  # what is kept of it is for pages that stand alone
    monkeypatch.setattr(type(streamlit.context), "is_embedded", True)
    written = html(opened(page, **BEGUN))
    inner = [unescape(address) for address in re.findall(r'href="([^"#][^"]*)"', written)]
    inside = [address for address in inner if not urlsplit(address).scheme]
    assert inside or page == "about"
    assert [address for address in inside if "embed=true" not in address] == []


def test_no_link_of_a_page_outside_a_frame_asks_for_one() -> None:
    assert "embed=true" not in html(opened("map", node="ct", **BEGUN))
