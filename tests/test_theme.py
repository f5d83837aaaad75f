"""Colours and type stand once; what is drawn in them can be read in either theme."""

from __future__ import annotations

import re
import tomllib
from dataclasses import asdict
from pathlib import Path

import pytest

from pathways.model.vocabulary import NODE_KINDS, NodeKind
from pathways.theme import DARK, KINDS, LIGHT, TYPEFACE, Colours, css_variables

ROOT = Path(__file__).parents[1]
CODE = {".py", ".css", ".html", ".js", ".typ", ".svg"}
HEX = re.compile(r"""(?<![&\w"(])#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b(?![-\w])|["'(]#[0-9a-fA-F]{6}\b""")
THEME = ROOT / "pathways" / "theme.py"
MASK = ROOT / "pages" / "parts" / "compare" / "templates" / "squares.svg"
"""What is drawn here is cut out of a surface, so its black is no colour that anybody sees."""
SETTINGS = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart (WCAG 2): from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(share * c for share, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_words_can_be_read_on_whatever_they_stand(colours: Colours) -> None:
    assert contrast(colours.ink, colours.paper) >= 7
    for words in (colours.ink, colours.quiet, colours.link, colours.accent):
        for ground in (colours.paper, colours.tint):
            assert contrast(words, ground) >= 4.5
    assert contrast(colours.ink, colours.highlighted) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_lines_and_marks_that_carry_meaning_can_be_seen(colours: Colours) -> None:
    for line in (colours.edge, colours.accent, colours.warning):
        assert contrast(line, colours.paper) >= 3


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_box_can_be_read_and_seen(kind: NodeKind) -> None:
    colours = KINDS[kind]
    assert contrast(LIGHT.ink, colours.fill) >= 7
    assert contrast(colours.outline, LIGHT.paper) >= 3
    assert contrast(colours.hue, LIGHT.paper) >= 3


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


def test_no_colour_stands_anywhere_but_in_the_theme() -> None:
    files = [path for folder in ("pathways", "pages") for path in (ROOT / folder).rglob("*")]
    found = {
        f"{path.relative_to(ROOT)}: {colour}"
        for path in (ROOT / "app.py", *files)
        if path.suffix in CODE and path not in (THEME, MASK)
        for colour in HEX.findall(path.read_text(encoding="utf-8"))
    }
    assert not found


def test_the_icon_of_the_app_has_the_accent() -> None:
    assert LIGHT.accent in (ROOT / "static" / "favicon.svg").read_text(encoding="utf-8")


def test_a_style_sheet_names_only_variables_that_there_are() -> None:
    sheets = [*(ROOT / "pages").rglob("*.css")]
    written = "".join([css_variables(":root"), *(path.read_text(encoding="utf-8") for path in sheets)])
    defined = set(re.findall(r"(--[\w-]+):", written))
    used = {name for name in re.findall(r"var\((--[\w-]+)", written) if not name.startswith("--st-")}
    assert used <= defined
    assert {f"--{role}" for role in asdict(LIGHT)} <= defined


def test_the_typeface_is_the_one_that_is_shipped() -> None:
    slug = TYPEFACE.lower().replace(" ", "-")
    assert [path.name for path in sorted((ROOT / "static" / "fonts").glob(f"{slug}-*.ttf"))]
