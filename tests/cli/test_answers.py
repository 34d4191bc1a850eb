"""Answers stand in straight columns for people, and as one object for scripts."""

import io
import sys

import pytest

from coprod_desktop.cli.answers import Answer, columns, refuse, say, speak_utf_8


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    lines = columns([("Name", "Time"), ("Aisha Rahman", "2:30"), ("Bo", "12:30")], right=(1,))
    assert lines == ["Name           Time", "Aisha Rahman   2:30", "Bo            12:30"]
    assert columns([]) == []


def test_an_answer_is_words_or_json(capsys: pytest.CaptureFixture[str]) -> None:
    answer = Answer(told={"name": "Tŷ"}, words=["The house.", "It is sound."])
    assert say(answer, is_json=False) == 0
    assert capsys.readouterr().out == "The house.\nIt is sound.\n"
    assert say(answer, is_json=True) == 0
    assert capsys.readouterr().out == '{"name": "Tŷ"}\n'


def test_what_is_not_well_is_told_and_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert say(Answer(told={}, words=[], refusal="It is not sound."), is_json=True) == 1
    said = capsys.readouterr()
    assert (said.out, said.err) == ("{}\n", "It is not sound.\n")
    assert refuse("No.") == 1


def test_a_console_of_another_code_page_is_changed_to_utf_8(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bytes_written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(bytes_written, encoding="cp1252"))
    speak_utf_8()
    say(Answer(told={}, words=["ŵ £ \udc80"]), is_json=False)
    assert bytes_written.getvalue().decode() == "ŵ £ \\udc80\n"
