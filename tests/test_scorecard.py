"""The scorecard: every published criterion is scored, nothing is claimed that only people can show."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from pathways import scorecard
from pathways.model import Pack
from pathways.problems import PackError
from pathways.scorecard import ScoreFilter, ScoreRow, read_scorecard
from pathways.text import readability
from tests.folders import replace
from tests.opened import opened, text

ROWS = read_scorecard()
DOCS = Path(__file__).parents[1] / "docs"

FEW_ROWS = """\
row_id,item,kind,score,place,people,note
Q1,Says what thirst is,TXT,2,map,,On the first card.
L7,Uses the same cup throughout,UI,1,,,The kettle differs.
L12,Asked drinkers what they need,PROC,0,,,Nobody has been asked.
H6,Names the country,TXT,0,,,A kitchen has no country.
"""


@pytest.fixture
def few(tmp_path: Path) -> Path:
    """A scorecard of a few rows that a test may break."""
    (tmp_path / "scorecard.csv").write_text(FEW_ROWS, encoding="utf-8")
    return tmp_path / "scorecard.csv"


@pytest.mark.parametrize(
    ("old", "new", "row", "says"),
    [
        ("L7,", "Q7,", "Q7", "There is no such criterion."),
        ("L7,", "Q1,", "Q1", "more than once"),
        (",2,map,", ",2,,", "Q1", "names no place"),
        ("PROC,0", "PROC,1", "L12", "needs real people"),
        *(("Q1,", f"{wrong},", f"line 2 ({wrong})", "row_id is ") for wrong in ("Q٣", "Q0", "Q1234567890")),
        *(
            ("TXT,0", f"TXT,{wrong}", "line 5 (H6)", "score is ")
            for wrong in ("3", "-1", "1.5", "", "9" * 5_000, "٢")
        ),
        ("kind,score", "sort,score", "line 2 (Q1)", "The key 'kind' is missing."),
    ],
)
def test_a_row_that_does_not_fit_is_refused_with_its_place_and_mend(
    old: str, new: str, row: str, says: str, few: Path
) -> None:
    replace(few, old, new)
    with pytest.raises(PackError) as refusal:
        read_scorecard(few)
    first = next(problem for problem in refusal.value.problems if problem.record == row)
    assert first.file == "scorecard.csv"
    assert says in first.wrong
    assert len(first.wrong) < 250
    assert first.mend


def test_a_scorecard_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"scorecard\.csv, the file: It is missing"):
        read_scorecard(tmp_path / "scorecard.csv")


def test_every_column_is_told_in_its_document() -> None:
    told = set(
        re.findall(r"^\| `(\w+)` \|", (DOCS / "scorecard.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert told == set(ScoreRow.model_fields)


def test_every_criterion_is_scored_once_and_in_order() -> None:
    assert tuple(row.row_id for row in ROWS) == scorecard.known_ids()


def test_no_step_with_real_people_is_claimed() -> None:
    with_people = [row for row in ROWS if row.kind == "PROC"]
    assert {"L12", "L13", "L14", "L15", "L16", "L17", "L22", "L23", "O5", "N11"} <= {
        r.row_id for r in with_people
    }
    for row in with_people:
        assert scorecard.verdict(row) == scorecard.NOT_YET_DONE
        assert row.people == ""


def places() -> list[str]:
    return sorted({row.place for row in ROWS if row.place})


def test_every_place_is_a_page_that_opens_without_a_fault() -> None:
    for place in places():
        address = urlsplit(place)
        app = opened(address.path.strip("/"), **dict(parse_qsl(address.query)))
        assert not app.exception, place
        assert not re.search(r'There is no [^.]*"', text(app)), place
        assert "General information" in text(app), place


def test_counts_name_every_verdict_and_leave_no_row_out() -> None:
    counts = scorecard.counts(ROWS)
    assert {part: sum(found.values()) for part, found in counts.items()} == scorecard.ROWS_OF_PART
    assert all(tuple(found) == scorecard.VERDICTS for found in counts.values())


def test_a_part_without_rows_is_not_counted(few: Path) -> None:
    assert list(scorecard.counts(read_scorecard(few))) == ["Q", "L", "H"]


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
def test_rows_are_found_by_list_kind_and_score(few: Path, wanted: ScoreFilter, expected: list[str]) -> None:
    assert [row.row_id for row in scorecard.matching(read_scorecard(few), wanted)] == expected


def test_the_page_shows_every_row_with_its_verdict() -> None:
    written = text(opened("scorecard"))
    assert written.count('class="score-row"') == len(ROWS)
    for row in ROWS:
        assert row.item in written
        assert row.note in written
    not_yet_done = sum(scorecard.verdict(row) == scorecard.NOT_YET_DONE for row in ROWS)
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
    (row,) = [row for row in ROWS if row.row_id == "H11"]
    is_met = all(reading.age <= 11 for reading in readability.grades(real_pack))
    assert (row.score == 2) == is_met
