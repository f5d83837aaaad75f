"""Whether a figure answers for an option: people who had just this option, or only partly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pathways.evidence import is_share
from pathways.model import Applicability, ComparatorArm, Finding, Node, Pack


def direct_and_indirect(
    pack: Pack, option: Node, findings: Iterable[Finding], others: Iterable[Node] = ()
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Part the findings into those of people who had just this option, and those that answer only in part.

    Where the option was what a finding is compared with, the finding is turned, so that the people who had
    the option stand first. Findings of a place that follows several options answer only in part, unless the
    pack says that they are of this option alone. An arm of a study answers only beside one of the ``others``
    that the same study measured; a share, which is drawn in squares, only if that study measured them all.
    """
    counted = applicability_of(pack, option)
    turned = {one.finding: one for one in counted.turned}
    measured = [_sources(pack, other) for other in others]
    own: list[Finding] = []
    partly: list[Finding] = []
    for finding in findings:
        is_partly = _is_partly(finding, counted, measured)
        seen = _turn(finding, turned[finding.finding_id]) if finding.finding_id in turned else finding
        (partly if is_partly else own).append(seen)
    return tuple(own), tuple(partly)


def applicability_of(pack: Pack, option: Node) -> Applicability:
    """What the pack says of the findings that are not, or not only, of people who had the option."""
    return next((c for c in pack.compare.counted if c.option == option.id), Applicability(option=option.id))


def arms_beside(pack: Pack, option: Node, others: Iterable[Node]) -> tuple[Finding, ...]:
    """Findings of the others in which the option is what they are compared with, as the pack names them."""
    ids = {other.id for other in others}
    arms = (pack.finding[arm] for arm in applicability_of(pack, option).arms)
    return tuple(arm for arm in arms if option.id not in arm.nodes and ids.intersection(arm.nodes))


def _sources(pack: Pack, option: Node) -> frozenset[str]:
    """The sources that hold a finding of the option."""
    return frozenset(finding.source_id for finding in pack.findings_of[option.id])


def _is_partly(finding: Finding, counted: Applicability, measured: Sequence[frozenset[str]]) -> bool:
    """Whether it answers only in part; ``measured`` holds the sources of each other option."""
    if finding.finding_id in counted.arms:
        beside = [finding.source_id in sources for sources in measured]
        return not (any(beside) and (all(beside) or not is_share(finding)))
    if finding.finding_id in counted.alone or finding.finding_id in (t.finding for t in counted.turned):
        return False
    return finding.finding_id in counted.partly or counted.option not in finding.nodes


def _turn(finding: Finding, turned: ComparatorArm) -> Finding:
    """The same finding seen from its other group, in words for patients.

    The words for clinicians stay those of the source. The range belongs to the group that it was given for.
    """
    return finding.model_copy(
        update={
            "plain": turned.plain,
            "plain_population": turned.these,
            "plain_comparator": turned.others,
            "value": finding.comparator_value,
            "events": finding.comparator_events,
            "total": finding.comparator_total,
            "comparator_value": finding.value,
            "comparator_events": finding.events,
            "comparator_total": finding.total,
            "low": None,
            "high": None,
            "bounds": "",
        }
    )
