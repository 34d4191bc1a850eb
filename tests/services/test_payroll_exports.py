"""Another program gets what was paid for work, and what was paid back only where it asks for it."""

import csv
from pathlib import Path

import pytest

from coprod_desktop.domain.own_columns import OwnColumn, OwnKind, OwnValue
from coprod_desktop.domain.report_errors import NothingToSendError
from coprod_desktop.services.payroll_exports import PRESETS, shipped_preset
from tests.builders import PAID_ON, WORKED_ON, next_id
from tests.services.world import World


def paid(world: World) -> World:
    """Pay two people, of whom one gets only expenses back."""
    aisha, bronwen = world.person(), world.person("Bronwen van Pugh")
    world.approved(aisha)
    world.approved_claim(aisha)
    world.approved_claim(bronwen)
    world.settled_run()
    column = OwnColumn(
        own_column_id=next_id(),
        subject="participants",
        title="works Number",
        kind=OwnKind.TEXT,
        position=0,
        is_active=True,
    )
    value = OwnValue(
        own_value_id=next_id(),
        own_column_id=column.own_column_id,
        subject_id=aisha.participant_id,
        value="0042",
    )
    with world.office.desk.transaction("make ready") as work:
        work.add(column, value)
    return world


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_money_paid_back_is_in_no_file_of_earnings(world: World, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    service = paid(world).office.pay_files
    result = service.write(shipped_preset("brightpay-additions"), WORKED_ON, PAID_ON, path)
    assert read(path) == [
        ["Employee first name", "Employee surname", "Employee works number", "Description",
         "Amount"],
        ["Aisha", "Rahman", "0042", "Involvement payment", "30.00"],
    ]  # fmt: skip
    assert (result.people, result.payment_pence, result.reimbursement_pence) == (1, 3000, 0)
    assert result.without == ()


def test_a_plain_list_has_both_types_of_money_in_two_columns(world: World, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    result = paid(world).office.pay_files.write(shipped_preset("plain"), WORKED_ON, PAID_ON, path)
    head, first, second = read(path)
    assert head[-2:] == ["Amount", "Paid back, not earnings"]
    assert first[-2:] == ["30.00", "4.60"]
    assert second[:3] == ["", "Bronwen", "van Pugh"]
    assert second[-2:] == ["0.00", "4.60"]
    assert (result.payment_pence, result.reimbursement_pence) == (3000, 920)
    assert result.without == ("Bronwen van Pugh",)


def test_a_file_without_headings_has_only_rows(world: World, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    preset = shipped_preset("sage-timesheet")
    paid(world).office.pay_files.write(preset, WORKED_ON, PAID_ON, path)
    assert read(path) == [["2", "0042", "1", "", "", "30.00", ""]]


def test_days_in_which_nobody_was_paid_make_no_file(world: World, tmp_path: Path) -> None:
    paid(world)
    with world.refused(NothingToSendError):
        world.office.pay_files.write(
            shipped_preset("plain"), WORKED_ON, WORKED_ON, tmp_path / "a.csv"
        )
    assert list(tmp_path.glob("a.*")) == []


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_says_where_it_comes_from_and_how_sure_we_are(name: str) -> None:
    preset = shipped_preset(name)
    assert preset.source
    assert preset.confidence in ("own", "not tried with the program")
    assert preset.note
