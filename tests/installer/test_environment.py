"""The environment is made anew when, and only when, something it depends on has changed."""

from pathlib import Path

import pytest

from installer.console import SetUpError
from installer.environment import clear, stamp

SETTINGS = """
[build-system]
requires = ["setuptools"]
[project]
dependencies = ["reportlab"]
[tool.ruff]
line-length = 100
"""


def test_a_new_library_is_noticed() -> None:
    changed = SETTINGS.replace('"reportlab"', '"reportlab", "openpyxl"')
    assert stamp(changed, with_tools=True) != stamp(SETTINGS, with_tools=True)


def test_a_setting_of_a_tool_installs_nothing() -> None:
    changed = SETTINGS.replace("100", "88")
    assert stamp(changed, with_tools=True) == stamp(SETTINGS, with_tools=True)


def test_the_program_alone_is_not_taken_for_the_program_with_tools() -> None:
    assert stamp(SETTINGS, with_tools=False) != stamp(SETTINGS, with_tools=True)


def test_a_half_made_environment_is_cleared_away(tmp_path: Path) -> None:
    folder = tmp_path / ".venv"
    folder.mkdir()
    (folder / "pyvenv.cfg").touch()
    clear(folder)
    assert not folder.exists()


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.touch()
    with pytest.raises(SetUpError, match="move it out of the way"):
        clear(tmp_path)
    assert letter.exists()
