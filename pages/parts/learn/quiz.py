"""The quiz: a question made from the data, its answers, and then why, with the way to the card."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from pages.parts.learn.sets import answer, show_end, show_next, show_nothing, show_place, show_sources
from pages.parts.learn.url import LearnUrl, entries_words
from pages.shared.plain import plain
from pages.shared.prose_html import Citations, node_link
from pages.shared.templates import rendered
from pathways.learning.questions import Question, questions
from pathways.model import Pack
from pathways.model.vocabulary import CONVENTION_LABEL


def show_quiz(pack: Pack, url: LearnUrl) -> None:
    """Draw the question of the set that is open, or the end of the set."""
    asked = questions(pack, url.seed)
    if not asked:
        show_nothing("This pathway has too few places to ask about.")
        return
    right = [question for question in asked if url.answers.get(question.id) == question.right]
    so_far = f"So far: {len(right)} of {len(url.answers)}." if url.answers else ""
    show_place(url, len(asked), "Question", so_far)
    if url.number > len(asked):
        _show_end(pack, url, asked)
        return
    question = asked[url.number - 1]
    st.html(rendered("learn/question.html", question=question))
    if question.id in url.answers:
        _show_answer(pack, url, question, len(asked))
    else:
        _show_choices(url, question)


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


def _show_answer(pack: Pack, url: LearnUrl, question: Question, number_of_cards: int) -> None:
    citations = Citations(pack)
    st.html(
        rendered(
            "learn/answer.html",
            question=question,
            chosen=url.answers[question.id],
            basis=_basis(question, citations),
            card=node_link(pack, question.node),
        )
    )
    show_next(url, number_of_cards)
    show_sources(pack, citations)


def _basis(question: Question, citations: Citations) -> Markup | str:
    """What the way that is asked about rests on; blank where no way is."""
    if question.basis is None:
        return ""
    return citations.marks(question.basis) or CONVENTION_LABEL


def _show_end(pack: Pack, url: LearnUrl, asked: tuple[Question, ...]) -> None:
    answered = [question for question in asked if question.id in url.answers]
    wrong = [question for question in answered if url.answers[question.id] != question.right]
    st.html(
        rendered(
            "learn/quiz_end.html",
            answered=len(answered),
            right=len(answered) - len(wrong),
            missed=[{"question": one, "card": node_link(pack, one.node)} for one in wrong],
        )
    )
    show_end(url)
