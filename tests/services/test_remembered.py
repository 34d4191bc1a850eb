"""A passphrase is remembered for a file, wherever the file goes, and only where it is safe."""

import shutil
from pathlib import Path

from coprod_desktop.services.remembered import RememberedPassphrases
from tests.services.world import World
from tests.ui.start.pocket import Pocket


def test_a_passphrase_goes_with_its_file(file_world: World, tmp_path: Path) -> None:
    path = file_world.office.desk.database.path
    assert path is not None
    file_world.office.close()
    remembered = RememberedPassphrases(Pocket())
    assert remembered.is_possible
    assert remembered.remember(path, "a pier of long planks")
    moved = tmp_path / "elsewhere" / "Renamed.coprod"
    moved.parent.mkdir()
    shutil.move(path, moved)
    assert remembered.of(moved) == "a pier of long planks"
    remembered.forget(moved)
    assert remembered.of(moved) == ""


def test_a_file_that_is_not_there_has_none(tmp_path: Path) -> None:
    remembered = RememberedPassphrases(Pocket())
    assert not remembered.remember(tmp_path / "none.coprod", "a pier of long planks")
    assert remembered.of(tmp_path / "none.coprod") == ""
    remembered.forget(tmp_path / "none.coprod")


def test_without_a_safe_place_nothing_is_kept(file_world: World) -> None:
    path = file_world.office.desk.database.path
    assert path is not None
    remembered = RememberedPassphrases()
    if not remembered.is_possible:
        assert not remembered.remember(path, "a pier of long planks")
        assert remembered.of(path) == ""
        remembered.forget(path)
