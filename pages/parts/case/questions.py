"""The questions on a case: warning signs first, then a short form, and more when they are asked for.

"Not known" is where each begins and an answer always. Every control is set from the address on every run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal

import streamlit as st

from pages.parts.case.url import CaseUrl, Values, case_words, change_case, groups
from pages.shared.plain import plain
from pages.shared.templates import fixed
from pages.shared.url import change_url
from pathways.criteria import CaseReading
from pathways.criteria.answers import UNREAD
from pathways.criteria.reading import Sign, is_asked, signs
from pathways.model import Fact, Pack

NOT_KNOWN = ""
NOT_KNOWN_WORDS = "Not known"
NO_CASE = ""
MADE_UP = "Fill in a made-up case"
CLEAR = "Clear the case"
WIPES = (
    "An emergency is lit. This takes away the answers that lit it. The browser's way back brings them again."
)
MOST_IN_A_ROW = 2
"""With so many answers beside "Not known", they stand in a row; more stand in a list."""


def show_questions(reading: CaseReading, url: CaseUrl) -> None:
    """All questions of the short form, and those of one group more."""
    pack = reading.pack
    st.html(fixed("case/privacy.html"))
    if pack.cases:
        with _asked_twice(MADE_UP, reading):
            _show_made_up_cases(pack)
    _show_signs(pack, url)
    asked_first = {sign.fact.fact_id for sign in signs(pack)}
    for fact in pack.facts:
        if fact.form == "short" and fact.fact_id not in asked_first:
            _show_fact(pack, url, fact)
    _show_more(pack, url)
    with _asked_twice(CLEAR, reading):
        st.button(CLEAR, key="clear", on_click=lambda: change_url(case=None, data=None, node=None))


@contextmanager
def _asked_twice(words: str, reading: CaseReading) -> Iterator[None]:
    """What takes a case away lies one step deeper while an emergency is lit, and says what it takes away."""
    if not (reading.emergencies or reading.unread):
        yield
        return
    with st.popover(words):
        st.markdown(WIPES)
        yield


def _show_made_up_cases(pack: Pack) -> None:
    """A made-up case fills the form; each is a link like any other."""
    st.session_state["made_up"] = NO_CASE

    def fill() -> None:
        if chosen := st.session_state["made_up"]:
            values = {name: (value,) for name, value in pack.case[chosen].facts.items()}
            change_url(**case_words(pack, values), node=None)

    st.selectbox(
        MADE_UP,
        [NO_CASE, *(case.id for case in pack.cases)],
        format_func=lambda name: pack.case[name].title if name else "None",
        key="made_up",
        on_change=fill,
    )


def _show_signs(pack: Pack, url: CaseUrl) -> None:
    """Each sign that is there is chosen; the others are not known until it is said that none of them is."""
    offered = {sign.fact.fact_id: sign for sign in signs(pack)}
    if not offered:
        return
    given = url.answers.possible
    st.session_state["signs"] = [
        name for name, sign in offered.items() if _is_there(sign, given.get(name, ()))
    ]
    with st.container(key="case_signs"):
        st.pills(
            "Warning signs: choose each that is there, new or getting worse. Not sure? Choose it.",
            list(offered),
            selection_mode="multi",
            format_func=lambda name: plain(offered[name].fact.clinical_label),
            key="signs",
            on_change=lambda: change_case(pack, _chosen(offered)),
        )
        st.button(
            "None of the others is there: all were asked for",
            key="no_other_sign",
            disabled=all(
                name in url.answers.known or _is_there(sign, given.get(name, ()))
                for name, sign in offered.items()
            ),
            on_click=lambda: change_case(pack, _none_of_the_others(offered)),
        )


def _is_there(sign: Sign, values: tuple[object, ...]) -> bool:
    return any(value in sign.worrying for value in values)


def _chosen(offered: dict[str, Sign]) -> Callable[[Values], None]:
    """A sign that is chosen is there; one that is no longer chosen is not known again."""

    def change(values: Values) -> None:
        for name, sign in offered.items():
            was, now = _is_there(sign, values.get(name, ())), name in st.session_state["signs"]
            if now and not was:
                values[name] = (sign.worrying[0],)
            elif was and not now:
                values.pop(name)

    return change


def _none_of_the_others(offered: dict[str, Sign]) -> Callable[[Values], None]:
    def change(values: Values) -> None:
        for name, sign in offered.items():
            is_open = UNREAD in values.get(name, (UNREAD,))
            if is_open and not _is_there(sign, values.get(name, ())):
                values[name] = (sign.calm,)

    return change


def _show_more(pack: Pack, url: CaseUrl) -> None:
    """One group of all questions at a time."""
    st.session_state["group"] = url.group
    st.selectbox(
        "More questions",
        ["", *groups(pack)],
        format_func=lambda name: plain(name.capitalize()) if name else "None",
        key="group",
        on_change=lambda: change_url(group=st.session_state["group"] or None),
    )
    signs_asked = {sign.fact.fact_id for sign in signs(pack)}
    for fact in pack.facts:
        is_new = fact.form == "long" or fact.fact_id in signs_asked
        if url.group and fact.group == url.group and is_new and is_asked(pack, fact, url.answers.known):
            _show_fact(pack, url, fact)


def _show_fact(pack: Pack, url: CaseUrl, fact: Fact) -> None:
    key = f"fact_{fact.fact_id}"
    if fact.is_number:
        _show_number(pack, url, fact, key)
        return
    st.session_state[key] = str(url.answers.known.get(fact.fact_id, NOT_KNOWN))
    offered = {NOT_KNOWN: NOT_KNOWN_WORDS, **{choice.value: choice.label for choice in fact.choices}}

    def change() -> None:
        chosen = st.session_state[key]
        change_case(pack, _answered(fact, chosen))

    def said(value: str) -> str:
        return plain(offered[value])

    label, about = plain(fact.clinical_label), _help(fact)
    if len(fact.choices) <= MOST_IN_A_ROW:
        st.segmented_control(
            label, list(offered), format_func=said, key=key, help=about, required=True, on_change=change
        )
    else:
        st.selectbox(label, list(offered), format_func=said, key=key, help=about, on_change=change)


def _show_number(pack: Pack, url: CaseUrl, fact: Fact, key: str) -> None:
    known = url.answers.known.get(fact.fact_id)
    st.session_state[key] = float(known) if isinstance(known, Decimal) else None

    def change() -> None:
        number = st.session_state[key]
        change_case(pack, _answered(fact, NOT_KNOWN if number is None else f"{number:g}"))

    label, unit = fact.clinical_label, pack.unit_words(fact.unit)
    st.number_input(
        plain(label if unit.casefold() in label.casefold() else f"{label} ({unit})"),
        min_value=_float(fact.minimum),
        max_value=_float(fact.maximum),
        value=None,
        step=_float(fact.step),
        format="%g",
        placeholder=NOT_KNOWN_WORDS,
        key=key,
        help=_help(fact),
        on_change=change,
    )


def _answered(fact: Fact, value: str) -> Callable[[Values], None]:
    """One answer in place of all that was given before; "not known" leaves none."""

    def change(values: Values) -> None:
        values.pop(fact.fact_id, None)
        if value != NOT_KNOWN:
            values[fact.fact_id] = (value,)

    return change


def _help(fact: Fact) -> str:
    return plain(f"{fact.question} {fact.help}".strip())


def _float(number: Decimal | None) -> float | None:
    return None if number is None else float(number)
