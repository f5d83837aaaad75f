"""Where the files of the project's own typeface lie: pictures and the sheet are set in it."""

from pathlib import Path

FONTS = Path(__file__).parents[1] / "static" / "fonts"
"""The folder; its .ttf files are for typesetting, its .woff2 files for browsers."""
