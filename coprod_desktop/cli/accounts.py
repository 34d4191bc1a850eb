"""Show, change and check where somebody's money goes, and load the table that checks accounts."""

import argparse
import dataclasses
import sys
from typing import TYPE_CHECKING

from coprod_desktop.cli.answers import Answer, RefusedError
from coprod_desktop.cli.door import opened
from coprod_desktop.domain.bank_details import masked_number, masked_sort_code
from coprod_desktop.domain.dates import long_day
from coprod_desktop.domain.participants import BankDetails, Participant
from coprod_desktop.i18n import _

if TYPE_CHECKING:  # loaded only when a file is opened
    from coprod_desktop.services.bank_details import KnownAccount
    from coprod_desktop.services.office import Office


def account(arguments: argparse.Namespace) -> Answer:
    """Do what is asked about one person's account, or load the table."""
    if arguments.tables is not None:
        return _load(arguments)
    if arguments.name is None:
        raise RefusedError(_("Say whose account is meant: write the name after the file."))
    with opened(arguments) as office:
        person = office.participants.named(arguments.name)
        if arguments.change:
            _change(office, person, arguments)
        elif arguments.how_checked is not None:
            office.bank_details.confirm(person.participant_id, arguments.how_checked)
        known = office.bank_details.known(person.participant_id)
    return _answer(person, known)


def _change(office: "Office", person: Participant, arguments: argparse.Namespace) -> None:
    """Save the account that is typed or piped in; a name that is not said stays as it is."""
    before = office.bank_details.get(person.participant_id)
    sort_code, number = asked_line(_("Sort code: ")), asked_line(_("Account number: "))
    plain = before or BankDetails(
        bank_details_id=0,
        participant_id=person.participant_id,
        account_name=person.name,
        sort_code="",
        account_number="",
    )
    details = dataclasses.replace(
        plain,
        sort_code=sort_code,
        account_number=number,
        account_name=arguments.account_name or plain.account_name,
    )
    if arguments.holder is not None:
        details = dataclasses.replace(
            details, is_third_party=bool(arguments.holder), holder=arguments.holder
        )
    office.bank_details.save(details)


def asked_line(words: str) -> str:
    """Read one line: an argument would stay in the history of the shell, where others find it."""
    if sys.stdin.isatty():
        print(words, end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        raise RefusedError(
            _(
                "Two lines are read from standard input: the sort code, then the account number. "
                "Nothing was changed. Write both, each on a line of its own."
            )
        )
    return line.rstrip("\r\n")


def _answer(person: Participant, known: "KnownAccount | None") -> Answer:
    if known is None:
        words = _("No account of {name} is known.").format(name=person.name)
        return Answer(told={"participant": person.name, "account": None}, words=[words])
    details = known.details
    told = {
        "account_name": details.account_name,
        "ending": details.account_number[-4:],
        "is_third_party": details.is_third_party,
        "holder": details.holder,
        "waits_for_check": details.waits_for_check,
        "previous_ending": details.previous_ending,
        "changed_by": known.changed_by,
        "changed_at": details.changed_at and details.changed_at.isoformat(),
        "checked_by": known.checked_by,
        "checked_at": details.checked_at and details.checked_at.isoformat(),
        "how_checked": details.how_checked,
        "payee_check": details.payee_check,
        "check": known.answer.check,
        "because": known.answer.sentence,
    }
    return Answer(told={"participant": person.name, "account": told}, words=_words(person, known))


def _words(person: Participant, known: "KnownAccount") -> list[str]:
    details = known.details
    words = [
        _("{name}: {account_name}, sort code {sort_code}, account {number}.").format(
            name=person.name,
            account_name=details.account_name,
            sort_code=masked_sort_code(),
            number=masked_number(details.account_number),
        ),
        known.answer.sentence,
    ]
    if details.is_third_party:
        words.append(_("It is somebody else's account: {holder}").format(holder=details.holder))
    if details.waits_for_check:
        words.append(
            _(
                "The account was changed, and nobody is paid into it until a second person has "
                "checked it."
            )
        )
    if details.checked_at is not None:
        day = long_day(details.checked_at.astimezone().date())
        words.append(
            _("Checked by {name} on {day}: {how}").format(
                name=known.checked_by or _("somebody"), day=day, how=details.how_checked
            )
        )
    return words


def _load(arguments: argparse.Namespace) -> Answer:
    """Load the table, and perhaps the substitutions after it."""
    weights, *rest = arguments.tables
    if len(rest) > 1:
        raise RefusedError(
            _("Name two files at most: the table, then the substitutions. Nothing was changed.")
        )
    with opened(arguments) as office:
        loaded = office.bank_details.load_weight_table(
            weights, rest[0] if rest else None, arguments.table_version
        )
    return Answer(
        told={
            "table": loaded.name,
            "version": loaded.version,
            "rows": loaded.row_count,
            "has_substitutions": loaded.has_substitutions,
            "loaded_on": loaded.loaded_on.isoformat(),
            "loaded_by": loaded.loaded_by,
        },
        words=[
            _("{table} is loaded: {rows:,} rows.").format(table=loaded.name, rows=loaded.row_count)
        ],
    )
