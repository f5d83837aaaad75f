"""One search over everything: the right place or row stands among the first three, whatever it is called."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.shared.node_card import card_html
from pathways.model import Pack
from pathways.search.everything import Hit, find
from pathways.search.index import Index, Passage
from pathways.search.records import KINDS, searched
from pathways.search.terms import Thesaurus, stem, words

FIRST = 3
"""Who has ten minutes reads three lines."""

RIGHT: dict[str, tuple[str, ...]] = {
    # The choice itself: taking metal out.
    "removing screws": ("hardware_removal",),
    # The only row on four or more operations that counts how people fared.
    "fourth operation": ("surgical-planning-03",),
    # The only row on further operations within a year of one.
    "reoperation after osteotomy within a year": ("osteotomy-05",),
    # Rows that set smokers beside others.
    "smoking nonunion": ("pseudarthrosis-01", "optimisation-01"),
    # What the word means, then a row that stands beside a placebo.
    "placebo": ("placebo", "adhesiolysis-02"),
    # Where it may come from, told among what people feel.
    "leg pain": ("symptoms",),
    # The place on driving, and the only row that measured it.
    "drive": ("return_to_activity", "return-to-activity-04"),
    # The card of the scan, and what living with the device means for it.
    "MRI with stimulator": ("mri", "scs_implant"),
    # The choice of lowering them, and the advice against a sudden stop.
    "opioids stop": ("opioid_review", "medication-12"),
    # The rows that set people by how many operations they had had.
    "third operation": ("persistent-pain-08", "surgical-planning-03"),
    # Rows that count days or weeks until work.
    "how long off work": ("return-to-activity-08", "return-to-activity-07"),
}
"""What each search of the issue should lead to, worked out from what the pack holds on it."""

LIKE: dict[str, tuple[str, ...]] = {
    "removing screws": (
        *("remove a screw", "Removing SCREWS", "removing scrws", "taking out metal", "hardware removal"),
        *("removal of hardware", "metalwork taken out"),
    ),
    "fourth operation": (
        "four or more operations",
        "fourth surgery",
        "4 or more operations",
        "forth operation",
    ),
    "reoperation after osteotomy within a year": (
        *("re-operation after osteotomy within a year", "re–operation after osteotomy within 1 year"),
        *("revision after osteotmy within a year", "another operation after osteotomy, one year"),
        *("réopération after ostéotomy within twelve months",),
    ),
    "smoking nonunion": (
        "smokers non-union",
        "smoke non–union",
        "smoking bones not joined",
        "smokng nonunion",
    ),
    "MRI with stimulator": ("stimulators and MRI", "magnetic resonance imaging with SCS", "MRI stimulater"),
    "opioids stop": ("stopping opioids", "opioid taper", "coming off opioids", "opiods stop"),
    "third operation": ("third surgery", "a 3rd operation", "number of operations"),
    "drive": ("driving", "Drives", "drivng"),
    "leg pain": ("sciatica", "pain in the leg", "sciatca"),
    "how long off work": ("how long till back at work", "how long sick leave", "weeks until back to work"),
}
"""The same asked in other words, with a slip, in the plural, with dashes and accents."""


def ids(hits: Sequence[Hit], pack: Pack) -> list[str]:
    """The ids of matches; a word of the glossary is known by itself."""
    return [pack.glossary[int(hit.id)].words[0] if hit.kind == "word" else hit.id for hit in hits]


@pytest.mark.parametrize("asked", list(RIGHT))
def test_each_search_has_the_right_row_or_place_among_the_first_three(asked: str, real_pack: Pack) -> None:
    first = ids(find(real_pack, asked).hits[:FIRST], real_pack)
    assert set(RIGHT[asked]) <= set(first), first


@pytest.mark.parametrize(("asked", "like"), [(asked, one) for asked, same in LIKE.items() for one in same])
def test_other_words_slips_and_dashes_lead_to_the_same(asked: str, like: str, real_pack: Pack) -> None:
    first = ids(find(real_pack, like).hits[:FIRST], real_pack)
    assert set(RIGHT[asked]) & set(first), first


def test_what_is_expected_stands_in_the_pack(real_pack: Pack) -> None:
    known = {*real_pack.node, *real_pack.finding, *real_pack.topic}
    known |= {word for entry in real_pack.glossary for word in entry.words}
    assert {expected for right in RIGHT.values() for expected in right} <= known


def test_a_slip_is_read_as_the_known_word_and_said(real_pack: Pack) -> None:
    found = find(real_pack, "osteotmy")
    assert found.read_as == (("osteotmy", "osteotomy"),)
    assert found.unknown == ()
    assert found.hits == find(real_pack, "osteotomy").hits


def test_two_letters_that_changed_places_are_read_right_in_a_short_word(tiny: Pack) -> None:
    assert find(tiny, "kettle").hits
    assert find(tiny, "ketlte").read_as == (("ketlte", "kettle"),)
    assert find(tiny, "thrist").read_as[0][1].startswith("thirst")


def test_the_nearest_stand_where_not_every_word_is_found_and_the_others_are_named(real_pack: Pack) -> None:
    found = find(real_pack, "osteotomy xylophone")
    assert found.unknown == ("xylophone",)
    assert found.whole == 0
    assert ids(found.hits[:1], real_pack) == ["osteotomy"]


def test_a_text_that_says_it_is_shown_with_its_section(real_pack: Pack) -> None:
    hit = next(hit for hit in find(real_pack, "MRI with stimulator").hits if hit.id == "mri")
    assert hit.section == "before"
    assert "stimulator may limit MRI" in hit.text


def test_what_a_device_means_for_a_scan_has_a_heading_of_its_own(real_pack: Pack) -> None:
    hit = next(hit for hit in find(real_pack, "MRI with stimulator").hits if hit.id == "scs_implant")
    assert hit.section == "scans"
    assert "Scans (MRI)" in card_html(real_pack, real_pack.node["scs_implant"], "living")


def test_a_paragraph_whose_figure_speaks_is_not_shown_without_it(real_pack: Pack) -> None:
    spoken = {told.text for one in searched(real_pack) for told in one.texts if not told.is_whole}
    assert spoken
    shown = {hit.text for words in RIGHT for hit in find(real_pack, words).hits}
    assert not spoken & shown


def test_every_kind_of_record_is_found_and_each_of_them_once(real_pack: Pack) -> None:
    records = searched(real_pack)
    parts = (real_pack.nodes, real_pack.topics, real_pack.glossary, real_pack.findings)
    parts = (*parts, real_pack.gaps, real_pack.claims, real_pack.sources)
    counts = [sum(record.kind == kind for record in records) for kind in KINDS]
    assert counts == [len(part) for part in parts]
    assert len({(record.kind, record.id) for record in records}) == len(records)


def test_every_place_is_found_first_by_its_own_name(real_pack: Pack) -> None:
    missed = {
        node.id: node.plain_label
        for node in real_pack.nodes
        if node.id not in ids(find(real_pack, node.plain_label).hits[:FIRST], real_pack)
    }
    assert missed == {}


def test_another_pack_is_searched_with_its_own_words(tiny: Pack) -> None:
    assert find(tiny, "leaf tea").hits
    assert not find(tiny, "osteotomy").hits
    beer = ("beer", "kettle")
    info = tiny.info.model_copy(update={"synonyms": (beer,)})
    other = tiny.model_copy(update={"info": info})
    assert [hit.id for hit in find(other, "beer").hits] == [hit.id for hit in find(other, "kettle").hits]
    assert find(tiny, "beer").unknown == ("beer",)


@given(st.text(max_size=60))
def test_no_words_break_the_search_and_none_are_found_twice(tiny: Pack, asked: str) -> None:
    found = find(tiny, asked)
    assert len(set(found.hits)) == len(found.hits)
    assert found.whole <= len(found.hits)
    assert bool(words(asked)) or not found.hits


@given(st.text())
def test_a_word_has_a_stem_that_is_never_blank_nor_longer(word: str) -> None:
    for one in words(word):
        assert 0 < len(stem(one)) <= len(one)


def test_the_longest_phrase_counts_and_small_words_only_alone() -> None:
    thesaurus = Thesaurus([["green tea", "matcha"], ["tea", "brew"]])
    assert [one.typed for one in thesaurus.wanted("the green tea")] == ["green tea"]
    assert [one.typed for one in thesaurus.wanted("the tea of the tea")] == ["tea"]
    assert [one.typed for one in thesaurus.wanted("the")] == ["the"]
    assert {"=0", "=1", "tea", "green"} <= set(thesaurus.terms("A green tea"))


def test_names_count_more_than_texts_and_whole_passages_more_than_parts() -> None:
    texts = ["a kettle", "kettle and tea", "tea"]
    index = Index([[Passage(text, 1.0)] for text in texts] + [[Passage("kettle tea", 4.0)]], ())
    assert [match.record for match in index.find("kettle tea").found][:2] == [3, 1]
    assert index.find("kettle tea").whole == {1, 3}
