"""The fixed words of the sheet, the same on each of its faces."""

from __future__ import annotations

from pathways.sheet.content import KeyFigure, Sheet, Side

HEADING = "My page to take home"
OPTIONS = "The choices I looked at"
MATTERS = "What matters to me"
QUESTIONS = "My questions"
NOTES = "My notes"
SOURCES = "Sources"
NO_MATTERS = "Nothing was marked on the page."
DISAGREE = "Studies disagree."
UNDOING = "Can it be undone?"
ABOUT = "Why I am deciding:"
ORDER = "The order is no ranking. No choice here is called best."


def facts(figure: KeyFigure) -> str:
    """What stands beside a number, one short sentence after the other."""
    return " ".join(f"{fact[:1].upper()}{fact[1:]}." for fact in figure.facts)


def disagreements(figure: KeyFigure) -> list[str]:
    """What other studies say, each with its number; what the sheet has said before is pointed to."""
    return [f"{says} [{number}]" if says else f"See [{number}]." for says, number in figure.disagrees]


def more(side: Side) -> str:
    """How many figures are left out, and where they are; blank if none is."""
    if not side.more:
        return ""
    return f"{side.more} more {'figure' if side.more == 1 else 'figures'} on this in the explorer."


def key(sheet: Sheet) -> str:
    """What the squares mean, if any are drawn, and that the order is no ranking."""
    figures = [figure for option in sheet.options for side in option.sides for figure in side.figures]
    if not any(figure.icons for figure in figures):
        return ORDER
    return (
        f"Each grid has {sheet.per:,} squares. Full: had it. Empty: did not. Half full: the range; a thick "
        f"edge marks the value. {ORDER}"
    )
