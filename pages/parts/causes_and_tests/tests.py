"""The tests: all of them in a list, and one with what it shows and what each result leads to."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from pages.parts.causes_and_tests.accuracy import show_accuracy, trees
from pages.parts.causes_and_tests.causes import show_plot, telling_html
from pages.parts.causes_and_tests.links import heading_html, page_link, ways
from pages.parts.causes_and_tests.url import Share
from pages.shared.chart_formats import show_formats
from pages.shared.kept import kept_html
from pages.shared.prose_html import Citations, list_html, prose_html, sources_html
from pages.shared.templates import rendered
from pathways.charts import intervals
from pathways.evidence import causes, readings
from pathways.model import Node, Pack

RESULT_HEADINGS = {
    "positive": "If it is positive",
    "negative": "If it is negative",
    "unclear": "If it is unclear",
    "": "Whatever it shows",
}


def show_tests(pack: Pack) -> None:
    """All tests: what each is, whether its right and wrong results are known, and what it can tell."""
    st.html(_list_html(pack))


@kept_html
def _list_html(pack: Pack) -> Markup:
    rows = [
        {
            "link": page_link(test),
            "summary": prose_html(pack, [test.summary], Citations(pack)),
            "trees": trees(pack, test),
            "others": _others(pack, test),
            "causes": [page_link(cause) for cause in causes.causes_diagnosed_by(pack, test)],
        }
        for test in causes.nodes_of_kind(pack, "test")
    ]
    return rendered("causes_and_tests/tests.html", rows=rows, about=pack.info.causes_and_tests.about_tests)


def _others(pack: Pack, test: Node) -> list[str]:
    """Figures that are one half of a pair, or of another kind; words alone as the finding has them."""
    told = readings(pack, causes.well_it_tells(pack, test), "patients")
    return [f"{one.outcome}: {one.brief.figure or one.says}" for one in told]


def show_test(pack: Pack, test: Node, share: Share, save_as: str, cause: Node | None = None) -> None:
    """One test, from what it can show to what is not known of it; what it tells of a chosen cause first."""
    citations = Citations(pack)
    st.html(heading_html(pack, test))
    if cause:
        st.html(telling_html(pack, test, cause, citations))
    st.html(_shows_html(pack, test, citations))
    st.html("<h3>Right and wrong results</h3>")
    has_tree = show_accuracy(pack, test, share, save_as, citations)
    if not_compared := pack.info.causes_and_tests.not_compared:
        st.html(rendered("causes_and_tests/with_and_without.html", not_compared=not_compared))
    has_seen = _show_seen(pack, test, save_as, citations)
    st.html(_results_html(pack, test, citations))
    st.html(_use_html(pack, test, citations))
    if gaps := pack.gaps_of[test.id]:
        st.html(rendered("gaps.html", gaps=gaps))
    if has_tree or has_seen:
        show_formats(save_as)
    st.html(Markup("<h3>Sources</h3>") + sources_html(pack, citations))


def _shows_html(pack: Pack, test: Node, citations: Citations) -> Markup:
    return rendered(
        "causes_and_tests/shows.html",
        can=list_html(pack, test.can_show, citations),
        cannot=list_html(pack, test.cannot_show, citations),
    )


def _results_html(pack: Pack, test: Node, citations: Citations) -> Markup:
    """What each result leads to; a result without a way is said to have none."""
    results = [
        {"heading": RESULT_HEADINGS[result], "ways": ways(pack, edges, "end", citations)}
        for result, edges in causes.ways_by_result(pack, test).items()
    ]
    return rendered("causes_and_tests/results.html", results=results)


def _use_html(pack: Pack, test: Node, citations: Citations) -> Markup:
    """When the test is asked for, and what limits its use."""
    return rendered(
        "causes_and_tests/use.html",
        ways=ways(pack, pack.edges_to[test.id], "start", citations),
        cautions=list_html(pack, test.cautions, citations),
    )


def _show_seen(pack: Pack, test: Node, save_as: str, citations: Citations) -> bool:
    """What the test shows in people whether or not it hurts; says whether there is a picture of it."""
    findings = causes.incidental_findings(pack, test)
    if not findings:
        return False
    said, drawn = st.columns([5, 8], gap="large")
    said.html(rendered("causes_and_tests/seen.html", overdiagnosis=pack.info.causes_and_tests.overdiagnosis))
    plot = intervals.interval_plot(pack, findings)
    with drawn:
        show_plot(pack, plot, f"seen-{test.id}", f"{test.plain_label}: what it shows", save_as)
    for finding in findings:
        citations.number(finding.finding_id)
    return True
