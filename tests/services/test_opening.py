"""A file opens as the operator who was named, or the first one, and closes when that fails."""

from dataclasses import replace
from pathlib import Path

import pytest

from coprod_desktop.domain.errors import (
    DomainError,
    NotFoundError,
    PinNeededError,
    PinWrongError,
    WrongPassphraseOrDamagedError,
)
from coprod_desktop.services.history import HistoryService
from coprod_desktop.services.opening import open_desk
from coprod_desktop.storage.keys import derive_key
from tests.services.pins import PIN, set_pin
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


@pytest.fixture
def locked(file_world: World, tmp_path: Path) -> str:
    """Close the file after Idris gave himself a PIN."""
    set_pin(file_world, IDRIS)
    file_world.office.close()
    return str(tmp_path / "Rivermead.coprod")


def test_where_somebody_has_a_pin_who_opens_says_who_they_are(locked: str) -> None:
    with pytest.raises(PinNeededError) as caught:
        open_desk(locked, PASSPHRASE)
    assert caught.value.facts == {"names": (GRACE, IDRIS)}
    desk = open_desk(locked, PASSPHRASE, operator=GRACE)
    assert desk.operator.name == GRACE
    desk.database.close()


def refused(file: str, error: type[DomainError], pin: str) -> DomainError:
    with pytest.raises(error) as caught:
        open_desk(file, PASSPHRASE, operator=IDRIS, pin=pin)
    return caught.value


def test_a_file_opens_with_the_pin_of_who_is_named(locked: str) -> None:
    assert refused(locked, PinNeededError, "").facts == {"name": IDRIS}
    assert refused(locked, PinWrongError, "9999").facts["tries_left"] == 4
    assert refused(locked, PinWrongError, "9998").facts["tries_left"] == 3
    desk = open_desk(locked, PASSPHRASE, operator=IDRIS, pin=PIN)
    assert desk.operator.name == IDRIS
    desk.database.close()


def test_the_only_operator_of_a_file_is_asked_for_no_name(
    file_world: World, tmp_path: Path
) -> None:
    operators = file_world.office.operators
    idris = operators.everybody()[1]
    operators.save(replace(idris, is_active=False))
    operators.set_pin(PIN)
    file_world.office.close()
    file = str(tmp_path / "Rivermead.coprod")
    with pytest.raises(PinNeededError) as caught:
        open_desk(file, PASSPHRASE)
    assert caught.value.facts == {"name": GRACE}
    open_desk(file, PASSPHRASE, pin=PIN).database.close()


def test_a_pin_of_somebody_who_has_left_asks_nobody(file_world: World, tmp_path: Path) -> None:
    set_pin(file_world, IDRIS)
    operators = file_world.office.operators
    operators.save(replace(operators.everybody()[1], is_active=False))
    file_world.office.close()
    desk = open_desk(str(tmp_path / "Rivermead.coprod"), PASSPHRASE)
    assert desk.operator.name == GRACE
    desk.database.close()


def test_who_forgot_their_pin_opens_with_a_reason_that_is_kept(locked: str) -> None:
    with pytest.raises(WrongPassphraseOrDamagedError):
        open_desk(locked, "another passphrase", operator=IDRIS, forgotten="Away")
    desk = open_desk(locked, PASSPHRASE, operator=IDRIS, forgotten="Away all summer")
    assert desk.operator.pin_removed_because == "Away all summer"
    (change,) = HistoryService(desk).latest(1)
    assert (change.verb, change.operator) == ("clear PIN", IDRIS)
    desk.database.close()
    open_desk(locked, PASSPHRASE).database.close()
