"""Whether a figure answers for an option: people who had just this option, or only partly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pathways.evidence import Reading, is_share, reading, swapped
from pathways.model import Applicability, Finding, Node, Pack
from pathways.text.sentences import joined


def direct_and_indirect(
    pack: Pack, option: Node, findings: Iterable[Finding], others: Iterable[Node] = ()
) -> tuple[tuple[Reading, ...], tuple[Reading, ...]]:
    """Part the findings into those of people who had just this option, and those that answer only in part.

    Both are read in words for patients. Where the option was what a finding is compared with, the study is
    told from that group, so that the people who had the option stand first. Findings of a place that follows
    several options answer only in part, unless the pack says that they are of this option alone. An arm of a
    study answers only beside one of the ``others`` that the same study measured; a share, which is drawn in
    squares, only if that study measured them all.
    """
    applies = applicability_of(pack, option)
    measured = [_sources(pack, other) for other in others]
    direct: list[Reading] = []
    indirect: list[Reading] = []
    for finding in findings:
        is_partly = _is_partly(finding, applies, measured)
        (indirect if is_partly else direct).append(_told(pack, finding, applies))
    return tuple(direct), tuple(indirect)


def _told(pack: Pack, finding: Finding, applies: Applicability) -> Reading:
    told = reading(pack, finding, "patients")
    arm = next((one for one in applies.turned if one.finding == finding.finding_id), None)
    return told if arm is None else swapped(told, says=arm.plain, these=arm.these, others=arm.others)


def applicability_of(pack: Pack, option: Node) -> Applicability:
    """What the pack says of the findings that are not, or not only, of people who had the option."""
    return next((c for c in pack.compare.counted if c.option == option.id), Applicability(option=option.id))


def arms_beside(pack: Pack, option: Node, others: Iterable[Node]) -> tuple[Finding, ...]:
    """Findings of the others in which the option is what they are compared with, as the pack names them."""
    ids = {other.id for other in others}
    arms = (pack.finding[arm] for arm in applicability_of(pack, option).arms)
    return tuple(arm for arm in arms if option.id not in arm.nodes and ids.intersection(arm.nodes))


def told_beside(pack: Pack, option: Node, finding: Finding) -> str:
    """What a finding says to patients beside an option; if other options were studied, they are named first.

    What another study says of other options is no answer for this one.
    """
    studied = [pack.node[node_id] for node_id in finding.nodes if pack.node[node_id].kind == "option"]
    if not studied or option in studied:
        return finding.plain
    return f"{joined([node.plain_label for node in studied], '; ')}: {finding.plain}"


def _sources(pack: Pack, option: Node) -> frozenset[str]:
    """The sources that hold a finding of the option."""
    return frozenset(finding.source_id for finding in pack.findings_of[option.id])


def _is_partly(finding: Finding, applies: Applicability, measured: Sequence[frozenset[str]]) -> bool:
    """Whether it answers only in part; ``measured`` holds the sources of each other option."""
    if finding.finding_id in applies.arms:
        beside = [finding.source_id in sources for sources in measured]
        return not (any(beside) and (all(beside) or not is_share(finding)))
    if finding.finding_id in applies.alone or finding.finding_id in (t.finding for t in applies.turned):
        return False
    return finding.finding_id in applies.partly or applies.option not in finding.nodes
