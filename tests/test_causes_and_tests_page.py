"""The page Causes and tests: overview, every cause, every test, the share, and odd addresses."""

from __future__ import annotations

import html as markup
import re
from functools import partial

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.causes_and_tests.url import causes_url, shares_offered
from pathways import evidence
from pathways.charts.natural_frequencies import paired_accuracy
from pathways.evidence import causes, readings
from pathways.model import Pack, Role
from pathways.model.vocabulary import COUNTING_ROLES
from tests.opened import html, opened

run = partial(opened, "causes_and_tests")


def pictures(app: AppTest) -> list[str]:
    """The alternative texts of the pictures; one that is drawn for two widths counts once."""
    return list(dict.fromkeys(chart.proto.alt for chart in app.get("plotly_chart")))


def test_the_overview_lists_every_cause_and_draws_one_picture(real_pack: Pack) -> None:
    app = run()
    assert not app.exception
    for cause in causes.nodes_of_kind(real_pack, "cause"):
        assert f"cause={cause.id}" in html(app)
    (alt,) = pictures(app)
    assert "on one axis from 0 to 100 in 100" in alt
    assert "28 people with low back pain after a lower-back fusion" in alt


def test_the_overview_says_that_shares_cannot_be_added_up_and_which_are_missing(real_pack: Pack) -> None:
    written = html(run())
    assert "cannot be added up" in written
    for cause in causes.uncounted(real_pack):
        assert written.count(cause.plain_label) >= 2


@pytest.mark.parametrize("counted", COUNTING_ROLES)
def test_each_way_of_counting_is_drawn_on_an_axis_from_none_to_all(counted: str) -> None:
    app = run(show="causes", counted=counted)
    assert not app.exception
    assert re.search(r"on one axis from 0 to ([\d,]+) in \1\.", pictures(app)[0])


def test_every_cause_shows_what_points_to_it_and_its_gaps(real_pack: Pack) -> None:
    for cause in causes.nodes_of_kind(real_pack, "cause"):
        app = run(show="causes", cause=cause.id)
        written = html(app)
        assert not app.exception, cause.id
        assert f'href="map?node={cause.id}"' in written
        for edge in real_pack.edges_to[cause.id]:
            assert f"test={edge.start}" in written, cause.id
        for gap in real_pack.gaps_of[cause.id]:
            assert "What no usable source tells" in written, gap


def test_a_cause_that_was_never_counted_says_so_and_draws_nothing(real_pack: Pack) -> None:
    for cause in causes.uncounted(real_pack):
        app = run(show="causes", cause=cause.id)
        assert "any usable figure on how often" in html(app)
        assert pictures(app) == []


def test_every_test_says_what_each_result_leads_to(real_pack: Pack) -> None:
    for test in causes.nodes_of_kind(real_pack, "test"):
        app = run(show="tests", test=test.id)
        written = html(app)
        assert not app.exception, test.id
        for heading in ("If it is positive", "If it is negative", "If it is unclear"):
            assert heading in written, test.id
        for heading in ("What it can show", "What it cannot show", "When to be careful"):
            assert heading in written, test.id


def test_a_tree_is_drawn_where_both_halves_are_known_and_else_said_to_be_missing(real_pack: Pack) -> None:
    for test in causes.nodes_of_kind(real_pack, "test"):
        app = run(test=test.id, share="20")
        trees = [alt for alt in pictures(app) if " tested, " in alt]
        assert len(trees) == len(paired_accuracy(real_pack, test.id)), test.id
        assert bool(trees) == bool(app.slider), test.id
        if not trees:
            assert "Not found:" in html(app), test.id


def test_every_figure_on_how_well_a_test_tells_stands_on_its_page(real_pack: Pack) -> None:
    for test in causes.nodes_of_kind(real_pack, "test"):
        app = run(test=test.id)
        shown = html(app) + "".join(pictures(app))
        for finding in real_pack.findings_of[test.id]:
            if finding.role == "test_accuracy":
                said = (markup.escape(finding.plain, quote=False), f"{finding.value}%")
                assert any(words in shown for words in said), finding.finding_id


def test_the_slider_shows_the_share_of_the_address_and_writes_it_back() -> None:
    app = run(test="diagnostic_injection", share="30")
    assert app.slider[0].value == 30
    assert "30 of 100 is your own assumption" in html(app)
    app.slider[0].set_value(10).run()
    assert app.query_params["share"] == "10"
    assert "10 of 100 is your own assumption" in html(app)


def test_a_share_that_nobody_set_is_said_to_be_only_a_start() -> None:
    assert "only where the slider starts" in html(run(test="ct"))


def test_a_share_can_be_taken_from_a_finding_which_is_then_named(real_pack: Pack) -> None:
    finding = real_pack.finding["occult-infection-01"]
    app = run(test="blood_tests", share=finding.finding_id)
    assert not app.slider
    assert finding.plain in html(app)
    assert "of 100 people tested, 10 have it" in pictures(app)[0]


def test_no_share_of_people_is_offered_where_screws_were_counted() -> None:
    app = run(test="ct")
    assert [box.label for box in app.selectbox] == ["Test"]


def test_shares_are_offered_of_causes_only_of_which_the_accuracy_is_known(real_pack: Pack) -> None:
    offered = shares_offered(real_pack, real_pack.node["diagnostic_injection"])
    assert {causes.cause_of(real_pack, f).id for f in offered if causes.cause_of(real_pack, f)} == {
        "residual_compression"
    }


def test_choosing_in_the_lists_changes_the_address() -> None:
    app = run()
    app.selectbox[0].select("facet_pain").run()
    assert app.query_params["cause"] == "facet_pain"
    app.segmented_control[0].set_value("tests").run()
    assert app.query_params["show"] == "tests"
    assert "cause" not in app.query_params


def test_the_matrix_has_a_cell_for_every_cause_and_test(real_pack: Pack) -> None:
    written = html(run(show="matrix"))
    table = written[written.index("<table") : written.index("</table>")]
    tests = causes.nodes_of_kind(real_pack, "test")
    rows = causes.nodes_of_kind(real_pack, "cause")
    assert table.count('scope="row"') == len(rows)
    assert table.count('scope="col"') == len(tests) + 1
    assert table.count("<td>") == len(rows) * len(tests)
    for cause in rows:
        for told in causes.by_tests(real_pack, cause):
            link = f'href="causes_and_tests?show=tests&amp;test={told.test.id}&amp;cause={cause.id}"'
            assert (link in table) != told.is_empty, (cause.id, told.test.id)


def test_a_cell_of_the_matrix_says_what_its_way_rests_on_and_whether_it_was_measured(
    real_pack: Pack,
) -> None:
    written = html(run(show="matrix"))
    ct = real_pack.node["ct"].plain_label
    assert (
        f"{ct} for {real_pack.node['pseudarthrosis'].plain_label}: a result points here, with a source"
        in (written)
    )
    mri = f"{real_pack.node['mri'].plain_label} for {real_pack.node['adjacent_segment_disease'].plain_label}"
    assert f'"{mri}: a result points here, by habit"' in written
    found = [told for c in causes.nodes_of_kind(real_pack, "cause") for told in causes.by_tests(real_pack, c)]
    assert written.count("how well it tells was measured") > sum(told.is_measured for told in found) > 0


def test_a_test_that_is_opened_for_a_cause_says_first_what_it_tells_of_it(real_pack: Pack) -> None:
    written = html(run(show="tests", test="ct", cause="pseudarthrosis"))
    assert "For one cause:" in written
    assert written.index("For one cause:") < written.index("What it can show")
    for finding in causes.telling(real_pack, real_pack.node["ct"], real_pack.node["pseudarthrosis"]).telling:
        assert finding.plain in markup.unescape(written)
    assert "For one cause:" not in html(run(show="tests", test="ct"))


def test_another_test_is_not_opened_for_the_cause_of_the_last_one() -> None:
    app = run(show="tests", test="ct", cause="pseudarthrosis")
    app.selectbox[0].select("mri").run()
    assert "cause" not in app.query_params


def test_each_cause_in_the_list_shows_its_most_direct_figure_or_that_none_was_found(real_pack: Pack) -> None:
    written = html(run())
    listed = written[written.index("possible causes</h2>") : written.index("How often each was found")]
    rows = listed.split("<li>")[1:]
    for cause, row in zip(causes.nodes_of_kind(real_pack, "cause"), rows, strict=True):
        every = evidence.most_direct_first(real_pack, causes.how_often(real_pack, cause))
        found = [f for f in every if f.role == causes_url(real_pack, {}).counted] or every
        if found:
            told = evidence.reading(real_pack, found[0], "patients")
            assert f"<b>{told.own.in_short}</b>" in row
            assert told.population in markup.unescape(row)
        else:
            assert "How often: not found." in row


def test_warning_signs_have_their_urgency_and_lead_on(real_pack: Pack) -> None:
    app = run(show="signs")
    written = next(element.body for element in app.get("html") if "warning signs</h2>" in element.body)
    assert not app.exception
    assert "{" not in written
    for sign in causes.nodes_of_kind(real_pack, "emergency"):
        assert sign.plain_label in written
        assert sign.how_urgent[0].split(". ")[0] in written


@pytest.mark.parametrize(
    "params",
    [
        {"show": "nothing"},
        {"cause": "nowhere"},
        {"cause": "mri"},
        {"test": "facet_pain"},
        {"counted": "everything"},
        {"test": "ct", "share": "0"},
        {"test": "ct", "share": "100"},
        {"test": "ct", "share": "4.5"},
        {"test": "ct", "share": "²"},
        {"test": "ct", "share": "occult-infection-01"},
        {"test": "ct", "share": "hardware-problem-03"},
        {"share": "occult-infection-01"},
        {"save": "gif"},
        {"cause": "<script>"},
    ],
)
def test_an_unknown_name_in_the_address_gets_one_sentence_and_the_page_is_shown(
    params: dict[str, str],
) -> None:
    app = run(**params)
    assert not app.exception
    assert "There is no" in html(app)
    assert "General information" in html(app)


def test_the_address_alone_says_what_is_shown(real_pack: Pack) -> None:
    address = causes_url(real_pack, {"test": "mri"})
    assert (address.show, address.test) == ("tests", real_pack.node["mri"])
    assert causes_url(real_pack, {}).show == "causes"
    assert not address.share.is_set


@pytest.mark.parametrize("sense", ["cause_share", "incidence", "prevalence"])
def test_the_figure_of_a_cause_says_in_which_sense_and_follows_the_chosen_one(
    sense: Role, real_pack: Pack
) -> None:
    countings = real_pack.info.causes_and_tests.countings
    listed = next(e.body for e in run(counted=sense).get("html") if "possible causes</h2>" in e.body)
    assert "How often: <" not in listed
    for cause in causes.nodes_of_kind(real_pack, "cause"):
        row = listed[listed.index(f"cause={cause.id}") :].partition("</li>")[0]
        roles = {finding.role for finding in causes.how_often(real_pack, cause)}
        if sense in roles:
            assert f"{countings[sense].label}: <" in row, cause.id
        elif roles:
            assert any(f"{countings[role].label}: <" in row for role in roles), cause.id


def test_a_test_without_a_pair_of_results_says_what_was_found_of_it(real_pack: Pack) -> None:
    written = html(run(show="tests"))
    for test in causes.nodes_of_kind(real_pack, "test"):
        row = written[written.index(f"test={test.id}") :].partition("</li>")[0]
        if "side by side: not found" in row:
            said = readings(real_pack, causes.well_it_tells(real_pack, test), "patients")
            assert said
            assert all(markup.escape(told.outcome) in row for told in said), test.id
        elif "results: not found" in row:
            assert not causes.well_it_tells(real_pack, test), test.id
