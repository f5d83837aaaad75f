"""axe-core finds nothing to object to, in light and in dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from pathways.theme import DARK, LIGHT

pytestmark = pytest.mark.browser

PLACES = (
    "/",
    "/map",
    "/map?node=scs_implant&part=numbers",
    "/map?view=route&from=pseudarthrosis&to=refusion&part=next",
    "/map?view=whole&node=mri&part=unknown",
    "/map?node=other_neuromodulation&part=happens",
    "/background",
    "/warning_signs",
    "/evidence",
    "/evidence?show=pictures&subject=how_often",
    "/evidence?finding=osteotomy-05",
    "/causes_and_tests",
    "/causes_and_tests?show=tests&test=ct",
    "/case",
    "/case?case=fever:yes,metalwork:loose&show=option&node=refusion",
    "/guides",
    "/learn",
    "/learn?show=claims",
    "/learn?show=quiz",
    "/learn?show=walk",
    "/learn?show=contested",
    "/learn?show=unknown",
    "/learn?show=class&list=place:ct,case:two_loose_screws,quiz:4:3&told=yes",
    "/learn?show=walk&case=two_loose_screws&trail=red_flag_check,history_and_exam,xray&number=3",
    "/compare?options=carry_on,refusion",
    "/take_home?options=carry_on,refusion",
    "/scorecard",
    "/about",
    "/what_is_new",
    "/mistake?finding=ct-02",
)


@pytest.mark.parametrize("place", PLACES)
def test_a_page_has_no_violations_in_light_nor_in_dark(
    app: str, open_page: Callable[..., Page], place: str
) -> None:
    page = open_page(f"{app}{place}")
    expect(page.get_by_text("General information, not advice about you").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    for theme, paper in (("light", LIGHT.paper), ("dark", DARK.paper)):
        page.emulate_media(color_scheme=theme)
        expect(page.get_by_test_id("stApp")).to_have_css("background-color", rgb(paper))
        results = Axe().run(page)
        assert not results.response["violations"], f"{theme}: {results.generate_report()}"


def rgb(colour: str) -> str:
    """A colour as a browser computes it.

    >>> rgb("#11181B")
    'rgb(17, 24, 27)'
    """
    return f"rgb({', '.join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))})"
