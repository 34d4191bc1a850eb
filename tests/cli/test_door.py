"""Passphrase and PIN come from the environment or a prompt; the operator is who was named."""

import sys
from pathlib import Path

import pytest

from coprod_desktop.cli import door
from coprod_desktop.cli.answers import RefusedError
from coprod_desktop.cli.door import paper_password
from coprod_desktop.domain.issuing_errors import PasswordMissingError
from coprod_desktop.services.office import open_office
from tests.cli.runner import PASSPHRASE, Coprod


class Terminal:
    """A keyboard with somebody at it."""

    def isatty(self) -> bool:
        """Say that somebody is there."""
        return True


class Unattended:
    """A keyboard with nobody at it."""

    def isatty(self) -> bool:
        """Say that nobody is there."""
        return False


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Type these words, one at each question."""
    words: list[str] = []
    monkeypatch.delenv("COPROD_PASSPHRASE", raising=False)
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr("getpass.getpass", lambda _question: words.pop(0))
    return words


def test_the_environment_goes_before_a_question(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPROD_PASSPHRASE", "from the environment")
    assert door.passphrase_for("a.coprod") == "from the environment"


def test_at_a_terminal_the_passphrase_is_asked_for(typed: list[str]) -> None:
    typed += ["typed once"]
    assert door.passphrase_for("a.coprod") == "typed once"


def test_a_new_passphrase_is_typed_twice_alike(typed: list[str]) -> None:
    typed += ["one two three", "one two three"]
    assert door.passphrase_for("a.coprod", is_new=True) == "one two three"
    typed += ["one two three", "one two thre"]
    with pytest.raises(RefusedError, match="The two passphrases differ"):
        door.passphrase_for("a.coprod", is_new=True)


def test_a_shared_database_asks_for_no_passphrase(typed: list[str]) -> None:
    assert door.passphrase_for("postgresql+psycopg://host/name") == ""


def test_without_terminal_and_environment_the_request_is_refused(
    coprod: Coprod, full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COPROD_PASSPHRASE")
    with (Path("/dev/null") if sys.platform != "win32" else Path("nul")).open() as nothing:
        monkeypatch.setattr(sys, "stdin", nothing)
        assert "COPROD_PASSPHRASE" in coprod.refused("check", full)


def test_the_named_operator_is_in_the_history(coprod: Coprod, full: Path) -> None:
    coprod.told("approve", full, "--up-to", "2026-11-30", "--operator", "idris vaughan")
    assert coprod.told("history", full)["changes"][0]["operator"] == "Idris Vaughan"


def test_an_operator_who_is_not_there_is_refused(coprod: Coprod, full: Path) -> None:
    words = coprod.refused("history", full, "--operator", "Nobody Here")
    assert words.startswith("Nobody called “Nobody Here” works with this file.")


def test_the_file_is_closed_after_every_command(coprod: Coprod, full: Path) -> None:
    assert coprod("check", full).code == 0
    assert coprod.refused("pay-run", full, "show", 99)
    assert coprod("check", full).code == 0
    assert not full.with_name(full.name + "-wal").exists()
    assert PASSPHRASE not in full.read_bytes().decode("latin-1")


@pytest.fixture
def pinned(full: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let Idris have a PIN."""
    monkeypatch.delenv("COPROD_PIN", raising=False)
    office = open_office(str(full), PASSPHRASE, operator="Idris Vaughan")
    office.operators.set_pin("2480")
    office.close()
    return full


def test_where_somebody_has_a_pin_the_operator_is_named(coprod: Coprod, pinned: Path) -> None:
    words = coprod.refused("check", pinned)
    assert "--operator" in words
    assert words.endswith("Grace Okafor, Idris Vaughan.")
    assert coprod("check", pinned, "--operator", "Grace Okafor").code == 0


def test_the_pin_comes_from_the_environment(
    coprod: Coprod, pinned: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = ("check", pinned, "--operator", "Idris Vaughan")
    monkeypatch.setattr(sys, "stdin", Unattended())
    assert "COPROD_PIN" in coprod.refused(*named)
    monkeypatch.setenv("COPROD_PIN", "9753")
    words = coprod.refused(*named)
    assert words == "That is not the PIN of Idris Vaughan. You have 4 more tries."
    monkeypatch.setenv("COPROD_PIN", "2480")
    assert coprod(*named).code == 0


def test_at_a_terminal_the_pin_is_asked_for(coprod: Coprod, pinned: Path, typed: list[str]) -> None:
    typed += [PASSPHRASE, "2480"]
    assert coprod("check", pinned, "--operator", "Idris Vaughan").code == 0
    assert typed == []


def test_the_history_tells_no_pin(
    coprod: Coprod, pinned: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPROD_PIN", "9753")
    coprod.refused("check", pinned, "--operator", "Idris Vaughan")
    told = coprod("history", pinned, "--operator", "Grace Okafor", "--json")
    assert [one["verb"] for one in told.told["changes"][:2]] == ["wrong PIN", "set PIN"]
    for secret in ("9753", "2480", "digest", "salt"):
        assert secret not in told.out


def test_the_password_for_papers_comes_from_the_environment_or_is_typed_twice(
    typed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COPROD_PAPER_PASSWORD", raising=False)
    typed[:] = ["beans", "beans"]
    assert paper_password() == "beans"
    typed[:] = ["beans", "peas"]
    with pytest.raises(RefusedError) as caught:
        paper_password()
    assert caught.value.sentence.startswith("The two passwords differ")
    typed[:] = ["", ""]
    with pytest.raises(PasswordMissingError):
        paper_password()
    monkeypatch.setenv("COPROD_PAPER_PASSWORD", "beans and peas")
    assert paper_password() == "beans and peas"
