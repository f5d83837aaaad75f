"""The shipped pack: is all of it there, and is it said in the words that it promises?

A test that fails here lists what is to be mended in ``data/psps_t2``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from pathways.model import Lane, Node, OverviewBox, Pack, Topic
from pathways.text.markup import own_words

PROCEDURES = (
    *(
        "epidural_injection",
        "nerve_root_treatment",
        "adhesiolysis",
        "facet_treatment",
        "sacroiliac_treatment",
    ),
    *("diagnostic_injection", "scs_trial", "scs_implant", "other_neuromodulation"),
    *("exploration_of_fusion", "hardware_removal", "refusion", "fusion_extension", "decompression"),
    *("osteotomy", "sacroiliac_fusion", "infection_treatment", "minimally_invasive"),
)
"""The cards with a needle, a device or a knife, after which something may go wrong at home."""

TRIED_OUT = {"diagnostic_injection", "scs_trial"}
"""Procedures that are tests and no options."""

EXPLAIN_THE_OLD_NAME = {"persistent_pain", "names_for_it"}
"""Where "failed back surgery" may stand: it is named there so that nobody needs to use it."""

AMERICAN = re.compile(
    r"\b(\w+iz(?:e|es|ed|ing|ations?)|centers?|fibers?|anesthe\w+|edema\w*|hemat\w+|hemorr\w+|programs?"
    r"|behaviors?|behavioral|colors?|tumors?|diarrhea|pediatric|orthopedic|labor|gray|favor\w*|toward)\b",
    re.IGNORECASE,
)
ALWAYS_WITH_Z = re.compile(r"\b(?:sizes?|sized|sizing|seizes?|prizes?)\b", re.IGNORECASE)

VERDICT = re.compile(
    r"\b(best|worst|better option|worse option|safe option|should have|gold standard|miracles?|cure[sd]?"
    r"|breakthrough|suffer\w*|victims?|sadly|(?:un)?fortunately|hopeless|devastating|failed patients?)\b",
    re.IGNORECASE,
)
NO_VERDICT_OF_OURS = re.compile(r"no single best test")
"""What one source says of tests."""

NUMBER = r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|a hundred|a thousand)"
ONE_IN = re.compile(
    rf"(?<!fewer than )\b(?:1|one)(?: person)? (?:in|out of) (?:every )?{NUMBER}\b", re.IGNORECASE
)
OLD_NAME = re.compile(r"failed[ -]back|\bFBSS\b", re.IGNORECASE)


def own_prose(pack: Pack) -> Iterator[tuple[str, str, str]]:
    """Each paragraph that the pack says itself: where it stands, under which heading, and its words."""
    parts: list[Node | Topic] = [*pack.nodes, *pack.topics]
    for part in parts:
        yield from ((part.id, section, own_words(paragraph)) for section, paragraph in part.prose())
    info = pack.info
    for name in ("condition", "how_many", "audience", "status"):
        yield from (("pack.yaml", name, own_words(paragraph)) for paragraph in getattr(info, name))
    if info.emergency:
        yield from (("pack.yaml", "emergency", own_words(words)) for words in info.emergency.prose())
    for name in ("warning_line", "decision", "funding", "interests", "report_mistake"):
        yield "pack.yaml", name, getattr(info, name)
    places: list[Lane | OverviewBox] = [*info.lanes, *info.net]
    yield from (("pack.yaml", place.label, place.plain) for place in places)
    yield from ((f"{edge.start} to {edge.end}", "condition", edge.condition) for edge in pack.edges)
    yield from ((claim.claim_id, "reason", claim.reason) for claim in pack.claims)


def all_that_is_said_plainly(pack: Pack) -> Iterator[tuple[str, str, str]]:
    """The pack's own prose and the plain sentence of each finding."""
    yield from own_prose(pack)
    yield from ((row.finding_id, "plain", row.plain) for row in pack.findings)


def found(pattern: re.Pattern[str], pieces: Iterator[tuple[str, str, str]]) -> list[str]:
    return [
        f"{where}, {heading}: {match[0]!r} in {words[:100]!r}"
        for where, heading, words in pieces
        for match in pattern.finditer(words)
    ]


def without(names: re.Pattern[str], pieces: Iterator[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
    return ((where, heading, names.sub("", words)) for where, heading, words in pieces)


def test_nothing_of_the_pack_is_missing(real_pack: Pack) -> None:
    assert len(real_pack.nodes) == 76
    assert len(real_pack.edges) == 277
    assert len(real_pack.findings) == 417
    assert len(real_pack.sources) == 294
    assert len(real_pack.gaps) == 85
    assert len(real_pack.claims) == 154
    assert [topic.id for topic in real_pack.topics] == [
        *(
            "what_a_fusion_is",
            "why_a_fusion_is_done",
            "symptoms",
            "prevention",
            "names_for_it",
            "not_on_the_map",
        )
    ]


def test_the_condition_is_told_in_150_words(real_pack: Pack) -> None:
    words = " ".join(own_words(paragraph) for paragraph in real_pack.info.condition)
    assert len(words.split()) <= 150


def test_spelling_is_british(real_pack: Pack) -> None:
    assert found(AMERICAN, without(ALWAYS_WITH_Z, all_that_is_said_plainly(real_pack))) == []


def test_no_verdict_is_passed_and_no_fear_or_hope_is_stirred(real_pack: Pack) -> None:
    assert found(VERDICT, without(NO_VERDICT_OF_OURS, all_that_is_said_plainly(real_pack))) == []


def test_no_chance_is_said_as_one_in_x(real_pack: Pack) -> None:
    assert found(ONE_IN, all_that_is_said_plainly(real_pack)) == []


def test_the_old_name_is_used_only_where_it_is_explained(real_pack: Pack) -> None:
    where_it_stands = found(OLD_NAME, all_that_is_said_plainly(real_pack))
    explained = (*EXPLAIN_THE_OLD_NAME, "pack.yaml, condition")
    assert [place for place in where_it_stands if not place.startswith(explained)] == []


def test_the_procedures_are_all_options_that_are_injections_devices_or_operations(real_pack: Pack) -> None:
    lanes = ("injection", "neuromodulation", "revision")
    options = {node.id for node in real_pack.nodes if node.kind == "option" and node.lane in lanes}
    assert options | TRIED_OUT == set(PROCEDURES)


@pytest.mark.parametrize("node_id", PROCEDURES)
def test_every_procedure_shows_the_signs_that_need_help_at_once(node_id: str, real_pack: Pack) -> None:
    assert real_pack.info.emergency
    assert real_pack.node[node_id].shows_emergency
    linked = " ".join(real_pack.info.emergency.prose())
    assert {"procedure_emergency", "red_flag_check"} <= set(re.findall(r"\]\((\w+)\)", linked))


def test_the_rules_that_ask_for_words_have_their_words(real_pack: Pack) -> None:
    """Without them the rules on times by habit, on the number to call and on grave harms hold nothing."""
    info = real_pack.info
    assert info.agreed_by == ("agreed",)
    assert info.emergency
    assert info.emergency.number_known_by == ("emergency number",)
    assert {"die", "died", "death", "deaths", "mortality", "paralysis"} <= set(
        real_pack.compare.grave_known_by
    )
    assert info.nearest.named_by


def test_every_finding_reaches_a_reader(real_pack: Pack) -> None:
    shown = {finding.finding_id for node in real_pack.nodes for finding in real_pack.findings_of[node.id]}
    assert shown == set(real_pack.finding)


def test_a_comparison_names_a_group_and_leaves_the_figure_to_its_own_column(real_pack: Pack) -> None:
    assert [row.finding_id for row in real_pack.findings if "%" in row.comparator] == []


def test_plain_sentences_hold_no_percent_sign(real_pack: Pack) -> None:
    assert [row.finding_id for row in real_pack.findings if "%" in row.plain] == []


def test_a_text_has_a_figure_only_with_a_unit_that_says_what_it_is(real_pack: Pack) -> None:
    columns = ("value", "low", "high", "comparator_value")
    texts = [row for row in real_pack.findings if row.measure == "text"]
    figured = {row.finding_id: row.unit for row in texts if any(getattr(row, c) is not None for c in columns)}
    assert figured == {"hardware-removal-07": "correlation_r"}


def test_the_pack_speaks_of_no_machine(real_pack: Pack) -> None:
    path = re.compile(r"(?<![\w./:])/(?:home|root|tmp|work|usr|Users)/|[A-Z]:\\")
    assert found(path, all_that_is_said_plainly(real_pack)) == []
    assert found(path, ((s.source_id, "link", s.link) for s in real_pack.sources)) == []
