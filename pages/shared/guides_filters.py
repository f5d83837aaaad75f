"""The filters of the claims: by verdict, kind, subject and place, and a search in their words."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import streamlit as st

from pages.shared.address import change_address
from pages.shared.guides_address import GuidesAddress
from pathways import claims, evidence
from pathways.model import Pack

ANY = ""


def show_filters(pack: Pack, address: GuidesAddress) -> None:
    """Draw the filters as the address has them; each change is written to the address."""
    wanted = address.wanted
    _show_verdicts(wanted.verdict)
    kind, subject, place, search = st.columns([2, 3, 4, 4], vertical_alignment="bottom")
    with kind:
        kinds = sorted({claim.kind for claim in pack.claims})
        _show_list("Kind", kinds, wanted.kind, claims.kind_label)
    with subject:
        subjects = sorted({claim.subject for claim in pack.claims}, key=claims.subject_label)
        _show_list("Subject", subjects, wanted.subject, claims.subject_label)
    with place:
        places = dict.fromkeys(home for claim in pack.claims for home in claim.homes)
        _show_list("Place", places, wanted.place, lambda home: claims.home_label(pack, home))
    with search:
        _show_search(wanted.words)


def _show_verdicts(verdict: str) -> None:
    st.session_state["verdict"] = verdict
    st.segmented_control(
        "Verdict on the claim",
        [ANY, *evidence.VERDICT_WORDS],
        format_func=lambda name: evidence.VERDICT_WORDS[name] if name else "All",
        key="verdict",
        required=True,
        wrap=True,
        on_change=lambda: change_address(verdict=st.session_state["verdict"] or None, shown=None),
    )


def _show_list(label: str, names: Iterable[str], chosen: str, words: Callable[[str], str]) -> None:
    key = label.casefold()
    st.session_state[key] = chosen
    st.selectbox(
        label,
        [ANY, *names],
        format_func=lambda name: words(name) if name else "All",
        key=key,
        on_change=lambda: change_address(**{key: st.session_state[key] or None, "shown": None}),
    )


def _show_search(words: str) -> None:
    st.session_state["search"] = words
    st.text_input(
        "Search in claims and reasons",
        key="search",
        placeholder="Type, for example: scar, screws, MRI",
        on_change=lambda: change_address(search=st.session_state["search"] or None, shown=None),
    )
