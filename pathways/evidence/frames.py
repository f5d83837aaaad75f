"""The records of a pack as pandas tables: numbers as numbers, codes as categories.

These are the records as the pack holds them. In words, with both sides of a figure and with what was not
reported said aloud, a table is made by :func:`pathways.evidence.findings_table`.

pandas is imported when the first table is made: it is slow to load, and most of the library needs none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, get_args, get_origin

from pathways import evidence
from pathways.model import Claim, Criterion, Fact, Finding, Gap, Pack, Record, Source

if TYPE_CHECKING:
    import pandas as pd

FIGURES = frozenset(
    {"value", "low", "high", "comparator_value", "follow_up_months", "minimum", "maximum", "step"}
)
"""Columns of ``Float64``: what is not reported is ``<NA>``. Shares are 0-100, as ``unit`` says."""

COUNTS = frozenset({"events", "total", "comparator_events", "comparator_total", "n", "year"})
"""Columns of ``Int64``: what is not reported is ``<NA>``."""

LISTS = frozenset({"nodes", "conflicts_with", "incomplete", "homes", "findings", "basis", "choices"})
"""Columns of tuples: ``frame.explode("nodes")`` gives one row for each."""


def _codes(model: type[Record]) -> dict[str, tuple[str, ...]]:
    """The fields of a record that hold codes, each with all of them in their order."""
    fields = model.model_fields.items()
    return {
        name: get_args(field.annotation) for name, field in fields if get_origin(field.annotation) is Literal
    }


CODES: Mapping[str, tuple[str, ...]] = {**_codes(Finding), **_codes(Source), **_codes(Claim)}
"""Columns of categories of the evidence, which are the same in every pack."""


def findings_frame(pack: Pack) -> pd.DataFrame:
    """Findings as a table by their id: numbers as numbers, codes as categories, the study beside each.

    The columns are the fields of :class:`~pathways.model.Finding`, then ``design``, ``funding``, ``n``,
    ``citation`` and ``link`` of its source, so that no number is without the study that it stands in. Sums
    and means over rows are rarely right: rows may count the same people (see ``caution``).
    """
    sources = [pack.source[finding.source_id] for finding in pack.findings]
    study = {name: [getattr(s, name) for s in sources] for name in ("design", "funding", "n", "link")}
    citations = [evidence.citation(source) for source in sources]
    frame = _frame(Finding, pack.findings, {**study, "citation": citations}).set_index("finding_id")
    return frame.assign(directness=frame["directness"].astype(_groups(pack)))


def _groups(pack: Pack) -> pd.CategoricalDtype:
    """The groups of people of this pack, the nearest first."""
    import pandas as pd

    return pd.CategoricalDtype(list(pack.group))


def sources_frame(pack: Pack) -> pd.DataFrame:
    """Sources as a table by their id: the fields of :class:`~pathways.model.Source`, and the ``citation``."""
    citations = [evidence.citation(source) for source in pack.sources]
    return _frame(Source, pack.sources, {"citation": citations}).set_index("source_id")


def gaps_frame(pack: Pack) -> pd.DataFrame:
    """What no usable source gives, as a table: the fields of :class:`~pathways.model.Gap`."""
    return _frame(Gap, pack.gaps)


def claims_frame(pack: Pack) -> pd.DataFrame:
    """Claims of public guides as a table by their id: the fields of :class:`~pathways.model.Claim`."""
    return _frame(Claim, pack.claims).set_index("claim_id")


def facts_frame(pack: Pack) -> pd.DataFrame:
    """What can be known about a case, as a table by its id: the fields of :class:`~pathways.model.Fact`.

    ``choices`` are tuples of the values that may be answered; a number has none.
    """
    frame = _frame(Fact, pack.facts).set_index("fact_id")
    frame["choices"] = _column("choices", [fact.values for fact in pack.facts], CODES).to_numpy()
    return frame


def criteria_frame(pack: Pack) -> pd.DataFrame:
    """Published conditions as a table by their id: the fields of :class:`~pathways.model.Criterion`."""
    return _frame(Criterion, pack.criteria).set_index("criterion_id")


def _frame(
    model: type[Record], records: Iterable[Record], more: Mapping[str, Sequence[object]] = {}
) -> pd.DataFrame:
    """A column for each field of the model, then these; each has the type that its name has."""
    import pandas as pd

    rows = tuple(records)
    columns = {name: [getattr(record, name) for record in rows] for name in model.model_fields}
    codes = {**CODES, **_codes(model)}
    return pd.DataFrame({name: _column(name, cells, codes) for name, cells in {**columns, **more}.items()})


def _column(name: str, cells: Sequence[object], codes: Mapping[str, tuple[str, ...]]) -> pd.Series:
    import pandas as pd

    if name in FIGURES:
        return pd.Series([pd.NA if cell is None else float(str(cell)) for cell in cells], dtype="Float64")
    if name in COUNTS:
        return pd.Series([pd.NA if cell is None else cell for cell in cells], dtype="Int64")
    if name in codes:
        return pd.Series(cells, dtype=pd.CategoricalDtype(list(codes[name])))
    return pd.Series(cells, dtype="object" if name in LISTS else "str")
