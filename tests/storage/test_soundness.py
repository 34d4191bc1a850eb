"""What is not sound is named, rule by rule."""

import dataclasses
from typing import Any

import pytest
import sqlalchemy as sa

from coprod_desktop.domain.contributions import Contribution, WorkState
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem
from coprod_desktop.domain.pay_runs import LineKind, Payment, PaymentLine
from coprod_desktop.domain.recoveries import Recovery
from coprod_desktop.storage import schema, soundness
from coprod_desktop.storage.database import Database
from tests.builders import a_payment_line
from tests.storage.world import change, of_kind, one_of_each, remove, save


@pytest.fixture
def records(database: Database) -> tuple[object, ...]:
    """Save one of everything, with a claim that is paid beside the work."""
    made = one_of_each()
    claim, item = of_kind(made, ExpenseClaim), of_kind(made, ExpenseItem)
    payment = of_kind(made, Payment)
    line = a_payment_line(
        payment_id=payment.payment_id,
        kind=LineKind.EXPENSE_CLAIM,
        subject_id=claim.expense_claim_id,
        pence=item.agreed_pence,
    )
    whole = [
        dataclasses.replace(record, reimbursement_pence=item.agreed_pence)
        if record is payment and isinstance(record, Payment)
        else dataclasses.replace(record, state=WorkState.IN_PAY_RUN)
        if record is claim and isinstance(record, ExpenseClaim)
        else record
        for record in made
    ]
    save(database, *whole, line)
    return (*whole, line)


def spoil(database: Database, record: type, **values: Any) -> None:
    """Change a column of every row past all rules of the program."""
    with database.engine.connect() as connection:
        connection.execute(sa.update(schema.table_of(record)).values(values))
        connection.commit()


def test_a_sound_file_has_no_findings(database: Database, records: tuple[object, ...]) -> None:
    assert soundness.findings(database) == ()


@pytest.mark.parametrize(
    ("record", "values", "finding"),
    [
        (Payment, {"payment_pence": 2999}, "payment for work is not the sum of its lines"),
        (Payment, {"reimbursement_pence": 461}, "reimbursement is not the sum of its lines"),
        (PaymentLine, {"is_live": False}, "contribution is called paid without a payment"),
        (PaymentLine, {"is_live": False}, "expense claim is called paid without a payment"),
        (Contribution, {"agreed_pence": 1}, "payment line pays another amount than was agreed"),
        (ExpenseItem, {"agreed_pence": 1}, "payment line pays another amount than was agreed"),
        (
            Contribution,
            {"is_paid": False},
            "unpaid work has a payment agreed",
        ),
    ],
)
def test_sums_that_do_not_agree_are_named(
    database: Database,
    records: tuple[object, ...],
    record: type,
    values: dict[str, Any],
    finding: str,
) -> None:
    spoil(database, record, **values)
    assert [line for line in soundness.findings(database) if line.startswith(finding)] != []


def test_money_moved_between_work_and_expenses_is_named(
    database: Database, records: tuple[object, ...]
) -> None:
    payment = of_kind(records, Payment)
    spoil(
        database,
        Payment,
        payment_pence=payment.payment_pence + 10,
        reimbursement_pence=payment.reimbursement_pence - 10,
    )
    assert len(soundness.findings(database)) == 2


def test_a_reversed_payment_still_adds_up(database: Database, records: tuple[object, ...]) -> None:
    lines = [record for record in records if isinstance(record, PaymentLine)]
    work, claim = of_kind(records, Contribution), of_kind(records, ExpenseClaim)
    change(
        database,
        *(dataclasses.replace(line, is_live=False) for line in lines),
        dataclasses.replace(work, state=WorkState.APPROVED),
        dataclasses.replace(claim, state=WorkState.APPROVED),
    )
    assert soundness.findings(database) == ()


def test_a_payment_without_lines_is_named(database: Database, records: tuple[object, ...]) -> None:
    for kind in (Recovery, PaymentLine):  # a recovery points to its line
        remove(database, *(record for record in records if isinstance(record, kind)))
    found = " ".join(soundness.findings(database))
    assert "payment for work is not the sum of its lines" in found


def test_an_altered_history_is_named(database: Database, records: tuple[object, ...]) -> None:
    with database.engine.connect() as connection:
        connection.execute(sa.update(schema.changes).values(operator="Somebody Else"))
        connection.commit()
    assert soundness.findings(database) == ("history: change 1 was altered",)


def test_a_link_that_leads_nowhere_is_named(file: Database) -> None:
    save(file, *one_of_each())
    with file.engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        assert raw is not None
        raw.execute("PRAGMA foreign_keys=OFF")
        connection.execute(sa.delete(schema.table_of(ExpenseItem)))
        connection.commit()
    file.engine.dispose()
    found = soundness.findings(file)
    assert any(line.startswith("link of receipts row") for line in found)


def test_a_search_index_that_lost_its_way_is_named(file: Database) -> None:
    save(file, *one_of_each())
    with file.engine.connect() as connection:
        connection.exec_driver_sql("DELETE FROM search_participants_data WHERE id > 10")
        connection.commit()
    assert soundness.findings(file) != ()
