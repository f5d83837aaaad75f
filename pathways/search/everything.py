"""One search for all that a pack holds: places, figures, what is not known, claims and background, best match first.

Words are compared by their stems, and words that mean the same are one (``synonyms`` of the pack). Where not every word
is found, the nearest matches are given and the words that nothing holds are named: nothing found is no answer.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal

from pathways.evidence.order import nearness
from pathways.model import Node, Pack
from pathways.search.matching import folded
from pathways.text import markup

Kind = Literal["place", "topic", "finding", "gap", "claim"]

MOST = 30
"""How many matches are given: who wants more narrows the words."""

IN_LABEL = 4.0
"""How much more a word counts in a label than in a text."""

SPELLING = 0.8
"""How like a known word an unknown one must be to be taken for it: "osteotmy" for "osteotomy" is 0.94."""

SMALL_WORDS = frozenset(
    "a an and any are as at be been by can do does for from had has have how i if in into is it its long many me "
    "my no not of off on or out so than that the their them there they this to was what when where which who will "
    "with within without would you your".split()
)
"""Words that carry nothing alone; in a phrase of the pack's synonyms they count."""

_WORD = re.compile(r"[a-z0-9]+")
_ENDS = (("ies", 4, "y"), ("ing", 5, ""), ("ed", 4, ""), ("es", 4, ""), ("s", 3, ""), ("e", 4, ""))


@dataclass(frozen=True)
class Hit:
    """Something of the pack that words lead to: ``label`` is its name, ``line`` says what stands there."""

    kind: Kind
    id: str
    label: str
    line: str
    score: float = field(compare=False)


@dataclass(frozen=True)
class Found:
    """The matches, best first, and those of the words that nothing in the pack holds.

    ``read_as`` says which known word an unknown one was taken for.
    """

    hits: tuple[Hit, ...]
    unknown: tuple[str, ...] = ()
    read_as: tuple[tuple[str, str], ...] = ()


def find(pack: Pack, words: str, most: int = MOST) -> Found:
    """What the words lead to, best match first: words in labels before words in texts, rare words before common.

    Among equals places stand first, then what is nearest to the people whom the pathway is for.
    """
    return pack.once(_Index).find(words, most)


@dataclass(frozen=True)
class _Record:
    kind: Kind
    id: str
    label: str
    line: str
    head: str
    body: str
    order: int = 0


class _Index:
    """The words of every record of a pack, by their stems."""

    def __init__(self, pack: Pack) -> None:
        self._records = tuple(_records(pack))
        self._synonyms = _Synonyms(pack.info.synonyms)
        postings: dict[str, dict[int, float]] = defaultdict(dict)
        for place, record in enumerate(self._records):
            for text, weight in ((record.body, 1.0), (record.head, IN_LABEL)):
                for term in self._synonyms.terms(text):
                    postings[term][place] = weight
        self._postings: Mapping[str, Mapping[int, float]] = dict(postings)
        self._terms = sorted(postings)

    def find(self, words: str, most: int) -> Found:
        scores: Counter[int] = Counter()
        unknown, read_as = [], []
        for term in dict.fromkeys(self._synonyms.terms(words)):
            known = self._known(term)
            if not known and (meant := get_close_matches(term, self._terms, n=1, cutoff=SPELLING)):
                read_as.append((term, meant[0]))
                known = self._known(meant[0])
            if not known:
                unknown.append(term)
            for place, weight in self._weights(known).items():
                scores[place] += weight
        ranked = sorted(scores, key=lambda place: (-scores[place], _KINDS.index(self._records[place].kind), place))
        hits = tuple(self._hit(place, scores[place]) for place in ranked[:most])
        return Found(hits, tuple(unknown), tuple(read_as))

    def _known(self, term: str) -> list[str]:
        """The terms that a word stands for: itself, and those that begin with it if it is long enough to tell."""
        if term.startswith(_GROUP) or len(term) < _TELLING:
            return [term] if term in self._postings else []
        first = bisect_left(self._terms, term)
        return [known for known in self._terms[first : first + 50] if known.startswith(term)]

    def _weights(self, terms: Iterable[str]) -> Mapping[int, float]:
        """What each record gains by a word: more in a label than in a text, and more for a rare word."""
        best: dict[int, float] = {}
        for term in terms:
            for place, weight in self._postings[term].items():
                best[place] = max(best.get(place, 0.0), weight)
        rarity = math.log(1 + len(self._records) / (1 + len(best)))
        return {place: weight * rarity for place, weight in best.items()}

    def _hit(self, place: int, score: float) -> Hit:
        record = self._records[place]
        return Hit(record.kind, record.id, record.label, record.line, score)


_KINDS: Sequence[Kind] = ("place", "topic", "finding", "gap", "claim")
_GROUP = "="
_TELLING = 4
"""A word with fewer letters is looked for whole: "leg" does not find "legal"."""


class _Synonyms:
    """Turns a text into terms: stems of its words, and one term for each group of words that mean the same."""

    def __init__(self, groups: Iterable[Iterable[str]]) -> None:
        phrases = {
            tuple(map(stem, _WORD.findall(folded(phrase)))): f"{_GROUP}{number}"
            for number, group in enumerate(groups)
            for phrase in group
        }
        self._phrases = dict(sorted(phrases.items(), key=lambda item: -len(item[0])))
        self._starts = {phrase[0] for phrase in phrases}

    def terms(self, text: str) -> list[str]:
        """The terms of a text in order; words of a phrase stand for nothing else."""
        words = _WORD.findall(folded(text))
        stems = [stem(word) for word in words]
        found: list[str] = []
        place = 0
        while place < len(stems):
            phrase = self._phrase_at(stems, place)
            if phrase:
                found.append(self._phrases[phrase])
            elif words[place] not in SMALL_WORDS:
                found.append(stems[place])
            place += len(phrase) or 1
        return found

    def _phrase_at(self, stems: Sequence[str], place: int) -> tuple[str, ...]:
        if stems[place] not in self._starts:
            return ()
        return next((p for p in self._phrases if tuple(stems[place : place + len(p)]) == p), ())


def stem(word: str) -> str:
    """A word without the ending that number and tense give it.

    >>> [stem(word) for word in ("screws", "removing", "removed", "stopped", "injuries", "drive", "driving")]
    ['screw', 'remov', 'remov', 'stop', 'injury', 'driv', 'driv']
    """
    for end, least, instead in _ENDS:
        if word.endswith(end) and len(word) > least and not word.endswith("ss"):
            word = word.removesuffix(end) + instead
            break
    is_doubled = len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls"
    return word[:-1] if is_doubled else word


def _records(pack: Pack) -> Iterable[_Record]:
    for node in pack.nodes:
        told = " ".join(markup.own_words(text) for _, text in node.prose())
        yield _Record("place", node.id, node.plain_label, markup.own_words(node.summary), _names(node), told)
    for topic in pack.topics:
        told = " ".join(markup.own_words(text) for _, text in topic.prose())
        yield _Record("topic", topic.id, topic.title, markup.own_words(topic.summary), topic.title, told)
    for finding in sorted(pack.findings, key=lambda finding: nearness(pack, finding)):
        places = " ".join(_names(pack.node[node_id]) for node_id in finding.nodes)
        head = f"{finding.outcome} {finding.plain_outcome}"
        told = f"{finding.plain} {finding.statement} {finding.population} {finding.comparator} {places}"
        yield _Record("finding", finding.finding_id, finding.plain_outcome or finding.outcome, finding.plain, head, told)
    for place, gap in enumerate(pack.gaps):
        node = pack.node[gap.node_id]
        told = f"{gap.missing} {gap.plain} {_names(node)}"
        yield _Record("gap", f"{gap.node_id}:{place}", node.plain_label, gap.said, "", told)
    for claim in pack.claims:
        yield _Record("claim", claim.claim_id, claim.claim, claim.reason, "", f"{claim.claim} {claim.reason}")


def _names(node: Node) -> str:
    return " ".join((node.plain_label, node.clinical_label, *node.also_called))
