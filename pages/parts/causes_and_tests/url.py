"""What the page Causes and tests shows, as its URL says it; nothing is stored beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from pages.shared.chart_formats import FORMATS
from pages.shared.url import Reader, number
from pathways.charts.natural_frequencies import paired_accuracy
from pathways.evidence import causes, cited
from pathways.model import Finding, Node, NodeKind, Pack, Role

VIEWS = {"causes": "Possible causes", "tests": "Tests", "matrix": "Causes by tests", "signs": "Warning signs"}
"""The views of the page with their names."""

LEAST_SHARE, START_SHARE, MOST_SHARE = 1, 50, 99
"""The shares in 100 that a reader can set, and where the slider stands before that."""


@dataclass(frozen=True)
class Share:
    """How many in 100 have the condition: set by the reader, or taken from a finding."""

    percent: Decimal
    is_set: bool = False
    finding: Finding | None = None


@dataclass(frozen=True)
class CausesUrl:
    """A view of the page, what is chosen in it, and what of the address made no sense."""

    show: str
    cause: Node | None
    test: Node | None
    counted: Role
    share: Share
    save_as: str
    notes: tuple[str, ...] = ()

    @property
    def view_name(self) -> str:
        """The cause or the test that is open, or the list of them."""
        chosen = {"causes": self.cause, "tests": self.test}.get(self.show)
        return chosen.plain_label if chosen else VIEWS[self.show]

    def source_ids(self, pack: Pack) -> tuple[str, ...]:
        """The sources of the open cause or test, or of what was counted of all causes."""
        if chosen := {"causes": self.cause, "tests": self.test}.get(self.show):
            return cited.of_place(pack, chosen)
        return cited.of_findings(causes.counted(pack, self.counted))


def causes_url(pack: Pack, params: Mapping[str, str]) -> CausesUrl:
    """Read the address; what is not understood is left out and noted."""
    reader = Reader(params)
    countings = pack.info.causes_and_tests.countings
    test = _node(pack, "test", reader)
    show = reader.name("show", VIEWS, "view", f". The views are: {', '.join(VIEWS)}.")
    return CausesUrl(
        show=show or ("tests" if test else "causes"),
        cause=_node(pack, "cause", reader),
        test=test,
        counted=reader.name("counted", countings, "way of counting called", _there_are(countings))
        or "cause_share",
        share=_share(pack, test, reader),
        save_as=reader.name("save", FORMATS, "picture file", _there_are(FORMATS)) or "svg",
        notes=tuple(reader.notes),
    )


def shares_offered(pack: Pack, test: Node) -> tuple[Finding, ...]:
    """Findings whose share could stand for the people tested: how often the causes were found that the
    test was tried for.

    Only shares between the ends of the slider are offered, and none where a study counted things.
    """
    pairs = paired_accuracy(pack, test.id)
    if any(pair.counted != "people" for pair in pairs):
        return ()
    told = {node_id for pair in pairs for node_id in pair.sensitivity.nodes}
    known = [cause for cause in causes.nodes_of_kind(pack, "cause") if cause.id in told]
    findings = [finding for cause in known for finding in causes.how_often(pack, cause)]
    return tuple(f for f in findings if f.value is not None and LEAST_SHARE <= f.value <= MOST_SHARE)


def _node(pack: Pack, kind: NodeKind, reader: Reader) -> Node | None:
    ids = [node.id for node in causes.nodes_of_kind(pack, kind)]
    node_id = reader.name(kind, ids, f"{kind} called")
    return pack.node[node_id] if node_id else None


def _there_are(names: Iterable[str]) -> str:
    return f". There are: {', '.join(names)}."


def _share(pack: Pack, test: Node | None, reader: Reader) -> Share:
    words = reader.word("share")
    if LEAST_SHARE <= (number(words) or 0) <= MOST_SHARE:
        return Share(Decimal(words), is_set=True)
    for finding in shares_offered(pack, test) if test else ():
        if finding.finding_id == words and finding.value is not None:
            return Share(finding.value, is_set=True, finding=finding)
    if words:
        reader.leave_out("share", words, f". A share is a whole number from {LEAST_SHARE} to {MOST_SHARE}.")
    return Share(Decimal(START_SHARE))
