"""Copies are kept by themselves: proved, the newest ten, and only where something changed."""

from pathlib import Path

import pytest

from coprod_desktop.domain.errors import FileReadOnlyError
from coprod_desktop.services.kept_backups import KEPT, KeptBackups
from coprod_desktop.services.office import open_office
from tests.builders import a_participant
from tests.services.world import PASSPHRASE, World


def keeper(world: World, folder: Path) -> KeptBackups:
    return KeptBackups(world.office.desk, folder)


def change_something(world: World, number: int) -> None:
    with world.office.desk.transaction("add participant") as work:
        work.add(a_participant(participant_id=world.office.desk.new_id(), name=f"Amina {number}"))


def test_a_copy_opens_with_the_same_passphrase_and_holds_the_same(
    file_world: World, tmp_path: Path
) -> None:
    change_something(file_world, 1)
    copy = keeper(file_world, tmp_path / "Backups").keep()
    assert copy is not None
    opened = open_office(str(copy), PASSPHRASE)
    assert [one.name for one in opened.participants.everybody()] == [
        one.name for one in file_world.office.participants.everybody()
    ]
    opened.close()


def test_nothing_is_copied_again_before_something_changed(
    file_world: World, tmp_path: Path
) -> None:
    kept = keeper(file_world, tmp_path)
    first = kept.keep()
    assert kept.keep() == first == kept.newest()
    change_something(file_world, 1)
    second = kept.keep()
    assert second != first
    assert kept.newest() == second


def test_the_ten_newest_stay_and_what_else_lies_there_is_left_alone(
    file_world: World, tmp_path: Path
) -> None:
    kept = keeper(file_world, tmp_path)
    folder = kept.folder()
    assert folder is not None
    folder.mkdir()
    (folder / "my own note.txt").write_text("keep this")
    made = []
    for number in range(KEPT + 2):
        change_something(file_world, number)
        made.append(kept.keep())
    assert sorted(folder.glob("*.coprod")) == sorted(made[2:], key=str)
    assert (folder / "my own note.txt").exists()


def test_a_folder_that_cannot_be_made_is_said(file_world: World, tmp_path: Path) -> None:
    (tmp_path / "Backups").write_text("a file where the folder should be")
    with pytest.raises(FileReadOnlyError):
        keeper(file_world, tmp_path / "Backups").keep()
