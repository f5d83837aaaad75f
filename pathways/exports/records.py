"""The records of a pack as tables for spreadsheets and statistics: words as words, numbers as numbers.

A blank cell of a column of numbers is not reported. Every row carries a link that leads back to its view.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pathways import evidence
from pathways.exports.links import Links
from pathways.exports.pathway import basis, plain, ways
from pathways.model import Claim, Finding, Node, Pack, Source, vocabulary

Kind = Literal["string", "number", "integer", "date"]
"""What a column holds, in the words of Frictionless Data."""

Cell = str | int | Decimal | dt.date | None


@dataclass(frozen=True)
class Column:
    """A column: its ``name`` for programs, its ``title`` for readers, and what it holds."""

    name: str
    title: str
    kind: Kind = "string"


@dataclass(frozen=True)
class Table:
    """Records of one kind. ``key`` is the column that names a row, or blank."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    key: str = ""


@dataclass(frozen=True)
class Records:
    """What a file of tables is made from: a whole pack, or the ``sources`` behind a view with their figures.

    ``links`` know where views are found.
    """

    links: Links
    sources: tuple[str, ...] | None = None


def tables(pack: Pack, asked: Records) -> tuple[Table, ...]:
    """Every table that is asked for and holds any row."""
    links = asked.links
    if asked.sources is None:
        made: Iterable[Table] = (
            _places(pack, links),
            _ways(pack, links),
            _findings(pack, pack.findings, links),
            _sources(pack.sources, links),
            _gaps(pack, links),
            _claims(pack, links),
        )
    else:
        chosen = set(asked.sources)
        findings = [finding for finding in pack.findings if finding.source_id in chosen]
        sources = [pack.source[source_id] for source_id in asked.sources]
        made = (_findings(pack, findings, links), _sources(sources, links))
    return tuple(table for table in made if table.rows)


def _table(
    name: str, title: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]], key: str = ""
) -> Table:
    return Table(name, title, tuple(columns), tuple(tuple(row) for row in rows), key)


PLACES = (
    Column("place", "Place id"),
    Column("label", "Name"),
    Column("clinical_label", "Clinical name"),
    Column("kind", "Kind"),
    Column("lane", "Lane"),
    Column("also_called", "Also called"),
    Column("summary", "Summary"),
    Column("figures", "Figures", "integer"),
    Column("gaps", "Gaps", "integer"),
    Column("link", "Link"),
)


def _places(pack: Pack, links: Links) -> Table:
    return _table("places", "Places", PLACES, (_place(pack, node, links) for node in pack.nodes), "place")


def _place(pack: Pack, node: Node, links: Links) -> Sequence[Cell]:
    return (
        node.id,
        node.plain_label,
        node.clinical_label,
        vocabulary.NODE_KINDS[node.kind].label,
        pack.lane[node.lane].label,
        "; ".join(node.also_called),
        plain(node.summary),
        len(pack.findings_of[node.id]),
        len(pack.gaps_of[node.id]),
        links.place(node.id),
    )


WAYS = (
    Column("from", "From, id"),
    Column("to", "To, id"),
    Column("from_label", "From"),
    Column("to_label", "To"),
    Column("kind", "Kind"),
    Column("condition", "When"),
    Column("result", "Test result"),
    Column("basis", "Rests on"),
    Column("link", "Link"),
)


def _ways(pack: Pack, links: Links) -> Table:
    rows = (
        (
            edge.start,
            edge.end,
            pack.node[edge.start].plain_label,
            pack.node[edge.end].plain_label,
            edge.terms.label,
            plain(edge.condition),
            vocabulary.RESULT_LABELS[edge.result],
            basis(edge),
            links.way(edge),
        )
        for edge in ways(pack)
    )
    return _table("ways", "Ways", WAYS, rows)


FINDINGS = (
    Column("finding", "Finding"),
    Column("places", "Places, ids"),
    Column("kind", "Kind"),
    Column("outcome", "Outcome"),
    Column("plain", "What was found"),
    Column("statement", "For clinicians"),
    Column("measure", "Measure"),
    Column("value", "Value", "number"),
    Column("low", "Low", "number"),
    Column("high", "High", "number"),
    Column("range", "Kind of range"),
    Column("unit", "Unit"),
    Column("events", "Events", "integer"),
    Column("total", "Total", "integer"),
    Column("months", "Months", "number"),
    Column("compared_value", "Compared: value", "number"),
    Column("compared_events", "Compared: events", "integer"),
    Column("compared_total", "Compared: total", "integer"),
    Column("group", "Group"),
    Column("compared_with", "Compared with"),
    Column("directness", "Who was studied"),
    Column("counted", "Counted, if not people"),
    Column("caution", "Caution"),
    Column("second_hand", "Quoted from"),
    Column("conflicts", "Conflicts with"),
    Column("checked", "Checked"),
    Column("source", "Source id"),
    Column("citation", "Source"),
    Column("design", "Design"),
    Column("funding", "Funding"),
    Column("link", "Link"),
)


def _findings(pack: Pack, findings: Iterable[Finding], links: Links) -> Table:
    rows = (_finding(pack, finding, links) for finding in findings)
    return _table("findings", "Findings", FINDINGS, rows, "finding")


def _finding(pack: Pack, finding: Finding, links: Links) -> Sequence[Cell]:
    told = evidence.reading(pack, finding)
    has_range = finding.low is not None or finding.high is not None
    return (
        finding.finding_id,
        "; ".join(finding.nodes),
        told.role,
        told.outcome,
        told.says,
        told.statement,
        vocabulary.MEASURE_LABELS[finding.measure].rstrip(":"),
        finding.value,
        finding.low,
        finding.high,
        vocabulary.INTERVAL_LABELS[finding.bounds].rstrip(",") if has_range else "",
        pack.unit_words(finding.unit),
        finding.events,
        finding.total,
        finding.follow_up_months,
        finding.comparator_value,
        finding.comparator_events,
        finding.comparator_total,
        told.population,
        told.comparator,
        told.directness,
        finding.counted,
        told.caution,
        finding.second_hand,
        "; ".join(finding.conflicts_with),
        told.checked,
        finding.source_id,
        told.citation,
        told.design,
        told.funding,
        links.finding(finding.finding_id),
    )


SOURCES = (
    Column("source", "Source id"),
    Column("citation", "Citation"),
    Column("authors", "Authors"),
    Column("year", "Year", "integer"),
    Column("title", "Title"),
    Column("journal", "Journal"),
    Column("doi", "DOI"),
    Column("pmid", "PubMed"),
    Column("pmcid", "PubMed Central"),
    Column("address", "Address"),
    Column("design", "Design"),
    Column("size", "Size", "integer"),
    Column("country", "Country"),
    Column("funding", "Funding"),
    Column("read", "Read"),
    Column("not_known", "Not known"),
    Column("link", "Link"),
)


def _sources(sources: Iterable[Source], links: Links) -> Table:
    rows = (_source(source, links) for source in sources)
    return _table("sources", "Sources", SOURCES, rows, "source")


def _source(source: Source, links: Links) -> Sequence[Cell]:
    return (
        source.source_id,
        evidence.citation(source),
        source.authors,
        source.year,
        source.title,
        source.journal,
        source.doi,
        source.pmid,
        source.pmcid,
        source.link,
        vocabulary.DESIGN_LABELS[source.design],
        source.n,
        source.country,
        vocabulary.FUNDING_LABELS[source.funding],
        vocabulary.READ_LABELS[source.read],
        "; ".join(source.incomplete),
        links.source(source.source_id),
    )


GAPS = (
    Column("place", "Place id"),
    Column("label", "Place"),
    Column("plain", "What is not known"),
    Column("missing", "What no usable source tells"),
    Column("link", "Link"),
)


def _gaps(pack: Pack, links: Links) -> Table:
    rows = (
        (gap.node_id, pack.node[gap.node_id].plain_label, gap.said, gap.missing, links.place(gap.node_id))
        for gap in pack.gaps
    )
    return _table("gaps", "Not known", GAPS, rows)


CLAIMS = (
    Column("claim", "Claim id"),
    Column("guide", "Guide"),
    Column("kind", "Kind"),
    Column("subject", "Subject"),
    Column("places", "Places and topics, ids"),
    Column("says", "Claim, in our words"),
    Column("promotional", "Also advertises"),
    Column("verdict", "Verdict on the claim"),
    Column("reason", "Reason"),
    Column("findings", "Findings"),
    Column("link", "Link"),
)


def _claims(pack: Pack, links: Links) -> Table:
    return _table(
        "claims", "Claims of guides", CLAIMS, (_claim(claim, links) for claim in pack.claims), "claim"
    )


def _claim(claim: Claim, links: Links) -> Sequence[Cell]:
    return (
        claim.claim_id,
        claim.guide,
        claim.kind,
        claim.subject,
        "; ".join(claim.homes),
        claim.claim,
        claim.promotional,
        vocabulary.VERDICT_LABELS[claim.verdict],
        claim.reason,
        "; ".join(claim.findings),
        links.claims(),
    )
