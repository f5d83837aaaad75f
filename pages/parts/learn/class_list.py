"""A list for a class: places, cases and questions in one address; its answers are hidden until a switch."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from pages.parts.learn.class_items import MOST_ITEMS, Item
from pages.parts.learn.titles import neutral_title
from pages.parts.learn.url import TOLD, LearnUrl
from pages.shared.kept import kept_html
from pages.shared.templates import rendered
from pages.shared.url import change_url, link
from pathways.learning.questions import Question, questions
from pathways.learning.seeds import SET
from pathways.model import Pack

WHOLE_SET = "All questions of the set"


def show_class(pack: Pack, url: LearnUrl) -> None:
    """Draw the list with the switch of its answers, and what changes it."""
    st.html(list_html(pack, url))
    if url.items:
        st.session_state["told"] = url.is_told
        st.toggle(
            "Show the answers",
            key="told",
            on_change=lambda: change_url(told=TOLD if st.session_state["told"] else None),
        )
    with st.expander("Change the list" if url.items else "Make a list", expanded=not url.items):
        _show_builder(pack, url)


@kept_html
def list_html(pack: Pack, url: LearnUrl) -> Markup:
    """The list with a link for each item; the answers only if they are asked for."""
    told = [
        {"label": _label(pack, item), "href": _href(item), **_answers(pack, url, item)} for item in url.items
    ]
    return rendered("learn/class_list.html", told=told, is_told=url.is_told)


def _label(pack: Pack, item: Item) -> str:
    match item.kind:
        case "place":
            return f"Place: {pack.node[item.name].plain_label}"
        case "case":
            return neutral_title(pack.case[item.name])
    return f"Quiz, set {item.name}: " + (f"question {item.question}" if item.question else f"{SET} questions")


def _href(item: Item) -> str:
    """The link of an item; like every link it takes the list along."""
    match item.kind:
        case "place":
            return link("map", view="net", node=item.name)
        case "case":
            return link("learn", show="walk", case=item.name)
    return link("learn", show="quiz", seed=item.name, number=str(item.question or 1))


def _answers(pack: Pack, url: LearnUrl, item: Item) -> dict[str, object]:
    """What the switch shows of an item: right answers, or the way that a case goes."""
    hidden: dict[str, object] = {"title": "", "route": (), "questions": ()}
    if not url.is_told or item.kind == "place":
        return hidden
    if item.kind == "case":
        case = pack.case[item.name]
        route = [pack.node[node_id].plain_label for node_id in case.route]
        return {**hidden, "title": case.title, "route": route}
    return {**hidden, "questions": _asked(pack, item)}


def _asked(pack: Pack, item: Item) -> Sequence[Question]:
    found = questions(pack, int(item.name))
    return found[item.question - 1 : item.question] if item.question else found


def _show_builder(pack: Pack, url: LearnUrl) -> None:
    """What can be added, each with its button, and what can be taken out again."""
    if len(url.items) == MOST_ITEMS:
        st.html(rendered("learn/list_full.html", most=MOST_ITEMS))
    else:
        _show_adding(pack, url)
    if url.items:
        names = {item.words: _label(pack, item) for item in url.items}
        with st.container(key="list_out", horizontal=True, vertical_alignment="bottom"):
            _show_choice("Take out", "out", names)
            st.button("Take out", key="take_out", on_click=lambda: _take_out(url))


def _show_adding(pack: Pack, url: LearnUrl) -> None:
    places = {Item("place", node.id).words: node.plain_label for node in pack.nodes}
    cases = {Item("case", case.id).words: neutral_title(case) for case in pack.cases}
    for kind, names in {"place": places, "case": cases}.items():
        if names:
            with st.container(key=f"list_{kind}", horizontal=True, vertical_alignment="bottom"):
                _show_choice(f"A {kind}", kind, names)
                st.button(f"Add the {kind}", key=f"add_{kind}", on_click=_add_chosen, args=(url, kind))
    with st.container(key="list_quiz", horizontal=True, vertical_alignment="bottom"):
        st.number_input("Set of the quiz", 1, 9_999, 1, key="list_seed")
        st.selectbox("Which question?", range(SET + 1), format_func=_which, key="list_question")
        st.button("Add to the list", key="add_quiz", on_click=lambda: _add(url, _quiz().words))


def _show_choice(label: str, kind: str, names: Mapping[str, str]) -> None:
    find: Callable[[str], str] = names.__getitem__
    st.selectbox(
        label, list(names), index=None, format_func=find, key=f"list_{kind}_chosen", placeholder="Choose"
    )


def _which(question: int) -> str:
    return f"Question {question}" if question else WHOLE_SET


def _quiz() -> Item:
    return Item("quiz", str(st.session_state["list_seed"]), st.session_state["list_question"])


def _add_chosen(url: LearnUrl, kind: str) -> None:
    if chosen := st.session_state[f"list_{kind}_chosen"]:
        _add(url, chosen)


def _add(url: LearnUrl, words: str) -> None:
    """Write the list to the address: nothing else of it changes, so the exercise one is in stays as it is."""
    change_url(list=",".join(dict.fromkeys((*(item.words for item in url.items), words))))


def _take_out(url: LearnUrl) -> None:
    out = st.session_state.pop("list_out_chosen")
    change_url(list=",".join(item.words for item in url.items if item.words != out) or None)
