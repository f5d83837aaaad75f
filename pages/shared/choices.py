"""The options side by side and what matters, as the address of a comparison and of the sheet holds them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pages.shared.address import AddressError, listed, no_such
from pathways.comparison import WEIGHTS
from pathways.model import Node, Pack


def options_asked(pack: Pack, parameters: Mapping[str, str], most: int) -> tuple[Node, ...]:
    """The options of an address, such as ``options=carry_on,refusion``; the pack's first one comes first.

    Raises:
        AddressError: one of them is no option, or there are more than ``most``.
    """
    ids = dict.fromkeys((pack.compare.first, *listed(parameters, "options")))
    for option in ids:
        if option not in pack.node or pack.node[option].kind != "option":
            raise no_such("choice called", option)
    if len(ids) > most:
        raise AddressError(
            f"There is no room for {len(ids)} choices side by side. Choose up to {most}, "
            f"{pack.node[pack.compare.first].plain_label} among them."
        )
    return tuple(pack.node[option] for option in ids)


def matters_asked(pack: Pack, parameters: Mapping[str, str]) -> dict[str, str]:
    """What matters and how much, such as ``matters=pain:a_lot,sleep:some``: weights by ids of matters.

    Raises:
        AddressError: a matter or a weight is unknown.
    """
    ids = {matter.id for matter in pack.compare.matters}
    matters: dict[str, str] = {}
    for words in listed(parameters, "matters"):
        matter, _, weight = words.partition(":")
        if matter not in ids:
            raise no_such("matter", matter, " to weigh.")
        if weight not in WEIGHTS:
            raise no_such("weight", weight, f". The weights are: {', '.join(WEIGHTS)}.")
        matters[matter] = weight
    return matters


def options_parameter(options: Sequence[str]) -> str:
    """Ids of options as the address holds them.

    >>> options_parameter(["carry_on", "refusion"])
    'carry_on,refusion'
    """
    return ",".join(options)


def matters_parameter(matters: Mapping[str, str]) -> str | None:
    """What matters as the address holds it; None if nothing is named.

    >>> matters_parameter({"pain": "a_lot", "sleep": "some"})
    'pain:a_lot,sleep:some'
    """
    return ",".join(f"{matter}:{weight}" for matter, weight in matters.items()) or None
