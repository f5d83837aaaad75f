"""Walk the map: a case or a route, and at each place the way on, which is told after it was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st
from markupsafe import Markup

from pages.parts.learn import walk_told
from pages.parts.learn.sets import move, show_html, sources_section
from pages.parts.learn.titles import neutral_title
from pages.parts.learn.url import LearnUrl
from pages.shared.kept import kept_html
from pages.shared.plain import plain
from pages.shared.prose_html import Citations
from pages.shared.templates import rendered
from pathways.learning import walks
from pathways.learning.walks import Step, Walk
from pathways.model import Pack

BLANK = dict.fromkeys(("case", "from", "to", "trail", "number", "share"))
"""The parts of the address that are of one walk."""


class Told(NamedTuple):
    """What a step tells: above its buttons, below them, and the trail beside it."""

    above: Markup
    below: Markup
    trail: Markup


def show_walk(pack: Pack, url: LearnUrl) -> None:
    """Draw the step of the walk that is open, its end, or the walks to choose from."""
    if url.walk is None:
        _show_walks(pack, url)
        return
    told = told_html(pack, url)
    number = _number(url)
    done, beside = st.columns([8, 4], gap="large")
    with done:
        st.html(told.above)
        if number > len(url.walk.steps):
            st.button(
                "Walk it again", key="again", on_click=lambda: move(trail=None, number=None, share=None)
            )
        elif number <= len(url.trail):
            _show_onward(pack, url, url.walk, number)
        else:
            _show_ways(pack, url, url.walk.steps[number - 1])
        show_html(told.below)
    with beside:
        st.html(told.trail)
    st.button("Another walk", key="another_walk", type="tertiary", on_click=lambda: move(**BLANK))


def _number(url: LearnUrl) -> int:
    """The step that is open: none can be looked at before the one before it was chosen."""
    return min(url.number, len(url.trail) + 1)


@kept_html
def told_html(pack: Pack, url: LearnUrl) -> Told:
    """All that is told at the step that is open, for a walk that was chosen."""
    if url.walk is None:
        raise ValueError("No walk was chosen, so no step can be told.")
    walk, number, citations = url.walk, _number(url), Citations(pack)
    made = walks.chosen(pack, walk, url.trail)
    place = _place_html(url, walk, number)
    below = Markup("")
    if number > len(walk.steps):
        above = walk_told.end_html(pack, walk, made, citations) + _link_html(url)
    elif number <= len(made):
        above = walk_told.chosen_html(pack, walk, made[number - 1], citations)
        below = walk_told.others_html(pack, walk, made[number - 1], citations)
    else:
        above = _step_html(pack, walk, walk.steps[number - 1])
    trail = walk_told.trail_html(pack, walk, made, number)
    return Told(place + above, below + sources_section(pack, citations), trail)


def _place_html(url: LearnUrl, walk: Walk, number: int) -> Markup:
    """Which walk it is and which step: its title may tell the end, so it is told at the end."""
    title = neutral_title(walk.case) if walk.case else walk.title
    return rendered(
        "learn/walk_place.html",
        walk=walk,
        title=title,
        number=number,
        steps=len(walk.steps),
        parts=_parts_of_walk(url),
    )


def _show_walks(pack: Pack, url: LearnUrl) -> None:
    """The made-up cases, and the two ends of a route."""
    st.html(walks_html(pack))
    ids = [node.id for node in pack.nodes]
    start = url.start.id if url.start else pack.info.start
    with st.container(key="free_walk", horizontal=True, vertical_alignment="bottom"):
        _show_end_of_route(pack, "From", "from", ids, start)
        _show_end_of_route(pack, "To", "to", ["", *ids], url.goal.id if url.goal else "")


@kept_html
def walks_html(pack: Pack) -> Markup:
    """The cases of the pack, each with the link that begins its walk."""
    return rendered("learn/walks.html", cases=pack.cases, neutral_title=neutral_title)


def _show_end_of_route(pack: Pack, label: str, part: str, ids: Sequence[str], chosen: str) -> None:
    key = f"walk_{part}"
    st.session_state[key] = chosen
    st.selectbox(
        label,
        ids,
        format_func=lambda node_id: pack.node[node_id].plain_label if node_id else "Choose a place",
        key=key,
        on_change=lambda: move(**{part: st.session_state[key] or None}),
    )


def _step_html(pack: Pack, walk: Walk, step: Step) -> Markup:
    """Where one stands, and the story so far."""
    return rendered(
        "learn/step.html",
        here=pack.node[step.here],
        step=step,
        leg=walk.legs[step.leg],
        so_far=walk.told_at(step),
        goes_back=walk.goes_back(step),
        found=walks.found_at(pack, walk.legs[step.leg], step.here),
    )


def _show_ways(pack: Pack, url: LearnUrl, step: Step) -> None:
    """The ways on without their conditions; at a test, first the share that its tree will be drawn for."""
    here = pack.node[step.here]
    if here.kind == "test":
        from pages.parts.learn import trees  # its charts take long to load

        trees.show_share(pack, here, url)
    with st.container(key="ways"):
        for edge in walks.ways(pack, step.here):
            st.button(
                plain(pack.node[edge.end].plain_label),
                key=f"way_{edge.end}",
                on_click=_take,
                args=(url, edge.end),
                width="stretch",
            )


def _take(url: LearnUrl, end: str) -> None:
    move(trail=",".join((*url.trail, end)), number=str(len(url.trail) + 1))


def _show_onward(pack: Pack, url: LearnUrl, walk: Walk, number: int) -> None:
    """The way to the next step; at a test, then its trees for the share that was set."""
    st.button(
        "How it went" if number == len(walk.steps) else "Go on",
        key="next",
        type="primary",
        icon=":material/arrow_forward:",
        icon_position="right",
        on_click=lambda: move(number=str(number + 1)),
    )
    if (here := pack.node[walk.steps[number - 1].here]).kind == "test":
        from pages.parts.learn import trees  # its charts take long to load

        trees.show_trees(pack, here, url)


def _link_html(url: LearnUrl) -> Markup:
    """The link that carries the trail."""
    parts = {**_parts_of_walk(url), "trail": ",".join(url.trail)}
    return rendered("learn/trail_link.html", parts=parts, number=str(url.number))


def _parts_of_walk(url: LearnUrl) -> dict[str, str]:
    """The parts of the address that name the walk, and nothing of what was chosen on it."""
    if url.walk and url.walk.case:
        return {"case": url.walk.case.id}
    ends = {"from": url.start, "to": url.goal}
    return {name: node.id for name, node in ends.items() if node}
