"""What is not to be opened is refused for its own reason, and left as it is."""

import secrets
import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from coprod_desktop.domain.errors import (
    DomainError,
    FileDamagedError,
    FileFromNewerVersionError,
    FileInUseError,
    FileMissingError,
    FileReadOnlyError,
    NotACoprodFileError,
    WrongPassphraseOrDamagedError,
)
from coprod_desktop.domain.participants import Participant
from coprod_desktop.storage import engines, entrance, keys, soundness
from coprod_desktop.storage.database import open_database
from coprod_desktop.storage.upgrade import OURS
from tests.builders import a_participant
from tests.storage import processes
from tests.storage.places import forbid_writing, small_disk
from tests.storage.world import PASSPHRASE, all_of, new_file, save


@pytest.fixture
def saved(path: Path) -> Path:
    """Make a file with some hundred people in it."""
    made = new_file(str(path))
    save(made, *(a_participant(name=f"Person {number}") for number in range(300)))
    made.close()
    return path


def refused(path: Path, passphrase: str = PASSPHRASE) -> DomainError:
    """Try to open, and see that nothing changed."""
    before = {found.name: found.read_bytes() for found in path.parent.iterdir() if found.is_file()}
    with pytest.raises(DomainError) as refusal:
        open_database(str(path), passphrase)
    after = {found.name: found.read_bytes() for found in path.parent.iterdir() if found.is_file()}
    assert after == before
    return refusal.value


@pytest.mark.parametrize("passphrase", ["", "wrong", PASSPHRASE + " ", PASSPHRASE.upper(), "'"])
def test_a_wrong_passphrase(
    saved: Path, passphrase: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert type(refused(saved, passphrase)) is WrongPassphraseOrDamagedError
    assert capfd.readouterr() == ("", "")
    open_database(str(saved), PASSPHRASE).close()


def test_a_wrong_passphrase_loses_nothing_that_a_killed_program_had_saved(path: Path) -> None:
    new_file(str(path)).close()
    process = processes.start("write", path)
    assert process.stdout is not None
    last = int(process.stdout.readline())
    later = processes.kill(process)
    last = int(later[-1]) if later else last
    with pytest.raises(WrongPassphraseOrDamagedError):
        open_database(str(path), "wrong passphrase")
    again = open_database(str(path), PASSPHRASE)
    assert len(all_of(again, Participant)) >= last
    assert soundness.findings(again) == ()
    again.close()


def test_no_file(path: Path) -> None:
    assert type(refused(path)) is FileMissingError
    path.mkdir()
    assert type(refused(path)) is FileMissingError
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 100,
        b"\xff\xd8\xff\xe0" + bytes(9000),
        b"\x89PNG\r\n\x1a\n" + bytes(9000),
        b"PK\x03\x04" + bytes(9000),
        b"%PDF-1.7\n" + bytes(9000),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9000),
    ],
)
def test_a_file_of_another_kind(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert type(refused(path)) is NotACoprodFileError


def test_an_unencrypted_database(path: Path) -> None:
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE participants (name TEXT)")
    plain.close()
    assert type(refused(path)) is NotACoprodFileError


@pytest.mark.parametrize("application_id", [0, engines.APPLICATION_ID])
def test_an_encrypted_database_of_another_program(path: Path, application_id: int) -> None:
    other = sqlcipher.connect(str(path))
    other.execute(f"PRAGMA key='{PASSPHRASE}'")
    other.execute(f"PRAGMA application_id={application_id}")
    other.execute("CREATE TABLE notes (text TEXT)")
    other.close()
    assert type(refused(path)) is NotACoprodFileError


def test_bytes_at_random(path: Path) -> None:
    for size in (4096, 10_000, 65_536):
        path.write_bytes(secrets.token_bytes(size))
        assert type(refused(path)) is WrongPassphraseOrDamagedError


@pytest.mark.parametrize("kept", [0.99, 0.5, 0.1])
def test_a_file_that_was_cut_short(saved: Path, kept: float) -> None:
    whole = saved.read_bytes()
    saved.write_bytes(whole[: int(len(whole) * kept)])
    try:
        opened = open_database(str(saved), PASSPHRASE)
    except (FileDamagedError, WrongPassphraseOrDamagedError, NotACoprodFileError):
        return
    assert soundness.findings(opened) != ()
    opened.close()


def test_a_file_cut_down_to_nearly_nothing(saved: Path) -> None:
    saved.write_bytes(saved.read_bytes()[:3000])
    assert type(refused(saved)) is NotACoprodFileError


def test_flipped_bytes_are_named_wherever_they_are(saved: Path, tmp_path: Path) -> None:
    whole = saved.read_bytes()
    pages = len(whole) // 4096
    for page in range(0, pages, max(1, pages // 7)):
        damaged = tmp_path / "damaged.coprod"
        spot = page * 4096 + 100
        damaged.write_bytes(whole[:spot] + bytes(10) + whole[spot + 10 :])
        try:
            opened = open_database(str(damaged), PASSPHRASE)
        except (FileDamagedError, WrongPassphraseOrDamagedError):
            continue
        found = soundness.findings(opened)
        assert f"page {page + 1}" in found[0]
        opened.close()


def test_a_damaged_page_does_not_hide_the_others(saved: Path) -> None:
    with saved.open("r+b") as file:
        file.seek(saved.stat().st_size // 4096 * 3 // 4 * 4096 + 100)
        file.write(bytes(10))
    opened = open_database(str(saved), PASSPHRASE)
    found: list[object] = []
    try:
        found += all_of(opened, Participant)
    except FileDamagedError:
        found.append("damaged")
    assert found
    opened.close()


def test_a_file_in_use(saved: Path) -> None:
    holder = open_database(str(saved), PASSPHRASE)
    assert type(refused(saved)) is FileInUseError
    holder.close()
    open_database(str(saved), PASSPHRASE).close()


def test_a_file_that_another_tool_is_writing(saved: Path) -> None:
    other = sqlcipher.connect(str(saved), isolation_level=None)
    other.execute(f"PRAGMA key='{PASSPHRASE}'")
    other.execute("PRAGMA locking_mode=EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    other.execute("CREATE TABLE mine (a)")
    with pytest.raises(FileInUseError):
        open_database(str(saved), PASSPHRASE)
    other.execute("ROLLBACK")
    other.close()
    open_database(str(saved), PASSPHRASE).close()


def test_a_revision_that_is_not_known(saved: Path) -> None:
    key = keys.derive_key(PASSPHRASE, keys.salt_of(saved))
    before = saved.read_bytes()
    with pytest.raises(FileFromNewerVersionError):
        entrance.check(saved, key, ("0000",))
    entrance.check(saved, key, ("0000", OURS.head))
    assert saved.read_bytes() == before
    assert list(saved.parent.iterdir()) == [saved]


def test_a_place_that_cannot_be_written_to(saved: Path, tmp_path: Path) -> None:
    with small_disk(tmp_path / "stick", "8m") as stick:
        shutil.copy(saved, stick)
        forbid_writing(stick)
        with pytest.raises(FileReadOnlyError):
            open_database(str(stick / saved.name), PASSPHRASE)
