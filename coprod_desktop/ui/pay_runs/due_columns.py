"""What the list of people who would be paid shows."""

from collections.abc import Callable

from coprod_desktop.domain.money import format_pounds
from coprod_desktop.i18n import _
from coprod_desktop.services.dues import Due
from coprod_desktop.ui.pay_runs.columns import listed_name
from coprod_desktop.ui.widgets.columns import Align, Column
from coprod_desktop.ui.words import paid_by_word


def due_columns() -> tuple[Column[Due], ...]:
    """Return the columns; payments and expenses stand apart."""
    return (
        Column(
            key="name",
            title=_("Participant"),
            text=lambda row: listed_name(row.participant),
            width_em=12,
            is_stretch=True,
        ),
        Column(
            key="method", title=_("Paid by"), text=lambda row: paid_by_word(row.method), width_em=6
        ),
        _money("payment", _("Payment"), lambda row: row.payment_pence),
        _money("expenses", _("Expenses"), lambda row: row.reimbursement_pence),
        _money("total", _("To send"), lambda row: row.pence, is_strong=True),
    )


def _money(
    key: str, title: str, pence: Callable[[Due], int], *, is_strong: bool = False
) -> Column[Due]:
    return Column(
        key=key,
        title=title,
        text=lambda row: format_pounds(pence(row)),
        width_em=7,
        align=Align.RIGHT,
        is_strong=is_strong,
    )
