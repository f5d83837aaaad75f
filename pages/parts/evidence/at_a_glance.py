"""What the page opens on: how often, and which outcomes of which option are known, as two tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st
from markupsafe import Markup

from pages.parts.evidence.results_bar import show_more
from pages.parts.evidence.rows import link_to_finding
from pages.parts.evidence.url import ORDERS, TABLES, EvidenceUrl, href
from pages.shared.kept import kept_html
from pages.shared.marks import keys, shape
from pages.shared.packs import cached_by_pack
from pages.shared.templates import fixed, rendered
from pages.shared.url import change_url
from pages.shared.widgets import show_buttons
from pathways import evidence
from pathways.comparison.headlines import Headline, headlines
from pathways.comparison.risk_table import RiskCell, RiskRow, beyond_options, risk_table
from pathways.evidence import Reading
from pathways.model import Finding, Pack
from pathways.model.vocabulary import COUNTING_ROLES, OUTCOME_PART_LABELS, ROLE_LABELS
from pathways.text.sentences import joined, pluralised

FIRST_ROWS = 6
"""How many rows of the table of how often stand over the risk table at first."""


def show_headlines(pack: Pack) -> None:
    """The questions most often asked; the first thing that a reader sees."""
    if asked := headlines_html(pack):
        st.html(asked)


def show(pack: Pack, url: EvidenceUrl) -> None:
    """The table of how often, then the risk table."""
    _show_how_often(pack, url)
    if table := risk_html(pack):
        st.html(table)


@kept_html
def headlines_html(pack: Pack) -> Markup:
    """The questions of the pack, each with the most direct figure that answers it; blank without any."""
    questions = [_headline(pack, headline) for headline in headlines(pack)]
    return rendered("evidence/headlines.html", questions=questions) if questions else Markup("")


def _headline(pack: Pack, headline: Headline) -> dict[str, object]:
    asked, known = headline.asked, headline.known
    lead = known.lead
    return {
        "question": asked.question,
        "lead": lead,
        "place": shape(pack, lead.finding) if lead else None,
        "more": pluralised(known.count - 1, "more figure") if lead and known.count > 1 else "",
        "is_partly": bool(known.indirect),
        "is_disputed": known.is_disputed,
        "href": href(node=asked.place, role=asked.counts, outcome=_outcome(headline)),
    }


def _outcome(headline: Headline) -> str | None:
    """The outcome group that its rows have; arms of studies, which answer in part, stand in none."""
    rows = (*headline.known.readings, *headline.known.indirect)
    is_of_arms = any(told.finding.outcome_group != headline.asked.outcome for told in rows)
    return None if is_of_arms else headline.asked.outcome


def _show_how_often(pack: Pack, url: EvidenceUrl) -> None:
    findings = counted(pack, url.order)
    shown = findings[: url.rows if url.rows_are_set else FIRST_ROWS]
    with st.container(key="how_often_head", horizontal=True, vertical_alignment="bottom"):
        st.html(fixed("evidence/how_often_head.html", count=len(findings)))
        show_buttons("Order", "sort", ORDERS, url.order, is_labelled=False, on_change=_change_order)
    st.html(how_often_html(pack, shown, url, len(findings)))
    show_more(
        len(shown), len(findings), "figure", rows=len(shown), all_rows=len(findings), also={"subject": TABLES}
    )


def _change_order(order: str) -> None:
    change_url(subject=TABLES, sort=order if order != "counted" else None)


@cached_by_pack(8)
def counted(pack: Pack, order: str) -> tuple[Finding, ...]:
    """The figures on how often: by what was counted and where it stands on the way, or the largest first.

    Words alone, which have no size, stand last. By what was counted, the nearest people and then the largest
    groups stand first: never by result.
    """
    roles = list(ROLE_LABELS)
    places = {node.id: place for place, node in enumerate(pack.nodes)}
    figures = evidence.most_direct_first(pack, (f for f in pack.findings if f.role in COUNTING_ROLES))
    if order == "size":
        return tuple(sorted(figures, key=lambda finding: -_size(finding)))
    return tuple(sorted(figures, key=lambda f: (roles.index(f.role), places[f.nodes[0]])))


def _size(finding: Finding) -> float:
    """The share by which a reader asked to sort: a range alone by its high end."""
    figure = finding.value if finding.value is not None else finding.high
    return -1.0 if figure is None else float(figure)


@kept_html
def how_often_html(pack: Pack, findings: Sequence[Finding], url: EvidenceUrl, total: int) -> Markup:
    """The rows of how often as a table."""
    rows = [_counted_row(pack, told, url) for told in evidence.readings(pack, findings, "patients")]
    return rendered(
        "evidence/how_often.html", rows=rows, total=total, keys=keys(pack), is_by_size=url.order == "size"
    )


def _counted_row(pack: Pack, told: Reading, url: EvidenceUrl) -> dict[str, object]:
    size = evidence.finding_size(pack, told.finding)
    return {
        "told": told,
        "card": link_to_finding(told.finding, url),
        "place": shape(pack, told.finding),
        "size": f"{size:,}" if size else "",
    }


@kept_html
def risk_html(pack: Pack) -> Markup:
    """The risk table, as a table and for narrow screens as a list that opens, with one line of legend.

    Blank if the pack has no groups of outcomes.
    """
    outcomes = pack.info.outcome_groups
    if not outcomes:
        return Markup("")
    parts = [(label, sum(o.part == part for o in outcomes)) for part, label in OUTCOME_PART_LABELS.items()]
    return rendered(
        "evidence/risk_table.html",
        parts=[(label, count) for label, count in parts if count],
        outcomes=outcomes,
        starts=_starts(pack),
        rows=[_risk_row(pack, row) for row in risk_table(pack)],
        keys=keys(pack),
        beyond=pluralised(len(beyond_options(pack)), "figure"),
    )


def _starts(pack: Pack) -> frozenset[str]:
    """The first outcome of each part: a line stands before its column."""
    firsts = {outcome.part: outcome.id for outcome in reversed(pack.info.outcome_groups)}
    return frozenset(firsts.values())


def _risk_row(pack: Pack, row: RiskRow) -> dict[str, object]:
    cells = [_risk_cell(pack, row, cell) for cell in row.cells]
    return {
        "option": row.option,
        "href": href(subject="options", node=row.option.id),
        "cells": cells,
        "found": [cell for cell in cells if cell["count"]],
        "missing": [cell.outcome.label for cell in row.cells if not cell.count],
    }


def _risk_cell(pack: Pack, row: RiskRow, cell: RiskCell) -> dict[str, object]:
    lead = cell.lead
    return {
        "outcome": cell.outcome,
        "count": cell.count,
        "more": cell.count - 1,
        "is_disputed": cell.is_disputed,
        "lead": lead,
        "place": shape(pack, lead.finding) if lead else None,
        "href": href(node=row.option.id, outcome=cell.outcome.id),
        "label": _in_words(row, cell),
    }


def _in_words(row: RiskRow, cell: RiskCell) -> str:
    """What a cell says to who cannot see its marks: the whole figure with whom and when it is about."""
    lead = cell.lead
    told = _lead_in_words(lead) if lead else "Answers only in part"
    others = f"{pluralised(cell.count - 1, 'more figure')} behind it" if lead and cell.count > 1 else ""
    disputed = "Another study says something else" if cell.is_disputed else ""
    return joined(
        _sentences((f"{row.option.plain_label}: {cell.outcome.label}", told, others, disputed)), " "
    )


def _lead_in_words(lead: Reading) -> str:
    figure = lead.own.counts_of_few or lead.own.in_short
    return joined((f"{lead.outcome}: {figure}", lead.population, lead.follow_up), "; ")


def _sentences(parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{part}." for part in parts if part)
