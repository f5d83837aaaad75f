"""Findings as words and tidy tables: the one place that words a number.

The rules it keeps (docs/method.md): one group, one time and one denominator beside each number; "x in
100" beside every percentage; both frames; the range, or "range not reported"; missing is said as
loudly as a number; nothing is pooled, averaged, ranked or graded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

import networkx as nx
import pandas as pd

from pathways import checks
from pathways.model import Finding, Pack, Role, Source

ROLE_WORDS: dict[Role, str] = {
    "prevalence": "How many have it",
    "incidence": "How many get it",
    "cause_share": "Share of causes",
    "natural_history": "What happens over time",
    "benefit": "Possible benefit",
    "harm": "Possible harm",
    "risk_factor": "What goes with more or less risk",
    "test_accuracy": "How well the test tells",
    "criterion": "Rule or definition used",
    "timing": "Timing",
    "recovery": "Recovery",
    "cost": "Cost",
}
DIRECTNESS_WORDS = {
    "fusion": "people with a lumbar fusion",
    "spine_surgery": "people after other or mixed spine surgery",
    "other_population": "people without spine surgery, or any surgery",
}
DESIGN_WORDS = {
    "rct": "randomised trial",
    "systematic_review": "systematic review",
    "cohort": "cohort study",
    "registry": "registry study",
    "case_control": "case-control study",
    "cross_sectional": "survey at one time",
    "case_series": "case series (no comparison)",
    "guideline": "guideline",
    "consensus": "expert consensus",
    "narrative_review": "narrative review",
    "model": "modelling study",
    "web_page": "web page of a professional body",
}
FUNDING_WORDS = {
    "public": "publicly funded",
    "industry": "funded by industry",
    "mixed": "funded by industry and public money",
    "none": "no funding",
    "not_stated": "funding not stated",
}
READ_WORDS = {
    "full": "read in full",
    "excerpt": "read in part",
    "abstract": "read as abstract",
}
CHECKED_WORDS = {"yes": "read twice, the same both times", "no": "read once only"}
VERDICT_WORDS = {
    "supported": "Supported",
    "partly": "Partly supported",
    "contradicted": "Contradicted",
    "no_usable_evidence": "No usable evidence found",
    "not_checkable": "Not a claim that can be checked",
}
BOUNDS_WORDS = {
    "ci95": "95% confidence interval",
    "cri95": "95% credible interval",
    "range": "range",
    "iqr": "middle half of people",
    "sd": "standard deviation either side",
    "": "range of a kind not reported",
}
UNIT_WORDS = {
    "points_0_10": "points of 10",
    "points_0_100": "points of 100",
    "points_0_5": "points of 5",
    "ODI_points": "points of 100 on the disability score (ODI)",
    "SRS-22_points": "points on the SRS-22 questionnaire",
    "LEMS_points": "points of leg strength (LEMS)",
    "SMD": "standard deviations (standardised difference)",
    "ml": "mL",
    "percent": "percent",
    "percentage_points": "percentage points",
    "percent_per_year": "percent a year",
    "correlation_r": "(correlation)",
    "MME_per_day": "mg morphine equivalents a day",
    "GBP": "pounds",
    "USD": "US dollars",
    "USD_per_QALY": "US dollars for a year in good health (QALY)",
    "ratio": "",
}
MEASURE_WORDS = {
    "mean_difference": "difference",
    "mean": "average",
    "median": "middle value",
    "odds_ratio": "odds ratio",
    "risk_ratio": "risk ratio",
    "duration": "time",
    "threshold": "limit used",
    "range": "range",
    "sensitivity": "sensitivity",
    "specificity": "specificity",
    "proportion": "share",
}
RANGE_NOT_REPORTED = "range not reported"
NOT_KNOWN = "not known"


def per_for(findings: Iterable[Finding]) -> int:
    """The one denominator for a table: 1,000 if it holds a share below 1 in 100, else 100."""
    shares = [number for finding in findings for number in _shares(finding)]
    return 1000 if any(0 < share < 1 for share in shares) else 100


def _shares(finding: Finding) -> list[Decimal]:
    if not is_share(finding):
        return []
    numbers = (finding.value, finding.low, finding.high, finding.comparator_value)
    return [number for number in numbers if number is not None]


def is_share(finding: Finding) -> bool:
    """Is the figure a share of people or things, so that it may be said as "x in 100"?"""
    return finding.unit == "percent" and finding.measure in {*checks.SHARE_MEASURES, "range"}


def in_people(percent: Decimal, per: int = 100) -> str:
    """A percentage as people.

    >>> in_people(Decimal("20.8"))
    'about 21 in 100'
    >>> in_people(Decimal("0.46"), per=1000)
    'about 5 in 1,000'
    >>> in_people(Decimal("59"))
    '59 in 100'
    """
    exact = percent * per / 100
    if exact == exact.to_integral_value():
        return f"{int(exact)} in {per:,}"
    return f"about {_whole(exact)} in {per:,}" if exact >= 1 else f"fewer than 1 in {per:,}"


def _whole(number: Decimal) -> int:
    return int(number.quantize(Decimal(1), ROUND_HALF_UP))


def amount(finding: Finding, per: int = 100) -> str:
    """The figure in words: counts first, "x in 100" beside every percentage.

    An empty string if the source gives words and no figure.
    """
    if finding.value is None:
        return spread(finding, per) if finding.low is not None or finding.high is not None else ""
    if not is_share(finding):
        return _measured(finding, finding.value)
    share = f"{in_people(finding.value, per)} ({finding.value}%)"
    if finding.events is not None and finding.total:
        share = f"{finding.events:,} of {finding.total:,}, {share}"
    return f"{finding.measure} {share}" if finding.measure in ("sensitivity", "specificity") else share


def _measured(finding: Finding, number: Decimal) -> str:
    measure = MEASURE_WORDS.get(finding.measure, "")
    unit = UNIT_WORDS.get(finding.unit, finding.unit)
    return " ".join(part for part in (measure, _number(number), unit) if part)


def _number(number: Decimal) -> str:
    return f"{number:,}".replace("-", "\N{MINUS SIGN}")


def both_frames(finding: Finding, per: int = 100) -> str:
    """The event and the other side of it: "21 in 100 yes, 79 in 100 no"; blank if no share of people."""
    if finding.value is None or finding.measure != "proportion" or not is_share(finding):
        return ""
    exact = finding.value * per / 100
    if 0 < exact < 1:
        return f"fewer than 1 in {per:,} yes, more than {per - 1:,} in {per:,} no"
    yes = _whole(exact)
    about = "" if exact == yes else "about "
    return f"{about}{yes:,} in {per:,} yes, {about}{per - yes:,} in {per:,} no"


def comparison(finding: Finding, per: int = 100) -> str:
    """What the figure stands beside, with the comparator's own figure where the source gives it."""
    if not finding.comparator and finding.comparator_value is None:
        return ""
    beside = "checked against" if finding.role == "test_accuracy" else "compared with"
    name = f"{beside} {finding.comparator or 'the other group'}"
    if finding.comparator_value is None:
        return name
    if not is_share(finding):
        unit = UNIT_WORDS.get(finding.unit, finding.unit)
        return f"{name}: {_number(finding.comparator_value)} {unit}".rstrip()
    share = f"{in_people(finding.comparator_value, per)} ({finding.comparator_value}%)"
    if finding.comparator_events is not None and finding.comparator_total:
        share = f"{finding.comparator_events:,} of {finding.comparator_total:,}, {share}"
    return f"{name}: {share}"


def spread(finding: Finding, per: int = 100) -> str:
    """The range of the figure in words, or that it was not reported."""
    low, high = finding.low, finding.high
    if low is None and high is None:
        return "" if finding.measure in ("text", "threshold") else RANGE_NOT_REPORTED
    kind = BOUNDS_WORDS[finding.bounds]
    unit = "%" if finding.unit == "percent" else f" {UNIT_WORDS.get(finding.unit, finding.unit)}".rstrip()
    if low is None:
        return f"{kind} up to {_number(high)}{unit}"
    if high is None:
        return f"{kind} from {_number(low)}{unit}"
    return f"{kind} {_number(low)} to {_number(high)}{unit}{_range_in_people(finding, per)}"


def _range_in_people(finding: Finding, per: int) -> str:
    if not is_share(finding) or finding.low is None or finding.high is None:
        return ""
    low, high = (n * per / 100 for n in (finding.low, finding.high))
    return f" ({_people(low)} to {_people(high)} in {per:,})"


def _people(number: Decimal) -> str:
    """A whole number of people, or one decimal where rounding would swallow a small number."""
    return str(_whole(number)) if number >= 1 or number == 0 else str(number.quantize(Decimal("0.1"), ROUND_HALF_UP))


def group(finding: Finding) -> str:
    return finding.population or "group not reported"


def time(finding: Finding) -> str:
    """When it was measured.

    >>> from types import SimpleNamespace
    >>> time(SimpleNamespace(follow_up_months=Decimal("24")))
    'at 24 months (2 years)'
    """
    months = finding.follow_up_months
    if months is None:
        return "time not reported"
    if months == 0:
        return "during the hospital stay or at once"
    years, rest = divmod(months, 12)
    in_years = f" ({int(years)} {'year' if years == 1 else 'years'})" if years and not rest else ""
    return f"at {months.normalize():f} {'month' if months == 1 else 'months'}{in_years}"


def citation(source: Source) -> str:
    """Who, when, what and where; what is not known is said to be not known."""
    authors = _first_authors(source.authors) or f"authors {NOT_KNOWN}"
    year = source.year or f"year {NOT_KNOWN}"
    title = f"title {NOT_KNOWN}: {source.title}" if "exact title" in source.incomplete else source.title
    return f"{authors} ({year}). {title}. {source.journal or f'Journal {NOT_KNOWN}'}."


def short_citation(source: Source) -> str:
    """First author and year, such as "Weir and others 2017"."""
    names = [name.strip() for name in source.authors.split(",") if name.strip()]
    if not names:
        return f"authors {NOT_KNOWN}, {source.year or f'year {NOT_KNOWN}'}"
    first = names[0].removesuffix("et al.").removesuffix("et al").strip()
    others = " and others" if len(names) > 1 or first != names[0] else ""
    return f"{first}{others} {source.year or f'(year {NOT_KNOWN})'}"


def _first_authors(authors: str, most: int = 3) -> str:
    names = [name.strip() for name in authors.split(",") if name.strip()]
    return ", ".join(names[:most]) + (" and others" if len(names) > most else "")


def size(finding: Finding, source: Source) -> str:
    """How many were counted for the figure, or else in the whole source."""
    if finding.total is not None:
        return f"{finding.total:,} counted"
    return f"{source.n:,} in the whole source" if source.n else "size not reported"


def study(pack: Pack, finding: Finding) -> str:
    """The facts that say how firmly a figure stands; facts, not a grade."""
    source = pack.source[finding.source_id]
    facts = (
        DESIGN_WORDS[source.design],
        size(finding, source),
        FUNDING_WORDS[source.funding],
        READ_WORDS[source.read],
        CHECKED_WORDS[finding.checked],
    )
    return ", ".join(facts)


def findings_table(pack: Pack, findings: Sequence[Finding]) -> pd.DataFrame:
    """One row a finding, in words; directness first (people with a fusion), then the pack's order.

    Columns: finding_id, role, outcome, plain, statement, amount, frames, compared, spread, group, time,
    directness, design, size, funding, checked, caution, second_hand, conflicts, citation, link.
    """
    per = per_for(findings)
    ordered = sorted(findings, key=lambda finding: list(DIRECTNESS_WORDS).index(finding.directness))
    return pd.DataFrame([_row(pack, finding, per) for finding in ordered], columns=list(TABLE_COLUMNS))


TABLE_COLUMNS = {
    "finding_id": "Finding",
    "role": "Kind",
    "outcome": "Outcome",
    "plain": "What was found",
    "statement": "For clinicians",
    "amount": "Figure",
    "frames": "Both sides",
    "compared": "Compared with",
    "spread": "Range",
    "group": "Group",
    "time": "Time",
    "directness": "Who was studied",
    "design": "Design",
    "size": "Size",
    "funding": "Funding",
    "checked": "Checked",
    "caution": "Caution",
    "second_hand": "Quoted from",
    "conflicts": "Conflicts with",
    "source_id": "Source id",
    "citation": "Source",
    "link": "Link",
}
"""The columns of a table of findings with their headings."""


def _row(pack: Pack, finding: Finding, per: int) -> dict[str, str]:
    source = pack.source[finding.source_id]
    return {
        "finding_id": finding.finding_id,
        "role": ROLE_WORDS[finding.role],
        "outcome": finding.outcome,
        "plain": finding.plain,
        "statement": finding.statement,
        "amount": amount(finding, per),
        "frames": both_frames(finding, per),
        "compared": comparison(finding, per),
        "spread": spread(finding, per),
        "group": group(finding),
        "time": time(finding),
        "directness": DIRECTNESS_WORDS[finding.directness],
        "design": DESIGN_WORDS[source.design],
        "size": size(finding, source),
        "funding": FUNDING_WORDS[source.funding],
        "checked": CHECKED_WORDS[finding.checked],
        "caution": finding.caution,
        "second_hand": finding.second_hand,
        "conflicts": "; ".join(finding.conflicts_with),
        "source_id": source.source_id,
        "citation": citation(source),
        "link": source.link or f"link {NOT_KNOWN}",
    }


def conflicts(pack: Pack, findings: Iterable[Finding]) -> list[tuple[Finding, ...]]:
    """Groups of findings that say something else of the same thing, each group in the pack's order.

    A group holds the given findings and those that they conflict with, wherever these stand.
    """
    graph: nx.Graph[str] = nx.Graph()
    for finding in findings:
        graph.add_edges_from((finding.finding_id, other) for other in finding.conflicts_with)
    place = {finding_id: position for position, finding_id in enumerate(pack.finding)}
    groups = [sorted(group, key=place.__getitem__) for group in nx.connected_components(graph)]
    return [tuple(pack.finding[i] for i in group) for group in sorted(groups, key=lambda g: place[g[0]])]


def why_they_may_differ(pack: Pack, findings: Sequence[Finding]) -> str:
    """One sentence on what is not the same in findings that disagree."""
    sources = [pack.source[finding.source_id] for finding in findings]
    facts = {
        "the groups studied": [finding.population for finding in findings],
        "the time of measuring": [finding.follow_up_months for finding in findings],
        "what they were compared with": [finding.comparator for finding in findings],
        "what was counted": [finding.outcome for finding in findings],
        "the kind of study": [source.design for source in sources],
        "who paid": [source.funding for source in sources],
    }
    differing = [name for name, values in facts.items() if len(set(values)) > 1]
    if not differing:
        return "They give the same group, time and kind of study, so the reason they differ is not known."
    return f"They may differ because these are not the same: {', '.join(differing)}."
