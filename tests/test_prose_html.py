"""Prose of a pack as the pages show it."""

from __future__ import annotations

from collections import Counter

from pages.shared.prose_html import Citations, prose_html
from pathways.model import Pack


def test_a_hard_word_is_explained_where_it_first_stands_and_only_there(real_pack: Pack) -> None:
    html = prose_html(real_pack, ["Stenosis is a narrowing.", "The stenosis stays."], Citations(real_pack))
    assert html.count("<abbr") == 1


def test_words_of_a_pack_are_never_markup(real_pack: Pack) -> None:
    html = prose_html(real_pack, ["<script>alert()</script>"], Citations(real_pack))
    assert "<script" not in html


def test_several_findings_of_one_source_are_cited_once(real_pack: Pack) -> None:
    counts = Counter(finding.source_id for finding in real_pack.findings)
    source, findings = counts.most_common(1)[0]
    cited = [finding.finding_id for finding in real_pack.findings if finding.source_id == source]
    assert len(cited) == findings > 1
    assert Citations(real_pack).marks(cited).count("<a ") == 1
