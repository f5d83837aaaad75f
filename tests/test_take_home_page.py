"""The page to take home in the app: choices in the address, words only in the page, three ways home."""

from __future__ import annotations

from functools import partial

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.take_home.url import side_by_side, take_home_url
from pathways.model import Pack
from tests.opened import opened, text

run = partial(opened, "take_home")


def put_on_the_sheet(app: AppTest) -> None:
    next(button for button in app.button if button.label == "Put my words on the sheet").click().run()


def test_the_page_opens_cold_with_the_first_option_alone(real_pack: Pack) -> None:
    app = run()
    assert not app.exception
    assert real_pack.node[real_pack.compare.first].plain_label in text(app)
    assert "Nothing is marked yet." in text(app)


def test_options_and_matters_of_the_address_stand_on_the_sheet(real_pack: Pack) -> None:
    app = run(options="carry_on,refusion", matters="pain:a_lot,sleep:some")
    written = text(app)
    assert not app.exception
    assert f"<h2>{real_pack.node['refusion'].plain_label} <span" in written
    assert "I hope that this gets better: <strong>Pain (a lot), Sleep (some).</strong>" in written
    assert "compare?options=carry_on,refusion&matters=pain:a_lot,sleep:some" in written


def test_every_preset_opens(real_pack: Pack) -> None:
    for preset in real_pack.compare.presets:
        assert not run(options=",".join(preset.options)).exception, preset.id


def test_a_question_stands_on_the_sheet_as_soon_as_it_is_ticked_and_nowhere_in_the_address(
    real_pack: Pack,
) -> None:
    refusion = real_pack.node["refusion"]
    question = f"{refusion.plain_label}: {refusion.questions[0]}"
    app = run(options="refusion")
    assert f'<li dir="auto">{question}</li>' not in text(app)
    app.checkbox(key="ask_refusion_0").check().run()
    assert f'<li dir="auto">{question}</li>' in text(app)
    assert app.query_params == {"options": "refusion"}


def test_questions_and_notes_of_ones_own_stand_on_the_sheet_as_words() -> None:
    app = run(options="refusion")
    app.text_area(key="own").set_value("May I swim?\n\n<b>Why</b>?")
    app.text_area(key="agreed").set_value("Walk <i>each</i> day")
    app.text_area(key="notes").set_value("Bring #the *scans*")
    put_on_the_sheet(app)
    assert any(said.value == "Your words stand on the sheet now." for said in app.markdown)
    sheet = next(element.body for element in app.get("html") if "take-home-sheet" in element.body)
    assert '<li dir="auto">May I swim?</li><li dir="auto">&lt;b&gt;Why&lt;/b&gt;?</li>' in sheet
    assert '<p class="notes" dir="auto">Walk &lt;i&gt;each&lt;/i&gt; day</p>' in sheet
    assert '<p class="notes" dir="auto">Bring #the *scans*</p>' in sheet
    assert set(app.query_params) == {"options"}


def test_a_choice_of_options_is_written_to_the_address() -> None:
    app = run(options="refusion")
    app.multiselect(key="beside").set_value(["refusion", "scs_implant"]).run()
    assert app.query_params["options"] == "refusion,scs_implant"
    assert not app.exception


def test_there_are_four_ways_to_take_it_home() -> None:
    labels = [button.label for button in run(options="refusion").get("download_button")]
    assert labels == ["PDF to print", "PDF in large print", "Web page (HTML)", "Plain text"]


def test_the_address_leads_back_to_the_same_comparison(real_pack: Pack) -> None:
    params = {
        "options": "carry_on,refusion,pain_programme",
        "matters": "pain:some",
        "decision": "decide_pseudarthrosis",
    }
    address = take_home_url(real_pack, params)
    assert address.shared == params
    assert side_by_side(address) == "compare?" + "&".join(f"{k}={v}" for k, v in params.items())


def test_what_matters_stands_on_no_address_on_paper() -> None:
    written = text(run(options="refusion", matters="pain:a_lot,sleep:some"))
    # The foot of the page is not printed: its links keep what was begun, as all links do.
    printed = written.partition("take-home-sheet")[2].partition('class="small-print"')[0]
    assert "Pain (a lot)" in printed
    assert "pain:a_lot" not in printed


def test_the_decision_of_the_address_stands_on_the_sheet() -> None:
    written = text(run(options="refusion,pain_programme", decision="decide_pseudarthrosis"))
    assert "Why I am deciding: The bones did not join." in written


def test_a_decision_about_other_choices_is_left_out_with_a_sentence() -> None:
    written = text(run(options="osteotomy", decision="decide_scar"))
    assert "“Scar around a nerve” is about other choices than these." in written
    assert "Why I am deciding" not in written


@pytest.mark.parametrize(
    "params",
    [
        {"options": "nowhere"},
        {"options": "ct"},
        {"options": "<script>"},
        {"options": "refusion,scs_implant,medication"},
        {"matters": "pain"},
        {"matters": "pain:very"},
        {"matters": "nothing:some"},
    ],
)
def test_what_is_unknown_in_the_address_is_left_out_with_one_sentence(params: dict[str, str]) -> None:
    app = run(**params)
    assert not app.exception
    (note,) = [element.body for element in app.get("html") if 'class="notes"' in element.body]
    assert ("There is no" in note) or ("There is room for 3" in note)
    assert "take-home-sheet" in text(app)
    assert "General information" in text(app)


def test_letters_that_the_pdf_cannot_print_are_named_beside_its_button() -> None:
    app = run(options="carry_on")
    assert "The PDF cannot print" not in text(app)
    app.text_area(key="notes").set_value("Łukasz, محمد, 李, 🍵")
    put_on_the_sheet(app)
    assert not app.exception
    (said,) = [element.body for element in app.get("html") if "The PDF cannot print" in element.body]
    assert "these letters:" in said
    assert "<bdi>李</bdi> <bdi>🍵</bdi>" in said
    assert said.count("<bdi>") == 2
    assert "web page (HTML)" in said


def test_very_many_letters_that_the_pdf_cannot_print_are_counted() -> None:
    app = run(options="carry_on")
    app.text_area(key="notes").set_value("".join(chr(0x4E00 + place) for place in range(57)))
    put_on_the_sheet(app)
    (said,) = [element.body for element in app.get("html") if "The PDF cannot print" in element.body]
    assert said.count("<bdi>") == 20
    assert "and 37 more." in said


def test_a_single_letter_that_the_pdf_cannot_print_is_one() -> None:
    app = run(options="carry_on")
    app.text_area(key="notes").set_value("李")
    put_on_the_sheet(app)
    (said,) = [element.body for element in app.get("html") if "The PDF cannot print" in element.body]
    assert "this letter:" in said
