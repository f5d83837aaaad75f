"""Which rows of the scorecard are shown, as the URL says it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from pages.shared.address import AddressError
from pathways.scorecard import KIND_WORDS, PARTS, VERDICTS, ScoreFilter


def scorecard_address(parameters: Mapping[str, str]) -> ScoreFilter:
    """Read the address, such as ``part=C&score=Not met``.

    Raises:
        AddressError: with one sentence that names what is unknown.
    """
    return ScoreFilter(
        part=_known("part", parameters, PARTS),
        kind=_known("kind", parameters, KIND_WORDS),
        verdict=_known("score", parameters, VERDICTS),
    )


def _known(name: str, parameters: Mapping[str, str], known: Collection[str]) -> str:
    value = parameters.get(name, "")
    if value and value not in known:
        raise AddressError(f'There is no {name} "{value}" on the scorecard.')
    return value
