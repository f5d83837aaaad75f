"""Settings whose loss nobody would see at once."""

from __future__ import annotations

import os
import subprocess
import tomllib
from pathlib import Path

import pytest
from streamlit import config

from pathways.loading.zipped import MOST_BYTES_OF_ZIP
from tests.patience import SECONDS

ADDRESS = "STREAMLIT_SERVER_ADDRESS"
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


def test_no_files_are_watched_while_people_read() -> None:
    """The watcher hears of every file that anything opens below the app, and looks through all of them."""
    assert options()["server.fileWatcherType"] == "none"


def test_usage_statistics_are_off() -> None:
    assert options()["browser.gatherUsageStats"] is False


def test_a_new_account_is_asked_for_no_address() -> None:
    assert options()["server.showEmailPrompt"] is False


def test_the_server_does_not_ask_for_its_own_address() -> None:
    assert options()["browser.serverAddress"] == "localhost"


def test_other_sites_cannot_call_the_server() -> None:
    assert options()["server.enableCORS"] is True
    assert options()["server.enableXsrfProtection"] is True


def test_no_more_can_be_uploaded_than_a_zip_of_a_pack_may_have() -> None:
    assert options()["server.maxUploadSize"] * 1_000_000 == MOST_BYTES_OF_ZIP


def test_the_file_leaves_the_address_to_whoever_starts_the_server() -> None:
    """Community Cloud is not said to override it, and a container has to listen to more than itself."""
    assert "server.address" not in options()


@pytest.mark.parametrize(("variable", "address"), [({}, "localhost"), ({ADDRESS: "0.0.0.0"}, "0.0.0.0")])  # noqa: S104
def test_make_run_listens_to_this_machine_alone_unless_told(variable: dict[str, str], address: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name != ADDRESS}
    said = subprocess.run(
        ["make", "--dry-run", "run"],  # noqa: S607
        cwd=ROOT,
        env={**environment, **variable},
        capture_output=True,
        text=True,
        check=True,
        timeout=SECONDS,
    ).stdout
    assert f"{ADDRESS}={address} .venv/bin/python -m streamlit run scripts/serve.py" in said


def test_no_reader_sees_a_traceback() -> None:
    assert options()["client.showErrorDetails"] == "none"


def test_fonts_come_from_the_app_itself() -> None:
    for face in SETTINGS["theme"]["fontFaces"]:
        assert face["url"].startswith("app/static/")
        assert (ROOT / face["url"].removeprefix("app/")).exists()


def test_the_digits_of_every_weight_come_from_a_face_without_a_slash_in_its_nought() -> None:
    faces = SETTINGS["theme"]["fontFaces"]
    letters = {face["weight"] for face in faces if "unicodeRange" not in face}
    digits = [face for face in faces if face.get("unicodeRange") == "U+30-39"]
    assert {face["weight"] for face in digits} == letters
    assert all("source-sans" in face["url"] for face in digits)
    assert (
        (ROOT / "static" / "fonts" / "OFL-source-sans.txt")
        .read_text(encoding="utf-8")
        .startswith("Copyright")
    )
