"""Colours and type stand once; what is drawn in them can be read in either theme."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import pytest

from pathways.map.lettering import HEADING_SIZE, LABEL_SIZE, TEXT_SIZE
from pathways.model.vocabulary import NODE_KINDS, NodeKind
from pathways.theme import DARK, FONTS, KINDS, LIGHT, TYPEFACE, Colours, css_variables

ROOT = Path(__file__).parents[1]
CODE = {".py", ".css", ".html", ".js", ".typ", ".svg"}
DIGITS = "(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})"
COLOUR = re.compile(
    rf"(?<!&)#{DIGITS}\b(?![-\w])|\b(?:rgba?|hsla?|hwb|oklab|oklch|lab|lch)\((?=[\d.])[^)]*\)"
)
"""A colour written out: its digits behind a hash, or its parts in brackets."""
SEE_THROUGH = "rgba(0,0,0,0)"
"""How plotly is told to draw nothing."""
NAMED = re.compile(r":[^;{}]*\b(?:white|black|gr[ae]y|red|green|blue|teal)\b")
THEME = ROOT / "pathways" / "theme.py"
MASK = ROOT / "pages" / "shared" / "templates" / "squares.svg"
"""What is drawn here is cut out of a surface, so its black is no colour that anybody sees."""
MAP = (ROOT / "pages" / "shared" / "map_component" / "map.css").read_text(encoding="utf-8")
MIX = re.compile(r"([\w-]+): color-mix\(in oklab, var\(--([\w-]+)\) (\d+)%, var\(--(ink|paper)\)\)")
BOTH = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
SETTINGS = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart (WCAG 2): from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))


def linear(colour: str) -> list[float]:
    """Red, green and blue as amounts of light, from 0 to 1."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def written(light: Sequence[float]) -> str:
    """Amounts of light as a colour of the screen; what no screen can show is cut to what it can."""
    bounded = [min(max(part, 0), 1) for part in light]
    curved = [12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055 for part in bounded]
    return "#" + "".join(f"{round(255 * part):02X}" for part in curved)


TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
FROM_CONES = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
"""The two matrices of Oklab (Ottosson 2020) that mixing needs: between them every step is the cube root."""


def times(matrix: Sequence[Sequence[float]], vector: Sequence[float]) -> list[float]:
    return [sum(one * other for one, other in zip(row, vector, strict=True)) for row in matrix]


def mixed(one: str, percent: int, other: str) -> str:
    """What ``color-mix(in oklab, one percent%, other)`` gives."""
    first, second = ([part ** (1 / 3) for part in times(TO_CONES, linear(colour))] for colour in (one, other))
    share = percent / 100
    between = [share * a + (1 - share) * b for a, b in zip(first, second, strict=True)]
    return written(times(FROM_CONES, [part**3 for part in between]))


def mixes(colours: Colours, hue: str, where: str) -> list[str]:
    """Every mixture with the hue that the style of the map uses for a property."""
    names = {"hue": hue, "hue-emergency": KINDS["emergency"].hue}
    found = [(name, int(percent), base) for use, name, percent, base in MIX.findall(MAP) if use == where]
    return [
        mixed(names[name], percent, getattr(colours, base)) for name, percent, base in found if name in names
    ]


def test_colours_are_mixed_and_weighed_as_browsers_do() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert mixed("#0C8096", 100, "#FFFFFF") == "#0C8096"
    assert mixed("#000000", 50, "#FFFFFF") == "#636363"


@BOTH
def test_words_can_be_read_on_whatever_they_stand(colours: Colours) -> None:
    assert contrast(colours.ink, colours.paper) >= 7
    for words in (colours.ink, colours.quiet, colours.link, colours.accent):
        for ground in (colours.paper, colours.tint):
            assert contrast(words, ground) >= 4.5
    for ground in (colours.highlighted, colours.rule):
        assert contrast(colours.ink, ground) >= 4.5
    assert contrast(colours.warning, colours.paper) >= 4.5


@BOTH
def test_lines_and_marks_that_carry_meaning_can_be_seen(colours: Colours) -> None:
    for mark in (colours.edge, colours.accent, colours.link, colours.warning, colours.quiet):
        for ground in (colours.paper, colours.tint):
            assert contrast(mark, ground) >= 3
    assert contrast(colours.accent, colours.highlighted) >= 3


@BOTH
@pytest.mark.parametrize("kind", KINDS)
def test_every_box_of_the_map_can_be_read_and_seen(kind: NodeKind, colours: Colours) -> None:
    fills, outlines = (mixes(colours, KINDS[kind].hue, use) for use in ("fill", "stroke"))
    assert len(fills) == 3, "as it lies there, touched, and chosen"
    assert len(outlines) == 1
    for fill in fills:
        assert contrast(colours.ink, fill) >= 7
        assert contrast(outlines[0], fill) >= 3
    assert contrast(outlines[0], colours.paper) >= 3


@BOTH
def test_the_lines_of_the_map_and_the_words_beside_them_can_be_seen(colours: Colours) -> None:
    urgent = mixes(colours, "", "--way")
    assert len(urgent) == 3, "as they lie there, on a route, and near what is chosen"
    assert min(contrast(line, colours.paper) for line in urgent) >= 4.5
    usual = re.search(r"\.edge \{ --way: color-mix\(in oklab, var\(--ink\) (\d+)%", MAP)
    assert usual
    assert contrast(mixed(colours.ink, int(usual[1]), colours.paper), colours.paper) >= 3


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_box_can_be_read_and_seen_in_a_still_picture(kind: NodeKind) -> None:
    colours = KINDS[kind]
    assert contrast(LIGHT.ink, colours.fill) >= 7
    assert contrast(colours.outline, LIGHT.paper) >= 3
    assert contrast(colours.outline, colours.fill) >= 3


def test_every_kind_has_its_colours_and_no_two_the_same() -> None:
    assert set(KINDS) == set(NODE_KINDS)
    assert len({colours.hue for colours in KINDS.values()}) == len(KINDS)


@pytest.mark.parametrize(("name", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_the_settings_of_streamlit_are_those_of_the_theme(name: str, colours: Colours) -> None:
    assert SETTINGS[name] == {
        "primaryColor": colours.accent,
        "backgroundColor": colours.paper,
        "secondaryBackgroundColor": colours.tint,
        "textColor": colours.ink,
        "linkColor": colours.link,
        "borderColor": colours.rule,
        "grayTextColor": colours.quiet,
    }


def colours_in(words: str) -> set[str]:
    return set(COLOUR.findall(words)) - {SEE_THROUGH}


def code() -> Iterator[tuple[str, str]]:
    """Every file that may draw, by its name, with its words."""
    files = [path for folder in ("pathways", "pages") for path in (ROOT / folder).rglob("*")]
    for path in (ROOT / "app.py", *files):
        if path.suffix in CODE and path not in (THEME, MASK):
            yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")


def test_no_colour_stands_anywhere_but_in_the_theme() -> None:
    found = {name: colours for name, words in code() if (colours := colours_in(words))}
    assert not found, "a colour belongs to pathways/theme.py"


def test_no_style_sheet_calls_a_colour_by_its_name() -> None:
    found = {name: NAMED.findall(words) for name, words in code() if name.endswith(".css")}
    assert not {name: lines for name, lines in found.items() if lines}, (
        "a colour belongs to pathways/theme.py"
    )


@pytest.mark.parametrize("colour", ["#fff", "#0B5C6B", "#0b5c6b80", "rgb(11, 92, 107)", "hsl(189 80% 23%)"])
def test_a_colour_is_found_however_it_is_written(colour: str) -> None:
    for words in (f"color: {colour};", f'ink="{colour}"', f"light-dark({colour}, var(--ink))"):
        assert colours_in(words) == {colour}


def test_what_only_looks_like_a_colour_is_left_alone() -> None:
    for words in ("&#8209;", "#added-later", 'href="#face-to-face"', SEE_THROUGH, "rgb(colours.ink)"):
        assert not colours_in(words)


def test_the_icon_of_the_app_has_the_accent() -> None:
    assert LIGHT.accent in (ROOT / "static" / "favicon.svg").read_text(encoding="utf-8")


def test_a_style_sheet_names_only_variables_that_there_are() -> None:
    sheets = [*(ROOT / "pages").rglob("*.css")]
    words = "".join([css_variables(":root"), *(path.read_text(encoding="utf-8") for path in sheets)])
    defined = set(re.findall(r"(--[\w-]+):", words))
    used = {name for name in re.findall(r"var\((--[\w-]+)", words) if not name.startswith("--st-")}
    assert used <= defined
    assert {f"--{role}" for role in asdict(LIGHT)} <= defined


def test_a_style_sheet_gives_no_second_meaning_to_a_variable_of_the_theme() -> None:
    ours = set(re.findall(r"(--[\w-]+):", css_variables(":root")))
    for name, words in code():
        if name.endswith(".css"):
            # A reader who forces colours of their own gets those, whatever the theme says.
            usual = re.sub(r"@media \(forced-colors: active\) \{.*?\n\}", "", words, flags=re.DOTALL)
            assert not ours & set(re.findall(r"(--[\w-]+):", usual)), name


def test_the_letters_of_the_map_on_screen_are_as_large_as_they_are_measured() -> None:
    for selector, size in (
        ("svg text", TEXT_SIZE),
        (".edge text", LABEL_SIZE),
        (".heading text", HEADING_SIZE),
    ):
        assert f"\n{selector} {{ font-size: {size}px;" in MAP


def test_the_typeface_is_the_one_that_is_shipped() -> None:
    slug = TYPEFACE.lower().replace(" ", "-")
    assert [path.name for path in sorted((ROOT / "static" / "fonts").glob(f"{slug}-*.ttf"))]


def test_pages_and_paper_are_set_in_the_typeface_of_the_theme() -> None:
    assert {
        SETTINGS["font"],
        SETTINGS["headingFont"],
        *(face["family"] for face in SETTINGS["fontFaces"]),
    } == {"Atkinson"}
    assert FONTS.startswith(f"'{TYPEFACE}', Atkinson,")
    paper = (ROOT / "pathways" / "sheet" / "page.html").read_text(encoding="utf-8")
    assert f'@font-face {{ font-family: "{TYPEFACE}"' in paper
