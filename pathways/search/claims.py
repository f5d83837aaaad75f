"""The claims of public guides: found by filters, counted in words, and as a table to take away.

A verdict is about a claim. No function here counts or compares guides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import TYPE_CHECKING

from pathways import evidence
from pathways.model import Claim, Pack, Verdict, vocabulary
from pathways.search.everything import holding
from pathways.search.labels import home_label, kind_label, subject_label
from pathways.text.sentences import listed, pluralised

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class ClaimFilter:
    """What is asked of the claims; a blank asks nothing."""

    verdict: str = ""
    kind: str = ""
    subject: str = ""
    place: str = ""
    words: str = ""


def matching(pack: Pack, wanted: ClaimFilter) -> tuple[Claim, ...]:
    """The claims that fit all that is asked, in the order of the pack."""
    held = holding(pack, "claim", wanted.words)
    return tuple(
        claim
        for claim in pack.claims
        if wanted.verdict in ("", claim.verdict)
        and wanted.kind in ("", claim.kind)
        and wanted.subject in ("", claim.subject)
        and (not wanted.place or wanted.place in claim.homes)
        and claim.claim_id in held
    )


def guide_names(pack: Pack) -> Mapping[str, str]:
    """A neutral name for each guide, in the order of the pack: Guide A, Guide B and so on."""
    guides = dict.fromkeys(claim.guide for claim in pack.claims)
    letters = (*ascii_uppercase, *map(str, range(len(ascii_uppercase) + 1, len(guides) + 1)))
    return {guide: f"Guide {letter}" for guide, letter in zip(guides, letters, strict=False)}


def counts(claims: Iterable[Claim]) -> dict[Verdict, int]:
    """How many claims have each verdict, all verdicts in their fixed order."""
    verdicts = [claim.verdict for claim in claims]
    return {verdict: verdicts.count(verdict) for verdict in vocabulary.VERDICT_COUNTS}


def counts_in_words(claims: Sequence[Claim]) -> str:
    """How many claims have each verdict, as one sentence that gives no mark to anybody.

    >>> counts_in_words([])
    'No claim fits.'
    """
    if not claims:
        return "No claim fits."
    parts = [f"{number} {vocabulary.VERDICT_COUNTS[verdict]}" for verdict, number in counts(claims).items()]
    return f"{pluralised(len(claims), 'claim')}: {listed(parts)}."


TABLE_COLUMNS = (
    "Claim id",
    "Guide",
    "Kind",
    "Subject",
    "Places",
    "Claim, in our words",
    "Also advertises",
    "Verdict on the claim",
    "Reason",
    "Findings",
    "What was found",
    "Sources",
    "Links",
)


def table(pack: Pack, claims: Iterable[Claim]) -> pd.DataFrame:
    """One row a claim, in words, with the findings behind its verdict and their sources."""
    import pandas as pd  # it is slow to load, and most pages show no table

    names = guide_names(pack)
    rows = [_cells(pack, claim, names[claim.guide]) for claim in claims]
    return pd.DataFrame(rows, columns=list(TABLE_COLUMNS))


def _cells(pack: Pack, claim: Claim, guide: str) -> tuple[str, ...]:
    findings = [pack.finding[finding_id] for finding_id in claim.findings]
    sources = [pack.source[source_id] for source_id in dict.fromkeys(f.source_id for f in findings)]
    return (
        claim.claim_id,
        guide,
        kind_label(pack, claim.kind),
        subject_label(pack, claim.subject),
        "; ".join(home_label(pack, home) for home in claim.homes),
        claim.claim,
        claim.promotional,
        vocabulary.VERDICT_LABELS[claim.verdict],
        claim.reason,
        "; ".join(claim.findings),
        " ".join(finding.plain for finding in findings),
        " ".join(evidence.citation(source) for source in sources),
        "; ".join(source.link or f"link {evidence.NOT_KNOWN}" for source in sources),
    )
