"""What the compare page shows, as its URL says it; nothing is kept anywhere else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pages.shared.address import AddressError
from pathways.comparison import WEIGHTS
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
    options = _options(pack, parameters.get("options", ""))
    step = parameters.get("step", "compare")
    if step not in STEPS:
        raise AddressError(f'There is no step "{step}". The steps are: {", ".join(STEPS)}.')
    row = parameters.get("row")
    if row is not None and row not in {known.id for known in pack.compare.rows}:
        raise AddressError(f'There is no row "{row}" in the comparison.')
    return CompareAddress(
        options=options,
        matters=_matters(pack, parameters.get("matters", "")),
        step=step if len(options) > 1 else "options",
        preset=_preset(pack, parameters.get("decision")),
        row=row,
    )


def options_parameter(options: Sequence[str]) -> str:
    """Ids of options as the address holds them."""
    return ",".join(options)


def matters_parameter(matters: Mapping[str, str]) -> str | None:
    """What matters as the address holds it: "pain:a_lot,sleep:some"; None if nothing is named."""
    return ",".join(f"{matter}:{weight}" for matter, weight in matters.items()) or None


def shared_parameters(address: CompareAddress) -> dict[str, str]:
    """The parts of the address that the page to take home reads as well."""
    matters = matters_parameter(address.matters)
    return {"options": options_parameter(address.option_ids), **({"matters": matters} if matters else {})}


def _options(pack: Pack, asked: str) -> tuple[Node, ...]:
    ids = dict.fromkeys((pack.compare.first, *_parts(asked)))
    for option in ids:
        if option not in pack.node or pack.node[option].kind != "option":
            raise AddressError(f'There is no choice called "{option}" to compare.')
    if len(ids) > MOST_OPTIONS:
        raise AddressError(
            f"There is no room for {len(ids)} choices side by side. Compare up to {MOST_OPTIONS}, "
            f"{pack.node[pack.compare.first].plain_label} among them."
        )
    return tuple(pack.node[option] for option in ids)


def _matters(pack: Pack, asked: str) -> dict[str, str]:
    known = {matter.id for matter in pack.compare.matters}
    matters: dict[str, str] = {}
    for part in _parts(asked):
        matter, _, weight = part.partition(":")
        if matter not in known:
            raise AddressError(f'There is no matter "{matter}" to weigh.')
        if weight not in WEIGHTS:
            raise AddressError(f'There is no weight "{weight}". The weights are: {", ".join(WEIGHTS)}.')
        matters[matter] = weight
    return matters


def _preset(pack: Pack, asked: str | None) -> Preset | None:
    if asked is None:
        return None
    for preset in pack.compare.presets:
        if preset.id == asked:
            return preset
    raise AddressError(f'There is no decision called "{asked}".')


def _parts(asked: str) -> list[str]:
    return [part for part in asked.split(",") if part]
