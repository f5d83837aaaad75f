"""The causes: all of them with how often each was found, and one with what points to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import streamlit as st
from markupsafe import Markup

from pages.parts.causes_and_tests.links import heading_html, page_link, ways
from pages.shared.chart_formats import show_formats
from pages.shared.charts import Picture, show_drawn
from pages.shared.kept import kept_html
from pages.shared.marks import keys, shape
from pages.shared.packs import cached_by_pack
from pages.shared.prose_html import Citations, finding_html, prose_html, sources_html
from pages.shared.templates import paragraph, rendered
from pages.shared.widgets import show_buttons
from pathways import evidence
from pathways.charts import intervals
from pathways.charts.intervals import IntervalGroup, IntervalPlot, IntervalRow
from pathways.evidence import causes
from pathways.evidence.causes import DiagnosticTest
from pathways.model import Finding, Node, Pack, Role
from pathways.model.vocabulary import RESULT_LABELS
from pathways.text.sentences import capitalised

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (5, 8)
"""Words beside pictures: on a wide screen the pictures have room for their labels left of the axis."""

WHOLE_AXIS = Decimal(100)
"""All pictures of this page end at 100 in 100, so that none looks larger than another."""


def show_causes(pack: Pack, counted: Role, save_as: str) -> None:
    """All causes in a list, and beside it how often each was found."""
    listed, drawn = st.columns(COLUMNS, gap="large")
    with listed:
        st.html(_list_html(pack, counted))
    with drawn:
        st.html(_how_often_html(pack))
        countings = pack.info.causes_and_tests.countings
        labels = {role: one.label for role, one in countings.items()}
        show_buttons("How often, in which sense?", "counted", labels, counted)
        st.html(paragraph(countings[counted].question))
        plot = _plot_of_all(pack, counted)
        in_words, sources = _in_words(pack, counted)
        if plot.rows:
            show_plot(pack, plot, f"causes-{counted}", countings[counted].question, save_as)
        for told in in_words:
            st.html(told)
        show_formats(save_as)
        st.html(sources)


@kept_html
def _how_often_html(pack: Pack) -> Markup:
    return rendered("causes_and_tests/how_often.html", missing=_missing(pack))


@cached_by_pack(10)
def _plot_of_all(pack: Pack, counted: Role) -> IntervalPlot:
    return _plot_by_people(pack, causes.counted(pack, counted), named=True)


@kept_html
def _in_words(pack: Pack, counted: Role) -> tuple[tuple[Markup, ...], Markup]:
    """What is no share, in words, and the sources of all."""
    citations = Citations(pack)
    plot = _plot_of_all(pack, counted)
    told = tuple(finding_html(pack, left_out.finding, citations) for left_out in plot.left_out)
    for row in plot.rows:
        citations.number(row.told.id)
    return told, Markup("<h3>Sources</h3>") + sources_html(pack, citations)


def causes_in_words(pack: Pack) -> str:
    """What the pack says of the lane of its causes, such as "What can spoil a cup"."""
    found = causes.nodes_of_kind(pack, "cause")
    return pack.lane[found[0].lane].plain if found else "The causes"


@kept_html
def _list_html(pack: Pack, counted: Role) -> Markup:
    rows = [
        {
            "link": page_link(cause),
            "summary": prose_html(pack, [cause.summary], Citations(pack)),
            **_how_often_mark(pack, cause, counted),
            "tests": [test.test.plain_label for test in causes.diagnosed_by(pack, cause) if test.ways],
        }
        for cause in causes.nodes_of_kind(pack, "cause")
    ]
    about = pack.info.causes_and_tests.about_causes
    return rendered("causes_and_tests/causes.html", rows=rows, keys=keys(pack), about=about)


def _how_often_mark(pack: Pack, cause: Node, counted: Role) -> dict[str, object]:
    """The most direct figure on how often the cause was found, in the sense that is chosen.

    Where there is none in that sense, it is one of another sense; each says in which it was counted.
    """
    every = evidence.most_direct_first(pack, causes.how_often(pack, cause))
    found = [finding for finding in every if finding.role == counted] or list(every)
    if not found:
        return {"told": None, "more": 0}
    told = evidence.reading(pack, found[0], "patients")
    sense = pack.info.causes_and_tests.countings[found[0].role].label
    return {"told": told, "place": shape(pack, found[0]), "more": len(every) - 1, "sense": sense}


def _missing(pack: Pack) -> Markup:
    return Markup("; ").join(page_link(cause) for cause in causes.uncounted(pack))


def _show_ranges(
    pack: Pack, plot: IntervalPlot, name: str, title: str, save_as: str, citations: Citations
) -> None:
    """The shares drawn under the people they come from, and in words what is no share."""
    if plot.rows:
        show_plot(pack, plot, name, title, save_as)
    for left_out in plot.left_out:
        st.html(finding_html(pack, left_out.finding, citations))
    for row in plot.rows:
        citations.number(row.told.id)


def show_plot(pack: Pack, plot: IntervalPlot, name: str, title: str, save_as: str) -> None:
    """Shares on one axis, drawn for the room there is, with their table."""

    def draw() -> tuple[Picture, pd.DataFrame]:
        narrow, wide, words = intervals.figure(plot), intervals.wide_figure(plot), intervals.alt_text(plot)
        sources = [row.told.cited for row in plot.rows]
        return Picture(name, title, narrow, words, sources, wide), intervals.table(plot)

    show_drawn(pack, name, draw, save_as)


def _plot_by_people(pack: Pack, findings: Sequence[Finding], *, named: bool) -> IntervalPlot:
    """A range plot whose headings are the people that were counted; only rows below one may be compared.

    Heads and labels are in plain words, those of clinicians in the table below. ``named`` puts the name of
    its cause on each row.
    """
    plot = intervals.interval_plot(pack, findings, end=WHOLE_AXIS)
    rows = {row.told.id: _row(pack, row, named=named) for row in plot.rows}
    groups = tuple(
        IntervalGroup(
            capitalised(evidence.reading(pack, people[0], "patients").population),
            tuple(rows[finding.finding_id] for finding in people),
        )
        for people in causes.by_people(row.told.finding for row in plot.rows)
    )
    return replace(plot, groups=groups)


def _row(pack: Pack, row: IntervalRow, *, named: bool) -> IntervalRow:
    time = row.told.follow_up
    outcome = evidence.reading(pack, row.told.finding, "patients").outcome
    cause = causes.cause_of(pack, row.told.finding)
    if not named or cause is None:
        return replace(row, label=outcome, group=time)
    return replace(row, label=cause.plain_label, group=f"{outcome}; {time}")


def show_cause(pack: Pack, cause: Node, save_as: str) -> None:
    """One cause: what it is, what points to it, which tests tell, how often it was found, and gaps."""
    citations = Citations(pack)
    st.html(heading_html(pack, cause))
    points, numbers = st.columns(COLUMNS, gap="large")
    with points:
        st.html(_pointing_html(pack, cause, citations))
    with numbers:
        st.html("<h3>How often it was found</h3>")
        _show_how_often(pack, cause, save_as, citations)
        if gaps := pack.gaps_of[cause.id]:
            st.html(rendered("gaps.html", gaps=gaps))
    st.html(Markup("<h3>Sources</h3>") + sources_html(pack, citations))


def _pointing_html(pack: Pack, cause: Node, citations: Citations) -> Markup:
    return rendered(
        "causes_and_tests/pointing.html",
        feels_like=prose_html(pack, cause.feels_like, citations),
        tests=[_telling(pack, test, citations) for test in causes.diagnosed_by(pack, cause)],
        results=RESULT_LABELS,
    )


def telling_html(pack: Pack, test: Node, cause: Node, citations: Citations) -> Markup:
    """What one test tells of one cause."""
    told = _telling(pack, causes.telling(pack, test, cause), citations)
    return rendered(
        "causes_and_tests/of_cause.html", cause=page_link(cause), test=told, results=RESULT_LABELS
    )


def _telling(pack: Pack, test: DiagnosticTest, citations: Citations) -> dict[str, object]:
    return {
        "link": page_link(test.test),
        "ways": ways(pack, test.ways, "end", citations),
        "findings": [finding_html(pack, finding, citations) for finding in test.telling],
    }


def _show_how_often(pack: Pack, cause: Node, save_as: str, citations: Citations) -> None:
    findings = causes.how_often(pack, cause)
    st.html(rendered("causes_and_tests/caution.html", found=bool(findings)))
    plot = _plot_by_people(pack, findings, named=False)
    title = f"{cause.plain_label}: how often it was found"
    _show_ranges(pack, plot, f"how-often-{cause.id}", title, save_as, citations)
    if plot.rows:
        show_formats(save_as)
