"""What a person chooses for the sheet: the options, the questions, and words of their own."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from pages.parts.take_home.url import TakeHomeUrl, side_by_side
from pages.shared.plain import plain
from pages.shared.templates import fixed, paragraph
from pages.shared.url import change_url
from pathways.model import Node, Pack
from pathways.model.vocabulary import WEIGHT_LABELS
from pathways.sheet import AGREED, MOST_OPTIONS, Person

MOST_LETTERS = 1500
"""How much a person can write into one box: more would not fit on paper."""

KEPT_NOWHERE = (
    "What you tick and write here is not kept. It is gone when you leave this page. Please write no name, "
    "and no number that tells who you are."
)

ON_THE_SHEET = "Your words stand on the sheet now."


def show_options(pack: Pack, url: TakeHomeUrl) -> None:
    """The options beside the first one; a change is written to the address."""
    first, *others = url.options
    st.session_state["beside"] = [node.id for node in others]
    choices = [node.id for node in pack.nodes if node.kind == "option" and node.id != first.id]
    st.multiselect(
        f"Choices beside “{plain(first.plain_label)}” (up to {MOST_OPTIONS - 1})",
        choices,
        format_func=lambda option: pack.node[option].plain_label,
        max_selections=MOST_OPTIONS - 1,
        placeholder="Add a choice",
        key="beside",
        on_change=_change_options,
    )


def _change_options() -> None:
    change_url(options=",".join(st.session_state["beside"]) or None, decision=None)


def ask_person(url: TakeHomeUrl) -> Person:
    """Ask for questions and notes; none of it leaves this page."""
    _show_matters(url)
    st.header("My questions", anchor=False)
    st.markdown("Tick what you want to ask. It goes onto the sheet at once.")
    with st.container(key="take_home_questions"):
        ticked = [question for option in url.options for question in _ticked(option)]
    # A form: what is being typed reaches the sheet when the person says so, and not half of it before.
    with st.form("person", border=False):
        written = st.text_area("Questions of my own, one on each line", key="own", max_chars=MOST_LETTERS)
        agreed = st.text_area(f"{AGREED}, to print", key="agreed", max_chars=MOST_LETTERS)
        noted = st.text_area(
            "My notes, to print. There are lines to write on too.", key="notes", max_chars=MOST_LETTERS
        )
        st.markdown(KEPT_NOWHERE)
        if st.form_submit_button("Put my words on the sheet"):
            st.markdown(ON_THE_SHEET)
    matters = tuple((matter.id, weight) for matter, weight in url.matters)
    lines = (line.strip() for line in written.splitlines())
    questions = tuple(dict.fromkeys([*ticked, *filter(None, lines)]))
    return Person(matters, questions, agreed.strip(), noted.strip())


def _ticked(option: Node) -> list[str]:
    with st.container(gap="small"):
        st.html(paragraph("", lead=option.plain_label))
        return [
            f"{option.plain_label}: {question}"
            for place, question in enumerate(option.questions)
            if st.checkbox(plain(question), key=f"ask_{option.id}_{place}")
        ]


def _show_matters(url: TakeHomeUrl) -> None:
    st.header("What matters to me", anchor=False)
    said = tuple((matter.label, WEIGHT_LABELS[weight]) for matter, weight in url.matters)
    st.html(fixed("take_home/matters.html", said=said))
    words = (
        "Change this, and see all figures side by side"
        if said
        else "Mark it, and see all figures side by side"
    )
    st.html(Markup('<p><a href="{}">{}</a></p>').format(side_by_side(url), words))
