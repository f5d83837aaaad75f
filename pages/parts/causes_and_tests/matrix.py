"""Causes by tests: what each test can tell of each cause, and where nothing usable is known."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from pages.parts.causes_and_tests.links import page_link
from pages.shared.kept import kept_html
from pages.shared.templates import rendered
from pages.shared.url import link
from pathways.evidence import causes
from pathways.evidence.causes import DiagnosticTest
from pathways.model import Node, Pack
from pathways.text.sentences import capitalised, joined

SOURCE = "a result points here, with a source"
HABIT = "a result points here, by habit"
STUDIED = "no result points here"
MEASURED = "how well it tells was measured"
RULE = "a rule is known"


def show_matrix(pack: Pack) -> None:
    """Draw the matrix with its legend; each cell leads to its test with its cause."""
    st.html(matrix_html(pack))


@kept_html
def matrix_html(pack: Pack) -> Markup:
    """Causes down, tests across, as a table and for narrow screens as a list that opens."""
    tests = [(test, page_link(test)) for test in causes.nodes_of_kind(pack, "test")]
    rows = [_row(pack, cause) for cause in causes.nodes_of_kind(pack, "cause")]
    return rendered("causes_and_tests/matrix.html", tests=tests, rows=rows)


def _row(pack: Pack, cause: Node) -> dict[str, object]:
    told = causes.by_tests(pack, cause)
    return {
        "cause": cause,
        "link": page_link(cause),
        "cells": [None if test.is_empty else _cell(test, cause) for test in told],
        "missing": [test.test.plain_label for test in told if test.is_empty],
    }


def _cell(told: DiagnosticTest, cause: Node) -> dict[str, object]:
    way = SOURCE if told.has_source else HABIT if told.ways else STUDIED
    known = MEASURED if told.is_measured else RULE if told.telling else ""
    return {
        "test": told.test,
        "href": link("causes_and_tests", show="tests", test=told.test.id, cause=cause.id),
        "place": None if not told.ways else 0 if told.has_source else 2,
        "known": "measured" if told.is_measured else "rule" if told.telling else "",
        "label": f"{told.test.plain_label} for {cause.plain_label}: {joined((way, known), ', ')}",
        "words": capitalised(joined((way, known), ", ")),
    }
