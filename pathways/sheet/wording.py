"""The fixed words of the sheet, the same on each of its faces."""

from __future__ import annotations

from pathways.sheet.content import Icons, KeyFigure, OptionColumn, Sheet, Side

HEADING = "My page to take home"
OPTIONS = "The choices I looked at"
MATTERS = "What matters to me"
QUESTIONS = "My questions"
NOTES = "My notes"
SOURCES = "Sources"
NO_MATTERS = "Nothing was marked on the page."
NO_QUESTIONS = "None were chosen on the page."
DISAGREE = "Studies disagree: see below the table."
OTHERWISE = "Other studies say something else."
ORDER = "The order is no ranking. No choice here is called best."


def rows(sheet: Sheet) -> list[tuple[tuple[OptionColumn, Side], ...]]:
    """The sides beside each other: for each question, every option with its answer."""
    answers = zip(*(option.sides for option in sheet.options), strict=True)
    return [tuple(zip(sheet.options, sides, strict=True)) for sides in answers]


def facts(figure: KeyFigure) -> str:
    """What stands beside a number, as one line."""
    words = "; ".join(figure.facts)
    return f"{words[:1].upper()}{words[1:]}."


def disagreements(sheet: Sheet) -> list[tuple[int, str, int]]:
    """The other side of each figure that is contradicted: number of the figure's source, words, source.

    They stand below the table, where lines are long, so that no option needs more room than another.
    """
    figures = (figure for option in sheet.options for side in option.sides for figure in side.figures)
    told = ((figure.source, says, number) for figure in figures for says, number in figure.disagrees)
    return list(dict.fromkeys(told))


def captions(figure: KeyFigure) -> list[tuple[Icons, str]]:
    """Each drawing with its number; what the figure is compared with says so."""
    names = ("", "compared: ")
    return [(icons, f"{name}{icons.caption}") for icons, name in zip(figure.icons, names, strict=False)]


def more(side: Side) -> str:
    """How many figures are left out, and where they are; blank if none is."""
    if not side.more:
        return ""
    return f"{side.more} more {'figure' if side.more == 1 else 'figures'} on this in the explorer."


def key(sheet: Sheet) -> str:
    """What the squares mean, if any are drawn, and that the order is no ranking."""
    if not any(figure.icons for option in sheet.options for side in option.sides for figure in side.figures):
        return ORDER
    return (
        f"Each grid has {sheet.per:,} squares. Full: had it. Empty: did not. Half full: the range, from its "
        f"low to its high end; a thick edge marks the value. {ORDER}"
    )
