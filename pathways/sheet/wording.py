"""The fixed words of the sheet, the same on each of its faces."""

from __future__ import annotations

from pathways.model.vocabulary import SECTION_LABELS
from pathways.sheet.content import KeyFigure, OptionBand, Sheet, Side
from pathways.text.sentences import capitalised, pluralised

HEADING = "My page to take home"
OPTIONS = "The choices I looked at"
MATTERS = "What matters to me"
QUESTIONS = "My questions"
NOTES = "My notes"
SOURCES = "Sources"
NO_MATTERS = "Nothing was marked on the page."
NOT_KNOWN = "Not known:"
NOT_FOR = f"{SECTION_LABELS['not_for']}:"
UNDOING = "Can it be undone?"
ABOUT = "Why I am deciding:"
RECOVERY = "How long is recovery?"
CODE = "QR code of the address where this can be seen again:"
AGREED = "What we agreed, and when we look again"
BOXES = "An empty box stands for a letter that cannot be printed here. The web page shows it."
STRIP = " A strip below a grid is its first square, 10 times as large: each part is 1 in 1,000."
ORDER = "The order is no ranking. No choice here is called best."


def facts(figure: KeyFigure) -> str:
    """What stands beside a number, one short sentence after the other."""
    return " ".join(f"{capitalised(fact)}." for fact in figure.facts)


def disagree(figure: KeyFigure) -> str:
    """What leads in the words of other studies."""
    return "Another study says:" if len(disagreements(figure)) == 1 else "Other studies say:"


def disagreements(figure: KeyFigure) -> list[str]:
    """What other studies say, each with its number; what the sheet has said before is pointed to."""
    said = {number for says, number in figure.disagrees if says}
    known = dict.fromkeys(number for says, number in figure.disagrees if not says and number not in said)
    return [*(f"{says} [{n}]" for says, n in figure.disagrees if says), *(f"See [{n}]." for n in known)]


def not_known(option: OptionBand) -> str:
    """The first thing that is not known of an option, and where the rest is."""
    return f"{option.not_known} More on the web page." if option.has_more_gaps else option.not_known


def more(side: Side) -> str:
    """How many figures are left out, and where they are; blank if none is."""
    if not side.more:
        return ""
    return f"{pluralised(side.more, 'more figure')} on the web page."


def key(sheet: Sheet) -> str:
    """What the squares mean, if any are drawn, and that the order is no ranking."""
    drawn = [
        icons.array
        for option in sheet.options
        for side in option.sides
        for figure in side.figures
        for icons in figure.icons
    ]
    if not drawn:
        return ORDER
    has_range = any(array.own.arm.has_range for array in drawn)
    ranges = " Half full: the range; a thick edge marks the value." if has_range else ""
    strip = STRIP if any(array.is_rare for array in drawn) else ""
    return f"Each grid has 100 squares. Full: had it. Empty: did not.{ranges}{strip} {ORDER}"
