"""The field, how much was found, and the matches with the way to each of them."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from pages.parts.search.rows import row
from pages.parts.search.url import PAGE_OF_HITS, SearchUrl
from pages.shared.menu import SENT
from pages.shared.templates import rendered
from pages.shared.url import change_url
from pages.shared.widgets import for_example
from pathways.model import Pack
from pathways.search.everything import Found, find
from pathways.text.sentences import pluralised


def show(pack: Pack, url: SearchUrl) -> None:
    """Draw the search as the address has it."""
    _show_field(pack, url.text)
    found = find(pack, url.text)
    with st.container(key="search_told", gap=None):
        st.html(_told_html(pack, url.text, found))
        goes_on = st.session_state.pop(SENT, False)
        st.html(rendered("search/script.html", goes_on=goes_on), unsafe_allow_javascript=True)
    if found.hits:
        rows = [row(pack, hit) for hit in found.hits[: url.shown]]
        st.html(rendered("search/rows.html", rows=rows))
        _show_more(len(found.hits), url.shown)


def _show_field(pack: Pack, text: str) -> None:
    st.session_state["text"] = text
    with st.container(key="search_field"):
        st.text_input(
            "What do you look for?",
            key="text",
            type="search",
            placeholder=for_example("For example: ", pack.info.examples.finding),
            on_change=lambda: change_url(text=st.session_state["text"].strip() or None, shown=None),
        )


def _told_html(pack: Pack, text: str, found: Found) -> Markup:
    if not text:
        return rendered("search/nothing_asked.html", examples=_examples(pack))
    return rendered("search/told.html", told=told(found), found=found)


def _examples(pack: Pack) -> list[str]:
    """What a reader may try, as the pack has it for its other fields."""
    examples = pack.info.examples
    listed = (
        words.strip() for words in (examples.finding, *examples.place.split(","), *examples.claim.split(","))
    )
    return list(dict.fromkeys(filter(None, listed)))


def told(found: Found) -> str:
    """How many matches there are, in one or two sentences.

    >>> told(Found())
    'Nothing was found.'
    """
    if not found.hits:
        return "Nothing was found."
    some = len(found.hits) - found.whole
    matches = pluralised(found.whole or some, "match", "matches")
    if not found.whole:
        return f"Nothing holds all of these words. {matches} for some of them, the nearest first."
    more = f" for all words, {some:,} more for some of them" if some else ""
    return f"{matches}{more}. The best stands first."


def _show_more(total: int, shown: int) -> None:
    if shown < total:
        st.markdown(f"Shown: the first {shown:,} of {pluralised(total, 'match', 'matches')}.")
        more = min(PAGE_OF_HITS, total - shown)
        st.button(f"Show {more} more", on_click=lambda: change_url(shown=str(shown + more)))
