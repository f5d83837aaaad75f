"""Where the files lie that are shipped beside the code: the pack, the scorecard and the typeface.

In the repository they stand at its top. In an installed package, which has no top, they stand below
``pathways/_shipped`` under the same names; pyproject.toml puts them there.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
_INSTALLED = _PACKAGE / "_shipped"
ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent
"""The folder that holds ``data`` and ``static``."""

FONTS = ROOT / "static" / "fonts"
"""The project's typeface; its .ttf files are for typesetting, its .woff2 files for browsers."""

SCORECARD = ROOT / "data" / "scorecard.csv"
"""How far published criteria for decision aids are met."""

PACK = ROOT / "data" / "psps_t2"
"""The pack about persistent pain after a spinal fusion."""
