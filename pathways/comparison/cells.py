"""What one option answers to one question: words from its card, its figures, and what was not found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pathways import evidence
from pathways.comparison.groups import arms_beside, direct_and_indirect
from pathways.evidence import Reading
from pathways.graph import care_graph, usual_descendants
from pathways.model import CompareRow, Finding, Gap, LivingArea, Node, Pack
from pathways.model.vocabulary import (
    AREA_LABELS,
    CONTROLLED,
    CONVENTION_LABEL,
    EDGE_KINDS,
    SECTION_LABELS,
)
from pathways.text.sentences import capitalised


@dataclass(frozen=True)
class Paragraph:
    """Words of a card with their marks (:mod:`pathways.text.markup`), under a heading or under none."""

    head: str
    words: str


@dataclass(frozen=True)
class Cell:
    """What is known of one option on one question.

    ``readings`` are of people who had just this option; ``indirect`` ones answer only in part.
    ``shows_emergency`` if the signs that need help at once
    belong here, with ``own_emergency`` after them.
    """

    paragraphs: tuple[Paragraph, ...] = ()
    readings: tuple[Reading, ...] = ()
    gaps: tuple[Gap, ...] = ()
    indirect: tuple[Reading, ...] = ()
    shows_emergency: bool = False
    own_emergency: tuple[str, ...] = ()


def cell(pack: Pack, row: CompareRow, option: Node, others: Sequence[Node] = ()) -> Cell:
    """What an option answers to the question of a row, beside the ``others``."""
    paragraphs = [*_sections(option, row), *living(option, row.living_with), *_ways(pack, option, row)]
    if row.holds_undoing:
        paragraphs += _undoing(pack, option)
    ordered = in_order(pack, _of_row(pack, option, row, others))
    readings, indirect = direct_and_indirect(pack, option, ordered, others)
    gaps = pack.gaps_of[option.id] if row.holds_gaps else ()
    if row.none_found and not readings:
        gaps = (Gap(node_id=option.id, missing=none_found(pack, row, option)), *gaps)
    elif "harm" in row.roles and _lacks_serious_harm(pack, option, readings):
        gaps = (Gap(node_id=option.id, missing=pack.compare.none_grave), *gaps)
    has_signs = "after" in row.sections and option.shows_emergency
    return Cell(
        paragraphs=tuple(paragraphs),
        readings=readings,
        gaps=gaps,
        indirect=indirect,
        shows_emergency=has_signs,
        own_emergency=option.own_emergency if has_signs else (),
    )


def none_found(pack: Pack, row: CompareRow, option: Node) -> str:
    """What is said where an option has no figure for a row."""
    is_first = option.id == pack.compare.first
    return (is_first and row.none_of_first) or row.none_found


def _of_row(pack: Pack, option: Node, row: CompareRow, others: Sequence[Node]) -> Iterator[Finding]:
    """Findings of the row's roles; what happens over time belongs to carrying on, not to a treatment."""
    is_first = option.id == pack.compare.first
    roles = {role for role in row.roles if is_first or role != "natural_history"}
    near = (*findings_near(pack, option, row.after), *arms_beside(pack, option, others))
    return (finding for finding in near if finding.role in roles)


def _lacks_serious_harm(pack: Pack, option: Node, readings: Iterable[Reading]) -> bool:
    """Is it an option of the kind that can do serious harm, without any figure on that?"""
    has_one = any(told.id in pack.compare.grave for told in readings)
    return bool(pack.compare.none_grave) and option.lane == pack.compare.grave_lane and not has_one


def in_order(pack: Pack, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in the order of the comparison, which never follows their result.

    Grave harms stand first. Then figures stand before words alone; then it goes by whom the findings are
    about, then shares of people before other measures, then trials and reviews before other studies.
    """
    grave = {finding_id: place for place, finding_id in enumerate(pack.compare.grave)}

    def place(finding: Finding) -> tuple[object, ...]:
        return (
            grave.get(finding.finding_id, len(grave)),
            finding.measure == "text",
            evidence.nearness(pack, finding),
            not evidence.is_share(finding),
            pack.source[finding.source_id].design not in CONTROLLED,
        )

    return tuple(sorted(findings, key=place))


def _undoing(pack: Pack, option: Node) -> list[Paragraph]:
    return [Paragraph("", words) for u in pack.compare.undoing if u.option == option.id for words in u.words]


def _sections(option: Node, row: CompareRow) -> list[Paragraph]:
    found = []
    for section in row.sections:
        content = getattr(option, section)
        paragraphs = (content,) if isinstance(content, str) else content
        found += [Paragraph(SECTION_LABELS[section], words) for words in paragraphs]
    return found


def living(option: Node, areas: Iterable[LivingArea]) -> list[Paragraph]:
    """What living with an option is like in these areas, each paragraph under the name of its area."""
    if option.living_with is None:
        return []
    told = option.living_with
    return [Paragraph(AREA_LABELS[area], words) for area in areas for words in getattr(told, area)]


def _ways(pack: Pack, option: Node, row: CompareRow) -> list[Paragraph]:
    """The ways on from an option as prose: when, where to, and what that rests on."""
    found = []
    for kind in row.ways:
        for edge in pack.edges_from[option.id]:
            if edge.kind == kind:
                end = pack.node[edge.end]
                basis = " ".join(f"[{source_id}]" for source_id in edge.basis) or CONVENTION_LABEL
                stop = "" if end.plain_label.endswith("?") else "."
                words = f"{capitalised(edge.condition)}: [{end.plain_label}]({end.id}){stop} {basis}"
                found.append(Paragraph(EDGE_KINDS[kind].label, words))
    return found


def findings_near(pack: Pack, option: Node, lanes: Sequence[str]) -> tuple[Finding, ...]:
    """Findings of the option and of the places in these lanes that it leads on to, in the pack's order.

    What also stands under other options, and not under this one, is of people who had those.
    """
    near = {option.id, *usual_descendants(pack.once(care_graph), option.id, lanes)}
    return tuple(
        f for f in pack.findings if near.intersection(f.nodes) and not _is_of_others(pack, f, option)
    )


def _is_of_others(pack: Pack, finding: Finding, option: Node) -> bool:
    kinds = {pack.node[node_id].kind for node_id in finding.nodes}
    return option.id not in finding.nodes and "option" in kinds
