"""What the readers of others make of our files, in the browser in which they run."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from pathways.exports import Links, whole
from pathways.exports.pathway import pathway_graph
from pathways.graph import without_everywhere
from pathways.model import Pack
from scripts.readers import MERMAID, script
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
    drawn = mermaid.evaluate(DRAWN, whole(pack, "mermaid", APP).decode())
    assert drawn["type"] == "flowchart-v2"
    assert tidy(drawn["places"]) == tidy([said["label"] for _, said in graph.nodes(data=True)])
    assert tidy(drawn["ways"]) == tidy([said["condition"] for *_, said in graph.edges(data=True)])
    assert tidy(drawn["lanes"]) == tidy([lane.label for lane in pack.info.lanes])
    assert drawn["lines"] == graph.number_of_edges()
    assert sorted(drawn["links"]) == sorted(said["link"] for _, said in graph.nodes(data=True))
