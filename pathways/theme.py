"""The colours and the typeface of everything that is drawn: pages, maps, charts, and paper.

Pictures made in Python take them from here, style sheets as the variables that :func:`css_variables`
writes, and paper its light half. ``.streamlit/config.toml`` cannot take them; a test holds it to them.
Shape, filling and dash carry the meaning; colour only supports it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType

from pathways.model.vocabulary import NodeKind

TYPEFACE = "Atkinson Hyperlegible Next"
"""The project's own typeface, shipped with it."""

FONTS = f"'{TYPEFACE}', Atkinson, Helvetica, Arial, 'Liberation Sans', sans-serif"
"""What pictures and pages are set in; the others stand in where the typeface is missing."""


@dataclass(frozen=True)
class Colours:
    """The colours of one theme, by what they are for.

    ``ink`` and ``quiet`` are for words, ``paper`` and ``tint`` for what they stand on, ``accent`` for marks
    and ``link`` for links. ``edge`` draws lines that carry meaning, ``rule`` lines that only part things.
    ``highlighted`` fills what is pointed at. ``warning`` is for warning signs.
    """

    ink: str
    quiet: str
    paper: str
    tint: str
    accent: str
    link: str
    edge: str
    rule: str
    highlighted: str
    warning: str


LIGHT = Colours(
    ink="#17262B",
    quiet="#4A5A60",
    paper="#FFFFFF",
    tint="#F2F5F5",
    accent="#0B5C6B",
    link="#0B5C6B",
    edge="#7C8B90",
    rule="#C5D0D2",
    highlighted="#D3E6E9",
    warning="#B3261E",
)
DARK = Colours(
    ink="#E9EFF0",
    quiet="#B4C1C5",
    paper="#11181B",
    tint="#1B2529",
    accent="#7CC7D4",
    link="#8FD3DE",
    edge="#62727A",
    rule="#3B4A50",
    highlighted="#1D4A53",
    warning="#E4574D",
)


@dataclass(frozen=True)
class KindColours:
    """The colours of a kind of node: ``hue`` is mixed with the page's, the others are for still pictures."""

    hue: str
    fill: str
    outline: str


KINDS: Mapping[NodeKind, KindColours] = MappingProxyType(
    {
        "question": KindColours("#96700A", "#F6F2E7", "#6F5510"),
        "test": KindColours("#0C8096", "#E9F3F5", "#0F6375"),
        "cause": KindColours("#8255AD", "#F2EDF7", "#664487"),
        "option": KindColours("#2B6CB8", "#EBF1F9", "#25558F"),
        "step": KindColours("#66757C", "#EFF1F2", "#4B5A61"),
        "outcome": KindColours("#2F8352", "#EBF4EE", "#276744"),
        "emergency": KindColours("#C62F26", "#FCEBEA", "#96281F"),
    }
)


def css_variables(selector: str) -> str:
    """The theme as custom properties: ``--ink`` and the like, light or dark, ``--hue-test``, ``--fonts``.

    >>> css_variables(":root").splitlines()[1]
    '  --ink: light-dark(#17262B, #E9EFF0);'
    """
    dark = asdict(DARK)
    roles = [f"--{role}: light-dark({colour}, {dark[role]});" for role, colour in asdict(LIGHT).items()]
    hues = [f"--hue-{kind}: {colours.hue};" for kind, colours in KINDS.items()]
    lines = "\n".join(f"  {line}" for line in (*roles, *hues, f"--fonts: {FONTS};"))
    return f"{selector} {{\n{lines}\n}}\n"


def css_of_pictures(selector: str) -> str:
    """Rules that give a picture drawn in the light colours those of the page, dark or forced, role by role.

    Pictures of numbers are always drawn light, so that what is saved or printed is; only the page recolours.
    A mark states its colour as the browser writes it, words inside others as they were given.

    >>> css_of_pictures("svg").splitlines()[0]
    'svg :is([style*="fill: rgb(23, 38, 43)"], [style*="fill:#17262B" i]) { fill: var(--ink) !important; }'
    """
    roles = {role: colour for role, colour in asdict(LIGHT).items() if role != "link"}  # that of the marks
    return "".join(
        f"{selector} :is({_states(name, colour)}) {{ {name}: var(--{role}) !important; }}\n"
        for role, colour in roles.items()
        for name in ("fill", "stroke")
    )


def _states(name: str, colour: str) -> str:
    """Selectors of what has a colour in its own style, in the two ways in which that can be written."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f'[style*="{name}: rgb({red}, {green}, {blue})"], [style*="{name}:{colour}" i]'
