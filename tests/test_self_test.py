"""The program tries itself: every step is done, and what came of it is written down."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from coprod_desktop import self_test


def told(folder: Path) -> dict[str, Any]:
    """Read what a self-test wrote down."""
    result: dict[str, Any] = json.loads((folder / self_test.RESULT).read_text(encoding="utf-8"))
    return result


def test_the_main_job_is_done_and_every_figure_is_written_down(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "coprod_desktop", "--self-test", str(tmp_path / "new")]
    done = subprocess.run(words, capture_output=True, text=True, timeout=600, check=False)
    result = told(tmp_path / "new")
    assert (done.returncode, result["is_right"]) == (0, True), result["steps"]
    steps = result["steps"]
    assert steps["session"]["names"] == sorted(["Siân Llŷr-Ŵyn", "مريم الصالح"])
    assert steps["session"]["totals"]["minutes_paid"] == 180
    assert steps["check"]["is_sound"] == {"Tŷ’r Afon.coprod": True, "Demo.coprod": True}
    payments = steps["pay run"]["payments"]
    assert steps["pay run"]["total_pence"] == sum(one["pence"] for one in payments) > 0
    assert len(steps["statements"]["issued"]) > 20
    assert steps["word file"]["pictures"] > 0
    assert steps["spreadsheets"]["minutes_read"] == 90
    assert steps["spreadsheets"]["people_added"] == 0
    assert steps["two processes"]["papers"] == 32


def test_a_step_that_fails_is_written_down_and_ends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COPROD_PASSPHRASE", raising=False)
    (tmp_path / "Tŷ’r Afon.coprod").mkdir()  # where the new file should be
    assert self_test.run_self_test(tmp_path) == 1
    result = told(tmp_path)
    assert list(result["steps"]) == ["new file"]
    assert "Error" in result["steps"]["new file"]["failed"]
    assert result["is_right"] is False
