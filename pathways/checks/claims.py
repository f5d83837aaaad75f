"""``claims.csv``: what the guides say has a place in the pack, and each verdict its findings."""

from __future__ import annotations

from pathways.checks.rule import Problems
from pathways.model import Pack
from pathways.problems import Problem, shown


def every_claim_has_a_home(pack: Pack) -> Problems:
    for claim in pack.claims:
        unknown = [home for home in claim.homes if home not in pack.node and home not in pack.topic]
        for home in unknown:
            mend = "Name a node or a topic."
            yield Problem("claims.csv", claim.claim_id, f"The home {home!r} is not known.", mend)
        if not claim.homes:
            mend = "Name the node or topic that covers it."
            yield Problem("claims.csv", claim.claim_id, "The claim has no place in the pack.", mend)


def supported_claims_rest_on_the_nearest_people(pack: Pack) -> Problems:
    """Findings of other people bear a claim out in part at most, as docs/pack.md defines the verdicts."""
    nearest = pack.info.nearest
    for claim in pack.claims:
        cited = [pack.finding[name] for name in claim.findings if name in pack.finding]
        is_of_others = bool(cited) and not any(finding.directness == nearest.id for finding in cited)
        if claim.verdict == "supported" and is_of_others:
            wrong = f"The verdict is supported, and no finding that it cites is of {nearest.short}."
            mend = f"Choose partly and say whom the findings are of, or cite one of {nearest.short}."
            yield Problem("claims.csv", claim.claim_id, wrong, mend)


def words_of_claims_are_those_of_a_claim(pack: Pack) -> Problems:
    """Words for a kind or a subject that no claim has would be a slip of the pen."""
    words = pack.info.claim_words
    kinds, subjects = {claim.kind for claim in pack.claims}, {claim.subject for claim in pack.claims}
    for record, named, known in (("kinds", words.kinds, kinds), ("subjects", words.subjects, subjects)):
        for name in sorted(named.keys() - known):
            mend = "Correct it as claims.csv writes it, or take it out."
            yield Problem("pack.yaml", f"claim_words.{record}", f"No claim has {shown(name)}.", mend)


def verdicts_cite_findings(pack: Pack) -> Problems:
    for claim in pack.claims:
        for finding_id in claim.findings:
            if finding_id not in pack.finding:
                mend = "Correct the id in the column findings."
                yield Problem("claims.csv", claim.claim_id, f"{finding_id!r} is not a finding.", mend)
        if claim.verdict in ("supported", "partly", "contradicted") and not claim.findings:
            mend = "Name the findings that carry it, or choose no_usable_evidence."
            yield Problem("claims.csv", claim.claim_id, f"The verdict {claim.verdict} cites nothing.", mend)
