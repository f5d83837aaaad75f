"""What the compare page shows, as its URL says it; nothing is kept anywhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pages.shared.address import asked_for, known, no_such
from pages.shared.choices import matters_asked, matters_parameter, options_asked, options_parameter
from pathways.model import Node, Pack, Preset

STEPS = {"options": "2 Options", "compare": "3 Compare", "matters": "4 What matters", "check": "5 Check"}
"""The steps of deciding that this page shows, with their names; the others are pages of their own."""

MOST_OPTIONS = 3
"""How many options stand side by side at most: more cannot be taken in, nor shown on a tablet."""


@dataclass(frozen=True)
class CompareAddress:
    """The options side by side, what matters and how much, the step, and the decision and row come from."""

    options: tuple[Node, ...]
    matters: Mapping[str, str]
    step: str
    preset: Preset | None
    row: str | None

    @property
    def option_ids(self) -> tuple[str, ...]:
        return tuple(option.id for option in self.options)


def compare_address(pack: Pack, parameters: Mapping[str, str]) -> CompareAddress:
    """Read the address.

    Raises:
        AddressError: with one sentence that names what is unknown.
    """
    options = options_asked(pack, parameters, MOST_OPTIONS)
    step = known(parameters, "step", STEPS, "step", f". The steps are: {', '.join(STEPS)}.") or "compare"
    return CompareAddress(
        options=options,
        matters=matters_asked(pack, parameters),
        step=step if len(options) > 1 else "options",
        preset=_preset(pack, asked_for(parameters, "decision")),
        row=known(parameters, "row", [row.id for row in pack.compare.rows], "row", " in the comparison."),
    )


def shared_parameters(address: CompareAddress) -> dict[str, str]:
    """The parts of the address that the page to take home reads as well."""
    matters = matters_parameter(address.matters)
    return {"options": options_parameter(address.option_ids), **({"matters": matters} if matters else {})}


def _preset(pack: Pack, asked: str | None) -> Preset | None:
    if asked is None:
        return None
    for preset in pack.compare.presets:
        if preset.id == asked:
            return preset
    raise no_such("decision called", asked)
