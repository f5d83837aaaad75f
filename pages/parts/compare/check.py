"""The understanding check: statements to call true or false, with an answer at once and the way back."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from pages.parts.compare.steps import go_to, show_take_home
from pages.parts.compare.url import CompareUrl
from pages.shared.plain import plain
from pages.shared.templates import paragraph, rendered
from pathways.comparison import comparison
from pathways.learning.check import Statement, statements
from pathways.model import Pack

_KEY = "check_"
MOST_FIGURES = 2
"""To so many figures behind an answer a link leads; its row holds all of them."""
_ANSWERS = {"true": "True", "false": "False"}


def keep_answers() -> None:
    """Keep the answers while the reader looks at a row: Streamlit drops those of controls not drawn."""
    for key in [key for key in st.session_state if str(key).startswith(_KEY)]:
        st.session_state[key] = st.session_state[key]


def show_way_back_to_check(url: CompareUrl) -> None:
    """The way back for those who came to a row from the check."""
    if url.row and any(str(key).startswith(_KEY) for key in st.session_state):
        st.button(
            "Back to the check",
            key="way_back_to_check",
            icon=":material/arrow_back:",
            on_click=lambda: go_to("check"),
        )


def show_check(pack: Pack, url: CompareUrl) -> None:
    """The statements about the compared options; answers are forgotten when the compare page is left."""
    st.markdown(
        "Is each sentence true or false? It is a check of how well this page explains, not of you. "
        "You may skip it. Nothing is kept or sent."
    )
    found = comparison(pack, url.option_ids)
    questions = {row.id: row.question for row in found.rows}
    for number, statement in enumerate(statements(pack, found), start=1):
        with st.container(border=True):
            _show_statement(number, statement, questions[statement.row], url)
    show_take_home(url, "Next: the page to take home")


def _figures(statement: Statement) -> Markup:
    """The ways to the figures that a written sentence takes its number from."""
    ids = [told.id for told in statement.readings[:MOST_FIGURES]]
    return rendered("compare/figures.html", ids=ids) if ids else Markup("")


def _show_statement(number: int, statement: Statement, question: str, url: CompareUrl) -> None:
    # The options are part of the key, so that an answer never passes over to another comparison.
    key = f"{_KEY}{statement.id}_{'_'.join(url.option_ids)}"
    st.html(paragraph(f"{number}. {statement.text}"))
    answer = st.segmented_control(
        plain(f"{number}. {statement.text}"),
        list(_ANSWERS),
        format_func=_ANSWERS.__getitem__,
        key=key,
        label_visibility="collapsed",
    )
    if answer is None:
        return
    is_right = (answer == "true") == statement.is_true
    verdict = "Yes, that is right." if is_right else "Not quite."
    truth = f"The sentence is {'true' if statement.is_true else 'false'}."
    st.html(paragraph(f"{truth} {statement.why}", lead=verdict) + _figures(statement))
    st.button(
        plain(f"Back to the row: {question}"),
        key=f"back_{key}",
        type="tertiary",
        icon=":material/arrow_back:",
        on_click=lambda: go_to("compare", statement.row),
    )
