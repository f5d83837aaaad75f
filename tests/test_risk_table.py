"""The risk table and the table of how often: what leads a cell, what is missing, and where each leads."""

from __future__ import annotations

import re
from functools import partial

import pytest
from markupsafe import escape

from pages.parts.evidence import at_a_glance
from pages.parts.evidence.url import evidence_url
from pathways import evidence
from pathways.comparison.headlines import headlines
from pathways.comparison.risk_table import RiskCell, beyond_options, risk_table
from pathways.model import Pack
from pathways.model.vocabulary import COUNTING_ROLES, GROUPED_ROLES
from tests.opened import html, opened

run = partial(opened, "evidence")


def cells(pack: Pack) -> list[RiskCell]:
    return [cell for row in risk_table(pack) for cell in row.cells]


def test_every_option_has_a_row_and_every_group_of_outcomes_a_cell_in_it(real_pack: Pack) -> None:
    rows = risk_table(real_pack)
    assert {row.option.id for row in rows} == {node.id for node in real_pack.nodes if node.kind == "option"}
    assert rows[0].option.id == real_pack.compare.first
    groups = tuple(real_pack.info.outcome_groups)
    assert all(tuple(cell.outcome for cell in row.cells) == groups for row in rows)


def test_every_outcome_of_an_option_stands_behind_just_its_cell_and_the_others_are_counted(
    real_pack: Pack,
) -> None:
    for row in risk_table(real_pack):
        for cell in row.cells:
            told = {one.id for one in (*cell.readings, *cell.indirect)}
            assert told == {
                finding.finding_id
                for finding in real_pack.findings_of[row.option.id]
                if finding.outcome_group == cell.outcome.id
            }
            assert cell.count == len(told)
    shown = {one.id for cell in cells(real_pack) for one in (*cell.readings, *cell.indirect)}
    others = {finding.finding_id for finding in beyond_options(real_pack)}
    grouped = {f.finding_id for f in real_pack.findings if f.role in GROUPED_ROLES}
    assert (shown | others, shown & others) == (grouped, set())


def test_a_cell_leads_with_the_nearest_people_whatever_the_result(real_pack: Pack) -> None:
    for cell in cells(real_pack):
        nearness = [evidence.nearness(real_pack, told.finding) for told in cell.readings]
        assert nearness == sorted(nearness)


def test_a_figure_that_answers_only_in_part_is_no_number_in_a_cell(real_pack: Pack) -> None:
    in_part = [cell for cell in cells(real_pack) if cell.indirect and not cell.readings]
    assert in_part
    assert all(cell.lead is None for cell in in_part)


def test_a_cell_leads_to_exactly_the_rows_behind_it(real_pack: Pack) -> None:
    written = at_a_glance.risk_html(real_pack)
    row = next(row for row in risk_table(real_pack) if row.option.id == "scs_implant")
    for cell in row.cells:
        link = f"evidence?node=scs_implant&amp;outcome={cell.outcome.id}"
        assert (f'href="{link}"' in written) == bool(cell.count)
    shown = html(run(node="scs_implant", outcome="pain", rows="99"))
    assert len(re.findall('id="row-', shown)) == row.cells[0].count


def test_an_empty_cell_says_that_nothing_was_found(real_pack: Pack) -> None:
    empty = sum(not cell.count for cell in cells(real_pack))
    written = at_a_glance.risk_html(real_pack)
    assert written.count('<span class="unseen">nothing found</span>') == empty > 0


def test_the_tables_are_tables_that_a_screen_reader_can_read(real_pack: Pack) -> None:
    written = html(run())
    groups = len(real_pack.info.outcome_groups)
    assert written.count("<caption") == 2
    assert written.count('role="region"') == written.count('tabindex="0"') == 2
    _, _, after = written.partition('<table class="glance matrix">')
    matrix, _, _ = after.partition("</table>")
    assert matrix.count('scope="row"') == len(risk_table(real_pack))
    assert matrix.count('scope="col"') == groups + 1


def test_the_name_of_a_cell_tells_whole_figure_group_and_time(real_pack: Pack) -> None:
    written = at_a_glance.risk_html(real_pack)
    for cell in cells(real_pack):
        if lead := cell.lead:
            assert escape(lead.population) in written
            assert escape(lead.outcome) in written


def test_counts_of_few_people_stand_beside_their_share(real_pack: Pack) -> None:
    few = [told for cell in cells(real_pack) if (told := cell.lead) and told.own.counts_of_few]
    assert few
    assert all(told.own.arm.total is not None and told.own.arm.total < 100 for told in few)
    written = at_a_glance.risk_html(real_pack)
    assert all(told.own.counts_of_few in written for told in few)


@pytest.mark.parametrize(
    ("finding_id", "said"),
    [
        ("thirst-01", "25 of 100"),
        ("tea-03", "4 in 1,000"),
        ("hard-water-01", "5 to 20 of 100"),
        ("taste-01", "90 of 100 cups"),
        ("rest-01", "scale"),
        ("old-leaves-01", "in words"),
    ],
)
def test_a_figure_in_short(finding_id: str, said: str, tiny: Pack) -> None:
    assert evidence.reading(tiny, tiny.finding[finding_id]).own.in_short == said


@pytest.mark.parametrize(
    ("finding_id", "said"),
    [("tea-01", "1 month"), ("tea-02", "1 year"), ("tea-03", "in hospital"), ("thirst-01", "time ?")],
)
def test_a_time_in_short(finding_id: str, said: str, tiny: Pack) -> None:
    assert evidence.reading(tiny, tiny.finding[finding_id]).time_in_short == said


def test_a_share_on_its_line_lies_where_its_counts_say(real_pack: Pack) -> None:
    for finding in real_pack.findings:
        own = evidence.reading(real_pack, finding).own
        if own.percents and own.percents.value is not None and finding.events is not None and finding.total:
            assert own.percents.value == pytest.approx(100 * finding.events / finding.total)


def test_how_often_is_sorted_by_what_was_counted_and_by_size_only_when_asked(real_pack: Pack) -> None:
    by_what = at_a_glance.counted(real_pack, "counted")
    by_size = at_a_glance.counted(real_pack, "size")
    assert set(by_what) == set(by_size) == {f for f in real_pack.findings if f.role in COUNTING_ROLES}
    values = [f.value if f.value is not None else f.high for f in by_size]
    known = [value for value in values if value is not None]
    assert values[: len(known)] == sorted(known, reverse=True)
    assert by_what != by_size


def test_the_table_of_how_often_is_short_at_first_and_says_how_much_is_missing(real_pack: Pack) -> None:
    total = len(at_a_glance.counted(real_pack, "counted"))
    app = run()
    assert f"the first {at_a_glance.FIRST_ROWS} of {total} figures" in html(app)
    next(button for button in app.button if button.label == f"Show all {total}").click().run()
    assert f"{total} figures, by what was counted" in html(app)
    assert "Benefits and harms, choice by choice" in html(app)


def test_a_pack_without_groups_of_outcomes_has_no_risk_table_to_mislead(tiny: Pack) -> None:
    bare = tiny.model_copy(update={"info": tiny.info.model_copy(update={"outcome_groups": ()})})
    assert at_a_glance.risk_html(bare) == ""
    assert evidence_url(bare, {}).is_tables


def test_a_time_in_short_is_never_rounded_without_saying_so(real_pack: Pack) -> None:
    for finding in real_pack.findings:
        said = evidence.reading(real_pack, finding).time_in_short
        months = finding.follow_up_months
        if said and months and months % 1:
            assert said.startswith("under 1 month" if months < 1 else "about "), finding.finding_id


def test_a_share_in_short_is_the_one_of_the_comparison(real_pack: Pack) -> None:
    for finding in real_pack.findings:
        told = evidence.reading(real_pack, finding)
        assert told.brief.figure in (told.own.in_short, "")
        if finding.events == 0 and told.brief.figure:
            assert told.own.in_short.startswith(f"none of {finding.total}")


def test_a_headline_is_answered_by_the_figure_that_leads_its_rows_and_by_none_else(real_pack: Pack) -> None:
    leads = {
        (row.option.id, cell.outcome.id): cell.lead for row in risk_table(real_pack) for cell in row.cells
    }
    assert len(headlines(real_pack)) == 6
    for headline in headlines(real_pack):
        asked, lead = headline.asked, headline.known.lead
        if asked.outcome:
            assert lead == leads[asked.place, asked.outcome]
        else:
            counted = [f for f in real_pack.findings_of[asked.place] if f.role == asked.counts]
            assert lead is not None
            assert lead.finding == evidence.most_direct_first(real_pack, counted)[0]


def test_a_headline_says_its_figure_whom_it_is_about_how_many_more_there_are_or_that_none_was_found(
    real_pack: Pack,
) -> None:
    shown = str(at_a_glance.headlines_html(real_pack))
    for headline in headlines(real_pack):
        item = next(part for part in shown.split("<li>") if str(escape(headline.asked.question)) in part)
        lead = headline.known.lead
        assert ("nothing found" in item) == (headline.known.count == 0)
        if lead:
            assert f"<b>{lead.own.in_short}</b>" in item
            assert str(escape(lead.population_and_time)) in item
            assert ("more figure" in item) == (headline.known.count > 1)
            assert ("nother study says something else" in item) == headline.known.is_disputed


def test_where_only_arms_of_studies_are_known_of_carrying_on_the_answer_is_in_part(real_pack: Pack) -> None:
    first = real_pack.compare.first
    (headline,) = [one for one in headlines(real_pack) if one.asked.place == first]
    assert {told.id for told in headline.known.indirect} >= {"carry-on-01", "carry-on-02"}
    shown = str(at_a_glance.headlines_html(real_pack))
    item = next(part for part in shown.split("<li>") if str(escape(headline.asked.question)) in part)
    assert "answered only in part" in item
    assert f'href="evidence?node={first}"' in item


def test_a_pack_without_headlines_opens_on_its_tables(tiny: Pack) -> None:
    bare = tiny.model_copy(update={"info": tiny.info.model_copy(update={"headlines": ()})})
    assert at_a_glance.headlines_html(bare) == ""
