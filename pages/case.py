"""Case: published criteria held against a made-up or anonymous case, emergencies first."""

from __future__ import annotations

import streamlit as st

from pages.parts.case.first import show_first
from pages.parts.case.paper import show_entered_on_paper, show_rest_on_paper
from pages.parts.case.picture import show_picture
from pages.parts.case.questions import show_questions
from pages.parts.case.record import show_record
from pages.parts.case.results import show_counts, show_results
from pages.parts.case.url import CaseUrl, case_url
from pages.shared.page import page, show_notes
from pages.shared.templates import fixed, paragraph
from pathways.criteria import read_case
from pathways.model import Pack

NO_CRITERIA = "This pathway has no criteria yet."


def show(pack: Pack, url: CaseUrl) -> None:
    """What cannot wait, then the questions, and beside them what published criteria say."""
    reading = read_case(pack, url.answers)
    show_first(reading, url.notes)
    show_entered_on_paper(reading)
    asked, said = st.columns([4, 9], gap="large")
    with asked, st.container(key="case_questions"):
        show_questions(reading, url)
    with said, st.container(key="case_says"):
        show_picture(reading)
        with st.container(key="case_results"):
            show_results(reading, url)
            show_record(reading)
    show_rest_on_paper(reading)
    show_counts(reading)
    st.html(fixed("case/boundary.html"))


with page(
    "case",
    "Case",
    "For clinicians and students: which published conditions are met, not met or unknown in a made-up or "
    "anonymous case.",
    case_url,
) as (pack, url):
    if pack.criteria:
        show(pack, url)
    else:
        show_notes(url.notes)
        st.html(paragraph(NO_CRITERIA))
