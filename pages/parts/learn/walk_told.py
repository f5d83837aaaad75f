"""What is told on a walk: the way that was chosen, that of the walk, the others, the trail, and the end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from pages.shared.prose_html import Citations, node_link
from pages.shared.templates import rendered
from pathways.learning import walks
from pathways.learning.walks import Chosen, Step, Walk
from pathways.model import Edge, Pack
from pathways.model.vocabulary import CONVENTION_LABEL, CRITERION_KINDS, RESULT_LABELS, SOURCES_SAY_LABELS
from pathways.text import markup

_CITED = re.compile(r"\(([a-z0-9]+(?:-[a-z0-9]+)*)\)")
"""A finding as the texts of cases name it."""

STATES = {"met": "met here", "not_met": "not met here"}


def chosen_html(pack: Pack, walk: Walk, made: Chosen, citations: Citations) -> Markup:
    """What was chosen, and the way of the walk, each with its condition and what it rests on."""
    return rendered(
        "learn/chosen.html",
        here=pack.node[made.step.here],
        made=made,
        is_case=walk.case is not None,
        sign=_sign(pack, walk, made),
        fits=not made.is_same and walks.speaks_for(pack, walk.legs[made.step.leg], made.edge.end),
        chosen=_way(pack, made.edge, citations),
        taken=_way(pack, made.taken, citations),
        against=[] if made.is_same else _against(pack, walk, made, made.edge.end, citations),
    )


def _sign(pack: Pack, walk: Walk, made: Chosen) -> dict[str, str]:
    """What to do about a sign that was passed over: its place, what is said first there, and whom to call."""
    node_id = walks.emergency_of(pack, walk, made.step) or made.taken.end
    call = pack.info.emergency.call if pack.info.emergency else ""
    node = pack.node[node_id]
    return {"label": node.plain_label, "summary": markup.own_words(node.summary), "call": call}


def others_html(pack: Pack, walk: Walk, made: Chosen, citations: Citations) -> Markup:
    """The ways that were not taken, and what speaks against each at this case."""
    others = [
        {
            **_way(pack, way, citations),
            "against": _against(pack, walk, made, way.end, citations),
            "fits": walks.speaks_for(pack, walk.legs[made.step.leg], way.end),
        }
        for way in made.others
    ]
    if not others:
        return Markup("")
    return rendered("learn/others.html", others=others, is_case=walk.case is not None)


def _way(pack: Pack, edge: Edge, citations: Citations) -> dict[str, object]:
    return {
        "place": node_link(pack, edge.end),
        "kind": edge.terms.label,
        "condition": edge.condition,
        "result": RESULT_LABELS[edge.result],
        "basis": citations.marks(edge.basis) or CONVENTION_LABEL,
    }


def _against(
    pack: Pack, walk: Walk, made: Chosen, node_id: str, citations: Citations
) -> list[dict[str, object]]:
    rows = walks.speaking_against(pack, walk.legs[made.step.leg], node_id)
    return [
        {
            "kind": CRITERION_KINDS[row.criterion.kind],
            "says": row.criterion.plain,
            "state": STATES[row.state],
            "caution": row.criterion.caution,
            "note": row.criterion.source_note,
            "basis": citations.marks(row.criterion.findings),
            "habit": CONVENTION_LABEL if row.criterion.is_convention else "",
        }
        for row in rows
    ]


def trail_html(pack: Pack, walk: Walk, made: Sequence[Chosen], number: int) -> Markup:
    """The places that were passed as a small map: one line, and what was chosen otherwise beside it."""
    seen = made[:number]
    is_open = number > len(made) and number <= len(walk.steps)
    passed = [
        {**_stood(pack, walk, one.step), "aside": None if one.is_same else pack.node[one.edge.end]}
        for one in seen
    ]
    step = walk.steps[number - 1] if is_open else None
    if step:
        last = _stood(pack, walk, step)
    else:
        end = seen[-1].step.goes_to if seen else walk.legs[0].route[0]
        last = {"node": pack.node[end], "branch": bool(seen and seen[-1].step.leg), "starts": False}
    return rendered("learn/trail.html", passed=passed, last=last)


def _stood(pack: Pack, walk: Walk, step: Step) -> dict[str, object]:
    """A place of the trail, and whether a new part of the walk begins there or it lies on one."""
    return {
        "node": pack.node[step.here],
        "branch": step.leg > 0,
        "starts": step.is_first and step.leg > 0,
        "goes_back": walk.goes_back(step),
    }


def end_html(pack: Pack, walk: Walk, made: Sequence[Chosen], citations: Citations) -> Markup:
    """The trail against that of the walk, warning signs first; then what the case teaches."""
    parted = sorted((one for one in made if not one.is_same), key=lambda one: not one.passes_sign)
    rows = [
        {
            "made": one,
            "here": node_link(pack, one.step.here),
            "chosen": node_link(pack, one.edge.end),
            "taken": node_link(pack, one.taken.end),
            "condition": one.taken.condition,
        }
        for one in parted
    ]
    case = walk.case
    return rendered(
        "learn/walk_end.html",
        walk=walk,
        all=len(made),
        same=len(made) - len(parted),
        rows=rows,
        debrief=[cited_html(pack, words, citations) for words in _taught(walk)],
        decisions=case.decisions if case else (),
        sources_say=SOURCES_SAY_LABELS,
        feedback=lambda words: cited_html(pack, words, citations),
        basis=lambda cites: _cites(pack, cites, citations),
    )


def _taught(walk: Walk) -> tuple[str, ...]:
    changes = tuple(leg.teaches for leg in walk.legs if leg.teaches)
    return (*(walk.case.debrief if walk.case else ()), *changes)


def _cites(pack: Pack, cites: Iterable[str], citations: Citations) -> Markup:
    return citations.marks(name for name in cites if name in pack.finding)


def cited_html(pack: Pack, words: str, citations: Citations) -> Markup:
    """Words of a case with each finding that they name as the number of its source."""
    html, end = Markup(""), 0
    for found in _CITED.finditer(words):
        if found[1] in pack.finding:
            html += escape(words[end : found.start()]) + citations.mark(found[1])
            end = found.end()
    return html + escape(words[end:])
