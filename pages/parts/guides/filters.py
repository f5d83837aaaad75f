"""The filters of the claims: by verdict, kind, subject and place, and a search in their words."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from pages.parts.guides.url import GuidesUrl
from pages.shared.templates import fixed
from pages.shared.url import change_url
from pages.shared.widgets import ANY, for_example, show_buttons, show_list, show_search
from pathways.model import Pack, vocabulary
from pathways.search import claims
from pathways.search.labels import home_label, kind_label, subject_label


def show_filters(pack: Pack, url: GuidesUrl) -> None:
    """Draw the filters as the address has them; each change is written to the address.

    The verdicts count the claims that fit all else that is asked, and a bar shows their shares.
    """
    wanted = url.wanted
    found = claims.matching(pack, replace(wanted, verdict=""))
    counts = claims.counts(found)
    labels = {str(code): f"{label}: {counts[code]}" for code, label in vocabulary.VERDICT_LABELS.items()}
    verdicts = {ANY: f"All: {len(found)}", **labels}
    st.html(fixed("guides/bar.html", counts=tuple(counts.items()), words=claims.counts_in_words(found)))
    show_buttons("Verdict on the claim", "verdict", verdicts, wanted.verdict, resets=["shown"])
    kind, subject, place, search = st.columns([2, 3, 4, 4], vertical_alignment="bottom")
    with kind:
        kinds = {name: kind_label(pack, name) for name in sorted({claim.kind for claim in pack.claims})}
        show_list("Kind", "kind", kinds, wanted.kind, resets=["shown"])
    with subject:
        show_list("Subject", "subject", _subjects(pack), wanted.subject, resets=["shown"])
    with place:
        homes = (home for claim in pack.claims for home in claim.homes)
        places = {home: home_label(pack, home) for home in homes}
        show_list("Place", "place", places, wanted.place, resets=["shown"])
    with search:
        show_search(
            "Search in claims and reasons",
            wanted.words,
            for_example("Type, for example: ", pack.info.examples.claim),
            lambda words: change_url(search=words or None, shown=None),
        )


def _subjects(pack: Pack) -> dict[str, str]:
    subjects = {claim.subject: subject_label(pack, claim.subject) for claim in pack.claims}
    return dict(sorted(subjects.items(), key=lambda subject: subject[1]))
