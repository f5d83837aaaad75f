"""One rule, one breaking case: a sound pack is spoilt in one place, and only that rule complains.

To add a rule, add its case to ``CASES``; the last test fails until you do.
"""

from __future__ import annotations

import csv
import inspect
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, get_args

import pytest
import yaml

from pathways import checks
from pathways.loading import load_pack, read_pack
from pathways.loading.yaml_text import keys_of
from pathways.model import EdgeKind, Node, NodeKind, Pack
from pathways.problems import PackError, Problem

Spoil = Callable[[Path], None]


@dataclass(frozen=True)
class Case:
    """How to break a rule of the tiny pack, and where its problem must be reported."""

    rule: checks.Rule
    name: str
    spoil: Spoil
    file: str
    record: str
    says: str
    also_at: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return f"{self.rule.__name__}: {self.name}"


def cell(file: str, begins: str, column: str, text: str) -> Spoil:
    """Write ``text`` into one cell. The row is found by how its first cells begin: "rest,tea"."""

    def spoil(folder: Path) -> None:
        rows = _rows(folder / file)
        row = _row_that_begins(rows, begins)
        row[rows[0].index(column)] = text
        _write(folder / file, rows)

    return spoil


def new_row(file: str, line: str) -> Spoil:
    """Add one line at the end of a table."""

    def spoil(folder: Path) -> None:
        with (folder / file).open("a", encoding="utf-8") as table:
            table.write(f"{line}\n")

    return spoil


def no_row(file: str, begins: str) -> Spoil:
    """Remove the row whose first cells are ``begins``."""

    def spoil(folder: Path) -> None:
        rows = _rows(folder / file)
        rows.remove(_row_that_begins(rows, begins))
        _write(folder / file, rows)

    return spoil


def setting(file: str, path: str, value: Any) -> Spoil:
    """Give one key of a YAML file another value; ``path`` goes inwards, as in "living_with.body"."""

    def spoil(folder: Path) -> None:
        content: Any = keys_of((folder / file).read_text(encoding="utf-8"))
        *outer, last = [int(part) if part.isdigit() else part for part in path.split(".")]
        inner = content
        for part in outer:
            inner = inner[part]
        inner[last] = value
        text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False).replace(": null\n", ":\n")
        (folder / file).write_text(text, encoding="utf-8")

    return spoil


def new_line(file: str, after: str, line: str) -> Spoil:
    """Put a line after another one that stands once in the file."""

    def spoil(folder: Path) -> None:
        before, found, rest = (folder / file).read_text(encoding="utf-8").partition(f"{after}\n")
        assert found, f"{file} has no line {after!r}"
        (folder / file).write_text(f"{before}{found}{line}\n{rest}", encoding="utf-8")

    return spoil


def new_file(file: str, like: str) -> Spoil:
    """Copy one file of the pack under another name."""

    def spoil(folder: Path) -> None:
        (folder / file).write_text((folder / like).read_text(encoding="utf-8"), encoding="utf-8")

    return spoil


def both(*steps: Spoil) -> Spoil:
    """One change after the other."""

    def spoil(folder: Path) -> None:
        for step in steps:
            step(folder)

    return spoil


def without_cases(folder: Path) -> None:
    """Take away facts, criteria and made-up cases: they are held to what another change takes away."""
    for name in ("facts.csv", "criteria.csv", "criteria_gaps.csv", "contradictions.csv"):
        (folder / name).unlink()
    shutil.rmtree(folder / "cases")
    setting("pack.yaml", "case", "")(folder)


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as table:
        return list(csv.reader(table))


def _row_that_begins(rows: list[list[str]], begins: str) -> list[str]:
    (row,) = [row for row in rows if ",".join(row).startswith(f"{begins},")]
    return row


def _write(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as table:
        csv.writer(table, lineterminator="\n").writerows(rows)


_TWICE = (
    'thirst-02,thirst,prevalence,Thirst,"Of 40 people who drank, 10 were thirsty.",As 25%.,Drinkers,'
    "tea_drinkers,,,proportion,25,,,,percent,10,40,,,,cup_register,,yes,{caution},,Thirst,Drinkers,,{caution},,"
)


def _sentence(**keys: Any) -> dict[str, Any]:
    """A sentence of a check of understanding, with some of its keys changed."""
    return {"says": "You can get up.", "is_true": True, "why": "It is so.", "row": "undone", **keys}


_SENTENCES = [_sentence(), _sentence(), _sentence(is_true=False)]


def _mood(least: str, most: str) -> dict[str, Any]:
    """A unit of a pack with the scale on which it is drawn."""
    return {"id": "mood", "words": "points", "scale": {"name": "Mood", "least": least, "most": most}}


_TURNED = (
    'tea-04,tea,benefit,Thirst gone,"A month on, 20 of 40 were well; 30 with tea.",As 50%,Water,'
    "tea_drinkers,Tea,1,proportion,50,,,,percent,20,40,75,30,40,cup_register,,yes,,,Thirst gone,Water,Tea"
    ",,,relief"
)
SIGNS = {
    "heading": "Get help",
    "call": "Call your emergency number now, or ask a friend who is with you to call it.",
    "number_known_by": ["emergency number"],
    "signs": [
        {"sign": "You see smoke.", "known_by": ["smoke"], "facts": ["smoke_seen"]},
        {"sign": "You smell gas.", "known_by": ["gas"], "facts": ["burning_smell", "just_boiled"]},
        {"sign": "You see a flame.", "known_by": ["flame", "fire"], "facts": ["smoke_seen"]},
    ],
}
with_signs = both(
    setting("pack.yaml", "everywhere", {"to": "smoke", "condition": "any sign", "basis": "convention"}),
    setting("pack.yaml", "emergency", SIGNS),
    setting("nodes/smoke.yaml", "what_to_do", ["Call your emergency number. Then leave the kitchen."]),
    setting("nodes/rest.yaml", "shows_emergency", True),
    setting("nodes/tea.yaml", "shows_emergency", True),
    no_row("edges.csv", "kettle,smoke"),
)
"""The tiny pack with signs that need help at once, and with their check: no rule has a word to say."""


CASES = (
    Case(
        checks.everywhere_leads_to_safety,
        "every place leads to one that is not there",
        setting("pack.yaml", "everywhere", {"to": "cellar", "condition": "any sign", "basis": "convention"}),
        "pack.yaml",
        "everywhere",
        "'cellar' is no place for warning signs",
    ),
    Case(
        checks.everywhere_leads_to_safety,
        "every place leads to a treatment",
        both(
            setting("pack.yaml", "everywhere", {"to": "tea", "condition": "any sign", "basis": "convention"}),
            new_row("edges.csv", "tea,smoke,urgent,it burns,convention,"),
        ),
        "pack.yaml",
        "everywhere",
        "'tea' is no place for warning signs",
    ),
    Case(
        checks.emergencies_stand_in_one_lane,
        "a second emergency stands among the treatments",
        both(
            without_cases,
            new_file("nodes/flame.yaml", like="nodes/smoke.yaml"),
            setting("nodes/flame.yaml", "lane", "care"),
            setting("pack.yaml", "net.1.nodes", ["smoke", "flame"]),
            new_row("edges.csv", "thirst,flame,onward,never,convention,"),
            new_row("edges.csv", "flame,thirst,return,it is out,convention,"),
        ),
        "nodes/flame.yaml",
        "flame",
        "in the lane care, and other emergencies in safety",
    ),
    Case(
        checks.everywhere_rests_on_sources,
        "it rests on hearsay",
        both(with_signs, setting("pack.yaml", "everywhere.basis", ["hearsay"])),
        "pack.yaml",
        "everywhere",
        "'hearsay' is not a source",
    ),
    Case(
        checks.what_is_so_everywhere_is_no_edge,
        "it is drawn from one place as well",
        both(with_signs, new_row("edges.csv", "rest,smoke,urgent,any sign,convention,")),
        "edges.csv",
        "rest to smoke",
        "of every place",
    ),
    Case(
        checks.every_emergency_is_named_by_the_check,
        "an emergency is reached, but not from the check",
        both(
            with_signs,
            without_cases,
            new_file("nodes/flood.yaml", "nodes/smoke.yaml"),
            setting("pack.yaml", "net.1.nodes", ["smoke", "flood"]),
            new_row("edges.csv", "thirst,flood,onward,wet feet,convention,"),
            new_row("edges.csv", "flood,thirst,return,dry feet,convention,"),
        ),
        "nodes/flood.yaml",
        "flood",
        "No way leads to this emergency from smoke",
    ),
    Case(
        checks.emergencies_begin_with_the_number,
        "the list begins with something else",
        both(with_signs, setting("pack.yaml", "emergency.call", "Look. Call your emergency number.")),
        "pack.yaml",
        "emergency",
        "does not begin with the number",
    ),
    Case(
        checks.emergencies_begin_with_the_number,
        "an emergency begins with something else",
        both(with_signs, setting("nodes/smoke.yaml", "what_to_do", ["Run.", "Call your emergency number."])),
        "nodes/smoke.yaml",
        "smoke",
        "does not begin with the number",
    ),
    Case(
        checks.the_list_of_signs_is_filled,
        "the list is empty",
        both(with_signs, setting("pack.yaml", "emergency.signs", [])),
        "pack.yaml",
        "emergency",
        "holds no sign",
    ),
    Case(
        checks.the_list_of_signs_is_filled,
        "nothing finds a sign in prose",
        both(with_signs, setting("pack.yaml", "emergency.signs.0.known_by", [])),
        "pack.yaml",
        "emergency",
        "known_by",
    ),
    Case(
        checks.places_that_need_the_signs_show_them,
        "an option does not",
        both(with_signs, setting("nodes/tea.yaml", "shows_emergency", False)),
        "nodes/tea.yaml",
        "tea",
        "does not show",
    ),
    Case(
        checks.places_that_need_the_signs_show_them,
        "a place with an urgent way does not",
        both(
            setting("pack.yaml", "emergency", SIGNS),
            setting("nodes/smoke.yaml", "what_to_do", ["Call your emergency number."]),
            setting("nodes/rest.yaml", "shows_emergency", True),
            setting("nodes/tea.yaml", "shows_emergency", True),
        ),
        "nodes/kettle.yaml",
        "kettle",
        "does not show",
    ),
    Case(
        checks.own_signs_follow_the_list,
        "there is no list to show",
        setting("nodes/tea.yaml", "shows_emergency", True),
        "nodes/tea.yaml",
        "tea",
        "the pack does not have",
    ),
    Case(
        checks.own_signs_follow_the_list,
        "they stand without the list",
        both(with_signs, setting("nodes/taste.yaml", "own_emergency", ["It tastes of soap."])),
        "nodes/taste.yaml",
        "taste",
        "does not show the list",
    ),
    Case(
        checks.prose_copies_no_list_of_signs,
        "a card tells the signs in its own words",
        both(
            with_signs, setting("nodes/kettle.yaml", "after", ["Look for smoke, the smell of gas or fire."])
        ),
        "nodes/kettle.yaml",
        "kettle",
        "after tells signs of the list again",
    ),
    Case(
        checks.findings_that_tell_of_a_matter_in_words_are_findings,
        "a matter is told in the words of a finding that is none",
        setting("compare.yaml", "matters.2.also", ["tea-99"]),
        "compare.yaml",
        "sleep",
        "'tea-99' under also is no finding",
    ),
    Case(
        checks.harms_known_as_grave_are_grave,
        "a death is folded away",
        cell("findings.csv", "tea-03", "outcome", "Death by tea"),
        "compare.yaml",
        "grave",
        "tea-03 tells of 'Death'",
    ),
    Case(
        checks.patient_texts_can_be_read_at_age_11,
        "a sentence of a card is longer than 25 words",
        setting("nodes/tea.yaml", "summary", f"You drink {'a cup and ' * 9} rest."),
        "nodes/tea.yaml",
        "tea",
        "A sentence of summary is hard to read: 'You drink a cup",
    ),
    Case(
        checks.patient_texts_can_be_read_at_age_11,
        "a sentence of the start page is made of long words",
        setting("pack.yaml", "decision", f"{'Considerable rehabilitation necessitates ' * 4}rest."),
        "pack.yaml",
        "start page",
        "A sentence of decision is hard to read",
    ),
    Case(
        checks.patient_texts_can_be_read_at_age_11,
        "a whole background text is too hard, but none of its sentences alone is",
        setting("topics/what_tea_is.yaml", "summary", "Rehabilitation necessitates physiotherapy. " * 12),
        "topics/what_tea_is.yaml",
        "what_tea_is",
        "above 6",
    ),
    Case(
        checks.hard_words_are_explained_once,
        "a word has two meanings",
        new_row("glossary.csv", "Chalk,a pen for boards,yes"),
        "glossary.csv",
        "chalk",
        "explained more than once",
        also_at=(("glossary.csv", "Chalk"),),
    ),
    Case(
        checks.ids_are_unique,
        "a topic has the id of a node",
        new_file("topics/tea.yaml", like="topics/what_tea_is.yaml"),
        "topics/tea.yaml",
        "tea",
        "more than once",
        also_at=(("nodes/tea.yaml", "tea"),),
    ),
    Case(
        checks.ids_are_unique,
        "a finding stands twice",
        both(
            without_cases,
            new_row(
                "findings.csv",
                "rest-01,rest,cost,A,B.,C.,,tea_drinkers,,,text,,,,,,,,,,,leaf_study,,yes,,,A,,,,,relief",
            ),
        ),
        "findings.csv",
        "rest-01",
        "more than once",
    ),
    Case(
        checks.ids_are_unique,
        "a source has the id of a node",
        both(
            new_row(
                "sources.csv", "kettle,Cup B,2004,Kettles,Kettles,,,,https://example.org,model,,,none,full,"
            ),
            cell("edges.csv", "tea,kettle", "basis", "kettle"),
        ),
        "sources.csv",
        "kettle",
        "more than once",
        also_at=(("nodes/kettle.yaml", "kettle"),),
    ),
    Case(
        checks.ids_are_unique,
        "a box of the Net has the id of a node",
        setting("pack.yaml", "net.0.id", "thirst"),
        "pack.yaml",
        "thirst",
        "more than once",
        also_at=(("nodes/thirst.yaml", "thirst"),),
    ),
    Case(
        checks.ids_are_unique,
        "a claim stands twice",
        cell("claims.csv", "poster-02", "claim_id", "poster-01"),
        "claims.csv",
        "poster-01",
        "more than once",
    ),
    Case(
        checks.lanes_are_known_and_unique,
        "a node stands in a lane that is not there",
        setting("nodes/kettle.yaml", "lane", "attic"),
        "nodes/kettle.yaml",
        "kettle",
        "'attic' is not known",
    ),
    Case(
        checks.lanes_are_known_and_unique,
        "a lane stands twice",
        new_line("pack.yaml", "lanes:", "  - {id: care, label: Care again, plain: The same once more}"),
        "pack.yaml",
        "lane care",
        "stands twice",
    ),
    Case(
        checks.start_is_a_node,
        "the pack starts where no node is",
        setting("pack.yaml", "start", "hunger"),
        "pack.yaml",
        "start",
        "'hunger' is not a node",
    ),
    Case(
        checks.edges_join_known_nodes,
        "an edge ends nowhere",
        new_row("edges.csv", "thirst,cellar,onward,by chance,convention,"),
        "edges.csv",
        "thirst to cellar",
        "'cellar' is not a node",
    ),
    *(
        Case(
            checks.words_of_claims_are_those_of_a_claim,
            f"words stand for {record} that no claim has",
            setting("pack.yaml", "claim_words", {record: {"benefti": "Benefit"}}),
            "pack.yaml",
            f"claim_words.{record}",
            "No claim has 'benefti'",
        )
        for record in ("kinds", "subjects")
    ),
    Case(
        checks.units_are_single,
        "a unit stands twice",
        setting(
            "pack.yaml", "units", [{"id": "sips", "words": "sips"}, {"id": "sips", "words": "mouthfuls"}]
        ),
        "pack.yaml",
        "unit sips",
        "stands twice",
    ),
    *(
        Case(
            checks.scales_rise_from_nought_or_more,
            f"a scale goes from {least} to {most}",
            setting("pack.yaml", "units", [_mood(least, most)]),
            "pack.yaml",
            "unit mood",
            f"from {least} to {most}",
        )
        for least, most in (("5", "1"), ("3", "3"), ("-4", "4"))
    ),
    Case(
        checks.figures_are_in_a_known_unit,
        "a unit is neither of any pack nor of this one",
        cell("findings.csv", "rest-01", "unit", "sips"),
        "findings.csv",
        "rest-01",
        "The unit 'sips' is not known",
    ),
    Case(
        checks.figures_lie_within_the_scale_of_their_unit,
        "a score lies beyond the scale that the pack describes",
        both(
            setting("pack.yaml", "units", [_mood("0", "2")]),
            cell("findings.csv", "rest-01", "unit", "mood"),
        ),
        "findings.csv",
        "rest-01",
        "high is 3, but mood goes no further than 2",
    ),
    Case(
        checks.groups_are_single,
        "a group of people stands twice",
        both(
            cell("findings.csv", "tea-02", "directness", "other_population"),
            setting("pack.yaml", "groups.1.id", "tea_drinkers"),
        ),
        "pack.yaml",
        "group tea_drinkers",
        "stands twice",
    ),
    Case(
        checks.outcome_groups_are_single,
        "an outcome group stands twice",
        setting(
            "pack.yaml",
            "outcome_groups",
            [
                {"id": name, "label": "A", "part": "harm"}
                for name in ("relief", "comfort", "spills", "spills")
            ],
        ),
        "pack.yaml",
        "outcome group spills",
        "stands twice",
    ),
    *(
        Case(
            checks.headlines_can_be_answered,
            told,
            setting("pack.yaml", "headlines.0", {"question": "Does it help?", **asked}),
            "pack.yaml",
            "headline 'Does it help?'",
            wrong,
        )
        for told, asked, wrong in (
            ("a headline is about no place", {"place": "tee", "counts": "prevalence"}, "'tee' is not a node"),
            ("a headline asks nothing", {"place": "tea"}, "or for neither"),
            (
                "a headline asks two things",
                {"place": "tea", "counts": "prevalence", "outcome": "relief"},
                "counts and for an outcome",
            ),
            ("a headline asks an unknown outcome", {"place": "tea", "outcome": "joy"}, "'joy' is not known"),
            (
                "a headline asks an outcome of a cause",
                {"place": "old_leaves", "outcome": "relief"},
                "old_leaves is not an option",
            ),
        )
    ),
    Case(
        checks.outcomes_stand_in_a_known_group,
        "a benefit stands in no outcome group",
        cell("findings.csv", "tea-01", "outcome_group", ""),
        "findings.csv",
        "tea-01",
        "Its role is benefit, but outcome_group is blank",
    ),
    Case(
        checks.outcomes_stand_in_a_known_group,
        "a share of causes stands in an outcome group",
        cell("findings.csv", "hard-water-01", "outcome_group", "spills"),
        "findings.csv",
        "hard-water-01",
        "but outcome_group is 'spills'",
    ),
    Case(
        checks.outcomes_stand_in_a_known_group,
        "an outcome group is not known",
        cell("findings.csv", "tea-03", "outcome_group", "noise"),
        "findings.csv",
        "tea-03",
        "'noise' is not known",
    ),
    Case(
        checks.findings_are_of_a_known_group,
        "a finding is of a group that the pack does not name",
        cell("findings.csv", "rest-01,rest", "directness", "coffee_drinkers"),
        "findings.csv",
        "rest-01",
        "'coffee_drinkers' in the column directness is not known",
    ),
    Case(
        checks.things_counted_belong_to_shares,
        "an average counts cups",
        cell("findings.csv", "rest-01,rest", "counted", "cups"),
        "findings.csv",
        "rest-01",
        "no share of them",
    ),
    Case(
        checks.edges_join_known_nodes,
        "an edge starts nowhere",
        new_row("edges.csv", "cellar,thirst,return,by chance,convention,"),
        "edges.csv",
        "cellar to thirst",
        "'cellar' is not a node",
    ),
    Case(
        checks.edges_are_single,
        "an edge stands twice",
        new_row("edges.csv", "rest,tea,step_up,once more,convention,"),
        "edges.csv",
        "rest to tea",
        "several edges",
    ),
    Case(
        checks.edges_are_single,
        "an edge leads to itself",
        new_row("edges.csv", "rest,rest,return,once more,convention,"),
        "edges.csv",
        "rest to rest",
        "leads to itself",
    ),
    Case(
        checks.edge_bases_are_sources,
        "an edge rests on a source that is not there",
        cell("edges.csv", "tea,kettle", "basis", "kettle_book;rumour"),
        "edges.csv",
        "tea to kettle",
        "'rumour' is not a source",
    ),
    Case(
        checks.times_by_convention_say_so,
        "a time has no source and does not say that it is agreed",
        cell("edges.csv", "rest,tea", "condition", "after 2 rests"),
        "edges.csv",
        "rest to tea",
        "number without a source",
    ),
    Case(
        checks.bases_speak_of_an_end_of_their_edge,
        "an edge rests on a source that has nothing to say of either place",
        cell("edges.csv", "old_leaves,choice", "basis", "water_survey"),
        "edges.csv",
        "old_leaves to choice",
        "No finding of water_survey stands at old_leaves or at choice",
    ),
    Case(
        checks.bases_speak_of_an_end_of_their_edge,
        "one of two sources has nothing to say of either place",
        cell("edges.csv", "choice,tea", "basis", "cup_register;leaf_study"),
        "edges.csv",
        "choice to tea",
        "No finding of leaf_study",
    ),
    Case(
        checks.numbers_of_conditions_stand_in_their_basis,
        "a condition says a time that its source does not say",
        cell("edges.csv", "rest,good_cup", "condition", "after 60 sips"),
        "edges.csv",
        "rest to good_cup",
        "The condition says 60",
    ),
    Case(
        checks.urgent_edges_lead_to_safety,
        "an urgent edge leads to a cup of tea",
        new_row("edges.csv", "thirst,tea,urgent,great thirst,convention,"),
        "edges.csv",
        "thirst to tea",
        "leaves the lane",
    ),
    Case(
        checks.urgent_edges_name_no_slower_speed,
        "a way that is shown as at once says the same day",
        cell("edges.csv", "kettle,smoke", "condition", "it smokes: same day"),
        "edges.csv",
        "kettle to smoke",
        'says "same day"',
    ),
    Case(
        checks.every_node_is_reachable,
        "the only edge to a node is gone",
        both(without_cases, no_row("edges.csv", "taste,old_leaves")),
        "nodes/old_leaves.yaml",
        "old_leaves",
        "No way leads here",
    ),
    Case(
        checks.no_node_is_a_dead_end,
        "the only edge from a node is gone",
        both(without_cases, no_row("edges.csv", "hard_water,choice")),
        "nodes/hard_water.yaml",
        "hard_water",
        "No way leads on",
    ),
    Case(
        checks.forward_ways_have_no_circle,
        "the way back is called a way onward",
        new_row("edges.csv", "kettle,rest,onward,too hot,convention,"),
        "edges.csv",
        "rest to tea to kettle",
        "circle",
    ),
    Case(
        checks.net_holds_each_node_once,
        "a node is in no box",
        setting("pack.yaml", "net.4.nodes", ["rest", "tea"]),
        "pack.yaml",
        "net",
        "kettle stands in 0 boxes",
    ),
    Case(
        checks.net_holds_each_node_once,
        "a node is in two boxes",
        setting("pack.yaml", "net.0.nodes", ["thirst", "kettle"]),
        "pack.yaml",
        "net",
        "kettle stands in 2 boxes",
    ),
    Case(
        checks.net_holds_each_node_once,
        "a box holds what is no node",
        setting("pack.yaml", "net.0.nodes", ["thirst", "hunger"]),
        "pack.yaml",
        "net",
        "'hunger' is not a node",
    ),
    *(
        Case(
            checks.nodes_fill_the_sections_of_their_kind,
            f"{kind} without {section}",
            setting(f"nodes/{node}.yaml", section, None if section == "living_with" else []),
            f"nodes/{node}.yaml",
            node,
            f"section {section} is empty (kind {kind})",
        )
        for node, kind in {
            "rest": "option",
            "taste": "test",
            "old_leaves": "cause",
            "smoke": "emergency",
            "kettle": "step",
            "choice": "question",
            "good_cup": "outcome",
        }.items()
        for section in ("what_it_is", "questions", *checks.SECTIONS_OF_KIND[kind])
    ),
    *(
        Case(
            checks.living_with_fills_each_area,
            f"nothing is said about {area}",
            setting("nodes/tea.yaml", f"living_with.{area}", []),
            "nodes/tea.yaml",
            "tea",
            f"living_with.{area} is empty",
        )
        for area in ("body", "mind", "daily_life", "work", "driving", "follow_up")
    ),
    Case(
        checks.options_show_benefit_and_harm_or_a_gap,
        "an option has no harm and no gap",
        no_row("gaps.csv", "rest"),
        "nodes/rest.yaml",
        "rest",
        "no harm finding and no stated gap",
    ),
    Case(
        checks.options_show_benefit_and_harm_or_a_gap,
        "an option has no benefit and no gap",
        both(no_row("gaps.csv", "rest"), cell("findings.csv", "rest-01", "role", "harm")),
        "nodes/rest.yaml",
        "rest",
        "no benefit finding and no stated gap",
    ),
    Case(
        checks.tests_have_an_exit_for_either_result,
        "no edge leaves a test for a negative result",
        cell("edges.csv", "taste,choice", "result", "unclear"),
        "nodes/taste.yaml",
        "taste",
        "for a negative result",
    ),
    Case(
        checks.tests_have_an_exit_for_either_result,
        "no edge leaves a test for a positive result",
        both(
            cell("edges.csv", "taste,old_leaves", "result", ""),
            cell("edges.csv", "taste,hard_water", "result", ""),
        ),
        "nodes/taste.yaml",
        "taste",
        "for a positive result",
    ),
    Case(
        checks.results_belong_to_tests,
        "resting has a result",
        cell("edges.csv", "rest,good_cup", "result", "positive"),
        "edges.csv",
        "rest to good_cup",
        "no test but has a result",
    ),
    Case(
        checks.findings_name_known_nodes,
        "a finding belongs to a node that is not there",
        cell("findings.csv", "tea-03", "nodes", "tea;coffee"),
        "findings.csv",
        "tea-03",
        "'coffee' is not a node",
    ),
    Case(
        checks.findings_name_known_nodes,
        "a finding belongs to no node",
        cell("findings.csv", "hard-water-01", "nodes", ""),
        "findings.csv",
        "hard-water-01",
        "belongs to no node",
    ),
    Case(
        checks.findings_name_a_known_source,
        "a finding comes from a source that is not there",
        cell("findings.csv", "tea-03", "source_id", "rumour"),
        "findings.csv",
        "tea-03",
        "'rumour' is not known",
    ),
    *(
        Case(
            checks.percentages_lie_between_0_and_100,
            f"{column} is {wrong}",
            cell("findings.csv", finding, column, wrong),
            "findings.csv",
            finding,
            f"{column} is {wrong} percent",
        )
        for finding, column, wrong in (
            ("taste-01", "high", "104"),
            ("taste-01", "low", "-1"),
            ("taste-01", "comparator_value", "100.1"),
        )
    ),
    Case(
        checks.percentages_lie_between_0_and_100,
        "value is 101",
        both(
            cell("findings.csv", "tea-03", "value", "101"),
            cell("findings.csv", "tea-03", "measure", "mean"),
        ),
        "findings.csv",
        "tea-03",
        "value is 101 percent",
    ),
    *(
        Case(
            checks.figures_lie_within_the_scale_of_their_unit,
            f"{column} is {wrong} {unit}",
            both(
                cell("findings.csv", "rest-01", "unit", unit),
                cell("findings.csv", "rest-01", column, wrong),
                cell(
                    "findings.csv",
                    "rest-01",
                    "plain",
                    f"In 6 months it was 2, not {wrong}. It could be chance.",
                ),
            ),
            "findings.csv",
            "rest-01",
            f"{column} is {wrong}, but {unit} goes no further than",
        )
        for column, wrong, unit in (
            ("high", "70", "points_0_10"),
            ("low", "-11", "points_0_10"),
            ("comparator_value", "100.5", "points_0_100"),
            ("high", "101", "percent"),
            ("low", "-101", "percentage_points"),
            ("high", "120", "percent_lower"),
        )
    ),
    *(
        Case(
            checks.ratios_are_above_nought,
            f"a ratio has the {column} {wrong}",
            both(
                *(
                    cell("findings.csv", "tea-02", name, text)
                    for name, text in {
                        "measure": "odds_ratio",
                        "unit": "ratio",
                        "value": "2",
                        "low": "1",
                        "high": "3",
                        "events": "",
                        "total": "",
                        "plain": f"After a year it was 2, not {wrong}. It could be chance.",
                        column: wrong,
                    }.items()
                )
            ),
            "findings.csv",
            "tea-02",
            f"{column} is a ratio of {wrong}",
        )
        for column, wrong in (("low", "-0.1"), ("comparator_value", "0"))
    ),
    Case(
        checks.ratios_are_above_nought,
        "a ratio of nothing",
        both(
            cell("findings.csv", "tea-03", "measure", "risk_ratio"),
            cell("findings.csv", "tea-03", "unit", "ratio"),
            cell("findings.csv", "tea-03", "value", "0"),
        ),
        "findings.csv",
        "tea-03",
        "value is a ratio of 0",
    ),
    *(
        Case(
            checks.times_are_not_below_nought,
            f"{measure} in {unit} below nought",
            both(
                cell("findings.csv", "tea-03", "measure", measure),
                cell("findings.csv", "tea-03", "unit", unit),
                cell("findings.csv", "tea-03", "value", "-6"),
            ),
            "findings.csv",
            "tea-03",
            "value is a time of -6",
        )
        for measure, unit in (("duration", "points"), ("median", "hours"))
    ),
    Case(
        checks.sources_are_not_of_the_future,
        "a source is two years ahead of the pack",
        cell("sources.csv", "leaf_study", "year", "2028"),
        "sources.csv",
        "leaf_study",
        "The year is 2028, and the pack is of 2026",
    ),
    Case(
        checks.review_comes_within_ten_years,
        "the review is for the grandchildren",
        setting("pack.yaml", "next_review", "2099-01-01"),
        "pack.yaml",
        "next_review",
        "more than ten years",
    ),
    Case(
        checks.shares_have_a_value_or_a_range,
        "a share has no number",
        cell("findings.csv", "tea-03", "value", ""),
        "findings.csv",
        "tea-03",
        "there is no number",
    ),
    Case(
        checks.bounds_enclose_the_value,
        "the value lies below its range",
        cell("findings.csv", "rest-01", "value", "0.5"),
        "findings.csv",
        "rest-01",
        "low, value and high are 1, 0.5, 3",
    ),
    Case(
        checks.bounds_enclose_the_value,
        "low and high are swapped",
        both(
            cell("findings.csv", "hard-water-01", "low", "20"),
            cell("findings.csv", "hard-water-01", "high", "5"),
        ),
        "findings.csv",
        "hard-water-01",
        "low, value and high are 20, 5",
    ),
    Case(
        checks.kinds_of_range_have_a_range,
        "a confidence interval has no ends",
        cell("findings.csv", "tea-01", "bounds", "ci95"),
        "findings.csv",
        "tea-01",
        "low and high are blank",
    ),
    Case(
        checks.counts_do_not_exceed_totals,
        "more people than there are",
        cell("findings.csv", "rest-01", "events", "41"),
        "findings.csv",
        "rest-01",
        "events is 41 of total 40",
    ),
    Case(
        checks.counts_do_not_exceed_totals,
        "more people in the other group than there are",
        both(
            cell("findings.csv", "rest-01", "comparator_events", "41"),
            cell("findings.csv", "rest-01", "comparator_total", "40"),
        ),
        "findings.csv",
        "rest-01",
        "comparator_events is 41 of comparator_total 40",
    ),
    Case(
        checks.shares_of_causes_stand_under_one_cause,
        "one share stands under two causes",
        both(
            cell("findings.csv", "hard-water-01", "value", "10"),
            cell("findings.csv", "hard-water-01", "nodes", "hard_water;old_leaves"),
        ),
        "findings.csv",
        "hard-water-01",
        "stands under hard_water and old_leaves",
    ),
    Case(
        checks.counts_agree_with_percentages,
        "the counts say something else",
        cell("findings.csv", "thirst-01", "events", "11"),
        "findings.csv",
        "thirst-01",
        "11 of 40 is not 25 percent",
    ),
    Case(
        checks.counts_agree_with_percentages,
        "the counts of the other group say something else",
        cell("findings.csv", "tea-01", "comparator_events", "25"),
        "findings.csv",
        "tea-01",
        "25 of 40 is not 50 percent",
    ),
    Case(
        checks.conflicts_are_mutual,
        "a conflict is named on one side only",
        cell("findings.csv", "tea-02", "conflicts_with", ""),
        "findings.csv",
        "tea-01",
        "not the other way round",
    ),
    Case(
        checks.conflicts_are_mutual,
        "a finding conflicts with itself",
        cell("findings.csv", "rest-01", "conflicts_with", "rest-01"),
        "findings.csv",
        "rest-01",
        "no other finding",
    ),
    Case(
        checks.conflicts_are_mutual,
        "a finding conflicts with one that is not there",
        cell("findings.csv", "rest-01", "conflicts_with", "coffee-01"),
        "findings.csv",
        "rest-01",
        "no other finding",
    ),
    Case(
        checks.sources_are_used,
        "nothing rests on a source",
        new_row("sources.csv", "spare,Cup B,2004,Spare,Spares,,,,https://example.org,model,,,none,full,"),
        "sources.csv",
        "spare",
        "No finding and no edge",
    ),
    *(
        Case(
            checks.blanks_of_sources_are_owned_up_to,
            f"{column} is blank and nobody says so",
            cell("sources.csv", "kettle_book", column, ""),
            "sources.csv",
            "kettle_book",
            f"{column} is blank",
        )
        for column in ("authors", "year", "journal", "link")
    ),
    Case(
        checks.links_of_sources_are_web_addresses,
        "a link would run as a script",
        cell("sources.csv", "kettle_book", "link", "javascript:alert()"),
        "sources.csv",
        "kettle_book",
        "no web address",
    ),
    Case(
        checks.gaps_name_known_nodes,
        "a gap is at a node that is not there",
        new_row("gaps.csv", "coffee,Nothing is known of coffee,It is not known."),
        "gaps.csv",
        "Nothing is known of coffee",
        "'coffee' is not a node",
    ),
    Case(
        checks.changes_end_with_the_version_of_the_pack,
        "the version is new and nothing is told of it",
        setting("pack.yaml", "version", "0.0.2"),
        "changes.csv",
        "the last row",
        "ends with '0.0.1' of 2026-01-01, and the pack is '0.0.2'",
    ),
    Case(
        checks.changes_stand_in_the_order_of_versions,
        "a version comes twice",
        cell("changes.csv", "0.0.1,2026-01-01,corrected,finding", "version", "0.0.0"),
        "changes.csv",
        "tea-02",
        "does not follow the row above",
        also_at=(("changes.csv", "kettle"),),
    ),
    Case(
        checks.changes_stand_in_the_order_of_versions,
        "a later version has an earlier day",
        cell("changes.csv", "0.0.0", "date", "2026-01-02"),
        "changes.csv",
        "water_survey",
        "'0.0.1' of 2026-01-01 does not follow",
    ),
    Case(
        checks.changes_are_told_once,
        "a version tells a thing twice",
        new_row("changes.csv", "0.0.1,2026-01-01,corrected,place,kettle,before,,"),
        "changes.csv",
        "kettle",
        "told 2 times for the version '0.0.1'",
    ),
    Case(
        checks.changes_name_what_is_there,
        "what was corrected is not there",
        cell("changes.csv", "0.0.1,2026-01-01,corrected,place", "id", "coffee"),
        "changes.csv",
        "coffee",
        "told as corrected, and it is not in the pack",
    ),
    Case(
        checks.changes_name_what_is_there,
        "what was retired is there",
        cell("changes.csv", "0.0.1,2026-01-01,retired", "id", "poster-01"),
        "changes.csv",
        "poster-01",
        "was retired with '0.0.1', and it is in the pack",
    ),
    Case(
        checks.corrections_name_their_fields,
        "nobody says what was corrected",
        cell("changes.csv", "0.0.1,2026-01-01,corrected,place", "fields", ""),
        "changes.csv",
        "kettle",
        "told as corrected, and names 0 fields",
    ),
    Case(
        checks.every_claim_has_a_home,
        "a claim has no home",
        cell("claims.csv", "poster-02", "homes", ""),
        "claims.csv",
        "poster-02",
        "has no place",
    ),
    Case(
        checks.every_claim_has_a_home,
        "a claim is at home where nothing is",
        cell("claims.csv", "poster-02", "homes", "thirst;hunger"),
        "claims.csv",
        "poster-02",
        "'hunger' is not known",
    ),
    *(
        Case(
            checks.verdicts_cite_findings,
            f"the verdict {verdict} cites nothing",
            cell("claims.csv", "poster-02", "verdict", verdict),
            "claims.csv",
            "poster-02",
            f"{verdict} cites nothing",
        )
        for verdict in ("supported", "partly", "contradicted")
    ),
    Case(
        checks.supported_claims_rest_on_the_nearest_people,
        "a claim is supported by findings of other people",
        both(
            cell("claims.csv", "poster-02", "verdict", "supported"),
            cell("claims.csv", "poster-02", "findings", "tea-02;tea-03"),
        ),
        "claims.csv",
        "poster-02",
        "no finding that it cites is of tea drinkers",
    ),
    Case(
        checks.verdicts_cite_findings,
        "a verdict cites what is no finding",
        cell("claims.csv", "poster-01", "findings", "tea-01;coffee-01"),
        "claims.csv",
        "poster-01",
        "'coffee-01' is not a finding",
    ),
    *(
        Case(
            checks.marks_lead_somewhere,
            f"{mark} stands in {file}",
            setting(file, path, f"Words {mark}."),
            file,
            section,
            fault,
        )
        for file, path, section in (
            ("nodes/rest.yaml", "living_with.mind.0", "mind"),
            ("nodes/rest.yaml", "summary", "summary"),
            ("topics/what_tea_is.yaml", "sections.1.text.0", "Water"),
            ("pack.yaml", "audience.0", "audience"),
            ("compare.yaml", "undoing.0.words.0", "rest"),
        )
        for mark, fault in {
            "[coffee-01]": "neither a finding nor a source",
            "{leaf_study}": "is not a finding",
            "[coffee](coffee)": "leads nowhere",
        }.items()
    ),
    *(
        Case(
            checks.no_study_is_cited_twice_in_one_place,
            f"{cited} is one study",
            setting("nodes/rest.yaml", "living_with.mind.0", f"Words {cited}."),
            "nodes/rest.yaml",
            "mind",
            "[cup_register] stands beside",
        )
        for cited in ("[rest-01] [cup_register]", "[cup_register] [leaf_study] [rest-01]")
    ),
    *(
        Case(
            checks.prose_holds_no_number,
            f"{words!r} stands in {file}",
            setting(file, path, words),
            file,
            section,
            "A number stands in prose",
        )
        for file, path, section in (
            ("nodes/thirst.yaml", "what_it_is.0", "what_it_is"),
            ("topics/what_tea_is.yaml", "summary", "summary"),
            ("pack.yaml", "condition.1", "condition"),
            ("compare.yaml", "why_first", "why_first"),
        )
        for words in ("Drink 3 cups.", "A share of ten per cent.", "Blend 22 is no name.", "[9 cups](tea)")
    ),
    Case(
        checks.review_comes_after_the_date,
        "the review is due on the day of the pack",
        setting("pack.yaml", "next_review", "2026-01-01"),
        "pack.yaml",
        "next_review",
        "not after the date",
    ),
    Case(
        checks.compare_ids_are_unique,
        "a matter has the id of a row",
        setting("compare.yaml", "matters.2.id", "what"),
        "compare.yaml",
        "what",
        "more than once",
    ),
    *(
        Case(
            checks.compared_places_are_options,
            f"{path} is {wrong}",
            setting("compare.yaml", path, wrong),
            "compare.yaml",
            record,
            f"{wrong!r} is not an option",
        )
        for path, record, wrong in (
            ("presets.0.options.0", "decide_leaves", "coffee"),
            ("presets.0.options.0", "decide_leaves", "choice"),
        )
    ),
    Case(
        checks.presets_start_from_causes_and_none_is_left_out,
        "a preset starts from what is no cause, and so a cause is left out",
        setting("compare.yaml", "presets.0.cause", "choice"),
        "compare.yaml",
        "decide_leaves",
        "'choice' is not a cause",
        also_at=(("compare.yaml", "presets"),),
    ),
    Case(
        checks.preset_options_are_reachable_from_their_cause,
        "an option lies behind its cause",
        both(
            without_cases,
            cell("edges.csv", "old_leaves,choice", "to", "rest"),
            cell("edges.csv", "rest,tea", "kind", "return"),
        ),
        "compare.yaml",
        "decide_leaves",
        "No way leads from old_leaves to tea",
    ),
    Case(
        checks.preset_options_stand_beside_the_first,
        "an option is compared with itself",
        setting("compare.yaml", "presets.1.options", ["tea", "tea"]),
        "compare.yaml",
        "decide_water",
        "twice",
    ),
    Case(
        checks.preset_options_stand_beside_the_first,
        "the first option is named once more",
        setting("compare.yaml", "presets.1.options", ["tea", "rest"]),
        "compare.yaml",
        "decide_water",
        "twice",
    ),
    Case(
        checks.grave_harms_are_harms,
        "a grave harm is a finding that is not there",
        setting("compare.yaml", "grave", ["tea-99"]),
        "compare.yaml",
        "grave",
        "'tea-99' is no finding of a harm",
    ),
    *(
        Case(
            checks.counted_findings_stand_under_their_option,
            f"it says {says}",
            setting("compare.yaml", "counted", [{"option": "tea", **counted}]),
            "compare.yaml",
            "tea",
            says,
        )
        for says, counted in (
            ("'tea-99' is no finding", {"partly": ["tea-99"]}),
            ("tea-01 stands 2 times", {"partly": ["tea-01", "tea-01"]}),
            ("tea-01 stands under this option itself", {"alone": ["tea-01"]}),
            ("rest-01 does not stand under this option", {"partly": ["rest-01"]}),
        )
    ),
    Case(
        checks.arms_are_of_the_option,
        "an arm of another place is not turned towards the option",
        setting("compare.yaml", "counted", [{"option": "tea", "arms": ["rest-01"]}]),
        "compare.yaml",
        "tea",
        "The arm rest-01 is not of this option",
    ),
    *(
        Case(
            checks.turned_findings_can_be_turned,
            f"it says {says}",
            setting("compare.yaml", "counted", [{"option": "tea", "turned": [turned]}]),
            "compare.yaml",
            "tea",
            says,
        )
        for says, turned in (
            ("tea-03 is no share", {"finding": "tea-03", "plain": "So.", "these": "a", "others": "b"}),
            ("tea-01 says 21", {"finding": "tea-01", "plain": "21 of 40.", "these": "a", "others": "b"}),
        )
    ),
    *(
        Case(
            checks.rows_name_known_matters,
            says,
            setting("compare.yaml", "rows.2.matter", matter),
            "compare.yaml",
            "helps",
            says,
        )
        for says, matter in (("'hunger' is not a matter", "hunger"), ("a matter and roles", "comfort"))
    ),
    *(
        Case(
            checks.brief_lines_say_what_their_finding_says,
            says,
            setting("compare.yaml", "brief", lines),
            "compare.yaml",
            record,
            says,
        )
        for says, record, lines in (
            ("'tea-99' is no finding", "brief", [{"finding": "tea-99", "says": "So."}]),
            ("tea-01 says 77", "brief", [{"finding": "tea-01", "says": "It was 77 of them."}]),
            ("more than 20 words", "brief", [{"finding": "tea-01", "says": "It is so. " * 7}]),
            (
                "used more than once",
                "tea-01",
                [{"finding": "tea-01", "says": word} for word in ("So.", "Yes.")],
            ),
        )
    ),
    *(
        Case(
            checks.checks_hold_true_and_false,
            says,
            setting("compare.yaml", "presets.0.checks", sentences),
            "compare.yaml",
            "decide_leaves",
            says,
        )
        for says, sentences in (
            ("It has 1 sentences to check", [_sentence()]),
            ("All sentences to check have one answer", [_sentence() for _ in range(4)]),
        )
    ),
    *(
        Case(
            rule,
            says,
            setting("compare.yaml", "presets.0.checks", [*_SENTENCES, _sentence(**spoilt)]),
            "compare.yaml",
            "decide_leaves",
            says,
        )
        for rule, says, spoilt in (
            (checks.checks_name_known_rows_and_findings, "'where' is not a row", {"row": "where"}),
            (checks.checks_name_known_rows_and_findings, "'tea-99' is no finding", {"findings": ["tea-99"]}),
            (
                checks.checks_say_only_numbers_of_their_findings,
                "says 77, which none",
                {"says": "It helped 77.", "findings": ["tea-01"]},
            ),
            (checks.checks_say_only_numbers_of_their_findings, "says 77, which none", {"why": "77 did."}),
        )
    ),
    *(
        Case(
            checks.grave_lane_is_a_lane,
            says,
            setting("compare.yaml", key, value),
            "compare.yaml",
            record,
            says,
            also_at,
        )
        for key, value, record, says, also_at in (
            ("none_grave", "It was not found.", "none_grave", "do not go together", ()),
            (
                "grave_lane",
                "kitchen",
                "grave_lane",
                "'kitchen' is not known",
                (("compare.yaml", "none_grave"),),
            ),
        )
    ),
    Case(
        checks.counted_findings_stand_under_their_option,
        "an option is counted twice",
        setting("compare.yaml", "counted", [{"option": "tea"}, {"option": "tea"}]),
        "compare.yaml",
        "tea",
        "more than once",
    ),
    Case(
        checks.findings_and_gaps_can_be_read_at_age_11,
        "no gap alone is too hard, but all of them together are",
        both(
            cell(
                "gaps.csv", "rest", "plain", "It is not known how often anybody becomes drowsy after a cup."
            ),
            cell("gaps.csv", "hard_water", "plain", "Nobody knows what filters alter."),
        ),
        "gaps.csv",
        "the columns for patients",
        "together has reading grade",
    ),
    Case(
        checks.turned_findings_can_be_read_at_age_11,
        "a turned finding speaks in long words",
        setting(
            "compare.yaml",
            "counted",
            [
                {
                    "option": "tea",
                    "turned": [
                        {
                            "finding": "tea-01",
                            "plain": "Rehydration demonstrated considerable amelioration of dissatisfaction.",
                            "these": "a",
                            "others": "b",
                        }
                    ],
                }
            ],
        ),
        "compare.yaml",
        "tea",
        "reading grade",
    ),
    Case(
        checks.compared_places_are_options,
        "figures are counted for what is no option",
        setting("compare.yaml", "counted", [{"option": "choice"}]),
        "compare.yaml",
        "choice",
        "'choice' is not an option",
    ),
    Case(
        checks.gaps_have_words_for_patients,
        "a gap is said to clinicians only",
        cell("gaps.csv", "rest", "plain", ""),
        "gaps.csv",
        "How often people fall asleep",
        "no words for patients",
    ),
    Case(
        checks.findings_have_words_for_patients,
        "a caution is said to clinicians only",
        cell("findings.csv", "tea-01", "caution", "A small study."),
        "findings.csv",
        "tea-01",
        "caution and plain_caution",
    ),
    Case(
        checks.words_for_patients_add_no_number,
        "a group for patients has a number of its own",
        cell("findings.csv", "tea-01", "plain_population", "90 tea drinkers"),
        "findings.csv",
        "tea-01",
        "plain_population says 90",
    ),
    Case(
        checks.figures_said_are_the_rows,
        "a sentence has another figure than its row",
        cell("findings.csv", "thirst-01", "plain", "Of 40 people who had a drink, 12 were still thirsty."),
        "findings.csv",
        "thirst-01",
        "plain says 12",
    ),
    Case(
        checks.figures_said_are_the_rows,
        "a sentence has a time of its own",
        cell(
            "findings.csv", "thirst-01", "plain", "Of 40 people who had a drink, 10 were thirsty in 7 weeks."
        ),
        "findings.csv",
        "thirst-01",
        "plain says 7",
    ),
    Case(
        checks.comparisons_tell_both_groups,
        "a sentence tells one group and not the other",
        cell("findings.csv", "tea-01", "plain", "A month later, 30 of 40 tea drinkers were not thirsty."),
        "findings.csv",
        "tea-01",
        "does not tell comparator_value, which is 50",
    ),
    *(
        Case(
            checks.follow_up_is_said,
            f"a sentence tells the wrong time or none: {plain}",
            cell("findings.csv", finding_id, "plain", plain),
            "findings.csv",
            finding_id,
            "plain names no such time",
        )
        for finding_id, plain in (
            ("tea-02", "In another room, 12 of 40 were not thirsty."),
            ("rest-01", "In a week comfort was 2 points of 10 higher."),
            ("tea-03", "About 4 of 1000 cups were spilled."),
        )
    ),
    Case(
        checks.ranges_over_no_difference_say_chance,
        "a gap that may be none is told as sure",
        cell("findings.csv", "rest-01", "low", "-1"),
        "findings.csv",
        "rest-01",
        "from -1 to 3 includes no difference",
    ),
    Case(
        checks.one_study_is_not_told_as_two,
        "two rows tell one figure of one source",
        new_row("findings.csv", _TWICE.format(caution="")),
        "findings.csv",
        "thirst-01",
        "as thirst-02",
        also_at=(("findings.csv", "thirst-02"),),
    ),
    Case(
        checks.one_study_is_not_told_as_two,
        "two rows tell one comparison from either side",
        new_row("findings.csv", _TURNED),
        "findings.csv",
        "tea-01",
        "as tea-04",
        also_at=(("findings.csv", "tea-04"),),
    ),
    Case(
        checks.people_are_told_in_words_of_their_group,
        "the nearest people are told as any people",
        setting("pack.yaml", "groups.0.named_by", ["people"]),
        "findings.csv",
        "tea-01",
        "do not say so",
        also_at=(("findings.csv", "rest-01"),),
    ),
    Case(
        checks.findings_and_gaps_can_be_read_at_age_11,
        "a finding speaks in long words",
        cell(
            "findings.csv",
            "thirst-01",
            "plain",
            "Tea consumption demonstrated considerable amelioration of thirst during observation.",
        ),
        "findings.csv",
        "thirst-01",
        "has reading grade",
    ),
    Case(
        checks.matters_name_known_lanes,
        "a matter speaks of a lane that is not there",
        setting("compare.yaml", "matters.0.of_lanes", {"cellar": "It is dark."}),
        "compare.yaml",
        "comfort",
        "'cellar' is not known",
    ),
    Case(
        checks.matters_move_known_rows,
        "a matter moves a row that is not there",
        setting("compare.yaml", "matters.0.rows.0", "taste"),
        "compare.yaml",
        "comfort",
        "'taste' is not a row",
    ),
    *(
        Case(
            checks.rows_say_when_no_figure_was_found,
            f"{words!r} stands in row {row}",
            setting("compare.yaml", f"rows.{row}.none_found", words),
            "compare.yaml",
            record,
            "do not go together",
        )
        for row, record, words in ((2, "helps", ""), (0, "what", "No figure was found."))
    ),
    Case(
        checks.rows_say_when_no_figure_was_found,
        "the check of understanding has no words for a row",
        setting("compare.yaml", "rows.3.not_so", ""),
        "compare.yaml",
        "wrong",
        "roles and not_so do not go together",
    ),
    Case(
        checks.rows_say_when_no_figure_was_found,
        "a row looks into a lane that is not there",
        setting("compare.yaml", "rows.3.after", ["garden"]),
        "compare.yaml",
        "wrong",
        "The lane 'garden' is not known",
    ),
    Case(
        checks.every_option_says_once_whether_it_can_be_undone,
        "an option says nothing, and another says it twice",
        setting("compare.yaml", "undoing.1.option", "rest"),
        "compare.yaml",
        "undoing",
        "tea stands 0 times",
    ),
    Case(
        checks.ids_of_criteria_are_unique,
        "a criterion stands twice",
        new_row("criteria.csv", "tea_wanted,tea,caution,sleepy is yes,It is late.,Late.,convention,Custom.,"),
        "criteria.csv",
        "tea_wanted",
        "more than once",
    ),
    Case(
        checks.facts_can_be_answered,
        "a number without limits",
        cell("facts.csv", "warmth", "unit", ""),
        "facts.csv",
        "warmth",
        "It is a number",
    ),
    Case(
        checks.facts_can_be_answered,
        "limits that hold nothing",
        cell("facts.csv", "dry_months", "step", "0"),
        "facts.csv",
        "dry_months",
        "No number lies within",
    ),
    Case(
        checks.facts_can_be_answered,
        "a choice with a unit",
        cell("facts.csv", "sleepy", "unit", "degrees"),
        "facts.csv",
        "sleepy",
        "It is a choice",
    ),
    Case(
        checks.facts_can_be_answered,
        "yes and no with a third",
        cell("facts.csv", "sleepy", "choices", "yes=Yes; no=No; so=So"),
        "facts.csv",
        "sleepy",
        "not yes and no",
    ),
    Case(
        checks.facts_can_be_answered,
        "a value that is a word of the language",
        cell("facts.csv", "thirst_course", "choices", "easing=A; same=B; worse=C; not=D"),
        "facts.csv",
        "thirst_course",
        "no good name",
    ),
    Case(
        checks.facts_can_be_answered,
        "a card that is not there",
        cell("facts.csv", "sleepy", "node", "bed"),
        "facts.csv",
        "sleepy",
        "'bed' is not a node",
    ),
    Case(
        checks.expressions_fit_the_facts,
        "a fact that is not there",
        cell("criteria.csv", "rest_review", "expression", "thirst_month >= 6"),
        "criteria.csv",
        "rest_review",
        "'thirst_month' is not a fact",
    ),
    Case(
        checks.expressions_fit_the_facts,
        "a value that is not there",
        cell("criteria.csv", "tea_sleepy", "expression", "sleepy is maybe or sleepy is yes"),
        "criteria.csv",
        "tea_sleepy",
        "'maybe' is no value of sleepy",
    ),
    Case(
        checks.expressions_fit_the_facts,
        "a number outside the limits",
        cell("contradictions.csv", "too_long_without", "expression", "dry_months > 600"),
        "contradictions.csv",
        "too_long_without",
        "outside the range",
    ),
    Case(
        checks.expressions_fit_the_facts,
        "numbers in two units",
        cell("contradictions.csv", "too_long_without", "expression", "dry_months > warmth"),
        "contradictions.csv",
        "too_long_without",
        "not in the same unit",
    ),
    Case(
        checks.expressions_fit_the_facts,
        "a number is asked for values",
        cell("contradictions.csv", "too_long_without", "expression", "dry_months is long"),
        "contradictions.csv",
        "too_long_without",
        "has no values",
    ),
    Case(
        checks.expressions_fit_the_facts,
        "a choice is compared",
        cell("facts.csv", "chalk_thick", "asked_if", "chalk > 0"),
        "facts.csv",
        "chalk_thick",
        "is no number",
    ),
    Case(
        checks.expressions_fit_the_facts,
        "a bracket is not closed",
        cell("criteria.csv", "tea_sleepy", "expression", "(sleepy is yes"),
        "criteria.csv",
        "tea_sleepy",
        "it ends",
    ),
    Case(
        checks.criteria_can_be_met_and_not_met,
        "a row that is always met",
        cell("criteria.csv", "tea_sleepy", "expression", "sleepy is yes or sleepy is no"),
        "criteria.csv",
        "tea_sleepy",
        "No answers make it not met",
    ),
    Case(
        checks.criteria_can_be_met_and_not_met,
        "a row that is never met",
        cell("criteria.csv", "tea_sleepy", "expression", "sleepy is yes and sleepy is no"),
        "criteria.csv",
        "tea_sleepy",
        "No answers make it met",
    ),
    Case(
        checks.criteria_name_known_places_and_findings,
        "a place that is not there",
        cell("criteria.csv", "tea_sleepy", "nodes", "tea;bed"),
        "criteria.csv",
        "tea_sleepy",
        "'bed' is not a node",
    ),
    Case(
        checks.criteria_name_known_places_and_findings,
        "a finding that is not there",
        cell("criteria.csv", "leaves_old", "caution", "Others differ (tea-77)."),
        "criteria.csv",
        "leaves_old",
        "'tea-77' is not a finding",
    ),
    Case(
        checks.criteria_name_known_places_and_findings,
        "a basis is blank",
        cell("criteria.csv", "leaves_old", "basis", ""),
        "criteria.csv",
        "leaves_old",
        "blank",
    ),
    Case(
        checks.warnings_stand_at_emergencies,
        "a warning at an option",
        cell("criteria.csv", "smoke_now", "nodes", "smoke;tea"),
        "criteria.csv",
        "smoke_now",
        "tea is no emergency",
    ),
    Case(
        checks.listed_signs_light_an_emergency,
        "a sign of the list is not asked for",
        both(with_signs, setting("pack.yaml", "emergency.signs.0.facts", [])),
        "pack.yaml",
        "emergency",
        "'You see smoke.' is not asked for.",
    ),
    Case(
        checks.listed_signs_light_an_emergency,
        "what is asked for a sign of the list is no fact",
        both(with_signs, setting("pack.yaml", "emergency.signs.0.facts", ["steam"])),
        "pack.yaml",
        "emergency",
        "'steam' is not a fact",
    ),
    Case(
        checks.listed_signs_light_an_emergency,
        "a sign of the list lights only together with what is not asked for it",
        both(with_signs, setting("pack.yaml", "emergency.signs.1.facts", ["burning_smell"])),
        "pack.yaml",
        "emergency",
        "No answer to burning_smell lights an emergency for 'You smell gas.'",
    ),
    Case(
        checks.the_screen_holds_every_warning,
        "it does not ask for a sign",
        cell("criteria.csv", "no_smoke", "expression", "smoke_seen is no and burning_smell in {none, old}"),
        "criteria.csv",
        "no_smoke",
        "It can be met while just_boiled is not known.",
    ),
    Case(
        checks.the_screen_holds_every_warning,
        "it is met together with a warning",
        cell(
            "criteria.csv",
            "no_smoke",
            "expression",
            "smoke_seen in {no, yes} and burning_smell in {none, old} and just_boiled in {yes, no}",
        ),
        "criteria.csv",
        "no_smoke",
        "It can be met together with the warning smoke_now.",
    ),
    Case(
        checks.conventions_give_their_reason,
        "a custom without a word",
        cell("criteria.csv", "tea_wanted", "source_note", ""),
        "criteria.csv",
        "tea_wanted",
        "does not say why",
    ),
    Case(
        checks.limits_of_criteria_stand_in_their_findings,
        "a limit that no finding says",
        both(
            cell("criteria.csv", "tea_hot", "expression", "warmth >= 61"),
            cell("criteria.csv", "tea_hot", "plain", "The water is hot."),
            cell("criteria.csv", "tea_hot", "clinical", "Hot water."),
        ),
        "criteria.csv",
        "tea_hot",
        "'61' stands in none",
    ),
    Case(
        checks.sentences_of_criteria_add_no_number,
        "a number in a sentence",
        cell("criteria.csv", "tea_hot", "caution", "Only 7 brands."),
        "criteria.csv",
        "tea_hot",
        "'7' stands in no expression",
    ),
    Case(
        checks.criteria_give_no_advice,
        "a sentence that advises",
        cell("criteria.csv", "tea_wanted", "plain", "You should drink tea."),
        "criteria.csv",
        "tea_wanted",
        "gives advice",
    ),
    Case(
        checks.options_causes_and_emergencies_have_a_criterion_or_a_gap,
        "a cause without a row",
        cell("criteria.csv", "water_chalk", "nodes", "taste"),
        "criteria.csv",
        "hard_water",
        "no criterion and no gap",
    ),
    Case(
        checks.facts_stand_in_a_criterion_or_a_gap,
        "a fact that nothing uses",
        cell("criteria.csv", "water_chalk", "expression", "chalk is yes"),
        "facts.csv",
        "chalk_thick",
        "Nothing uses",
    ),
    Case(
        checks.criteria_gaps_name_known_places_and_facts,
        "a gap at no place",
        cell("criteria_gaps.csv", "rest_gap_1", "node_id", "bed"),
        "criteria_gaps.csv",
        "rest_gap_1",
        "'bed' is not a node",
    ),
    Case(
        checks.criteria_gaps_name_known_places_and_facts,
        "a gap about nothing that is asked",
        cell("criteria_gaps.csv", "rest_gap_1", "fact_id", "yawns"),
        "criteria_gaps.csv",
        "rest_gap_1",
        "'yawns' is not a fact",
    ),
    Case(
        checks.words_of_cases_name_known_criteria_and_places,
        "a criterion that is not there",
        setting("pack.yaml", "case.early", "thirst_ends"),
        "pack.yaml",
        "case",
        "'thirst_ends' is not a criterion",
    ),
    Case(
        checks.words_of_cases_name_known_criteria_and_places,
        "a place that is not there",
        setting("pack.yaml", "case.worse_to", "bed"),
        "pack.yaml",
        "case",
        "'bed' is not a node",
    ),
    Case(
        checks.facts_of_cases_are_known,
        "a fact that is not there",
        setting("cases/chalk_and_straw.yaml", "facts.yawns", "yes"),
        "cases/chalk_and_straw.yaml",
        "chalk_and_straw",
        "'yawns' is not a fact",
        also_at=(
            ("cases/chalk_and_straw.yaml", "chalk_and_straw, A smell of burning"),
            ("cases/chalk_and_straw.yaml", "chalk_and_straw, Another town"),
        ),
    ),
    Case(
        checks.facts_of_cases_are_known,
        "a number outside the limits",
        setting("cases/chalk_and_straw.yaml", "twists.0.facts.warmth", "101"),
        "cases/chalk_and_straw.yaml",
        "chalk_and_straw, A smell of burning",
        "lies outside 0 to 100",
    ),
    Case(
        checks.cases_come_to_what_is_expected,
        "another state",
        setting("cases/chalk_and_straw.yaml", "expected.states.tea_wanted", "met"),
        "cases/chalk_and_straw.yaml",
        "chalk_and_straw",
        "tea_wanted is unknown, and met was expected",
    ),
    Case(
        checks.cases_come_to_what_is_expected,
        "a row that is not there",
        setting("cases/chalk_and_straw.yaml", "expected.states.coffee", "met"),
        "cases/chalk_and_straw.yaml",
        "chalk_and_straw",
        "coffee is no criterion",
    ),
    Case(
        checks.cases_come_to_what_is_expected,
        "an emergency that nobody expected",
        setting("cases/chalk_and_straw.yaml", "twists.0.expected.emergencies", []),
        "cases/chalk_and_straw.yaml",
        "chalk_and_straw, A smell of burning",
        "The emergencies are smoke",
    ),
    Case(
        checks.cases_come_to_what_is_expected,
        "a contradiction that nobody expected",
        setting("cases/chalk_and_straw.yaml", "twists.0.expected.contradictions", []),
        "cases/chalk_and_straw.yaml",
        "chalk_and_straw, A smell of burning",
        "The contradictions are too_long_without",
    ),
    Case(
        checks.routes_of_cases_follow_ways,
        "a leap",
        setting("cases/chalk_and_straw.yaml", "twists.0.route", ["thirst", "kettle", "smoke"]),
        "cases/chalk_and_straw.yaml",
        "chalk_and_straw, A smell of burning",
        "No way leads from thirst to kettle",
    ),
    Case(
        checks.answers_of_cases_cite_what_is_there,
        "a finding that is not there",
        setting("cases/chalk_and_straw.yaml", "debrief", ["Two causes (tea-77)."]),
        "cases/chalk_and_straw.yaml",
        "chalk_and_straw",
        "neither a finding nor a node",
    ),
    Case(
        checks.answers_of_cases_cite_what_is_there,
        "an answer without a source",
        setting("cases/chalk_and_straw.yaml", "decisions.0.choices.0.cites", []),
        "cases/chalk_and_straw.yaml",
        "chalk_and_straw",
        "cites nothing",
    ),
    Case(
        checks.numbers_of_cases_have_a_source,
        "a number out of thin air",
        setting("cases/chalk_and_straw.yaml", "debrief", ["It helps 7 of 9."]),
        "cases/chalk_and_straw.yaml",
        "chalk_and_straw",
        "has no source",
    ),
    Case(
        checks.cases_pass_every_cause_and_emergency,
        "a cause that no case passes",
        setting("cases/chalk_and_straw.yaml", "twists.1.route", ["thirst", "taste"]),
        "cases",
        "hard_water",
        "No case passes hard_water",
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_spoilt_pack_is_reported_by_its_rule_and_by_no_other(case: Case, tiny_folder: Path) -> None:
    case.spoil(tiny_folder)
    found = _problems_by_rule(read_pack(tiny_folder))
    assert list(found) == [case.rule.__name__]
    problems = found[case.rule.__name__]
    assert {(p.file, p.record) for p in problems} == {(case.file, case.record), *case.also_at}
    assert any(case.says in problem.wrong for problem in problems)
    assert all(problem.mend.endswith(".") for problem in problems)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_spoilt_pack_does_not_load(case: Case, tiny_folder: Path) -> None:
    case.spoil(tiny_folder)
    with pytest.raises(PackError) as refusal:
        load_pack(tiny_folder)
    assert (case.file, case.record) in {(p.file, p.record) for p in refusal.value.problems}


def test_every_rule_has_a_case_that_breaks_it() -> None:
    assert {rule.__name__ for rule in checks.RULES} == {case.rule.__name__ for case in CASES}


def test_every_function_that_is_a_rule_is_asked() -> None:
    modules = [import_module(f"pathways.checks.{found.name}") for found in iter_modules(checks.__path__)]
    written = {
        function
        for module in modules
        for function in vars(module).values()
        if inspect.isfunction(function) and function.__annotations__ == {"pack": "Pack", "return": "Problems"}
    }
    assert written == set(checks.RULES)
    assert len(checks.RULES) == len(written)


def test_the_tiny_pack_has_no_problem(tiny: Pack) -> None:
    assert list(checks.problems(tiny)) == []


def test_the_real_pack_has_no_problem(real_folder: Path) -> None:
    assert list(checks.problems(read_pack(real_folder))) == []


def test_the_tiny_pack_has_every_kind_of_node_edge_and_result(tiny: Pack) -> None:
    assert {node.kind for node in tiny.nodes} == set(get_args(NodeKind))
    assert {edge.kind for edge in tiny.edges} == set(get_args(EdgeKind))
    assert {edge.result for edge in tiny.edges} >= {"positive", "negative", ""}


def test_sections_are_laid_down_for_every_kind_of_node() -> None:
    assert set(checks.SECTIONS_OF_KIND) == set(get_args(NodeKind))
    assert {name for names in checks.SECTIONS_OF_KIND.values() for name in names} <= set(Node.model_fields)


_BELOW_NOUGHT = both(
    cell("findings.csv", "rest-01", "low", "-3"),
    cell("findings.csv", "rest-01", "value", "-2"),
    cell("findings.csv", "rest-01", "high", "-1"),
)

ALLOWED = {
    "a decision that hangs on no cause": new_line(
        "compare.yaml", "presets:", "  - {id: decide_thirst, label: To drink or to wait, options: [tea]}"
    ),
    "signs that need help at once, and their check": with_signs,
    "a sign or two told where they belong": both(
        with_signs, setting("nodes/kettle.yaml", "after", ["Look for smoke and for gas."])
    ),
    "a result of a test that leads to the check": both(
        with_signs, new_row("edges.csv", "taste,smoke,urgent,it tastes burnt,convention,positive")
    ),
    "a time without a source, where no word is asked for": both(
        setting("pack.yaml", "agreed_by", []), cell("edges.csv", "rest,tea", "condition", "after 2 rests")
    ),
    "an emergency that begins with something else, where no word is asked for": both(
        with_signs,
        setting("pack.yaml", "emergency.number_known_by", []),
        setting("nodes/smoke.yaml", "what_to_do", ["Run."]),
    ),
    "a death that is folded away, where no word is grave": both(
        setting("compare.yaml", "grave_known_by", []),
        cell("findings.csv", "tea-03", "outcome", "Death by tea"),
    ),
    "a time that is agreed locally": cell("edges.csv", "rest,tea", "condition", "after 2 rests as agreed"),
    "a time with a source": cell("edges.csv", "rest,good_cup", "condition", "after 1 sip, or 3"),
    "a change below nought": _BELOW_NOUGHT,
    "a kind and a subject that the pack words": setting(
        "pack.yaml", "claim_words", {"kinds": {"benefit": "Good"}, "subjects": {"tea": "Tea"}}
    ),
    "a unit that the pack describes": both(
        setting("pack.yaml", "units", [{"id": "sips", "words": "sips"}]),
        cell("findings.csv", "rest-01", "unit", "sips"),
    ),
    "a change in percent below nought": both(
        cell("findings.csv", "rest-01", "unit", "percent"), _BELOW_NOUGHT
    ),
    "a gap that is told as chance": both(
        cell("findings.csv", "rest-01", "low", "-1"),
        cell("findings.csv", "rest-01", "plain", "In 6 months comfort rose by 2. It could be chance."),
    ),
    "figures that are rounded or counted the other way round": both(
        cell("findings.csv", "tea-01", "value", "74.6"),
        cell(
            "findings.csv", "tea-01", "plain", "A month on, 10 of 40 were thirsty. With water, 20 of 40 were."
        ),
    ),
    "one study that owns up to being told twice": both(
        cell("findings.csv", "thirst-01", "caution", "Told again as thirst-02."),
        cell("findings.csv", "thirst-01", "plain_caution", "It is told twice."),
        new_row("findings.csv", _TWICE.format(caution="The same as thirst-01.")),
    ),
    "people who are told in words of their group": setting(
        "pack.yaml", "groups.0.named_by", ["Drinkers", "people"]
    ),
    "one group of people": both(
        setting("pack.yaml", "groups", [{"id": "tea_drinkers", "label": "all", "short": "all"}]),
        *(
            cell("findings.csv", row, "directness", "tea_drinkers")
            for row in ("taste-01", "tea-02", "tea-03", "old-leaves-01", "hard-water-01")
        ),
    ),
    "a difference between times below nought": both(
        cell("findings.csv", "rest-01", "unit", "days"), _BELOW_NOUGHT
    ),
    "a ratio whose lower end was rounded to nought": both(
        cell("findings.csv", "rest-01", "measure", "odds_ratio"),
        cell("findings.csv", "rest-01", "unit", "ratio"),
        cell("findings.csv", "rest-01", "low", "0.0"),
        cell("findings.csv", "rest-01", "plain", "In 6 months the ratio was 2. It could be chance."),
    ),
    "an issue that is dated ahead": cell("sources.csv", "leaf_study", "year", "2027"),
    "a percentage that its source rounded": cell("findings.csv", "thirst-01", "value", "25.5"),
    "a range whose kind is not reported": cell("findings.csv", "rest-01", "bounds", ""),
    "a name with a digit": setting("nodes/rest.yaml", "summary", "Rest as in Blend 2."),
    "two findings of one study": setting("nodes/rest.yaml", "summary", "It helps [tea-01] [rest-01]."),
    "a study and its finding in two sentences": setting(
        "nodes/rest.yaml", "summary", "It helps [rest-01]. You may rest [cup_register]."
    ),
    "a number said by a finding": setting("nodes/rest.yaml", "summary", "It helps. {tea-01} [tea-02]"),
}


@pytest.mark.parametrize("change", ALLOWED.values(), ids=ALLOWED.keys())
def test_what_is_allowed_is_no_problem(change: Spoil, tiny_folder: Path) -> None:
    change(tiny_folder)
    assert _problems_by_rule(read_pack(tiny_folder)) == {}


def _problems_by_rule(pack: Pack) -> dict[str, list[Problem]]:
    found = {rule.__name__: list(rule(pack)) for rule in checks.RULES}
    return {name: problems for name, problems in found.items() if problems}
