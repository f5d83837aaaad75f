"""The rules that a pack must obey: one small function each, named as what is true of a good pack.

A rule takes the pack and yields a :class:`~pathways.problems.Problem` for each place that breaks it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

import networkx as nx

from pathways import prose, readability, scorecard
from pathways.model import Edge, Finding, Node, Pack
from pathways.problems import Problem

Problems = Iterator[Problem]
Rule = Callable[[Pack], Problems]

SECTIONS_OF_KIND = {
    "option": ("before", "during", "after", "living_with", "considered_for", "not_for"),
    "test": ("before", "during", "after", "can_show", "cannot_show", "if_positive", "if_negative"),
    "cause": ("feels_like", "how_found"),
    "emergency": ("how_urgent", "what_to_do"),
    "step": ("before", "during", "after"),
    "question": (),
    "outcome": (),
}
"""The sections that a node of each kind must fill besides the common ones."""

ROAD_KINDS = frozenset({"onward", "step_up", "approach"})
"""Edges that lead along the pathway; the others lead back or to help."""

SHARE_MEASURES = frozenset({"proportion", "sensitivity", "specificity"})
"""Measures whose value is a share of people (or of tested things), given in percent."""

COUNT_TOLERANCE = Decimal("0.55")
"""How far counts may be from a printed percentage, in percentage points: sources round to whole ones."""

_NUMBER = re.compile(r"\d|%|\bper ?cent\b", re.IGNORECASE)


def problems(pack: Pack) -> Iterator[Problem]:
    """Every problem of the pack, rule by rule."""
    for rule in RULES:
        yield from rule(pack)


def ids_are_unique(pack: Pack) -> Problems:
    """Whatever prose can mark shares one space of names; claims have their own."""
    marked = [(f"nodes/{node.id}.yaml", node.id) for node in pack.nodes]
    marked += [(f"topics/{topic.id}.yaml", topic.id) for topic in pack.topics]
    marked += [("findings.csv", finding.finding_id) for finding in pack.findings]
    marked += [("sources.csv", source.source_id) for source in pack.sources]
    marked += [("pack.yaml", box.id) for box in pack.info.net]
    yield from _used_twice(marked)
    yield from _used_twice([("claims.csv", claim.claim_id) for claim in pack.claims])


def _used_twice(named: list[tuple[str, str]]) -> Problems:
    counts = Counter(name for _, name in named)
    for file, name in named:
        if counts[name] > 1:
            yield Problem(file, name, "This id is used more than once.", "Give each its own id.")


def lanes_are_known_and_unique(pack: Pack) -> Problems:
    for lane, count in Counter(lane.id for lane in pack.info.lanes).items():
        if count > 1:
            yield Problem("pack.yaml", f"lane {lane}", "This lane stands twice.", "Keep one of them.")
    for node in pack.nodes:
        if node.lane not in pack.lane:
            yield _in_node(node, f"The lane {node.lane!r} is not known.", _one_of(pack.lane))


def start_is_a_node(pack: Pack) -> Problems:
    if pack.info.start not in pack.node:
        yield Problem(
            "pack.yaml", "start", f"{pack.info.start!r} is not a node.", "Name the node where all begins."
        )


def edges_join_known_nodes(pack: Pack) -> Problems:
    for edge in pack.edges:
        for end in (edge.start, edge.end):
            if end not in pack.node:
                yield _in_edge(edge, f"{end!r} is not a node.", "Correct the id or add its file to nodes/.")


def edges_are_single(pack: Pack) -> Problems:
    for (start, end), count in Counter((edge.start, edge.end) for edge in pack.edges).items():
        if count > 1:
            wrong, mend = "There are several edges between the two.", "Join their conditions into one row."
            yield Problem("edges.csv", f"{start} to {end}", wrong, mend)
        if start == end:
            yield Problem("edges.csv", f"{start} to {end}", "It leads to itself.", "Remove the row.")


def edge_bases_are_sources(pack: Pack) -> Problems:
    for edge in pack.edges:
        for source_id in edge.basis:
            if source_id not in pack.source:
                mend = "Name a source_id of sources.csv, or write convention."
                yield _in_edge(edge, f"The basis {source_id!r} is not a source.", mend)


def times_by_convention_say_so(pack: Pack) -> Problems:
    """A time that rests on habit is not a rule: its condition says that it is agreed locally."""
    for edge in pack.edges:
        if edge.is_convention and re.search(r"\d", edge.condition) and "agreed" not in edge.condition:
            wrong = f"The condition {edge.condition!r} holds a number without a source."
            yield _in_edge(edge, wrong, "Name the source in basis, or word it as agreed locally.")


def urgent_edges_lead_to_safety(pack: Pack) -> Problems:
    for edge in pack.edges:
        if edge.kind == "urgent" and edge.end in pack.node and pack.node[edge.end].lane != "safety":
            mend = "Lead it to a warning-sign node, or choose another kind."
            yield _in_edge(edge, "An urgent edge leaves the lane of warning signs.", mend)


def every_node_is_reachable(pack: Pack) -> Problems:
    graph = _graph(pack.edges)
    if pack.info.start not in graph:
        return
    found = nx.descendants(graph, pack.info.start) | {pack.info.start}
    for node in pack.nodes:
        if node.id not in found:
            yield _in_node(
                node, f"No way leads here from {pack.info.start}.", "Add the edge that leads here."
            )


def no_node_is_a_dead_end(pack: Pack) -> Problems:
    for node in pack.nodes:
        if not pack.edges_from[node.id]:
            yield _in_node(node, "No way leads on from here.", "Add an edge that starts here.")


def roads_have_no_circle(pack: Pack) -> Problems:
    """Without ways back and urgent ways the pathway runs in one direction."""
    graph = _graph(edge for edge in pack.edges if edge.kind in ROAD_KINDS)
    if not nx.is_directed_acyclic_graph(graph):
        circle = " to ".join(start for start, _ in nx.find_cycle(graph))
        mend = "Give the edge that leads back the kind return."
        yield Problem("edges.csv", circle, "These edges run in a circle.", mend)


def net_holds_each_node_once(pack: Pack) -> Problems:
    homes = Counter(node_id for box in pack.info.net for node_id in box.nodes)
    for node in pack.nodes:
        if homes[node.id] != 1:
            wrong = f"{node.id} stands in {homes[node.id]} boxes of the Net."
            yield Problem("pack.yaml", "net", wrong, "Put each node into exactly one box.")
    for node_id in homes:
        if node_id not in pack.node:
            yield Problem("pack.yaml", "net", f"{node_id!r} is not a node.", "Remove it or correct the id.")


def nodes_fill_the_sections_of_their_kind(pack: Pack) -> Problems:
    for node in pack.nodes:
        needed = ("what_it_is", "questions", *SECTIONS_OF_KIND[node.kind])
        for section in needed:
            if not getattr(node, section):
                mend = "Write it; where nothing is known, say that no usable evidence was found."
                yield _in_node(node, f"The section {section} is empty (kind {node.kind}).", mend)


def living_with_fills_each_area(pack: Pack) -> Problems:
    for node in pack.nodes:
        areas = node.living_with.model_fields_set if node.living_with else ()
        for area in sorted(areas):
            if not getattr(node.living_with, area):
                mend = "Write it; where nothing is known, say that no usable evidence was found."
                yield _in_node(node, f"living_with.{area} is empty.", mend)


def options_show_benefit_and_harm_or_a_gap(pack: Pack) -> Problems:
    for node in pack.nodes:
        roles = {finding.role for finding in pack.findings_of[node.id]}
        for role in ("benefit", "harm"):
            if node.kind == "option" and role not in roles and not pack.gaps_of[node.id]:
                mend = f"Add a {role} row to findings.csv, or say in gaps.csv that none was found."
                yield _in_node(node, f"The option has no {role} finding and no stated gap.", mend)


def tests_have_an_exit_for_either_result(pack: Pack) -> Problems:
    for node in pack.nodes:
        results = {edge.result for edge in pack.edges_from[node.id]}
        for result in ("positive", "negative"):
            if node.kind == "test" and result not in results:
                mend = f"Mark the edge that a {result} result leads along in the column result."
                yield _in_node(node, f"No edge leaves this test for a {result} result.", mend)


def results_belong_to_tests(pack: Pack) -> Problems:
    for edge in pack.edges:
        if edge.result and edge.start in pack.node and pack.node[edge.start].kind != "test":
            yield _in_edge(edge, f"{edge.start} is no test but has a result.", "Empty the column result.")


def findings_name_known_nodes(pack: Pack) -> Problems:
    for finding in pack.findings:
        if not finding.nodes:
            yield _in_finding(finding, "It belongs to no node.", "Name at least one node.")
        for node_id in finding.nodes:
            if node_id not in pack.node:
                yield _in_finding(
                    finding, f"{node_id!r} is not a node.", "Correct the id in the column nodes."
                )


def findings_name_a_known_source(pack: Pack) -> Problems:
    for finding in pack.findings:
        if finding.source_id not in pack.source:
            mend = "Add the source to sources.csv or correct the id."
            yield _in_finding(finding, f"The source {finding.source_id!r} is not known.", mend)


def percentages_lie_between_0_and_100(pack: Pack) -> Problems:
    for finding in pack.findings:
        if finding.unit != "percent" or finding.measure == "mean_difference":
            continue
        for column in ("value", "low", "high", "comparator_value"):
            number = getattr(finding, column)
            if number is not None and not 0 <= number <= 100:
                yield _in_finding(
                    finding, f"{column} is {number} percent.", "Percentages lie between 0 and 100."
                )


def shares_have_a_value_or_a_range(pack: Pack) -> Problems:
    for finding in pack.findings:
        empty = finding.value is None and finding.low is None and finding.high is None
        if finding.measure != "text" and empty:
            mend = "Fill value or low and high, or give it the measure text."
            yield _in_finding(finding, f"The measure is {finding.measure} but there is no number.", mend)


def bounds_enclose_the_value(pack: Pack) -> Problems:
    """``low`` and ``high`` stand on either side of the value; a standard deviation is a spread too."""
    for finding in pack.findings:
        ordered = [n for n in (finding.low, finding.value, finding.high) if n is not None]
        if ordered != sorted(ordered):
            wrong = f"low, value and high are {', '.join(map(str, ordered))}."
            yield _in_finding(finding, wrong, "They must rise from low to high.")


def kinds_of_range_have_a_range(pack: Pack) -> Problems:
    """A range whose kind the source does not tell may stand; a kind without a range may not."""
    for finding in pack.findings:
        if finding.bounds and finding.low is None and finding.high is None:
            wrong = f"bounds is {finding.bounds!r}, but low and high are blank."
            yield _in_finding(finding, wrong, "Fill in the range, or empty the column bounds.")


def counts_do_not_exceed_totals(pack: Pack) -> Problems:
    for finding in pack.findings:
        for arm in ("", "comparator_"):
            events, total = getattr(finding, f"{arm}events"), getattr(finding, f"{arm}total")
            if events is not None and total is not None and not 0 <= events <= total:
                wrong = f"{arm}events is {events} of {arm}total {total}."
                yield _in_finding(finding, wrong, "Events cannot be more than the total.")


def counts_agree_with_percentages(pack: Pack) -> Problems:
    for finding in pack.findings:
        if finding.unit != "percent" or finding.measure not in SHARE_MEASURES:
            continue
        for arm in ("", "comparator_"):
            value, events, total = (getattr(finding, f"{arm}{name}") for name in ("value", "events", "total"))
            if value is None or events is None or not total:
                continue
            if abs(Decimal(100 * events) / total - value) > COUNT_TOLERANCE:
                wrong = f"{events} of {total} is not {value} percent."
                yield _in_finding(finding, wrong, "Correct the counts or the value from the source.")


def conflicts_are_mutual(pack: Pack) -> Problems:
    for finding in pack.findings:
        for other in finding.conflicts_with:
            if other == finding.finding_id or other not in pack.finding:
                mend = "Name the other finding, or empty the column conflicts_with."
                yield _in_finding(finding, f"It conflicts with {other!r}, which is no other finding.", mend)
            elif finding.finding_id not in pack.finding[other].conflicts_with:
                mend = f"Write {finding.finding_id} into conflicts_with of {other}."
                yield _in_finding(finding, f"It conflicts with {other}, but not the other way round.", mend)


def sources_are_used(pack: Pack) -> Problems:
    used = {finding.source_id for finding in pack.findings} | {s for edge in pack.edges for s in edge.basis}
    for source in pack.sources:
        if source.source_id not in used:
            wrong, mend = "No finding and no edge rests on it.", "Use it or remove the row."
            yield Problem("sources.csv", source.source_id, wrong, mend)


def blanks_of_sources_are_owned_up_to(pack: Pack) -> Problems:
    """What is not known of a source is listed, so that it can be shown as not known."""
    for source in pack.sources:
        for column in ("authors", "year", "journal", "link"):
            if not getattr(source, column) and column not in source.incomplete:
                wrong, mend = f"{column} is blank.", f"Fill it, or list {column} in the column incomplete."
                yield Problem("sources.csv", source.source_id, wrong, mend)


def links_of_sources_are_web_addresses(pack: Pack) -> Problems:
    for source in pack.sources:
        if source.link and not source.link.startswith(("https://", "http://")):
            wrong = f"The link {source.link!r} is no web address."
            yield Problem(
                "sources.csv", source.source_id, wrong, "Write the whole address, or leave it blank."
            )


def gaps_name_known_nodes(pack: Pack) -> Problems:
    for gap in pack.gaps:
        if gap.node_id not in pack.node:
            mend = "Correct the id in the column node_id."
            yield Problem("gaps.csv", gap.missing, f"{gap.node_id!r} is not a node.", mend)


def every_claim_has_a_home(pack: Pack) -> Problems:
    for claim in pack.claims:
        unknown = [home for home in claim.homes if home not in pack.node and home not in pack.topic]
        for home in unknown:
            mend = "Name a node or a topic."
            yield Problem("claims.csv", claim.claim_id, f"The home {home!r} is not known.", mend)
        if not claim.homes:
            mend = "Name the node or topic that covers it."
            yield Problem("claims.csv", claim.claim_id, "The claim has no place in the pack.", mend)


def verdicts_cite_findings(pack: Pack) -> Problems:
    for claim in pack.claims:
        for finding_id in claim.findings:
            if finding_id not in pack.finding:
                mend = "Correct the id in the column findings."
                yield Problem("claims.csv", claim.claim_id, f"{finding_id!r} is not a finding.", mend)
        if claim.verdict in ("supported", "partly", "contradicted") and not claim.findings:
            mend = "Name the findings that carry it, or choose no_usable_evidence."
            yield Problem("claims.csv", claim.claim_id, f"The verdict {claim.verdict} cites nothing.", mend)


def marks_lead_somewhere(pack: Pack) -> Problems:
    for file, section, paragraph in _all_prose(pack):
        for piece in prose.pieces(paragraph):
            if fault := _fault_of_mark(pack, piece):
                mend = "Correct the id in the mark, see docs/pack.md."
                yield Problem(file, section, fault, mend)


def _fault_of_mark(pack: Pack, piece: prose.Piece) -> str | None:
    match piece:
        case prose.Cite(id=name) if name not in pack.finding and name not in pack.source:
            return f"[{name}] is neither a finding nor a source."
        case prose.Spoken(id=name) if name not in pack.finding:
            return f"{{{name}}} is not a finding."
        case prose.Link(target=name) if name not in pack.node and name not in pack.topic:
            return f"The link to {name} leads nowhere."
    return None


def prose_holds_no_number(pack: Pack) -> Problems:
    """Numbers are said by findings; only names that contain a digit may stand in prose."""
    names = sorted(pack.info.terms_with_digits, key=len, reverse=True)
    allowed = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names)) if names else None
    for file, section, paragraph in _all_prose(pack):
        words = prose.own_words(paragraph)
        if _NUMBER.search(allowed.sub("", words) if allowed else words):
            mend = "Cite the finding that says it, or add the name to terms_with_digits in pack.yaml."
            yield Problem(file, section, f"A number stands in prose: {words[:80]!r}.", mend)


def patient_texts_can_be_read_at_age_12(pack: Pack) -> Problems:
    """A whole text is at grade 7 or below, and no sentence of it is long or far harder than the rest."""
    for text in readability.texts(pack):
        sentences = [sentence for _, sentence in text.sentences]
        for section, sentence in text.sentences:
            if readability.is_too_hard(sentence):
                yield _hard_to_read(text, f"A sentence of {section} is hard to read", sentence)
        if (grade := readability.grade(sentences)) > readability.HARDEST_TEXT:
            wrong = f"The text has reading grade {grade:.1f}, above {readability.HARDEST_TEXT:g}; hardest"
            yield _hard_to_read(text, wrong, readability.hardest(sentences))


def _hard_to_read(text: readability.Text, wrong: str, sentence: str) -> Problem:
    mend = "Cut it in two, or choose shorter words, see docs/decisions/0006-readability.md."
    return Problem(text.file, text.record, f"{wrong}: {sentence!r}.", mend)


def scorecard_rows_are_known_and_single(pack: Pack) -> Problems:
    rows = [row.row_id for row in pack.scorecard]
    yield from _used_twice([("scorecard.csv", row_id) for row_id in rows])
    for row_id in rows:
        if row_id not in scorecard.known_ids():
            wrong, mend = "There is no such criterion.", "See the lists in pathways/scorecard.py."
            yield Problem("scorecard.csv", row_id, wrong, mend)


def full_scores_name_their_place(pack: Pack) -> Problems:
    for row in pack.scorecard:
        if row.score == 2 and not row.place:
            mend = "Name the page or document that shows it, or score it lower."
            yield Problem("scorecard.csv", row.row_id, "It has the score 2 but names no place.", mend)


def steps_with_people_name_the_people(pack: Pack) -> Problems:
    """What needs real people is not done until it says who they were."""
    for row in pack.scorecard:
        if row.kind == "PROC" and row.score != 0 and not row.people:
            wrong = f"It needs real people and has the score {row.score}, but names none."
            mend = "Say in the column people who took part and when, or score it 0."
            yield Problem("scorecard.csv", row.row_id, wrong, mend)


def review_comes_after_the_date(pack: Pack) -> Problems:
    if pack.info.next_review <= pack.info.date:
        mend = "Set the day by which the pack is to be read again."
        yield Problem("pack.yaml", "next_review", "The next review is not after the date of the pack.", mend)


def compare_ids_are_unique(pack: Pack) -> Problems:
    """Rows, matters and presets share one space of names: the address of the page names them."""
    compare = pack.compare
    names = [record.id for record in (*compare.rows, *compare.matters, *compare.presets)]
    yield from _used_twice([("compare.yaml", name) for name in names])


def compared_places_are_options(pack: Pack) -> Problems:
    compare = pack.compare
    named = [("first", compare.first), *((undoing.option, undoing.option) for undoing in compare.undoing)]
    named += [(preset.id, option) for preset in compare.presets for option in preset.options]
    for record, option in named:
        if option not in pack.node or pack.node[option].kind != "option":
            yield _in_compare(record, f"{option!r} is not an option.", "Name a node of the kind option.")


def presets_start_from_causes_and_none_is_left_out(pack: Pack) -> Problems:
    causes = {node.id for node in pack.nodes if node.kind == "cause"}
    for preset in pack.compare.presets:
        if preset.cause not in causes:
            yield _in_compare(
                preset.id, f"{preset.cause!r} is not a cause.", "Name a node of the kind cause."
            )
    for cause in sorted(causes - {preset.cause for preset in pack.compare.presets}):
        yield _in_compare("presets", f"No preset starts from {cause}.", "Add a preset with this cause.")


def preset_options_are_reachable_from_their_cause(pack: Pack) -> Problems:
    graph = _graph(edge for edge in pack.edges if edge.kind in ROAD_KINDS)
    for preset in pack.compare.presets:
        # A cause without any way on, or an id that is not there, is the business of another rule.
        ahead = nx.descendants(graph, preset.cause) if preset.cause in graph else set()
        for option in preset.options:
            if ahead and option in pack.node and option not in ahead:
                mend = "Choose an option that the ways from the cause lead to."
                yield _in_compare(preset.id, f"No way leads from {preset.cause} to {option}.", mend)


def preset_options_stand_beside_the_first(pack: Pack) -> Problems:
    """The option that stands first is in every comparison anyway, and no option is compared with itself."""
    for preset in pack.compare.presets:
        ids = (pack.compare.first, *preset.options)
        if len(set(ids)) < len(ids):
            yield _in_compare(preset.id, "An option would stand there twice.", "Name each other option once.")


def matters_move_known_rows(pack: Pack) -> Problems:
    rows = {row.id for row in pack.compare.rows}
    for matter in pack.compare.matters:
        for row in matter.rows:
            if row not in rows:
                yield _in_compare(matter.id, f"{row!r} is not a row.", _one_of(sorted(rows)))


def rows_say_when_no_figure_was_found(pack: Pack) -> Problems:
    """A row that asks for figures has words for their absence; a row that asks for none has no such words."""
    for row in pack.compare.rows:
        if bool(row.roles) != bool(row.none_found):
            mend = "Fill none_found in each row with roles, and only there."
            yield _in_compare(row.id, "roles and none_found do not go together.", mend)
        for lane in row.after:
            if lane not in pack.lane:
                yield _in_compare(row.id, f"The lane {lane!r} is not known.", _one_of(pack.lane))


def every_option_says_once_whether_it_can_be_undone(pack: Pack) -> Problems:
    said = Counter(undoing.option for undoing in pack.compare.undoing)
    for node in pack.nodes:
        if node.kind == "option" and said[node.id] != 1:
            wrong = f"{node.id} stands {said[node.id]} times under undoing."
            yield _in_compare("undoing", wrong, "Say once for each option whether it can be undone.")


RULES: tuple[Rule, ...] = (
    ids_are_unique,
    lanes_are_known_and_unique,
    start_is_a_node,
    edges_join_known_nodes,
    edges_are_single,
    edge_bases_are_sources,
    times_by_convention_say_so,
    urgent_edges_lead_to_safety,
    every_node_is_reachable,
    no_node_is_a_dead_end,
    roads_have_no_circle,
    net_holds_each_node_once,
    nodes_fill_the_sections_of_their_kind,
    living_with_fills_each_area,
    options_show_benefit_and_harm_or_a_gap,
    tests_have_an_exit_for_either_result,
    results_belong_to_tests,
    findings_name_known_nodes,
    findings_name_a_known_source,
    percentages_lie_between_0_and_100,
    shares_have_a_value_or_a_range,
    bounds_enclose_the_value,
    kinds_of_range_have_a_range,
    counts_do_not_exceed_totals,
    counts_agree_with_percentages,
    conflicts_are_mutual,
    sources_are_used,
    blanks_of_sources_are_owned_up_to,
    links_of_sources_are_web_addresses,
    gaps_name_known_nodes,
    every_claim_has_a_home,
    verdicts_cite_findings,
    marks_lead_somewhere,
    prose_holds_no_number,
    patient_texts_can_be_read_at_age_12,
    scorecard_rows_are_known_and_single,
    full_scores_name_their_place,
    steps_with_people_name_the_people,
    review_comes_after_the_date,
    compare_ids_are_unique,
    compared_places_are_options,
    presets_start_from_causes_and_none_is_left_out,
    preset_options_are_reachable_from_their_cause,
    preset_options_stand_beside_the_first,
    matters_move_known_rows,
    rows_say_when_no_figure_was_found,
    every_option_says_once_whether_it_can_be_undone,
)
"""Every rule, in the order in which they are asked."""


def _graph(edges: Iterable[Edge]) -> nx.DiGraph[str]:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from((edge.start, edge.end) for edge in edges)
    return graph


def _all_prose(pack: Pack) -> Iterator[tuple[str, str, str]]:
    for node in pack.nodes:
        yield from ((f"nodes/{node.id}.yaml", section, text) for section, text in node.prose())
    for topic in pack.topics:
        yield from ((f"topics/{topic.id}.yaml", section, text) for section, text in topic.prose())
    yield from (("compare.yaml", record, text) for record, text in pack.compare.prose())
    info = pack.info
    for name in ("condition", "how_many", "audience", "status"):
        yield from (("pack.yaml", name, text) for text in getattr(info, name))


def _in_node(node: Node, wrong: str, mend: str) -> Problem:
    return Problem(f"nodes/{node.id}.yaml", node.id, wrong, mend)


def _in_edge(edge: Edge, wrong: str, mend: str) -> Problem:
    return Problem("edges.csv", f"{edge.start} to {edge.end}", wrong, mend)


def _in_compare(record: str, wrong: str, mend: str) -> Problem:
    return Problem("compare.yaml", record, wrong, mend)


def _in_finding(finding: Finding, wrong: str, mend: str) -> Problem:
    return Problem("findings.csv", finding.finding_id, wrong, mend)


def _one_of(names: Iterable[str]) -> str:
    return f"Choose one of: {', '.join(names)}."
