"""The page to take home as two pages of the app make it: from the options and the decision of an address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from pages.shared.decision_steps import here_without_matters
from pathways import sheet
from pathways.model import Node, Pack, Preset
from pathways.sheet import Person, Sheet


def summary_sheet(
    pack: Pack, options: Sequence[Node], preset: Preset | None, params: Mapping[str, str], person: Person
) -> Sheet:
    """The sheet of today for these options; ``params`` are the parts of the address that lead back."""
    return sheet.one_sheet(
        pack,
        [option.id for option in options],
        person,
        made=date.today(),
        address=here_without_matters(params),
        about=preset.label if preset else "",
    )
