"""Findings, gaps and sources as lists of text: what phones, print and screen readers are given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pages.parts.evidence.rows import item_html, source_badge
from pages.parts.evidence.url import EvidenceUrl, href
from pages.shared.kept import kept_html
from pages.shared.prose_html import node_link
from pages.shared.templates import rendered
from pathways import evidence
from pathways.model import Finding, Gap, Node, Pack, Source, vocabulary
from pathways.text.sentences import pluralised

SIDES = {"benefit": "Possible benefits", "harm": "Possible harms"}
NOTHING_IN_PACK = "No usable number was found."
NOTHING_FITS = "None of its numbers fits the filters."


@kept_html
def rows_html(pack: Pack, findings: Sequence[Finding], url: EvidenceUrl) -> Markup:
    """The first findings under the kinds of figure that they are."""
    ordered = by_role(findings)
    shown = ordered[: url.rows]
    blocks = []
    for role, words in vocabulary.ROLE_LABELS.items():
        if block := [finding for finding in shown if finding.role == role]:
            items = [item_html(pack, finding, url) for finding in block]
            of = pluralised(sum(finding.role == role for finding in ordered), "figure")
            blocks.append({"heading": words, "of": of, "why": evidence.why_in_1000(block), "rows": items})
    return rendered("evidence/rows.html", blocks=blocks)


def by_role(findings: Sequence[Finding]) -> list[Finding]:
    """Findings in the order of the kinds of figure, else as given."""
    roles = list(vocabulary.ROLE_LABELS)
    return sorted(findings, key=lambda finding: roles.index(finding.role))


@dataclass(frozen=True)
class OptionBlock:
    """A place with the benefits and harms that are shown for it."""

    node: Node
    findings: tuple[Finding, ...]


def option_blocks(pack: Pack, findings: Sequence[Finding], asked: Sequence[str]) -> list[OptionBlock]:
    """The places that findings belong to, in the order of the map's lanes.

    A finding stands under each option it belongs to; under its first place if it belongs to none; and
    under the places that were asked for, if some were.
    """
    lanes = list(pack.lane)
    nodes = sorted(pack.nodes, key=lambda node: lanes.index(node.lane))
    homes = {finding.finding_id: _homes(pack, finding, asked) for finding in findings}
    blocks = [
        OptionBlock(node, tuple(f for f in findings if node.id in homes[f.finding_id])) for node in nodes
    ]
    return [block for block in blocks if block.findings]


def _homes(pack: Pack, finding: Finding, asked: Sequence[str]) -> tuple[str, ...]:
    if asked:
        return tuple(node_id for node_id in finding.nodes if node_id in asked)
    options = tuple(node_id for node_id in finding.nodes if pack.node[node_id].kind == "option")
    return options or finding.nodes[:1]


@kept_html
def options_html(pack: Pack, blocks: Sequence[OptionBlock], url: EvidenceUrl) -> Markup:
    """Each place with its benefits beside its harms, in the same type and order, and what is not known."""
    return rendered(
        "evidence/options.html",
        blocks=[_option(pack, block, url) for block in blocks],
    )


def _option(pack: Pack, block: OptionBlock, url: EvidenceUrl) -> dict[str, object]:
    gaps = pack.gaps_of[block.node.id]
    sides = []
    for role, heading in SIDES.items():
        if url.selection.role and role not in url.selection.role:
            continue
        chosen = [finding for finding in block.findings if finding.role == role]
        known = sum(finding.role == role for finding in pack.findings_of[block.node.id])
        sides.append(
            {
                "heading": heading,
                "of": pluralised(len(chosen), "figure"),
                "rows": [item_html(pack, finding, url) for finding in chosen],
                "nothing": NOTHING_FITS if known else NOTHING_IN_PACK,
            }
        )
    return {
        "place": node_link(pack, block.node.id),
        "clinical": block.node.clinical_label,
        "why": evidence.why_in_1000(block.findings),
        "sides": sides,
        "gaps": rendered("gaps.html", gaps=gaps) if gaps else "",
    }


@kept_html
def group_heading_html(pack: Pack, group: Sequence[Finding]) -> Markup:
    """What figures that disagree are about, and why they may differ."""
    shared = [node_id for node_id in group[0].nodes if all(node_id in finding.nodes for finding in group)]
    places = shared or list(dict.fromkeys(finding.nodes[0] for finding in group))
    return rendered(
        "evidence/conflict.html",
        places=[node_link(pack, node_id) for node_id in places],
        why=evidence.why_they_may_differ(pack, group),
    )


@kept_html
def group_html(pack: Pack, group: Sequence[Finding], url: EvidenceUrl, *, is_narrow: bool = False) -> Markup:
    """Figures that disagree, one beside the other."""
    rows = [item_html(pack, finding, url) for finding in group]
    return rendered("evidence/group.html", rows=rows, is_narrow=is_narrow)


@kept_html
def gaps_html(pack: Pack, gaps: Sequence[Gap]) -> Markup:
    """What no usable source tells, place by place."""
    places = dict.fromkeys(gap.node_id for gap in gaps)
    return rendered("evidence/gaps.html", places=[_place(pack, gaps, p) for p in places])


def _place(pack: Pack, gaps: Sequence[Gap], node_id: str) -> dict[str, object]:
    node = pack.node[node_id]
    figures = len(pack.findings_of[node_id])
    return {
        "name": node.plain_label,
        "clinical": node.clinical_label,
        "gaps": [gap for gap in gaps if gap.node_id == node_id],
        "link": node_link(pack, node_id, "This place on the map"),
        "figures": pluralised(figures, "figure") if figures else "",
        "rows": href(node=node_id),
    }


@kept_html
def sources_html(pack: Pack, sources: Sequence[Source], url: EvidenceUrl) -> Markup:
    """Sources with what is known of each at a glance."""
    return rendered("evidence/sources.html", rows=[_source(pack, s, url) for s in sources])


def _source(pack: Pack, source: Source, url: EvidenceUrl) -> dict[str, object]:
    figures = len(pack.findings_of_source.get(source.source_id, ()))
    return {
        "citation": evidence.citation(source),
        "short": evidence.short_citation(source),
        "badge": source_badge(source),
        "figures": pluralised(figures, "figure"),
        "card": url.href(source=source.source_id, finding=None),
        "link": source.link,
    }
