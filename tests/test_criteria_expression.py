"""The language of conditions: its grammar, and how it says what it does not understand."""

from __future__ import annotations

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.criteria.expression import (
    DEEPEST,
    LONGEST,
    Among,
    Compared,
    Either,
    Every,
    ExpressionError,
    Not,
    facts_of,
    parsed,
)

HOT = Compared("warmth", ">=", Decimal(60))
MILK = Among("milk", ("yes",))
OLD = Among("leaves", ("old", "wet"))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("warmth >= 60", HOT),
        ("warmth>=60", HOT),
        ("warmth > -2.5", Compared("warmth", ">", Decimal("-2.5"))),
        ("dry_months <= thirst_months", Compared("dry_months", "<=", "thirst_months")),
        ("milk is yes", MILK),
        ("leaves in {old, wet}", OLD),
        ("leaves in { old,wet }", OLD),
        ("((milk is yes))", MILK),
        ("not milk is yes", Not(MILK)),
        ("not not milk is yes", Not(Not(MILK))),
        ("milk is yes and leaves in {old, wet}", Every((MILK, OLD))),
        ("milk is yes or leaves in {old, wet} and warmth >= 60", Either((MILK, Every((OLD, HOT))))),
        ("(milk is yes or leaves in {old, wet}) and warmth >= 60", Every((Either((MILK, OLD)), HOT))),
        ("not milk is yes and warmth >= 60", Every((Not(MILK), HOT))),
        ("milk is yes or milk is yes or milk is yes", Either((MILK, MILK, MILK))),
    ],
)
def test_an_expression_becomes_its_tree(text: str, tree: object) -> None:
    assert parsed(text) == tree


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "At the beginning it ends."),
        ("milk", "After 'milk' it ends."),
        ("milk is", "After 'milk is' it ends."),
        ("milk is yes and", "After 'milk is yes and' it ends."),
        ("milk is yes no", "After 'milk is yes' stands 'no'."),
        ("(milk is yes", "After '( milk is yes' it ends."),
        ("milk in {}", "After 'milk in {' stands '}'."),
        ("milk in {yes no}", "After 'milk in { yes' stands 'no'."),
        ("milk is 3", "After 'milk is' stands '3'."),
        ("warmth >= and", "After 'warmth >=' stands 'and'."),
        ("and milk is yes", "At the beginning stands 'and'."),
        ("milk is unknown or not", "After 'is unknown or not' it ends."),
        ("warmth == 60", "'== 60' cannot be read."),
        ("warmth >= 60%", "'%' cannot be read."),
        ("warmth >= 1e9", "'1e9' cannot be read."),
        ("warmth >= 1.2.3", "'1.2.3' cannot be read."),
        ("Milk is yes", "'Milk is yes' cannot be read."),
        ("__import__('os')", "\"__import__('os')\" cannot be read."),
        ("warmth + 1 > 60", "'+ 1 > 60' cannot be read."),
    ],
)
def test_what_breaks_the_grammar_is_said_with_its_place_and_its_mend(text: str, says: str) -> None:
    with pytest.raises(ExpressionError) as refusal:
        parsed(text)
    assert refusal.value.wrong == says
    assert refusal.value.mend.endswith(".")


def test_an_expression_that_is_too_long_or_too_deep_is_refused_before_it_can_do_harm() -> None:
    too_long = " or ".join(["milk is yes"] * (LONGEST // 10))
    for text in (too_long, "(" * 900, "not " * 200 + "a is b", "(" * (DEEPEST + 1) + "a is b" + ")" * 21):
        with pytest.raises(ExpressionError):
            parsed(text)
    assert parsed("(" * DEEPEST + "milk is yes" + ")" * DEEPEST) == MILK


@given(st.text(st.sampled_from("abis noandr(){}<>=,.-0159_ \n"), max_size=60))
def test_any_text_is_a_tree_or_is_refused_in_one_way(text: str) -> None:
    with contextlib.suppress(ExpressionError):
        assert facts_of(parsed(text))
