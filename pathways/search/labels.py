"""Names of what stands in no label of the pack: the places, subjects and kinds of claims in words."""

from __future__ import annotations

from pathways.model import Pack


def home_label(pack: Pack, home: str) -> str:
    """The plain name of a claim's place, on the map or in the background."""
    return pack.node[home].plain_label if home in pack.node else pack.topic[home].title


def subject_label(pack: Pack, subject: str) -> str:
    """A subject in words: those of the pack, or else plain reading of its name."""
    return pack.info.claim_words.subjects.get(subject, subject.replace("-", " "))


def kind_label(pack: Pack, kind: str) -> str:
    """A kind of claim in words: those of the pack, or else plain reading of its name."""
    return pack.info.claim_words.kinds.get(kind, kind.replace("-", " ").capitalize())
