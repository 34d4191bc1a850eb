"""Show and change how many people approve money, and the account that it leaves from."""

import argparse
import dataclasses
from typing import TYPE_CHECKING

from coprod_desktop.cli.accounts import asked_line
from coprod_desktop.cli.answers import Answer
from coprod_desktop.cli.door import opened
from coprod_desktop.domain.bank_details import masked_number
from coprod_desktop.domain.errors import LayoutUnknownError
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.organisation import Organisation
from coprod_desktop.i18n import _

if TYPE_CHECKING:  # loaded only when a file is opened
    from coprod_desktop.services.office import Office


def charity(arguments: argparse.Namespace) -> Answer:
    """Do what is asked about the charity's money, then show it."""
    with opened(arguments) as office:
        before = office.organisation.get()
        wanted = _wanted(office, before, arguments)
        now = office.organisation.save(wanted) if wanted != before else before
    return Answer(told=_told(now), words=_words(now))


def _wanted(office: "Office", before: Organisation, arguments: argparse.Namespace) -> Organisation:
    told: dict[str, object] = {}
    if arguments.second_above is not None or arguments.one_approver:
        told["second_approver_above_pence"] = arguments.second_above
    for name, value in (
        ("four_eyes_note", arguments.one_person_note),
        ("account_name", arguments.account_name),
        ("service_user_number", arguments.bacs_number),
    ):
        if value is not None:
            told[name] = value
    if arguments.layout is not None:
        known = office.payment_files.layouts()
        if arguments.layout not in known:
            raise LayoutUnknownError(name=arguments.layout, known=known)
        told["bank_layout"] = arguments.layout
    if arguments.pay_from:
        told["sort_code"] = asked_line(_("Sort code: "))
        told["account_number"] = asked_line(_("Account number: "))
    return dataclasses.replace(before, **told)  # type: ignore[arg-type]  # names checked above


def _told(now: Organisation) -> dict[str, object]:
    return {
        "organisation": now.name,
        "second_approver_above_pence": now.second_approver_above_pence,
        "one_person_note": now.four_eyes_note,
        "account_name": now.account_name,
        "account_ending": now.account_number[-4:] or None,
        "bacs_number": now.service_user_number or None,
        "layout": now.bank_layout,
    }


def _words(now: Organisation) -> list[str]:
    above = now.second_approver_above_pence
    words = [_("One person approves a pay run, another than the one who prepared it.")]
    if above is not None:
        more = _("Above {pence} two people approve it.")
        words.append(more.format(pence=format_pounds(above)))
    if now.four_eyes_note:
        note = _("The trustees let one person prepare and approve: {note}")
        words = [note.format(note=now.four_eyes_note)]
    account = _("No account to pay from is kept.")
    if now.account_number:
        account = _("Paid from {name}, account {number}.").format(
            name=now.account_name or now.name, number=masked_number(now.account_number)
        )
    layout = _("Bank files are written in the layout {layout}.").format(layout=now.bank_layout)
    return [*words, account, layout]
