"""Every page through Streamlit's own test runner: it draws, frames, and answers odd addresses kindly."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import Mock

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.map import explorer
from pages.shared.catalogue import MENU, PAGES
from pages.shared.page import LINE_WITHOUT_PACK, _line_html
from pathways.map.views import whole_map
from pathways.model import Pack
from tests.opened import html, opened, page_at

ALL_PAGES = tuple(PAGES)


@pytest.mark.parametrize("page", ALL_PAGES)
def test_a_page_draws_without_an_error(page: str) -> None:
    assert not opened(page).exception


@pytest.mark.parametrize("page", ALL_PAGES)
def test_every_page_has_the_frame(page: str, real_pack: Pack) -> None:
    written = html(opened(page))
    assert real_pack.info.warning_line in written
    assert "General information, not advice about you" in written
    assert f"Data version {real_pack.info.version}" in written
    assert "Open an issue" in written


def test_the_page_of_warning_signs_begins_with_whom_to_call_and_the_one_list(real_pack: Pack) -> None:
    first = next(e.body for e in opened("warning_signs").get("html") if 'class="emergency-signs"' in e.body)
    written = html(opened("warning_signs"))
    assert real_pack.info.emergency
    assert real_pack.info.emergency.call in first
    assert written.count('class="emergency-signs"') == 1
    assert written.index("emergency-signs") < written.index('class="signs"')


def test_the_page_of_warning_signs_says_what_to_do_if_none_fits_and_does_not_reassure() -> None:
    written = html(opened("warning_signs"))
    said = written[written.index("None of these fits?") :].partition("</p>")[0]
    assert 'href="/causes_and_tests' in said or 'href="causes_and_tests' in said
    assert said.endswith("Not sure? Call.")


def test_a_sign_of_the_same_day_says_call_now_as_well(real_pack: Pack) -> None:
    for node in real_pack.nodes:
        if node.kind == "emergency" and "same day" in node.summary:
            assert "call now" in f"{node.plain_label} {node.summary}".casefold(), node.id


def test_a_pack_without_a_short_line_says_the_whole_line_on_every_screen(tiny: Pack) -> None:
    info = tiny.info.model_copy(update={"warning_line_short": ""})
    assert 'class="short"' not in _line_html(info)
    assert 'class="short"' in _line_html(tiny.info)


def test_every_node_has_a_card_in_every_part(real_pack: Pack) -> None:
    from pages.shared.node_card import parts_of

    app = page_at("map")
    for node in real_pack.nodes:
        for part in parts_of(real_pack, node):
            app.query_params["node"], app.query_params["part"] = node.id, part
            assert not app.run().exception, f"{node.id} {part}"


def test_a_choice_on_the_map_draws_and_encodes_nothing_anew(
    real_pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    encode, draw = Mock(wraps=explorer.payload), Mock(wraps=explorer.whole_map)
    monkeypatch.setattr("pages.parts.map.explorer.payload", encode)
    monkeypatch.setattr("pages.parts.map.explorer.whole_map", draw)
    sent = Mock(return_value=None)
    monkeypatch.setattr("pages.parts.map.explorer.pathway_map_component", sent)
    app = opened("map", view="whole")
    for node in real_pack.nodes[:3]:
        app.query_params["node"] = node.id
        assert not app.run().exception
    assert (encode.call_count, draw.call_count) == (1, 1)
    assert {call.args for call in sent.call_args_list} == {(explorer.payload(whole_map(real_pack)),)}


def break_pack(folder: Path) -> None:
    (folder / "gaps.csv").write_text("node_id,missing\nnowhere,Something\nelsewhere,More\n", encoding="utf-8")


@pytest.mark.parametrize("page", ALL_PAGES)
def test_a_broken_pack_shows_every_problem_under_a_warning_line_and_nothing_half(
    page: str, tiny_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_pack(tiny_folder)
    monkeypatch.setattr("pages.shared.shelf.DATA", tiny_folder)
    app = opened(page)
    assert not app.exception
    assert app.title[0].value == "The data of this app cannot be used"
    written = html(app)
    assert LINE_WITHOUT_PACK in written
    assert "nowhere" in written
    assert "elsewhere" in written
    assert "General information" not in written
    assert len(app.get("page_link")) == len(MENU) + 1  # and the search


def test_the_line_of_the_last_good_pack_stands_above_a_broken_one(
    tiny_folder: Path, tiny: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pages.shared.shelf.DATA", tiny_folder)
    monkeypatch.setattr("pages.shared.packs.CHECKED_EVERY", 0.0)
    assert tiny.info.warning_line in html(opened("map"))
    break_pack(tiny_folder)
    written = html(opened("map"))
    assert "elsewhere" in written
    assert tiny.info.warning_line in written


# For each page, something that it calls below its frame, and in one case while it reads its address.
BELOW = {
    "": "pages.parts.start.reading.prose_html",
    "map": "pages.parts.map.explorer._show_choices",
    "compare": "pages.parts.compare.options.show_options",
    "case": "pages.parts.case.first.show_first",
    "causes_and_tests": "pages.parts.causes_and_tests.url.causes_url",
    "evidence": "pages.parts.evidence.view.show",
    "guides": "pages.parts.guides.claims.show_claims",
    "background": "pages.parts.background.topic.topic_html",
    "learn": "pages.parts.learn.exercises.show_guesses",
    "about": "pages.shared.page._show_footer",
    "warning_signs": "pages.shared.prose_html.list_html",
    "scorecard": "pages.parts.scorecard.rows.show_counts",
    "search": "pages.parts.search.view.show",
    "take_home": "pages.parts.take_home.choices.show_options",
    "what_is_new": "pages.parts.what_is_new.view.by_reason",
    "mistake": "pages.parts.mistake.report.report",
}


@pytest.mark.page_fails
@pytest.mark.parametrize("page", ALL_PAGES)
def test_the_warning_line_and_the_menu_stand_above_whatever_fails(
    page: str, real_pack: Pack, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(BELOW[page], Mock(side_effect=RuntimeError("a secret of the machine")))
    app = opened(page)
    written = html(app)
    assert not app.exception
    assert real_pack.info.warning_line in written
    assert len(app.get("page_link")) > len(MENU)
    assert "could not be shown in full" in written
    assert "secret" not in written
    assert "a secret of the machine" in caplog.text


@pytest.mark.page_fails
def test_the_map_that_fails_takes_away_nothing_but_itself(
    real_pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pages.parts.map.explorer._drawn", Mock(side_effect=RuntimeError))
    app = opened("map")
    written = html(app)
    assert not app.exception
    assert "The map could not be shown in full" in written
    assert real_pack.info.warning_line in written
    assert "General information" in written
    assert app.segmented_control


@pytest.mark.page_fails
def test_a_pack_that_fails_in_a_way_nobody_thought_of_leaves_a_warning_line(
    tiny_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pages.shared.shelf.DATA", tiny_folder)
    monkeypatch.setattr("pages.shared.page.current_pack", Mock(side_effect=RuntimeError))
    app = opened("map")
    assert not app.exception
    assert LINE_WITHOUT_PACK in html(app)
    assert "The data of this app could not be shown in full" in html(app)


def stop_and_rerun() -> None:
    import streamlit as st

    from pages.shared.boundary import boundary

    if "again" not in st.session_state:
        with boundary("This"):
            st.session_state["again"] = True
            st.rerun()
    st.markdown("once more")
    with boundary("This"):
        st.stop()
    st.markdown("never")


def test_a_boundary_lets_stops_and_reruns_pass() -> None:
    app = AppTest.from_function(stop_and_rerun).run()
    assert [element.value for element in app.markdown] == ["once more"]
    assert not app.get("html")


def fail_outside_the_frame() -> None:
    from pages.shared.page import last_resort

    assert last_resort(RuntimeError("a secret of the machine"))


@pytest.mark.page_fails
def test_what_fails_outside_the_frame_leaves_a_warning_line(
    tiny: Pack, tiny_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pages.shared.shelf.DATA", tiny_folder)
    monkeypatch.setattr("pages.shared.page.show_menu", Mock())  # its links need the app around them
    written = html(AppTest.from_function(fail_outside_the_frame).run())
    assert tiny.info.warning_line in written
    assert "This page could not be shown in full" in written
    assert "secret" not in written


def test_a_very_long_list_of_problems_is_cut_and_its_rest_is_counted(
    tiny_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tiny_folder / "gaps.csv").open("a", encoding="utf-8") as gaps:
        gaps.write("nowhere,All of it,All.\n" * 237)
    monkeypatch.setattr("pages.shared.shelf.DATA", tiny_folder)
    written = html(opened("map"))
    assert "237 problems must be mended first" in written
    assert written.count("is not a node.") == 200
    assert "and 37 more" in written


def test_a_review_that_is_overdue_is_said_on_the_page(
    tiny_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack_file = tiny_folder / "pack.yaml"
    (tiny_folder / "changes.csv").unlink()
    lines = pack_file.read_text(encoding="utf-8").splitlines()
    dates = {"date:": "date: 2020-01-01", "next_review:": "next_review: 2020-06-01"}
    mended = [next((new for old, new in dates.items() if line.startswith(old)), line) for line in lines]
    pack_file.write_text("\n".join(mended), encoding="utf-8")
    monkeypatch.setattr("pages.shared.shelf.DATA", tiny_folder)
    assert "has not been done" in html(opened("about"))
