"""The sheet as a page of HTML that stands alone: no script, no request, the typeface inside; prints on A4."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from pathlib import Path

from jinja2 import FileSystemLoader
from markupsafe import Markup

from pathways import qr
from pathways.charts.icon_array import IconArray
from pathways.sheet import icons, wording
from pathways.sheet.content import NOT_ADVICE, Sheet
from pathways.sheet.pdf import OVERLONG_SIZE, type_size
from pathways.shipped import FONTS
from pathways.text.html import environment
from pathways.theme import FONTS as FAMILIES
from pathways.theme import LIGHT

PRINTED = 0.88
"""Browsers set lines a little wider than the typesetter; the type is made smaller by so much."""

_ENVIRONMENT = environment(FileSystemLoader(Path(__file__).parent))


def html(sheet: Sheet) -> str:
    """The sheet as a whole document; a browser prints it on as many pages as the PDF has, or nearly so."""
    size = PRINTED * (type_size(sheet) or OVERLONG_SIZE)
    return _ENVIRONMENT.get_template("page.html").render(
        body=body(sheet, level=1), sheet=sheet, faces=_faces(), size=f"{size:.2f}", colours=LIGHT
    )


def body(sheet: Sheet, level: int = 2) -> Markup:
    """The sheet as an article with its own style, to show inside another page; ``level`` is its heading's."""
    words = _ENVIRONMENT.get_template("body.html").render(
        sheet=sheet,
        level=level,
        wording=wording,
        not_advice=NOT_ADVICE,
        drawing=_address_of,
        colours=LIGHT,
        fonts=FAMILIES,
        code=_data(qr.svg(sheet.address)) if sheet.address else "",
    )
    # The environment has escaped every value, so the whole is safe markup.
    return Markup(words)  # noqa: S704


def _address_of(array: IconArray) -> str:
    return _data(icons.svg(array))


def _data(drawing: str) -> str:
    """A drawing as an address that holds it: nothing needs to be fetched."""
    return f"data:image/svg+xml;base64,{b64encode(drawing.encode()).decode()}"


@cache
def _faces() -> tuple[tuple[int, str], ...]:
    """The two weights of the typeface as data."""
    weights = (400, 700)
    files = [FONTS / f"atkinson-hyperlegible-next-{weight}.woff2" for weight in weights]
    return tuple((w, b64encode(f.read_bytes()).decode()) for w, f in zip(weights, files, strict=True))
