"""The card of a figure or of a source: all that is known, and as loudly all that is not."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from pages.parts.evidence.locator_map import show_places
from pages.parts.evidence.rows import Fact, link_to_finding
from pages.parts.evidence.url import EvidenceUrl
from pages.shared.dated import changed_words, checked_words
from pages.shared.kept import kept_html
from pages.shared.templates import rendered
from pages.shared.url import change_url
from pathways import evidence
from pathways.evidence import Reading
from pathways.model import Finding, Pack, Source
from pathways.model.vocabulary import DESIGN_LABELS, FUNDING_LABELS, READ_LABELS
from pathways.text.sentences import capitalised, joined, pluralised


def show_finding(pack: Pack, finding: Finding, url: EvidenceUrl) -> None:
    """The card of a figure: its words, its source, its picture, its disagreements and its places."""
    source = pack.source[finding.source_id]
    with st.container(key="evidence_card", border=True):
        words, origin = st.columns([6, 5], gap="large")
        with words:
            st.html(finding_html(pack, finding))
            _show_picture(pack, finding, url)
        origin.html(source_html(source, "Where it comes from") + others_html(pack, finding, url))
        if finding.conflicts_with:
            st.html(disagreement_html(pack, finding, url))
        show_places(pack, finding.nodes)


def show_source(pack: Pack, source: Source, url: EvidenceUrl) -> None:
    """The card of a source: all that is known of it, its figures, and their places."""
    findings = pack.findings_of_source.get(source.source_id, ())
    nodes = tuple(dict.fromkeys(node_id for finding in findings for node_id in finding.nodes))
    with st.container(key="evidence_card", border=True):
        facts, figures = st.columns([5, 6], gap="large")
        facts.html(source_html(source, "Source"))
        figures.html(_others_html(pack, "Its figures", findings, url, nothing="None is used here."))
        show_places(pack, nodes)


@kept_html
def finding_html(pack: Pack, finding: Finding) -> Markup:
    """A figure in all its words."""
    told = evidence.reading(pack, finding)
    return rendered("evidence/card.html", told=told, facts=(*finding_facts(told), *_dates(pack, finding)))


def finding_facts(told: Reading) -> tuple[Fact, ...]:
    """Everything a figure says beside its number, each part with its name."""
    facts = (
        Fact(told.statement, name="For clinicians"),
        Fact(told.population, "population" in told.missing, "Group"),
        Fact(told.follow_up, "follow_up" in told.missing, "Time"),
        Fact(told.compared, name="Set beside"),
        Fact(told.directness, name="Who was studied"),
        Fact(told.size, "size" in told.missing, "Size"),
        Fact(told.checked, "check" in told.missing, "Checked"),
        Fact(told.caution, name="Take care"),
        Fact(told.finding.second_hand, name="Quoted there from"),
        Fact(told.id, name="Name of this row"),
    )
    return tuple(fact for fact in facts if fact.words)


def _dates(pack: Pack, finding: Finding) -> tuple[Fact, ...]:
    """When a figure was last checked, and when it last changed."""
    facts = (
        Fact(capitalised(checked_words(pack)), name="Last checked"),
        Fact(capitalised(changed_words(pack, "finding", finding.finding_id)), name="Last change"),
    )
    return tuple(fact for fact in facts if fact.words)


@kept_html
def source_html(source: Source, kind: str) -> Markup:
    """All that is known of a source; what is not known is said to be not known."""
    return rendered(
        "evidence/source_facts.html",
        kind=kind,
        source=source,
        facts=source_facts(source),
        not_known=source.incomplete,
    )


def source_facts(source: Source) -> tuple[Fact, ...]:
    """The parts of a source with their names; a blank one is not known."""
    return (
        _known("Authors", source.authors),
        _known("Year", str(source.year or "")),
        _known("Journal or publisher", source.journal),
        Fact(capitalised(DESIGN_LABELS[source.design]), name="Design"),
        _known("Size", f"{source.n:,}" if source.n else ""),
        _known("Country", source.country),
        Fact(capitalised(FUNDING_LABELS[source.funding]), source.funding == "not_stated", "Funding"),
        Fact(capitalised(READ_LABELS[source.read]), name="Read by us"),
        _known("DOI", source.doi),
        _known("PubMed", source.pmid),
        _known("PubMed Central", source.pmcid),
        _known("Link", source.link, link=source.link),
    )


def _known(name: str, words: str, *, link: str = "") -> Fact:
    return Fact(words or capitalised(evidence.NOT_KNOWN), is_missing=not words, name=name, link=link)


@kept_html
def others_html(pack: Pack, finding: Finding, url: EvidenceUrl) -> Markup:
    """The other figures of the same source."""
    others = [other for other in pack.findings_of_source[finding.source_id] if other is not finding]
    return _others_html(
        pack,
        "Other figures of this source",
        others,
        url,
        nothing="No other figure of this source is used here.",
    )


@kept_html
def disagreement_html(pack: Pack, finding: Finding, url: EvidenceUrl) -> Markup:
    """The figures that say something else, with why they may differ."""
    (group,) = evidence.conflicts(pack, [finding])
    others = [other for other in group if other is not finding]
    why = evidence.why_they_may_differ(pack, group)
    return _others_html(pack, "What says something else", others, url, why=why, anchor="disagrees")


def _others_html(
    pack: Pack,
    heading: str,
    findings: Sequence[Finding],
    url: EvidenceUrl,
    *,
    nothing: str = "",
    why: str = "",
    anchor: str = "",
) -> Markup:
    others = [
        {
            "card": link_to_finding(finding, url),
            "plain": finding.plain,
            "facts": _facts_in_short(pack, finding),
        }
        for finding in findings
    ]
    return rendered(
        "evidence/others.html", heading=heading, others=others, nothing=nothing, why=why, anchor=anchor
    )


def _facts_in_short(pack: Pack, finding: Finding) -> str:
    told = evidence.reading(pack, finding)
    return joined((told.population, told.follow_up, told.interval, told.cited), " · ")


def show_way_back(count: int, noun: str, url: EvidenceUrl) -> None:
    """A link from an open card back to the rows that it was chosen from."""
    back = url.href(finding=None, source=None, drawn=None)
    st.html(
        Markup('<p class="way-back"><a href="{}">Back to the list of {}</a></p>').format(
            back, pluralised(count, noun)
        )
    )


def _show_picture(pack: Pack, finding: Finding, url: EvidenceUrl) -> None:
    """A switch for the picture of one figure: drawing it takes a second, so it waits to be asked."""
    st.session_state["drawn"] = url.is_drawn
    st.toggle("Show as a picture", key="drawn", on_change=_change_drawn)
    if url.is_drawn:
        from pages.parts.evidence import charts  # it imports plotly, which is slow to load

        charts.show_one(pack, finding, url)


def _change_drawn() -> None:
    change_url(drawn="yes" if st.session_state["drawn"] else None)
