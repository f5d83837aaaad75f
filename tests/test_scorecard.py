"""The scorecard: every published criterion is scored, nothing is claimed that only people can show."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

import pytest

from pathways import scorecard
from pathways.model import Pack
from pathways.scorecard import ScoreFilter
from pathways.text import readability
from tests.opened import opened, text


def test_every_criterion_is_scored_once_and_in_order(real_pack: Pack) -> None:
    assert tuple(row.row_id for row in real_pack.scorecard) == scorecard.known_ids()


def test_no_step_with_real_people_is_claimed(real_pack: Pack) -> None:
    with_people = [row for row in real_pack.scorecard if row.kind == "PROC"]
    assert {"L12", "L13", "L14", "L15", "L16", "L17", "L22", "L23", "O5", "N11"} <= {
        r.row_id for r in with_people
    }
    for row in with_people:
        assert scorecard.verdict(row) == scorecard.NOT_YET_DONE
        assert row.people == ""


def places(pack: Pack) -> list[str]:
    return sorted({row.place for row in pack.scorecard if row.place})


def test_every_place_is_a_page_that_opens_without_a_fault(real_pack: Pack) -> None:
    for place in places(real_pack):
        address = urlsplit(place)
        app = opened(address.path.strip("/"), **dict(parse_qsl(address.query)))
        assert not app.exception, place
        assert not re.search(r'There is no [^.]*"', text(app)), place
        assert "General information" in text(app), place


def test_counts_name_every_verdict_and_leave_no_row_out(real_pack: Pack) -> None:
    counts = scorecard.counts(real_pack.scorecard)
    assert {part: sum(found.values()) for part, found in counts.items()} == scorecard.ROWS_OF_PART
    assert all(tuple(found) == scorecard.VERDICTS for found in counts.values())


def test_a_part_without_rows_is_not_counted(tiny: Pack) -> None:
    assert list(scorecard.counts(tiny.scorecard)) == ["Q", "L", "H"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (ScoreFilter(), ["Q1", "L7", "L12", "H6"]),
        (ScoreFilter(part="L"), ["L7", "L12"]),
        (ScoreFilter(kind="TXT"), ["Q1", "H6"]),
        (ScoreFilter(verdict="Not yet done"), ["L12"]),
        (ScoreFilter(verdict="Not met"), ["H6"]),
        (ScoreFilter(part="Q", verdict="Not met"), []),
    ],
)
def test_rows_are_found_by_list_kind_and_score(tiny: Pack, wanted: ScoreFilter, expected: list[str]) -> None:
    assert [row.row_id for row in scorecard.matching(tiny.scorecard, wanted)] == expected


def test_the_page_shows_every_row_with_its_verdict(real_pack: Pack) -> None:
    written = text(opened("scorecard"))
    assert written.count('class="score-row"') == len(real_pack.scorecard)
    for row in real_pack.scorecard:
        assert row.item in written
        assert row.note in written
    not_yet_done = sum(scorecard.verdict(row) == scorecard.NOT_YET_DONE for row in real_pack.scorecard)
    assert written.count(f"</span>{scorecard.NOT_YET_DONE}</p>") == not_yet_done


def test_a_filter_in_the_address_is_kept_and_a_change_is_written_to_it() -> None:
    app = opened("scorecard", part="C")
    assert text(app).count('class="score-row"') == scorecard.ROWS_OF_PART["C"]
    app.selectbox(key="score").set_value("Partly met").run()
    assert app.query_params["score"] == "Partly met"
    assert app.query_params["part"] == "C"


def test_the_page_prints_the_grade_of_every_text_and_names_those_above_the_limit(real_pack: Pack) -> None:
    written = text(opened("scorecard"))
    for reading in readability.grades(real_pack):
        assert f'<th scope="row">{reading.name}</th>' in written
        if reading.grade > readability.HARDEST_TEXT:
            assert f"{reading.name} ({reading.page}), grade {reading.grade:.1f}" in written


@pytest.mark.parametrize("params", [{"part": "X"}, {"kind": "talk"}, {"score": "<script>"}])
def test_an_unknown_name_in_the_address_gets_one_sentence_and_the_page_is_shown(
    params: dict[str, str],
) -> None:
    app = opened("scorecard", **params)
    assert not app.exception
    assert "There is no" in text(app)
    assert "General information" in text(app)


def test_the_row_on_plain_language_says_what_is_measured(real_pack: Pack) -> None:
    """A full score holds only while every text is at reading age 11 or below."""
    (row,) = [row for row in real_pack.scorecard if row.row_id == "H11"]
    is_met = all(reading.age <= 11 for reading in readability.grades(real_pack))
    assert (row.score == 2) == is_met
