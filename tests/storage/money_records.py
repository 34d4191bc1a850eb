"""One record of every class that pay runs brought, for the charity of `tests.storage.world`."""

from coprod_desktop.domain.organisation import Operator
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.pay_runs import Payment, PaymentLine, PayRun
from coprod_desktop.domain.projects import Project
from tests.money_builders import (
    a_cash_move,
    a_gift,
    a_hold,
    a_made_file,
    a_recovery,
    a_settled_line,
    a_voucher,
    a_weight_table_file,
    an_operator_pin,
    an_own_layout,
)


def money_records(
    person: Participant,
    operator: Operator,
    project: Project,
    run: PayRun,
    payment: Payment,
    line: PaymentLine,
) -> tuple[object, ...]:
    """Build the records, each pointing to these."""
    own = {"participant_id": person.participant_id}
    by, of = operator.operator_id, {"payment_id": payment.payment_id}
    return (
        an_operator_pin(operator_id=by),
        a_hold(**own, subject_id=person.participant_id, placed_by_id=by),
        a_recovery(**own, project_id=project.project_id, reverses_line_id=line.payment_line_id),
        a_gift(**own, **of),
        a_cash_move(operator_id=by, **of),
        a_voucher(**of),
        a_made_file(pay_run_id=run.pay_run_id, made_by_id=by),
        an_own_layout(),
        a_settled_line(**of),
        a_weight_table_file(),
    )
