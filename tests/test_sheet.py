"""The page to take home: what stands on it by rule, that its faces agree, and that words stay words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib import import_module
from io import BytesIO
from typing import Any

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from pathways import comparison, sheet
from pathways.comparison import told_beside
from pathways.model import Pack
from pathways.sheet import Person, Sheet, wording

typesetting = import_module("pathways.sheet.pdf")
"""The module; its name in the package is the function."""

MADE = dt.date(2026, 11, 21)
ODD = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), min_size=1, max_size=60)
MARKUP = st.sampled_from(
    [
        "#panic()",
        '#read("/etc/passwd")',
        "$x^2$",
        "*bold*",
        "= Heading",
        "<b>",
        "</script>",
        "\\u{41}",
        "// no",
    ]
)
WORDS = st.lists(ODD | MARKUP, min_size=1, max_size=4).map(" ".join)


NOBODY = Person()


def made(pack: Pack, *options: str, person: Person = NOBODY, most: int = 2) -> Sheet:
    return sheet.sheet(pack, options, person, made=MADE, most=most)


def pdf_text(content: bytes) -> str:
    """All words of a PDF as one line."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


class Words(HTMLParser):
    """Collects the text and the tags of a document."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def read(html: str) -> Words:
    words = Words()
    words.feed(html)
    return words


def shown(one: Sheet) -> list[list[list[str]]]:
    """Ids of findings by option and side."""
    return [
        [[figure.finding.finding_id for figure in side.figures] for side in option.sides]
        for option in one.options
    ]


def test_the_first_option_of_the_pack_stands_first_though_nobody_names_it(tiny: Pack) -> None:
    assert [option.node.id for option in made(tiny, "tea").options] == ["rest", "tea"]
    assert [option.node.id for option in made(tiny, "tea", "rest").options] == ["rest", "tea"]


def test_each_option_shows_as_many_benefits_as_harms_or_says_that_none_was_found(real_pack: Pack) -> None:
    for node in real_pack.nodes:
        if node.kind != "option":
            continue
        benefits, harms = made(real_pack, node.id).options[-1].sides
        if benefits.figures and harms.figures:
            is_grave = harms.figures[0].finding.finding_id in real_pack.compare.grave
            assert len(harms.figures) - len(benefits.figures) in ({0, 1} if is_grave else {0}), node.id
            assert len(benefits.figures) <= 2
        else:
            assert len(benefits.figures) + len(harms.figures) <= 1
        for side in (benefits, harms):
            assert side.nothing


def test_the_figures_are_the_first_of_the_comparison(real_pack: Pack) -> None:
    options = ("carry_on", "refusion", "scs_implant")
    rows = {row.question: row for row in comparison.comparison(real_pack, options).rows}
    for place, option in enumerate(made(real_pack, *options).options):
        for side in option.sides:
            cell = rows[side.heading].cells[place]
            assert [figure.finding for figure in side.figures] == [
                told.finding for told in cell.readings[: len(side.figures)]
            ]
            assert side.more == len(cell.readings) + len(cell.indirect) - len(side.figures)


def test_what_matters_to_a_person_changes_no_figure(real_pack: Pack) -> None:
    person = Person(matters=(("pain", "a_lot"),), questions=("Why?",), notes="Ask.")
    assert shown(made(real_pack, "refusion", person=person)) == shown(made(real_pack, "refusion"))


def test_a_figure_that_another_contradicts_tells_both(real_pack: Pack) -> None:
    one = made(real_pack, "refusion", "scs_implant")
    told = {f.finding.finding_id for o in one.options for s in o.sides for f in s.figures}
    said: set[str] = set()
    for option in one.options:
        for side in option.sides:
            for figure in side.figures:
                others = set(figure.finding.conflicts_with)
                told_here = {says for says, _ in figure.disagrees if says}
                said |= told_here
                assert told_here <= {
                    told_beside(real_pack, option.node, real_pack.finding[o]) for o in others
                }
                assert {
                    told_beside(real_pack, option.node, real_pack.finding[other]) for other in others - told
                } <= said
                assert len(figure.disagrees) == len(others)


def test_every_figure_has_group_time_range_and_a_listed_source(real_pack: Pack) -> None:
    for node in real_pack.nodes:
        if node.kind == "option":
            one = made(real_pack, node.id)
            listed = {source.number for source in one.sources}
            figures = [f for option in one.options for side in option.sides for f in side.figures]
            cited = {f.source for f in figures} | {n for f in figures for _, n in f.disagrees}
            said = " ".join(words for option in one.options for words in (option.undoing, option.recovery))
            cited |= {int(number) for number in re.findall(r"\[(\d+)\]", said)}
            assert listed == cited
            assert all(len(figure.facts) >= 3 for figure in figures)


def test_figures_of_different_groups_are_not_to_be_read_across(real_pack: Pack) -> None:
    assert "Do not read straight across" in made(real_pack, "scs_implant").differs


def test_no_grid_of_a_sheet_is_of_people_who_had_something_else(real_pack: Pack) -> None:
    """Carrying on as now has squares only where a study on the sheet measured it too."""
    for node in real_pack.nodes:
        if node.kind == "option" and node.id != "carry_on":
            carry_on, other = made(real_pack, node.id).options
            sources = {finding.source_id for finding in real_pack.findings_of[other.node.id]}
            drawn = [f.finding.source_id for side in carry_on.sides for f in side.figures if f.icons]
            assert set(drawn) <= sources, node.id


def test_a_strip_on_a_sheet_is_explained(real_pack: Pack) -> None:
    said = {
        node.id: wording.key(made(real_pack, node.id)) for node in real_pack.nodes if node.kind == "option"
    }
    assert "each part is 1 in 1,000" in said["scs_implant"]
    assert "1 in 1,000" not in said["hardware_removal"]


def test_more_than_three_options_or_an_unknown_one_are_refused(real_pack: Pack) -> None:
    with pytest.raises(ValueError, match="3 options"):
        made(real_pack, "refusion", "scs_implant", "medication")
    with pytest.raises(LookupError):
        made(real_pack, "nowhere")


def test_an_overdue_review_is_said_on_the_sheet(tiny: Pack) -> None:
    late = sheet.sheet(tiny, ["tea"], Person(), made=tiny.info.next_review + dt.timedelta(days=1))
    assert "has not been done" in sheet.text(late)
    assert "has not been done" in pdf_text(sheet.pdf(late))


def test_the_common_decisions_fit_on_one_paper_in_easy_type_with_two_questions(real_pack: Pack) -> None:
    for preset in real_pack.compare.presets:
        person = Person(questions=tuple(real_pack.node[preset.options[0]].questions[:2]))
        one = sheet.one_sheet(real_pack, preset.options, person, made=MADE, about=preset.label)
        assert (sheet.type_size(one) or 0) >= 10.5, preset.id


def test_the_pdf_is_small_tagged_and_titled(real_pack: Pack) -> None:
    content = sheet.pdf(sheet.one_sheet(real_pack, ["refusion", "physical_therapy"], Person(), made=MADE))
    assert len(content) < 300_000
    reader = PdfReader(BytesIO(content))
    assert len(reader.pages) <= 2
    assert tuple(round(float(side)) for side in reader.pages[0].mediabox[2:]) == (595, 842)
    catalogue = reader.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "en-GB"
    assert reader.metadata is not None
    assert reader.metadata.title == f"My page to take home: {real_pack.info.title}"


def test_the_pdf_holds_only_the_typeface_of_the_project(real_pack: Pack) -> None:
    content = sheet.pdf(made(real_pack, "refusion"))
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in PdfReader(BytesIO(content)).pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert fonts
    assert all("AtkinsonHyperlegibleNext" in font for font in fonts)


def test_the_same_sheet_is_the_same_file(real_pack: Pack) -> None:
    one = made(real_pack, "refusion")
    assert sheet.pdf(one) == sheet.pdf(one)
    assert sheet.html(one) == sheet.html(one)


def test_all_faces_tell_the_same(real_pack: Pack) -> None:
    person = Person((("pain", "a_lot"),), ("May I drive?",), "Walk each day.", "Bring the scans.")
    one = sheet.one_sheet(
        real_pack, ["refusion", "scs_implant"], person, made=MADE, about="The bones did not join"
    )
    faces = [pdf_text(sheet.pdf(one)), " ".join(read(sheet.html(one)).text.split()), sheet.text(one)]
    figures = [f for option in one.options for side in option.sides for f in side.figures]
    told = [
        one.about,
        one.decision,
        one.warning,
        one.version,
        one.funding,
        "May I drive?",
        "Walk each day.",
        "Bring the scans.",
        "Bones that have not joined but do not hurt",
    ]
    told += [words for matter in one.matters for words in matter] + [source.words for source in one.sources]
    told += [words for option in one.options for words in (option.undoing, option.not_known)]
    for figure in figures:
        told += [figure.says, figure.take_care, *figure.facts, *(icons.caption for icons in figure.icons)]
        told += [says for says, _ in figure.disagrees]
    for face in faces:
        joined = re.sub(r"\s|-", "", face)  # lines may break at a hyphen
        for words in (*told, sheet.NOT_ADVICE):
            assert re.sub(r"\s|-", "", words).casefold() in joined.casefold(), words


def test_the_html_stands_alone(real_pack: Pack) -> None:
    html = sheet.html(made(real_pack, "refusion"))
    assert "<script" not in html
    assert not re.search(r"(src|href)=\"(?!data:|https?://)", html.replace("<a href", ""))
    assert not re.search(r"url\(\"(?!data:)", html)
    assert "default-src 'none'" in html


def test_lines_of_the_text_are_at_most_92_columns_but_for_addresses(real_pack: Pack) -> None:
    for line in sheet.text(made(real_pack, "refusion", "scs_implant")).splitlines():
        assert len(line) <= 92 or "http" in line


@settings(max_examples=25)
@given(question=WORDS, notes=WORDS)
def test_whatever_a_person_writes_stays_words_in_every_face(tiny: Pack, question: str, notes: str) -> None:
    plain = made(tiny, "tea", person=Person(questions=("Why?",), notes="Note."))
    odd = made(tiny, "tea", person=Person(questions=(question,), notes=notes))
    assert read(sheet.html(odd)).tags == read(sheet.html(plain)).tags
    assert question in read(sheet.html(odd)).text
    assert sheet.pdf(odd).startswith(b"%PDF")
    assert " ".join(question.split()) in " ".join(sheet.text(odd).split())


@pytest.mark.parametrize(
    "words", ["#panic()", "= Title", "$x$", "*b* _i_ `c`", "[x] <label> @ref", "\\ // /* */"]
)
def test_marks_of_the_typesetter_are_printed_as_they_were_written(tiny: Pack, words: str) -> None:
    content = sheet.pdf(made(tiny, "tea", person=Person(questions=(words,), notes=words)))
    assert re.sub(r"\s", "", pdf_text(content)).count(re.sub(r"\s", "", words)) == 2


def test_what_a_person_wrote_is_never_cut(real_pack: Pack) -> None:
    questions = tuple(f"Question number {number} with a few more words to it?" for number in range(220))
    one = sheet.one_sheet(real_pack, ["refusion"], Person(questions=questions), made=MADE)
    assert sheet.type_size(one) is None
    assert questions[-1] in pdf_text(sheet.pdf(one))


def test_what_matters_is_told_as_hope_as_burden_and_as_unknown(real_pack: Pack) -> None:
    weights = (("pain", "a_lot"), ("another_operation", "some"), ("sleep", "some"), ("cost", "not"))
    one = made(real_pack, "refusion", "pain_programme", person=Person(matters=weights))
    assert dict(one.matters) == {
        "I hope that this gets better:": "Pain (a lot), Sleep (some)",
        "I want to avoid:": "Another operation (some)",
        "This does not matter to me:": "Cost to me",
        "No figure was found, for any of these choices, on:": "Sleep",
    }


def test_what_another_study_says_is_told_once_on_a_sheet(real_pack: Pack) -> None:
    one = made(real_pack, "fusion_extension", "decompression")
    figures = [f for option in one.options for side in option.sides for f in side.figures]
    told = [says for figure in figures for says, _ in figure.disagrees if says]
    assert told
    assert len(told) == len(set(told))


def test_an_operation_without_a_figure_on_death_says_so_on_the_sheet(real_pack: Pack) -> None:
    *_, refusion = made(real_pack, "refusion").options
    assert refusion.sides[1].besides == real_pack.compare.none_grave
    assert real_pack.compare.none_grave in pdf_text(sheet.pdf(made(real_pack, "refusion")))


def test_what_happens_over_time_is_drawn_without_the_other_group(real_pack: Pack) -> None:
    carry_on = made(real_pack, "scs_implant").options[0]
    (figure,) = carry_on.sides[0].figures
    assert figure.finding.comparator_value is not None
    assert len(figure.icons) == 1


def test_large_print_is_large(real_pack: Pack) -> None:
    one = made(real_pack, "refusion")
    pages = PdfReader(BytesIO(sheet.pdf(one, sheet.LARGE_PRINT))).pages
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        words = " ".join(page.extract_text().split())
        assert one.funding in words
        assert f"{number} of {len(pages)}" in words


LONG = "W" * 300
"""A word that is longer than any line."""


def margins_are_blank(one: Sheet, size: float) -> bool:
    """Whether nothing is printed within 10 mm of the sides and 4 mm of the foot of any page."""
    pages = typst.compile(typesetting._TEMPLATE, format="png", ppi=60, **typesetting._setting(one, size))
    return all(map(_is_blank_around, pages if isinstance(pages, list) else [pages]))


def _is_blank_around(page: bytes) -> bool:
    picture = Image.open(BytesIO(page)).convert("L")
    width, height = picture.size
    side, foot = round(width * 10 / 210), round(height * 4 / 297)
    strips = [(0, 0, side, height), (width - side, 0, width, height), (0, height - foot, width, height)]
    return all(picture.crop(strip).getextrema() == (255, 255) for strip in strips)


@pytest.mark.parametrize("size", [8.5, 11.5, sheet.LARGE_PRINT])
@pytest.mark.parametrize(
    "words", [LONG, f"short {LONG} short", f"https://example.org/{LONG.lower()}", "漢" * 300]
)
def test_a_word_longer_than_its_line_is_broken_and_stays_on_the_paper(
    words: str, size: float, tiny: Pack
) -> None:
    person = Person(questions=("Why?", words, f"{words} and {words}"), notes=f"{words}\n{words}")
    one = sheet.sheet(
        tiny, ["tea"], person, made=MADE, address=f"https://example.org/{'x' * 300}", about=words
    )
    assert margins_are_blank(one, size)


def test_a_margin_that_is_not_blank_is_seen(tiny: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    unbroken = re.sub(
        rb"show regex", b"let unused = regex", typesetting._TEMPLATE.replace(b": word => context", b"")
    )
    monkeypatch.setattr(typesetting, "_TEMPLATE", re.sub(rb"\) \{\n    if measure.*\n  \}", b")", unbroken))
    assert not margins_are_blank(made(tiny, "tea", person=Person(notes=LONG)), 11.5)


def test_a_broken_word_loses_no_letter(tiny: Pack) -> None:
    word = "".join(chr(ord("a") + place % 26) for place in range(300))
    content = sheet.pdf(made(tiny, "tea", person=Person(questions=(word,), notes=word)))
    assert re.sub(r"[\s\u200b]", "", pdf_text(content)).count(word) == 2


@pytest.mark.parametrize(("letters", "size"), [(300, 11.5), (60, sheet.LARGE_PRINT)])
def test_a_long_word_of_the_pack_stays_on_the_paper_too(letters: int, size: float, tiny: Pack) -> None:
    long = "W" * letters
    tea = tiny.node["tea"].model_copy(update={"plain_label": long, "clinical_label": long})
    nodes = tuple(tea if node.id == "tea" else node for node in tiny.nodes)
    findings = tuple(f.model_copy(update={"plain": long, "plain_population": long}) for f in tiny.findings)
    spoilt = tiny.model_copy(update={"nodes": nodes, "findings": findings})
    assert margins_are_blank(made(spoilt, "tea"), size)


def test_the_letters_that_the_pdf_cannot_print_are_known_and_boxed(tiny: Pack) -> None:
    person = Person(questions=("Łukasz, Άννα, Анна, محمد?",), notes="李小龍 🍵 李")
    one = made(tiny, "tea", person=person)
    assert sheet.letters_not_in_pdf(one) == ("李", "小", "龍", "🍵")
    words = pdf_text(sheet.pdf(one))
    assert "□□□ □ □" in words
    assert "An empty box stands for a letter that cannot be printed here." in words
    assert "Łukasz, Άννα, Анна" in words


def test_letters_that_can_be_printed_leave_no_box(real_pack: Pack) -> None:
    one = made(real_pack, "refusion", person=Person(notes="Zoë – “æ” ≥ 5 €"))
    assert sheet.letters_not_in_pdf(one) == ()
    assert "empty box" not in pdf_text(sheet.pdf(one))


@settings(max_examples=25)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_whatever_letters_a_person_writes_the_pdf_is_accessible(tiny: Pack, words: str) -> None:
    content = sheet.pdf(made(tiny, "tea", person=Person(questions=(words,), notes=words)), 10)
    assert b"pdfuaid" in content


def test_the_web_page_lets_words_run_from_right_to_left_and_breaks_long_ones(tiny: Pack) -> None:
    html = sheet.html(made(tiny, "tea", person=Person(questions=("هل؟",), notes="محمد")))
    assert '<li dir="auto">هل؟</li>' in html
    assert '<p class="notes" dir="auto">محمد</p>' in html
    assert re.search(r"\.take-home-sheet \{[^}]*overflow-wrap: anywhere", html)


def test_a_long_word_of_a_person_is_broken_in_the_text_and_an_address_is_not(tiny: Pack) -> None:
    address = f"https://example.org/{'a' * 200}"
    lines = sheet.text(made(tiny, "tea", person=Person(questions=(LONG, address)))).splitlines()
    assert sum(line.count("W") for line in lines) >= 300
    assert all(len(line) <= 92 for line in lines if "http" not in line)
    assert f"- {address}" in lines or f"  {address}" in lines


def test_each_option_says_what_it_is_and_how_long_recovery_takes_or_that_it_is_not_known(tiny: Pack) -> None:
    rest, tea = made(tiny, "tea").options
    assert rest.what
    assert tea.what == "You drink a cup of tea."
    assert all(option.recovery == "" for option in (rest, tea))  # the pack asks nothing about recovery


def test_recovery_is_the_first_figure_of_its_row_or_what_the_row_says_without_one(real_pack: Pack) -> None:
    for node in real_pack.nodes:
        if node.kind == "option":
            compared = comparison.comparison(real_pack, [node.id])
            place = [option.id for option in compared.options].index(node.id)
            (row,) = [row for row in compared.rows if row.id == "recovery"]
            told = row.cells[place].readings
            said = made(real_pack, node.id).options[place].recovery
            assert said.startswith(told[0].says) if told else said.startswith("No usable figure was found")


def test_nothing_on_paper_is_smaller_than_9_points(real_pack: Pack) -> None:
    for preset in real_pack.compare.presets[:3]:
        one = sheet.one_sheet(
            real_pack, preset.options, Person(), made=MADE, address="http://localhost/compare?options=tea"
        )
        assert min(_sizes_of_type(sheet.pdf(one))) >= 9


def _sizes_of_type(content: bytes) -> set[float]:
    """The sizes of type in a PDF, in points."""
    sizes: set[float] = set()

    def note(words: str, _: object, matrix: list[float], __: object, size: float) -> None:
        if words.strip():
            sizes.add(round(abs(size * matrix[3]), 2))

    for page in PdfReader(BytesIO(content)).pages:
        page.extract_text(visitor_text=note)
    return sizes


def test_the_two_questions_are_header_cells_of_the_figures_under_them(real_pack: Pack) -> None:
    reader = PdfReader(BytesIO(sheet.pdf(made(real_pack, "refusion"))))
    tags = [str(element.get("/S")) for element in _elements(reader.trailer["/Root"]["/StructTreeRoot"])]
    options = made(real_pack, "refusion").options
    assert tags.count("/TH") == sum(1 + len(option.sides) for option in options)


def _elements(parent: Any) -> Iterator[Any]:
    children = parent.get_object().get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        element = child.get_object() if hasattr(child, "get_object") else child
        if hasattr(element, "get") and "/S" in element:
            yield element
            yield from _elements(element)


def test_an_address_stands_as_a_code_that_a_camera_reads_and_in_letters(tiny: Pack) -> None:
    address = "http://localhost:8501/compare?options=rest,tea"
    one = sheet.sheet(tiny, ["tea"], Person(), made=MADE, address=address)
    assert f'alt="QR code of the address where this can be seen again: {address}"' in sheet.html(one)
    assert "QR code" not in sheet.html(made(tiny, "tea"))
