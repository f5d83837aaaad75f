"""Whether a figure answers for an option: people who had just this option, or only partly."""

from __future__ import annotations

from collections.abc import Iterable

from pathways.model import Counted, Finding, Node, Pack, Turned


def own_and_partly(
    pack: Pack, option: Node, findings: Iterable[Finding]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Part the findings into those of people who had just this option, and those that answer only in part.

    Where the option was what a finding is compared with, the finding is turned, so that the people who had
    the option stand first. Findings of a place that follows several options answer only in part, unless the
    pack says that they are of this option alone.
    """
    counted = next((c for c in pack.compare.counted if c.option == option.id), Counted(option=option.id))
    turned = {one.finding: one for one in counted.turned}
    own: list[Finding] = []
    partly: list[Finding] = []
    for finding in findings:
        if finding.finding_id in turned:
            own.append(_turn(finding, turned[finding.finding_id]))
        elif _is_partly(finding, counted):
            partly.append(finding)
        else:
            own.append(finding)
    return tuple(own), tuple(partly)


def _is_partly(finding: Finding, counted: Counted) -> bool:
    if finding.finding_id in counted.alone:
        return False
    return finding.finding_id in counted.partly or counted.option not in finding.nodes


def _turn(finding: Finding, turned: Turned) -> Finding:
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
