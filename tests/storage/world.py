"""A small charity with one record of every class, and short ways to save and read."""

import datetime
from typing import TypeVar

from hypothesis import strategies as st

from coprod_desktop.domain.contributions import Contribution, WorkState
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem
from coprod_desktop.domain.pay_runs import LineKind, Payment, PaymentLine, PayRun
from coprod_desktop.domain.statements import Statement
from coprod_desktop.storage import schema
from coprod_desktop.storage.database import Database, create
from tests.builders import (
    NOW,
    a_bank_details,
    a_contribution,
    a_dismissal,
    a_limit_watch,
    a_participant,
    a_pay_run,
    a_payment,
    a_payment_line,
    a_policy,
    a_project,
    a_receipt,
    a_statement,
    a_statement_paper,
    a_support_cost,
    an_activity,
    an_approval,
    an_engagement,
    an_expense_claim,
    an_expense_item,
    an_operator,
    an_organisation,
    an_own_rate,
)
from tests.storage.list_records import list_records
from tests.storage.money_records import money_records
from tests.storage.paper_records import paper_records
from tests.top_up_builders import a_top_up

PASSPHRASE = "a pier of long planks"
GRACE = "Grace Okafor"
R = TypeVar("R")

# What people type: any letters and signs, but nothing that the services clean away.
texts = st.text(
    st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=200
)
days = st.dates(datetime.date(1990, 1, 1), datetime.date(2028, 12, 31))


def save(database: Database, *records: object, verb: str = "make ready") -> None:
    """Save records in one transaction, in the order given."""
    with database.transaction(verb, GRACE) as work:
        work.add(*records)


def change(database: Database, *records: object, verb: str = "change") -> None:
    """Replace records in one transaction."""
    with database.transaction(verb, GRACE) as work:
        work.update_all(records)


def remove(database: Database, *records: object, verb: str = "remove") -> None:
    """Remove records in one transaction."""
    with database.transaction(verb, GRACE) as work:
        for record in records:
            work.remove(record)


def all_of(database: Database, record: type[R]) -> tuple[R, ...]:
    """Read every record of a class, by id."""
    with database.reading() as reading:
        return reading.find(record)


def everything(database: Database) -> dict[type, tuple[object, ...]]:
    """Read every record of every class."""
    return {record: all_of(database, record) for record in schema.records()}


def empty(database: Database) -> None:
    """Take out every row but keep the tables, so that one database serves many examples."""
    with database.engine.connect().execution_options(is_writing=True) as connection:
        connection.execute(schema.removed_files.delete())
        connection.execute(schema.row_changes.delete())
        connection.execute(schema.changes.delete())
        connection.execute(schema.last_views.delete())
        for record in reversed(schema.records()):
            connection.execute(schema.table_of(record).delete())
        for kind in ("participants", "projects", "contributions"):
            if connection.dialect.name == "sqlite":
                order = f"INSERT INTO search_{kind}(search_{kind}) VALUES ('delete-all')"  # noqa: S608 - our own names
                connection.exec_driver_sql(order)
            else:
                connection.exec_driver_sql(f"DELETE FROM search_{kind}")  # noqa: S608 - our own names
        connection.commit()


def one_of_each() -> tuple[object, ...]:
    """Build one record of every class, each after those it points to."""
    person, operator, project = a_participant(), an_operator(), a_project()
    policy = a_policy()
    activity = an_activity(project_id=project.project_id)
    work = a_contribution(
        participant_id=person.participant_id,
        project_id=project.project_id,
        activity_id=activity.activity_id,
        state=WorkState.IN_PAY_RUN,
        import_key="sheet 1 row 2",
    )
    claim = an_expense_claim(participant_id=person.participant_id, project_id=project.project_id)
    item = an_expense_item(expense_claim_id=claim.expense_claim_id)
    run, payment, line = paid_by_run(work, operator.operator_id)
    statement = a_statement(participant_id=person.participant_id)
    organisation = an_organisation()
    return (
        organisation,
        person,
        operator,
        a_bank_details(participant_id=person.participant_id),
        a_limit_watch(participant_id=person.participant_id),
        project,
        an_own_rate(),
        policy,
        an_engagement(participant_id=person.participant_id, project_id=project.project_id),
        activity,
        work,
        claim,
        item,
        a_receipt(expense_item_id=item.expense_item_id),
        a_support_cost(project_id=project.project_id, participant_id=person.participant_id),
        an_approval(subject_id=work.contribution_id, operator_id=operator.operator_id),
        a_dismissal(subject_id=work.contribution_id, operator_id=operator.operator_id),
        a_top_up(
            subject_id=item.expense_item_id,
            participant_id=person.participant_id,
            project_id=project.project_id,
            policy_id=policy.policy_id,
            state=WorkState.SENT_BACK,
            is_live=False,
        ),
        run,
        payment,
        line,
        *money_records(person, operator, project, run, payment, line),
        statement,
        a_statement_paper(statement_id=statement.statement_id),
        *paper_records(organisation, person, operator, project, statement),
        *list_records(person, work),
    )


def paid_by_run(
    work: Contribution, operator_id: int, **override: object
) -> tuple[PayRun, Payment, PaymentLine]:
    """Build the pay run that pays one contribution."""
    run = a_pay_run(prepared_by_id=operator_id, **override)
    payment = a_payment(
        pay_run_id=run.pay_run_id,
        participant_id=work.participant_id,
        payment_pence=work.agreed_pence,
        reimbursement_pence=0,
    )
    line = a_payment_line(
        payment_id=payment.payment_id,
        kind=LineKind.CONTRIBUTION,
        subject_id=work.contribution_id,
        pence=work.agreed_pence,
    )
    return run, payment, line


def of_kind(records: tuple[object, ...], kind: type[R]) -> R:
    """Pick the record of a class."""
    return next(record for record in records if isinstance(record, kind))


def replaced(statement: Statement) -> Statement:
    """Build the statement that replaces one."""
    return a_statement(
        participant_id=statement.participant_id,
        number=f"{statement.number}-2",
        replaces_id=statement.statement_id,
    )


def a_claim_of(
    participant_id: int, project_id: int, *pence: int, **override: object
) -> tuple[ExpenseClaim, list[ExpenseItem]]:
    """Build a claim with an item for each amount."""
    claim = an_expense_claim(participant_id=participant_id, project_id=project_id, **override)
    items = [
        an_expense_item(
            expense_claim_id=claim.expense_claim_id,
            claimed_pence=amount,
            agreed_pence=amount,
            spent_on=claim.claimed_on,
        )
        for amount in pence
    ]
    return claim, items


def new_file(location: str) -> Database:
    """Make an empty file in which it is always the same moment."""
    return create(location, PASSPHRASE, clock=lambda: NOW)
