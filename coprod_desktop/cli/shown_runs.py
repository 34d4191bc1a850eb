"""Show all that is known about a pay run, or about one person's payments in it."""

import argparse
from collections.abc import Mapping
from typing import TYPE_CHECKING

from coprod_desktop.cli.answers import Answer, columns
from coprod_desktop.cli.chosen_payments import Row, rows_of, told_lines
from coprod_desktop.cli.door import opened
from coprod_desktop.cli.told_runs import told_held, told_money, words_of_held, words_of_run
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.pay_runs import PaymentState
from coprod_desktop.domain.time import words_for_minutes
from coprod_desktop.i18n import _, ngettext

if TYPE_CHECKING:  # loaded only when a file is opened
    from coprod_desktop.services.office import Office
    from coprod_desktop.services.pay_runs import ApprovalTold, Approver, PreparedRun
    from coprod_desktop.services.run_looks import Look, RunLook


def show(arguments: argparse.Namespace) -> Answer:
    """Show a run, or what one person is paid in it and for what."""
    with opened(arguments) as office:
        prepared = office.pay_runs.details(arguments.run)
        look = office.pay_runs.look(arguments.run)
        if arguments.name is not None:
            return _shown_person(office, prepared, look, arguments.name)
        so_far = office.pay_runs.approval(arguments.run)
    words = [
        *words_of_run(prepared),
        *words_of_held(prepared.held),
        *_look_words(prepared, look),
        *_approval_words(so_far),
    ]
    return Answer(told=_told(prepared, look, so_far), words=words)


def _told(prepared: "PreparedRun", look: "RunLook", so_far: "ApprovalTold") -> dict[str, object]:
    run = prepared.run
    return {
        "run": run.number,
        "state": str(run.state),
        "up_to": run.up_to_on.isoformat(),
        "pay_on": run.pay_on.isoformat(),
        "settled_on": run.settled_on.isoformat() if run.settled_on else None,
        "is_top_up": run.is_top_up,
        "note": run.note,
        "payments": [_told_payment(row, look.looks) for row in prepared.payments],
        "total_pence": prepared.total_pence,
        "goes_out": [
            {"method": str(one.method), "payments": one.people, "pence": one.pence}
            for one in look.goes_out
        ],
        "held": told_held(prepared.held),
        "new_accounts": _told_accounts(look),
        "new_ways": [
            {"participant": one.name, "was": [str(way) for way in one.was], "now": str(one.now)}
            for one in look.ways
        ],
        "approval": _told_approval(so_far),
    }


def _told_payment(row: Row, looks: "Mapping[int, Look]") -> dict[str, object]:
    person, payment = row
    return {
        "payment": payment.payment_id,
        "participant": person.name,
        **told_money(payment),
        "state": str(payment.state),
        "paid_on": payment.paid_on.isoformat() if payment.paid_on else None,
        "account_ending": payment.account_number[-4:] or None,
        **_told_look(looks.get(payment.payment_id)),
    }


def _told_look(look: "Look | None") -> dict[str, object]:
    """Return what to look at in a payment; nothing where it came back or was taken back."""
    return {
        "late_days": look.late_days if look else 0,
        "is_new_account": bool(look and look.is_new_account),
        "was_paid_by": [str(way) for way in look.previous_ways] if look else [],
        "is_first_payment": bool(look and look.is_first_payment),
        "is_third_party": bool(look and look.is_third_party),
        "is_expenses_only": bool(look and look.is_expenses_only),
        "is_paid_again": bool(look and look.is_paid_again),
        "kept_back_pence": look.kept_back_pence if look else 0,
    }


def _told_accounts(look: "RunLook") -> list[dict[str, object]]:
    return [
        {
            "participant": one.name,
            "was_ending": one.was_ending,
            "now_ending": one.now_ending,
            "changed_by": one.changed_by,
            "changed_at": one.changed_at.isoformat() if one.changed_at else None,
            "checked_by": one.checked_by or None,
            "checked_at": one.checked_at.isoformat() if one.checked_at else None,
            "how_checked": one.how_checked,
        }
        for one in look.accounts
    ]


def _told_approval(so_far: "ApprovalTold") -> dict[str, object]:
    return {
        "needed": so_far.needed,
        "prepared_by": list(so_far.preparers),
        "approved_by": [
            {"name": one.name, "at": one.decided_at.isoformat()} for one in so_far.approvers
        ],
        "sent_back": _told_reason(so_far.sent_back),
        "one_person_note": so_far.four_eyes_note,
        "asked_to_take_back": _told_reason(so_far.reversal),
    }


def _told_reason(one: "Approver | None") -> dict[str, object] | None:
    if one is None:
        return None
    return {"name": one.name, "at": one.decided_at.isoformat(), "because": one.reason}


def _look_words(prepared: "PreparedRun", look: "RunLook") -> list[str]:
    words = []
    for person, payment in prepared.payments:
        said = _noticed(look.looks.get(payment.payment_id))
        if payment.state is not PaymentState.WAITING:
            said = [_state_words(payment.state), *said]
        if said:
            words.append(f"{person.name}: {', '.join(said)}.")
    return words


def _state_words(state: PaymentState) -> str:
    return {
        PaymentState.WAITING: _("not paid yet"),
        PaymentState.PAID: _("paid"),
        PaymentState.CAME_BACK: _("came back"),
        PaymentState.TAKEN_BACK: _("taken back"),
    }[state]


def _noticed(look: "Look | None") -> list[str]:
    if look is None:
        return []
    late = ngettext("{count} day late", "{count} days late", look.late_days)
    kept = _("{pence} kept back").format(pence=format_pounds(look.kept_back_pence))
    noticed = {
        late.format(count=look.late_days): look.late_days > 0,
        _("new account"): look.is_new_account,
        _("paid in another way than before"): bool(look.previous_ways),
        _("first payment"): look.is_first_payment,
        _("somebody else's account"): look.is_third_party,
        _("expenses only"): look.is_expenses_only,
        _("paid again"): look.is_paid_again,
        kept: look.kept_back_pence > 0,
    }
    return [words for words, is_so in noticed.items() if is_so]


def _approval_words(so_far: "ApprovalTold") -> list[str]:
    words = [_("Prepared by {names}.").format(names=", ".join(so_far.preparers))]
    names = ", ".join(one.name for one in so_far.approvers)
    if names:
        words.append(_("Approved by {names}.").format(names=names))
    left = so_far.needed - len(so_far.approvers)
    if left > 0:
        said = ngettext("{count} approval is needed.", "{count} approvals are needed.", left)
        words.append(said.format(count=left))
    if so_far.sent_back is not None:
        back = so_far.sent_back
        words.append(
            _("Sent back by {name}: {because}").format(name=back.name, because=back.reason)
        )
    if so_far.reversal is not None:
        asked = so_far.reversal
        words.append(
            _("{name} asks to take it back: {because}").format(
                name=asked.name, because=asked.reason
            )
        )
    if so_far.four_eyes_note:
        words.append(
            _("One person may prepare and approve: {note}").format(note=so_far.four_eyes_note)
        )
    return words


def _shown_person(office: "Office", prepared: "PreparedRun", look: "RunLook", name: str) -> Answer:
    """Show what somebody is paid, line by line."""
    told, words = [], []
    for row in rows_of(prepared, name):
        person, payment = row
        lines = office.pay_runs.paid_for(payment.payment_id)
        wished = office.gifts.wished_pence(payment.payment_id)
        told.append(
            {
                **_told_payment(row, look.looks),
                "wished_gift_pence": wished,
                "lines": told_lines(lines),
            }
        )
        words.append(
            _("{name}: {pence} by {method} (payment {number}).").format(
                name=person.name,
                pence=format_pounds(payment.pence),
                method=payment.method,
                number=payment.payment_id,
            )
        )
        rows = [
            (
                one.day.isoformat(),
                one.what or str(one.kind),
                words_for_minutes(one.minutes) if one.minutes else "",
                format_pounds(one.pence),
                _("line {number}").format(number=one.payment_line_id),
            )
            for one in lines
        ]
        words += columns(rows, right=(3,))
        if wished:
            gift = _("Wishes to give {pence} of it back once it is paid.")
            words.append(gift.format(pence=format_pounds(wished)))
    return Answer(told={"run": prepared.run.number, "payments": told}, words=words)
