"""The page Compare: presets, rows, matters, the check, and odd addresses."""

from __future__ import annotations

import re
from functools import partial
from itertools import pairwise

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.compare.options import CAUSE_NOT_KNOWN
from pages.parts.compare.url import compare_url
from pages.shared.option_params import matters_parameter
from pathways.comparison import comparison
from pathways.evidence import Reading
from pathways.model import Pack
from tests.opened import html, opened

STIMULATOR = {"options": "carry_on,scs_implant,pain_programme"}


run = partial(opened, "compare")


def part(app: AppTest, name: str) -> str:
    """One part of the address, which the test runner holds as text or as a list of texts."""
    value = app.query_params[name]
    return value if isinstance(value, str) else value[0]


def test_a_bare_address_opens_the_choices_with_a_button_for_each_common_decision(real_pack: Pack) -> None:
    app = run()
    assert not app.exception
    labels = [button.label for button in app.button]
    for preset in real_pack.compare.presets:
        assert any(label.startswith(f"**{preset.label}.**") for label in labels)


def test_one_click_on_a_preset_fills_the_comparison(real_pack: Pack) -> None:
    for preset in real_pack.compare.presets:
        app = run().button(key=preset.id).click().run()
        assert not app.exception, preset.id
        assert part(app, "options") == ",".join(("carry_on", *preset.options))
        written = html(app)
        for row in real_pack.compare.rows:
            assert f'id="row-{row.id}"' in written
        reason = (
            f"map?node={preset.cause}" if preset.cause else f"Why you are deciding.</strong> {preset.label}."
        )
        assert reason in written
        assert preset.note in written


def test_every_pair_of_options_draws_with_all_its_figures(real_pack: Pack) -> None:
    options = [node.id for node in real_pack.nodes if node.kind == "option" and node.id != "carry_on"]
    for one, other in pairwise(options):
        app = run(options=f"carry_on,{one},{other}")
        assert not app.exception, (one, other)
        written = html(app)
        for told in comparison(real_pack, [one, other]).readings:
            assert told.outcome.replace("'", "&#39;") in written, told.id


OF_CONTENT = {
    "not-found",
    "grids",
    "squares",
    "shares",
    "strip",
    "value",
    "disagrees",
    "partly",
    "cite",
    "compare-finding",
}
OF_CONTENT |= {"compare-finding", "outcome", "says", "beside", "told", "report"}
"""Classes that are there or not with what is known, and never with the side on which it stands."""


def real_pack_cell(pack: Pack, option: str, row_id: str) -> tuple[Reading, ...]:
    (row,) = [row for row in comparison(pack, [option]).rows if row.id == row_id]
    return row.cells[1].readings


def test_the_signs_that_need_help_at_once_stand_once_and_each_choice_leads_to_them() -> None:
    written = html(run(**STIMULATOR))
    assert written.count('<section class="emergency-signs" id="signs-happens">') == 1
    assert written.count('class="emergency-signs"') == 1
    assert written.count('<a href="#signs-happens">') == len(STIMULATOR["options"].split(","))


def test_each_row_names_each_option_and_carry_on_comes_first(real_pack: Pack) -> None:
    written = html(run(**STIMULATOR))
    rows = written.split('<section class="compare-row"')[1:]
    assert len(rows) == len(real_pack.compare.rows)
    for row in rows:
        cells = row.partition('<div class="compare-cells">')[2].partition("</section>")[0]
        headings = [part.split('data-node="')[1].split('"')[0] for part in cells.split("<h3>")[1:]]
        assert headings == ["carry_on", "scs_implant", "pain_programme"]


def test_benefits_and_harms_open_alike_for_every_option(real_pack: Pack) -> None:
    """As many figures are open on either side, and no side has a class or a style of its own."""
    options = [node.id for node in real_pack.nodes if node.kind == "option" and node.id != "carry_on"]
    for option in options:
        rows = html(run(options=f"carry_on,{option}")).split('<section class="compare-row"')
        opened, looks = {}, {}
        for name in ("helps", "wrong"):
            (row,) = [row for row in rows if f'id="row-{name}"' in row]
            cell = row.partition("</section>")[0].split("<article>")[2]
            looks[name] = set(re.findall(r'class="([^"]+)"', cell)) - OF_CONTENT
            figures = real_pack_cell(real_pack, option, name)
            before_fold = cell.split('<h4 class="partly">')[0].split("<details>\n  <summary>and ")[0]
            opened[name] = before_fold.count('class="compare-finding"')
            grave = sum(told.id in real_pack.compare.grave for told in figures)
            assert opened[name] == min(len(figures), max(2, grave)), (option, name)
        assert looks["helps"] == looks["wrong"], option


def test_all_grids_of_a_page_are_of_100() -> None:
    for options in ("carry_on,scs_implant", "carry_on,refusion"):
        written = html(run(options=options))
        grids = {part.split(" squares")[0] for part in written.split("Grid of ")[1:]}
        assert grids == {"10 by 10"}


def test_a_gap_stands_where_no_figure_was_found(real_pack: Pack) -> None:
    written = html(run(**STIMULATOR))
    assert written.count('class="not-found"') >= 6
    for gap in real_pack.gaps_of["scs_implant"]:
        assert gap.said in written


def test_follow_up_differences_are_flagged_in_the_row() -> None:
    assert "Do not read straight across: these figures were measured at different times" in html(
        run(**STIMULATOR)
    )


def test_what_matters_moves_rows_up_and_says_why() -> None:
    written = html(run(**STIMULATOR, matters="work:a_lot"))
    first = written.split("<tbody")[1]
    assert 'id="row-recovery"' in first
    assert "Moved up, because this matters to you: Time off and back to work." in first


def test_a_weight_by_button_goes_into_the_address_and_its_row_appears() -> None:
    app = run(**STIMULATOR, step="matters")
    assert "Nothing is kept." in html(app)
    app.segmented_control(key="matter_sleep").set_value("a_lot").run()
    assert part(app, "matters") == "sleep:a_lot"
    in_the_table, opened_up = 3, 3
    told = html(app).count("No usable figure on this was found for this choice.")
    assert told == in_the_table + opened_up
    app.segmented_control(key="matter_sleep").set_value("not").run()
    assert part(app, "matters") == "sleep:not"
    assert "No usable figure on this was found" not in html(app)
    app.segmented_control(key="matter_sleep").set_value(None).run()
    assert "matters" not in app.query_params


def test_nothing_is_said_to_matter_before_the_reader_says_so() -> None:
    app = run(**STIMULATOR, step="matters")
    weights = [control for control in app.segmented_control if str(control.key).startswith("matter_")]
    assert len(weights) == 13
    assert all(control.value is None for control in weights)


def test_all_answers_can_be_cleared() -> None:
    app = run(**STIMULATOR, step="matters", matters="pain:a_lot,sleep:some")
    next(button for button in app.button if button.label == "Clear all answers").click().run()
    assert "matters" not in app.query_params


@pytest.mark.parametrize("answer", ["true", "false"])
def test_an_answer_gets_words_at_once_and_the_way_back(answer: str) -> None:
    app = run(**STIMULATOR, step="check")
    keys = [control.key for control in app.segmented_control if str(control.key).startswith("check_")]
    assert 4 <= len(keys) <= 6
    for key in keys:
        app.segmented_control(key=key).set_value(answer)
    app.run()
    written = html(app)
    assert written.count(f"Yes, that is right.</strong> The sentence is {answer}.") == len(keys) // 2
    assert written.count("Not quite.") == len(keys) - len(keys) // 2
    back = next(button for button in app.button if button.label.startswith("Back to the row"))
    back.click().run()
    assert part(app, "step") == "compare"
    assert f'id="row-{part(app, "row")}"' in html(app)


def test_answers_are_there_again_after_a_look_at_the_row() -> None:
    app = run(**STIMULATOR, step="check")
    key = next(control.key for control in app.segmented_control if str(control.key).startswith("check_"))
    app.segmented_control(key=key).set_value("true").run()
    next(button for button in app.button if button.label.startswith("Back to the row")).click().run()
    next(button for button in app.button if button.label == "Back to the check").click().run()
    assert app.segmented_control(key=key).value == "true"


def test_answers_do_not_go_into_the_address() -> None:
    app = run(**STIMULATOR, step="check")
    before = dict(app.query_params)
    key = next(control.key for control in app.segmented_control if str(control.key).startswith("check_"))
    app.segmented_control(key=key).set_value("true").run()
    assert dict(app.query_params) == before


def test_options_can_be_chosen_from_the_lists() -> None:
    app = run()
    app.selectbox(key="choice_0").set_value("osteotomy").run()
    assert part(app, "options") == "carry_on,osteotomy"
    app.selectbox(key="choice_1").set_value("medication").run()
    assert part(app, "options") == "carry_on,osteotomy,medication"
    next(button for button in app.button if button.label == "Next: compare").click().run()
    assert 'id="row-helps"' in html(app)


@pytest.mark.parametrize(
    "params",
    [
        {"options": "carry_on,nowhere"},
        {"options": "carry_on,pseudarthrosis"},
        {"options": "carry_on,<script>"},
        {**STIMULATOR, "matters": "money:some"},
        {**STIMULATOR, "matters": "pain:very"},
        {**STIMULATOR, "step": "nowhere"},
        {**STIMULATOR, "row": "nowhere"},
        {**STIMULATOR, "decision": "nowhere"},
        {"options": "carry_on,refusion,osteotomy,medication"},
    ],
)
def test_what_is_unknown_in_an_address_is_left_out_with_one_sentence(params: dict[str, str]) -> None:
    app = run(**params)
    assert not app.exception
    (note,) = [element.body for element in app.get("html") if 'class="notes"' in element.body]
    assert ("There is no" in note) or ("There is room for 3" in note)
    assert note.count("<p>") == 1
    assert "<script" not in note
    if params["options"] == STIMULATOR["options"]:
        assert 'id="row-helps"' in html(app)


def test_an_address_survives_being_read_and_written(real_pack: Pack) -> None:
    params = {"options": "carry_on,refusion", "matters": "pain:a_lot,work:some"}
    address = compare_url(real_pack, params)
    assert matters_parameter(address.matters) == params["matters"]
    assert address.shared == params


def test_the_first_option_is_added_to_an_address_without_it(real_pack: Pack) -> None:
    assert compare_url(real_pack, {"options": "refusion"}).option_ids == ("carry_on", "refusion")


def test_nothing_is_compared_with_itself(real_pack: Pack) -> None:
    assert compare_url(real_pack, {"options": "carry_on", "step": "check"}).step == "options"


def test_an_unknown_option_is_named_and_the_others_stay(real_pack: Pack) -> None:
    address = compare_url(real_pack, {"options": "coffee,refusion"})
    assert address.option_ids == ("carry_on", "refusion")
    assert address.notes == ('There is no choice called "coffee". It is left out.',)


def test_options_beyond_the_third_are_named_and_left_out(real_pack: Pack) -> None:
    address = compare_url(real_pack, {"options": "refusion,osteotomy,medication"})
    assert address.option_ids == ("carry_on", "refusion", "osteotomy")
    assert "“Medicines for pain”" in address.notes[0]


def test_the_printed_page_is_one_click_away() -> None:
    labels = [button.label for button in run(**STIMULATOR).get("download_button")]
    assert labels == ["One sheet to print (PDF)"]


def test_figures_of_mixed_groups_stand_below_the_others_under_a_heading() -> None:
    rows = html(run(options="carry_on,decompression")).split('<section class="compare-row"')
    (row,) = [row for row in rows if 'id="row-helps"' in row]
    own, partly = row.split("<article>")[2].split('<h4 class="partly">')
    assert "keyhole" in own
    assert "repeat fusion" not in own
    assert "repeat fusion" in partly


def test_what_several_studies_say_is_a_list_and_a_comparison_without_a_number_is_no_figure() -> None:
    written = html(run(options="carry_on,hardware_removal"))
    assert "<strong>Other studies say:</strong>" in written
    assert re.search(r"<dt>Compared with</dt><dd>similar people", written)
    assert not re.search(r"<dt>Figure</dt><dd>\s*compared with", written)


def test_what_another_study_says_stands_beside_a_figure_once(real_pack: Pack) -> None:
    written = html(run(**STIMULATOR))
    fake = real_pack.finding["scs-implant-04"].plain
    assert f"<li>{fake}" in written
    assert written.count(fake) == 2  # beside the first figure that it contradicts, and as a figure of its own


def test_an_operation_without_a_figure_on_death_says_so() -> None:
    assert "How often this operation ends in death" in html(run(options="carry_on,refusion"))
    assert "How often this operation ends in death" not in html(run(options="carry_on,osteotomy"))


def table_of(written: str) -> str:
    return written.partition('<table class="compare-grid"')[2].partition("</table>")[0]


def closed_rows(written: str) -> list[str]:
    """The rows of the table without what opens below them."""
    return [
        part.partition('<tr role="row" class="all">')[0] for part in table_of(written).split("<tbody")[1:]
    ]


def test_the_comparison_opens_with_a_table_of_questions_by_options(real_pack: Pack) -> None:
    written = html(run(**STIMULATOR))
    assert table_of(written).count('<th role="columnheader" scope="col">') == 1 + 3
    asked = [row for row in real_pack.compare.rows if row.is_at_a_glance]
    rows = closed_rows(written)
    assert len(rows) == len(asked)
    for row, closed in zip(asked, rows, strict=True):
        assert f">{row.question}</h2>" in closed
        assert closed.count('<td role="cell">') == 3


def test_a_cell_has_one_figure_at_most_and_says_how_many_more_there_are() -> None:
    for row in closed_rows(html(run(**STIMULATOR))):
        for cell in row.split('<td role="cell">')[1:]:
            assert cell.count("compare-figure") <= 1
    assert "9 more figures, 1 in part" in closed_rows(html(run(**STIMULATOR)))[1]


def test_the_table_begins_with_whom_each_choice_is_for_and_not_for(real_pack: Pack) -> None:
    first = closed_rows(html(run(options="carry_on,hardware_removal")))[0]
    assert "<b>Considered for:</b> <p>Pain from the metal when the fusion is solid" in first
    assert "<b>Not for, or not yet:</b> <p>A fusion that is not solid yet" in first
    assert "compare-figure" not in first
    assert next(row.id for row in real_pack.compare.rows if row.is_at_a_glance) == "for_whom"


def test_what_other_studies_say_of_another_choice_names_that_choice(real_pack: Pack) -> None:
    """Results of taking metal out once stood as other studies of people who kept it."""
    written = html(run(options="carry_on,hardware_removal"))
    kept = written.partition('id="figure-helps-carry_on-hardware-removal-02"')[2].partition("<details>")[0]
    others = re.findall(r"<li>(.*?)</li>", kept.partition('class="disagrees"')[2], re.DOTALL)
    label = real_pack.node["hardware_removal"].plain_label
    assert others
    assert all(other.startswith((f"{label}: ", "See ")) for other in others)


def test_another_operation_is_told_in_the_words_of_a_figure_of_something_else() -> None:
    table = closed_rows(html(run(options="carry_on,hardware_removal")))
    (again,) = [row for row in table if ">Another operation?</h2>" in row]
    assert "None had an infection, another operation or new nerve damage." in again


def test_the_table_says_no_statistics_to_patients(real_pack: Pack) -> None:
    for preset in real_pack.compare.presets:
        table = " ".join(closed_rows(html(run(options=f"carry_on,{','.join(preset.options)}"))))
        for word in ("standard deviation", "odds ratio", "risk ratio", "absolute not reported", "confidence"):
            assert word not in table, (preset.id, word)
        assert not re.search(r"\d\.\d+ months", table), preset.id


def test_bars_stand_only_where_the_comparison_draws_squares() -> None:
    """Figures that answer only in part lead no cell, so an arm of a trial in other people has no bar."""
    helps = closed_rows(html(run(options="carry_on,fusion_extension,decompression")))[1]
    first, *others = helps.split('<td role="cell">')[1:]
    assert "not-found" in first
    assert 'class="bar"' not in first
    assert all('class="bar"' in cell for cell in others)


def test_a_rare_harm_is_said_in_1000_with_a_strip_of_its_own() -> None:
    wrong = closed_rows(html(run(**STIMULATOR)))[2]
    assert "<strong>about 4 in 1,000</strong>" in wrong
    assert "<b>fewer than 1 in 100</b> · <b>996 did not</b> · " in wrong
    assert wrong.count('class="larger"') == 1


def test_each_figure_is_told_once_and_later_pointed_to(real_pack: Pack) -> None:
    for preset in real_pack.compare.presets:
        written = html(run(options=f"carry_on,{','.join(preset.options)}"))
        places = re.findall(r'id="(figure-[^"]+)"', written)
        assert len(places) == len(set(places)), preset.id
        for place in re.findall(r'href="#(figure-[^"]+)"', written):
            assert place in places, place


def test_an_address_with_a_row_opens_that_row_and_no_other() -> None:
    assert html(run(**STIMULATOR)).count("<details open>") == 0
    assert table_of(html(run(**STIMULATOR, row="wrong"))).count("<details open>") == 1
    assert html(run(**STIMULATOR, row="living")).count('class="compare-other" open>') == 1


def test_the_signs_that_need_help_are_one_click_away_and_the_call_is_in_sight(real_pack: Pack) -> None:
    signs = html(run(**STIMULATOR)).partition('<details class="compare-signs">')[2]
    summary = signs.partition("</summary>")[0]
    assert real_pack.info.emergency is not None
    assert real_pack.info.emergency.call in summary
    assert 'id="signs-happens"' in signs.partition("</details>")[0]


def test_sources_stand_behind_one_heading_at_the_end() -> None:
    written = html(run(**STIMULATOR))
    assert written.count('class="compare-other compare-sources"') == 1
    assert written.index("compare-sources") > written.index("compare-how")


def test_the_next_step_is_at_the_top_and_at_the_foot() -> None:
    labels = [button.label for button in run(**STIMULATOR).button]
    assert labels.count("Next: what matters to you") == 2


def test_no_usable_figure_is_said_of_what_matters_only_where_an_option_has_none(real_pack: Pack) -> None:
    matters = ",".join(f"{matter.id}:some" for matter in real_pack.compare.matters)
    none = real_pack.compare.none_on_matter
    for row in closed_rows(html(run(**STIMULATOR, step="matters", matters=matters))):
        for cell in row.split('<td role="cell">')[1:]:
            assert not (none in cell and ("compare-figure" in cell or " in part" in cell))


def test_an_answer_with_a_number_leads_to_its_figure() -> None:
    app = run(**STIMULATOR, step="check")
    key = next(str(c.key) for c in app.segmented_control if "decide_nerve_damage-5" in str(c.key))
    app.segmented_control(key=key).set_value("true").run()
    assert "evidence?finding=scs-implant-01" in html(app)


def test_who_does_not_know_the_cause_is_led_to_the_possible_causes_before_any_decision() -> None:
    (link,) = [one for one in opened("compare").get("page_link") if one.proto.label == CAUSE_NOT_KNOWN]
    assert link.proto.page == "causes_and_tests"
