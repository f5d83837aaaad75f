"""Which choices the page to take home holds and what matters, as its URL says it.

What a person writes is not in the address and nowhere else: it goes when the page is left.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from pages.shared.address import AddressError
from pathways.comparison import WEIGHTS, comparison
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
    return TakeHomeAddress(
        _options(pack, _listed(parameters.get("options", ""))),
        tuple(_matter(pack, words) for words in _listed(parameters.get("matters", ""))),
    )


def _listed(words: str) -> list[str]:
    return [part for part in words.split(",") if part]


def _options(pack: Pack, options: list[str]) -> tuple[Node, ...]:
    for option in options:
        if option not in pack.node or pack.node[option].kind != "option":
            raise AddressError(f'There is no choice called "{option}".')
    nodes = comparison(pack, options).options
    if len(nodes) > MOST_OPTIONS:
        others = MOST_OPTIONS - 1
        raise AddressError(f"There is no room for more than {others} choices beside the first one.")
    return nodes


def _matter(pack: Pack, words: str) -> tuple[Matter, str]:
    name, _, weight = words.partition(":")
    for matter in pack.compare.matters:
        if matter.id == name and weight in WEIGHTS:
            return matter, weight
    raise AddressError(f'There is no matter "{words}" that could be marked.')


def side_by_side(address: TakeHomeAddress, *, with_matters: bool = True) -> str:
    """The address of the page where the same options stand side by side."""
    parameters = {"options": ",".join(node.id for node in address.options)}
    if with_matters and address.matters:
        parameters["matters"] = ",".join(f"{matter.id}:{weight}" for matter, weight in address.matters)
    return f"compare?{urlencode(parameters, safe=',:')}"
