"""What stands around every page: the line of warning signs, the ways to other pages, the small print."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Protocol, TypeVar, runtime_checkable

import streamlit as st
from markupsafe import Markup

from pages.shared import url
from pages.shared.boundary import boundary, tell_failure
from pages.shared.catalogue import PAGES
from pages.shared.kept import kept_html
from pages.shared.menu import show_menu
from pages.shared.packs import current_pack, last_line
from pages.shared.page_links import show_link
from pages.shared.plain import plain
from pages.shared.templates import Html, fixed, paragraph, rendered
from pages.shared.view_row import show_view_row
from pages.shared.which_pack import show_other_packs, show_which_pack
from pathways.model import Pack, PackInfo
from pathways.problems import PackError
from pathways.theme import css_of_pictures, css_variables

LINE_WITHOUT_PACK = (
    "If you feel very ill or get worse fast, get help at once. Call your emergency number. Do not wait for "
    "this page."
)
"""What stands in the line of warning signs as long as no pack could be read."""
BACK = "Back to your comparison"
BACK_TO_LIST = "Back to the list of the class"
_BASE_STYLE = Path(__file__).with_name("base.css")
_PARTS = Path(__file__).parents[1] / "parts"
_LEAD = "Warning signs."
# A picture of our own: Streamlit fetches its named icons for the browser's tab from a third party. It is sent
# as it is, because Streamlit would read and hash a file anew each time that it names the tab.
_ICON_FILE = Path(__file__).parents[2] / "static" / "favicon.png"
_ICON = f"data:image/png;base64,{b64encode(_ICON_FILE.read_bytes()).decode()}"


class PageUrl(Protocol):
    """What a page reads of its address, with sentences about what it did not understand."""

    @property
    def notes(self) -> tuple[str, ...]: ...


@runtime_checkable
class NotesBelow(Protocol):
    """The address of a page that shows its notes itself, below what cannot wait; see :func:`show_notes`."""

    @property
    def notes_stand_below(self) -> bool: ...


@runtime_checkable
class NamedView(Protocol):
    """The address of a page with several views: the name of the one that is shown, or blank."""

    @property
    def view_name(self) -> str: ...


@runtime_checkable
class CitingView(Protocol):
    """The address of a page whose views rest on sources: their ids, for whoever wants to cite them."""

    def source_ids(self, pack: Pack) -> tuple[str, ...]: ...


Read = TypeVar("Read", bound=PageUrl)

Said = str | Callable[[Pack], str]
"""Words of the app, or what makes them from words of the pack."""


@dataclass(frozen=True)
class NoParams:
    """The address of a page that reads nothing of it."""

    notes: tuple[str, ...] = ()


def no_params(pack: Pack, params: Mapping[str, str]) -> NoParams:  # noqa: ARG001 (as of every page)
    """The reader of an address without parts of its own."""
    return NoParams()


@contextmanager
def page(
    here: str, title: Said, purpose: Said, read: Callable[[Pack, Mapping[str, str]], Read]
) -> Iterator[tuple[Pack, Read]]:
    """Draw the frame around what a page draws, and hand the page the pack and its address.

    What the address names and the page does not understand is said above the page, and left out.

    The warning line and the menu stand whatever happens below them. A pack with problems is shown as a list
    of them and nothing else: half a pack would be half a truth.

    Args:
        here: the page's name in addresses, one of :data:`pages.shared.catalogue.PAGES`.
        title: its heading, which may be made from words of the pack, and so may its purpose.
        read: makes of the address what the page shows.
    """
    url.begin(here)
    pack = _show_top(here, title)
    asked = _asked(pack, here, title, purpose, read) if pack else None
    if pack and asked:
        with boundary(_named(title, pack)):
            yield pack, asked
    if pack:
        with boundary("The row of links"):
            if asked:
                show_view_row(
                    pack, here, view_title(asked, _said(title, pack)), lambda: _source_ids(pack, read)
                )
        with boundary("The small print"):
            _show_footer(pack)
    if not asked:
        st.stop()


def _source_ids(pack: Pack, read: Callable[[Pack, Mapping[str, str]], Read]) -> tuple[str, ...]:
    """The sources behind the view as its address is now: a choice on the map changes only the address."""
    asked = read(pack, url.params())
    return asked.source_ids(pack) if isinstance(asked, CitingView) else ()


def _show_top(here: str | None, title: Said) -> Pack | None:
    """What stands above every page; the pack is asked for after all that does not need it is drawn."""
    name_page(title if isinstance(title, str) else PAGES[""].menu)
    st.html(_style())
    with st.container(key="frame", gap=None):
        line = st.container(key="warning_line", horizontal=True, vertical_alignment="center", gap="small")
        show_menu(here)
    pack = _usable_pack()
    if pack and not isinstance(title, str):
        name_page(title(pack))
    with line:
        _show_line(pack)
    if pack:
        show_which_pack(pack)
    return pack


def _usable_pack() -> Pack | None:
    """The pack; if there is none, the reader is told why."""
    with boundary("The data of this app"):
        try:
            return current_pack()
        except PackError as error:
            _show_problems(error)
    return None


def _said(words: Said, pack: Pack) -> str:
    return words if isinstance(words, str) else words(pack)


def _named(title: Said, pack: Pack) -> str:
    return f"The page “{_said(title, pack)}”"


def _asked(
    pack: Pack, here: str, title: Said, purpose: Said, read: Callable[[Pack, Mapping[str, str]], Read]
) -> Read | None:
    """The head of the page, and what its address asks for; None if that could not be read."""
    said = _said(title, pack)
    with boundary(_named(title, pack)):
        _show_head(said, _said(purpose, pack))
        asked = read(pack, url.params())
        name_view(asked, said)
        if not isinstance(asked, NotesBelow):
            show_notes([*url.notes(), *asked.notes])
        if not PAGES[here].has_steps:
            _show_way_back()
        return asked
    return None


def last_resort(error: Exception) -> bool:
    """Keep a warning line and a sentence where a page fails outside its frame: in an import or a callback.

    Returns:
        Whether Streamlit should leave it at that; it must not add its own box.
    """
    with boundary("The warning line"):
        _show_top(None, "Warning signs")
    tell_failure("This page", error)
    return True


@cache
def _style() -> Html:
    """The styles of all pages as one element: a single message to the browser, whichever page is open."""
    sheets = (path.read_text(encoding="utf-8") for path in (_BASE_STYLE, *sorted(_PARTS.glob("*/style.css"))))
    colours = css_variables(":root") + css_of_pictures(".js-plotly-plot .main-svg")
    return Html(f"<style>{colours}{''.join(sheets)}</style>")


def name_page(title: str) -> None:
    """Name the browser's tab."""
    st.set_page_config(page_title=f"{title} | Pathway explorer", page_icon=_ICON, layout="wide")


def name_view(asked: PageUrl, title: str) -> None:
    """Name the browser's tab after the view of a page that has several."""
    if (whole := view_title(asked, title)) != title:
        name_page(whole)


def view_title(asked: PageUrl, title: str) -> str:
    """The name of a view and of its page; the page's alone where it has one view."""
    name = asked.view_name if isinstance(asked, NamedView) else title
    return title if name in ("", title) else f"{name} · {title}"


def _show_line(pack: Pack | None) -> None:
    """The line of warning signs, which every page has; with a pack it leads to what to do."""
    if pack is None:
        st.html(paragraph(last_line() or LINE_WITHOUT_PACK, lead=_LEAD))
        return
    st.html(_line_html(pack.info))
    show_link("warning_signs", "What to do")


def _line_html(info: PackInfo) -> Html:
    """The line in full, and in short for a phone if the pack has words for it."""
    line, short = info.warning_line, info.warning_line_short
    return fixed("frame/warning_line.html", lead=_LEAD, words=line, short=short)


def _show_head(title: str, purpose: str) -> None:
    """The title and what the page is for; the skip link lands here."""
    with st.container(key="head", gap=None):
        st.html(fixed("frame/content.html"))
        st.title(plain(title), anchor=False)
        st.markdown(plain(purpose))


def _show_way_back() -> None:
    """The ways back to a comparison that was begun, and to the list of a class."""
    if "options" in url.begun():
        with st.container(key="way_back"):
            show_link("compare", BACK, icon=":material/arrow_back:")
    if "list" in url.begun() and url.params().get("show") != "class":
        with st.container(key="way_back_to_list"):
            show_link("learn", BACK_TO_LIST, icon=":material/arrow_back:", show="class")


def _show_footer(pack: Pack) -> None:
    st.html(_footer_html(pack, date.today() > pack.info.next_review))


@kept_html
def _footer_html(pack: Pack, is_overdue: bool) -> Markup:
    return rendered("frame/footer.html", info=pack.info, is_overdue=is_overdue)


def _show_problems(error: PackError) -> None:
    st.title("The data of this app cannot be used", anchor=False)
    show_problems(error)
    show_other_packs()


def show_problems(error: PackError, then: str = "load this page again") -> None:
    """Each problem of a pack with its mend; ``then`` says what to do after mending."""
    st.html(rendered("frame/problems.html", problems=error.problems, count=error.count, then=then))


def show_notes(sentences: Sequence[str]) -> None:
    """Say what was not understood of an address, if anything, and is left out; never read as markup."""
    most = 4
    more = len(sentences) - most
    shown = [*sentences[:most], *([f"{more} more parts of the address were left out."] if more > 0 else [])]
    if shown:
        st.html(fixed("frame/notes.html", notes=tuple(shown)))
