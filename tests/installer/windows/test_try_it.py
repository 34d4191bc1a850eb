"""The trial under Wine compares files and figures, and says what is wrong."""

import json
from pathlib import Path

import pytest

from installer.console import SetUpError
from installer.windows.try_it import figures_of, same_files


def test_what_differs_between_built_and_installed_is_named(tmp_path: Path) -> None:
    for folder, files in {
        "built": {"Coprod.exe": "a", "lib/a.py": "a", "lib/b.py": "b"},
        "installed": {"Coprod.exe": "a", "lib/a.py": "x", "lib/c.py": "c", "Uninstall.exe": "u"},
    }.items():
        for name, content in files.items():
            (tmp_path / folder / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / folder / name).write_text(content, encoding="utf-8")
    differing = same_files(tmp_path / "built", tmp_path / "installed")
    assert differing == ["lib/a.py", "lib/b.py", "lib/c.py"]


def test_the_figures_of_a_right_result_are_read(tmp_path: Path) -> None:
    result = tmp_path / "self-test.json"
    result.write_text(json.dumps({"is_right": True, "steps": {"demo": {"minutes": 5}}}))
    assert figures_of(result, "") == {"demo": {"minutes": 5}}


def test_a_wrong_result_or_none_is_told(tmp_path: Path) -> None:
    result = tmp_path / "self-test.json"
    with pytest.raises(SetUpError, match="It crashed"):
        figures_of(result, "It crashed")
    result.write_text(json.dumps({"is_right": False, "steps": {"demo": {"failed": "why"}}}))
    with pytest.raises(SetUpError, match="why"):
        figures_of(result, "")
