"""``compare.yaml``: rows, matters, common decisions and undoing name what is there."""

from __future__ import annotations

import re
from collections import Counter

import networkx as nx

from pathways.checks.rule import Problems, numbers, one_of, used_twice
from pathways.checks.sentences import figures_not_of
from pathways.graph import care_graph, forward_graph
from pathways.model import ComparatorArm, Finding, Pack
from pathways.problems import Problem, shown

LONGEST_LINE = 20
"""The most words of a line in the table that comes first."""
FEWEST_CHECKS, MOST_CHECKS = 4, 6
"""How many sentences a check of understanding has: fewer check little, more would be an exam."""


def compare_ids_are_unique(pack: Pack) -> Problems:
    """Rows, matters and presets share one space of names: the address of the page names them."""
    compare = pack.compare
    ids = [row.id for row in compare.rows]
    ids += [matter.id for matter in compare.matters]
    ids += [preset.id for preset in compare.presets]
    yield from used_twice([("compare.yaml", name) for name in ids])


def compared_places_are_options(pack: Pack) -> Problems:
    compare = pack.compare
    named = [("first", compare.first), *((undoing.option, undoing.option) for undoing in compare.undoing)]
    named += [(counted.option, counted.option) for counted in compare.counted]
    named += [(preset.id, option) for preset in compare.presets for option in preset.options]
    for record, option in named:
        if option not in pack.node or pack.node[option].kind != "option":
            yield _in_compare(record, f"{option!r} is not an option.", "Name a node of the kind option.")


def presets_start_from_causes_and_none_is_left_out(pack: Pack) -> Problems:
    causes = {node.id for node in pack.nodes if node.kind == "cause"}
    for preset in pack.compare.presets:
        if preset.cause and preset.cause not in causes:
            yield _in_compare(
                preset.id,
                f"{preset.cause!r} is not a cause.",
                "Name a node of the kind cause, or leave the key out.",
            )
    for cause in sorted(causes - {preset.cause for preset in pack.compare.presets}):
        yield _in_compare("presets", f"No preset starts from {cause}.", "Add a preset with this cause.")


def preset_options_are_reachable_from_their_cause(pack: Pack) -> Problems:
    """A decision that does not hang on a cause is one for everybody: its options lie ahead of the start."""
    graph = forward_graph(care_graph(pack))
    for preset in pack.compare.presets:
        origin = preset.cause or pack.info.start
        # A place without any way on, or an id that is not there, is the business of another rule.
        ahead = nx.descendants(graph, origin) if origin in graph else set()
        for option in preset.options:
            if ahead and option in pack.node and option not in ahead:
                mend = f"Choose an option that the ways from {origin} lead to."
                yield _in_compare(preset.id, f"No way leads from {origin} to {option}.", mend)


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
                yield _in_compare(matter.id, f"{row!r} is not a row.", one_of(sorted(rows)))


def matters_name_known_lanes(pack: Pack) -> Problems:
    for matter in pack.compare.matters:
        for lane in matter.of_lanes:
            if lane not in pack.lane:
                yield _in_compare(matter.id, f"The lane {lane!r} is not known.", one_of(pack.lane))


def rows_say_when_no_figure_was_found(pack: Pack) -> Problems:
    """A row that asks for figures has words for their absence; a row that asks for none has no such words."""
    for row in pack.compare.rows:
        for key in ("none_found", "not_known", "not_so"):
            if bool(row.roles) != bool(getattr(row, key)):
                mend = f"Fill {key} in each row with roles, and only there."
                yield _in_compare(row.id, f"roles and {key} do not go together.", mend)
        if row.none_of_first and not row.roles:
            mend = "Fill it only in a row with roles."
            yield _in_compare(row.id, "It has none_of_first, but asks for no figures.", mend)
        for lane in row.after:
            if lane not in pack.lane:
                yield _in_compare(row.id, f"The lane {lane!r} is not known.", one_of(pack.lane))


def every_option_says_once_whether_it_can_be_undone(pack: Pack) -> Problems:
    said = Counter(undoing.option for undoing in pack.compare.undoing)
    for node in pack.nodes:
        if node.kind == "option" and said[node.id] != 1:
            wrong = f"{node.id} stands {said[node.id]} times under undoing."
            yield _in_compare("undoing", wrong, "Say once for each option whether it can be undone.")


def grave_harms_are_harms(pack: Pack) -> Problems:
    for finding_id in pack.compare.grave:
        if finding_id not in pack.finding or pack.finding[finding_id].role != "harm":
            mend = "Name a finding of the role harm."
            yield _in_compare("grave", f"{finding_id!r} is no finding of a harm.", mend)


def findings_that_tell_of_a_matter_in_words_are_findings(pack: Pack) -> Problems:
    for matter in pack.compare.matters:
        for finding_id in matter.also:
            if finding_id not in pack.finding:
                yield _in_compare(matter.id, f"{finding_id!r} under also is no finding.", "Correct the id.")


def harms_known_as_grave_are_grave(pack: Pack) -> Problems:
    """A harm of an option that speaks of a word in ``grave_known_by``, as death, is never folded away."""
    listed = pack.compare.grave_known_by
    if not listed:
        return
    words = re.compile(rf"\b(?:{'|'.join(map(re.escape, listed))})\b", re.IGNORECASE)
    options = {node.id for node in pack.nodes if node.kind == "option"}
    for finding in pack.findings:
        told = words.search(f"{finding.outcome} {finding.plain}")
        is_told = finding.role == "harm" and told and options.intersection(finding.nodes)
        if told and is_told and finding.finding_id not in pack.compare.grave:
            wrong = f"{finding.finding_id} tells of {told[0]!r} and is left out."
            yield _in_compare("grave", wrong, "Add it to the list grave.")


def counted_findings_stand_under_their_option(pack: Pack) -> Problems:
    """Each is named once and is a finding of the option; what is turned has a figure of its other group."""
    yield from used_twice([("compare.yaml", counted.option) for counted in pack.compare.counted])
    for counted in pack.compare.counted:
        for finding_id in counted.alone:
            if finding_id in pack.finding and counted.option in pack.finding[finding_id].nodes:
                mend = "Take it out here: it is of the option anyway."
                yield _in_compare(counted.option, f"{finding_id} stands under this option itself.", mend)
        for finding_id, times in Counter(counted.findings).items():
            if finding_id not in pack.finding:
                yield _in_compare(counted.option, f"{finding_id!r} is no finding.", "Correct the id.")
            if times > 1:
                yield _in_compare(counted.option, f"{finding_id} stands {times} times.", "Name it once.")
        turned = {one.finding for one in counted.turned}
        for finding_id in (*counted.partly, *(turned - set(counted.arms))):
            if finding_id in pack.finding and counted.option not in pack.finding[finding_id].nodes:
                mend = "Take it out here, or add the option to the column nodes."
                yield _in_compare(counted.option, f"{finding_id} does not stand under this option.", mend)


def arms_are_of_the_option(pack: Pack) -> Problems:
    """An arm is a finding of the option, or one of another option that is turned towards it."""
    for counted in pack.compare.counted:
        turned = {one.finding for one in counted.turned}
        for finding_id in counted.arms:
            of_option = finding_id in pack.finding and counted.option in pack.finding[finding_id].nodes
            if finding_id in pack.finding and not of_option and finding_id not in turned:
                mend = "Add the option to the column nodes, or say under turned how these people did."
                yield _in_compare(counted.option, f"The arm {finding_id} is not of this option.", mend)


def turned_findings_can_be_turned(pack: Pack) -> Problems:
    """A turned finding is a share of people in either group or words alone; its numbers are its row's."""
    for counted in pack.compare.counted:
        for turned in counted.turned:
            if finding := pack.finding.get(turned.finding):
                yield from _fault_of_turning(counted.option, turned, finding)


def _fault_of_turning(option: str, turned: ComparatorArm, finding: Finding) -> Problems:
    has_figure = finding.measure != "text"
    if has_figure and (finding.comparator_value is None or finding.measure != "proportion"):
        mend = "Name it under partly, or leave it out."
        yield _in_compare(option, f"{turned.finding} is no share of people in either group.", mend)
    said = numbers(f"{finding.plain} {finding.statement}")
    for number in sorted(numbers(f"{turned.plain} {turned.these} {turned.others}") - said):
        mend = "Take the number out, or correct it from the row."
        yield _in_compare(option, f"{turned.finding} says {number}, which stands nowhere in its row.", mend)


def rows_name_known_matters(pack: Pack) -> Problems:
    """The figures of a row come from its roles or from a matter, never from both."""
    matters = {matter.id for matter in pack.compare.matters}
    for row in pack.compare.rows:
        if row.matter and row.matter not in matters:
            yield _in_compare(row.id, f"{shown(row.matter)} is not a matter.", one_of(sorted(matters)))
        if row.matter and row.roles:
            yield _in_compare(row.id, "It has a matter and roles.", "Fill one of the two.")


def brief_lines_say_what_their_finding_says(pack: Pack) -> Problems:
    """A line of the table is short, is of a finding, and brings no number along."""
    for line in pack.compare.brief:
        finding = pack.finding.get(line.finding)
        if finding is None:
            yield _in_compare("brief", f"{shown(line.finding)} is no finding.", "Correct the id.")
            continue
        for number in figures_not_of(finding, line.says):
            wrong = f"The line of {line.finding} says {number}, which its row does not."
            yield _in_compare("brief", wrong, "Correct it from the row, or leave it out.")
        if len(line.says.split()) > LONGEST_LINE:
            wrong = f"The line of {line.finding} has more than {LONGEST_LINE} words."
            yield _in_compare("brief", wrong, "Cut it: the whole sentence stands one step deeper.")
    yield from used_twice([("compare.yaml", line.finding) for line in pack.compare.brief])


def checks_hold_true_and_false(pack: Pack) -> Problems:
    """A check has four to six sentences, of which some are true and some are not."""
    for preset in pack.compare.presets:
        if not preset.checks:
            continue
        if not FEWEST_CHECKS <= len(preset.checks) <= MOST_CHECKS:
            wrong = f"It has {len(preset.checks)} sentences to check."
            yield _in_compare(preset.id, wrong, f"Write {FEWEST_CHECKS} to {MOST_CHECKS}, or none.")
        if len({sentence.is_true for sentence in preset.checks}) == 1:
            yield _in_compare(preset.id, "All sentences to check have one answer.", "Write some of each.")


def checks_name_known_rows_and_findings(pack: Pack) -> Problems:
    rows = [row.id for row in pack.compare.rows]
    for preset, sentence in pack.compare.checks():
        if sentence.row not in rows:
            yield _in_compare(preset, f"{shown(sentence.row)} is not a row.", one_of(rows))
        for finding_id in sentence.findings:
            if finding_id not in pack.finding:
                yield _in_compare(preset, f"{shown(finding_id)} is no finding.", "Correct the id.")


def checks_say_only_numbers_of_their_findings(pack: Pack) -> Problems:
    """Also a false sentence has a number of its finding, such as that of the people who did not have it."""
    for preset, sentence in pack.compare.checks():
        named = [pack.finding[finding] for finding in sentence.findings if finding in pack.finding]
        for words in (sentence.says, sentence.why):
            foreign = [set(figures_not_of(finding, words)) for finding in named]
            unknown = set.intersection(*foreign) if foreign else numbers(words)
            for number in sorted(map(str, unknown)):
                wrong = f"A sentence to check says {number}, which none of its findings does."
                yield _in_compare(preset, wrong, "Name the finding under findings, or correct the number.")


def grave_lane_is_a_lane(pack: Pack) -> Problems:
    compare = pack.compare
    if bool(compare.grave_lane) != bool(compare.none_grave):
        mend = "Fill both, or leave both out."
        yield _in_compare("none_grave", "grave_lane and none_grave do not go together.", mend)
    if compare.grave_lane and compare.grave_lane not in pack.lane:
        wrong = f"The lane {shown(compare.grave_lane)} is not known."
        yield _in_compare("grave_lane", wrong, one_of(pack.lane))


def _in_compare(record: str, wrong: str, mend: str) -> Problem:
    return Problem("compare.yaml", record, wrong, mend)
