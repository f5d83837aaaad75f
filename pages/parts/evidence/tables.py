"""Findings, gaps and sources as tables that sort, and with all their columns for files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from pages.parts.evidence.url import EvidenceUrl, selection_parts
from pages.shared.url import change_url
from pathways import evidence
from pathways.evidence import Reading
from pathways.model import Finding, Gap, Pack, Source, vocabulary
from pathways.text.sentences import capitalised, joined, pluralised

if TYPE_CHECKING:
    import pandas as pd

SHOWN = {
    "What was found": 380,
    "Figure": 210,
    "Share": 120,
    "Value": 80,
    "Low": 70,
    "High": 70,
    "Unit": 110,
    "People": 90,
    "Months": 80,
    "Group": 240,
    "Who was studied": 190,
    "Design": 150,
    "Not as usual": 150,
    "Caution": 300,
    "Source": 190,
    "Link": 80,
}
"""The columns of the table of findings, with their widths in pixels."""

NUMBERS = ("Share", "Value", "Low", "High", "People", "Months")
"""The columns that sort by their numbers. A blank is not reported, and stands last."""

USUAL = (
    "Read twice, and the source does not say who paid, unless “Not as usual” says otherwise. Choose a "
    "heading to sort. A number that shows as None was not reported. Groups and times differ from row to "
    "row: sorting ranks nothing."
)
"""What is the same in most rows, said once above the table."""

ROW_HEIGHT = 66
"""Three lines of words, in pixels."""
HEIGHT = 560
"""A table longer than this scrolls, so that the card below it stays in reach."""


def show_findings(pack: Pack, findings: Sequence[Finding], url: EvidenceUrl) -> None:
    """The table of findings; choosing a row writes it to the address, which opens its card."""
    shown = shown_table(pack, findings)
    said = joined((USUAL, evidence.why_in_1000(findings)), " ")
    st.html(Markup('<p class="quiet">{}</p>').format(said))
    # A new filter makes a new table: a row number kept from the old one would point at another row.
    key = f"table {urlencode({k: v for k, v in selection_parts(url.selection).items() if v})}"
    chosen = [place for place, finding in enumerate(findings) if finding is url.finding]
    # Whole, as Streamlit itself writes it: it takes a part for a new choice, and calls back once more.
    st.session_state[key] = {"selection": {"rows": chosen, "columns": [], "cells": []}}
    st.dataframe(
        shown,
        hide_index=True,
        height=min(HEIGHT, 40 + ROW_HEIGHT * len(shown)),
        row_height=ROW_HEIGHT,
        column_config=_columns(),
        key=key,
        on_select=lambda: _choose(key, [finding.finding_id for finding in findings]),
        selection_mode="single-row",
        alt=f"Table of {pluralised(len(shown), 'figure')}. The list shows the same figures as text.",
    )


def _choose(key: str, finding_ids: Sequence[str]) -> None:
    rows = st.session_state[key].selection.rows
    change_url(finding=finding_ids[rows[0]] if rows else None, drawn=None)


def _columns() -> dict[str, Any]:
    columns: dict[str, Any] = {
        name: st.column_config.TextColumn(width=width) for name, width in SHOWN.items()
    }
    columns |= {name: st.column_config.NumberColumn(width=SHOWN[name], format="%g") for name in NUMBERS}
    columns["People"] = st.column_config.NumberColumn(width=SHOWN["People"], format="localized")
    columns["Share"] = st.column_config.ProgressColumn(
        "Share, of 100", width=SHOWN["Share"], format="%g", min_value=0, max_value=100
    )
    columns["Link"] = st.column_config.LinkColumn(width=SHOWN["Link"], display_text="Open")
    return columns


def shown_table(pack: Pack, findings: Sequence[Finding]) -> pd.DataFrame:
    """One row a finding, in the order given, with the columns of :data:`SHOWN`."""
    import pandas as pd  # it is slow to load, and most pages show no table

    told = evidence.readings(pack, findings)
    words = {
        "What was found": [one.says for one in told],
        "Figure": [one.estimate or "in words only" for one in told],
        "Unit": [pack.unit_words(one.finding.unit) for one in told],
        "Group": [one.population for one in told],
        "Who was studied": [one.directness for one in told],
        "Design": [one.design for one in told],
        "Not as usual": [not_as_usual(one) for one in told],
        "Caution": [one.caution for one in told],
        "Source": [one.cited for one in told],
        "Link": [one.source.link or None for one in told],
    }
    rows = [_numbers(pack, finding) for finding in findings]
    numbers = {name: pd.Series([row[name] for row in rows], dtype="Float64") for name in NUMBERS}
    return pd.DataFrame({**words, **numbers}, columns=list(SHOWN)).astype({"People": "Int64"})


def _numbers(pack: Pack, finding: Finding) -> dict[str, float | None]:
    """The numbers of a row by their columns; a share is also drawn as a bar."""
    figures = {
        "Share": finding.value if evidence.is_share(finding) else None,
        "Value": finding.value,
        "Low": finding.low,
        "High": finding.high,
        "People": evidence.finding_size(pack, finding),
        "Months": finding.follow_up_months,
    }
    return {name: None if figure is None else float(figure) for name, figure in figures.items()}


def not_as_usual(told: Reading) -> str:
    """What is otherwise in a row than :data:`USUAL` says; blank if nothing is."""
    is_said = told.source.funding != "not_stated"
    is_once = "check" in told.missing
    return joined((told.checked if is_once else "", told.funding if is_said else "", _things(told)), ", ")


def _things(told: Reading) -> str:
    return f"counted {told.finding.counted}" if told.finding.counted else ""


def findings_file(pack: Pack, findings: Sequence[Finding]) -> pd.DataFrame:
    """Every column of the findings in words with their citations, and the numbers as numbers."""
    return evidence.findings_table(pack, findings).rename(columns=evidence.TABLE_COLUMNS)


def gaps_file(pack: Pack, gaps: Sequence[Gap]) -> pd.DataFrame:
    """One row a gap: the place by both its names, and what is missing there, in plain and in exact words."""
    import pandas as pd

    rows = [
        (pack.node[gap.node_id].plain_label, pack.node[gap.node_id].clinical_label, gap.plain, gap.missing)
        for gap in gaps
    ]
    columns = ["Place", "Place, clinical name", "What is not known", "What no usable source tells"]
    return pd.DataFrame(rows, columns=columns)


def sources_file(pack: Pack, sources: Sequence[Source]) -> pd.DataFrame:
    """One row a source: all that is known of it, and what is not. Year and size are blank where not known."""
    import pandas as pd

    table = pd.DataFrame([_source_row(pack, source) for source in sources], columns=list(SOURCE_COLUMNS))
    return table.astype({"Year": "Int64", "Size": "Int64"})


SOURCE_COLUMNS = (
    "Source id",
    "Citation",
    "Authors",
    "Year",
    "Title",
    "Journal",
    "DOI",
    "PubMed",
    "PubMed Central",
    "Link",
    "Design",
    "Size",
    "Country",
    "Funding",
    "Read",
    "Not known",
    "Figures",
)


def _source_row(pack: Pack, source: Source) -> tuple[object, ...]:
    unknown = evidence.NOT_KNOWN
    return (
        source.source_id,
        evidence.citation(source),
        source.authors or unknown,
        source.year,
        source.title,
        source.journal or unknown,
        source.doi or unknown,
        source.pmid or unknown,
        source.pmcid or unknown,
        source.link or unknown,
        capitalised(vocabulary.DESIGN_LABELS[source.design]),
        source.n,
        source.country or unknown,
        capitalised(vocabulary.FUNDING_LABELS[source.funding]),
        capitalised(vocabulary.READ_LABELS[source.read]),
        "; ".join(source.incomplete),
        "; ".join(f.finding_id for f in pack.findings_of_source.get(source.source_id, ())),
    )


def show_plain(table: pd.DataFrame, noun: str) -> None:
    """A table of words to sort and search."""
    st.dataframe(
        table,
        hide_index=True,
        height=min(HEIGHT, 40 + ROW_HEIGHT * len(table)),
        row_height=ROW_HEIGHT,
        alt=f"Table of {pluralised(len(table), noun)}. The list shows the same as text.",
    )
