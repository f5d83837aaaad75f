"""The options side by side and what matters, as the address of a comparison and of the sheet holds them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pages.shared.url import Reader
from pathways.comparison import WEIGHTS, comparison
from pathways.evidence import cited
from pathways.model import Node, Pack, Preset

NO_CHOICES = "This pathway has no choices to lay side by side."
"""What the pages about choices say where a pack has no comparison."""


def options_asked(pack: Pack, reader: Reader, most: int) -> tuple[Node, ...]:
    """The options of an address, such as ``options=rest,tea``; the pack's first one comes first.

    What is no option, and what is more than ``most``, is left out and noted.
    """
    offered = [node.id for node in pack.nodes if node.kind == "option"]
    if pack.compare.is_empty:
        return ()
    ids = dict.fromkeys((pack.compare.first, *reader.words("options")))
    options = [option for option in ids if option in offered]
    for option in ids:
        if option not in offered:
            reader.leave_out("choice called", option)
    if len(options) > most:
        left = " and ".join(f"“{pack.node[option].plain_label}”" for option in options[most:])
        reader.notes.append(f"There is room for {most} choices side by side. Left out: {left}.")
    return tuple(pack.node[option] for option in options[:most])


def matters_asked(pack: Pack, reader: Reader) -> dict[str, str]:
    """What matters and how much, such as ``matters=comfort:a_lot,sleep:some``: weights by ids of matters.

    An unknown matter or weight is left out and noted.
    """
    ids = {matter.id for matter in pack.compare.matters}
    matters: dict[str, str] = {}
    for words in reader.words("matters"):
        matter, _, weight = words.partition(":")
        if matter not in ids:
            reader.leave_out("matter", matter, " to weigh.")
        elif weight not in WEIGHTS:
            reader.leave_out("weight", weight, f". The weights are: {', '.join(WEIGHTS)}.")
        else:
            matters[matter] = weight
    return matters


def preset_asked(pack: Pack, reader: Reader, options: Sequence[Node]) -> Preset | None:
    """The common decision that an address names, such as ``decision=old_leaves``, if it fits the options."""
    presets = {preset.id: preset for preset in pack.compare.presets}
    asked = reader.name("decision", presets, "decision called")
    if asked is None:
        return None
    if {*presets[asked].options, pack.compare.first} != {option.id for option in options}:
        reader.notes.append(f"“{presets[asked].label}” is about other choices than these. It is left out.")
        return None
    return presets[asked]


def options_parameter(options: Sequence[str]) -> str:
    """Ids of options as the address holds them.

    >>> options_parameter(["rest", "tea"])
    'rest,tea'
    """
    return ",".join(options)


def matters_parameter(matters: Mapping[str, str]) -> str | None:
    """What matters as the address holds it; None if nothing is named.

    >>> matters_parameter({"comfort": "a_lot", "sleep": "some"})
    'comfort:a_lot,sleep:some'
    """
    return ",".join(f"{matter}:{weight}" for matter, weight in matters.items()) or None


def shared_parameters(
    options: Sequence[Node], matters: Mapping[str, str], preset: Preset | None
) -> dict[str, str]:
    """The parts of an address that a comparison and the sheet both read; what is blank is left out."""
    parts = {
        "options": options_parameter([option.id for option in options]),
        "matters": matters_parameter(matters),
        "decision": preset.id if preset else None,
    }
    return {name: words for name, words in parts.items() if words}


def sources_of_options(pack: Pack, options: Sequence[str]) -> tuple[str, ...]:
    """The ids of the sources of all figures that stand in the comparison of some options."""
    return cited.of_findings(told.finding for told in comparison(pack, options).readings)
