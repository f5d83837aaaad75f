"""A test as a tree: of 100 tested, how many results are right and how many are wrong.

A tree needs the sensitivity and the specificity of one test in one study, and the share of the tested
who have the condition, which the reader sets. If only one of the two is known, nothing is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd
import plotly.graph_objects as go

from pathways.charts import style
from pathways.charts.style import Excluded
from pathways.evidence import Reading, reading, whole
from pathways.model import Finding, Pack
from pathways.text.sentences import capitalised, joined, sentence
from pathways.theme import LIGHT, Colours

TESTED = 100
"""How many are tested in the tree."""

_MEASURE_WORD = re.compile(r"\b(?:sensitivity|specificity)\b(?: of)?|:", re.IGNORECASE)
_LEVEL = 74
"""Distance from one level of the tree to the next, in pixels."""
_BOX = 46
"""Height of a box of the upper levels, in pixels."""
_LEAF = 104
"""Height of a box of the lowest level, in pixels."""


@dataclass(frozen=True)
class Accuracy:
    """Sensitivity and specificity of one test, from one study or paired on purpose.

    Raises:
        ValueError: the findings have the wrong measures, or no value in percent.
    """

    sensitivity: Finding
    specificity: Finding

    def __post_init__(self) -> None:
        for finding, measure in ((self.sensitivity, "sensitivity"), (self.specificity, "specificity")):
            if finding.measure != measure or finding.unit != "percent" or finding.value is None:
                raise ValueError(f"{finding.finding_id} gives no {measure} in percent.")

    @property
    def test(self) -> str:
        """What was tested for, by what: the outcome without the name of the measure."""
        return _test_of(self.sensitivity)

    @property
    def counted(self) -> str:
        """What the study tested one by one: people, or the things that the finding names."""
        return self.sensitivity.counted or "people"


def _test_of(finding: Finding) -> str:
    """The outcome without the word of the measure: the same for both figures of one test.

    >>> from types import SimpleNamespace
    >>> _test_of(SimpleNamespace(outcome="Sip sensitivity for an old leaf"))
    'Sip for an old leaf'
    """
    words = " ".join(_MEASURE_WORD.sub(" ", finding.outcome).split())
    return capitalised(words)


def paired_accuracy(pack: Pack, node_id: str) -> tuple[Accuracy, ...]:
    """The tests of a node of which both figures are known, in the pack's order.

    Two findings are a pair if they share the source, what they were checked against, what they counted and
    the outcome apart from the name of the measure; a study may hold several tests, which are never crossed.
    """
    known = [finding for finding in pack.findings_of[node_id] if finding.value is not None]
    sensitivities = [finding for finding in known if finding.measure == "sensitivity"]
    specificities = {_test_key(finding): finding for finding in known if finding.measure == "specificity"}
    return tuple(
        Accuracy(finding, specificities[_test_key(finding)])
        for finding in sensitivities
        if _test_key(finding) in specificities
    )


def _test_key(finding: Finding) -> tuple[str, ...]:
    words = (finding.comparator, finding.counted, _test_of(finding))
    return finding.source_id, *(word.casefold() for word in words)


def unpaired(pack: Pack, node_id: str) -> tuple[Excluded, ...]:
    """The figures of a node that give no tree because the other half is not known, with these words."""
    paired = {
        f.finding_id for pair in paired_accuracy(pack, node_id) for f in (pair.sensitivity, pair.specificity)
    }
    other = {"sensitivity": "specificity", "specificity": "sensitivity"}
    return tuple(
        Excluded(f, f"Only the {f.measure} is known, not the {other[f.measure]}, so no tree can be drawn.")
        for f in pack.findings_of[node_id]
        if f.measure in other and f.finding_id not in paired
    )


@dataclass(frozen=True)
class Count:
    """A number of the tested, and its range where both figures have one; ``is_some``: not quite nobody.

    >>> str(Count(0, is_some=True)), str(Count(12, 9, 14))
    ('fewer than 1', '12 (9 to 14)')
    """

    number: int
    low: int | None = None
    high: int | None = None
    is_some: bool = False

    @property
    def range_words(self) -> str:
        return "" if self.low is None or self.high is None else f"{self.low} to {self.high}"

    @property
    def words(self) -> str:
        """The number; where rounding would say nobody, that it is fewer than one."""
        return "fewer than 1" if self.number == 0 and self.is_some else f"{self.number}"

    def __str__(self) -> str:
        return self.words + (f" ({self.range_words})" if self.range_words else "")


@dataclass(frozen=True)
class FrequencyTree:
    """Whole numbers that add up: ``found + missed == ill``, ``false_alarms + cleared == well``."""

    __test__ = False  # the name begins as pytest's classes do

    accuracy: Accuracy
    share: Decimal
    ill: int
    well: int
    found: Count
    missed: Count
    false_alarms: Count
    cleared: Count
    told: tuple[Reading, Reading]

    @property
    def has_range(self) -> bool:
        return bool(self.found.range_words)

    @property
    def share_words(self) -> str:
        """The share that the reader set; it is no finding."""
        return f"If {whole(self.share * TESTED / 100):,} in {TESTED:,} have it:"

    @property
    def positive_words(self) -> str:
        return self._results("positive", self.found, "right", self.false_alarms, "false alarms")

    @property
    def negative_words(self) -> str:
        return self._results("negative", self.cleared, "right", self.missed, "missed")

    @staticmethod
    def _results(result: str, right: Count, right_name: str, wrong: Count, wrong_name: str) -> str:
        every = right.number + wrong.number
        if not every:
            return f"No result is {result}."
        said = f"{right.words} are {right_name} and {wrong.words} are {wrong_name}"
        return f"Of {every:,} {result} results, {said}."

    @property
    def range_words(self) -> str:
        """The ranges that the two figures have, or that one or both were not reported."""
        return sentence(joined([f"{told.estimate}, {told.interval}" for told in self.told]))

    @property
    def beside_words(self) -> str:
        return sentence(self.told[0].compared or "checked against: not reported")


def frequency_tree(pack: Pack, accuracy: Accuracy, share: Decimal) -> FrequencyTree:
    """The results of a test among :data:`TESTED`, if ``share`` percent of them have the condition.

    Raises:
        ValueError: ``share`` is not between 0 and 100.
    """
    if not 0 <= share <= 100:
        raise ValueError(f"The share is {share} percent; it must lie between 0 and 100.")
    ill = whole(share * TESTED / 100)
    well = TESTED - ill
    found, missed = _right_and_wrong(ill, accuracy.sensitivity, ranged=_both_ranged(accuracy))
    cleared, false_alarms = _right_and_wrong(well, accuracy.specificity, ranged=_both_ranged(accuracy))
    told = (reading(pack, accuracy.sensitivity), reading(pack, accuracy.specificity))
    return FrequencyTree(accuracy, share, ill, well, found, missed, false_alarms, cleared, told)


frequency_tree.__test__ = False  # type: ignore[attr-defined]  # the name begins as pytest's functions do


def _both_ranged(accuracy: Accuracy) -> bool:
    pair = (accuracy.sensitivity, accuracy.specificity)
    return all(finding.low is not None and finding.high is not None for finding in pair)


def _right_and_wrong(total: int, finding: Finding, *, ranged: bool) -> tuple[Count, Count]:
    """How many of ``total`` the test calls right, and the others; each right one is not a wrong one."""
    exact = total * (finding.value or Decimal(0)) / 100
    right = whole(exact)
    some_right, some_wrong = exact > 0, exact < total
    if not ranged:
        return Count(right, is_some=some_right), Count(total - right, is_some=some_wrong)
    low, high = _part(total, finding.low), _part(total, finding.high)
    return Count(right, low, high, some_right), Count(total - right, total - high, total - low, some_wrong)


def _part(total: int, percent: Decimal | None) -> int:
    return whole(total * (percent or Decimal(0)) / 100)


def figure(tree: FrequencyTree, palette: Colours = LIGHT) -> go.Figure:
    """The tree from the tested to the four results: dashed boxes are wrong results, tinted ones positive."""
    head = (
        *style.lines_of(tree.accuracy.test, heading=True, letters=34),
        *style.lines_of(tree.share_words, quiet=True),
    )
    top = 8 + style.height_of(head) + 10
    leaves_top = top + 2 * _LEVEL
    tail = _tail(tree)
    height = leaves_top + _LEAF + 14 + style.height_of(tail) + 8
    drawing = style.frame(height, palette)
    drawing.update_xaxes(range=[0, 4])
    style.write(drawing, head, 8, palette)
    _draw_branches(drawing, top, palette)
    for box in _boxes(tree, top):
        _draw_box(drawing, box, palette)
    style.write(drawing, tail, leaves_top + _LEAF + 14, palette)
    return drawing


def _tail(tree: FrequencyTree) -> tuple[style.Line, ...]:
    return (
        *style.lines_of(tree.positive_words, strong=True),
        *style.lines_of(tree.negative_words, strong=True),
        *style.lines_of(tree.range_words),
        *style.lines_of(tree.beside_words, quiet=True),
        *style.lines_of(sentence(tree.told[0].population), quiet=True),
    )


@dataclass(frozen=True)
class _Box:
    """A box of the tree; ``centre`` counts quarters of the width, ``top`` and ``height`` pixels."""

    words: str
    centre: float
    width: float
    top: float
    height: float
    wrong: bool = False
    positive: bool = False


def _boxes(tree: FrequencyTree, top: float) -> tuple[_Box, ...]:
    counted = tree.accuracy.counted
    leaves = (
        (tree.found, "positive:<br>right", False, True),
        (tree.missed, "negative:<br>missed", True, False),
        (tree.false_alarms, "positive:<br>false<br>alarm", True, True),
        (tree.cleared, "negative:<br>right", False, False),
    )
    return (
        _Box(f"<b>{TESTED:,}</b> {counted} tested", 2, 2.2, top, _BOX),
        _Box(f"<b>{tree.ill:,}</b> have it", 1, 1.5, top + _LEVEL, _BOX),
        _Box(f"<b>{tree.well:,}</b> do not", 3, 1.5, top + _LEVEL, _BOX),
        *(
            _Box(_leaf_words(count, words), place + 0.5, 0.92, top + 2 * _LEVEL, _LEAF, wrong, positive)
            for place, (count, words, wrong, positive) in enumerate(leaves)
        ),
    )


def _leaf_words(count: Count, words: str) -> str:
    between = f"<br>{count.range_words}" if count.range_words else ""
    number = count.words.replace("fewer than ", "fewer<br>than ")
    return f"<b>{number}</b>{between}<br>{words}"


def _draw_branches(drawing: go.Figure, top: float, palette: Colours) -> None:
    for parent, child, level in ((2, 1, 0), (2, 3, 0), (1, 0.5, 1), (1, 1.5, 1), (3, 2.5, 1), (3, 3.5, 1)):
        drawing.add_shape(
            type="line",
            name="branch",
            x0=parent,
            x1=child,
            y0=top + level * _LEVEL + _BOX,
            y1=top + (level + 1) * _LEVEL,
            line={"color": palette.quiet, "width": 1.5},
        )


def _draw_box(drawing: go.Figure, box: _Box, palette: Colours) -> None:
    drawing.add_shape(
        type="rect",
        name="wrong" if box.wrong else "right",
        x0=box.centre - box.width / 2,
        x1=box.centre + box.width / 2,
        y0=box.top,
        y1=box.top + box.height,
        fillcolor=palette.rule if box.positive else "rgba(0,0,0,0)",
        line={"color": palette.ink, "width": 2, "dash": "4px,3px" if box.wrong else "solid"},
    )
    drawing.add_annotation(
        text=box.words,
        x=box.centre,
        y=box.top + box.height / 2,
        xref="x",
        showarrow=False,
        borderpad=0,
        font_size=13,
    )


def alt_text(tree: FrequencyTree) -> str:
    """The picture for a reader who does not see it."""
    counted = tree.accuracy.counted
    tested = f"of {TESTED:,} {counted} tested, {tree.ill:,} have it and {tree.well:,} do not"
    opening = f"{tree.accuracy.test}: {tested}."
    ill = f"Of the {tree.ill:,} who have it, the test finds {tree.found} and misses {tree.missed}."
    well = (
        f"Of the {tree.well:,} who do not, it is negative in {tree.cleared}"
        f" and positive by mistake in {tree.false_alarms}."
    )
    return " ".join(
        (tree.share_words, opening, ill, well, tree.positive_words, tree.negative_words, _said(tree))
    )


def _said(tree: FrequencyTree) -> str:
    return f"{tree.range_words} {tree.beside_words}"


TABLE_COLUMNS = ("", "Have it", "Do not have it", "All")


def table(tree: FrequencyTree) -> pd.DataFrame:
    """The four results with their sums, as words: rows positive, negative and all."""
    rows: Iterable[tuple[str, str, str, str]] = (
        (
            "Test positive",
            str(tree.found),
            str(tree.false_alarms),
            f"{tree.found.number + tree.false_alarms.number:,}",
        ),
        (
            "Test negative",
            str(tree.missed),
            str(tree.cleared),
            f"{tree.missed.number + tree.cleared.number:,}",
        ),
        ("All", f"{tree.ill:,}", f"{tree.well:,}", f"{TESTED:,}"),
    )
    return pd.DataFrame(list(rows), columns=list(TABLE_COLUMNS))
