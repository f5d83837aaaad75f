"""What the readers of others make of our files, in the browser in which they run."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from pathways.exports import Links, whole
from pathways.exports.pathway import pathway_graph, plain
from pathways.graph import without_everywhere
from pathways.model import Pack
from scripts.readers import BPMN_JS, MERMAID, script
from tests.hostile_words import hostile_pack

pytestmark = pytest.mark.browser

APP = "https://example.org/app/"
DRAWN = """async text => {
  mermaid.initialize({startOnLoad: false, securityLevel: "strict", suppressErrorRendering: true});
  const {svg} = await mermaid.render("drawing", text);
  const page = new DOMParser().parseFromString(svg, "text/html");
  const words = element => element.textContent.replace(/\\s+/g, " ").trim();
  return {
    type: (await mermaid.parse(text)).diagramType,
    places: [...page.querySelectorAll(".node .nodeLabel")].map(words),
    ways: [...page.querySelectorAll(".edgeLabels .edgeLabel .edgeLabel")].map(words),
    lanes: [...page.querySelectorAll(".cluster-label .nodeLabel")].map(words),
    lines: page.querySelectorAll(".edgePaths path").length,
    links: [...page.querySelectorAll("a")].map(a => a.getAttribute("href") || a.getAttribute("xlink:href")),
  };
}"""


@pytest.fixture(scope="module")
def mermaid(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.add_script_tag(path=script(MERMAID))
    yield page
    page.close()


def tidy(words: list[str]) -> list[str]:
    return sorted(re.sub(r"\s+", " ", one).strip() for one in words)


@pytest.mark.parametrize("which", ["tiny", "hostile", "real"])
def test_mermaid_draws_every_place_and_way_in_its_words(
    mermaid: Page, tiny: Pack, real_pack: Pack, which: str
) -> None:
    pack = {"tiny": tiny, "hostile": hostile_pack(tiny), "real": real_pack}[which]
    graph = without_everywhere(pathway_graph(pack, Links(APP)))
    drawn = mermaid.evaluate(DRAWN, whole(pack, "mermaid", Links(APP)).decode())
    assert drawn["type"] == "flowchart-v2"
    assert tidy(drawn["places"]) == tidy([said["label"] for _, said in graph.nodes(data=True)])
    assert tidy(drawn["ways"]) == tidy([said["condition"] for *_, said in graph.edges(data=True)])
    assert tidy(drawn["lanes"]) == tidy([lane.label for lane in pack.info.lanes])
    assert drawn["lines"] == graph.number_of_edges()
    assert sorted(drawn["links"]) == sorted(said["link"] for _, said in graph.nodes(data=True))


OPENED = """async text => {
  document.body.innerHTML = '<div id="canvas" style="width:1600px;height:1000px"></div>';
  const viewer = new BpmnJS({container: "#canvas"});
  const {warnings} = await viewer.importXML(text);
  viewer.get("canvas").zoom("fit-viewport");
  const all = viewer.get("elementRegistry").filter(one => one.type !== "label" && !one.labelTarget);
  return {
    warnings: warnings.map(one => one.message),
    found: all.map(one => ({
      type: one.type, id: one.id, name: one.businessObject.name || "",
      from: one.source?.id, to: one.target?.id, parent: one.parent?.id,
      condition: one.businessObject.conditionExpression?.body,
      told: (one.businessObject.documentation || []).map(said => said.text).join(" "),
      lanes: (one.businessObject.lanes || []).map(lane => lane.name),
      box: one.waypoints ? null : [one.x, one.y, one.width, one.height],
      ends: one.waypoints && [one.waypoints[0], one.waypoints.at(-1)],
    })),
  };
}"""


@pytest.fixture(scope="module")
def bpmn_js(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.add_script_tag(path=script(BPMN_JS))
    yield page
    page.close()


@pytest.mark.parametrize("which", ["tiny", "hostile", "real"])
def test_bpmn_js_opens_the_process_with_its_lanes_places_and_ways(
    bpmn_js: Page, tiny: Pack, real_pack: Pack, which: str
) -> None:
    pack = {"tiny": tiny, "hostile": hostile_pack(tiny), "real": real_pack}[which]
    opened = bpmn_js.evaluate(OPENED, whole(pack, "bpmn", Links(APP)).decode())
    assert opened["warnings"] == []
    found = opened["found"]
    places = {one["id"]: one for one in found if one["id"].startswith("place_")}
    assert {id_: one["name"] for id_, one in places.items()} == {
        f"place_{node.id}": plain(node.plain_label) for node in pack.nodes
    }
    for node in pack.nodes:
        assert f"{APP}map?node={node.id}" in places[f"place_{node.id}"]["told"]
    flows = [one for one in found if one["type"] == "bpmn:SequenceFlow"]
    assert {
        (one["from"], one["to"]): (one["name"], one["condition"]) for one in flows if one["condition"]
    } == {(f"place_{edge.start}", f"place_{edge.end}"): (plain(edge.condition),) * 2 for edge in pack.edges}
    assert [one["to"] for one in flows if one["from"] == "start"] == [f"place_{pack.info.start}"]
    lanes = [one["name"] for one in found if one["type"] == "bpmn:Lane"]
    assert tidy(lanes) == tidy([lane.label for lane in pack.info.lanes])


def test_bpmn_js_shows_each_place_inside_its_lane_and_each_way_from_border_to_border(
    bpmn_js: Page, real_pack: Pack
) -> None:
    found = {one["id"]: one for one in bpmn_js.evaluate(OPENED, whole(real_pack, "bpmn").decode())["found"]}
    for node in real_pack.nodes:
        x, y, width, height = found[f"place_{node.id}"]["box"]
        left, top, wide, high = found[f"lane_{node.lane}"]["box"]
        assert left < x
        assert x + width < left + wide
        assert top < y
        assert y + height < top + high
    for flow in (one for one in found.values() if one["type"] == "bpmn:SequenceFlow"):
        for end, place in zip(flow["ends"], (flow["from"], flow["to"]), strict=True):
            x, y, width, height = found[place]["box"]
            assert x - 2 <= end["x"] <= x + width + 2
            assert y - 2 <= end["y"] <= y + height + 2
