"""The numbers of a card: first one line for each thing that was counted, then every figure under it.

Benefit and harm have the same type, order and space. Which figure stands in a line follows from the order of
the tables (:mod:`pathways.comparison.risk_table`) and never from a result.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pages.shared.prose_html import Citations
from pages.shared.templates import rendered
from pathways import evidence
from pathways.comparison import in_order
from pathways.comparison.glance import in_brief
from pathways.comparison.groups import direct_and_indirect
from pathways.comparison.risk_table import Known
from pathways.model import Finding, Node, Pack
from pathways.model.vocabulary import GROUPED_ROLES, ROLE_LABELS
from pathways.text.sentences import joined, pluralised

FEW = 6
"""A card with no more figures than this shows them all at once; with more, each group is folded."""

SIDES = {"benefit": "Possible benefits", "harm": "Possible harms"}


@dataclass(frozen=True)
class _Group:
    """Figures that answer one question: ``name`` is that of their place on the page, ``label`` the question.

    ``findings`` are all of them, ``known`` says which of them leads, or that they answer only in part.
    """

    name: str
    label: str
    findings: tuple[Finding, ...]
    known: Known


def numbers_html(pack: Pack, node: Node, citations: Citations) -> list[Markup]:
    """The figures of a place, as blocks: the answers in lines, then all of it."""
    sides = {side: list(_of_side(pack, node, side)) for side in SIDES} if node.kind == "option" else {}
    told = {finding for groups in sides.values() for group in groups for finding in group.findings}
    others = list(_by_role(pack, (f for f in pack.findings_of[node.id] if f not in told)))
    is_open = len(pack.findings_of[node.id]) <= FEW
    blocks = [_answers_of_sides(pack, node, sides)] if sides else []
    if others and not (is_open and not sides):
        blocks.append(_answers(pack, "Other numbers" if sides else "In short", others))
    for side, groups in sides.items():
        if groups:
            blocks.append(
                _figures(pack, f"{side.capitalize()}s, figure by figure", groups, citations, is_open)
            )
    if others:
        heading = "Other numbers, figure by figure" if sides else "Figure by figure"
        blocks.append(_figures(pack, heading, others, citations, is_open))
    return blocks


def _of_side(pack: Pack, node: Node, side: str) -> Iterator[_Group]:
    """The groups of outcomes of one side; what its role does not tell goes by the part of its group."""
    findings = evidence.nearest_first(pack, in_order(pack, pack.findings_of[node.id]))
    for outcome in pack.info.outcome_groups:
        chosen = tuple(
            finding
            for finding in findings
            if finding.role in GROUPED_ROLES
            and finding.outcome_group == outcome.id
            and side == (finding.role if finding.role in SIDES else outcome.part)
        )
        if chosen:
            known = Known(*direct_and_indirect(pack, node, chosen))
            yield _Group(f"numbers-{side}-{outcome.id}", outcome.label, chosen, known)


def _by_role(pack: Pack, findings: Iterable[Finding]) -> Iterator[_Group]:
    """Figures that are of no side, by what they tell."""
    given = tuple(findings)
    for role, label in ROLE_LABELS.items():
        chosen = evidence.most_direct_first(pack, (finding for finding in given if finding.role == role))
        if chosen:
            known = Known(evidence.readings(pack, chosen, "patients"))
            yield _Group(f"numbers-{role}", label, evidence.nearest_first(pack, chosen), known)


def _answers_of_sides(pack: Pack, node: Node, sides: dict[str, list[_Group]]) -> Markup:
    found = {finding.outcome_group for finding in pack.findings_of[node.id]}
    columns = [
        {
            "heading": SIDES[side],
            "lines": [_line(pack, group) for group in groups],
            "missing": [o.label for o in pack.info.outcome_groups if o.part == side and o.id not in found],
        }
        for side, groups in sides.items()
    ]
    return rendered("card/answers.html", columns=columns)


def _answers(pack: Pack, heading: str, groups: Sequence[_Group]) -> Markup:
    lines = [_line(pack, group) for group in groups]
    return rendered("card/answers.html", columns=[{"heading": heading, "lines": lines, "missing": []}])


def _line(pack: Pack, group: _Group) -> dict[str, object]:
    """One line: the most direct figure in the words of the comparison, with whom, when and how many more."""
    lead, count = group.known.lead, len(group.findings)
    return {
        "name": group.name,
        "label": group.label,
        "lead": lead,
        "says": in_brief(pack, lead) if lead else "",
        "facts": joined((lead.group, lead.brief.time), " · ") if lead else "",
        "more": f"{count - 1} more" if lead and count > 1 else "",
        "partly": "" if lead else pluralised(count, "figure"),
        "is_disputed": group.known.is_disputed,
    }


def _figures(
    pack: Pack, heading: str, groups: Sequence[_Group], citations: Citations, is_open: bool
) -> Markup:
    """Every figure with all that belongs to it, under the question that it answers."""
    written = [
        {
            "group": group,
            "count": pluralised(len(group.findings), "figure"),
            "rows": _rows(pack, group, citations),
        }
        for group in groups
    ]
    return rendered("card/all_figures.html", heading=heading, groups=written, is_open=is_open)


def _rows(pack: Pack, group: _Group, citations: Citations) -> Markup:
    told = evidence.readings(pack, group.findings, "patients")
    rows = [{"told": one, "mark": citations.number(one.id)} for one in told]
    return rendered("card/figures.html", rows=rows)
