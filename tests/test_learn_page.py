"""The page Learn: guesses, claims and a quiz, whose whole state is their address."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.learn.files import COLUMNS, rows, table
from pages.parts.learn.titles import neutral_title
from pages.parts.learn.url import EXERCISES, learn_url
from pathways.charts.natural_frequencies import paired_accuracy
from pathways.evidence import RANGE_NOT_REPORTED
from pathways.learning import claims, contested, guessing, unknowns, walks
from pathways.learning.questions import questions
from pathways.model import Pack
from pathways.model.vocabulary import VERDICT_LABELS
from tests.opened import html, opened, text

run = partial(opened, "learn")


def parts_of(app: AppTest) -> dict[str, str]:
    """The address as it is now: read from it as lists, written to it as words."""
    parts = app.query_params.items()
    return {name: words if isinstance(words, str) else words[-1] for name, words in parts}


def test_the_door_of_the_start_page_leads_here() -> None:
    doors = [link for link in opened("").get("page_link") if "I learn it" in link.proto.label]
    assert [door.proto.page for door in doors] == ["learn"]


def test_a_guess_shows_the_figure_with_its_range_people_and_source(real_pack: Pack) -> None:
    told = guessing.figures(real_pack, 1)[0]
    app = run()
    before = text(app)
    assert told.outcome in before
    assert told.says not in before
    app.slider(key=f"mark_{told.id}").set_value(40)
    app.slider(key=f"range_{told.id}").set_value((30, 60))
    app.button(key="see").click().run()
    written = text(app)
    assert parts_of(app) == {"guesses": f"{told.id}:40:30:60", "number": "1"}
    assert told.says in written
    assert told.population in written
    assert told.interval in written
    assert f"You said 40. The figure: {told.own.in_short}." in written
    assert "First guess: " in written
    assert f"source-{told.source.source_id}" in written


def test_an_address_with_a_guess_shows_the_same_as_the_guess_did(real_pack: Pack) -> None:
    told = guessing.figures(real_pack, 3)[1]
    app = run(seed="3", number="2", guesses=f"{told.id}:10:5:20")
    assert f"You said 10. The figure: {told.own.in_short}." in text(app)
    app.button(key="next").click().run()
    assert parts_of(app)["number"] == "3"
    assert parts_of(app)["guesses"] == f"{told.id}:10:5:20"


def test_range_not_reported_stands_at_every_figure_without_one(real_pack: Pack) -> None:
    asked = guessing.figures(real_pack, 1)
    made = ",".join(f"{told.id}:50:25:75" for told in asked)
    for number, told in enumerate(asked, start=1):
        written = text(run(guesses=made, number=str(number)))
        is_missing = told.finding.low is None and told.finding.high is None
        assert (f"The range of the figure: {RANGE_NOT_REPORTED}." in written) is is_missing
    missing = sum("interval" in told.missing for told in asked)
    assert f"Range not reported: {missing} of these 10 figures" in text(run(guesses=made, number="11"))


def test_the_end_of_the_guesses_names_the_most_surprising_ones(real_pack: Pack) -> None:
    asked = guessing.figures(real_pack, 1)
    made = ",".join(f"{told.id}:100:100:100" for told in asked)
    written = text(run(guesses=made, number="11"))
    lowest = min(asked, key=lambda told: guessing.share_of(told.finding))
    assert "The most surprising ones" in written
    assert f"<strong>{lowest.outcome}</strong>: you said 100, the figure is {lowest.own.in_short}." in written


def test_other_studies_that_say_something_else_stand_below_the_figure(real_pack: Pack) -> None:
    seed, number, told = next(
        (seed, number, told)
        for seed in range(1, 100)
        for number, told in enumerate(guessing.figures(real_pack, seed), start=1)
        if told.finding.conflicts_with
    )
    written = text(run(seed=str(seed), number=str(number), guesses=f"{told.id}:1:1:1"))
    assert "Other studies say something else" in written
    assert all(real_pack.finding[other].plain in written for other in told.finding.conflicts_with)


def test_a_claim_is_judged_first_and_then_told(real_pack: Pack) -> None:
    claim = claims.claims_to_sort(real_pack, 1)[0]
    app = run(show="claims")
    assert claim.claim in text(app)
    assert claim.reason not in text(app)
    app.button(key=f"verdict_{claim.verdict}").click().run()
    written = text(app)
    assert parts_of(app)["verdicts"] == f"{claim.claim_id}:{claim.verdict}"
    assert "You said the same." in written
    assert claim.reason in written
    assert all(real_pack.finding[finding].plain in written for finding in claim.findings)


def test_the_end_of_the_claims_is_a_table_of_what_was_mixed_up(real_pack: Pack) -> None:
    cards = claims.claims_to_sort(real_pack, 1)
    said = ",".join(f"{card.claim_id}:supported" for card in cards)
    written = text(run(show="claims", verdicts=said, number="11"))
    assert "You and this page agree on 2 of 10" in written
    assert written.count('<th scope="row">Supported</th>') == len(VERDICT_LABELS) - 1
    assert "This page says" in written


@pytest.mark.parametrize("is_right", [True, False])
def test_an_answer_tells_why_and_leads_to_the_card(real_pack: Pack, is_right: bool) -> None:
    question = questions(real_pack, 4)[2]
    choice = next(c for c in question.choices if (c.id == question.right) is is_right)
    app = run(show="quiz", seed="4", number="3")
    assert question.asks in text(app)
    assert question.why not in text(app)
    number = question.choices.index(choice) + 1
    app.button(key=f"answer_{number}").click().run()
    written = text(app)
    assert parts_of(app)["answers"] == f"{question.id}:{choice.id}"
    assert ("Yes: " if is_right else "No. It is: ") + question.answer.words in written
    assert question.why in written
    assert f'data-node="{question.node}"' in html(app)


def test_the_end_of_the_quiz_names_what_to_look_at_again(real_pack: Pack) -> None:
    asked = questions(real_pack, 1)
    wrong = next(choice for choice in asked[0].choices if choice.id != asked[0].right)
    answers = f"{asked[0].id}:{wrong.id},{asked[1].id}:{asked[1].right}"
    written = text(run(show="quiz", answers=answers, number="11"))
    assert "1 of 2 right" in written
    assert asked[0].asks in written
    assert asked[1].asks not in written


SETS = ["guess", "claims", "quiz", "contested"]


@pytest.mark.parametrize("show", SETS)
def test_a_class_link_names_the_set_and_none_of_the_answers(show: str, real_pack: Pack) -> None:
    guess = f"{guessing.figures(real_pack, 8)[0].id}:1:1:1"
    written = text(run(show=show, seed="8", number="2", guesses=guess))
    assert f'<a href="learn?show={show}&seed=8">Link for a class</a>' in written


@pytest.mark.parametrize("show", SETS)
def test_another_set_begins_anew(show: str, real_pack: Pack) -> None:
    guess = f"{guessing.figures(real_pack, 8)[0].id}:1:1:1"
    app = run(show=show, seed="8", number="11", guesses=guess)
    next(button for button in app.button if button.label == "Another set").click().run()
    assert parts_of(app) == {"show": show, "seed": "9"}


def test_another_exercise_keeps_what_was_answered(real_pack: Pack) -> None:
    guess = f"{guessing.figures(real_pack, 1)[0].id}:1:1:1"
    app = run(guesses=guess, number="2")
    app.segmented_control(key="show").set_value("quiz").run()
    assert parts_of(app) == {"show": "quiz", "guesses": guess}


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("guesses", "tea-01:30"),
        ("guesses", "tea-01:30:20:101"),
        ("guesses", "tea-01:-1:20:30"),
        ("guesses", "nowhere-01:30:20:40"),
        ("verdicts", "poster-01:maybe"),
        ("verdicts", "nowhere:supported"),
        ("answers", "name-nowhere:tea"),
        ("answers", "name-old_leaves:tea"),
        ("number", "12"),
        ("seed", "0"),
    ],
)
def test_an_answer_that_is_none_is_left_out_and_said(tiny: Pack, part: str, words: str) -> None:
    asked = learn_url(tiny, {part: words})
    assert len(asked.notes) == 1
    assert (asked.guesses, asked.verdicts, asked.answers) == ({}, {}, {})
    assert (asked.seed, asked.number) == (1, 1)


def test_no_word_of_the_page_advises_or_blames() -> None:
    folder = Path(__file__).parents[1] / "pages" / "parts" / "learn"
    written = " ".join(
        path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.suffix in (".py", ".html")
    )
    telling = r"you should|recommend|best|fail|candidate|eligible|score"
    assert re.findall(telling, written, re.IGNORECASE) == []


def walk_page(case: str, **parts: str) -> AppTest:
    return run(show="walk", case=case, **parts)


def test_the_walks_are_the_cases_of_the_pack_and_any_route(real_pack: Pack) -> None:
    app = run(show="walk")
    written = text(app)
    assert all(neutral_title(case) in written for case in real_pack.cases)
    assert not [case for case in real_pack.cases if case.title in written]
    app.selectbox(key="walk_to").set_value("refusion").run()
    assert parts_of(app) == {"show": "walk", "to": "refusion"}
    assert f"From “{real_pack.node[real_pack.info.start].plain_label}”" in text(app)


def test_a_step_shows_the_story_and_the_ways_without_their_conditions(real_pack: Pack) -> None:
    case = real_pack.case["two_loose_screws"]
    app = walk_page(case.id, trail="red_flag_check,history_and_exam", number="3")
    written = text(app)
    assert all(words in written for words in case.story)
    ends = {edge.end for edge in walks.ways(real_pack, "history_and_exam")}
    assert {button.key.removeprefix("way_") for button in app.button if button.key.startswith("way_")} == ends
    for edge in real_pack.edges_from["history_and_exam"]:
        assert edge.condition not in written


def test_a_choice_tells_the_condition_the_basis_and_the_ways_not_taken(real_pack: Pack) -> None:
    app = walk_page("two_loose_screws", trail="red_flag_check,history_and_exam", number="3")
    app.button(key="way_xray").click().run()
    assert parts_of(app)["trail"] == "red_flag_check,history_and_exam,xray"
    written = text(app)
    assert "The case goes another way" in written
    for edge in real_pack.edges_from["history_and_exam"]:
        assert edge.condition in written
    assert "Clinical habit, no source." in written
    assert 'aria-label="The way so far"' in written
    assert "You chose: X-rays" in written
    app.button(key="next").click().run()
    assert parts_of(app)["number"] == "4"
    assert f'<h2 id="asked" tabindex="-1">{real_pack.node["blood_tests"].plain_label}</h2>' in text(app)


def test_a_warning_sign_in_the_story_that_is_passed_over_is_told_and_stands_first_at_the_end(
    real_pack: Pack,
) -> None:
    walk = walks.walk_of_case(real_pack.case["two_loose_screws"])
    at = next(number for number, step in enumerate(walk.steps) if step.goes_to == "infection")
    onward = [step.goes_to for step in walk.steps]
    passed = [*onward[:at], "history_and_exam"]
    app = walk_page("two_loose_screws", trail=",".join(passed[:at]), number=str(at + 1))
    told = text(app)
    assert walk.legs[1].story[0] in told
    assert "warning sign was passed over" not in told
    app.button(key="way_history_and_exam").click().run()
    assert "A warning sign was passed over" in text(app)
    trail = ",".join(["red_flag_check", "cauda_equina", *onward[2:at], "history_and_exam", *onward[at + 1 :]])
    written = text(walk_page("two_loose_screws", trail=trail, number=str(len(onward) + 1)))
    rows = written.partition("<tbody>")[2].partition("</tbody>")[0]
    assert rows.count("<tr>") == 2
    assert rows.index("Warning sign:") < rows.index("cauda_equina")


def test_the_end_of_a_case_says_what_it_shows_and_has_a_link_with_the_trail(real_pack: Pack) -> None:
    case = real_pack.case["two_loose_screws"]
    walk = walks.walk_of_case(case)
    trail = ",".join(step.goes_to for step in walk.steps)
    app = walk_page(case.id, trail=trail, number=str(len(walk.steps) + 1))
    written = text(app)
    assert f"{len(walk.steps)} of {len(walk.steps)} steps as the case went" in written
    assert case.debrief[0] in written
    assert "hardware-removal-09" not in written.partition("What it shows")[2].partition("Questions to")[0]
    assert case.decisions[0].choices[0].feedback in written
    assert f"trail={trail}" in written
    assert "not the right one" in written


def test_at_a_test_with_paired_accuracy_a_share_is_set_before_and_the_tree_follows(real_pack: Pack) -> None:
    tests = [node for node in real_pack.nodes if node.kind == "test"]
    test = next(test for test in tests if paired_accuracy(real_pack, test.id))
    end = next(edge.end for edge in real_pack.edges_from[test.id] if edge.kind == "onward")
    app = run(**{"show": "walk", "from": test.id, "to": end})
    app.slider(key="share").set_value(20).run()
    assert parts_of(app)["share"] == "20"
    assert not app.get("plotly_chart")
    app.button(key=f"way_{end}").click().run()
    assert len(app.get("plotly_chart")) == len(paired_accuracy(real_pack, test.id))
    assert "If 20 of 100 have it, as you set." in text(app)


def test_a_trail_is_read_up_to_a_place_that_no_way_leads_to(real_pack: Pack) -> None:
    asked = learn_url(
        real_pack, {"show": "walk", "case": "two_loose_screws", "trail": "red_flag_check,refusion"}
    )
    assert asked.trail == ("red_flag_check",)
    assert len(asked.notes) == 1


def test_a_trail_may_come_back_to_a_place(real_pack: Pack) -> None:
    case = next(case for case in real_pack.cases if len(set(case.route)) < len(case.route))
    walk = walks.walk_of_case(case)
    trail = ",".join(step.goes_to for step in walk.steps)
    assert learn_url(real_pack, {"show": "walk", "case": case.id, "trail": trail}).trail == tuple(
        trail.split(",")
    )


def test_another_walk_forgets_the_trail() -> None:
    app = walk_page("two_loose_screws", trail="red_flag_check", number="1", share="20")
    app.button(key="another_walk").click().run()
    assert parts_of(app) == {"show": "walk"}


def test_two_places_without_a_way_between_them_are_said_to_have_none(real_pack: Pack) -> None:
    asked = learn_url(real_pack, {"show": "walk", "from": "improved", "to": "ct"})
    assert asked.walk is None
    assert asked.notes == ("No way forward leads between these two places. There is nothing to walk.",)


def test_reasons_are_named_first_and_then_held_against_the_two_studies(real_pack: Pack) -> None:
    pair = next(one for one in contested.pairs(real_pack, 1) if len(one.differs) > 1)
    number = contested.pairs(real_pack, 1).index(pair) + 1
    app = run(show="contested", number=str(number))
    before = text(app)
    assert pair.one.says in before
    assert pair.other.says in before
    assert "They may differ because" not in before
    app.pills(key=f"reasons_{pair.id}").set_value([pair.differs[0]])
    app.button(key="see").click().run()
    assert parts_of(app)["reasons"] == f"{pair.id}:{pair.differs[0]}"
    after = text(app)
    assert f"You named 1 of the {len(pair.differs)} that differ" in after
    assert "They may differ because" in after
    assert after.count(">not the same</td>") == len(pair.differs)
    assert "Neither figure is called right here" in after


def test_naming_no_reason_is_an_answer_too(real_pack: Pack) -> None:
    pair = contested.pairs(real_pack, 2)[0]
    app = run(show="contested", seed="2")
    app.button(key="see").click().run()
    assert parts_of(app)["reasons"] == f"{pair.id}:none"
    assert "You named 0 of" in text(app)


def test_a_gap_becomes_a_question_and_then_what_is_published_is_shown(real_pack: Pack) -> None:
    gap = unknowns.gaps(real_pack, 1)[0]
    finding = next(f for f in real_pack.findings_of[gap.node_id] if f.outcome_group or f.role)
    outcome = finding.outcome_group or finding.role
    app = run(show="unknown")
    assert gap.said in text(app)
    assert finding.plain not in text(app)
    chosen = {"people": finding.directness, "beside": unknowns.NOTHING, "outcome": outcome}
    for part, name in chosen.items():
        next(box for box in app.selectbox if box.key.startswith(f"{part}_")).set_value(name)
    app.button(key="see").click().run()
    assert parts_of(app) == {"show": "unknown", "choice": gap.node_id, "number": "1", **chosen}
    assert "on just this question" in text(app)
    assert all(other.said in text(app) for other in real_pack.gaps_of[gap.node_id])
    app.button(key="next_gap").click().run()
    assert parts_of(app) == {"show": "unknown", "number": "2"}


def test_a_question_with_an_open_part_is_not_answered() -> None:
    app = run(show="unknown")
    app.button(key="see").click().run()
    assert "Choose all four parts" in text(app)
    assert "on just this question" not in text(app)


LIST = "place:ct,case:two_loose_screws,quiz:4:3"


def test_a_list_for_a_class_is_built_beside_an_exercise_and_leaves_it_as_it_is(real_pack: Pack) -> None:
    guess = f"{guessing.figures(real_pack, 8)[0].id}:1:1:1"
    app = run(seed="8", number="4", guesses=guess)
    app.segmented_control(key="show").set_value("class").run()
    app.selectbox(key="list_place_chosen").set_value("place:ct")
    app.button(key="add_place").click().run()
    app.selectbox(key="list_case_chosen").set_value("case:two_loose_screws")
    app.button(key="add_case").click().run()
    app.number_input(key="list_seed").set_value(4)
    app.selectbox(key="list_question").set_value(3)
    app.button(key="add_quiz").click().run()
    assert parts_of(app)["list"] == LIST
    app.segmented_control(key="show").set_value("guess").run()
    assert parts_of(app) == {"show": "guess", "seed": "8", "number": "4", "guesses": guess, "list": LIST}


def test_the_link_of_a_list_holds_no_answer_and_each_of_its_links_takes_the_list_along() -> None:
    app = run(
        show="class", list=LIST, told="yes", guesses="x", trail="red_flag_check", case="two_loose_screws"
    )
    written = text(app)
    assert f'<a href="learn?show=class&list={LIST}">Link for a class</a>' in written
    for address in ("map?view=net&node=ct", "learn?show=walk&case=two_loose_screws"):
        assert f'href="{address}&list={LIST}"' in written
    assert f'href="learn?show=quiz&seed=4&number=3&list={LIST}"' in written
    back = next(link for link in opened("map", list=LIST).get("page_link") if "list" in link.proto.label)
    assert "show=class" in back.proto.query_string


def test_the_answers_of_a_list_are_hidden_until_they_are_asked_for(real_pack: Pack) -> None:
    question, case = questions(real_pack, 4)[2], real_pack.case["two_loose_screws"]
    app = run(show="class", list=LIST)
    assert question.answer.words not in text(app)
    assert case.title not in text(app)
    assert neutral_title(case) in text(app)
    app.toggle(key="told").set_value(True).run()
    assert parts_of(app)["told"] == "yes"
    assert f"{question.asks} <strong>{question.answer.words}</strong>" in text(app)
    assert case.title in text(app)


def test_an_item_of_a_list_can_be_taken_out_and_one_that_is_none_is_said() -> None:
    app = run(show="class", list=f"{LIST},place:nowhere")
    assert "There is no item of a list" in text(app)
    app.selectbox(key="list_out_chosen").set_value("place:ct")
    app.button(key="take_out").click().run()
    assert parts_of(app)["list"] == "case:two_loose_screws,quiz:4:3"


def test_what_was_done_is_a_table_of_every_answer(real_pack: Pack) -> None:
    told, claim = guessing.figures(real_pack, 1)[0], claims.claims_to_sort(real_pack, 1)[0]
    asked, pair = questions(real_pack, 1)[0], contested.pairs(real_pack, 1)[0]
    url = learn_url(
        real_pack,
        {
            "show": "walk",
            "guesses": f"{told.id}:40:30:60",
            "verdicts": f"{claim.claim_id}:{claim.verdict}",
            "answers": f"{asked.id}:{asked.right}",
            "reasons": f"{pair.id}:none",
            "case": "two_loose_screws",
            "trail": "red_flag_check,cauda_equina",
        },
    )
    assert url.notes == ()
    made = list(rows(real_pack, url))
    assert [row[0] for row in made] == [
        EXERCISES[name] for name in ("guess", "claims", "quiz", "contested", "walk", "walk")
    ]
    assert made[0][3:5] == ("40 (30 to 60)", told.own.in_short)
    assert [row[-1] for row in made[1:]] == ["yes", "yes", "no", "yes", "no"]
    assert tuple(table(real_pack, url).columns) == COLUMNS


def test_a_set_can_be_taken_along_and_only_what_was_done_is_a_table(real_pack: Pack) -> None:
    def files(**parts: str) -> list[str]:
        return [button.proto.label for button in run(**parts).get("download_button")]

    cards, done = "This set as cards for Anki", "What I did, as CSV"
    guess = f"{guessing.figures(real_pack, 1)[0].id}:1:1:1"
    assert files() == [cards]
    assert files(number="11", guesses=guess) == [done, cards]
    assert files(show="walk") == []
    assert files(show="walk", case="two_loose_screws", trail="red_flag_check") == [done]


def test_the_title_of_a_case_is_told_at_its_end_alone(real_pack: Pack) -> None:
    case = real_pack.case["the_hip_it_was"]
    trail = ",".join(step.goes_to for step in walks.walk_of_case(case).steps)
    number = len(walks.walk_of_case(case).steps) + 1
    assert case.title not in text(walk_page(case.id))
    assert case.title in text(walk_page(case.id, trail=trail, number=str(number)))


def test_a_sign_that_was_left_behind_says_what_to_do(real_pack: Pack) -> None:
    trail = "red_flag_check,procedure_emergency,history_and_exam"
    written = text(walk_page("fever_after_heat_treatment", trail=trail, number="3"))
    assert "A warning sign was passed over" in written
    assert real_pack.info.emergency
    assert real_pack.info.emergency.call in written
    assert f"<strong>{real_pack.node['procedure_emergency'].plain_label}.</strong>" in written


def test_the_class_link_of_a_walk_holds_no_trail() -> None:
    written = text(walk_page("two_loose_screws", trail="red_flag_check", number="2"))
    assert '<a href="learn?show=walk&case=two_loose_screws">Link for a class</a>' in written


def test_a_test_result_stands_before_the_question_and_a_change_says_that_it_goes_back(
    real_pack: Pack,
) -> None:
    walk = walks.walk_of_case(real_pack.case["two_loose_screws"])
    onward = [step.goes_to for step in walk.steps]
    at = next(n for n, step in enumerate(walk.steps) if step.here == "blood_tests")
    written = text(walk_page("two_loose_screws", trail=",".join(onward[:at]), number=str(at + 1)))
    assert f"{real_pack.fact['crp_raised'].question} <strong>Yes</strong>" in written
    at = next(n for n, step in enumerate(walk.steps) if step.leg == 1)
    written = text(walk_page("two_loose_screws", trail=",".join(onward[:at]), number=str(at + 1)))
    assert "The walk goes back to “" in written
    assert 'branch starts" aria-current="step"' in written


def test_a_guess_that_was_not_set_and_a_mark_outside_of_its_range_are_said_and_not_taken(
    real_pack: Pack,
) -> None:
    told = guessing.figures(real_pack, 1)[0]
    app = run()
    app.button(key="see").click().run()
    assert "Nothing was set yet" in text(app)
    assert "guesses" not in parts_of(app)
    app.slider(key=f"mark_{told.id}").set_value(10)
    app.button(key="see").click().run()
    assert "Your mark, 10, lies outside of your range, 25 to 75." in text(app)
    assert "guesses" not in parts_of(app)
    app.slider(key=f"range_{told.id}").set_value((5, 20))
    app.button(key="see").click().run()
    assert parts_of(app)["guesses"] == f"{told.id}:10:5:20"
    assert "lies outside" not in text(app)


def test_a_claim_is_told_with_what_it_is_about(real_pack: Pack) -> None:
    claim = claims.claims_to_sort(real_pack, 1)[0]
    before, _, _ = text(run(show="claims")).partition(claim.claim)
    place = claim.homes[0]
    label = real_pack.node[place].plain_label if place in real_pack.node else real_pack.topic[place].title
    assert label in before


def test_what_to_look_at_again_names_each_answer_once(real_pack: Pack) -> None:
    asked = next(
        one
        for seed in range(1, 20)
        for one in questions(real_pack, seed)[:1]
        if one.answer.words == real_pack.node[one.node].plain_label
    )
    seed = next(seed for seed in range(1, 20) if asked in questions(real_pack, seed)[:1])
    wrong = next(choice.id for choice in asked.choices if choice.id != asked.right)
    written = text(run(show="quiz", seed=str(seed), answers=f"{asked.id}:{wrong}", number="11"))
    told = written.partition("To look at again")[2].partition("</ul>")[0]
    assert re.sub("<[^>]+>", "", told).count(asked.answer.words) == 1
