"""The understanding check: made from the findings, the same every time, true and false in equal parts."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations

import pytest

from pathways.comparison import comparison
from pathways.learning.check import CLEAR_OF_HALF, MOST, statements
from pathways.model import Pack


@pytest.fixture(scope="session")
def pairs(real_pack: Pack) -> list[tuple[str, str]]:
    """The options of every preset, and each option with the one after it."""
    options = [node.id for node in real_pack.nodes if node.kind == "option" and node.id != "carry_on"]
    presets = [(p.options * 2)[:2] for p in real_pack.compare.presets]
    return [*presets, *list(combinations(options, 2))[::7]]


def test_there_are_four_to_six_statements_some_true_and_some_false(
    real_pack: Pack, pairs: list[tuple[str, str]]
) -> None:
    for pair in pairs:
        found = statements(real_pack, comparison(real_pack, pair))
        assert 4 <= len(found) <= MOST, pair
        true = sum(s.is_true for s in found)
        is_written = found[0].id.startswith("decide_")
        assert min(true, len(found) - true) >= (2 if is_written else len(found) // 2), pair
        assert len({s.id for s in found}) == len(found), pair


def test_statements_rest_on_findings_that_the_row_shows(
    real_pack: Pack, pairs: list[tuple[str, str]]
) -> None:
    for pair in pairs:
        compared = comparison(real_pack, pair)
        shown = {row.id: {f for cell in row.cells for f in cell.readings} for row in compared.rows}
        for statement in statements(real_pack, compared):
            assert set(statement.readings) <= shown[statement.row], statement


def test_what_is_said_of_a_share_agrees_with_the_share(real_pack: Pack, pairs: list[tuple[str, str]]) -> None:
    asked = 0
    for pair in pairs:
        for statement in statements(real_pack, comparison(real_pack, pair)):
            if statement.id.startswith("share-"):
                (asked_about,) = statement.readings
                value = asked_about.own.arm.value
                assert value is not None
                told = re.search(r"([\d,]+) in ([\d,]+) had this", statement.text)
                assert told
                said, per = (int(words.replace(",", "")) for words in told.groups())
                assert statement.is_true == (abs(said * 100 / per - float(value)) < 1), statement
                assert abs(value - 50) >= CLEAR_OF_HALF
                asked += 1
    assert asked > 10


def test_what_is_said_of_an_absence_agrees_with_the_cell(
    real_pack: Pack, pairs: list[tuple[str, str]]
) -> None:
    for pair in pairs:
        compared = comparison(real_pack, pair)
        places = {option.id: place for place, option in enumerate(compared.options)}
        rows = {row.id: row for row in compared.rows}
        for statement in statements(real_pack, compared):
            if statement.id.startswith("absence-"):
                cell = rows[statement.row].cells[places[statement.option]]
                assert not cell.readings
                (asked,) = [row for row in real_pack.compare.rows if row.id == statement.row]
                assert statement.text.endswith(asked.not_known if statement.is_true else asked.not_so)


def test_what_is_said_of_reading_across_agrees_with_the_row(
    real_pack: Pack, pairs: list[tuple[str, str]]
) -> None:
    for pair in pairs:
        compared = comparison(real_pack, pair)
        rows = {row.id: row for row in compared.rows}
        for statement in statements(real_pack, compared):
            if statement.id.startswith("across-"):
                says_cannot = "counted different people" in statement.text
                assert statement.is_true == (says_cannot == bool(rows[statement.row].heterogeneity)), (
                    statement
                )


def test_what_is_said_of_the_group_agrees_with_the_findings(
    real_pack: Pack, pairs: list[tuple[str, str]]
) -> None:
    for pair in pairs:
        for statement in statements(real_pack, comparison(real_pack, pair)):
            if statement.id.startswith("group-"):
                is_all = all(told.finding.directness == "fusion" for told in statement.readings)
                assert statement.is_true == (statement.text.startswith("All") == is_all), statement


def test_the_people_asked_about_are_told_in_the_words_of_the_pack(tiny: Pack) -> None:
    asked = [s for s in statements(tiny, comparison(tiny, ["tea"])) if s.id.startswith("group-")]
    assert asked
    for statement in asked:
        assert statement.text.endswith(" are about tea drinkers.")
        assert statement.why.endswith(" figures there are about people who drink tea.")


def test_statements_do_not_depend_on_what_matters(real_pack: Pack) -> None:
    plain = comparison(real_pack, ["refusion"])
    weighed = comparison(real_pack, ["refusion"], {"sleep": "a_lot"})
    assert statements(real_pack, plain) == statements(real_pack, weighed)


def test_a_share_whose_range_reaches_half_is_not_asked_about(tiny: Pack) -> None:
    """Tea relieved 30 of 100, but its range reaches from 17 to 46; from 30 to 46 is not clear of half."""
    asked = [s for s in statements(tiny, comparison(tiny, ["tea"])) if s.id == "share-helps-tea"]
    assert [s.readings[0].id for s in asked] == ["tea-01"]
    assert tiny.finding["tea-02"].high == Decimal(46)


def test_no_statement_asks_which_option_is_better(real_pack: Pack, pairs: list[tuple[str, str]]) -> None:
    for pair in pairs:
        for statement in statements(real_pack, comparison(real_pack, pair)):
            assert "better than" not in statement.text
            assert "best" not in statement.text


def test_each_common_decision_has_its_own_statements_whoever_chose_the_options(real_pack: Pack) -> None:
    for preset in real_pack.compare.presets:
        found = statements(real_pack, comparison(real_pack, preset.options[::-1]))
        assert [s.text for s in found] == [sentence.says for sentence in preset.checks], preset.id


def test_a_comparison_without_statements_of_its_own_has_made_ones(real_pack: Pack) -> None:
    found = statements(real_pack, comparison(real_pack, ["osteotomy", "medication"]))
    assert found
    assert not any(statement.id.startswith("decide_") for statement in found)


def test_each_common_decision_asks_what_it_is_or_needs_whether_it_can_be_undone_and_what_is_not_known(
    real_pack: Pack,
) -> None:
    for preset in real_pack.compare.presets:
        rows = {sentence.row for sentence in preset.checks}
        assert {"what", "undone", "unknown"} <= rows, preset.id
        assert any(sentence.findings for sentence in preset.checks), preset.id
