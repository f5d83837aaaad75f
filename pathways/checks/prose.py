"""Prose: its marks lead somewhere, it holds no number, and patients can read it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pathways.checks.rule import Problems
from pathways.model import Pack
from pathways.problems import Problem, shown
from pathways.text import markup, readability

MEND = "Cut it in two, or choose shorter words, see docs/decisions/0006-readability.md."
_NUMBER = re.compile(r"\d|%|\bper ?cent\b", re.IGNORECASE)


def marks_lead_somewhere(pack: Pack) -> Problems:
    for file, section, paragraph in _all_prose(pack):
        for piece in markup.pieces(paragraph):
            if fault := _fault_of_mark(pack, piece):
                mend = "Correct the id in the mark, see docs/pack.md."
                yield Problem(file, section, fault, mend)


def _fault_of_mark(pack: Pack, piece: markup.Piece) -> str | None:
    match piece:
        case markup.Cite(id=name) if name not in pack.finding and name not in pack.source:
            return f"[{name}] is neither a finding nor a source."
        case markup.Quote(id=name) if name not in pack.finding:
            return f"{{{name}}} is not a finding."
        case markup.Link(target=name) if name not in pack.node and name not in pack.topic:
            return f"The link to {name} leads nowhere."
    return None


def no_study_is_cited_twice_in_one_place(pack: Pack) -> Problems:
    """A source does not stand beside a finding of its own: that would look like two studies."""
    for file, section, paragraph in _all_prose(pack):
        for cited in _cited_together(paragraph):
            own = {pack.finding[name].source_id: name for name in cited if name in pack.finding}
            for source_id in sorted(own.keys() & set(cited)):
                wrong = f"[{source_id}] stands beside [{own[source_id]}], which is of the same study."
                yield Problem(file, section, wrong, "Cite the finding alone.")


def _cited_together(paragraph: str) -> Iterator[list[str]]:
    """The ids of citations between which no words stand, run by run."""
    run: list[str] = []
    for piece in markup.pieces(paragraph):
        match piece:
            case markup.Cite(id=name):
                run.append(name)
            case markup.Text(words=words) if not words.strip():
                continue
            case _:
                yield run
                run = []
    yield run


def prose_holds_no_number(pack: Pack) -> Problems:
    """Numbers are said by findings; only names that contain a digit may stand in prose."""
    names = sorted(pack.info.terms_with_digits, key=len, reverse=True)
    allowed = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names)) if names else None
    for file, section, paragraph in _all_prose(pack):
        words = markup.own_words(paragraph)
        if _NUMBER.search(allowed.sub("", words) if allowed else words):
            mend = "Cite the finding that says it, or add the name to terms_with_digits in pack.yaml."
            yield Problem(file, section, f"A number stands in prose: {words[:80]!r}.", mend)


def _all_prose(pack: Pack) -> Iterator[tuple[str, str, str]]:
    for node in pack.nodes:
        yield from ((f"nodes/{node.id}.yaml", section, text) for section, text in node.prose())
    for topic in pack.topics:
        yield from ((f"topics/{topic.id}.yaml", section, text) for section, text in topic.prose())
    yield from (("compare.yaml", record, text) for record, text in pack.compare.prose())
    info = pack.info
    for name in ("condition", "how_many", "audience", "status"):
        yield from (("pack.yaml", name, text) for text in getattr(info, name))
    yield from (("pack.yaml", "causes_and_tests", text) for text in info.causes_and_tests.prose())
    if info.emergency:
        yield from (("pack.yaml", "emergency", text) for text in info.emergency.prose())


def patient_texts_can_be_read_at_age_11(pack: Pack) -> Problems:
    """A whole text is at grade 6 or below, and no sentence of it is long or far harder than the rest."""
    for text in readability.texts(pack):
        sentences = [sentence for _, sentence in text.sentences]
        for section, sentence in text.sentences:
            if readability.is_too_hard(sentence):
                yield _hard_to_read(text, f"A sentence of {section} is hard to read", sentence)
        if (grade := readability.grade(sentences)) > readability.HARDEST_TEXT:
            wrong = f"The text has reading grade {grade:.1f}, above {readability.HARDEST_TEXT:g}; hardest"
            yield _hard_to_read(text, wrong, readability.hardest(sentences))


def findings_and_gaps_can_be_read_at_age_11(pack: Pack) -> Problems:
    """All of a file together are held as a text is; a single record may be a little harder."""
    findings = [(finding.finding_id, finding) for finding in pack.findings]
    gaps = [(gap.missing, gap) for gap in pack.gaps]
    for file, records in (("findings.csv", findings), ("gaps.csv", gaps)):
        told = []
        for name, record in records:
            sentences = readability.told(record)
            told += sentences
            yield from _hard_record(file, name, sentences)
        if (grade := readability.grade(told)) > readability.HARDEST_TEXT:
            wrong = f"All that it says to patients together has reading grade {grade:.1f}."
            yield Problem(file, "the columns for patients", wrong, MEND)


def turned_findings_can_be_read_at_age_11(pack: Pack) -> Problems:
    for counted in pack.compare.counted:
        for turned in counted.turned:
            yield from _hard_record("compare.yaml", counted.option, readability.sentences_of(turned.plain))


def _hard_record(file: str, name: str, sentences: list[str]) -> Problems:
    too_hard = [sentence for sentence in sentences if readability.is_too_hard(sentence)]
    grade = readability.grade(sentences)
    if too_hard or grade > readability.HARDEST_FINDING:
        sentence = too_hard[0] if too_hard else readability.hardest(sentences)
        wrong = f"What it says to patients has reading grade {grade:.1f}; hardest: {shown(sentence)}."
        yield Problem(file, name, wrong, MEND)


def _hard_to_read(text: readability.Text, wrong: str, sentence: str) -> Problem:
    return Problem(text.file, text.record, f"{wrong}: {shown(sentence)}.", MEND)
