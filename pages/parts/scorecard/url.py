"""Which rows of the scorecard are shown, as the URL says it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pages.shared.url import Reader
from pathways.model import Pack
from pathways.scorecard import KIND_WORDS, PARTS, VERDICTS, ScoreFilter


@dataclass(frozen=True)
class ScorecardUrl:
    """What is asked of the scorecard, and what of the address made no sense."""

    wanted: ScoreFilter
    notes: tuple[str, ...] = ()


def scorecard_url(pack: Pack, params: Mapping[str, str]) -> ScorecardUrl:  # noqa: ARG001
    """Read the address, such as ``part=C&score=Not met``; what is not understood is left out and noted."""
    reader = Reader(params)
    wanted = ScoreFilter(
        part=_wanted(reader, "part", PARTS),
        kind=_wanted(reader, "kind", KIND_WORDS),
        verdict=_wanted(reader, "score", VERDICTS),
    )
    return ScorecardUrl(wanted, tuple(reader.notes))


def _wanted(reader: Reader, part: str, names: Iterable[str]) -> str:
    return reader.name(part, names, part, " on the scorecard.") or ""
