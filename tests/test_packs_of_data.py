"""Every pack that lies in the data folder: it obeys the rules, draws every page, and says what it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pages.shared.catalogue import PAGES
from pages.shared.node_card import parts_of
from pathways.loading import load_pack
from pathways.model import Pack
from tests.opened import html, opened, page_at, text
from tests.test_second_pack import OF_OTHER_PACKS, SHIPPED_WORDS
from tests.test_text_is_text import sent

DATA = Path(__file__).parents[1] / "data"
FOLDERS = sorted(path for path in DATA.iterdir() if path.is_dir())
TEACHING = "garden_tap"
VIEWS = (
    *(page for page in PAGES if page not in OF_OTHER_PACKS),
    *("map?view=whole", "map?view=route&from=drip&to=new_tap", "map?view=around&around=dry_cloth"),
    *(
        "compare?options=bucket,new_washer",
        "compare?options=bucket,tighten&step=matters",
        "search?text=washer",
    ),
    *("causes_and_tests?show=tests", "background?topic=words", "take_home?options=bucket,new_washer"),
)


@pytest.fixture(scope="module")
def teaching() -> Pack:
    return load_pack(DATA / TEACHING)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_pack_of_the_data_obeys_every_rule(folder: Path) -> None:
    assert load_pack(folder).info.id == folder.name


def test_the_pack_for_teaching_has_every_kind_of_place_and_no_figure(teaching: Pack) -> None:
    kinds = {node.kind for node in teaching.nodes}
    assert kinds == {"question", "step", "test", "cause", "option", "outcome", "emergency"}
    assert 10 <= len(teaching.nodes) <= 14
    assert (teaching.findings, teaching.sources) == ((), ())
    digits = [
        p.name
        for p in (DATA / TEACHING / "nodes").iterdir()
        if re.search(r"\d", p.read_text(encoding="utf-8"))
    ]
    assert digits == []


@pytest.mark.parametrize("view", VIEWS)
def test_every_page_of_it_is_drawn_says_that_it_is_for_teaching_and_tells_of_nothing_else(view: str) -> None:
    app = opened(view, pack=TEACHING)
    written = text(app)
    assert "could not be shown" not in written
    assert "You see the pathway <strong>“A dripping tap (for teaching)”</strong>" in written
    assert "For teaching: this is about a tap and not about health." in written
    assert "This pathway is for teaching and is not about health." in written
    said = " ".join(words for _, words in sent(app) if "<style>" not in words)
    assert sorted({match[0] for match in SHIPPED_WORDS.finditer(said)}) == []


def test_every_part_of_every_card_of_it_is_drawn(teaching: Pack) -> None:
    app = page_at("map")
    app.query_params["pack"] = TEACHING
    for node in teaching.nodes:
        for part in parts_of(teaching, node):
            app.query_params["node"], app.query_params["part"] = node.id, part
            assert "could not be shown" not in html(app.run()), (node.id, part)


def test_about_names_both_pathways_and_the_usual_one_says_nothing_of_the_other_elsewhere(
    teaching: Pack,
) -> None:
    about = text(opened("about"))
    assert f'href=".?pack={TEACHING}"' in about
    assert teaching.info.title in about
    for page in ("", "map", "compare", "warning_signs"):
        assert teaching.info.title not in text(opened(page))
