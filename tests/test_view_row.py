"""The row at the end of every view: its link, its code, how to cite it, and how to save it."""

from __future__ import annotations

import re
from datetime import date

import pytest
import streamlit as st

from pages.parts.background.url import background_url
from pages.parts.case.url import case_url
from pages.parts.causes_and_tests.url import causes_url
from pages.parts.compare.url import compare_url
from pages.parts.evidence.url import evidence_url
from pages.parts.guides.url import guides_url
from pages.parts.map.url import map_url
from pages.parts.take_home.url import take_home_url
from pages.shared.catalogue import PAGES
from pages.shared.downloads import file_name
from pages.shared.view_row import citation
from pathways.evidence import cited
from pathways.model import Pack
from tests.opened import html, opened


@pytest.mark.parametrize("page", PAGES)
def test_every_view_ends_with_the_row(page: str) -> None:
    app = opened(page)
    written = html(app)
    assert written.count('class="copy-link"') == 1
    assert written.index('class="copy-link"') < written.index('class="small-print"')


def test_a_citation_names_the_view_the_data_the_address_and_the_day(real_pack: Pack) -> None:
    info = real_pack.info
    said = citation(real_pack, "Tests · Evidence", "https://example.org/evidence", date(2026, 12, 1))
    data = f"{info.title}, data version {info.version} of {info.date:%-d %B %Y}"
    assert said == (
        f"Tests · Evidence. Pathway explorer: {data}. https://example.org/evidence (seen 1 December 2026)."
    )
    assert citation(real_pack, "About", "", date(2026, 12, 1)).endswith("Seen 1 December 2026.")


def test_what_matters_to_a_person_is_neither_cited_nor_shown_to_a_camera(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(type(st.context), "url", "https://example.org/compare")
    app = opened("compare", options="carry_on,refusion", matters="pain:a_lot")
    app.session_state["view_cite"] = True
    app.session_state["view_qr"] = True
    app.run()
    assert not app.exception
    (cited,) = app.code
    assert "https://example.org/compare?options=carry_on,refusion (seen" in cited.value
    assert "matters" not in cited.value
    assert "What matters to you is left out" in html(app)


@pytest.mark.parametrize(
    ("address", "count"),
    [
        ("evidence?subject=gaps", 0),
        *((view, None) for view in ("evidence?subject=sources", "guides", "map", "case")),
        *((f"{page}?options=carry_on,refusion", None) for page in ("compare", "take_home")),
    ],
)
def test_the_sources_behind_a_view_are_offered_for_references(address: str, count: int | None) -> None:
    app = opened(address)
    before = len(app.get("download_button"))
    app.session_state["view_cite"] = True
    app.run()
    written = html(app)
    labels = [button.label for button in app.get("download_button")]
    assert len(labels) == before + (3 if count == 0 else 5)
    assert {"BibTeX", "RIS", "CSL-JSON"} <= set(labels)
    assert ("CSV tables (zip)" in labels) is (count is None)
    if count == 0:
        assert "No source stands behind it." in written
    else:
        assert re.search(r"This view and the [1-9]\d* sources? behind it, ", written)
        assert re.search(r"Of [1-9]\d*, not everything is known", written)


def test_each_page_with_sources_gives_those_of_its_view(real_pack: Pack) -> None:
    pack = real_pack
    finding, node = pack.findings[0], pack.nodes[0]
    one = evidence_url(pack, {"finding": finding.finding_id}).source_ids(pack)
    assert one[0] == finding.source_id
    assert evidence_url(pack, {"source": finding.source_id}).source_ids(pack) == (finding.source_id,)
    assert evidence_url(pack, {"subject": "gaps"}).source_ids(pack) == ()
    assert set(evidence_url(pack, {"subject": "all"}).source_ids(pack)) == {
        finding.source_id for finding in pack.findings
    }
    assert map_url(pack, {"node": node.id}).source_ids(pack) == cited.of_place(pack, node)
    assert set(map_url(pack, {}).source_ids(pack)) == {one for edge in pack.edges for one in edge.basis}
    topic = pack.topics[0]
    assert background_url(pack, {"topic": topic.id}).source_ids(pack) == cited.of_prose(
        pack, (topic.summary, *(words for section in topic.sections for words in section.text))
    )
    options = ",".join(pack.compare.presets[0].options)
    compared = compare_url(pack, {"options": options}).source_ids(pack)
    assert compared
    assert take_home_url(pack, {"options": options}).source_ids(pack) == compared
    assert guides_url(pack, {}).source_ids(pack)
    assert causes_url(pack, {}).source_ids(pack)
    criterion = next(one for one in pack.criteria if any(name in pack.finding for name in one.basis))
    of_place = case_url(pack, {"node": criterion.nodes[0]}).source_ids(pack)
    named = [name for name in criterion.basis if name in pack.finding]
    assert {pack.finding[name].source_id for name in named} <= set(of_place)
    assert set(of_place) < set(case_url(pack, {"show": pack.node[criterion.nodes[0]].kind}).source_ids(pack))


def test_a_file_of_references_says_what_it_holds(tiny: Pack) -> None:
    assert file_name(tiny, "sources", "How often? · Evidence") == "tea-sources-how-often-evidence-0.0.1"
    assert file_name(tiny, "map", "…") == "tea-map-0.0.1"
