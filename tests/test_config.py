"""Settings whose loss nobody would see at once."""

from __future__ import annotations

import tomllib
from pathlib import Path

from streamlit import config

ROOT = Path(__file__).parents[1]
SETTINGS = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


def options() -> dict[str, object]:
    """All options of the file by their full names, themes left out."""
    return {
        f"{section}.{name}": value
        for section, names in SETTINGS.items()
        if section != "theme"
        for name, value in names.items()
    }


def test_every_option_is_still_known_to_streamlit() -> None:
    known = config.get_config_options()
    assert set(options()) <= set(known)


def test_no_garbage_is_collected_after_a_rerun() -> None:
    assert options()["runner.postScriptGC"] is False


def test_usage_statistics_are_off() -> None:
    assert options()["browser.gatherUsageStats"] is False


def test_no_reader_sees_a_traceback() -> None:
    assert options()["client.showErrorDetails"] == "none"


def test_fonts_come_from_the_app_itself() -> None:
    for face in SETTINGS["theme"]["fontFaces"]:
        assert face["url"].startswith("app/static/")
        assert (ROOT / face["url"].removeprefix("app/")).exists()
