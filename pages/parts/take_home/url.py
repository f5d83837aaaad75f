"""Which choices the page to take home holds and what matters, as its URL says it.

What a person writes is not in the address and nowhere else: it goes when the page is left.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pages.shared.option_params import (
    matters_asked,
    options_asked,
    preset_asked,
    shared_parameters,
    sources_of_options,
)
from pages.shared.url import Reader, link
from pathways.model import Node, Pack, Preference, Preset
from pathways.sheet import MOST_OPTIONS


@dataclass(frozen=True)
class TakeHomeUrl:
    """The options of the sheet, the pack's first one before the others, what matters how much, the decision.

    ``notes`` are sentences for the reader about what was not understood.
    """

    options: tuple[Node, ...]
    matters: tuple[tuple[Preference, str], ...]
    preset: Preset | None
    notes: tuple[str, ...] = ()

    def source_ids(self, pack: Pack) -> tuple[str, ...]:
        """The sources of all figures of the choices; the page names those of the figures it has room for."""
        return sources_of_options(pack, [option.id for option in self.options])

    @property
    def shared(self) -> dict[str, str]:
        """The parts of the address that the page where the options stand side by side reads as well."""
        weights = {matter.id: weight for matter, weight in self.matters}
        return shared_parameters(self.options, weights, self.preset)


def take_home_url(pack: Pack, params: Mapping[str, str]) -> TakeHomeUrl:
    """Read the address, such as ``options=rest,tea&matters=comfort:a_lot``.

    What is not understood is left out and noted.
    """
    reader = Reader(params)
    matter = {matter.id: matter for matter in pack.compare.matters}
    options = options_asked(pack, reader, MOST_OPTIONS)
    weights = matters_asked(pack, reader)
    matters = tuple((matter[name], weight) for name, weight in weights.items())
    return TakeHomeUrl(options, matters, preset_asked(pack, reader, options), tuple(reader.notes))


def side_by_side(url: TakeHomeUrl) -> str:
    """The address of the page where the same options stand side by side."""
    return link("compare", **url.shared)
