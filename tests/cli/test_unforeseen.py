"""The trace of a fault helps whoever looks after the program, and tells nothing about anybody."""

from pathlib import Path

import pytest

from coprod_desktop.cli.unforeseen import note
from coprod_desktop.paths import log_folder


def fail() -> None:
    """Fail with a fault behind the fault, both of which quote personal data."""
    person = "Aisha Rahman"
    try:
        int(person)
    except ValueError as error:
        raise RuntimeError(f"{person} is owed £87.50") from error


def test_the_log_says_where_and_never_who_or_how_much() -> None:
    with pytest.raises(RuntimeError) as caught:
        fail()
    words = note(caught.value)
    log = log_folder() / "coprod.log"
    assert str(log) in words
    written = log.read_text(encoding="utf-8")
    assert "\nValueError:\n" in written
    assert "\nRuntimeError:\n" in written
    assert Path(__file__).name in written
    assert "is owed" not in written.replace('f"{person} is owed £87.50"', "")
    assert "invalid literal" not in written


def test_where_no_log_can_be_written_there_are_still_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked = tmp_path / "a file where a folder should be"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setattr("coprod_desktop.cli.unforeseen.log_folder", lambda: blocked / "log")
    assert note(ValueError("x")).endswith("tell whoever looks after the program.")
