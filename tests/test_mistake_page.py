"""Report a mistake: every opened figure leads to a text with its id, its version and its address."""

from __future__ import annotations

import re
from html import unescape

import pytest

from pages.parts.mistake import report as reports
from pages.parts.mistake.report import report, where_to_send
from pages.parts.mistake.url import mistake_url
from pathways.exports import Links
from pathways.model import Pack
from tests.opened import html, opened, text

LINKS = Links("https://example.org/app/")


def prepared(address: str) -> str:
    (code,) = opened(address).code
    return str(code.value)


@pytest.mark.parametrize(
    "address",
    [
        "map?node=ct&part=numbers",
        "map?node=ct&part=about",
        "evidence?finding=ct-02",
        "evidence?subject=all&node=ct",
        "evidence?subject=disagreements&node=ct",
        "compare?options=carry_on,refusion",
        "guides",
        "causes_and_tests?show=tests&test=ct",
    ],
)
def test_an_opened_figure_leads_to_the_report_of_it(address: str, real_pack: Pack) -> None:
    named = re.findall(r'href="mistake\?([a-z]+)=([a-z0-9_-]+)', unescape(html(opened(address))))
    figures = {name for part, name in named if part == "finding"}
    assert figures
    assert figures <= set(real_pack.finding)


@pytest.mark.parametrize("address", ["evidence", "causes_and_tests?show=matrix"])
def test_a_closed_cell_carries_no_such_link(address: str) -> None:
    assert 'href="mistake?finding=' not in html(opened(address))


def test_the_text_names_the_figure_its_words_its_data_and_its_address(real_pack: Pack) -> None:
    finding = real_pack.finding["ct-02"]
    said = report(real_pack, finding, LINKS).text.splitlines()
    assert said[2].startswith("Figure: ct-02 (")
    assert said[3] == f"It says: {finding.plain}"
    assert f"Source: {finding.source_id}" in said
    assert "Address: https://example.org/app/evidence?finding=ct-02" in said
    info = real_pack.info
    assert f"Data: {info.title}, data version {info.version} of {info.date}" in said
    assert said.index("What is wrong:") < said.index("How you know, such as a source:")


@pytest.mark.parametrize("part", ["finding", "source", "claim", "node"])
def test_each_kind_of_thing_can_be_reported(part: str, tiny: Pack) -> None:
    names = {"finding": "tea-01", "source": "leaf_study", "claim": "poster-01", "node": "tea"}
    asked = mistake_url(tiny, {part: names[part]})
    made = report(tiny, asked.subject, LINKS)
    assert names[part] in made.text
    assert made.about in made.text
    assert "Address: https://example.org/app/" in made.text


def test_without_a_figure_the_reader_is_asked_where_it_stands() -> None:
    assert "Page and sentence:" in prepared("mistake")
    assert "Each figure has a link of its own" in text(opened("mistake"))


def test_the_page_shows_what_the_library_prepares(real_pack: Pack) -> None:
    assert "Figure: ct-02 (" in prepared("mistake?finding=ct-02")
    assert real_pack.info.version in prepared("mistake?finding=ct-02")


def test_a_pack_without_an_address_says_whom_to_tell() -> None:
    assert "give the text to the person who showed it to you" in text(opened("mistake"))


@pytest.mark.parametrize(
    "address", ["mailto:cook@example.org", "https://example.org/tea/issues/new", "https://example.org/desk"]
)
def test_an_address_of_the_pack_is_offered_and_nothing_is_sent(address: str, tiny: Pack) -> None:
    from pages.parts.mistake.view import _after_html

    made = report(tiny, tiny.finding["tea-01"], LINKS)
    send = where_to_send(address, made)
    written = unescape(_after_html(tiny, send))
    assert f'href="{send}"' in written
    assert "you send it yourself" in written
    assert "<form" not in written


def test_a_long_text_is_cut_in_a_link_and_whole_on_the_page(
    tiny: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reports, "MOST_IN_A_LINK", 20)
    made = report(tiny, tiny.finding["tea-01"], LINKS)
    assert len(made.text) > 20
    assert where_to_send("mailto:a@example.org", made).endswith("Report%20of%20a%20mistake%0A")
