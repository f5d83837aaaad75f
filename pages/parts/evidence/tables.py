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
from pathways.model import Finding, Gap, Pack, Source, vocabulary
from pathways.text.sentences import capitalised, pluralised

if TYPE_CHECKING:
    import pandas as pd

SHOWN = {
    "What was found": 420,
    "Figure": 230,
    "Range": 240,
    "Group": 250,
    "Time": 150,
    "Who was studied": 200,
    "Design": 150,
    "Size": 110,
    "Size in words": 170,
    "Funding": 150,
    "Checked": 190,
    "Caution": 320,
    "Source": 190,
    "Link": 80,
}
"""The columns of the table of findings, with their widths in pixels."""

ROW_HEIGHT = 66
"""Three lines of words, in pixels."""
HEIGHT = 560
"""A table longer than this scrolls, so that the card below it stays in reach."""


def show_findings(pack: Pack, findings: Sequence[Finding], url: EvidenceUrl) -> None:
    """The table of findings; choosing a row writes it to the address, which opens its card."""
    shown = shown_table(pack, findings)
    if why := evidence.why_in_1000(findings):
        st.html(Markup('<p class="quiet">{}</p>').format(why))
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
    columns["What was found"] = st.column_config.TextColumn(width=SHOWN["What was found"], pinned=False)
    columns["Size"] = st.column_config.NumberColumn(width=SHOWN["Size"], format="localized")
    columns["Link"] = st.column_config.LinkColumn(width=SHOWN["Link"], display_text="Open")
    return columns


def shown_table(pack: Pack, findings: Sequence[Finding]) -> pd.DataFrame:
    """One row a finding, in the order given, with the columns of :data:`SHOWN`."""
    import pandas as pd  # it is slow to load, and most pages show no table

    words = evidence.findings_table(pack, findings)
    sources = [pack.source[finding.source_id] for finding in findings]
    columns = {
        "What was found": words["plain"],
        "Figure": words["estimate"].replace("", "in words only"),
        "Range": words["interval"].replace("", "no figure"),
        "Group": words["population"],
        "Time": words["follow_up"],
        "Who was studied": words["directness"],
        "Design": words["design"],
        "Size": pd.Series([evidence.finding_size(pack, f) for f in findings], dtype="Int64"),
        "Size in words": words["size"],
        "Funding": words["funding"],
        "Checked": words["checked"],
        "Caution": words["caution"],
        "Source": [evidence.short_citation(source) for source in sources],
        "Link": [source.link or None for source in sources],
    }
    return pd.DataFrame(columns, columns=list(SHOWN))


def findings_file(pack: Pack, findings: Sequence[Finding]) -> pd.DataFrame:
    """Every column of the findings in words, with their citations."""
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
    """One row a source: all that is known of it, and what is not."""
    import pandas as pd

    return pd.DataFrame([_source_row(pack, source) for source in sources], columns=list(SOURCE_COLUMNS))


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
        source.year or unknown,
        source.title,
        source.journal or unknown,
        source.doi or unknown,
        source.pmid or unknown,
        source.pmcid or unknown,
        source.link or unknown,
        capitalised(vocabulary.DESIGN_LABELS[source.design]),
        source.n if source.n is not None else unknown,
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
