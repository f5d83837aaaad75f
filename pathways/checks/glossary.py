"""``glossary.csv``: each hard word has one meaning."""

from __future__ import annotations

from collections import Counter

from pathways.checks.rule import Problems
from pathways.model import Pack
from pathways.problems import Problem, shown


def hard_words_are_explained_once(pack: Pack) -> Problems:
    words = [(word, entry) for entry in pack.glossary for word in entry.words]
    counts = Counter(word.casefold() for word, _ in words)
    for word, entry in words:
        if counts[word.casefold()] > 1:
            wrong = f"The word {shown(word)} is explained more than once."
            yield Problem("glossary.csv", ";".join(entry.words), wrong, "Keep it in one row.")
