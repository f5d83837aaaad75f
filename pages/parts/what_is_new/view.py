"""The page What is new: how much changed, then which figures have another number, then each change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import streamlit as st
from markupsafe import Markup

from pages.parts.what_is_new.items import Line, line
from pages.parts.what_is_new.url import WhatIsNewUrl
from pages.shared.kept import kept_html
from pages.shared.templates import paragraph, rendered
from pathways.changes.changelog import NO_REASON, versions
from pathways.changes.told import counted
from pathways.model import Change, ChangedThing, Pack
from pathways.model.vocabulary import CHANGE_LABELS, CHANGED_THINGS

FIGURE_FIELDS = frozenset(
    {
        *("value", "low", "high", "bounds", "unit", "events", "total", "measure", "follow_up_months"),
        *("comparator_value", "comparator_events", "comparator_total", "source_id"),
    }
)
"""Fields of a finding that make its figure: what stands there is what a reader may have leaned on."""


def show_changes(pack: Pack, url: WhatIsNewUrl) -> None:
    """The version that is asked for, or that there is no record."""
    if url.version is None:
        st.html(paragraph("This pathway keeps no record of its changes yet."))
    else:
        st.html(changes_html(pack, url))


@kept_html
def changes_html(pack: Pack, url: WhatIsNewUrl) -> Markup:
    """The whole page as one element."""
    told = url.version
    assert told is not None  # noqa: S101 (asked by the caller)
    figures = [change for change in told.changes if is_of_figure(change)]
    listed = [change for change in told.changes if (change.kind, change.what) == (url.kind, url.what)]
    return rendered(
        "what_is_new/page.html",
        versions=list(versions(pack)),
        told=told,
        first=_first_words(pack, told.changes),
        figures=[line(pack, change, FIGURE_FIELDS) for change in figures],
        counts=counts(told.changes),
        kinds=CHANGE_LABELS,
        things=CHANGED_THINGS,
        chosen=url,
        heading=f"{CHANGE_LABELS[url.kind]}: {counted(url.what, len(listed))}",
        reasons=by_reason(pack, listed),
    )


def is_of_figure(change: Change) -> bool:
    """Whether a change put a number, its range, its counts, its unit, its time or its source right.

    A new or retired figure is no such change: it is counted as what came or went.
    """
    return change.what == "finding" and not FIGURE_FIELDS.isdisjoint(change.fields)


def counts(changes: Iterable[Change]) -> dict[ChangedThing, Counter[str]]:
    """How many of each thing came, were corrected and went, in the order of readers."""
    found: dict[ChangedThing, Counter[str]] = {what: Counter() for what in CHANGED_THINGS}
    for change in changes:
        found[change.what][change.kind] += 1
    return {what: count for what, count in found.items() if count}


def by_reason(pack: Pack, changes: Iterable[Change]) -> dict[str, list[Line]]:
    """Changes as lines under their reason, the reason of most first."""
    reasons: dict[str, list[Line]] = {}
    for change in changes:
        reasons.setdefault(change.why or f"{NO_REASON}.", []).append(line(pack, change))
    return dict(sorted(reasons.items(), key=lambda reason: -len(reason[1])))


def _first_words(pack: Pack, changes: Sequence[Change]) -> str:
    """What a first version says of itself; blank for one that came after another."""
    is_first = len(changes) == 1 and (changes[0].what, changes[0].id) == ("pack", pack.info.id)
    return changes[0].why if is_first else ""
