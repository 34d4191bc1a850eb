"""What the papers of handing out and sending money say, for tests: valid as it comes."""

from dataclasses import replace
from typing import Any

from coprod_desktop.domain.cash_sheets import CashSheet, CashSheetRow
from coprod_desktop.domain.control_sheets import (
    AccountNotice,
    ControlFile,
    ControlSheet,
    NameSent,
)
from tests.invented import PAID_ON, TODAY


def a_cash_row(**override: Any) -> CashSheetRow:
    return replace(
        CashSheetRow(name="Siân O'Brien", payment_pence=3000, reimbursement_pence=450), **override
    )


def a_voucher_row(**override: Any) -> CashSheetRow:
    return replace(
        CashSheetRow(name="Tomos Llŷr", voucher_pence=2000, serials=("HV-00417", "HV-00418")),
        **override,
    )


def a_cash_sheet(**override: Any) -> CashSheet:
    """Build a sheet of £34.50 in cash and two vouchers, for which £50.00 was drawn."""
    return replace(
        CashSheet(
            organisation="Rivermead Together",
            number=7,
            place="the Old Library",
            pay_on=PAID_ON,
            voucher_value_pence=1000,
            rows=(a_cash_row(), a_voucher_row()),
            drawn_pence=5000,
            drawn_note="9 November, cheque 000218",
        ),
        **override,
    )


def a_control_file(**override: Any) -> ControlFile:
    return replace(
        ControlFile(name="run-007.csv", count=6, pence=21445, sha256="0123456789abcdef" * 4),
        **override,
    )


def an_account_notice(**override: Any) -> AccountNotice:
    return replace(
        AccountNotice(
            name="Aisha Rahman",
            ending="9152",
            previous_ending="4567",
            how_checked="Phoned on the number we had before",
            checked_by="Piotr Zieliński",
            checked_on=TODAY,
        ),
        **override,
    )


def a_control_sheet(**override: Any) -> ControlSheet:
    return replace(
        ControlSheet(
            organisation="Rivermead Together",
            charity_number="1100099",
            number=7,
            files=(a_control_file(),),
            account_ending="4417",
            layout="NatWest Bankline",
            upload_on=TODAY,
            arrive_on=PAID_ON,
            since_number=6,
            names=(NameSent(name="Siân O'Brien", as_sent="SIAN OBRIEN"),),
            accounts=(an_account_notice(),),
            prepared_by="Grace Okafor",
            approvers=("Piotr Zieliński",),
        ),
        **override,
    )
