"""The command line as scripts see it: exit codes, one JSON object, one sentence, nothing more."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from coprod_desktop.cli import run
from tests.cli.runner import PASSPHRASE, Coprod


def coprod_process(
    *words: object, passphrase: str | None = PASSPHRASE, **settings: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the command line as a process of its own, without a terminal."""
    environment = {**os.environ, **settings}
    environment.pop("COPROD_PASSPHRASE", None)
    if passphrase is not None:
        environment["COPROD_PASSPHRASE"] = passphrase
    return subprocess.run(
        [sys.executable, "-m", "coprod_desktop.cli", *map(str, words)],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


def test_an_answer_is_one_json_object_and_nothing_else(full: Path) -> None:
    done = coprod_process("totals", full, "--by", "month", "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.count(b"\n") == 1
    assert json.loads(done.stdout).keys() == {"rows", "sum"}


def test_a_refused_request_ends_with_1_and_a_sentence_on_standard_error(full: Path) -> None:
    done = coprod_process("check", full, "--json", passphrase="another passphrase")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().startswith("The file does not open with this passphrase.")


def test_wrong_usage_ends_with_2() -> None:
    done = coprod_process("totals", "Name.coprod", "--by", "moon")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"--by" in done.stderr


def test_no_command_at_all_is_wrong_usage(coprod: Coprod) -> None:
    assert coprod().code == 2


def test_help_ends_with_0_and_names_every_command(coprod: Coprod) -> None:
    outcome = coprod("--help")
    assert outcome.code == 0
    for name in ("new", "demo", "import", "totals", "statements", "pay-run", "export", "check"):
        assert f"\n    {name} " in outcome.out
    for name in ("backup", "restore", "history", "undo", "verify"):
        assert f"\n    {name} " in outcome.out


def test_the_options_of_all_commands_may_stand_before_the_command(
    coprod: Coprod, full: Path
) -> None:
    first = coprod("--json", "--operator", "Idris Vaughan", "history", full)
    assert (first.code, first.err) == (0, "")
    assert first.told["changes"]


def test_names_are_written_in_utf_8_on_every_console(tmp_path: Path) -> None:
    done = coprod_process(
        "new",
        tmp_path / "a.coprod",
        "--organisation",
        "Cwm Tŷ ẅ 日本",
        "--json",
        PYTHONIOENCODING="ascii",
        PYTHONUTF8="0",
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.decode("utf-8"))["organisation"] == "Cwm Tŷ ẅ 日本"


@pytest.mark.skipif(sys.platform == "win32", reason="A pipe that closes early is a Unix matter.")
def test_a_reader_who_has_seen_enough_gets_no_complaint(full: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    environment = {**os.environ, "COPROD_PASSPHRASE": PASSPHRASE}
    done = subprocess.run(
        [sys.executable, "-m", "coprod_desktop.cli", "history", str(full)],
        env=environment,
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (1, b"")


def test_ctrl_c_ends_with_130_and_says_what_is_safe(
    coprod: Coprod, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "build_parser", interrupted)
    assert coprod("check", "x").code == 130


def test_a_fault_that_nobody_foresaw_becomes_a_sentence(
    coprod: Coprod, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise ValueError("Aisha Rahman, £87.50")

    monkeypatch.setattr(run, "build_parser", broken)
    words = coprod.refused("check", "x")
    assert words.startswith("The program came to a fault that nobody foresaw.")
    assert "Aisha" not in words
