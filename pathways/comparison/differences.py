"""What is not the same between the cells of a row, and what is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from pathways import evidence
from pathways.comparison.cells import Cell
from pathways.evidence import Reading
from pathways.model import Finding, Pack, Source
from pathways.text.sentences import listed


def heterogeneity(cells: Sequence[Cell]) -> str:
    """What is not the same between the cells, so that nobody reads one number against another."""
    told = [[one.finding for one in cell.readings] for cell in cells if cell.readings]
    if not told:
        return ""
    parts = []
    if len({_times(findings) for findings in told}) > 1:
        parts.append(f"were measured at different times ({'; '.join(_span(findings) for findings in told)})")
    if len({frozenset(f.population for f in findings) for findings in told}) > 1:
        parts.append("come from different groups of people")
    if len({frozenset(f.outcome for f in findings) for findings in told}) > 1:
        parts.append("count different things")
    partly = f"figures were found for {len(told)} of these {len(cells)} choices only"
    facts = [f"these figures {listed(parts)}"] if parts else []
    facts += [partly] if len(told) < len(cells) else []
    return f"Do not read straight across: {'; '.join(facts)}." if facts else ""


def _times(findings: Iterable[Finding]) -> frozenset[Decimal | None]:
    return frozenset(finding.follow_up_months for finding in findings)


def _span(findings: Iterable[Finding]) -> str:
    """The follow-up of several findings in a few words.

    >>> from types import SimpleNamespace
    >>> _span([SimpleNamespace(follow_up_months=Decimal(m)) for m in (24, 6)])
    '6 to 24 months'
    """
    months = sorted({f.follow_up_months for f in findings if f.follow_up_months is not None})
    if not months:
        return "time not reported"
    first, last = (f"{month.normalize():f}" for month in (months[0], months[-1]))
    return f"{first} months" if first == last else f"{first} to {last} months"


def shared_studies(pack: Pack, cells: Sequence[Cell]) -> str:
    """What the same figure, or the same study, says of several of the options."""
    figures: Counter[Reading] = Counter()
    sources: dict[str, set[int]] = {}
    for place, cell in enumerate(cells):
        figures.update(cell.readings)
        for told in cell.readings:
            sources.setdefault(told.source.source_id, set()).add(place)
    if any(count > 1 for count in figures.values()):
        return "Some figures stand under more than one choice. Look at who was counted."
    shared = [_named(pack.source[s]) for s, found in sources.items() if len(found) > 1]
    if not shared:
        return ""
    return f"Some of these choices were measured in one and the same study: {'; '.join(shared)}."


def _named(source: Source) -> str:
    """Authors and year, or the title where the authors are not known."""
    return evidence.short_citation(source) if source.authors else f"“{source.title}”"
