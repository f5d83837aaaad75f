"""Whose figure it is: people who had just this option, the other group of its study, or a mixed group."""

from __future__ import annotations

from collections.abc import Iterable

from pathways.model import Counted, Finding, Node, Pack, Turned


def own_and_mixed(
    pack: Pack, option: Node, findings: Iterable[Finding]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Part the findings into those of people who had just this option, and those of other or mixed groups.

    Where the option was what a finding is compared with, the finding is turned, so that the people who had
    the option stand first. Findings of a place that follows several options are mixed, unless the pack says
    that they are of this option alone.
    """
    counted = next((c for c in pack.compare.counted if c.option == option.id), Counted(option=option.id))
    turned = {one.finding: one for one in counted.turned}
    own: list[Finding] = []
    mixed: list[Finding] = []
    for finding in findings:
        if finding.finding_id in turned:
            own.append(_turn(finding, turned[finding.finding_id]))
        elif _is_mixed(finding, counted):
            mixed.append(finding)
        else:
            own.append(finding)
    return tuple(own), tuple(mixed)


def _is_mixed(finding: Finding, counted: Counted) -> bool:
    if finding.finding_id in counted.alone:
        return False
    return finding.finding_id in counted.not_alone or counted.option not in finding.nodes


def _turn(finding: Finding, turned: Turned) -> Finding:
    """The same finding seen from its other group. The range belongs to the group that it was given for."""
    return finding.model_copy(
        update={
            "population": turned.these,
            "plain_population": turned.these,
            "comparator": turned.others,
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
