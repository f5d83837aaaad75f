"""What matters to a person: a weight for each matter by buttons, and what is known of it for each option."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages.parts.compare.steps import show_onward
from pages.parts.compare.table import show_matter_rows
from pages.parts.compare.url import CompareUrl
from pages.shared.option_params import matters_parameter
from pages.shared.plain import plain
from pages.shared.templates import paragraph
from pages.shared.url import change_url
from pathways.model import Pack, Preference
from pathways.model.vocabulary import WEIGHT_LABELS

_KINDS = {"outcome": "What you may hope for", "burden": "What you may want to avoid"}


def show_matters(pack: Pack, url: CompareUrl) -> None:
    """The buttons, then a row for each matter that has a weight."""
    st.markdown(
        "How much does each of these matter to you? There is no right answer, and no score comes out. "
        "**Nothing is kept.** Your answers stand in the address of this page only. Whoever you give the "
        "link to can see them."
    )
    for kind, heading in _KINDS.items():
        st.header(heading, anchor=False)
        _show_buttons([matter for matter in pack.compare.matters if matter.kind == kind], url)
    if url.matters:
        st.button("Clear all answers", on_click=lambda: change_url(matters=None))
    if set(url.matters.values()) <= {"not"}:
        st.markdown("Choose what matters, and this page shows what is known of it for each choice.")
    else:
        st.header("What is known of what matters to you", anchor=False)
        show_matter_rows(pack, url)
    show_onward("check", "Next: check what you have read")


def _show_buttons(matters: Sequence[Preference], url: CompareUrl) -> None:
    with st.container(key=f"compare_weights_{matters[0].kind}", horizontal=True, gap="medium"):
        for matter in matters:
            _show_weight(matter, url)


def _show_weight(matter: Preference, url: CompareUrl) -> None:
    key = f"matter_{matter.id}"
    st.session_state[key] = url.matters.get(matter.id)

    def change() -> None:
        weights = {**url.matters, matter.id: st.session_state[key]}
        said = {name: weight for name, weight in weights.items() if weight}
        change_url(matters=matters_parameter(said))

    with st.container(width=300, gap=None):
        st.html(paragraph(matter.plain, lead=f"{matter.label}."))
        st.segmented_control(
            plain(f"{matter.label}. {matter.plain}"),
            list(WEIGHT_LABELS),
            format_func=lambda weight: WEIGHT_LABELS[weight].capitalize(),
            key=key,
            label_visibility="collapsed",
            on_change=change,
        )
