"""What every picture of numbers shares: legible letters, both themes, words that are never cut."""

from __future__ import annotations

import itertools
import re
from dataclasses import asdict
from decimal import Decimal
from typing import Any

import plotly.graph_objects as go
from hypothesis import given
from hypothesis import strategies as st

from pathways import evidence
from pathways.charts import (
    dumbbells,
    icon_array,
    intervals,
    natural_frequencies,
    ratios,
    score_changes,
    style,
    wide_rows,
)
from pathways.charts.style import Block, Line
from pathways.map.lettering import text_width
from pathways.model import Pack
from pathways.theme import DARK, LIGHT, Colours


def all_figures(pack: Pack, palette: Colours) -> list[go.Figure]:
    """Every picture that the pack gives rise to."""
    scales, _ = score_changes.score_scales(pack, pack.findings)
    arrays, _ = icon_array.icon_arrays(pack, pack.findings[:60])
    pairs = [pair for node in pack.node for pair in natural_frequencies.paired_accuracy(pack, node)]
    lines = dumbbells.dumbbells(pack, evidence.conflicts(pack, pack.findings))
    return [
        intervals.wide_figure(intervals.interval_plot(pack, pack.findings), palette),
        intervals.wide_figure(intervals.interval_plot_by_time(pack, pack.findings), palette),
        dumbbells.figure(lines, palette),
        dumbbells.wide_figure(lines, palette),
        intervals.figure(intervals.interval_plot(pack, pack.findings), palette),
        intervals.figure(intervals.interval_plot_by_time(pack, pack.findings), palette),
        ratios.figure(ratios.ratio_plot(pack, pack.findings), palette),
        *(score_changes.figure(scale, palette) for scale in scales),
        *(icon_array.figure(array, palette) for array in arrays[:6]),
        *(
            natural_frequencies.figure(natural_frequencies.frequency_tree(pack, pair, Decimal(20)), palette)
            for pair in pairs
        ),
    ]


def sizes(part: Any) -> list[float]:
    """Every size of a font anywhere in a figure."""
    if isinstance(part, dict):
        own = [part["font"]["size"]] if isinstance(part.get("font"), dict) and "size" in part["font"] else []
        return own + [size for value in part.values() for size in sizes(value)]
    return [size for value in part for size in sizes(value)] if isinstance(part, list) else []


def test_no_letters_are_smaller_than_12_pixels(real_pack: Pack) -> None:
    for figure in all_figures(real_pack, LIGHT):
        found = sizes(figure.to_plotly_json())
        in_words = re.findall(r"font-size:(\d+)px", figure.to_json())
        assert found
        assert min([*found, *map(int, in_words)]) >= 12


def test_every_picture_has_its_own_paper(real_pack: Pack) -> None:
    for figure in all_figures(real_pack, LIGHT):
        assert figure.layout.paper_bgcolor == LIGHT.paper == "#FFFFFF"
        assert figure.layout.plot_bgcolor == "rgba(0,0,0,0)"


def test_every_colour_of_a_picture_is_one_that_the_page_can_change(real_pack: Pack) -> None:
    ours = set(asdict(LIGHT).values())
    for figure in all_figures(real_pack, LIGHT):
        used = set(re.findall(r"#[0-9A-Fa-f]{6}", figure.to_json()))
        assert used
        assert used <= ours


def test_a_foot_stands_under_a_picture_and_moves_nothing_in_it() -> None:
    figure = style.frame(200, LIGHT)
    assert style.with_foot(figure, ["A title.", "Sources: Weir 2014; Katz 2020."], 20, LIGHT) == 200
    (foot,) = figure.layout.annotations
    assert foot.text == "A title.<br>Sources: Weir 2014;<br>Katz 2020."
    assert (foot.y, foot.yanchor) == (200, "top")
    assert figure.layout.height == figure.layout.yaxis.range[0] >= 200 + 3 * 12


def test_the_same_data_give_the_same_picture(real_pack: Pack) -> None:
    first, again = (all_figures(real_pack, LIGHT) for _ in range(2))
    assert [figure.to_json() for figure in first] == [figure.to_json() for figure in again]


def test_the_two_palettes_draw_the_same_numbers(real_pack: Pack) -> None:
    light, dark = (all_figures(real_pack, palette) for palette in (LIGHT, DARK))
    for one, other in zip(light, dark, strict=True):
        assert [trace.x for trace in one.data] == [trace.x for trace in other.data]


def test_every_line_of_every_row_fits_the_narrowest_screen(real_pack: Pack) -> None:
    findings = real_pack.findings
    words = [text for f in findings for text in (f.outcome, f.population, f.comparator)]
    lines = [line for text in words for line in style.lines_of(text)]
    assert max(text_width(line.words, style.TEXT_SIZE) for line in lines) <= 320 - 22


def test_every_label_fits_left_of_the_axis(real_pack: Pack) -> None:
    for figure in all_figures(real_pack, LIGHT)[:4:3]:
        labels = [a.text for a in figure.layout.annotations if a.xref == "paper" and a.hovertext]
        lines = [re.sub("<[^>]*>", "", line) for label in labels for line in label.split("<br>")]
        assert lines
        assert max(text_width(line, wide_rows.FACTS_SIZE) for line in lines) <= wide_rows.LABEL_WIDTH - 8


@given(st.text(alphabet=st.sampled_from("ab c<>&"), max_size=200), st.integers(10, 60))
def test_breaking_into_lines_loses_no_letter(words: str, letters: int) -> None:
    lines = style.lines_of(words, letters=letters)
    assert "".join("".join(line.words for line in lines).split()) == "".join(words.split())
    assert all(len(line.words) <= letters for line in lines)


def test_a_mark_of_the_key_is_never_parted_from_its_words() -> None:
    words = style.key(["● value", "○ value, range not reported", "◇ compared with", "━ range"])
    lines = [line.words for line in style.lines_of(words)]
    assert len(lines) > 1
    assert all(line[0] in "●○◇━" for line in lines)


def test_words_that_look_like_markup_are_shown_as_words() -> None:
    figure = style.frame(100, LIGHT)
    style.write(figure, [Line("<b>p<.05 & more")], 0, LIGHT)
    assert figure.layout.annotations[0].text == "&lt;b&gt;p&lt;.05 &amp; more"


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 2), st.integers(0, 30)), min_size=1, max_size=12))
def test_stacked_blocks_never_overlap(shapes: list[tuple[int, int, int]]) -> None:
    blocks = [Block((Line("words"),) * lines, "row", tracks, below) for lines, tracks, below in shapes]
    placed = style.stacked(blocks)
    for upper, lower in itertools.pairwise(placed):
        assert upper.bottom < lower.top
    for block in placed:
        assert all(block.top < height < block.bottom for height in block.heights)


def test_download_offers_only_to_save_the_picture() -> None:
    config = style.download("ranges", kind="png")
    assert config["modeBarButtons"] == [["toImage"]]
    assert config["toImageButtonOptions"]["format"] == "png"
    assert config["toImageButtonOptions"]["filename"] == "ranges"
