"""Whatever stands in a folder, loading ends in a pack or in a full list of what to mend."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from pathways.loading import load_pack, read_pack
from pathways.model import Pack
from pathways.problems import PackError
from tests.conftest import TINY_PACK
from tests.folders import FILES, a_copy_of_the_tiny_pack, only_problem_of, problems_of, replace

TABLES = [name for name in FILES if name.endswith(".csv")]
OPTIONAL = {
    *("claims.csv", "gaps.csv", "glossary.csv", "changes.csv"),
    *("facts.csv", "criteria.csv", "criteria_gaps.csv", "contradictions.csv"),
}


def content(pack: Pack) -> Pack:
    """A pack without the digest of its files: what they say, however they are saved."""
    return pack.model_copy(update={"digest": ""})


@pytest.mark.parametrize("name", ["pack.yaml", *sorted({*TABLES} - OPTIONAL)])
def test_a_missing_file_is_named(name: str, tiny_folder: Path) -> None:
    (tiny_folder / name).unlink()
    problem = only_problem_of(tiny_folder)
    assert (problem.file, problem.wrong) == (name, "It is missing.")


def test_a_missing_folder_of_nodes_is_named(tiny_folder: Path) -> None:
    shutil.rmtree(tiny_folder / "nodes")
    problem = only_problem_of(tiny_folder)
    assert (problem.file, problem.wrong) == ("nodes/", "It is missing.")


def test_a_pack_may_do_without_topics_and_without_a_comparison(tiny_folder: Path) -> None:
    shutil.rmtree(tiny_folder / "topics")
    (tiny_folder / "compare.yaml").unlink()
    pack = read_pack(tiny_folder)
    assert pack.topics == ()
    assert pack.compare.is_empty
    assert pack.compare.rows == ()


@pytest.mark.parametrize("directory", ["nodes", "topics"])
def test_an_empty_folder_of_records_is_named(directory: str, tiny_folder: Path) -> None:
    shutil.rmtree(tiny_folder / directory)
    (tiny_folder / directory).mkdir()
    problem = only_problem_of(tiny_folder)
    assert (problem.file, problem.wrong) == (f"{directory}/", "There are no YAML files here.")


@pytest.mark.parametrize("name", sorted(OPTIONAL))
def test_a_part_that_a_pack_can_do_without_may_be_missing(name: str, tiny_folder: Path) -> None:
    (tiny_folder / name).unlink()
    assert getattr(read_pack(tiny_folder), name.partition(".")[0]) == ()


@pytest.mark.parametrize("name", sorted(OPTIONAL))
def test_a_part_under_a_name_that_is_nearly_right_is_not_left_out(name: str, tiny_folder: Path) -> None:
    (tiny_folder / name).rename(tiny_folder / f"{name.partition('.')[0]} (copy).csv")
    assert f"looks like {name}" in only_problem_of(tiny_folder).wrong


def test_a_folder_that_does_not_exist_is_one_problem(tmp_path: Path) -> None:
    problem = only_problem_of(tmp_path / "nowhere")
    assert (problem.file, problem.record) == (str(tmp_path / "nowhere"), "the folder")
    assert problem.wrong == "It is missing."


def test_a_file_in_place_of_the_folder_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "pack").write_text("", encoding="utf-8")
    assert only_problem_of(tmp_path / "pack").wrong == "It is a file."


@pytest.mark.parametrize("name", ["pack.yaml", "edges.csv", "nodes/tea.yaml"])
def test_a_folder_in_place_of_a_file_is_a_problem_of_the_pack(name: str, tiny_folder: Path) -> None:
    (tiny_folder / name).unlink()
    (tiny_folder / name).mkdir()
    assert only_problem_of(tiny_folder).file == name


@pytest.mark.parametrize("name", ["pack.yaml", "nodes/tea.yaml", "topics/what_tea_is.yaml", "findings.csv"])
def test_text_that_is_not_utf_8_is_refused(name: str, tiny_folder: Path) -> None:
    path = tiny_folder / name
    path.write_bytes(path.read_bytes() + "café".encode("latin-1"))
    problem = only_problem_of(tiny_folder)
    assert problem.file == name
    assert problem.wrong.startswith("It is not UTF-8 text")
    assert "UTF-8" in problem.mend


@pytest.mark.parametrize("name", FILES)
def test_a_byte_order_mark_does_no_harm(name: str, tiny_folder: Path, tiny: Pack) -> None:
    path = tiny_folder / name
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert content(load_pack(tiny_folder)) == content(tiny)


@pytest.mark.parametrize("name", FILES)
def test_windows_line_ends_do_no_harm(name: str, tiny_folder: Path, tiny: Pack) -> None:
    path = tiny_folder / name
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert content(load_pack(tiny_folder)) == content(tiny)


@pytest.mark.parametrize(
    "text", ["summary: 'open", "a: b: c", "\tlane: care", "lane: @care", "a: 'b' c", "lane: [care"]
)
def test_a_file_that_is_not_yaml_is_refused(text: str, tiny_folder: Path) -> None:
    (tiny_folder / "nodes/tea.yaml").write_text(text, encoding="utf-8")
    problem = only_problem_of(tiny_folder)
    assert problem.file == "nodes/tea.yaml"
    assert problem.wrong.startswith("This is not YAML: ")


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "- one\n- two\n", "words\n"])
def test_a_yaml_file_without_keys_is_refused(text: str, tiny_folder: Path) -> None:
    (tiny_folder / "nodes/tea.yaml").write_text(text, encoding="utf-8")
    problem = only_problem_of(tiny_folder)
    assert (problem.file, problem.wrong) == ("nodes/tea.yaml", "It holds no keys.")


def test_a_key_that_stands_twice_is_refused_with_its_line(tiny_folder: Path) -> None:
    replace(tiny_folder / "nodes/tea.yaml", "kind: option\n", "kind: option\nlane: start\n")
    problem = only_problem_of(tiny_folder)
    assert (problem.file, problem.record) == ("nodes/tea.yaml", "line 3")
    assert problem.wrong == "This is a duplicate key: 'lane' stands on line 1 as well."


def test_an_unknown_key_is_refused_with_the_known_ones(tiny_folder: Path) -> None:
    replace(tiny_folder / "nodes/tea.yaml", "summary:", "sumary: Tea.\nsummary:")
    problem = only_problem_of(tiny_folder)
    assert (problem.file, problem.record) == ("nodes/tea.yaml", "tea")
    assert problem.wrong == "The key 'sumary' is not known."
    assert "summary" in problem.mend


def test_an_unknown_key_inside_another_is_named_with_its_way(tiny_folder: Path) -> None:
    replace(tiny_folder / "nodes/tea.yaml", "  mind:", "  soul: [Tea is good for it.]\n  mind:")
    assert only_problem_of(tiny_folder).wrong == "The key 'living_with.soul' is not known."


@pytest.mark.parametrize(
    ("file", "line", "key"),
    [
        ("nodes/tea.yaml", "clinical_label: Leaf infusion\n", "clinical_label"),
        ("nodes/tea.yaml", "  work: [Tea breaks differ.]\n", "living_with.work"),
        ("pack.yaml", "funding: No one has paid for this pack.\n", "funding"),
        ("topics/what_tea_is.yaml", "order: 1\n", "order"),
    ],
)
def test_a_missing_key_is_named(file: str, line: str, key: str, tiny_folder: Path) -> None:
    replace(tiny_folder / file, line, "")
    problem = only_problem_of(tiny_folder)
    assert (problem.file, problem.wrong) == (file, f"The key {key!r} is missing.")


def test_a_pack_without_a_group_of_people_is_refused(tiny_folder: Path) -> None:
    text = (tiny_folder / "pack.yaml").read_text(encoding="utf-8")
    groups = text[text.index("groups:\n") : text.index("\nlanes:")]
    replace(tiny_folder / "pack.yaml", groups, "groups: []\n")
    problem = only_problem_of(tiny_folder)
    assert problem.wrong == "groups is [], which does not fit."
    assert problem.mend.startswith("Write at least one group")


@pytest.mark.parametrize("value", ["optoin", "Option", "''", "[option]"])
def test_a_kind_that_does_not_exist_is_refused_with_the_known_ones(value: str, tiny_folder: Path) -> None:
    replace(tiny_folder / "nodes/tea.yaml", "kind: option", f"kind: {value}")
    problem = only_problem_of(tiny_folder)
    assert (problem.file, problem.record) == ("nodes/tea.yaml", "tea")
    assert "kind is" in problem.wrong
    assert "'option'" in problem.mend


@pytest.mark.parametrize("wrong", ["2026-13-45", "2026-02-30", "soon", "''", "20260101", "[2026, 1, 1]"])
def test_a_date_that_is_not_in_the_calendar_is_refused(wrong: str, tiny_folder: Path) -> None:
    replace(tiny_folder / "pack.yaml", "\ndate: 2026-01-01", f"\ndate: {wrong}")
    assert only_problem_of(tiny_folder).file == "pack.yaml"


@pytest.mark.parametrize(
    "word",
    [
        *("no", "yes", "on", "off", "n", "NA", "N/A", "NaN", "0b1"),
        *("010", "1.10", "2026-01-01", "true", "1e3"),
    ],
)
def test_words_of_yaml_stay_the_words_that_were_typed(word: str, tiny_folder: Path) -> None:
    replace(tiny_folder / "nodes/tea.yaml", "also_called: [brew,", f"also_called: [{word},")
    assert read_pack(tiny_folder).node["tea"].also_called[0] == word


@pytest.mark.parametrize("word", ["null", "Null", "~"])
def test_a_null_is_refused_because_it_is_no_text(word: str, tiny_folder: Path) -> None:
    replace(tiny_folder / "nodes/tea.yaml", "also_called: [brew,", f"also_called: [{word},")
    problem = only_problem_of(tiny_folder)
    assert (problem.record, problem.wrong) == ("line 5", f"{word} stands here, which is no text.")


def test_a_null_in_quotes_is_a_word(tiny_folder: Path) -> None:
    replace(tiny_folder / "nodes/tea.yaml", "also_called: [brew,", "also_called: ['null',")
    assert read_pack(tiny_folder).node["tea"].also_called[0] == "null"


def test_a_blank_item_of_a_list_is_refused(tiny_folder: Path) -> None:
    replace(tiny_folder / "nodes/tea.yaml", "  - You pour and wait.", "  - ' '")
    assert only_problem_of(tiny_folder).wrong.startswith("during.0 is ")


@pytest.mark.parametrize("stem", ["Tea", "green-tea", "2tea"])
def test_a_file_name_that_is_no_id_is_refused(stem: str, tiny_folder: Path) -> None:
    (tiny_folder / "nodes/tea.yaml").rename(tiny_folder / f"nodes/{stem}.yaml")
    problem = only_problem_of(tiny_folder)
    assert (problem.file, problem.record) == (f"nodes/{stem}.yaml", stem)


def test_lists_that_nest_without_end_are_a_problem_of_the_pack(tiny_folder: Path) -> None:
    (tiny_folder / "nodes/tea.yaml").write_text(f"lane: {'[' * 1_500}", encoding="utf-8")
    assert only_problem_of(tiny_folder).file == "nodes/tea.yaml"


def test_a_row_with_a_comma_too_many_is_refused_with_its_line(tiny_folder: Path) -> None:
    replace(tiny_folder / "gaps.csv", "What a filter changes", "What a filter changes, and when")
    problem = only_problem_of(tiny_folder)
    assert (problem.file, problem.record) == ("gaps.csv", "line 3")
    assert "does not have the 3 columns" in problem.wrong
    assert "double quotes" in problem.mend


def test_a_row_with_too_few_cells_is_refused_with_its_line(tiny_folder: Path) -> None:
    replace(tiny_folder / "gaps.csv", "rest,How often people fall asleep", "rest")
    problem = only_problem_of(tiny_folder)
    assert (problem.file, problem.record) == ("gaps.csv", "line 2")


def test_a_quote_that_is_never_closed_is_refused(tiny_folder: Path) -> None:
    replace(tiny_folder / "gaps.csv", "What a filter changes", '"What a filter changes')
    problem = only_problem_of(tiny_folder)
    assert problem.file == "gaps.csv"
    assert problem.wrong.startswith("This is not CSV: ")


def test_a_quote_that_is_never_closed_in_the_heading_is_refused(tiny_folder: Path) -> None:
    replace(tiny_folder / "gaps.csv", "node_id,missing", 'node_id,"missing')
    assert only_problem_of(tiny_folder).file == "gaps.csv"


@pytest.mark.parametrize(
    ("file", "column"),
    [
        ("edges.csv", "from"),
        ("edges.csv", "to"),
        ("findings.csv", "finding_id"),
        ("sources.csv", "source_id"),
        ("gaps.csv", "node_id"),
        ("claims.csv", "claim_id"),
    ],
)
def test_a_missing_key_column_is_named_once_for_the_file(file: str, column: str, tiny_folder: Path) -> None:
    path = tiny_folder / file
    heading, _, rest = path.read_text(encoding="utf-8").partition("\n")
    columns = ["was_" + name if name == column else name for name in heading.split(",")]
    path.write_text(f"{','.join(columns)}\n{rest}", encoding="utf-8")
    problem = only_problem_of(tiny_folder)
    assert (problem.file, problem.record) == (file, "line 1")
    assert problem.wrong == f"The column {column!r} is missing."


@pytest.mark.parametrize("file", TABLES)
def test_an_empty_table_is_a_missing_heading(file: str, tiny_folder: Path) -> None:
    (tiny_folder / file).write_text("", encoding="utf-8")
    problem = only_problem_of(tiny_folder)
    assert (problem.file, problem.record) == (file, "line 1")


def test_a_missing_column_is_named_for_each_row(tiny_folder: Path) -> None:
    replace(tiny_folder / "gaps.csv", "node_id,missing", "node_id,mising")
    wrongs = [(problem.record, problem.wrong) for problem in problems_of(tiny_folder)]
    assert ("line 2 (rest)", "The key 'missing' is missing.") in wrongs
    assert ("line 3 (hard_water)", "The key 'mising' is not known.") in wrongs


def test_a_column_that_stands_twice_is_refused(tiny_folder: Path) -> None:
    (tiny_folder / "gaps.csv").write_text("node_id,missing,missing\nrest,Sleep,Dreams\n", encoding="utf-8")
    assert only_problem_of(tiny_folder).file == "gaps.csv"


def test_a_blank_basis_is_refused(tiny_folder: Path) -> None:
    replace(tiny_folder / "edges.csv", "it tastes good,convention,", "it tastes good,,")
    problem = only_problem_of(tiny_folder)
    assert (problem.file, problem.record) == ("edges.csv", "line 7 (taste to choice)")
    assert problem.wrong.startswith("basis.0 is ''")


@pytest.mark.parametrize("nothing", ["", "[]", "['']"])
def test_a_way_that_rests_on_nothing_does_not_pass_for_convention(nothing: str, tiny_folder: Path) -> None:
    with (tiny_folder / "pack.yaml").open("a", encoding="utf-8") as info:
        info.write(f"everywhere: {{to: smoke, condition: any sign, basis: {nothing}}}\n")
    problem = only_problem_of(tiny_folder)
    assert (problem.file, problem.wrong) == ("pack.yaml", "everywhere.basis.0 is '', which does not fit.")


def test_convention_is_a_basis_without_sources(tiny: Pack) -> None:
    by_ends = {(edge.start, edge.end): edge for edge in tiny.edges}
    assert by_ends["thirst", "smoke"].is_convention
    assert by_ends["choice", "tea"].basis == ("kettle_book", "cup_register")
    assert not by_ends["choice", "tea"].is_convention


@pytest.mark.parametrize(
    ("file", "old", "new", "column"),
    [
        ("edges.csv", "step_up", "stepup", "kind"),
        ("edges.csv", "convention,negative", "convention,bad", "result"),
        ("findings.csv", "cause_share", "share", "role"),
        ("findings.csv", "points_0_10,,40", "points_0_10,,forty", "total"),
        ("findings.csv", "proportion,0.4", "proportion,0.4%", "value"),
        ("findings.csv", "proportion,0.4", "proportion,NaN", "value"),
        ("findings.csv", "proportion,0.4", "proportion,inf", "value"),
        ("findings.csv", "thirst-01,thirst,", "Thirst 1,thirst,", "finding_id"),
        ("sources.csv", ",2001,", ",MMI,", "year"),
        ("sources.csv", "cross_sectional", "survey", "design"),
        ("claims.csv", "not_checkable", "maybe", "verdict"),
    ],
)
def test_a_cell_that_does_not_fit_is_named(
    file: str, old: str, new: str, column: str, tiny_folder: Path
) -> None:
    replace(tiny_folder / file, old, new)
    problem = only_problem_of(tiny_folder)
    assert problem.file == file
    assert problem.record.startswith("line ")
    assert problem.wrong.startswith(f"{column} is ")


@pytest.mark.parametrize("word", ["no", "NA", "nan", "null", "010", "1e5", "2026-01-01", "true", "-"])
def test_cells_of_a_table_stay_the_text_that_was_typed(word: str, tiny_folder: Path) -> None:
    replace(tiny_folder / "gaps.csv", "What a filter changes", word)
    assert read_pack(tiny_folder).gaps_of["hard_water"][0].missing == word


def test_figures_keep_the_digits_of_their_source(tiny_folder: Path) -> None:
    replace(tiny_folder / "findings.csv", "proportion,0.4", "proportion,0.40")
    assert str(read_pack(tiny_folder).finding["tea-03"].value) == "0.40"


def test_a_blank_number_is_none_and_a_nought_is_a_number(tiny: Pack) -> None:
    assert tiny.finding["tea-03"].low is None
    assert tiny.finding["tea-03"].follow_up_months == Decimal(0)
    assert tiny.finding["thirst-01"].follow_up_months is None


def test_blank_lines_of_a_table_are_passed_over(tiny_folder: Path, tiny: Pack) -> None:
    path = tiny_folder / "gaps.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("\n", "\n\n"), encoding="utf-8")
    assert read_pack(tiny_folder).gaps == tiny.gaps


def test_all_problems_are_reported_at_once(tiny_folder: Path) -> None:
    (tiny_folder / "findings.csv").unlink()
    replace(tiny_folder / "nodes/rest.yaml", "kind: option", "kind: nap")
    replace(tiny_folder / "nodes/tea.yaml", "clinical_label: Leaf infusion\n", "strength: strong\n")
    replace(tiny_folder / "edges.csv", "step_up", "stepup")
    replace(tiny_folder / "gaps.csv", "rest,How often people fall asleep", "rest")
    found = [(problem.file, problem.record) for problem in problems_of(tiny_folder)]
    assert found == sorted(found)
    assert found == [
        ("edges.csv", "line 12 (rest to tea)"),
        ("findings.csv", "the file"),
        ("gaps.csv", "line 2"),
        ("nodes/rest.yaml", "rest"),
        ("nodes/tea.yaml", "tea"),
        ("nodes/tea.yaml", "tea"),
    ]


def test_the_error_counts_the_problems_and_says_the_first(tiny_folder: Path) -> None:
    (tiny_folder / "findings.csv").unlink()
    (tiny_folder / "sources.csv").unlink()
    with pytest.raises(
        PackError, match=r"^2 problems in the data; the first: findings\.csv, the file: It is mi"
    ):
        read_pack(tiny_folder)


def test_loading_twice_gives_the_same_pack(tiny: Pack) -> None:
    assert load_pack(TINY_PACK) == tiny


def test_topics_stand_in_their_order_and_rows_in_that_of_the_file(tiny_folder: Path) -> None:
    shutil.copy(tiny_folder / "topics/what_tea_is.yaml", tiny_folder / "topics/a_later_one.yaml")
    replace(tiny_folder / "topics/a_later_one.yaml", "order: 1", "order: 2")
    pack = read_pack(tiny_folder)
    assert [topic.id for topic in pack.topics] == ["what_tea_is", "a_later_one"]
    assert [gap.node_id for gap in pack.gaps] == ["rest", "hard_water"]


def test_places_stand_in_the_order_of_the_net(tiny: Pack) -> None:
    assert [node.id for node in tiny.nodes] == [node_id for box in tiny.info.net for node_id in box.nodes]


def test_a_place_that_the_net_has_forgotten_stands_last(tiny_folder: Path) -> None:
    replace(tiny_folder / "pack.yaml", "nodes: [thirst]", "nodes: [taste]")
    replace(tiny_folder / "pack.yaml", "nodes: [taste, old_leaves,", "nodes: [old_leaves,")
    places = [node.id for node in read_pack(tiny_folder).nodes]
    assert (places[0], places[-1]) == ("taste", "thirst")


@pytest.mark.parametrize(
    ("record", "field"),
    [("info", "title"), ("nodes", "summary"), ("edges", "kind"), ("findings", "value"), ("sources", "year")],
)
def test_a_loaded_record_cannot_be_changed(record: str, field: str, tiny: Pack) -> None:
    found = getattr(tiny, record)
    with pytest.raises(ValidationError, match="frozen"):
        setattr(found if record == "info" else found[0], field, "changed")


@pytest.mark.parametrize(
    "look_up",
    [
        "node",
        "lane",
        "finding",
        "source",
        "topic",
        "edges_from",
        "edges_to",
        "findings_of",
        "gaps_of",
        "claims_of",
    ],
)
def test_a_look_up_cannot_be_changed(look_up: str, tiny: Pack) -> None:
    mapping = getattr(tiny, look_up)
    assert mapping
    with pytest.raises(TypeError):
        mapping["tea"] = None
    with pytest.raises(TypeError):
        del mapping[next(iter(mapping))]


def test_look_ups_hold_every_place_even_where_nothing_belongs_to_it(tiny: Pack) -> None:
    for look_up in (tiny.edges_from, tiny.edges_to, tiny.findings_of, tiny.gaps_of):
        assert list(look_up) == [node.id for node in tiny.nodes]
    assert tiny.gaps_of["tea"] == ()
    assert [finding.finding_id for finding in tiny.findings_of["choice"]] == ["tea-01"]
    assert [edge.end for edge in tiny.edges_from["choice"]] == ["rest", "tea"]
    assert [edge.start for edge in tiny.edges_to["tea"]] == ["choice", "rest"]
    assert [claim.claim_id for claim in tiny.claims_of["what_tea_is"]] == ["poster-01"]


def loads_or_says_why(folder: Path) -> bool:
    """True if the pack loads, False if it is refused with problems; any other error is let through."""
    try:
        load_pack(folder)
    except PackError as error:
        problems = error.problems
    else:
        return True
    assert problems
    assert all(p.file and p.record and p.wrong and p.mend for p in problems)
    return False


@settings(max_examples=60)
@given(st.sampled_from(FILES), st.integers(0, 10_000), st.integers(0, 255))
def test_a_changed_byte_never_raises_anything_but_a_pack_error(name: str, place: int, byte: int) -> None:
    with a_copy_of_the_tiny_pack() as folder:
        content = bytearray((folder / name).read_bytes())
        content[place % len(content)] = byte
        (folder / name).write_bytes(content)
        loads_or_says_why(folder)


@settings(max_examples=40)
@given(st.sampled_from(FILES), st.integers(0, 10_000))
def test_a_file_cut_short_never_raises_anything_but_a_pack_error(name: str, length: int) -> None:
    with a_copy_of_the_tiny_pack() as folder:
        content = (folder / name).read_bytes()
        (folder / name).write_bytes(content[: length % len(content)])
        loads_or_says_why(folder)


@settings(max_examples=40)
@given(st.sampled_from(FILES), st.binary(max_size=200))
def test_any_bytes_in_place_of_a_file_are_refused(name: str, content: bytes) -> None:
    with a_copy_of_the_tiny_pack() as folder:
        (folder / name).write_bytes(content)
        assert not loads_or_says_why(folder)


@settings(max_examples=60)
@given(st.sampled_from(["tea", "rest"]), st.text(max_size=60))
def test_any_words_typed_into_a_card_load_or_are_refused(node: str, words: str) -> None:
    with a_copy_of_the_tiny_pack() as folder:
        path = folder / f"nodes/{node}.yaml"
        card = path.read_text(encoding="utf-8")
        path.write_bytes(f"{card}\ncautions:\n  - {words}\n".encode("utf-8", "surrogatepass"))
        loads_or_says_why(folder)
