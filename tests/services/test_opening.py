"""A file opens as the operator who was named, or the first one, and closes when that fails."""

from pathlib import Path

import pytest

from coprod_desktop.domain.errors import NotFoundError, WrongPassphraseOrDamagedError
from coprod_desktop.services.opening import open_desk
from coprod_desktop.storage.keys import derive_key
from tests.services.world import GRACE, IDRIS, PASSPHRASE, World


@pytest.fixture
def file(file_world: World, tmp_path: Path) -> str:
    file_world.office.close()
    return str(tmp_path / "Rivermead.coprod")


@pytest.mark.parametrize(("name", "expected"), [(None, GRACE), ("idris  VAUGHAN", IDRIS)])
def test_somebody_sits_at_the_keyboard(file: str, name: str | None, expected: str) -> None:
    desk = open_desk(file, PASSPHRASE, operator=name)
    assert desk.operator.name == expected
    desk.database.close()


def test_an_operator_who_is_not_there_leaves_the_file_closed(file: str) -> None:
    with pytest.raises(NotFoundError):
        open_desk(file, PASSPHRASE, operator="Nobody")
    open_desk(file, PASSPHRASE).database.close()


def test_the_key_may_come_from_elsewhere(file: str) -> None:
    asked: list[str] = []

    def derive(passphrase: str, salt: bytes) -> str:
        asked.append(passphrase)
        return derive_key(passphrase, salt)

    open_desk(file, PASSPHRASE, derive=derive).database.close()
    assert asked == [PASSPHRASE]
    with pytest.raises(WrongPassphraseOrDamagedError):
        open_desk(file, PASSPHRASE, derive=lambda _passphrase, salt: "0" * 64 + salt.hex())
