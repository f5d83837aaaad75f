"""The page of a report: what it is about, the text to copy, and where it can be sent."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from pages.parts.mistake.url import MistakeUrl
from pages.shared import url
from pages.shared.kept import kept_html
from pages.shared.templates import rendered
from pathways.model import Finding, Pack, Source


def show_report(pack: Pack, asked: MistakeUrl) -> None:
    """The prepared text with its two ways on; nothing is sent from here."""
    from pages.parts.mistake.report import report, where_to_send  # what knows addresses is slow to load
    from pages.shared.downloads import links_here

    made = report(pack, asked.subject, links_here())
    with st.container(key="reading"):
        st.html(_before_html(pack, asked, made.about))
        st.code(made.text, language=None, wrap_lines=True)
        st.html(_after_html(pack, where_to_send(pack.info.report_mistake_to, made)))


@kept_html
def _before_html(pack: Pack, asked: MistakeUrl, about: str) -> Markup:  # noqa: ARG001 (links depend on it)
    back = ""
    if isinstance(asked.subject, Finding):
        back = url.link("evidence", finding=asked.subject.finding_id)
    elif isinstance(asked.subject, Source):
        back = url.link("evidence", source=asked.subject.source_id)
    return rendered("mistake/before.html", about=about, back=back)


@kept_html
def _after_html(pack: Pack, send: str) -> Markup:
    return rendered("mistake/after.html", info=pack.info, send=send, is_mail=send.startswith("mailto:"))
