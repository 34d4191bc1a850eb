"""A copy is whole, is proved, opens where nothing can be written, and comes back as a file."""

import shutil
import threading
from pathlib import Path

import pytest

from coprod_desktop.domain.errors import (
    BackupFailedError,
    DiskFullError,
    FileExistsAlreadyError,
    FileMissingError,
    FileReadOnlyError,
    NotACoprodFileError,
    WrongPassphraseOrDamagedError,
)
from coprod_desktop.domain.participants import Participant
from coprod_desktop.storage import backups, engines, soundness
from coprod_desktop.storage.database import Database, open_database
from tests.builders import a_participant
from tests.storage.places import forbid_writing, small_disk
from tests.storage.world import PASSPHRASE, all_of, everything, new_file, one_of_each, save


@pytest.fixture
def backup(file: Database, tmp_path: Path) -> Path:
    """Save one of everything and copy the open file."""
    save(file, *one_of_each())
    copy = tmp_path / "Rivermead backup.coprod"
    assert file.path is not None
    backups.copy_verified(file.path, file.key, copy)
    return copy


def test_a_copy_of_an_open_file_is_one_file_with_everything_in_it(
    file: Database, backup: Path
) -> None:
    assert [found.name for found in backup.parent.glob("Rivermead backup*")] == [backup.name]
    before = everything(file)
    opened = open_database(str(backup), PASSPHRASE)
    assert everything(opened) == before
    assert soundness.findings(opened) == ()
    opened.close()


def test_a_copy_can_be_read_where_nothing_can_be_written(
    file: Database, backup: Path, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "dvd", "4m") as dvd:
        shutil.copy(backup, dvd)
        forbid_writing(dvd)
        reader = engines.connect(dvd / backup.name, file.key, mode="ro")
        assert reader.execute("SELECT count(*) FROM participants").fetchone() == (1,)
        reader.close()
        restored = tmp_path / "Restored.coprod"
        backups.restore_verified(dvd / backup.name, PASSPHRASE, restored)
    opened = open_database(str(restored), PASSPHRASE)
    assert everything(opened) == everything(file)
    opened.close()


def test_a_copy_made_while_somebody_saves_is_of_one_moment(file: Database, tmp_path: Path) -> None:
    assert file.path is not None
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            save(file, a_participant(name="One"), a_participant(name="Two"))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            backups.copy_verified(file.path, file.key, tmp_path / f"copy {number}.coprod")
    finally:
        stop.set()
        writer.join()
    for number in range(5):
        opened = open_database(str(tmp_path / f"copy {number}.coprod"), PASSPHRASE)
        assert len(all_of(opened, Participant)) % 2 == 0
        assert soundness.findings(opened) == ()
        opened.close()


def test_a_copy_never_takes_the_place_of_a_file(file: Database, backup: Path) -> None:
    assert file.path is not None
    before = backup.read_bytes()
    with pytest.raises(FileExistsAlreadyError):
        backups.copy_verified(file.path, file.key, backup)
    with pytest.raises(FileExistsAlreadyError):
        backups.restore_verified(backup, PASSPHRASE, file.path)
    assert backup.read_bytes() == before


def test_a_copy_that_has_no_room_leaves_nothing(file: Database, tmp_path: Path) -> None:
    assert file.path is not None
    save(file, *one_of_each())
    with small_disk(tmp_path / "stick", "128k") as stick:
        with pytest.raises(DiskFullError):
            backups.copy_verified(file.path, file.key, stick / "copy.coprod")
        assert list(stick.iterdir()) == []
        forbid_writing(stick)
        with pytest.raises(FileReadOnlyError):
            backups.copy_verified(file.path, file.key, stick / "copy.coprod")
    with pytest.raises(FileReadOnlyError):
        backups.copy_verified(file.path, file.key, tmp_path / "no folder" / "copy.coprod")


def test_a_damaged_file_is_not_copied(path: Path) -> None:
    made = new_file(str(path))
    save(made, *(a_participant() for _each in range(200)))
    made.close()
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 4096 // 2 * 4096 + 50)
        file.write(bytes(20))
    copy = path.with_name("copy.coprod")
    with pytest.raises(BackupFailedError):
        backups.copy_verified(path, made.key, copy)
    assert not copy.exists()
    assert not list(path.parent.glob("*.partial*"))


@pytest.mark.parametrize(
    ("passphrase", "error"),
    [("wrong passphrase", WrongPassphraseOrDamagedError), ("", WrongPassphraseOrDamagedError)],
)
def test_a_wrong_passphrase_restores_nothing(
    backup: Path, tmp_path: Path, passphrase: str, error: type[Exception]
) -> None:
    before = backup.read_bytes()
    with pytest.raises(error):
        backups.restore_verified(backup, passphrase, tmp_path / "Restored.coprod")
    assert not (tmp_path / "Restored.coprod").exists()
    assert backup.read_bytes() == before


def test_what_is_no_copy_restores_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileMissingError):
        backups.restore_verified(tmp_path / "nothing.coprod", PASSPHRASE, tmp_path / "x.coprod")
    (tmp_path / "letter.docx").write_bytes(b"PK\x03\x04" + bytes(9000))
    with pytest.raises(NotACoprodFileError):
        backups.restore_verified(tmp_path / "letter.docx", PASSPHRASE, tmp_path / "x.coprod")
    assert [found.name for found in tmp_path.iterdir()] == ["letter.docx"]


def test_what_a_lost_file_left_does_not_spoil_its_restored_copy(
    backup: Path, tmp_path: Path
) -> None:
    lost = tmp_path / "Lost.coprod"
    other = new_file(str(lost))
    save(other, a_participant(name="Somebody"))
    log = tmp_path / "Lost.coprod-wal"
    left = log.read_bytes()
    other.close()
    lost.unlink()
    log.write_bytes(left)
    backups.restore_verified(backup, PASSPHRASE, lost)
    opened = open_database(str(lost), PASSPHRASE)
    assert [person.name for person in all_of(opened, Participant)] == ["Aisha Rahman"]
    assert soundness.findings(opened) == ()
    opened.close()


def test_the_two_checks_of_pages_agree_on_a_sound_file(file: Database) -> None:
    save(file, *one_of_each())
    assert file.path is not None
    reader = engines.connect(file.path, file.key, mode="ro")
    assert backups.unsound_pages(reader) == backups.unsound_pages(reader, quickly=True) == []
    reader.close()
