"""Which choices the page to take home holds and what matters, as its URL says it.

What a person writes is not in the address and nowhere else: it goes when the page is left.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pages.shared.address import href
from pages.shared.choices import matters_asked, matters_parameter, options_asked, options_parameter
from pathways.model import Matter, Node, Pack
from pathways.sheet import MOST_OPTIONS


@dataclass(frozen=True)
class TakeHomeAddress:
    """The options of the sheet, the pack's first one before the others, and what matters how much."""

    options: tuple[Node, ...]
    matters: tuple[tuple[Matter, str], ...]


def take_home_address(pack: Pack, parameters: Mapping[str, str]) -> TakeHomeAddress:
    """Read the address, such as ``options=carry_on,refusion&matters=pain:a_lot``.

    Raises:
        AddressError: with one sentence that names what is unknown.
    """
    matter = {matter.id: matter for matter in pack.compare.matters}
    weights = matters_asked(pack, parameters)
    return TakeHomeAddress(
        options_asked(pack, parameters, MOST_OPTIONS),
        tuple((matter[name], weight) for name, weight in weights.items()),
    )


def side_by_side(address: TakeHomeAddress, *, with_matters: bool = True) -> str:
    """The address of the page where the same options stand side by side."""
    weights = {matter.id: weight for matter, weight in address.matters}
    return href(
        "compare",
        options=options_parameter([node.id for node in address.options]),
        matters=matters_parameter(weights) if with_matters else None,
    )
