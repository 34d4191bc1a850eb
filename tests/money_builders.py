"""Records for tests about paying: valid as they come, as in `tests.builders`; all invented."""

import hashlib
from dataclasses import replace
from typing import Any

from coprod_desktop.domain.account_checks import WeightTableFile
from coprod_desktop.domain.cash import CashKind, CashMove
from coprod_desktop.domain.gifts import Gift
from coprod_desktop.domain.holds import Hold, HoldOn
from coprod_desktop.domain.made_files import MadeFile, OwnLayout, SettledLine
from coprod_desktop.domain.pins import OperatorPin, digest_of
from coprod_desktop.domain.recoveries import Recovery
from coprod_desktop.domain.vouchers import Voucher
from tests.invented import NOW, PAID_ON, TODAY, WORKED_ON, next_id

SALT = "00" * 16
DIGEST = digest_of("2480", SALT)


def an_operator_pin(**override: Any) -> OperatorPin:
    """Return a record of the PIN 2480."""
    plain = OperatorPin(operator_pin_id=next_id(), operator_id=next_id(), salt=SALT, digest=DIGEST)
    return replace(plain, **override)


def a_cash_move(**override: Any) -> CashMove:
    """Return £150.00 drawn from the bank."""
    plain = CashMove(
        cash_move_id=next_id(),
        moved_on=PAID_ON,
        kind=CashKind.DRAWN,
        pence=15_000,
        operator_id=next_id(),
    )
    return replace(plain, **override)


def a_voucher(**override: Any) -> Voucher:
    """Return a voucher of £10.00 in stock."""
    number = next_id()
    plain = Voucher(
        voucher_id=number,
        serial=f"HV-{number:05d}",
        name="High Street voucher",
        value_pence=1000,
        bought_on=WORKED_ON,
    )
    return replace(plain, **override)


def a_hold(**override: Any) -> Hold:
    """Return a hold on all of a person's money, until somebody lifts it."""
    number = next_id()
    plain = Hold(
        hold_id=number,
        participant_id=number,
        on=HoldOn.PERSON,
        subject_id=number,
        because="Asked us to wait",
        placed_by_id=number,
        placed_at=NOW,
    )
    return replace(plain, **override)


def a_recovery(**override: Any) -> Recovery:
    """Return £30.00 paid in error for work, still to be kept back."""
    plain = Recovery(
        recovery_id=next_id(),
        participant_id=next_id(),
        project_id=next_id(),
        reverses_line_id=next_id(),
        is_for_work=True,
        pence=3000,
        because="Nobody was there",
        made_on=TODAY,
    )
    return replace(plain, **override)


def a_gift(**override: Any) -> Gift:
    """Return a gift of £10.00 out of a payment."""
    plain = Gift(
        gift_id=next_id(),
        participant_id=next_id(),
        payment_id=next_id(),
        pence=1000,
        given_on=TODAY,
    )
    return replace(plain, **override)


def a_made_file(**override: Any) -> MadeFile:
    """Return a bank file of one payment of £34.60."""
    content = b"AISHA RAHMAN,001462,01234567,34.60,Pay run 1\r\n"
    plain = MadeFile(
        made_file_id=next_id(),
        pay_run_id=next_id(),
        file_name="pay-run-001-bank.csv",
        layout="plain",
        count=1,
        pence=3460,
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        made_at=NOW,
        made_by_id=next_id(),
    )
    return replace(plain, **override)


def an_own_layout(**override: Any) -> OwnLayout:
    """Return a layout that a charity wrote itself; its text is read elsewhere."""
    plain = OwnLayout(own_layout_id=next_id(), name="Our bank", text='name = "Our bank"\n')
    return replace(plain, **override)


def a_settled_line(**override: Any) -> SettledLine:
    """Return a line of the bank's statement that showed £34.60 leave."""
    plain = SettledLine(
        settled_line_id=next_id(),
        line_key="0123456789abcdef",
        payment_id=next_id(),
        settled_on=PAID_ON,
        pence=-3460,
    )
    return replace(plain, **override)


def a_weight_table_file(**override: Any) -> WeightTableFile:
    """Return a table of one row of our own making."""
    plain = WeightTableFile(
        weight_table_file_id=next_id(),
        name="valacdos.txt",
        weights_text="001400 001499 MOD11    0    0    0    0    0    0    7    6    5    4    3"
        "    2    1    0\n",
        substitutions_text="",
        version="",
        row_count=1,
        loaded_on=TODAY,
        loaded_by="Grace Okafor",
    )
    return replace(plain, **override)
