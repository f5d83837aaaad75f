"""Addresses that lead from a file back to the view of the app that says the same."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode, urljoin

from pathways.model import Edge


@dataclass(frozen=True)
class Links:
    """Where views are found. ``app`` is the address of the app; without it, a link begins at the app's top.

    ``pack`` is the name by which addresses ask for the pack; blank for the one that is shown without a name.

    >>> Links("https://example.org/app/").place("tea"), Links().finding("tea-01")
    ('https://example.org/app/map?node=tea', 'evidence?finding=tea-01')
    >>> Links(pack="tap").place("drip"), Links(pack="tap").claims(), Links().claims()
    ('map?node=drip&pack=tap', 'guides?pack=tap', 'guides')
    """

    app: str = ""
    pack: str = ""

    def place(self, node_id: str) -> str:
        """The map with the card of a place."""
        return self._to("map", node=node_id)

    def way(self, edge: Edge) -> str:
        """The map with the route from one place to the next."""
        return self._to("map", **{"view": "route", "from": edge.start, "to": edge.end})

    def whole(self) -> str:
        """The whole map."""
        return self._to("map", view="whole")

    def finding(self, finding_id: str) -> str:
        """The card of a finding, with its source and its cautions."""
        return self._to("evidence", finding=finding_id)

    def source(self, source_id: str) -> str:
        """The card of a source, with all that was taken from it."""
        return self._to("evidence", source=source_id)

    def claims(self) -> str:
        """What guides say."""
        return self._to("guides")

    def _to(self, page: str, **parts: str) -> str:
        query = urlencode({**parts, **({"pack": self.pack} if self.pack else {})})
        return urljoin(self.app, f"{page}?{query}" if query else page)
