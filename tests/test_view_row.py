"""The row at the end of every view: its link, its code, how to cite it, and how to save it."""

from __future__ import annotations

from datetime import date

import pytest
import streamlit as st

from pages.shared.catalogue import PAGES
from pages.shared.view_row import citation
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
    assert said == (
        f"Tests · Evidence. Pathway explorer: {info.title}, data version {info.version} of 21 November 2026. "
        "https://example.org/evidence (seen 1 December 2026)."
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
