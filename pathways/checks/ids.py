"""Ids: each name is given once."""

from __future__ import annotations

from pathways.checks.rule import Problems, used_twice
from pathways.model import Pack


def ids_are_unique(pack: Pack) -> Problems:
    """Whatever prose can mark shares one space of names; claims have their own."""
    marked = [(f"nodes/{node.id}.yaml", node.id) for node in pack.nodes]
    marked += [(f"topics/{topic.id}.yaml", topic.id) for topic in pack.topics]
    marked += [("findings.csv", finding.finding_id) for finding in pack.findings]
    marked += [("sources.csv", source.source_id) for source in pack.sources]
    marked += [("pack.yaml", box.id) for box in pack.info.net]
    yield from used_twice(marked)
    yield from used_twice([("claims.csv", claim.claim_id) for claim in pack.claims])
