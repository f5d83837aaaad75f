"""The tree of a test: whole numbers that add up, one test of one study, nothing from one figure alone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.charts import natural_frequencies as tree_of_test
from pathways.charts.natural_frequencies import Accuracy, FrequencyTree
from pathways.model import Pack

PERCENT = st.decimals(0, 100, places=1)


def pair_of(pack: Pack, node_id: str) -> Accuracy:
    (pair,) = tree_of_test.paired_accuracy(pack, node_id)
    return pair


def tree_of(pack: Pack, node_id: str, share: int = 20) -> FrequencyTree:
    return tree_of_test.frequency_tree(pack, pair_of(pack, node_id), Decimal(share))


@pytest.mark.parametrize(
    ("node_id", "sensitivity", "specificity"),
    [
        ("ct", "ct-02", "ct-03"),
        ("blood_tests", "occult-infection-03", "occult-infection-04"),
        ("questionnaires", "questionnaires-03", "questionnaires-04"),
        ("diagnostic_injection", "diagnostic-injection-01", "diagnostic-injection-02"),
        ("cauda_equina", "cauda-equina-06", "cauda-equina-07"),
    ],
)
def test_pairs_are_found_at_their_node(
    real_pack: Pack, node_id: str, sensitivity: str, specificity: str
) -> None:
    pair = pair_of(real_pack, node_id)
    assert (pair.sensitivity.finding_id, pair.specificity.finding_id) == (sensitivity, specificity)


def test_tests_of_one_study_are_never_crossed(real_pack: Pack) -> None:
    """One study gives CT, MRI and X-ray against the same torque, but a specificity only for CT."""
    for node_id in real_pack.node:
        for pair in tree_of_test.paired_accuracy(real_pack, node_id):
            assert pair.sensitivity.source_id == pair.specificity.source_id
            assert pair.sensitivity.comparator == pair.specificity.comparator
            assert "MRI" not in pair.test
            assert "X-ray" not in pair.test


@pytest.mark.parametrize("node_id", ["mri", "xray", "bone_scan"])
def test_one_figure_alone_gives_no_tree_and_that_is_said(real_pack: Pack, node_id: str) -> None:
    assert tree_of_test.paired_accuracy(real_pack, node_id) == ()
    unpaired = tree_of_test.unpaired(real_pack, node_id)
    assert unpaired
    assert all("Only the sensitivity is known" in left.reason for left in unpaired)


def test_every_accuracy_figure_is_in_a_tree_or_said_to_be_alone(real_pack: Pack) -> None:
    for node_id, findings in real_pack.findings_of.items():
        figures = {f.finding_id for f in findings if f.measure in ("sensitivity", "specificity")}
        paired = {
            f.finding_id
            for pair in tree_of_test.paired_accuracy(real_pack, node_id)
            for f in (pair.sensitivity, pair.specificity)
        }
        alone = {left.finding.finding_id for left in tree_of_test.unpaired(real_pack, node_id)}
        assert paired | alone == figures
        assert not paired & alone


def test_an_explicit_pair_with_the_wrong_measures_is_refused(real_pack: Pack) -> None:
    pair = pair_of(real_pack, "ct")
    with pytest.raises(ValueError, match="gives no sensitivity"):
        Accuracy(pair.specificity, pair.sensitivity)


def test_a_range_without_a_value_is_no_half_of_a_pair(real_pack: Pack) -> None:
    with pytest.raises(ValueError, match="cauda-equina-04"):
        Accuracy(real_pack.finding["cauda-equina-04"], real_pack.finding["cauda-equina-07"])


def test_the_tree_of_ct_at_a_share_of_20_in_100(real_pack: Pack) -> None:
    tree = tree_of(real_pack, "ct")
    assert (tree.ill, tree.well) == (20, 80)
    assert (tree.found.number, tree.missed.number) == (13, 7)
    assert (tree.false_alarms.number, tree.cleared.number) == (3, 77)


def test_fewer_than_one_missed_is_not_said_as_none(real_pack: Pack) -> None:
    tree = tree_of(real_pack, "ct", 1)
    assert (tree.found.number, tree.missed.number) == (1, 0)
    assert "fewer than 1 are missed" in tree.negative_words
    assert "misses fewer than 1." in tree_of_test.alt_text(tree)


@given(PERCENT, PERCENT, PERCENT)
def test_the_counts_always_add_up(
    real_pack: Pack, share: Decimal, sensitivity: Decimal, specificity: Decimal
) -> None:
    pair = pair_of(real_pack, "ct")
    given_pair = Accuracy(
        pair.sensitivity.model_copy(update={"value": sensitivity}),
        pair.specificity.model_copy(update={"value": specificity}),
    )
    tree = tree_of_test.frequency_tree(real_pack, given_pair, share)
    counts = (tree.found, tree.missed, tree.false_alarms, tree.cleared)
    assert tree.ill + tree.well == 100
    assert tree.found.number + tree.missed.number == tree.ill
    assert tree.false_alarms.number + tree.cleared.number == tree.well
    assert all(count.number >= 0 for count in counts)
    assert abs(tree.found.number - tree.ill * sensitivity / 100) <= Decimal("0.5")
    assert abs(tree.cleared.number - tree.well * specificity / 100) <= Decimal("0.5")


@given(st.integers(0, 100))
def test_ranges_enclose_the_counts_where_both_figures_have_one(real_pack: Pack, share: int) -> None:
    tree = tree_of(real_pack, "diagnostic_injection", share)
    assert tree.has_range
    for count in (tree.found, tree.missed, tree.false_alarms, tree.cleared):
        assert count.low is not None
        assert count.high is not None
        assert count.low <= count.number <= count.high


def test_without_both_ranges_none_is_shown_and_that_is_said(real_pack: Pack) -> None:
    tree = tree_of(real_pack, "ct")
    assert not tree.has_range
    assert tree.range_words.count("range not reported") == 2
    assert "range not reported" in tree_of_test.alt_text(tree)


@pytest.mark.parametrize("share", [Decimal(-1), Decimal("100.1")])
def test_a_share_outside_0_to_100_is_refused(real_pack: Pack, share: Decimal) -> None:
    with pytest.raises(ValueError, match="between 0 and 100"):
        tree_of_test.frequency_tree(real_pack, pair_of(real_pack, "ct"), share)


@pytest.mark.parametrize("share", [0, 100])
def test_a_side_without_anyone_is_said_in_words(real_pack: Pack, share: int) -> None:
    tree = tree_of(real_pack, "ct", share)
    assert tree.ill == share
    assert all(words.endswith(".") for words in (tree.positive_words, tree.negative_words))


def test_the_share_is_said_to_be_the_readers_own(real_pack: Pack) -> None:
    tree = tree_of(real_pack, "ct", 15)
    words = " ".join(a.text.replace("<br>", " ") for a in tree_of_test.figure(tree).layout.annotations)
    assert tree.share_words == "If 15 in 100 have it:"
    assert tree.share_words in words
    assert tree.share_words in tree_of_test.alt_text(tree)


def test_screws_are_not_called_people(real_pack: Pack) -> None:
    assert pair_of(real_pack, "ct").counted == "screws"
    assert pair_of(real_pack, "questionnaires").counted == "people"
    assert "100 screws tested" in tree_of_test.alt_text(tree_of(real_pack, "ct"))


def test_what_was_counted_is_read_from_its_column_and_not_from_the_sentence(real_pack: Pack) -> None:
    told = real_pack.finding["ct-02"]
    other_words = told.model_copy(update={"plain": "A scan found about 65 of 100."})
    specificity = real_pack.finding["ct-03"]
    assert tree_of_test.Accuracy(other_words, specificity).counted == "screws"
    blank = told.model_copy(update={"counted": ""})
    assert tree_of_test.Accuracy(blank, specificity).counted == "people"


def test_figures_that_count_different_things_are_no_pair(real_pack: Pack) -> None:
    people = real_pack.finding["ct-03"].model_copy(update={"counted": ""})
    findings = tuple(people if f.finding_id == "ct-03" else f for f in real_pack.findings)
    assert not tree_of_test.paired_accuracy(real_pack.model_copy(update={"findings": findings}), "ct")


def test_the_figure_holds_every_count(real_pack: Pack) -> None:
    tree = tree_of(real_pack, "diagnostic_injection")
    words = [a.text for a in tree_of_test.figure(tree).layout.annotations]
    for number in (100, tree.ill, tree.well):
        assert any(text.startswith(f"<b>{number:,}</b>") for text in words)
    for count in (tree.found, tree.missed, tree.false_alarms, tree.cleared):
        assert any(text.startswith(f"<b>{count.number}</b><br>{count.range_words}") for text in words)


def test_wrong_results_differ_by_their_edge_and_not_by_colour(real_pack: Pack) -> None:
    shapes = tree_of_test.figure(tree_of(real_pack, "ct")).layout.shapes
    dashes = [(shape.name, shape.line.dash) for shape in shapes if shape.type == "rect"]
    assert dashes.count(("wrong", "4px,3px")) == 2
    assert dashes.count(("right", "solid")) == 5


def test_the_table_adds_up(real_pack: Pack) -> None:
    table = tree_of_test.table(tree_of(real_pack, "ct"))
    for _, (_, ill, well, every) in table.iterrows():
        assert int(ill) + int(well) == int(every)
    assert table.iloc[2]["All"] == "100"
