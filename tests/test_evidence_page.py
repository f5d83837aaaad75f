"""The evidence page through Streamlit's own test runner: subjects, filters, cards, files, odd addresses."""

from __future__ import annotations

import csv
import io
from functools import partial

import pandas as pd
import pytest
from markupsafe import escape
from streamlit.testing.v1 import AppTest

from pages.parts.evidence import tables
from pages.parts.evidence.lists import option_blocks
from pages.parts.evidence.locator_map import highlighted_boxes
from pages.parts.evidence.results_bar import ways
from pages.parts.evidence.url import SUBJECTS, WAYS, EvidenceUrl, evidence_url
from pathways import evidence
from pathways.evidence import Reading
from pathways.evidence.tables import NUMBERS
from pathways.exports.csv import written
from pathways.model import Pack, vocabulary
from pathways.search import selection
from pathways.search.selection import Selection
from tests.opened import html, opened

run = partial(opened, "evidence")


def address(pack: Pack, **params: str) -> EvidenceUrl:
    return evidence_url(pack, params)


def parameters_of(app: AppTest) -> dict[str, str]:
    words = app.query_params.items()
    return {key: value if isinstance(value, str) else value[0] for key, value in words}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_subject_draws_in_every_way_it_has(real_pack: Pack, subject: str, way: str) -> None:
    app = run(subject=subject, show=way)
    assert not app.exception
    shown = way if way in ways(address(real_pack, subject=subject)) else "list"
    assert next(c.value for c in app.segmented_control if c.key == "show") == shown


def test_the_count_says_how_many_fit_of_how_many(real_pack: Pack) -> None:
    everything = len(real_pack.findings)
    assert f"<strong>{everything} figures</strong>" in html(run(subject="all"))
    once = len(selection.selected(real_pack, Selection(checked=("no",))))
    assert f"<strong>{once} of {everything} figures</strong>" in html(run(checked="no"))


def test_a_long_list_is_cut_and_says_so_and_more_is_a_click_away(real_pack: Pack) -> None:
    app = run(subject="all")
    assert html(app).count('<article class="evidence-row"') == 20
    assert f"Shown: the first 20 of {len(real_pack.findings)} figures." in html(app)
    next(button for button in app.button if button.label == "Show more").click().run()
    assert html(app).count('<article class="evidence-row"') == 40
    assert parameters_of(app)["rows"] == "40"


def test_an_address_sets_every_filter_and_clearing_takes_them_off() -> None:
    app = run(
        subject="options", node="osteotomy", role="harm", design="cohort", size="100", search="operation"
    )
    assert app.multiselect[0].value == ["osteotomy"]
    assert app.text_input(key="search").value == "operation"
    assert "osteotomy-05" in html(app)
    next(button for button in app.button if button.label == "Clear filters").click().run()
    assert parameters_of(app) == {"subject": "options"}


def test_a_filter_that_is_changed_is_written_to_the_address() -> None:
    app = run(rows="60")
    app.text_input(key="search").set_value("osteotomy").run()
    assert parameters_of(app) == {"search": "osteotomy"}
    app.multiselect[0].set_value(["refusion"]).run()
    assert parameters_of(app) == {"search": "osteotomy", "node": "refusion"}


def test_another_subject_keeps_the_filters_but_not_the_kind_of_figure() -> None:
    app = run(subject="options", role="harm", design="rct")
    next(c for c in app.segmented_control if c.key == "subject").set_value("how_often").run()
    assert parameters_of(app) == {"subject": "how_often", "design": "rct"}


def test_four_views_are_in_sight_and_the_chosen_one_always_is() -> None:
    def shown(app: AppTest) -> list[str]:
        return next(c for c in app.segmented_control if c.key == "subject").options

    assert shown(run()) == ["At a glance", "How often", "Benefits and harms", "Not known"]
    assert shown(run(subject="cost"))[4:] == ["Cost"]


@pytest.mark.parametrize(
    "params",
    [
        {"subject": "nowhere"},
        {"node": "nowhere"},
        {"role": "<script>alert(1)</script>"},
        {"design": "nowhere"},
        {"size": "nowhere"},
        {"rows": "nowhere"},
        {"show": "nowhere"},
        {"kind": "nowhere"},
        {"save": "nowhere"},
        {"drawn": "nowhere"},
        {"finding": "nowhere-99"},
        {"source": "nowhere"},
    ],
)
def test_an_unknown_part_of_an_address_gets_one_sentence_and_the_rest_is_shown(
    params: dict[str, str],
) -> None:
    written = html(run(**params))
    assert written.count('class="notes"') == 1
    assert "<script>" not in written
    assert '<article class="evidence-row"' in written


def test_a_search_that_finds_nothing_says_so_and_points_to_what_is_not_known() -> None:
    written = html(run(search="nonsenseword"))
    assert "Nothing fits." in written
    assert "evidence?subject=gaps" in written


def test_every_figure_opens_its_card_with_its_source_and_its_places(real_pack: Pack) -> None:
    app = run()
    for finding in real_pack.findings[::7]:
        app.query_params["finding"] = finding.finding_id
        written = html(app.run())
        source = real_pack.source[finding.source_id]
        assert finding.finding_id in written
        assert ("Not known of this source" in written) == bool(source.incomplete)
        assert ("What says something else" in written) == bool(finding.conflicts_with)
        for node_id in finding.nodes:
            assert f"map?node={node_id}" in written


def test_a_source_card_lists_all_its_figures(real_pack: Pack) -> None:
    finding = real_pack.finding["osteotomy-05"]
    written = html(run(source=finding.source_id))
    for other in real_pack.findings:
        if other.source_id == finding.source_id:
            assert f"finding={other.finding_id}" in written


def test_the_card_of_a_share_draws_squares_on_demand() -> None:
    assert not run(finding="osteotomy-05").get("plotly_chart")
    assert run(finding="osteotomy-05", drawn="yes").get("plotly_chart")


def test_pictures_are_drawn_only_when_asked_for() -> None:
    assert not run(subject="how_often").get("plotly_chart")
    alts = [c.proto.alt for c in run(subject="how_often", show="pictures").get("plotly_chart")]
    assert len(alts) == 2, "One picture, for a wide and for a narrow screen."
    assert len(set(alts)) == 1


def test_disagreements_begin_with_all_lines_in_one_picture() -> None:
    app = run(subject="disagreements", show="pictures")
    assert "How far apart they are" in html(app)
    assert " lines from 0 to 100 in 100" in app.get("plotly_chart")[0].proto.alt


def test_every_option_shows_benefits_beside_harms_or_says_that_none_was_found(real_pack: Pack) -> None:
    for node in real_pack.nodes:
        if node.kind != "option":
            continue
        written = html(run(subject="options", node=node.id))
        if any(f.role in ("benefit", "harm") for f in real_pack.findings_of[node.id]):
            assert written.count("Possible benefits") == 1, node.id
            assert written.count("Possible harms") == 1, node.id
        for gap in real_pack.gaps_of[node.id]:
            assert escape(gap.said) in written, node.id


def _figures(told: Reading) -> tuple[str, ...]:
    return told.estimate, told.compared, told.complement, told.interval


def test_1000_is_explained_over_just_those_blocks_that_say_it(real_pack: Pack) -> None:
    everything = selection.selected(real_pack, Selection(subject="options"))
    blocks = [block.findings for block in option_blocks(real_pack, everything, ())]
    blocks += [[f for f in real_pack.findings if f.role == role] for role in vocabulary.ROLE_LABELS]
    explained = 0
    for block in blocks:
        told = evidence.readings(real_pack, block)
        is_said = any(" in 1,000" in words for one in told for words in _figures(one))
        assert bool(evidence.why_in_1000(block)) == is_said
        explained += is_said
    assert 0 < explained < len(blocks)
    assert evidence.why_in_1000(everything) in html(run(subject="options", node="scs_implant"))
    assert evidence.why_in_1000(everything) not in html(run(subject="options", node="refusion"))


def test_all_gaps_are_listed_each_with_its_place(real_pack: Pack) -> None:
    written = html(run(subject="gaps"))
    for gap in real_pack.gaps:
        assert f"<li>{escape(gap.said)} " in written
        assert escape(gap.missing) in written
        assert f"map?node={gap.node_id}" in written


def test_gaps_of_a_place_stand_where_its_numbers_would(real_pack: Pack) -> None:
    written = html(run(subject="how_often", node="carry_on"))
    for gap in real_pack.gaps_of["carry_on"]:
        assert escape(gap.said) in written


def test_all_groups_that_disagree_are_shown_with_why(real_pack: Pack) -> None:
    written = html(run(subject="disagreements", rows="9999"))
    groups = evidence.conflicts(real_pack, real_pack.findings)
    assert written.count('class="conflict-group"') == len(groups)
    for finding in real_pack.findings:
        assert (f'id="row-{finding.finding_id}"' in written) == bool(finding.conflicts_with)


def test_the_boxes_that_are_lit_hold_the_places_of_the_finding(real_pack: Pack) -> None:
    boxes = {box.id: box for box in real_pack.info.net}
    for finding in real_pack.findings:
        lit = highlighted_boxes(real_pack, finding.nodes)
        assert {node for box in lit for node in boxes[box].nodes} >= set(finding.nodes)


def test_the_file_holds_every_column_with_citations_and_no_formula(real_pack: Pack) -> None:
    table = tables.findings_file(real_pack, real_pack.findings)
    data = written(table, real_pack)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert len(rows) == len(real_pack.findings)
    assert list(rows[0]) == [*evidence.TABLE_COLUMNS.values(), "Data version"]
    assert all(row["Source"] and row["Link"] and row["Data version"] for row in rows)
    numbers = {evidence.TABLE_COLUMNS[name] for name in NUMBERS}
    words = [cell for row in rows for name, cell in row.items() if name not in numbers]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in words)


def test_the_file_holds_numbers_with_the_digits_of_their_source_and_blanks(real_pack: Pack) -> None:
    data = written(tables.findings_file(real_pack, real_pack.findings), real_pack)
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    for row in rows:
        finding = real_pack.finding[row["Finding"]]
        for name, number in (
            ("Value", finding.value),
            ("Low", finding.low),
            ("High", finding.high),
            ("Events", finding.events),
            ("Total", finding.total),
            ("Months", finding.follow_up_months),
        ):
            assert row[name] == ("" if number is None else str(number)), (row["Finding"], name)
        assert row["Unit"] == finding.unit
    assert any(row["Value"].startswith("-") for row in rows)


@pytest.mark.parametrize("column", tables.NUMBERS)
def test_a_column_of_numbers_sorts_by_them(column: str, real_pack: Pack) -> None:
    table = tables.shown_table(real_pack, real_pack.findings)
    known = table.sort_values(column)[column].dropna().tolist()
    assert known == sorted(known)
    assert len(known) > 30


def test_a_share_alone_has_a_bar(real_pack: Pack) -> None:
    table = tables.shown_table(real_pack, real_pack.findings)
    for finding, share in zip(real_pack.findings, table["Share"], strict=True):
        has_bar = evidence.is_share(finding) and finding.value is not None
        assert pd.notna(share) == has_bar, finding.finding_id


def test_what_most_rows_share_is_said_once_and_the_exception_in_its_row(real_pack: Pack) -> None:
    table = tables.shown_table(real_pack, real_pack.findings)
    for finding, exception in zip(real_pack.findings, table["Not as usual"], strict=True):
        assert ("read once only" in exception) == (finding.checked == "no")
        has_funding = real_pack.source[finding.source_id].funding != "not_stated"
        assert ("funded" in exception or "no funding" in exception) == has_funding
    assert (table["Not as usual"] == "").sum() > len(table) / 2
    assert html(run(subject="all", show="table")).count(str(escape(tables.USUAL))) == 1


def test_the_table_stands_in_the_order_of_the_findings_it_opens(real_pack: Pack) -> None:
    findings = selection.selected(real_pack, Selection(subject="how_often"))
    table = tables.shown_table(real_pack, findings)
    assert list(table["What was found"]) == [finding.plain for finding in findings]


def test_files_of_gaps_and_sources_hold_them_all(real_pack: Pack) -> None:
    assert len(tables.gaps_file(real_pack, real_pack.gaps)) == len(real_pack.gaps)
    sources = tables.sources_file(real_pack, real_pack.sources)
    assert list(sources["Source id"]) == [source.source_id for source in real_pack.sources]
    assert not (sources == "").drop(columns=["Not known", "Figures"]).any().any()
