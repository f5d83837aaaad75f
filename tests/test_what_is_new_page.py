"""What is new: counts first, then each change, each with the way to its place."""

from __future__ import annotations

import re
from html import unescape

import pytest

from pages.parts.what_is_new.items import line
from pages.parts.what_is_new.view import FIGURE_FIELDS, by_reason, counts, is_of_figure
from pages.shared.dated import changed_words
from pathways.changes.record import change_told
from pathways.model import Change, ChangedThing, Finding, Pack
from pathways.model.vocabulary import CHANGE_LABELS, CHANGED_THINGS
from tests.opened import opened, text


def written(address: str) -> str:
    (page,) = [one.body for one in opened(address).get("html") if 'class="what-is-new"' in one.body]
    return unescape(page)


def test_the_page_opens_on_the_newest_version_with_figures_first(real_pack: Pack) -> None:
    said = written("what_is_new")
    version = real_pack.info.version
    assert f'aria-current="true">Data version {version}' in said
    headings = re.findall(r"<h2[^>]*>([^<]+)", said)
    assert headings[0].endswith("put right in number, unit, time or source")
    assert headings[1] == "How much changed"


def test_every_figure_whose_number_changed_is_told_with_both_numbers(real_pack: Pack) -> None:
    said = written("what_is_new").partition("How much changed")[0]
    changed = [change for change in real_pack.changes if is_of_figure(change)]
    assert changed
    for change in changed:
        assert f"evidence?finding={change.id}" in said
        told = {name: (before, after) for name, before, after in change_told(change.from_to)}
        for name in FIGURE_FIELDS & set(change.fields) - {"unit", "source_id"}:
            assert " → ".join(told[name]) in said


def test_the_table_counts_what_the_record_holds(real_pack: Pack) -> None:
    newest = [change for change in real_pack.changes if change.version == real_pack.info.version]
    said = written("what_is_new")
    assert sum(count for counted in counts(newest).values() for count in counted.values()) == len(newest)
    for what, counted in counts(newest).items():
        for kind, count in counted.items():
            assert f"what={what}&kind={kind}#list" in said
            assert f'aria-label="{CHANGE_LABELS[kind]}: {count} ' in said


@pytest.mark.parametrize("what", CHANGED_THINGS)
def test_every_kind_of_change_lists_all_its_things_each_with_its_place(
    what: ChangedThing, real_pack: Pack
) -> None:
    newest = [change for change in real_pack.changes if change.version == real_pack.info.version]
    for kind in {change.kind for change in newest if change.what == what}:
        changes = [change for change in newest if (change.what, change.kind) == (what, kind)]
        listed = [item for items in by_reason(real_pack, changes).values() for item in items]
        assert len(listed) == len(changes)
        leads_nowhere = [item.words for item in listed if not item.href]
        assert kind == "retired" or what in ("column", "contradiction") or not leads_nowhere
        assert all(item.words in written(f"what_is_new?what={what}&kind={kind}") for item in listed[:3])


@pytest.mark.parametrize(
    "kind",
    [
        "finding",
        "way",
        "place",
        "topic",
        "source",
        "gap",
        "claim",
        "criterion",
        "criteria_gap",
        "case",
        "word",
    ],
)
def test_the_way_to_a_changed_thing_opens_without_a_fault(kind: str, real_pack: Pack) -> None:
    change = next(one for one in real_pack.changes if one.what == kind and one.kind != "retired")
    app = opened(line(real_pack, change).href.partition("#")[0])
    assert not app.exception
    assert "is left out" not in text(app)


def test_a_first_version_says_how_much_it_held(real_pack: Pack) -> None:
    first = real_pack.changes[0]
    said = written(f"what_is_new?version={first.version}")
    assert first.why in said
    assert "<table" not in said


def test_a_pack_without_a_record_says_so(tiny: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    without = tiny.model_copy(update={"changes": (), "digest": "without a record"})
    monkeypatch.setattr("pages.shared.page.current_pack", lambda: without)
    assert "keeps no record of its changes yet" in text(opened("what_is_new"))


def test_what_went_later_is_named_by_its_id(tiny: Pack) -> None:
    went = Change(
        version="1",
        date="2026-01-01",
        kind="added",
        what="finding",
        id="milk-01",
        fields="",
        from_to="",
        why="",
    )
    assert (line(tiny, went).words, line(tiny, went).href) == ("milk-01", "")


def test_a_card_says_when_it_was_last_checked_and_last_changed(real_pack: Pack) -> None:
    info = real_pack.info
    checked = f"ith data version {info.version}, {info.date:%-d %B %Y}. To be checked again by"
    for address in ("map?node=ct&part=numbers", "evidence?finding=scs-review-02"):
        said = text(opened(address))
        assert checked in said
        assert f"orrected with version {info.version}" in said


def test_what_the_record_does_not_name_is_as_it_was_in_the_first_version(tiny: Pack) -> None:
    assert changed_words(tiny, "finding", "tea-01") == "as in the first version, 1 June 2025."
    said = "corrected with version 0.0.1, 1 January 2026: A slip of the pen."
    assert changed_words(tiny, "finding", "tea-02") == said
    assert changed_words(tiny.model_copy(update={"changes": ()}), "finding", "tea-02") == ""


def test_the_fields_of_a_figure_are_fields_of_a_finding() -> None:
    assert set(Finding.model_fields) >= FIGURE_FIELDS
