"""Walk the map: a case or a route, and at each place the way on, which is told after it was chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st
from markupsafe import Markup

from pages.parts.learn import walk_told
from pages.parts.learn.sets import move, show_sources
from pages.parts.learn.url import LearnUrl
from pages.shared.plain import plain
from pages.shared.prose_html import Citations
from pages.shared.templates import rendered
from pages.shared.url import change_url
from pathways.learning import walks
from pathways.learning.walks import Chosen, Step, Walk
from pathways.model import Pack

BLANK = dict.fromkeys(("case", "from", "to", "trail", "number", "share"))
"""The parts of the address that are of one walk."""


def show_walk(pack: Pack, url: LearnUrl) -> None:
    """Draw the step of the walk that is open, its end, or the walks to choose from."""
    if url.walk is None:
        _show_walks(pack, url)
        return
    number = min(url.number, len(url.trail) + 1)
    made = walks.chosen(pack, url.walk, url.trail)
    done, beside = st.columns([8, 4], gap="large")
    with done:
        st.html(rendered("learn/walk_place.html", walk=url.walk, number=number, steps=len(url.walk.steps)))
        if number > len(url.walk.steps):
            _show_end(pack, url, url.walk, made)
        elif number <= len(made):
            _show_chosen(pack, url, url.walk, made[number - 1], number)
        else:
            _show_step(pack, url, url.walk, url.walk.steps[number - 1])
    with beside:
        st.html(walk_told.trail_html(pack, url.walk, made, number))
    st.button("Another walk", key="another_walk", type="tertiary", on_click=lambda: move(**BLANK))


def _show_walks(pack: Pack, url: LearnUrl) -> None:
    """The made-up cases, and the two ends of a route."""
    st.html(rendered("learn/walks.html", cases=pack.cases))
    ids = [node.id for node in pack.nodes]
    start = url.start.id if url.start else pack.info.start
    with st.container(key="free_walk", horizontal=True, vertical_alignment="bottom"):
        _show_end_of_route(pack, "From", "from", ids, start)
        _show_end_of_route(pack, "To", "to", ["", *ids], url.goal.id if url.goal else "")


def _show_end_of_route(pack: Pack, label: str, part: str, ids: Sequence[str], chosen: str) -> None:
    key = f"walk_{part}"
    st.session_state[key] = chosen
    st.selectbox(
        label,
        ids,
        format_func=lambda node_id: pack.node[node_id].plain_label if node_id else "Choose a place",
        key=key,
        on_change=lambda: change_url(**{part: st.session_state[key] or None}),
    )


def _show_step(pack: Pack, url: LearnUrl, walk: Walk, step: Step) -> None:
    """Where one stands, the story so far, and the ways on without their conditions."""
    here = pack.node[step.here]
    st.html(
        rendered("learn/step.html", here=here, step=step, leg=walk.legs[step.leg], so_far=walk.told_at(step))
    )
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


def _show_chosen(pack: Pack, url: LearnUrl, walk: Walk, made: Chosen, number: int) -> None:
    citations = Citations(pack)
    st.html(walk_told.chosen_html(pack, walk, made, citations))
    is_last = number == len(walk.steps)
    st.button(
        "How it went" if is_last else "Go on",
        key="next",
        type="primary",
        icon=":material/arrow_forward:",
        icon_position="right",
        on_click=lambda: move(number=str(number + 1)),
    )
    if (here := pack.node[made.step.here]).kind == "test":
        from pages.parts.learn import trees  # its charts take long to load

        trees.show_trees(pack, here, url, citations)
    if made.others:
        st.html(walk_told.others_html(pack, walk, made, citations))
    show_sources(pack, citations)


def _show_end(pack: Pack, url: LearnUrl, walk: Walk, made: Sequence[Chosen]) -> None:
    citations = Citations(pack)
    st.html(walk_told.end_html(pack, walk, made, citations) + _link_html(url))
    st.button("Walk it again", key="again", on_click=lambda: move(trail=None, number=None, share=None))
    show_sources(pack, citations)


def _link_html(url: LearnUrl) -> Markup:
    """The link that carries the trail."""
    ends = {"from": url.start, "to": url.goal}
    parts: Iterable[tuple[str, str]] = [(name, node.id) for name, node in ends.items() if node]
    case = url.walk.case.id if url.walk and url.walk.case else None
    return rendered(
        "learn/trail_link.html",
        parts={**(dict(parts) if case is None else {"case": case}), "trail": ",".join(url.trail)},
        number=str(url.number),
    )
