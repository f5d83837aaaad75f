"""The case as plain text, to copy into a record: emergencies first, then what was entered, and the states."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from pages.parts.case.cited import basis_words
from pages.parts.case.entered import entered_facts, entered_words
from pages.shared.boundary import boundary
from pathways.criteria import CaseReading
from pathways.model.vocabulary import CASE_STATE_LABELS, CRITERION_KINDS, CaseState

NO_DEVICE = (
    "Published conditions held against what was entered, each by its source. Nothing is weighed, added up or "
    "chosen. Met does not mean suitable; not met does not mean excluded. No medical device."
)


def show_record(reading: CaseReading) -> None:
    """The text stands folded until it is wanted."""
    with boundary("The text to copy"), st.expander("The same as plain text, to copy into a record"):
        st.code(record(reading), language=None, wrap_lines=True)


def record(reading: CaseReading) -> str:
    """The whole text; what is unknown is named by its missing facts alone."""
    return "\n".join(_lines(reading))


def _lines(reading: CaseReading) -> Iterator[str]:
    pack = reading.pack
    info = pack.info
    yield f"CASE: {info.title}. Data version {info.version} of {info.date:%-d %B %Y}."
    for one in reading.emergencies:
        signs = " ".join(row.criterion.clinical for row in one.rows)
        names = dict.fromkeys(name for row in one.rows for name in row.outcome.rests_on)
        entered = "; ".join(entered_words(pack, reading.answers, name) for name in names)
        yield f"NEEDS HELP NOW: {pack.node[one.node_id].clinical_label}. Entered: {entered}. Met: {signs}"
    if reading.unread:
        yield f"COULD NOT BE READ, ASK AGAIN: {'; '.join(fact.clinical_label for fact in reading.unread)}."
    if reading.not_asked:
        yield f"Warning signs not asked: {'; '.join(fact.clinical_label for fact in reading.not_asked)}."
    yield from (f"Look again: {one.plain}" for one in reading.contradictions)
    yield from reading.answers.refused
    yield ""
    yield "ENTERED"
    yield from (f"- {words}" for words in entered_facts(pack, reading.answers))
    for state in ("met", "not_met"):
        yield ""
        yield CASE_STATE_LABELS[state].upper()
        yield from _of_state(reading, state)
    yield ""
    yield "All other criteria are unknown, as facts for them were not entered."
    yield NO_DEVICE


def _of_state(reading: CaseReading, state: CaseState) -> Iterator[str]:
    pack = reading.pack
    for row in reading.rows.values():
        if row.state == state:
            one = row.criterion
            places = ", ".join(pack.node[node].clinical_label for node in one.nodes)
            basis = basis_words(pack, one)
            yield f"- {CRITERION_KINDS[one.kind]}: {one.clinical} [{places}; {basis}]"
