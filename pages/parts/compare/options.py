"""Choosing what to compare: a common decision with one click, or any options from lists."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from pages.parts.compare.steps import go_to, show_onward
from pages.parts.compare.url import CompareUrl
from pages.shared.downloads import show_file
from pages.shared.option_params import options_parameter
from pages.shared.page_links import show_link
from pages.shared.plain import plain
from pages.shared.prose_html import node_link
from pages.shared.summary_sheet import summary_sheet
from pages.shared.templates import paragraph
from pages.shared.url import change_url
from pathways import sheet
from pathways.model import Pack, Preset

NO_THIRD = ""

CAUSE_NOT_KNOWN = "I do not know the cause yet: see the possible causes"
"""What leads on who cannot choose among decisions that each begin with a cause."""


def show_options(pack: Pack, url: CompareUrl) -> None:
    """The common decisions as buttons, then two lists of all options."""
    st.html(paragraph(pack.info.decision, lead="The decision.") + paragraph(pack.compare.why_first))
    st.header("Common decisions", anchor=False)
    first = pack.node[pack.compare.first].plain_label
    st.html(
        paragraph(
            f"Each button fills the comparison, with “{first}” as the first choice. "
            "What stands first in this list is not better."
        )
    )
    show_link("causes_and_tests", CAUSE_NOT_KNOWN, icon=":material/arrow_forward:")
    with st.container(key="compare_presets"):
        for preset in pack.compare.presets:
            _show_preset(pack, preset)
    st.header("Or choose yourself", anchor=False)
    _show_lists(pack, url)
    if len(url.options) > 1:
        show_onward("compare", "Next: compare")


def show_chosen(pack: Pack, url: CompareUrl) -> None:
    """For which decision the options stand side by side, the next step, and the way to print it."""
    with st.container(key="compare_chosen", horizontal=True, vertical_alignment="center", gap="small"):
        if url.preset:
            words = Markup("<p><strong>Why you are deciding.</strong> {}. {}</p>")
            st.html(words.format(_reason(pack, url.preset), url.preset.note))
        show_onward("matters", "Next: what matters to you", key="onward_at_the_top")
        name = f"my-page-to-take-home-{pack.info.version}"
        show_file(pack, "sheet.pdf", lambda: _sheet(pack, url), name, "One sheet to print (PDF)")


def _sheet(pack: Pack, url: CompareUrl) -> sheet.Sheet:
    """The page to take home as it is without a person's own questions and notes."""
    person = sheet.Person(tuple(url.matters.items()))
    return summary_sheet(pack, url.options, url.preset, url.shared, person)


def _reason(pack: Pack, preset: Preset) -> Markup | str:
    """The words of the decision, with the way to its cause where it has one."""
    return node_link(pack, preset.cause, preset.label) if preset.cause else preset.label


def _show_preset(pack: Pack, preset: Preset) -> None:
    labels = [pack.node[option].plain_label for option in preset.options]

    def choose() -> None:
        ids = (pack.compare.first, *preset.options)
        change_url(options=options_parameter(ids), decision=preset.id)
        go_to("compare")

    st.button(
        f"**{plain(preset.label)}.** {plain(' · '.join(labels))}",
        key=preset.id,
        on_click=choose,
        width="stretch",
    )


def _show_lists(pack: Pack, url: CompareUrl) -> None:
    others = [node.id for node in pack.nodes if node.kind == "option" and node.id != pack.compare.first]
    chosen = [option for option in url.option_ids if option != pack.compare.first]
    first, second, third = st.columns(3, vertical_alignment="bottom")
    first.html(paragraph(pack.node[pack.compare.first].plain_label, lead="Always there:"))
    for place, (column, label) in enumerate(
        ((second, "Second choice"), (third, "Third choice, if you like"))
    ):
        key = f"choice_{place}"
        st.session_state[key] = chosen[place] if place < len(chosen) else NO_THIRD
        column.selectbox(
            label,
            [NO_THIRD, *others],
            format_func=lambda option: pack.node[option].plain_label if option else "None",
            key=key,
            on_change=lambda: _change(pack),
        )


def _change(pack: Pack) -> None:
    asked = [st.session_state[f"choice_{place}"] for place in range(2)]
    ids = dict.fromkeys((pack.compare.first, *(option for option in asked if option)))
    change_url(options=options_parameter(tuple(ids)), decision=None, step="options")
