"""The sheet on screen as it will print, and its three ways home: PDF, HTML and plain text."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import streamlit as st

from pages.parts.take_home.url import TakeHomeUrl
from pages.shared.decision_steps import here_without_matters
from pages.shared.downloads import show_file
from pages.shared.packs import cached_by_pack
from pages.shared.summary_sheet import summary_sheet
from pages.shared.templates import Html, rendered
from pathways import sheet
from pathways.model import Pack
from pathways.sheet import Person, Sheet

MOST_LETTERS_NAMED = 20
"""How many letters that the PDF cannot print are named one by one."""


class Faces(NamedTuple):
    """A sheet with its faces on the screen, and the letters that its PDF cannot print."""

    sheet: Sheet
    body: Html
    text: str
    letters: tuple[str, ...]


def show_sheet(pack: Pack, url: TakeHomeUrl, person: Person) -> None:
    """Draw the downloads and the sheet itself."""
    made = _faces(pack, url, person)
    st.header("The sheet", anchor=False)
    _show_downloads(pack, made)
    with st.container(key="take_home_paper", border=True):
        st.html(made.body)
    with st.expander("The same as plain text, to copy into a record"):
        st.code(made.text, language=None, wrap_lines=True)


def _faces(pack: Pack, url: TakeHomeUrl, person: Person) -> Faces:
    """The sheet of an address is kept for everybody; one with a person's own words is kept nowhere."""
    if person == Person(person.matters):
        return _faces_of_address(pack, url, here_without_matters(url.shared), date.today())
    return _made(pack, url, person)


@cached_by_pack(100)
def _faces_of_address(pack: Pack, url: TakeHomeUrl, address: str, day: date) -> Faces:  # noqa: ARG001 (both stand on it)
    return _made(pack, url, Person(tuple((matter.id, weight) for matter, weight in url.matters)))


def _made(pack: Pack, url: TakeHomeUrl, person: Person) -> Faces:
    made = summary_sheet(pack, url.options, url.preset, url.shared, person)
    return Faces(made, Html(sheet.body(made)), sheet.text(made), sheet.letters_not_in_pdf(made))


def _show_downloads(pack: Pack, faces: Faces) -> None:
    made = faces.sheet
    name = f"my-page-to-take-home-{pack.info.version}"
    with st.container(key="take_home_downloads", horizontal=True):
        show_file(pack, "sheet.pdf", lambda: made, name)
        show_file(pack, "sheet-large.pdf", lambda: made, f"{name}-large")
        show_file(pack, "sheet.html", lambda: made, name)
        show_file(pack, "sheet.txt", lambda: made, name)
    if faces.letters:
        st.html(rendered("take_home/letters.html", letters=faces.letters, most=MOST_LETTERS_NAMED))
