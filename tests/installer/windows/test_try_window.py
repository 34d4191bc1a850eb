"""The hand that uses the window under Wine knows the keys of the screens as they are today."""

from pathlib import Path

import pytest

from installer.windows import try_window
from installer.windows.try_window import keys_of

ROOT = Path(__file__).resolve().parents[3]


def test_every_screen_of_the_trial_is_in_the_window_and_has_its_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lib").symlink_to(ROOT)
    monkeypatch.setattr(try_window, "BUNDLE", tmp_path)
    names = ("session_sheet", "contributions", "participants", "pay_runs", "statements")
    keys = [keys_of(name) for name in names]
    assert keys[0] == "ctrl+1"
    assert keys == sorted(set(keys))
    assert all(len(key) == len("ctrl+1") for key in keys)  # the window has keys for nine
