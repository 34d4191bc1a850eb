"""Copies are proved, and planted damage is found."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.errors import (
    FileExistsAlreadyError,
    FileReadOnlyError,
    NotForSharedError,
    WrongPassphraseOrDamagedError,
)
from coprod_desktop.domain.pay_runs import Payment, PaymentLine
from coprod_desktop.services.office import open_office
from coprod_desktop.services.safety import restore
from tests.services.world import PASSPHRASE, World


def paid(world: World) -> None:
    person = world.person()
    world.approved(person)
    world.approved_claim(person)
    world.settled_run()


def test_a_copy_holds_everything_and_opens(file_world: World, tmp_path: Path) -> None:
    paid(file_world)
    copy, back = tmp_path / "copy.coprod", tmp_path / "back.coprod"
    file_world.office.safety.back_up(copy)
    restore(copy, PASSPHRASE, back)
    office = open_office(str(back), PASSPHRASE)
    other = replace(file_world, office=office)
    assert other.records() == file_world.records()
    assert other.findings() == ()
    office.close()


def test_a_copy_overwrites_nothing(file_world: World, tmp_path: Path) -> None:
    there = tmp_path / "there.coprod"
    there.write_text("Somebody's file")
    with file_world.refused(FileExistsAlreadyError):
        file_world.office.safety.back_up(there)
    with file_world.refused(FileReadOnlyError):
        file_world.office.safety.back_up(tmp_path / "no folder" / "copy.coprod")
    assert there.read_text() == "Somebody's file"


def test_a_copy_opens_with_its_passphrase_only(file_world: World, tmp_path: Path) -> None:
    copy, back = tmp_path / "copy.coprod", tmp_path / "back.coprod"
    file_world.office.safety.back_up(copy)
    with pytest.raises(WrongPassphraseOrDamagedError):
        restore(copy, "another passphrase", back)
    assert not back.exists()


def test_a_shared_database_is_backed_up_by_its_server(world: World, tmp_path: Path) -> None:
    if world.office.desk.database.path is None:
        with world.refused(NotForSharedError):
            world.office.safety.back_up(tmp_path / "copy.coprod")
    else:
        world.office.safety.back_up(tmp_path / "copy.coprod")
        assert (tmp_path / "copy.coprod").exists()


def _payment(world: World) -> object:
    (payment,) = world.records(Payment)[Payment]
    return replace(payment, payment_pence=payment.payment_pence + 1)


def _line(world: World) -> object:
    line = world.records(PaymentLine)[PaymentLine][0]
    return replace(line, is_live=False)


def _work(world: World) -> object:
    (piece,) = world.records(Contribution)[Contribution]
    return replace(piece, is_paid=False)


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (_payment, "is not the sum of its lines"),
        (_line, "contribution is called paid without a payment"),
        (_work, "unpaid work has a payment agreed"),
    ],
)
def test_sums_that_do_not_agree_are_found(
    world: World, damage: Callable[[World], object], words: str
) -> None:
    paid(world)
    assert world.findings() == ()
    with world.office.desk.transaction("damage") as work:
        work.update(damage(world))
    (finding,) = world.findings()
    assert words in finding
