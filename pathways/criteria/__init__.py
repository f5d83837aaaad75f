"""Published criteria held against a case: met, not met or unknown, and on what each rests.

An expression is parsed (``expression``), held against the facts that a pack knows (``fit``), and evaluated in
three values (``kleene``, ``evaluation``). What was entered of a case are its ``answers``, and ``reading``
holds every criterion of a pack against them. Nothing is weighed, counted or put in order here, and nothing is
remembered: a state is computed from the answers alone.
"""

from pathways.criteria.answers import Answers, answers_of
from pathways.criteria.evaluation import Outcome, evaluated
from pathways.criteria.expression import ExpressionError, parsed
from pathways.criteria.reading import CaseReading, CriterionReading, read_case

__all__ = [
    "Answers",
    "CaseReading",
    "CriterionReading",
    "ExpressionError",
    "Outcome",
    "answers_of",
    "evaluated",
    "parsed",
    "read_case",
]
