"""What changed from one version of a pack to another: the comparison, the record of it, and the changelog."""

from __future__ import annotations

import csv
import shutil
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest

from pathways.__main__ import main
from pathways.changes import difference, read_contents
from pathways.changes.changelog import section, versions
from pathways.changes.contents import FILES, FOLDERS, TABLES
from pathways.changes.record import rows
from pathways.loading import load_pack
from pathways.model import Pack
from pathways.problems import PackError
from tests.test_checks import cell, new_row, no_row, setting

ROOT = Path(__file__).parents[1]
OLD_VERSIONS = sorted((ROOT / "tests" / "versions").glob("*.zip"))
"""Each version of the shipped pack that is no longer in ``data/``, as it was."""


@pytest.fixture
def after(tmp_path: Path, tiny_folder: Path) -> Path:
    """A second copy of the tiny pack, to be changed."""
    return Path(shutil.copytree(tiny_folder, tmp_path / "after"))


def changed(before: Path, after: Path) -> list[tuple[str, str, str, dict[str, tuple[object, object]]]]:
    made = difference(read_contents(before), read_contents(after))
    return [
        (item.kind, item.what, item.id, {one.name: (one.before, one.after) for one in item.fields})
        for item in made.items
    ]


def test_a_pack_beside_itself_has_not_changed(tiny_folder: Path) -> None:
    assert changed(tiny_folder, tiny_folder) == []


def test_a_corrected_figure_is_told_by_field_from_what_to_what(tiny_folder: Path, after: Path) -> None:
    cell("findings.csv", "tea-02", "value", "31")(after)
    cell("findings.csv", "tea-02", "comparator", "")(after)
    fields = {"comparator": (("Plain water",), ()), "value": (("30",), ("31",))}
    assert changed(tiny_folder, after) == [("corrected", "finding", "tea-02", fields)]


def test_what_came_and_what_went_is_told_once(tiny_folder: Path, after: Path) -> None:
    new_row("edges.csv", "rest,kettle,approach,with a kettle,convention,")(after)
    no_row("edges.csv", "kettle,smoke")(after)
    (after / "nodes" / "old_leaves.yaml").rename(after / "nodes" / "older_leaves.yaml")
    assert changed(tiny_folder, after) == [
        ("added", "way", "rest to kettle", {}),
        ("retired", "way", "kettle to smoke", {}),
        ("added", "place", "older_leaves", {}),
        ("retired", "place", "old_leaves", {}),
    ]


def test_of_a_list_only_what_differs_is_told(tiny_folder: Path, after: Path) -> None:
    old = read_contents(tiny_folder).records["place", "tea"]["questions"]
    setting("nodes/tea.yaml", "questions", [*old, "How hot?"])(after)
    assert changed(tiny_folder, after) == [("corrected", "place", "tea", {"questions": ((), ("How hot?",))})]


def test_a_column_that_came_is_no_correction_of_each_row(tiny_folder: Path, after: Path) -> None:
    lines = (after / "sources.csv").read_text(encoding="utf-8").splitlines()
    (after / "sources.csv").write_text("\n".join([f"{lines[0]},shelf", *(f"{one},top" for one in lines[1:])]))
    assert changed(tiny_folder, after) == [("added", "column", "sources.csv: shelf", {})]


def test_a_version_that_todays_rules_refuse_can_still_be_set_beside_another(
    tiny_folder: Path, after: Path
) -> None:
    (tiny_folder / "compare.yaml").unlink()
    cell("findings.csv", "tea-02", "role", "hearsay")(tiny_folder)
    with pytest.raises(PackError):
        load_pack(tiny_folder)
    items = changed(tiny_folder, after)
    assert ("corrected", "finding", "tea-02", {"role": (("hearsay",), ("benefit",))}) in items
    assert ("added", "comparison", "rows", {}) in items


def test_every_file_of_a_pack_is_compared(real_folder: Path) -> None:
    compared = {*TABLES, *FOLDERS, *FILES}
    assert {path.name for path in real_folder.iterdir()} - compared == {"changes.csv"}


def test_the_command_tells_counts_first_then_each_change_with_its_reason(
    tiny_folder: Path, after: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cell("findings.csv", "tea-02", "value", "31")(after)
    assert main(["diff", str(tiny_folder), str(after)]) == 0
    assert capsys.readouterr().out == (
        "From tea 0.0.1 of 2026-01-01 to tea 0.0.1 of 2026-01-01\n"
        "  figures  0 added, 1 corrected, 0 taken out\n"
        "\n"
        "Corrected: figures\n"
        "  tea-02\n"
        "    why: A slip of the pen\n"
        "    value\n"
        "      was: 30\n"
        "      is: 31\n"
    )


def test_the_command_writes_the_rows_of_the_record(
    tiny_folder: Path, after: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cell("findings.csv", "tea-03", "value", "0.5")(after)
    setting("pack.yaml", "version", "0.0.2")(after)
    assert main(["diff", str(tiny_folder), str(after), "--record"]) == 0
    printed = capsys.readouterr().out
    assert printed == "0.0.2,2026-01-01,corrected,finding,tea-03,value,value: 0.4 → 0.5,\n"
    with (after / "changes.csv").open("a", encoding="utf-8") as record:
        record.write(printed)
    assert read_contents(after).version == "0.0.2"


def test_a_folder_without_a_pack_is_told_as_such(
    tiny_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", str(tmp_path / "nowhere"), str(tiny_folder)]) == 1
    assert "wrong:  It is missing." in capsys.readouterr().out


def test_what_cannot_be_seen_is_refused_as_everywhere(after: Path) -> None:
    setting("nodes/tea.yaml", "summary", "Tea \x9b31m.")(after)
    with pytest.raises(PackError):
        read_contents(after)


@pytest.fixture(scope="module")
def versions_of_the_pack(tmp_path_factory: pytest.TempPathFactory, real_folder: Path) -> list[Path]:
    """The folders of every version of the shipped pack, the present one last."""
    folders = []
    for archive in OLD_VERSIONS:
        with ZipFile(archive) as zipped:
            zipped.extractall(folder := tmp_path_factory.mktemp(archive.stem))
        folders.append(next(folder.rglob("pack.yaml")).parent)
    return [*folders, real_folder]


def test_the_record_of_the_pack_is_what_its_versions_differ_in(versions_of_the_pack: list[Path]) -> None:
    """If this fails, add the version before to tests/versions and what changed to changes.csv."""
    assert len(versions_of_the_pack) > 1
    with (versions_of_the_pack[-1] / "changes.csv").open(encoding="utf-8", newline="") as table:
        _first, *recorded = [{**row, "why": ""} for row in csv.DictReader(table)]
    contents = [read_contents(folder) for folder in versions_of_the_pack]
    made = (difference(before, after) for before, after in pairwise(contents))
    assert recorded == [{**row, "why": ""} for one in made for row in rows(one)]


def test_the_first_version_of_the_record_says_how_much_it_held(
    versions_of_the_pack: list[Path], real_pack: Pack
) -> None:
    *_, oldest = versions(real_pack)
    (change,) = oldest.changes
    first = read_contents(versions_of_the_pack[0])
    assert (oldest.name, f"{oldest.date}") == (first.version, first.date)
    held = [sum(what == one for one, _ in first.records) for what in ("place", "way", "finding", "source")]
    assert all(f"{count} " in change.why for count in held)


def test_every_change_of_the_pack_has_a_reason(real_pack: Pack) -> None:
    assert [change.id for change in real_pack.changes if not change.why] == []


def test_the_changelog_says_of_the_evidence_what_the_record_says(real_pack: Pack) -> None:
    """If this fails, put what ``python -m pathways changelog data/psps_t2`` prints under "Evidence"."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    said = changelog.partition("\n### Evidence\n\n")[2].partition("\n### ")[0]
    assert said.partition("####")[1:] != ("", "")
    assert "####" + said.partition("####")[2] == section(real_pack)
