"""The quiz: a question made from the data, its answers, and then why, with the way to the card."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from pages.parts.learn.sets import (
    answer,
    nothing_html,
    place_html,
    show_card,
    sources_section,
)
from pages.parts.learn.url import LearnUrl, entries_words
from pages.shared.kept import kept_html
from pages.shared.plain import plain
from pages.shared.prose_html import Citations, node_link
from pages.shared.templates import rendered
from pathways.learning.questions import Question, questions
from pathways.model import Pack
from pathways.model.vocabulary import CONVENTION_LABEL


def show_quiz(pack: Pack, url: LearnUrl) -> None:
    """Draw the question of the set that is open, or the end of the set."""
    asked = questions(pack, url.seed)
    show_card(url, quiz_html(pack, url), asked, lambda question: question.id in url.answers, _show_choices)


@kept_html
def quiz_html(pack: Pack, url: LearnUrl) -> tuple[Markup, Markup]:
    """What stands above the buttons of a question, and what below them."""
    asked = questions(pack, url.seed)
    if not asked:
        return nothing_html("This pathway has too few places to ask about."), Markup("")
    right = [question for question in asked if url.answers.get(question.id) == question.right]
    so_far = f"So far: {len(right)} of {len(url.answers)}." if url.answers else ""
    place = place_html(url, len(asked), "Question", so_far)
    if url.number > len(asked):
        return place + _end_html(pack, url, asked), Markup("")
    question, citations = asked[url.number - 1], Citations(pack)
    words = rendered("learn/question.html", question=question)
    if question.id not in url.answers:
        return place + words, Markup("")
    return place + words + _answer_html(pack, url, question, citations), sources_section(pack, citations)


def _show_choices(url: LearnUrl, question: Question) -> None:
    with st.container(key="answers", gap="small"):
        for number, choice in enumerate(question.choices, start=1):
            words = entries_words({**url.answers, question.id: choice.id})
            st.button(
                plain(choice.words),
                key=f"answer_{number}",
                on_click=answer,
                args=(url, words),
                width="stretch",
            )


def _answer_html(pack: Pack, url: LearnUrl, question: Question, citations: Citations) -> Markup:
    return rendered(
        "learn/answer.html",
        question=question,
        chosen=url.answers[question.id],
        basis=_basis(question, citations),
        card=node_link(pack, question.node),
    )


def _basis(question: Question, citations: Citations) -> Markup | str:
    """What the way that is asked about rests on; blank where no way is."""
    if question.basis is None:
        return ""
    return citations.marks(question.basis) or CONVENTION_LABEL


def _end_html(pack: Pack, url: LearnUrl, asked: Sequence[Question]) -> Markup:
    answered = [question for question in asked if question.id in url.answers]
    wrong = [question for question in answered if url.answers[question.id] != question.right]
    return rendered(
        "learn/quiz_end.html",
        answered=len(answered),
        right=len(answered) - len(wrong),
        missed=[
            {
                "question": one,
                "card": node_link(pack, one.node),
                "is_card": one.answer.words == pack.node[one.node].plain_label,
            }
            for one in wrong
        ],
    )
