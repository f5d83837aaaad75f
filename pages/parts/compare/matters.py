"""What matters to a person: a weight for each matter by buttons, and what is known of it for each option."""

from __future__ import annotations

import streamlit as st

from pages.parts.compare.steps import show_onward
from pages.parts.compare.table import show_matter_rows
from pages.parts.compare.url import CompareUrl
from pages.shared.option_params import matters_parameter
from pages.shared.plain import plain
from pages.shared.templates import fixed, paragraph
from pages.shared.url import change_url
from pathways.model import Pack, Preference
from pathways.model.vocabulary import WEIGHT_LABELS

_KINDS = {"outcome": "What you may hope for", "burden": "What you may want to avoid"}


def show_matters(pack: Pack, url: CompareUrl) -> None:
    """The buttons, and beside them a row for each matter that has a weight."""
    st.markdown(
        "How much does each of these matter to you? There is no right answer, and no score comes out. "
        "**Nothing is kept.** Your answers stand in the address of this page only. Whoever you give the "
        "link to can see them."
    )
    answers, result = st.columns([1, 2], gap="medium")
    with answers:
        _show_answers(pack, url)
    with result, st.container(key="compare_result", gap="small"):
        _show_result(pack, url)
    show_onward("check", "Next: check what you have read")


def _show_answers(pack: Pack, url: CompareUrl) -> None:
    with st.container(key="compare_answers"):
        for kind, heading in _KINDS.items():
            st.subheader(heading, anchor=False)
            for matter in pack.compare.matters:
                if matter.kind == kind:
                    _show_weight(matter, url)
        if url.matters:
            st.button("Clear all answers", on_click=lambda: change_url(matters=None))
            st.html(fixed("compare/to_result.html", count=len(url.matters)))


def _show_result(pack: Pack, url: CompareUrl) -> None:
    if set(url.matters.values()) <= {"not"}:
        st.html(fixed("compare/no_result.html"))
    else:
        st.html(fixed("compare/result_head.html"))
        show_matter_rows(pack, url)


def _show_weight(matter: Preference, url: CompareUrl) -> None:
    key = f"matter_{matter.id}"
    st.session_state[key] = url.matters.get(matter.id)

    def change() -> None:
        weights = {**url.matters, matter.id: st.session_state[key]}
        said = {name: weight for name, weight in weights.items() if weight}
        change_url(matters=matters_parameter(said))

    with st.container(gap=None):
        st.html(paragraph(matter.plain, lead=f"{matter.label}."))
        st.segmented_control(
            plain(f"{matter.label}. {matter.plain}"),
            list(WEIGHT_LABELS),
            format_func=lambda weight: WEIGHT_LABELS[weight].capitalize(),
            key=key,
            label_visibility="collapsed",
            on_change=change,
        )
