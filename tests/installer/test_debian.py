"""What Debian must add is found by looking, and asked for in words that can be typed."""

import shutil
import sys
from pathlib import Path

import PySide6
import pytest

from installer.console import SetUpError
from installer.debian import install, missing_libraries

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="Debian's part of the set-up")


@on_linux
def test_a_library_that_is_nowhere_is_named(tmp_path: Path) -> None:
    plugin = Path(PySide6.__path__[0], "Qt/plugins/platforms/libqoffscreen.so")
    away_from_qt = shutil.copy(plugin, tmp_path)
    assert "libQt6Gui.so.6" in missing_libraries([Path(away_from_qt)])


@on_linux
def test_a_program_that_runs_lacks_nothing() -> None:
    assert missing_libraries([Path(sys.executable).resolve()]) == set()


@on_linux
def test_a_person_without_rights_gets_the_line_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(SetUpError) as refusal:
        install(["poppler-utils", "libegl1", "libegl1"])
    line = str(refusal.value).splitlines()[1]
    assert line.endswith("sudo apt-get install --yes --no-install-recommends libegl1 poppler-utils")


def test_nothing_missing_asks_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    install([])
