"""What the page About tells: how far to trust the data, and the method as the documents have it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from markupsafe import Markup

from pages.shared.kept import kept_html
from pages.shared.prose_html import Citations, prose_html
from pathways.model import Pack

METHOD = Path(__file__).parents[3] / "docs" / "method.md"


@kept_html
def status_html(pack: Pack) -> Markup:
    """How far to trust the data."""
    return prose_html(pack, pack.info.status, Citations(pack))


@cache
def method() -> str:
    """The method, without its title; read once, as it changes with the app alone."""
    return METHOD.read_text(encoding="utf-8").partition("\n")[2]
