"""The case on paper: what was entered, then all that is met, the picture, and the rest in short.

It is there for print alone: on the screen the same stands part by part. Rows are kept one by one by their
states, as those of the screen are, and the answers are put in last.
"""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from pages.parts.case.cited import cited_html
from pages.parts.case.entered import entered_facts, filled
from pages.parts.case.results import basis_html, why
from pages.shared.boundary import boundary
from pages.shared.kept import kept_html
from pages.shared.templates import Html, rendered
from pathways.criteria import CaseReading, CriterionReading
from pathways.model import Pack
from pathways.model.vocabulary import CRITERION_KINDS, CaseState

_ALL = Markup('<section class="case-paper{}">{}</section>')
_PART = Markup("<h2>{}</h2><ul{}>{}</ul>")
_ITEM = Markup("<li>{}</li>")
_IN_COLUMNS = Markup(' class="case-paper-facts"')


def show_entered_on_paper(reading: CaseReading) -> None:
    """What was entered, and every row that is met, of all parts."""
    with boundary("What is printed first"):
        pack = reading.pack
        facts = Markup("").join(_ITEM.format(words) for words in entered_facts(pack, reading.answers))
        met = Markup("").join(_row_html(pack, row) for row in _of_state(reading, "met"))
        parts = _part("What was entered", facts, _IN_COLUMNS), _part("Published conditions that are met", met)
        st.html(filled(_ALL.format("", Markup("").join(parts)), pack, reading.answers))


def show_rest_on_paper(reading: CaseReading) -> None:
    """The rows that are not met or unknown, a line each, and what nobody has published."""
    with boundary("What is printed last"):
        parts = (
            _part("Not met", _lines(reading, "not_met")),
            _part("Unknown: facts for these were not entered", _lines(reading, "unknown")),
            _part("Nothing usable is published on", _gaps_html(reading.pack)),
        )
        st.html(Html(_ALL.format(" case-paper-rest", Markup("").join(parts))))


def _part(heading: str, items: Markup, kind: str = "") -> Markup:
    return _PART.format(heading, kind, items or _ITEM.format("None."))


def _lines(reading: CaseReading, state: CaseState) -> Markup:
    names = tuple(row.criterion.criterion_id for row in _of_state(reading, state))
    return _lines_html(reading.pack, names)


def _of_state(reading: CaseReading, state: CaseState) -> list[CriterionReading]:
    return [row for row in reading.rows.values() if row.state == state]


@kept_html
def _row_html(pack: Pack, row: CriterionReading) -> Markup:
    one = row.criterion
    return rendered(
        "case/paper_row.html",
        kind=CRITERION_KINDS[one.kind],
        says=one.clinical,
        places=", ".join(pack.node[node].clinical_label for node in one.nodes),
        why=why(pack, row),
        basis=basis_html(pack, one.criterion_id),
        caution=cited_html(pack, one.caution),
    )


@kept_html
def _lines_html(pack: Pack, names: tuple[str, ...]) -> Markup:
    return Markup("").join(_line_html(pack, name) for name in names)


def _line_html(pack: Pack, criterion_id: str) -> Markup:
    one = pack.criterion[criterion_id]
    first, *others = (pack.node[node].clinical_label for node in one.nodes)
    places = f"{first} and others" if others else first
    line = Markup('<li>{} <span class="quiet">({}: {})</span></li>')
    return line.format(one.clinical, CRITERION_KINDS[one.kind], places)


@kept_html
def _gaps_html(pack: Pack) -> Markup:
    line = Markup("<li>{}: {}.</li>")
    told = (
        line.format(pack.node[gap.node_id].clinical_label, cited_html(pack, gap.missing))
        for gap in pack.criteria_gaps
    )
    return Markup("").join(told)
