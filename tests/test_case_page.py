"""The page Case: emergencies first and never lost, what criteria say, and a case that is its address."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl

import pytest
from markupsafe import escape
from streamlit.testing.v1 import AppTest

from pages.parts.case.cited import basis_words, cited_html
from pages.parts.case.picture import lit
from pages.parts.case.questions import CLEAR, MADE_UP, WIPES
from pages.parts.case.record import record
from pages.parts.case.url import NO_DATA, SHOWN, case_url, case_words
from pathways.checks.criteria import FINDING_IN_TEXT
from pathways.criteria import answers_of, read_case
from pathways.criteria.clocks import clocks
from pathways.criteria.reading import signs, version_of
from pathways.model import Pack
from tests.opened import html, opened, text

WEIGHED = re.compile(r"\b(?:suitable for|recommend\w*|you should|eligible|\d+ of \d+ (?:criteria|met))\b")


def address(pack: Pack, facts: dict[str, str], **parts: str) -> str:
    words = {**case_words(pack, {name: (value,) for name, value in facts.items()}), **parts}
    return "case?" + "&".join(f"{name}={value}" for name, value in words.items() if value)


def part(app: AppTest, name: str) -> str:
    """A part of the address as it is now: read from it as a list, written to it as words."""
    words = app.query_params.get(name, "")
    return words if isinstance(words, str) else words[-1]


def entered(app: AppTest) -> dict[str, str]:
    """The facts that stand in the address, by fact."""
    return dict(pair.split(":") for pair in part(app, "case").split(",") if pair)


# Emergencies: each way to lose one that was found is held here.


@pytest.mark.parametrize("number", range(14))
def test_every_emergency_of_a_made_up_case_stands_first(number: int, real_pack: Pack) -> None:
    case = real_pack.cases[number]
    for facts, expected in [
        (case.facts, case.expected),
        *(({**case.facts, **twist.facts}, twist.expected) for twist in case.twists[:1]),
    ]:
        written = text(opened(address(real_pack, dict(facts))))
        lit = re.findall(r'<article id="now-(\w+)">', written)
        assert set(lit) == set(expected.emergencies)
        if lit:
            assert written.index("Needs help now:") < written.index("case-first")
            assert "<strong>Entered:</strong> " in written
            assert written.index("case-first") < written.index("case-places")


def test_an_emergency_folds_the_rest_and_hides_none_of_it(real_pack: Pack) -> None:
    app = opened(address(real_pack, {"fever": "yes"}, show="option"))
    (waits, *_) = [one for one in app.expander if one.label.startswith("Everything else")]
    assert waits.label == "Everything else: this waits"
    options = [node for node in real_pack.nodes if node.kind == "option"]
    assert all(node.plain_label in text(app) for node in options)


def test_what_to_do_stands_in_full_with_whom_to_call(real_pack: Pack) -> None:
    written = text(opened(address(real_pack, {"saddle_numbness": "new_or_worse"})))
    assert real_pack.info.emergency
    assert written.count(real_pack.info.emergency.call) >= 1
    assert len(re.findall(r"<article.*?</article>", written, re.DOTALL)) == 1


@pytest.mark.parametrize(
    "case",
    [
        "fever:yes,fever:no",
        "fever:no&case=fever:yes",
        "fever:yes&case=fever:no",
        "FEVER:YES",
        "fever:yes,coffee:no,tea:no,cocoa:no,milk:no,juice:no,leg_pain:9999,x",
        "fever: yes",
        " fever : yes ;leg_pain:9",
        "fever=yes",
    ],
)
def test_no_edited_address_loses_an_emergency(case: str, real_pack: Pack) -> None:
    written = text(opened(f"case?case={case}&data={version_of(real_pack)}"))
    assert re.findall(r'<article id="now-(\w+)">', written) == ["infection"]


def test_an_answer_elsewhere_keeps_an_emergency_that_a_link_gives_twice(real_pack: Pack) -> None:
    app = opened(f"case?case=fever:yes,fever:no&data={version_of(real_pack)}")
    app.selectbox(key="fact_pain_course").set_value("same").run()
    assert 'id="now-infection"' in text(app)
    assert part(app, "case") == "pain_course:same,fever:yes,fever:no"


def not_asked(written: str) -> str:
    """The list of warning signs that nobody has asked for yet."""
    return written.partition("Warning signs not asked yet:")[2].partition("</details>")[0]


@pytest.mark.parametrize(
    ("case", "labels"),
    [
        ("fever:ye", "Fever or chills"),
        ("fever:no,fever:ye", "Fever or chills"),
        ("fevr:yes", "Fever or chills"),
        ("fever", "Fever or chills"),
        ("residual_urine:800ml", "Post-void residual volume"),
        ("fever:yes leg_weakness:new", "Motor deficit in the leg; Fever or chills"),
    ],
)
def test_an_unreadable_answer_to_a_warning_stands_in_a_box_of_its_own(case: str, labels: str) -> None:
    app = opened(f"case?case={case.replace(' ', '%20')}")
    box = text(app).partition('<section class="case-unread"')[2].partition("</section>")[0]
    assert f"<strong>Could not be read: ask again.</strong> {labels}." in box
    app.selectbox(key="fact_pain_course").set_value("same").run()
    assert 'class="case-unread"' in text(app)


def test_an_unreadable_answer_is_settled_by_an_answer() -> None:
    app = opened("case?case=fever:no,fever:ye")
    app.button(key="no_other_sign").click().run()
    assert entered(app)["fever"] == "no"
    assert 'class="case-unread"' not in text(app)


@pytest.mark.parametrize(
    "address",
    [
        "case?case=fever:yes,call%20nobody%20you%20are%20well:yes&data=you%20are%20well",
        "case?case=fever:yes&node=you%20are%20well&box=you%20are%20well&you%20are%20well=x&sho=cause",
        "case?case=fever:yes,leg_pain:08001234567,pain_area:you%20are%20well",
    ],
)
def test_words_of_an_address_stand_below_what_needs_help_and_are_not_repeated(address: str) -> None:
    written = text(opened(address))
    assert written.index("case-emergencies") < written.index('class="notes"')
    assert "you are well" not in written
    assert "08001234567" not in written


def test_a_link_of_other_criteria_is_told_below_what_needs_help() -> None:
    written = text(opened("case?case=fever:yes&data=00000000"))
    assert written.index("case-emergencies") < written.index("This link was made with other criteria")


def test_what_was_entered_stands_beside_the_criterion_that_it_meets(real_pack: Pack) -> None:
    written = text(
        opened(address(real_pack, {"fever": "yes", "months_since_fusion": "14", "pain_months": "5"}))
    )
    assert "<strong>Entered:</strong> Fever or chills: Yes." in written
    assert "<strong>Met:</strong> Fever with new or worsening back pain" in written
    other = text(opened(address(real_pack, {"months_since_fusion": "14", "pain_months": "5"}, show="other")))
    assert "Rests on: Months since last lumbar fusion: 14 months; Duration of the present pain: 5" in other
    assert "\ue000" not in written + other


def test_sources_are_named_by_author_and_year_and_never_by_an_id(real_pack: Pack) -> None:
    app = opened(address(real_pack, dict(real_pack.cases[0].facts), show="option"))
    words = re.sub(r"<[^>]*>", "", _said(app)) + app.code[0].value
    assert not FINDING_IN_TEXT.findall(words)


def test_the_screen_marks_no_place_on_the_picture(real_pack: Pack) -> None:
    calm = {sign.fact.fact_id: sign.calm for sign in signs(real_pack)}
    facts = {**calm, "recent_procedure": "none", "pain_course": "same"}
    reading = read_case(real_pack, answers_of(real_pack, facts.items()))
    assert reading.is_met("no_warning_sign")
    assert "red_flag_check" in reading.met_places
    assert "red_flag_check" not in dict(lit(reading))


def test_what_wipes_a_case_lies_one_step_deeper_while_an_emergency_is_lit(real_pack: Pack) -> None:
    assert WIPES not in text(opened(address(real_pack, {"fever": "no"})))
    app = opened(address(real_pack, {"fever": "yes"}))
    assert text(app).count(WIPES) == 2
    assert {one.proto.popover.label for one in _popovers(app)} >= {CLEAR, MADE_UP}
    app.button(key="clear").click().run()
    assert entered(app) == {}


def test_counts_are_plain_counts_of_conditions(real_pack: Pack) -> None:
    written = text(opened(address(real_pack, dict(real_pack.cases[0].facts))))
    found = re.search(r"Published conditions: (\d+) met, (\d+) not met, (\d+) unknown", written)
    assert found
    assert sum(map(int, found.groups())) == len(real_pack.criteria)
    assert "%" not in written[found.start() : found.end()]


def test_paper_names_every_condition_and_every_gap(real_pack: Pack) -> None:
    app = opened(address(real_pack, {**real_pack.cases[0].facts, "months_since_fusion": "14"}))
    paper = "".join(one.body for one in app.get("html") if "case-paper" in one.body)
    assert all(str(escape(one.clinical)) in paper for one in real_pack.criteria)
    assert all(cited_html(real_pack, gap.missing) in paper for gap in real_pack.criteria_gaps)
    assert "<li>Months since last lumbar fusion: 14 months</li>" in paper


def test_a_value_that_is_not_understood_leaves_its_warning_sign_not_asked(real_pack: Pack) -> None:
    calm = {sign.fact.fact_id: sign.calm for sign in signs(real_pack)}
    written = text(opened(address(real_pack, {**calm, "fever": "yess"})))
    assert "“Fever or chills”: 'yess' is not one of the answers. It is left out." in written
    assert "<li>Recent course of pain</li><li>Fever or chills" in not_asked(written)
    assert "Fever or chills" in not_asked(written)


def test_a_sign_lights_whatever_was_answered_before_or_after(real_pack: Pack) -> None:
    app = opened("case")
    app.button(key="no_other_sign").click().run()
    assert len(entered(app)) == len(signs(real_pack))
    assert "<article" not in _said(app)
    _signs(app).select("suicidal_thoughts").run()
    assert 'id="now-mental_health_crisis"' in text(app)
    assert app.button(key="no_other_sign").disabled
    _signs(app).unselect("suicidal_thoughts").run()
    assert "suicidal_thoughts" not in entered(app)
    assert "Suicidal ideation" in not_asked(text(app))


def test_one_missing_answer_is_asked_for_under_the_emergencies(real_pack: Pack) -> None:
    written = text(opened(address(real_pack, {"leg_numbness": "new_or_worse"})))
    missing = written.partition("One answer is missing.")[2].partition("</p>")[0]
    assert "Spinal procedure within days or weeks" in missing


def test_new_numbness_alone_lights_the_emergency_that_the_check_names_for_it(real_pack: Pack) -> None:
    app = opened(address(real_pack, {"leg_numbness": "new_or_worse", "recent_procedure": "none"}))
    assert re.findall(r'<article id="now-(\w+)">', text(app)) == ["progressive_weakness"]


def test_no_warning_sign_does_not_mean_no_emergency(real_pack: Pack) -> None:
    facts = {fact.fact_id: "no" for fact in real_pack.facts if fact.kind == "yes_no"}
    facts |= {sign.fact.fact_id: sign.calm for sign in signs(real_pack)}
    facts |= {"leg_numbness": "none", "recent_procedure": "none", "pain_course": "same"}
    assert "No warning sign does not mean no emergency." in text(opened(address(real_pack, facts)))


# What criteria say.


def test_with_nothing_entered_all_is_unknown_and_each_row_says_what_is_missing() -> None:
    written = _said(opened("case?show=option"))
    assert 'class="case-state case-unknown"' in written
    assert 'class="case-state case-met"' not in written
    assert "Would have to be known:" in written


@pytest.mark.parametrize("show", SHOWN)
def test_every_criterion_of_a_part_stands_with_its_source_and_its_caution(show: str, real_pack: Pack) -> None:
    app = opened(address(real_pack, dict(real_pack.cases[0].facts), show=show))
    written = text(app)
    for node in real_pack.nodes:
        if node.kind == show or (show == "other" and node.kind not in SHOWN):
            for one in real_pack.criteria_of[node.id]:
                assert one.clinical in written
                assert cited_html(real_pack, one.caution) in html(app)
                assert all(f"evidence?finding={name}" in written for name in one.findings)
            for gap in real_pack.criteria_gaps_of[node.id]:
                assert cited_html(real_pack, gap.missing) in html(app)


def test_states_order_nothing_and_nothing_is_counted_or_advised(real_pack: Pack) -> None:
    empty = _said(opened("case?show=option"))
    full = _said(opened(address(real_pack, dict(real_pack.cases[1].facts), show="option")))
    order = [re.findall(r'<details id="case-(\w+)"', written) for written in (empty, full)]
    assert order[0] == order[1]
    assert not WEIGHED.search(full.casefold())


def test_options_wait_in_the_early_weeks_while_pain_eases(real_pack: Pack) -> None:
    early = {"months_since_fusion": "1", "pain_course": "easing"}
    app = opened(address(real_pack, early, show="option"))
    assert real_pack.info.case
    assert real_pack.info.case.early_words in [one.label for one in app.expander]
    app = opened(address(real_pack, {**early, "pain_course": "slowly_worse"}, show="option"))
    assert real_pack.info.case.early_words not in [one.label for one in app.expander]
    assert "The pain is getting worse." in text(app)


def test_facts_that_do_not_go_together_are_said(real_pack: Pack) -> None:
    written = text(opened(address(real_pack, {"pain_area": "leg", "leg_pain": "0"})))
    assert "Mostly a leg was chosen, but the leg pain is 0." in written


def test_a_clock_shows_each_time_that_criteria_name_and_where_the_case_is(real_pack: Pack) -> None:
    reading = read_case(real_pack, answers_of(real_pack, [("months_since_fusion", "6")]))
    clock = next(one for one in clocks(reading) if one.fact.fact_id == "months_since_fusion")
    assert [mark.at for mark in clock.marks] == [3, 12]
    assert clock.percent(clock.marks[1].at) == pytest.approx(66.7)
    assert (clock.now, clock.is_beyond) == (6, False)
    assert {one.now for one in clocks(reading) if one.fact is not clock.fact} == {None}


def test_the_text_for_a_record_begins_with_what_cannot_wait_and_names_each_known_row(
    real_pack: Pack,
) -> None:
    twist = real_pack.cases[0].twists[0]
    reading = read_case(real_pack, answers_of(real_pack, {**real_pack.cases[0].facts, **twist.facts}.items()))
    lines = record(reading).splitlines()
    assert lines[1].startswith("NEEDS HELP NOW:")
    known = [row.criterion for row in reading.rows.values() if row.state != "unknown"]
    for one in known:
        assert any(one.clinical in line and basis_words(real_pack, one) in line for line in lines)
    assert sum(line.endswith("]") for line in lines) == len(known)


# The address.


def test_each_answer_is_written_to_the_address_and_taken_back(real_pack: Pack) -> None:
    app = opened("case?group=health")
    app.number_input(key="fact_months_since_fusion").set_value(7.5).run()
    app.segmented_control(key="fact_care_enough").set_value("no").run()
    app.number_input(key="fact_bmi").set_value(31.0).run()
    assert entered(app) == {"months_since_fusion": "7.5", "care_enough": "no", "bmi": "31"}
    assert part(app, "data") == version_of(real_pack)
    app.number_input(key="fact_months_since_fusion").set_value(None).run()
    app.segmented_control(key="fact_care_enough").set_value("").run()
    app.number_input(key="fact_bmi").set_value(None).run()
    assert entered(app) == {}
    assert "data" not in app.query_params


def test_a_made_up_case_fills_the_form_and_comes_back_from_its_link(real_pack: Pack) -> None:
    case = real_pack.cases[2]
    app = opened("case")
    app.selectbox(key="made_up").set_value(case.id).run()
    assert entered(app).keys() == case.facts.keys()
    again = case_url(real_pack, {"case": part(app, "case"), "data": version_of(real_pack)})
    assert again.answers.known == answers_of(real_pack, case.facts.items()).known
    assert again.notes == ()
    app.button(key="clear").click().run()
    assert entered(app) == {}


def test_a_link_of_other_criteria_says_so(real_pack: Pack) -> None:
    made = case_url(real_pack, dict(parse_qsl("case=fever:no&data=00000000")))
    assert "This link was made with other criteria" in made.notes[0]
    assert case_url(real_pack, {"case": "fever:no"}).notes == (NO_DATA,)
    assert case_url(real_pack, {"case": "fever:no", "data": version_of(real_pack)}).notes == ()


def test_the_longest_case_stays_short_enough_for_a_link(real_pack: Pack) -> None:
    longest = {fact.fact_id: max([*fact.values, str(fact.maximum)], key=len) for fact in real_pack.facts}
    assert len(address(real_pack, longest)) < 2000


def test_no_question_asks_for_free_text_and_the_page_says_what_it_is_not(real_pack: Pack) -> None:
    app = opened("case")
    assert [one.label for one in app.text_input] == [one.label for one in opened("about").text_input]
    assert not app.text_area
    written = text(app)
    assert "This is no medical device." in written
    assert "Made-up or anonymous cases only" in written
    asked = [fact for fact in real_pack.facts if fact.form == "short"]
    assert len(asked) - len(signs(real_pack)) == 12


def test_every_question_can_be_asked_for_and_begins_as_not_known(real_pack: Pack) -> None:
    seen = {sign.fact.fact_id for sign in signs(real_pack)}
    for group in dict.fromkeys(fact.group for fact in real_pack.facts):
        app = opened("case", group=group)
        controls = [*app.selectbox, *app.segmented_control, *app.number_input]
        shown = {str(one.key): one.value for one in controls if str(one.key).startswith("fact_")}
        assert set(shown.values()) <= {None, ""}
        seen |= {key.removeprefix("fact_") for key in shown}
    assert seen == set(real_pack.fact)


def _signs(app: AppTest):  # type: ignore[no-untyped-def]
    return next(one for one in app.get("button_group") if one.key == "signs")


def _popovers(block):  # type: ignore[no-untyped-def]
    children = getattr(block, "children", None) or getattr(block, "_tree", block).children
    for one in children.values():
        if one.type == "popover":
            yield one
        if hasattr(one, "children"):
            yield from _popovers(one)


def _said(app: AppTest) -> str:
    """What the page wrote without its styles."""
    return re.sub(r"<style>.*?</style>", "", text(app), flags=re.DOTALL)
