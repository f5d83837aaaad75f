"""The kinds of file that a picture can be saved as. It stands alone: what draws pictures is slow to load."""

from __future__ import annotations

from pages.shared.widgets import show_buttons

FORMATS = {"svg": "SVG, for print", "png": "PNG, for slides"}
"""The formats in which a picture can be saved, with what each is good for."""


def show_formats(save_as: str) -> None:
    """The choice of the format in which the button on each picture saves it."""
    show_buttons("The camera button saves a picture as", "save", FORMATS, save_as)
