"""Every page through Streamlit's own test runner: it draws, frames, and answers odd addresses kindly."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.shared.frame import PAGES, WARNING_PAGE
from pathways.model import Pack

ROOT = Path(__file__).parents[1]
ALL_PAGES = [*PAGES, WARNING_PAGE]


def run(page: str, **parameters: str) -> AppTest:
    """The page as it is after a first run with these parts in its address."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=20)
    for key, value in parameters.items():
        app.query_params[key] = value
    return (app if page == "app.py" else app.switch_page(page)).run()


def html(app: AppTest) -> str:
    """All that the page wrote as HTML or Markdown."""
    return "\n".join([*(element.body for element in app.get("html")), *(m.value for m in app.markdown)])


@pytest.mark.parametrize("page", ALL_PAGES)
def test_a_page_draws_without_an_error(page: str) -> None:
    assert not run(page).exception


@pytest.mark.parametrize("page", ALL_PAGES)
def test_every_page_has_the_frame(page: str, real_pack: Pack) -> None:
    written = html(run(page))
    assert real_pack.info.warning_line in written
    assert "General information, not advice about you" in written
    assert f"Data version {real_pack.info.version}" in written
    assert "Open an issue" in written


@pytest.mark.parametrize(
    ("page", "parameters"),
    [
        ("pages/map.py", {"node": "nowhere"}),
        ("pages/map.py", {"box": "nowhere"}),
        ("pages/map.py", {"view": "nowhere"}),
        ("pages/map.py", {"node": "ct", "part": "nowhere"}),
        ("pages/map.py", {"view": "route", "from": "nowhere"}),
        ("pages/map.py", {"view": "route", "to": "<script>"}),
        ("pages/map.py", {"view": "around", "around": "nowhere"}),
        ("pages/background.py", {"topic": "nowhere"}),
    ],
)
def test_an_unknown_name_in_the_address_gets_one_sentence_and_a_way_back(
    page: str, parameters: dict[str, str]
) -> None:
    app = run(page, **parameters)
    assert not app.exception
    assert "There is no" in html(app)
    assert "General information" in html(app)


def test_every_node_has_a_card_in_every_part(real_pack: Pack) -> None:
    from pages.shared.card import parts_of

    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=20).switch_page("pages/map.py")
    for node in real_pack.nodes:
        for part in parts_of(real_pack, node):
            app.query_params["node"], app.query_params["part"] = node.id, part
            assert not app.run().exception, f"{node.id} {part}"


def test_a_broken_pack_shows_every_problem_and_nothing_half(
    tiny_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tiny_folder / "gaps.csv").write_text(
        "node_id,missing\nnowhere,Something\nelsewhere,More\n", encoding="utf-8"
    )
    monkeypatch.setattr("pages.shared.packs.PACK_FOLDER", tiny_folder)
    app = run("pages/map.py")
    assert not app.exception
    assert app.title[0].value == "The data of this app cannot be used"
    assert "nowhere" in html(app)
    assert "elsewhere" in html(app)
    assert "General information" not in html(app)


def test_a_very_long_list_of_problems_is_cut_and_its_rest_is_counted(
    tiny_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tiny_folder / "gaps.csv").open("a", encoding="utf-8") as gaps:
        gaps.write("nowhere,All of it,All.\n" * 237)
    monkeypatch.setattr("pages.shared.packs.PACK_FOLDER", tiny_folder)
    written = html(run("pages/map.py"))
    assert "237 problems must be mended first" in written
    assert written.count("is not a node.") == 200
    assert "and 37 more" in written


def test_a_review_that_is_overdue_is_said_on_the_page(
    tiny_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack_file = tiny_folder / "pack.yaml"
    lines = pack_file.read_text(encoding="utf-8").splitlines()
    dates = {"date:": "date: 2020-01-01", "next_review:": "next_review: 2020-06-01"}
    mended = [next((new for old, new in dates.items() if line.startswith(old)), line) for line in lines]
    pack_file.write_text("\n".join(mended), encoding="utf-8")
    monkeypatch.setattr("pages.shared.packs.PACK_FOLDER", tiny_folder)
    assert "has not been done" in html(run("pages/about.py"))
