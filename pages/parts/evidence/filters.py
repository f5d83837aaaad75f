"""The filters of the evidence page: widgets that show what the address says and write it when changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from pages.parts.evidence.url import (
    SUBJECTS,
    TABLES,
    TABLES_LABEL,
    EvidenceUrl,
    change_selection,
    change_to_tables,
)
from pages.shared.packs import cached_by_pack
from pages.shared.plain import plain
from pages.shared.widgets import for_example, show_buttons, show_search
from pathways.model import Pack, vocabulary
from pathways.search import names, selection
from pathways.search.selection import Selection
from pathways.text.sentences import capitalised

WORDS: dict[str, Mapping[Any, str]] = {
    "role": vocabulary.ROLE_LABELS,
    "design": vocabulary.DESIGN_LABELS,
    "funding": vocabulary.FUNDING_LABELS,
    "checked": vocabulary.CHECKED_LABELS,
}
"""The words of the filters that hold names out of a short list; those of groups are the pack's."""

LABELS = {
    "node": "Place on the map",
    "outcome": "Outcome",
    "role": "Kind of figure",
    "directness": "Who was studied",
    "design": "Study design",
    "funding": "Funding",
    "checked": "Checked",
    "size": "At least so many counted",
    "search": "Search all words",
}
VIEWS: Mapping[str, str] = {TABLES: TABLES_LABEL, **{str(name): label for name, label in SUBJECTS.items()}}
"""What the page can show, with the words of the buttons."""

FIRST = (TABLES, "how_often", "options", "gaps")
"""The views that are always in sight; what is not known is among them."""

_COLUMNS = {"outcome": "outcome_group"}
"""The columns of filters that are not called as the filter is."""

SIZES = (30, 100, 300, 1000, 10000)
"""The sizes that are offered; an address may hold any other."""


def show_subjects(url: EvidenceUrl) -> None:
    """The first views and subjects as a row of buttons, the others behind "More"."""
    chosen = TABLES if url.is_tables else url.selection.subject
    shown = [*FIRST, *([chosen] if chosen not in FIRST else [])]
    with st.container(key="subjects", horizontal=True, vertical_alignment="center"):
        show_buttons(
            "Subject",
            "subject",
            {name: VIEWS[name] for name in shown},
            chosen,
            is_labelled=False,
            on_change=lambda subject: _change_subject(url.selection, subject),
        )
        others = [name for name in VIEWS if name not in shown]
        st.menu_button(
            "More",
            others,
            format_func=VIEWS.__getitem__,
            key="more_subjects",
            on_click=lambda: _change_subject(url.selection, st.session_state["more_subjects"]),
        )


def _change_subject(chosen: Selection, name: str) -> None:
    """A kind of figure belongs to one subject; the other filters go along to the next."""
    if name == TABLES:
        change_to_tables()
    else:
        change_selection(chosen.without("role").having(subject=name))


def show_filters(pack: Pack, url: EvidenceUrl) -> None:
    """Search and place in sight, the rest in a panel that opens on demand."""
    chosen = url.selection
    with st.container(key="filters"):
        words, places, more = st.columns([5, 5, 3], vertical_alignment="bottom")
        with words:
            show_search(
                LABELS["search"],
                chosen.search,
                for_example("For example: ", pack.info.examples.finding),
                lambda words: change_selection(chosen.having(search=words)),
            )
        with places:
            _show_places(pack, chosen)
        if chosen.subject != "gaps":
            with more, st.popover("More filters", width="stretch"):
                _show_more(pack, chosen)


def _show_places(pack: Pack, chosen: Selection) -> None:
    st.session_state["node"] = list(chosen.node)
    st.multiselect(
        LABELS["node"],
        list(dict.fromkeys(names.names(pack).values())),
        format_func=lambda node_id: names.label(pack.node[node_id]),
        key="node",
        placeholder="Anywhere",
        select_all=False,
        on_change=lambda: change_selection(chosen.having(node=tuple(st.session_state["node"]))),
    )


def _show_more(pack: Pack, chosen: Selection) -> None:
    for name in ("outcome", "role", "directness", "design", "funding", "checked"):
        offered = _offered(pack, chosen, name)
        if len(offered) > 1:
            _show_choice(pack, chosen, name, offered)
    _show_size(chosen)


def _offered(pack: Pack, chosen: Selection, name: str) -> list[str]:
    """The names that occur in the pack, and those that the address asks for."""
    used = _used(pack, name)
    asked = getattr(chosen, name)
    return [c for c in selection.choices(pack, chosen.subject, name) if c in used or c in asked]


@cached_by_pack(32)
def _used(pack: Pack, name: str) -> frozenset[object]:
    """The names that occur in the records of the pack."""
    records = pack.sources if name in ("design", "funding") else pack.findings
    return frozenset(getattr(record, _COLUMNS.get(name, name)) for record in records)


def _show_choice(pack: Pack, chosen: Selection, name: str, offered: list[str]) -> None:
    st.session_state[name] = list(getattr(chosen, name))
    st.pills(
        LABELS[name],
        offered,
        selection_mode="multi",
        format_func=lambda value: plain(capitalised(_word(pack, name, value))),
        key=name,
        on_change=lambda: change_selection(chosen.having(**{name: tuple(st.session_state[name])})),
    )


def _word(pack: Pack, name: str, value: str) -> str:
    match name:
        case "directness":
            return pack.group[value].label
        case "outcome":
            return pack.outcome_group[value].label
        case _:
            return WORDS[name][value]


def _show_size(chosen: Selection) -> None:
    st.session_state["size"] = chosen.size
    st.pills(
        LABELS["size"],
        sorted({*SIZES, *([chosen.size] if chosen.size else [])}),
        format_func=lambda size: f"{size:,}",
        key="size",
        on_change=lambda: change_selection(chosen.having(size=st.session_state["size"])),
    )


def filters_in_words(pack: Pack, chosen: Selection) -> list[str]:
    """Each filter that is set, as a reader would say it."""
    said = []
    for name in chosen.filters:
        match name:
            case "node":
                values = [pack.node[node_id].plain_label for node_id in chosen.node]
            case "size":
                values = [f"{chosen.size:,}"]
            case "search":
                values = [f"“{chosen.search}”"]
            case _:
                values = [_word(pack, name, value) for value in getattr(chosen, name)]
        said.append(f"{LABELS[name]}: {' or '.join(values)}")
    return said
