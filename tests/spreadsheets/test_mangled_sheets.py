"""Damaged and hostile spreadsheets end in a result or a sentence, and never harm the file.

The long version is `python -m tests.campaigns.mangled_sheets`.
"""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="each sheet is tried in a forked process")
def test_a_hundred_damaged_sheets_end_in_a_result_or_a_sentence() -> None:
    words = ["--files", "100", "--seed", "70000", "--processes", "1", "--seconds", "60"]
    done = subprocess.run(
        [sys.executable, "-m", "tests.campaigns.mangled_sheets", *words],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "100 files, 0 faults" in done.stdout
