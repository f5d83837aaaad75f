"""The squares of the comparison: those of every page (:mod:`pages.shared.icon_array`)."""

from pages.shared.icon_array import icon_array_html, key_html

__all__ = ["icon_array_html", "key_html"]
