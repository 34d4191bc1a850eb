"""Tell a pay run: its payments, who waits, and how far it has come."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from coprod_desktop.cli.answers import Answer, columns
from coprod_desktop.domain.dates import long_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.pay_runs import Held, Payment, PayRun
from coprod_desktop.i18n import _, ngettext

if TYPE_CHECKING:  # loaded only when a file is opened
    from coprod_desktop.services.pay_runs import PreparedRun


def step(run: PayRun, words: str, **more: object) -> Answer:
    """Return the answer of a step: the run, its new state, and what the step came to."""
    return Answer(told={"run": run.number, "state": str(run.state), **more}, words=[words])


def told_run(prepared: "PreparedRun") -> dict[str, object]:
    """Return a run as a script reads it."""
    return {
        "run": prepared.run.number,
        "state": str(prepared.run.state),
        "pay_on": prepared.run.pay_on.isoformat(),
        "payments": [
            {"participant": person.name, **told_money(payment)}
            for person, payment in prepared.payments
        ],
        "total_pence": prepared.total_pence,
        "held": told_held(prepared.held),
    }


def told_money(payment: Payment) -> dict[str, object]:
    """Return how somebody is paid and what, in pence."""
    return {
        "method": str(payment.method),
        "payment_pence": payment.payment_pence,
        "reimbursement_pence": payment.reimbursement_pence,
        "pence": payment.pence,
    }


def told_held(held: Sequence[Held]) -> list[dict[str, object]]:
    """Return who waits, why, with how much, and until when."""
    return [
        {
            "participant": one.name,
            "because": one.because,
            "pence": one.pence,
            "until": one.until_on.isoformat() if one.until_on else None,
        }
        for one in held
    ]


def words_of_run(prepared: "PreparedRun") -> list[str]:
    """Return a run as a table for a person; those who wait stand in `words_of_held`."""
    people = len({person.participant_id for person, _payment in prepared.payments})
    title = ngettext(
        "Pay run {number} ({state}), {people:,} person, {total} in all.",
        "Pay run {number} ({state}), {people:,} people, {total} in all.",
        people,
    ).format(
        number=prepared.run.number,
        state=prepared.run.state,
        people=people,
        total=format_pounds(prepared.total_pence),
    )
    heads = (_("Name"), _("How"), _("For work"), _("Expenses"), _("In all"))
    rows: list[tuple[str, ...]] = [heads]
    for person, payment in prepared.payments:
        money = (payment.payment_pence, payment.reimbursement_pence, payment.pence)
        rows.append((person.name, str(payment.method), *map(format_pounds, money)))
    return [title, *columns(rows, right=(2, 3, 4))]


def words_of_held(held: Sequence[Held]) -> list[str]:
    """Return a sentence for everybody who waits."""
    words = []
    for one in held:
        said = _("Held: {name}, {pence}. {because}")
        if one.until_on is not None:
            said = _("Held until {day}: {name}, {pence}. {because}")
        day = long_day(one.until_on) if one.until_on else ""
        pence = format_pounds(one.pence)
        words.append(said.format(name=one.name, pence=pence, because=one.because, day=day))
    return words
