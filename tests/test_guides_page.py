"""The page What guides say: verdicts, filters in the address, more of them, and the file."""

from __future__ import annotations

import re
from functools import partial

import pytest

from pages.parts.guides.url import PAGE_OF_CLAIMS
from pathways.exports.csv import written
from pathways.model import Pack, vocabulary
from pathways.search import claims
from tests.opened import html, opened, text

run = partial(opened, "guides")


def test_every_claim_stands_with_its_verdict_and_reason(real_pack: Pack) -> None:
    written = text(run(shown=str(len(real_pack.claims))))
    assert written.count('class="guide-claim"') == len(real_pack.claims)
    for claim in real_pack.claims:
        assert claim.claim in written
        assert claim.reason in written


def test_every_finding_behind_a_verdict_is_told_with_its_facts(real_pack: Pack) -> None:
    written = text(run(verdict="supported", shown="200"))
    for claim in claims.matching(real_pack, claims.ClaimFilter(verdict="supported")):
        for finding_id in claim.findings:
            assert real_pack.finding[finding_id].plain in written


def test_counts_are_told_in_words_and_said_to_be_no_mark(real_pack: Pack) -> None:
    written = text(run())
    assert claims.counts_in_words(real_pack.claims) in written
    assert "no mark for a guide" in written


@pytest.mark.parametrize("verdict", list(vocabulary.VERDICT_LABELS))
def test_a_verdict_in_the_address_filters_the_claims(real_pack: Pack, verdict: str) -> None:
    app = run(verdict=verdict, shown="200")
    expected = claims.matching(real_pack, claims.ClaimFilter(verdict=verdict))
    assert not app.exception
    assert text(app).count('class="guide-claim"') == len(expected)


def test_filters_can_be_joined_and_a_change_is_written_to_the_address() -> None:
    app = run(kind="cause")
    app.text_input(key="search").set_value("scar").run()
    assert app.query_params["search"] == "scar"
    assert app.query_params["kind"] == "cause"
    assert "Scar tissue can be a reason for the pain." in text(app)
    assert "MRI shows" not in text(app)
    app.text_input(key="search").set_value("").run()
    assert "search" not in app.query_params


def test_a_search_for_nothing_known_says_that_no_claim_fits() -> None:
    app = run(search="xylophone")
    assert not app.exception
    assert "No claim fits." in text(app)
    assert [button.label for button in app.button] == ["Search"]  # that of the menu


def test_more_claims_are_shown_on_demand() -> None:
    app = run()
    assert text(app).count('class="guide-claim"') == PAGE_OF_CLAIMS
    next(button for button in app.button if button.label.startswith("Show")).click().run()
    assert app.query_params["shown"] == str(2 * PAGE_OF_CLAIMS)
    assert text(app).count('class="guide-claim"') == 2 * PAGE_OF_CLAIMS


def test_promotion_is_marked_in_neutral_words(real_pack: Pack) -> None:
    written = text(run(shown="200"))
    promotional = [claim for claim in real_pack.claims if claim.promotional == "yes"]
    assert written.count("The guide also advertises.") == len(promotional) > 0


def test_the_file_holds_every_claim_with_the_citations_of_its_findings(real_pack: Pack) -> None:
    text = written(claims.table(real_pack, real_pack.claims), real_pack).decode("utf-8-sig")
    for claim in real_pack.claims:
        assert claim.claim_id in text
    for finding_id in {finding_id for claim in real_pack.claims for finding_id in claim.findings}:
        assert finding_id in text
        assert real_pack.source[real_pack.finding[finding_id].source_id].title.replace('"', '""') in text


def test_no_cell_of_the_file_is_a_formula(tiny: Pack) -> None:
    claim = tiny.claims[0].model_copy(update={"claim": '=HYPERLINK("http://example.org")'})
    text = written(claims.table(tiny, [claim]), tiny).decode("utf-8-sig")
    assert "'=HYPERLINK" in text


@pytest.mark.parametrize(
    "params",
    [
        {"verdict": "wrong"},
        {"kind": "nothing"},
        {"subject": "nothing"},
        {"place": "nowhere"},
        {"place": "<script>"},
        {"shown": "many"},
        {"shown": "-1"},
        {"shown": "0"},
    ],
)
def test_an_unknown_name_in_the_address_gets_one_sentence_and_the_page_is_shown(
    params: dict[str, str],
) -> None:
    app = run(**params)
    assert not app.exception
    assert "There is no" in text(app)
    assert "General information" in text(app)


def test_the_bar_and_its_buttons_count_what_fits_all_else_that_is_asked(real_pack: Pack) -> None:
    kind = real_pack.claims[0].kind
    app = run(kind=kind, verdict="partly")
    fitting = claims.counts(claims.matching(real_pack, claims.ClaimFilter(kind=kind)))
    grown = dict(re.findall(r'<span class="(\w+)" style="flex-grow: (\d+)"', html(app)))
    assert grown == {verdict: str(count) for verdict, count in fitting.items() if count}
    options = next(row for row in app.button_group if row.key == "verdict").options
    shown = [getattr(option, "content", option) for option in options]
    assert shown[0] == f"All: {sum(fitting.values())}"
    assert shown[2] == f"{vocabulary.VERDICT_LABELS['partly']}: {fitting['partly']}"
