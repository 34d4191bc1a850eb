"""The files that a run has are told before they are made."""

import dataclasses

from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.ui.pay_runs.file_words import bank_count, files_of
from coprod_desktop.ui.pay_runs.run_loading import load_run
from coprod_desktop.ui.pay_runs.shown_run import ShownRun
from tests.ui.pay_runs.run_desk import Desk


def shown(desk: Desk, *methods: PaidBy) -> ShownRun:
    """Return the run with its payments made in these ways."""
    desk.prepare()
    found = load_run(desk.room.office, 1)
    assert found is not None
    pairs = tuple(
        (person, dataclasses.replace(payment, method=method))
        for (person, payment), method in zip(found.prepared.payments, methods, strict=False)
    )
    prepared = dataclasses.replace(found.prepared, payments=pairs)
    return dataclasses.replace(found, prepared=prepared)


def test_a_run_by_bank_and_in_cash_has_every_file(desk: Desk) -> None:
    run = shown(desk, PaidBy.BANK, PaidBy.CASH)
    said = [one.words.replace("\xa0", " ") for one in files_of(run)]
    assert said == [
        "Payment sheet",
        "Bank file, 1 payment, £104.60",
        "Control sheet to compare",
        "Cash and voucher sheet, 1 payment",
        "Remittances, 2 payments",
    ]
    assert bank_count(run) == 1


def test_files_that_a_run_does_not_need_are_not_promised(desk: Desk) -> None:
    run = shown(desk, PaidBy.CHEQUE, PaidBy.CHEQUE)
    assert [one.words for one in files_of(run)] == ["Payment sheet", "Remittances, 2 payments"]
    assert bank_count(run) == 0
