"""The numbers of a card: the answers in lines first, then every figure, folded by what was counted."""

from __future__ import annotations

import re

from pages.shared.card_numbers import FEW, numbers_html
from pages.shared.node_card import card_html
from pages.shared.prose_html import Citations
from pathways.comparison.risk_table import risk_table
from pathways.model import Pack


def _said(pack: Pack, node_id: str) -> str:
    return "".join(map(str, numbers_html(pack, pack.node[node_id], Citations(pack))))


def test_no_figure_of_any_card_is_lost_or_told_twice(real_pack: Pack, tiny: Pack) -> None:
    for pack in (real_pack, tiny):
        for node in pack.nodes:
            told = re.findall(r'finding=([\w-]+)">All about', _said(pack, node.id))
            assert sorted(told) == sorted(f.finding_id for f in pack.findings_of[node.id]), node.id


def test_every_line_leads_to_a_fold_of_its_own(real_pack: Pack) -> None:
    for node in real_pack.nodes:
        written = _said(real_pack, node.id)
        folds = re.findall(r'<details class="in-words" id="([\w-]+)"', written)
        lines = re.findall(r'<a href="#(numbers-[\w-]+)">', written)
        assert len(set(folds)) == len(folds), node.id
        if len(real_pack.findings_of[node.id]) > FEW or node.kind == "option":
            assert lines
            assert sorted(lines) == sorted(folds), node.id


def test_benefits_and_harms_stand_side_by_side_before_any_figure_in_full(real_pack: Pack) -> None:
    for node in real_pack.nodes:
        if node.kind == "option" and real_pack.findings_of[node.id]:
            written = _said(real_pack, node.id)
            first = written.index("<details")
            assert written.index("Possible benefits") < written.index("Possible harms") < first, node.id


def test_a_line_has_the_figure_that_leads_the_risk_table(real_pack: Pack) -> None:
    for row in risk_table(real_pack):
        written = _said(real_pack, row.option.id)
        for cell in row.cells:
            name = f'<a href="#numbers-{cell.outcome.part}-{cell.outcome.id}">'
            roles = {told.finding.role for told in cell.readings}
            if cell.lead and cell.lead.brief.figure and roles == {cell.outcome.part}:
                line = written[written.index(name) :].partition("</a>")[0]
                assert f"<b>{cell.lead.brief.figure}</b>" in line, (row.option.id, cell.outcome.id)


def test_what_was_not_found_is_named_on_its_side(real_pack: Pack) -> None:
    for row in risk_table(real_pack):
        if not {"benefit", "harm"} <= {f.role for f in real_pack.findings_of[row.option.id]}:
            continue
        missing = [cell.outcome.label for cell in row.cells if not cell.count and cell.outcome.part == "harm"]
        written = _said(real_pack, row.option.id)
        harms = written[written.index("Possible harms") :].partition("</section>")[0]
        assert all(label in harms.partition("Nothing found:")[2] for label in missing), row.option.id


def test_a_side_without_any_figure_says_so(tiny: Pack, real_pack: Pack) -> None:
    for pack in (tiny, real_pack):
        for node in pack.nodes:
            if node.kind == "option" and not pack.findings_of[node.id]:
                assert _said(pack, node.id).count("No usable number was found.") == 2


def test_few_figures_are_open_and_many_are_folded(real_pack: Pack) -> None:
    for node in real_pack.nodes:
        count = len(real_pack.findings_of[node.id])
        assert (" open>" in _said(real_pack, node.id)) is (0 < count <= FEW), node.id


def test_where_findings_disagree_is_folded_among_the_numbers_and_open_where_nothing_is_known(
    real_pack: Pack,
) -> None:
    node = next(n for n in real_pack.nodes if any(f.conflicts_with for f in real_pack.findings_of[n.id]))
    folded = "<summary>Where findings disagree"
    assert folded in card_html(real_pack, node, "numbers")
    assert folded not in card_html(real_pack, node, "unknown")
    assert "<h3>Where findings disagree" in card_html(real_pack, node, "unknown")
