"""The FHIR bundles, read back by fhir.resources in both releases."""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from pathways.exports import Links, whole
from pathways.exports.fhir.findings import LEVELS
from pathways.exports.fhir.release import fhir_id, urn
from pathways.exports.pathway import plain
from pathways.model import Pack
from pathways.model.vocabulary import INTERVAL_LABELS
from tests.hostile_words import hostile_pack

APP = "https://example.org/app/"
MODULES = {"fhir-r5": "fhir.resources.bundle", "fhir-r4b": "fhir.resources.R4B.bundle"}
TARGETS = {"fhir-r5": "targetId", "fhir-r4b": "actionId"}

both = pytest.mark.parametrize("name", MODULES)


_READ: dict[tuple[str, str], Any] = {}


@pytest.fixture(scope="module", params=["tiny", "hostile", "real"])
def pack(request: pytest.FixtureRequest, tiny: Pack, real_pack: Pack) -> Pack:
    return {"tiny": tiny, "hostile": hostile_pack(tiny), "real": real_pack}[request.param]


def bundle(pack: Pack, name: str) -> Any:
    """The bundle as fhir.resources reads it, which refuses what its release does not know; read once."""
    read = importlib.import_module(MODULES[name]).Bundle.model_validate_json
    key = (pack.info.title, name)
    if key not in _READ:
        _READ[key] = read(whole(pack, name, Links(APP)))
    return _READ[key]


def resources(pack: Pack, name: str, kind: str) -> list[Any]:
    found = [entry.resource for entry in bundle(pack, name).entry]
    return [resource for resource in found if resource.get_resource_type() == kind]


def actions(within: Any) -> Iterator[Any]:
    for action in within.action or ():
        yield action
        yield from actions(action)


@both
def test_a_bundle_holds_the_plan_each_finding_and_each_source(pack: Pack, name: str) -> None:
    (plan,) = resources(pack, name, "PlanDefinition")
    assert plan.title == plain(pack.info.title)
    assert plan.version == pack.info.version
    assert {one.id for one in resources(pack, name, "Evidence")} == {
        fhir_id(finding.finding_id) for finding in pack.findings
    }
    assert {one.id for one in resources(pack, name, "Citation")} == {
        fhir_id(source.source_id) for source in pack.sources
    }


@both
def test_each_way_is_an_action_in_its_place_with_its_condition_and_what_it_rests_on(
    pack: Pack, name: str
) -> None:
    (plan,) = resources(pack, name, "PlanDefinition")
    found = {action.id: action for action in actions(plan)}
    assert len(found) == len(list(actions(plan)))
    for node in pack.nodes:
        within = {action.id for action in actions(found[fhir_id(node.id)])}
        ways = {fhir_id(f"{edge.start}--{edge.end}"): edge for edge in pack.edges_from[node.id]}
        assert ways.keys() <= within
        for id_, edge in ways.items():
            (related,) = found[id_].relatedAction
            target = getattr(related, TARGETS[name])
            assert target == fhir_id(edge.end)
            assert target in found
            (condition,) = found[id_].condition
            assert condition.kind == "applicability"
            assert condition.expression.expression == plain(edge.condition)
            cited = [one.resource for one in found[id_].documentation if one.type == "citation"]
            assert cited == [urn(pack.info.id, "Citation", source) for source in edge.basis]


@both
def test_ids_are_those_that_fhir_allows_and_each_is_given_once(pack: Pack, name: str) -> None:
    entries = bundle(pack, name).entry
    ids = [(entry.resource.get_resource_type(), entry.resource.id) for entry in entries]
    assert len(set(ids)) == len(ids)
    assert len({entry.fullUrl for entry in entries}) == len(entries)
    if name == "fhir-r5":
        (plan,) = resources(pack, name, "PlanDefinition")
        assert all(action.linkId == action.id for action in actions(plan))


@both
def test_every_reference_leads_to_a_resource_of_the_bundle(pack: Pack, name: str) -> None:
    names = {entry.fullUrl for entry in bundle(pack, name).entry}
    for evidence in resources(pack, name, "Evidence"):
        referred = [variable.observed.reference for variable in evidence.variableDefinition]
        assert {*referred, evidence.citeAsReference.reference} <= names
    (plan,) = resources(pack, name, "PlanDefinition")
    urls = {evidence.url for evidence in resources(pack, name, "Evidence")}
    for action in actions(plan):
        for document in action.documentation or ():
            if document.type == "justification":
                assert document.resource in urls
            if document.type == "citation":
                assert document.resource in names


@both
def test_figures_counts_and_ranges_are_those_of_the_pack_to_the_last_digit(
    real_pack: Pack, name: str
) -> None:
    read = json.loads(whole(real_pack, name, Links(APP)), parse_float=Decimal)
    found = {entry["resource"]["id"]: entry["resource"] for entry in read["entry"]}
    for finding in real_pack.findings:
        statistics = found[finding.finding_id].get("statistic", [])
        own = statistics[0] if statistics else {}
        assert own.get("quantity", {}).get("value") == finding.value
        if finding.value is not None:
            assert str(own["quantity"]["value"]) == str(finding.value)
        assert own.get("numberOfEvents") == finding.events
        if finding.total is not None and own:
            assert own["sampleSize"]["knownDataCount"] == finding.total
        (told,) = own.get("attributeEstimate", [{}])
        assert told.get("range", {}).get("low", {}).get("value") == finding.low
        assert told.get("range", {}).get("high", {}).get("value") == finding.high
        if finding.comparator_value is not None:
            assert statistics[1]["quantity"]["value"] == finding.comparator_value


@both
def test_cautions_and_the_source_stand_with_each_figure(real_pack: Pack, name: str) -> None:
    found = {one.id: one for one in resources(real_pack, name, "Evidence")}
    for finding in real_pack.findings:
        evidence = found[finding.finding_id]
        notes = " ".join(note.text for note in evidence.note)
        assert plain(finding.caution) in notes
        assert evidence.description == plain(finding.plain)
        assert evidence.relatedArtifact[0].type == "documentation"
        assert all(other in notes for other in finding.conflicts_with)


@both
def test_the_codes_of_the_subject_are_those_of_the_pack_alone(real_pack: Pack, tiny: Pack, name: str) -> None:
    (plan,) = resources(real_pack, name, "PlanDefinition")
    (context,) = plan.useContext
    assert [(code.system, code.code) for code in context.valueCodeableConcept.coding] == [
        ("http://hl7.org/fhir/sid/icd-10", "M96.1"),
        ("http://id.who.int/icd/release/11/mms", "MG30.21"),
    ]
    (plan,) = resources(tiny, name, "PlanDefinition")
    assert plan.useContext[0].valueCodeableConcept.coding is None


@both
def test_what_is_not_known_of_a_source_is_said_and_not_made_up(real_pack: Pack, name: str) -> None:
    found = {one.id: one for one in resources(real_pack, name, "Citation")}
    incomplete = [source for source in real_pack.sources if source.incomplete]
    assert incomplete
    for source in incomplete:
        citation = found[fhir_id(source.source_id)]
        assert "; ".join(source.incomplete) in citation.note[0].text
        cited = citation.citedArtifact
        if "exact title" in source.incomplete:
            assert cited.title is None
        if source.year is None:
            assert not any(form.articleDate for form in cited.publicationForm or ())


def test_every_kind_of_range_has_its_level() -> None:
    assert LEVELS.keys() == INTERVAL_LABELS.keys()
