"""What the compare page shows, as its URL says it; nothing is kept anywhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pages.shared.decision_steps import COMPARING
from pages.shared.option_params import (
    matters_asked,
    options_asked,
    preset_asked,
    shared_parameters,
    sources_of_options,
)
from pages.shared.url import Reader
from pathways.model import Node, Pack, Preset
from pathways.sheet import MOST_OPTIONS


@dataclass(frozen=True)
class CompareUrl:
    """The options side by side, what matters and how much, the step, and the decision and row come from.

    ``notes`` are sentences for the reader about what was not understood.
    """

    options: tuple[Node, ...]
    matters: Mapping[str, str]
    step: str
    preset: Preset | None
    row: str | None
    notes: tuple[str, ...] = ()

    @property
    def option_ids(self) -> tuple[str, ...]:
        return tuple(option.id for option in self.options)

    @property
    def view_name(self) -> str:
        """The step, without its number."""
        return COMPARING[self.step].partition(" ")[2]

    def source_ids(self, pack: Pack) -> tuple[str, ...]:
        """The sources of all figures of the choices, whichever step is shown."""
        return sources_of_options(pack, self.option_ids)

    @property
    def shared(self) -> dict[str, str]:
        """The parts of the address that the page to take home reads as well."""
        return shared_parameters(self.options, self.matters, self.preset)


def compare_url(pack: Pack, params: Mapping[str, str]) -> CompareUrl:
    """Read the address; what is not understood is left out and noted."""
    reader = Reader(params)
    options = options_asked(pack, reader, MOST_OPTIONS)
    step = reader.name("step", COMPARING, "step", f". The steps are: {', '.join(COMPARING)}.") or "compare"
    row = reader.name("row", [row.id for row in pack.compare.rows], "row", " in the comparison.")
    return CompareUrl(
        options=options,
        matters=matters_asked(pack, reader),
        step=step if len(options) > 1 else "options",
        preset=preset_asked(pack, reader, options),
        row=row,
        notes=tuple(reader.notes),
    )
