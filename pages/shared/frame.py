"""What stands around every page: the line of warning signs, the ways to other pages, the small print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path

import streamlit as st

from pages.shared.packs import the_pack
from pages.shared.templates import rendered
from pathways.model import Pack
from pathways.problems import PackError

PAGES = {
    "app.py": "Start",
    "pages/map.py": "Map",
    "pages/compare.py": "Compare",
    "pages/causes_and_tests.py": "Causes and tests",
    "pages/evidence.py": "Evidence",
    "pages/guides.py": "Guides, checked",
    "pages/background.py": "Background",
    "pages/about.py": "About",
}
"""The pages of the menu with their names, in order."""

# A link to the page one is on keeps its address, unless it names another one.
_BEGINNING = {"pages/map.py": {"view": "net"}}
WARNING_PAGE = "pages/warning_signs.py"
_STYLE = Path(__file__).with_name("style")
# A picture of our own: Streamlit fetches its named icons for the browser's tab from a third party.
_ICON = Path(__file__).parents[2] / "static" / "favicon.png"


@contextmanager
def page(title: str, purpose: str) -> Iterator[Pack]:
    """Draw the frame of a page around what the page draws, and hand it the pack.

    A pack with problems is shown as a list of them and nothing else: half a pack would be half a truth.
    """
    name_page(title)
    st.html(_style())
    try:
        pack = the_pack()
    except PackError as error:
        _show_problems(error)
        st.stop()
    _header(pack)
    st.title(title, anchor=False)
    st.markdown(purpose)
    yield pack
    _footer(pack)


@cache
def _style() -> str:
    """The styles of all pages as one element: a single message to the browser, whichever page is open."""
    base = _STYLE / "base.css"
    others = sorted(path for path in _STYLE.glob("*.css") if path != base)
    sheets = (path.read_text(encoding="utf-8") for path in (base, *others))
    return f"<style>{''.join(sheets)}</style>"


def name_page(title: str) -> None:
    """Name the browser's tab."""
    st.set_page_config(page_title=f"{title} | Pathway explorer", page_icon=_ICON, layout="wide")


def _header(pack: Pack) -> None:
    with st.container(key="warning_line"):
        words, way = st.columns([8, 1], vertical_alignment="center")
        words.markdown(f"**Warning signs.** {pack.info.warning_line}")
        way.page_link(WARNING_PAGE, label="What to do")
    with st.container(key="menu", horizontal=True, gap="small"):
        for path, name in PAGES.items():
            st.page_link(path, label=name, query_params=_BEGINNING.get(path))


def _footer(pack: Pack) -> None:
    is_overdue = date.today() > pack.info.next_review
    st.html(rendered("frame/footer.html", info=pack.info, is_overdue=is_overdue))


def _show_problems(error: PackError) -> None:
    st.title("The data of this app cannot be used", anchor=False)
    st.html(rendered("frame/problems.html", problems=error.problems))


def notes(sentences: Sequence[str]) -> None:
    """Say what was not understood of an address, if anything, and is left out; never read as markup."""
    most = 4
    more = len(sentences) - most
    shown = [*sentences[:most], *([f"{more} more parts of the address were left out."] if more > 0 else [])]
    if shown:
        st.html(rendered("frame/notes.html", notes=shown))


def unknown(sentence: str) -> None:
    """Say in one sentence that an address names something that is not there, and offer the way back.

    The sentence repeats words of the address, so it is never read as markup. The way back is an ordinary
    link: it loads the page without the rest of the address.
    """
    st.html(rendered("frame/unknown.html", sentence=sentence))
