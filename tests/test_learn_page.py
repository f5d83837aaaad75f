"""The page Learn: guesses, claims and a quiz, whose whole state is their address."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.learn.url import EXERCISES, learn_url
from pathways.evidence import RANGE_NOT_REPORTED
from pathways.learning import claims, guessing
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


@pytest.mark.parametrize("show", EXERCISES)
def test_a_class_link_names_the_set_and_none_of_the_answers(show: str, real_pack: Pack) -> None:
    guess = f"{guessing.figures(real_pack, 8)[0].id}:1:1:1"
    written = text(run(show=show, seed="8", number="2", guesses=guess))
    assert f'<a href="learn?show={show}&seed=8">Link for a class</a>' in written


@pytest.mark.parametrize("show", EXERCISES)
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
