"""Which pathway is shown, said on every page of one that is not the usual one, and the ways to the others."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from pages.shared.kept import kept_html
from pages.shared.opened import Opened, close_pack, opened
from pages.shared.packs import all_packs
from pages.shared.shelf import shelf
from pages.shared.templates import fixed, rendered
from pages.shared.url import pack_asked, to_pack
from pathways.model import Pack
from pathways.problems import PackError

BACK = "Close it and go back"


def show_which_pack(pack: Pack) -> None:
    """A line that names the pathway; nothing for the usual one."""
    if one := opened():
        _show_opened(one)
    elif pack_asked():
        st.html(_named_html(pack))


def _show_opened(one: Opened) -> None:
    """What is open in this window, what that means, and the way back."""
    with st.container(key="which_pack", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(fixed("frame/opened.html", title=one.pack.info.title, file=one.file))
        st.button(BACK, key="close_pack", on_click=_close)
    st.html(fixed("frame/stay.html"), unsafe_allow_javascript=True)


def _close() -> None:
    """The address is of the pack that is closed, and would mean nothing to another."""
    close_pack()
    st.query_params.clear()


@kept_html
def _named_html(pack: Pack) -> Markup:
    return rendered("frame/named_pack.html", title=pack.info.title)


def show_other_packs() -> None:
    """Links to every pathway of this app, if there are several, each with what it is or what is wrong."""
    if len(shelf().packs) > 1 or shelf().refused:
        st.html(_packs_html(listed()))


@kept_html
def _packs_html(packs: tuple[Listed, ...]) -> Markup:
    return rendered("frame/packs.html", packs=packs)


@dataclass(frozen=True)
class Listed:
    """A pathway of this app as the list tells it; ``href`` is where it opens, ``fault`` why it cannot."""

    title: str
    href: str = ""
    about: str = ""
    fault: str = ""
    is_here: bool = False


def listed() -> tuple[Listed, ...]:
    """Each pathway of this app, and each folder that could be none."""
    here = "" if opened() else pack_asked() or shelf().default
    packs = [_listed(name, found, is_here=name == here) for name, found in all_packs().items()]
    return (*packs, *(Listed(one.file, fault=str(one)) for one in shelf().refused))


def _listed(name: str, found: Pack | PackError, *, is_here: bool) -> Listed:
    href = to_pack(shelf().named(name))
    if isinstance(found, Pack):
        version = f"version {found.info.version} of {found.info.date:%-d %B %Y}"
        return Listed(found.info.title, href, version, is_here=is_here)
    return Listed(name, href, fault=_told(found), is_here=is_here)


def _told(error: PackError) -> str:
    return f"It cannot be shown: {error.count}. The first: {error.problems[0]}"
