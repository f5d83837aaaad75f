"""Which rows of the scorecard are shown, as the URL says it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pages.shared.address import known
from pathways.scorecard import KIND_WORDS, PARTS, VERDICTS, ScoreFilter


def scorecard_address(parameters: Mapping[str, str]) -> ScoreFilter:
    """Read the address, such as ``part=C&score=Not met``.

    Raises:
        AddressError: with one sentence that names what is unknown.
    """
    return ScoreFilter(
        part=_wanted("part", parameters, PARTS),
        kind=_wanted("kind", parameters, KIND_WORDS),
        verdict=_wanted("score", parameters, VERDICTS),
    )


def _wanted(name: str, parameters: Mapping[str, str], names: Iterable[str]) -> str:
    return known(parameters, name, names, name, " on the scorecard.") or ""
